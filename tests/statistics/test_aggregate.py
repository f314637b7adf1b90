"""Kommunen added up to rooms and county, by the kind of figure; classes and ranks."""

from pathlib import Path

import pytest
from support import loaded, replaced, small_county

from fokusbericht.model.figures import Fehlgrund, Klassen, Verfahren
from fokusbericht.statistics.aggregate import Figure, levels
from fokusbericht.statistics.classify import breaks, class_of
from fokusbericht.statistics.rank import ranks

CSV = "indicators/wohnen/leerstand.csv"
YML = "indicators/wohnen/leerstand.yml"


def figures(tmp_path: Path, csv: str, *changes: tuple[str, str]) -> dict[str, dict[int, Figure]]:
    """Return the levels of an indicator with this table."""
    files: dict[str, str | None] = {CSV: csv}
    for old, new in changes:
        text = files.get(YML) or replaced(YML, old, new)[YML]
        files[YML] = text.replace(old, new)
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == [] or all("Jahr 2022" in one.sentence for one in problems)
    return levels(report, report.indikatoren["leerstand"])  # type: ignore[return-value]


SHARES = (
    "raum;jahr;zaehler;nenner\n01099001;2021;10;500\n01099002;2021;5;100\n01099003;2021;6;200\n"
)


def test_shares_are_numerators_over_denominators(tmp_path: Path) -> None:
    found = figures(tmp_path, SHARES)
    assert found["01099001"][2021].value == 2
    assert found["nord"][2021] == Figure(15 / 600 * 100, None, 2, 2, official=False)
    assert found["01099"][2021].value == 21 / 800 * 100


def test_counts_are_summed(tmp_path: Path) -> None:
    table = "raum;jahr;wert\n01099001;2021;10\n01099002;2021;5\n01099003;2021;6\n"
    found = figures(tmp_path, table, ("art: anteil", "art: anzahl"))
    assert (found["nord"][2021].value, found["01099"][2021].value) == (15, 21)


def test_a_missing_part_leaves_the_whole_unknown_and_says_how_much_is_there(tmp_path: Path) -> None:
    found = figures(tmp_path, SHARES.replace("2021;5;100", "2021;.;100"))
    assert found["nord"][2021] == Figure(None, Fehlgrund.UNBEKANNT, 1, 2, official=False)
    assert found["sued"][2021].value == 3
    assert found["01099"][2021] == Figure(None, Fehlgrund.UNBEKANNT, 2, 3, official=False)


def test_parts_that_make_no_whole_are_no_parts_of_it(tmp_path: Path) -> None:
    table = "raum;jahr;wert\n01099001;2021;10\n01099002;2021;.\n01099003;2021;6\n"
    found = figures(tmp_path, table, ("art: anteil", "art: mittelwert"))
    assert found["01099"][2021] == Figure(None, Fehlgrund.UNBEKANNT, 0, 3, official=False)


def test_a_secret_part_keeps_the_whole_secret(tmp_path: Path) -> None:
    found = figures(tmp_path, SHARES.replace("2021;5;100", "2021;x;100"))
    assert found["nord"][2021].missing is Fehlgrund.GEHEIM


def test_an_official_value_wins_over_our_sum(tmp_path: Path) -> None:
    found = figures(tmp_path, SHARES + "01099;2021;22;800\n")
    assert found["01099"][2021] == Figure(2.75)


def test_what_cannot_be_weighted_is_not_added_up(tmp_path: Path) -> None:
    table = "raum;jahr;wert\n01099001;2021;10\n01099002;2021;5\n01099003;2021;6\n"
    found = figures(tmp_path, table, ("art: anteil", "art: mittelwert"))
    assert found["nord"][2021].value is None


def test_means_are_weighted(tmp_path: Path) -> None:
    yml = replaced(YML, "art: anteil", "art: mittelwert\ngewicht: wohnungen")[YML]
    files = {
        YML: yml.replace("zaehler: leere Wohnungen\nnenner: Wohnungen\n", ""),
        CSV: "raum;jahr;wert\n01099001;2022;2\n01099002;2022;5\n01099003;2022;3\n",
        "indicators/wohnen/wohnungen.yml": replaced(YML, "art: anteil", "art: anzahl")[YML],
        "indicators/wohnen/wohnungen.csv": "raum;jahr;wert\n01099001;2022;300\n"
        "01099002;2022;100\n01099003;2022;10\n",
    }
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    found = levels(report, report.indikatoren["leerstand"])
    assert found["nord"][2022].value == pytest.approx((2 * 300 + 5 * 100) / 400)


def test_a_value_on_a_break_is_above_it() -> None:
    inner = breaks([], Klassen(Verfahren.MANUELL, 3, (45, 55)))
    assert [class_of(value, inner) for value in (44.9, 45, 54.9, 55, 99)] == [0, 1, 1, 2, 2]


