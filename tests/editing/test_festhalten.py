"""The record of what was published: what is taken from a built site, and what is added when."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from secrecy.county import KOMMUNEN, County
from secrecy.small_county import small_county

from fokusbericht.building.write import write_below
from fokusbericht.editing.festhalten import ArchiveUpdate, find_unrecorded, plan_record, printed
from fokusbericht.load import load_report
from fokusbericht.load.archive import PATH
from fokusbericht.model.report import Report
from fokusbericht.site import plan_site
from fokusbericht.statistics.secrecy import hidden_places

DAY = date(2025, 3, 1)
EICHE = (KOMMUNEN[4], 2023)
PAGE = "sozialbericht/notlagen/daten.csv"


def county(archive: str = "") -> County:
    """Return a county with one protected count."""
    found = replace(small_county(), archive=archive, content={})
    return found.only(("notlagen", "bevoelkerung"))


def loaded(root: Path) -> Report:
    """Return the report of a county that is in order."""
    report, problems = load_report(root)
    assert problems == []
    return report


def built(root: Path) -> Path:
    """Write the tables of a county's site, which is all that is looked at."""
    outputs, _ = plan_site(loaded(root))
    for output in outputs:
        if output.path.endswith("daten.csv"):
            (root / "site" / output.path).parent.mkdir(parents=True, exist_ok=True)
            (root / "site" / output.path).write_bytes(output.make())
    return root / "site"


def recorded(root: Path, day: date = DAY) -> ArchiveUpdate:
    """Add to the archive what the site of a county shows."""
    record = plan_record(loaded(root), root / "site", day)
    assert isinstance(record, ArchiveUpdate), record
    write_below(root, {PATH: record.text})
    return record


def correct(root: Path, old: str, new: str) -> None:
    """Change a row of the raw table, and build."""
    path = root / "indicators/wohnen/notlagen.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    built(root)


def test_what_the_site_shows_is_kept_as_it_is_printed(tmp_path: Path) -> None:
    root = county().write(tmp_path / "kreis")
    built(root)
    record = recorded(root)
    assert (record.new, record.changed, record.gone) == (15, 0, 0)
    head, *rows = (root / PATH).read_text(encoding="utf-8").splitlines()
    assert head == "tag;indikator;raum;jahr;wert"
    assert len(rows) == 15
    assert len(loaded(root).frueher) == 1  # so they are sorted
    assert {row for row in rows if row.endswith(";x")} == {
        f"2025-03-01;notlagen;{area};{year};x"
        for area, year in hidden_places(loaded(root))["notlagen"]
    }
    assert "2025-03-01;notlagen;01099001;2023;30" in rows
    assert not any("bevoelkerung" in row for row in rows)


def test_nothing_secret_gets_into_the_archive(tmp_path: Path) -> None:
    root = county().write(tmp_path / "kreis")
    built(root)
    raw = (root / "indicators/wohnen/notlagen.csv").read_text()
    assert "01099002;2023;1\n" in raw
    assert "01099002;2023;x\n" in recorded(root).text


def test_twice_adds_nothing(tmp_path: Path) -> None:
    root = county().write(tmp_path / "kreis")
    built(root)
    recorded(root)
    before = (root / PATH).read_bytes()
    assert recorded(root, date(2025, 4, 1)).is_empty
    assert (root / PATH).read_bytes() == before


def test_a_correction_adds_what_changed(tmp_path: Path) -> None:
    root = county().write(tmp_path / "kreis")
    built(root)
    text = recorded(root).text
    correct(root, "01099005;2023;25", "01099005;2023;26")
    record = recorded(root, date(2025, 4, 1))
    added = record.text.removeprefix(text).splitlines()
    assert added == [
        "2025-04-01;notlagen;01099;2023;114",
        "2025-04-01;notlagen;01099005;2023;26",
        "2025-04-01;notlagen;sued;2023;46",
    ]
    assert (record.new, record.changed, record.gone) == (0, 3, 0)


