"""Our own population history says of each year what its source says of it."""

import pytest
from support import REPOSITORY

TABLES = ("bevoelkerung/bevoelkerung", "bevoelkerung/frauenanteil", "flaeche/flaeche")
# The edition „31.12.1998“ of the Gemeindeverzeichnis holds people and areas of the year before.
OF_1997 = {
    "bevoelkerung/bevoelkerung": "01056015;1997;47233",
    "bevoelkerung/frauenanteil": "01056015;1997;24391;47233",
    "flaeche/flaeche": "01056015;1997;20,86",
}


@pytest.mark.parametrize("table", TABLES)
def test_the_edition_of_1998_holds_figures_of_1997(table: str) -> None:
    rows = (REPOSITORY / "indicators" / f"{table}.csv").read_text(encoding="utf-8").splitlines()
    assert OF_1997[table] in rows
    assert not [row for row in rows if row.split(";")[1] == "1998"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bevoelkerung/bevoelkerung", ("Ende 1997", "Volkszählung vom 25. Mai 1987", "ab 2016")),
        ("bevoelkerung/bevoelkerungsdichte", ("Ende 1997", "Ende 1988", "ab 2016")),
        ("bevoelkerung/frauenanteil", ("Ende 1997", "Ende 1988", "ab 2016")),
        ("flaeche/flaeche", ("Ende 1997",)),
    ],
)
def test_what_is_odd_about_a_year_stands_beside_the_figure(
    name: str, words: tuple[str, ...]
) -> None:
    text = (REPOSITORY / "indicators" / f"{name}.yml").read_text(encoding="utf-8")
    plain = " ".join(text.split())
    assert [word for word in words if word not in plain] == []