def test_breaks_are_round_rising_and_within_the_values() -> None:
    values = [3.17, 4.44, 8.91, 12.2, 14.03, 17.7, 22.4, 29.6, 31.2, 48.8]
    inner = breaks(values, Klassen())
    assert inner == (8, 13, 20, 30)


def test_equal_values_need_no_breaks() -> None:
    assert breaks([5, 5, 5], Klassen()) == ()


def test_equal_values_share_the_better_rank() -> None:
    assert ranks({"a": 5, "b": 7, "c": 5, "d": 1}) == {"b": 1, "a": 2, "c": 2, "d": 4}


QUARTERS = """kreis: {schluessel: "01099", name: Musterkreis}
quartiere:
  - {schluessel: 01099001-1, name: Hafen, kommune: "01099001"}
  - {schluessel: 01099001-2, name: Altstadt, kommune: "01099001"}
"""


def with_quarters(tmp_path: Path, csv: str) -> dict[str, dict[int, Figure]]:
    """Return the levels in a county whose biggest town is cut into two Quartiere."""
    raeume = replaced(
        "geo/raeume.yml", 'kreis: {schluessel: "01099", name: Musterkreis}\n', QUARTERS
    )
    report, problems = loaded(small_county(tmp_path, {CSV: csv, **raeume}))
    assert [one for one in problems if "Jahr 2022" not in one.sentence] == []
    return levels(report, report.indikatoren["leerstand"])  # type: ignore[return-value]


def test_quartiere_add_up_to_their_kommune_and_on(tmp_path: Path) -> None:
    table = SHARES.replace("01099001;2021;10;500", "01099001-1;2021;4;100\n01099001-2;2021;6;400")
    found = with_quarters(tmp_path, table)
    assert found["01099001-1"][2021].value == 4
    assert found["01099001"][2021].value == 2
    assert found["nord"][2021].value == 2.5


def test_a_kommune_with_a_quartier_missing_has_no_value(tmp_path: Path) -> None:
    table = SHARES.replace("01099001;2021;10;500", "01099001-1;2021;4;100")
    found = with_quarters(tmp_path, table)
    assert "01099001" not in found
    assert found["nord"][2021].value is None


def test_a_kommune_s_own_value_wins_over_its_quartiere(tmp_path: Path) -> None:
    found = with_quarters(tmp_path, SHARES + "01099001-1;2021;4;100\n01099001-2;2021;6;200\n")
    assert found["01099001"][2021].value == 2


def test_an_unknown_kommune_of_a_quartier_is_told(tmp_path: Path) -> None:
    text = QUARTERS.replace('Altstadt, kommune: "01099001"', 'Altstadt, kommune: "01099009"')
    raeume = replaced("geo/raeume.yml", 'kreis: {schluessel: "01099", name: Musterkreis}\n', text)
    _, problems = loaded(small_county(tmp_path, raeume))
    assert [str(one.place) for one in problems] == ["geo/raeume.yml:4:55"]


# --- Ämter --------------------------------------------------------------------------------------

GEO = "geo/raeume.yml"


def of_amt(tmp_path: Path, table: str, ebene: str) -> dict[str, dict[int, Figure]]:
    """Return the levels of a table where Mitte and Südort are an Amt, which lies in two rooms."""
    text = replaced(GEO, "amt: Amt Mitte", "amt: Marsch")[GEO]
    text = text.replace(
        "art: Gemeinde, flaeche_km2: 8", "art: Gemeinde, amt: Marsch, flaeche_km2: 8"
    )
    text = text.replace(
        "fassungen:", 'aemter: [{schluessel: "010990001", name: Marsch}]\nfassungen:'
    )
    yml = replaced(YML, "ebene: kommune", f"ebene: {ebene}")[YML]
    report, problems = loaded(small_county(tmp_path, {GEO: text, YML: yml, CSV: table}))
    assert problems == [] or all("Jahr 2022" in one.sentence for one in problems)
    return levels(report, report.indikatoren["leerstand"])  # type: ignore[return-value]


def test_aemter_and_who_belongs_to_none_make_up_the_county_and_no_room(tmp_path: Path) -> None:
    table = "raum;jahr;zaehler;nenner\n01099001;2021;10;500\n010990001;2021;30;500\n"
    found = of_amt(tmp_path, table, "amt")
    assert found["01099"][2021] == Figure(4.0, None, 2, 2, official=False)
    assert found.keys() == {"01099", "01099001", "010990001"}


def test_an_amt_without_a_row_is_put_together_where_others_have_one(tmp_path: Path) -> None:
    table = SHARES + "01099001;2022;12;500\n010990001;2022;9;300\n"
    found = of_amt(tmp_path, table, "kommune")
    assert found["010990001"][2021] == Figure(11 / 300 * 100, None, 2, 2, official=False)
    assert found["010990001"][2022] == Figure(3.0)
    assert found["sued"][2022].value is None
    assert "010990001" not in of_amt(tmp_path / "ohne", SHARES, "kommune")
