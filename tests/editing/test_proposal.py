"""A proposed cut is a cut: it loads, agrees with the model, and keeps exceptions with reasons."""

from pathlib import Path

from support import build, case_files, loaded, small_county, told

from fokusbericht.editing.proposal import propose
from fokusbericht.model.report import Report
from fokusbericht.statistics.rooms import latest

RAEUME = "geo/raeume.yml"
REASON = (
    "Der Bus: „Linie 1“ # fährt nach Norden, und zwar seit Jahren so oft, dass alle ihn nehmen."
)


def with_proposal(root: Path) -> list[str]:
    """Append the proposal to the rooms of a county; return what an editor is told then."""
    text = propose(loaded(root)[0])
    assert text
    path = root / RAEUME
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    return told(root)


def test_the_proposal_mends_a_cut_that_differs_from_its_model(tmp_path: Path) -> None:
    root = small_county(tmp_path, case_files("raum-modell"))
    assert len(told(root)) == 1
    assert with_proposal(root) == []
    fassung = latest(loaded(root)[0])
    assert fassung
    assert fassung.zuordnung == {"nord": ("01099001",), "sued": ("01099002", "01099003")}
    assert (fassung.schluessel, fassung.seit.isoformat()) == ("2026", "2026-11-01")
    assert "Mitte (von Nord zu Süd)" in fassung.erlaeuterung


def test_exceptions_stay_with_their_reasons_while_they_are_needed(tmp_path: Path) -> None:
    files = case_files("raum-modell")
    files[RAEUME] += f"    uebersteuerungen: [{{ags: \"01099002\", grund: '{REASON}'}}]\n"
    root = small_county(tmp_path, files)
    assert told(root) == []
    assert with_proposal(root) == []
    fassung = latest(loaded(root)[0])
    assert fassung
    assert [one.grund for one in fassung.uebersteuerungen] == [REASON]
    assert fassung.zuordnung["nord"] == ("01099001", "01099002")


def test_an_idle_exception_is_left_out(tmp_path: Path) -> None:
    root = small_county(tmp_path, case_files("raum-modell-uebersteuerung"))
    assert with_proposal(root) == []
    fassung = latest(loaded(root)[0])
    assert fassung and fassung.uebersteuerungen == ()


def test_the_command_prints_it(tmp_path: Path) -> None:
    root = small_county(tmp_path, case_files("raum-modell"))
    done = build(root, "raeume", "vorschlagen")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == propose(loaded(root)[0])
    assert not (root / "site").exists()


def test_the_command_tells_what_hinders_it(tmp_path: Path) -> None:
    for case, sentence in (("raum-modell-angaben", "fehlt für 2019"), ("raum-unbekannt", "suedd")):
        done = build(small_county(tmp_path / case, case_files(case)), "raeume", "vorschlagen")
        assert done.returncode == 1
        assert sentence in done.stdout


def test_a_county_without_a_model_is_told_so(tmp_path: Path) -> None:
    done = build(small_county(tmp_path), "raeume", "vorschlagen")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nennt kein „modell“" in done.stderr


def test_wrong_calls_are_told_in_german(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    for arguments, sentence in (
        (("raeume",), "zu „raeume“ gehört „vorschlagen“"),
        (("raeume", "zeichnen"), "unbekannt ist zeichnen"),
        (("pruefen", "vorschlagen"), "unbekannt ist vorschlagen"),
    ):
        done = build(root, *arguments)
        assert done.returncode == 1
        assert sentence in done.stderr


def test_a_county_that_agrees_with_its_model_would_be_cut_as_it_is(report: Report) -> None:
    text = propose(report)
    assert text and "wechselt keine Kommune den Raum" in " ".join(text.split())
    folded = [line for line in text.splitlines() if not line.startswith("    modell: ")]
    assert all(len(line) <= 100 for line in folded)
    assert text == propose(report)
