"""The record of all figures: what is taken from a built site, and what of it is kept."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from secrecy.county import County
from secrecy.small_county import small_county as protected_county
from support import loaded, small_county

from fokusbericht.building.write import write_below
from fokusbericht.editing.states import StatesUpdate, plan_states
from fokusbericht.load.recorded import PATH
from fokusbericht.model.changes import ChangeKind
from fokusbericht.site import plan_site

DAY = date(2025, 3, 1)
TABLE = "indicators/wohnen/leerstand.csv"


def built(root: Path) -> Path:
    """Write the tables of a county's site, which is all that is looked at."""
    outputs, _ = plan_site(loaded(root)[0])
    for output in outputs:
        if output.path.endswith("daten.csv"):
            (root / "site" / output.path).parent.mkdir(parents=True, exist_ok=True)
            (root / "site" / output.path).write_bytes(output.make())
    return root / "site"


def recorded(root: Path, day: date = DAY) -> StatesUpdate:
    """Build the tables of a county and add them to its record."""
    record = plan_states(loaded(root)[0], built(root), day)
    assert isinstance(record, StatesUpdate), record
    write_below(root, {PATH: record.text})
    return record


def correct(root: Path, old: str, new: str) -> None:
    """Change a row of a table."""
    text = (root / TABLE).read_text(encoding="utf-8")
    assert old in text
    (root / TABLE).write_text(text.replace(old, new), encoding="utf-8")


def test_a_row_for_each_year_of_an_indicator(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    record = recorded(root)
    assert record.found == ((ChangeKind.ZAHL_NEU, 2),)
    head, first, *_ = record.text.splitlines()
    assert head == "tag;indikator;jahr;anzahl;pruefsumme;werte"
    assert first.startswith("2025-03-01;leerstand;2020;")
    assert "01099001=1,8 01099002=4 01099003=2,5" in first
    assert loaded(root)[1] == []


def test_twice_adds_nothing(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    before = recorded(root).text
    record = recorded(root, date(2025, 4, 1))
    assert (record.is_empty, record.text) == (True, before)


def test_only_what_changed_is_added(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    before = recorded(root).text
    correct(root, "01099001;2022;12;500", "01099001;2022;15;500")
    correct(root, "01099001;2020;9;500\n01099002;2020;4;100\n01099003;2020;5;200\n", "")
    record = recorded(root, date(2025, 4, 1))
    changed, gone = sorted(record.text.removeprefix(before).splitlines(), reverse=True)
    assert changed.startswith("2025-04-01;leerstand;2022;")
    assert "01099001=3 " in changed
    assert gone == "2025-04-01;leerstand;2020;0;;"
    assert record.found == ((ChangeKind.GEAENDERT, 1), (ChangeKind.JAHRE_ENTFALLEN, 1))


def test_of_protected_figures_no_value_is_kept(tmp_path: Path) -> None:
    county: County = replace(protected_county(), content={})
    root = county.only(("notlagen", "bevoelkerung")).write(tmp_path / "kreis")
    rows = [row for row in recorded(root).text.splitlines() if ";notlagen;" in row]
    assert rows and all(row.endswith(";") for row in rows)


def test_why_nothing_is_recorded(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    report = loaded(root)[0]
    first = "sozialbericht/leerstand/daten.csv"
    assert plan_states(report, root / "site", DAY) == (
        f"{root / 'site'} ist keine gebaute Website: Dort fehlt {first}."
    )
    recorded(root)
    assert plan_states(loaded(root)[0], root / "site", date(2024, 1, 1)) == (
        "Der 2024-01-01 liegt vor dem letzten Eintrag in archiv/daten.csv (2025-03-01). Frühere "
        "Veröffentlichungen lassen sich nicht mehr dazwischenschieben."
    )
    (root / "site" / first).write_text("raum;jahr\n01099001;2023\n", encoding="utf-8")
    assert plan_states(report, root / "site", DAY) == (
        f"{root / 'site' / first} hat nicht die Spalten raum_schluessel, jahr, wert mit Jahren und "
        "Werten."
    )
