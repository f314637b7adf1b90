"""What was made is looked at before it is published; what was found out once is remembered."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from secret_figures import COUNT, SHARE, county
from support import build, files, loaded

from fokusbericht import audit
from fokusbericht.building.output import Output
from fokusbericht.building.recipe import Snapshot
from fokusbericht.building.write import Refused, write_site
from fokusbericht.cli.protecting import inspection, notes_of, recalled
from fokusbericht.model.report import Report
from fokusbericht.site import plan_site
from fokusbericht.statistics.secrecy import protection_of
from fokusbericht.statistics.secrecy.seen import leaks_seen

FIGURES = {
    "faelle": (f"{COUNT}\neinheit: Personen\ngleiche_faelle: [quote]", [1, 9, 20, 4, 8, 22]),
    "quote": (f'{SHARE}\neinheit: "%"', ["1/40", "9/300", "20/700", "4/40", "8/300", "22/700"]),
}
CSV = "sozialbericht/faelle/daten.csv"
TEXT = "content/seiten/barrierefreiheit.md"


def sound(folder: Path) -> Report:
    report, problems = loaded(county(folder, FIGURES))
    assert problems == []
    return report


def outputs_of(report: Report, path: str = "", old: bytes = b"", new: bytes = b"") -> list[Output]:
    """Return what is planned; in one file a passage is replaced when it is made."""

    def doctored(one: Output) -> Output:
        made = one.make()
        assert old in made
        return replace(one, make=lambda: made.replace(old, new, 1))

    return [doctored(one) if one.path == path else one for one in plan_site(report)[0]]


def published(report: Report, out: Path, outputs: Sequence[Output], everything: bool) -> None:
    look = inspection(report, out, everything)
    notes = notes_of(report, Snapshot(Path(report.root)).figures)
    write_site(outputs, out, "recipe", "inputs", inspect=look, notes=notes)


@pytest.mark.parametrize("everything", [False, True])
def test_a_file_that_shows_a_secret_is_not_published(tmp_path: Path, everything: bool) -> None:
    report, out = sound(tmp_path), tmp_path / "site"
    leaking = outputs_of(report, CSV, b"Nordort;2021;x", b"Nordort;2021;1")
    with pytest.raises(Refused) as refused:
        published(report, out, leaking, everything)
    assert str(refused.value.problems[0]) == (
        "indicators/wohnen/faelle.yml:1:1: Die fertige Datei „sozialbericht/faelle/daten.csv“ "
        "(Spalte „wert“) zeigt den geheimen Wert von Nordort 2021. (geheimhaltung)"
    )
    assert not out.exists()


def test_the_published_site_stays_when_the_next_one_is_refused(tmp_path: Path) -> None:
    report, out = sound(tmp_path), tmp_path / "site"
    published(report, out, outputs_of(report), everything=True)
    before = files(out)
    leaking = outputs_of(report, CSV, b"Nordort;2021;x", b"Nordort;2021;1")
    changed = [replace(one, ingredients=0) if one.path == CSV else one for one in leaking]
    with pytest.raises(Refused):
        published(report, out, changed, everything=False)
    assert files(out) == before


def test_what_was_seen_is_attacked_not_what_was_planned(tmp_path: Path) -> None:
    """A hidden neighbour that stands in some file gives the secret away, whatever was planned."""
    report = sound(tmp_path)
    hidden = {area for area, year in protection_of(report).hidden["faelle"] if year == 2021}
    other = next(one for one in sorted(hidden) if one.isdigit() and one != "01099001")
    value = report.indikatoren["faelle"].werte[other, 2021].zahl or 0.0
    told = {("faelle", other, 2021): (value - 0.5, value + 0.5)}
    assert leaks_seen(report, {}) == ()
    assert ("faelle", ("01099001", 2021)) in leaks_seen(report, told)


def test_a_sentence_that_may_tell_a_secret_is_a_hint(tmp_path: Path) -> None:
    root = county(tmp_path, FIGURES)
    page = root / "content" / "aktuelles" / "2021-07-01-bericht.md"
    page.write_text(page.read_text() + "\nFaelle 2021 in Nordort: 7 Personen.\n")
    done = build(root)
    assert done.returncode == 0, done.stdout
    assert "nennt vielleicht den geheimen Wert von Nordort 2021" in done.stdout


def test_a_changed_text_costs_no_arithmetic_and_no_look_at_other_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, out = sound(tmp_path), tmp_path / "site"
    root = Path(report.root)
    published(report, out, outputs_of(report), everything=False)
    read: list[str] = []

    def reading(_: object, __: Path, paths: Sequence[str], ___: object) -> list[object]:
        read.extend(paths)
        return []

    monkeypatch.setattr(audit, "read_files", reading)
    later = recalled(loaded(root)[0], Snapshot(root).figures, out)
    assert later.verborgen == protection_of(report).found
    feed = "aktuelles/feed.xml"
    planned = [
        replace(one, ingredients=1) if one.path == feed else one for one in outputs_of(later)
    ]
    published(later, out, planned, everything=False)
    assert read == [feed]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("indicators/wohnen/faelle.csv", "01099003;2021;20", "01099003;2021;21"),
        ("indicators/wohnen/faelle.yml", "mindestzahl: 3", "mindestzahl: 4"),
        ("geo/raeume.yml", "Der Norden.", "Im Norden."),
        ("content/kreis.yml", "Musterkreis", "Kreis Muster"),
    ],
)
def test_nothing_is_remembered_of_other_figures(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    report, out = sound(tmp_path), tmp_path / "site"
    root = Path(report.root)
    published(report, out, outputs_of(report), everything=False)
    text = (root / name).read_text()
    assert old in text
    (root / name).write_text(text.replace(old, new))
    assert recalled(loaded(root)[0], Snapshot(root).figures, out).verborgen is None
