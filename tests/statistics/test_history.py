"""What was once published stays known: it is part of the attack, and opens nothing."""

from pathlib import Path

from secret_figures import COUNT, SHARE, Numbers, report_of
from support import SMALL

from fokusbericht.model.report import Report
from fokusbericht.statistics.disclosure.protect import attack
from fokusbericht.statistics.secrecy import kin_of, protection_of
from fokusbericht.statistics.secrecy.history import with_history
from fokusbericht.statistics.secrecy.publication import publication_of

ARCHIVE = "archiv/veroeffentlicht.csv"
# One room, so that any two may hide each other.
RAEUME = "geo/raeume.yml"
SUED = '  - {schluessel: sued, name: Süd, kurz: Der Süden., zentren: ["01099003"]}\n'
ONE_ROOM = (
    (SMALL / RAEUME)
    .read_text(encoding="utf-8")
    .replace('"01099002"], sued: [', '"01099002", ')
    .replace(SUED, "")
)
PLACES = ("01099001", "01099002", "01099003", "nord", "01099")


def earlier(day: str, *cells: object) -> str:
    """Return what was published on a day, in 2021: of three Kommunen, their room, the county."""
    rows = [f"{day};a;{area};2021;{cell}" for area, cell in zip(PLACES, cells, strict=True)]
    return "\n".join(("tag;indikator;raum;jahr;wert", *rows, ""))


def report(folder: Path, numbers: Numbers, then: str = "", keys: str = COUNT) -> Report:
    more: dict[str, str | None] = {RAEUME: ONE_ROOM} | ({ARCHIVE: then} if then else {})
    return report_of(folder, {"a": (keys, numbers)}, more)


def hidden(one: Report) -> list[str]:
    return sorted(area for area, _ in protection_of(one).hidden["a"])


def test_what_was_shown_cannot_hide_anything_any_more(tmp_path: Path) -> None:
    """Nordort and Mitte were hidden; Mitte was corrected, and the cheapest mate is Südort now."""
    now = [1, 9, 4]
    assert hidden(report(tmp_path / "a", now))[0] == "01099001"
    then = earlier("2024-03-01", "x", "x", 4, 12, 12)
    one = report(tmp_path / "b", now, then)
    assert hidden(one) == ["01099001", "01099002"]
    assert protection_of(one).leaks == ()


def test_an_earlier_sum_tells_of_what_was_hidden_then(tmp_path: Path) -> None:
    """1 + 9 was all that was not shown. To hide Südort now, and show Mitte, would tell all."""
    then = earlier("2024-03-01", "x", "x", 30, 40, 40)
    one = report(tmp_path, [1, 9, 40], then)
    kin = kin_of(one)
    known = with_history(one, kin, publication_of(one, kin)).publication
    leaks = attack(known, {"a|01099001|2021", "a|01099003|2021"})
    assert [leak.cell for leak in leaks] == ["a|01099001|2021"]
    assert hidden(one) == ["01099001", "01099002"]


def test_a_correction_of_a_hidden_figure_is_no_contradiction(tmp_path: Path) -> None:
    one = report(tmp_path, [1, 9, 30], earlier("2024-03-01", "x", "x", 30, 38, 38))
    assert (hidden(one), protection_of(one).leaks) == (["01099001", "01099002"], ())


def test_a_secret_that_was_shown_is_hidden_and_named(tmp_path: Path) -> None:
    one = report(tmp_path, [1, 9, 30], earlier("2024-03-01", 1, 9, 30, 40, 40))
    assert "01099001" in hidden(one)
    assert protection_of(one).lost == (("a", ("01099001", 2021)),)
    assert protection_of(one).leaks == ()


def test_a_share_is_known_as_it_was_printed(tmp_path: Path) -> None:
    """22,5 % of 40 are 9, to no digits 23; what was 24 % then has been corrected since."""
    numbers = ["1/40", "9/40", "30/40"]
    for printed, is_known in (("22,5", True), ("23", True), ("24", False)):
        then = earlier("2024-03-01", "x", printed, "x", "x", "x")
        one = report(tmp_path / printed, numbers, then, SHARE)
        assert ("01099002" in hidden(one)) is not is_known


def test_rooms_that_were_cut_otherwise_are_remembered(tmp_path: Path) -> None:
    """Then Nordort and Mitte were a room of 10 together; now the room has three."""
    text = ONE_ROOM.replace("seit: 2020-01-01", "seit: 2025-01-01")
    former = (
        '  - schluessel: "2015"\n    titel: Alt\n    seit: 2015-01-01\n    verfahren: alt\n'
        "    erlaeuterung: Erdacht.\n"
        '    zuordnung: {nord: ["01099001", "01099002"]}\n'
    )
    then = earlier("2024-03-01", "x", "x", ".", 10, ".")
    more = {RAEUME: text + former, ARCHIVE: then}
    one = report_of(tmp_path, {"a": (COUNT, [1, 9, 4])}, more)
    kin = kin_of(one)
    known = with_history(one, kin, publication_of(one, kin)).publication
    # With Südort hidden in place of Mitte, the old sum would give Nordort away.
    leaks = attack(known, {"a|01099001|2021", "a|01099003|2021"})
    assert [leak.cell for leak in leaks] == ["a|01099001|2021"]
    assert hidden(one) == ["01099001", "01099002"]
