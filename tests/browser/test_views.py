"""What else pages can look like, as an address: filtered, chosen, compared."""

import pytest
from sweeping import sweep

VIEWS = (
    "/handlungsempfehlungen/?stand=vertagt&stand=beschlossen&sortierung=stille",
    "/handlungsempfehlungen/?q=gibt-es-nicht",
    "/sozialbericht/?kennzahl=wahlbeteiligung&jahr=2018&raum=norderbeispiel&vergleich=suederentwurf,fiktum",
    "/sozialbericht/?kennzahl=aerztedichte",
    "/sozialbericht/vergleich/?x=eigentuemerquote&y=nettokaltmiete&raum=99001011",
)
STATES = ("auf Papier", "anders", "dunkel", "offen")


@pytest.mark.usefixtures("browser")
def test_every_view_passes_in_every_state(address: str) -> None:
    assert sweep(address, list(VIEWS), STATES) == {}