def test_the_rows_of_a_day_are_extended(tmp_path: Path) -> None:
    root = county().write(tmp_path / "kreis")
    built(root)
    text = recorded(root).text
    correct(root, "01099005;2023;25", "01099005;2023;26")
    assert recorded(root).text.startswith(f"{text}2025-03-01;notlagen;01099;2023;114\n")
    first, second = loaded(root).frueher
    assert first.werte["notlagen", *EICHE] == "25"
    assert second.werte["notlagen", *EICHE] == "26"


def test_what_is_published_no_more_is_gone(tmp_path: Path) -> None:
    root = county().write(tmp_path / "kreis")
    built(root)
    recorded(root)
    correct(root, "01099010;2023;12\n", "")
    record = recorded(root, date(2025, 4, 1))
    assert "2025-04-01;notlagen;01099010;2023;.\n" in record.text
    assert "2025-04-01;notlagen;west;2023;.\n" in record.text
    assert "2025-04-01;notlagen;01099;2023;x\n" in record.text
    assert (record.new, record.changed, record.gone) == (0, 1, 2)
    assert ("notlagen", KOMMUNEN[9], 2023) not in loaded(root).frueher[-1].werte


def test_what_was_recorded_hides_other_cells_after_a_correction(tmp_path: Path) -> None:
    root = county(small_county().archive).write(tmp_path / "mit")
    bare = county().write(tmp_path / "ohne")
    assert hidden_places(loaded(root)) != hidden_places(loaded(bare))
    built(root)
    recorded(root)
    # What is hidden now was hidden then: nobody can put the two publications together.
    then, now = loaded(root).frueher[-2:]
    hidden = [{cell for cell, text in one.werte.items() if text == "x"} for one in (then, now)]
    assert hidden[0] == hidden[1]


def test_why_nothing_is_recorded(tmp_path: Path) -> None:
    root = county().write(tmp_path / "kreis")
    report = loaded(root)
    assert plan_record(report, root / "site", DAY) == (
        f"{root / 'site'} ist keine gebaute Website: Dort fehlt {PAGE}."
    )
    page = built(root) / PAGE
    recorded(root)
    assert plan_record(loaded(root), root / "site", date(2024, 1, 1)) == (
        f"Der 2024-01-01 liegt vor dem letzten Eintrag in {PATH} (2025-03-01). Frühere "
        "Veröffentlichungen lassen sich nicht mehr dazwischenschieben."
    )
    page.write_text("raum;jahr\n01099001;2023\n", encoding="utf-8")
    assert plan_record(loaded(root), root / "site", DAY) == (
        f"{page} hat nicht die Spalten raum_schluessel, jahr, wert mit Jahren und Werten."
    )
    found = replace(county(), archive="").only(["bevoelkerung"])
    record = plan_record(loaded(found.write(tmp_path / "offen")), root / "site", DAY)
    assert isinstance(record, ArchiveUpdate) and record.is_empty  # nothing is protected


def test_the_hint_before_a_publication(tmp_path: Path) -> None:
    root = county().write(tmp_path / "kreis")
    report = loaded(root)
    outputs, _ = plan_site(report)
    assert [str(problem) for problem in find_unrecorded(report, outputs)] == [
        f"{PATH}:1:1: Hinweis: Diese Zahlen sind noch nicht festgehalten: 15 Zellen geschützter "
        "Indikatoren. Bitte nach der Veröffentlichung „build.py festhalten“ ausführen, damit "
        "spätere Fassungen nicht verraten, was diese verbirgt. (veroeffentlichen)"
    ]
    built(root)
    recorded(root)
    assert list(find_unrecorded(loaded(root), outputs)) == []


def test_columns_are_read_by_their_names() -> None:
    data = '\ufeffjahr;wert;raum;raum_schluessel\r\n2023;4,5;"A; B";a\r\n2023;.;C;c\r\n'
    assert printed("n", data.encode()) == {("n", "a", 2023): "4,5"}
    assert printed("n", b"raum_schluessel;jahr;wert\na;2023;viel\n") is None
    assert printed("n", b"raum_schluessel;jahr;wert\na;neulich;4\n") is None
    assert printed("n", b"\xff") is None
    assert printed("n", b"") is None
