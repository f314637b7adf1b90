"""Questions that show readers what the search can answer."""

from urllib.parse import quote_plus

from fokusbericht.model.kreis import Kreis
from fokusbericht.pages.frame.page import SUCHE
from fokusbericht.views import Link


def questions(kreis: Kreis) -> tuple[Link, ...]:
    """Return the questions a county shows, each as the link that asks it."""
    return tuple(Link(one, f"{SUCHE}?q={quote_plus(one)}") for one in kreis.suchbeispiele)
