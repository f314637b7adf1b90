"""Political bodies: what lies before them, and what they have dealt with."""

from pathlib import Path

from support import loaded, replaced, small_county, with_examples

from fokusbericht.load import without_examples
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.report import Report
from fokusbericht.pages.planung import gremium
from fokusbericht.pages.planung.consultation import ordered_bodies, pending, sessions
from fokusbericht.pages.planung.gremium import GremiumView

EXAMPLE = "content/handlungsempfehlungen/2022-01-wohnraum.md"
STEP = "{datum: 2022-03, schritt: vorgeschlagen, text: Vorgeschlagen.}"
COMMITTEE = """---
titel: Bauausschuss
kurz: Er berät über das Bauen.
geaendert: 2026-01-14
art: ausschuss
---
"""


def waiting(folder: Path, *steps: str, head: str = "") -> list[tuple[str, str, bool]]:
    """Return what lies where when the second recommendation has taken more steps."""
    lines = "".join(f"\n  - {step}" for step in steps)
    files = replaced(EXAMPLE, STEP, STEP + lines)
    # What is made up lies nowhere.
    files[EXAMPLE] = files[EXAMPLE].replace("beispiel: true\n", "")
    if head:
        files[EXAMPLE] = files[EXAMPLE].replace("verlauf:", f"{head}\nverlauf:")
    files["content/gremien/bauausschuss.md"] = COMMITTEE
    report, problems = loaded(small_county(folder, files))
    assert problems == []
    return [(one.body.name, one.vorgang.key.name, one.is_adjourned()) for one in pending(report)]


def step(schritt: str, more: str = "") -> str:
    """Return a step as it is written."""
    return f"{{datum: 2022-05, schritt: {schritt}, {more}text: Ein Schritt.}}"


def test_what_is_only_proposed_lies_nowhere(tmp_path: Path) -> None:
    assert waiting(tmp_path) == []


def test_a_draft_lies_with_whom_it_names(tmp_path: Path) -> None:
    found = waiting(tmp_path, step("vorlage", "gremium: bauausschuss, "))
    assert found == [("bauausschuss", "2022-01", False)]


def test_a_draft_lies_with_the_committee_in_charge(tmp_path: Path) -> None:
    found = waiting(tmp_path, step("vorlage"), head="zustaendig: Bauausschuss")
    assert found == [("bauausschuss", "2022-01", False)]


def test_nobody_knows_where_a_draft_without_committee_lies(tmp_path: Path) -> None:
    assert waiting(tmp_path, step("vorlage"), head="zustaendig: Bauamt") == []


def test_what_a_committee_recommends_lies_before_the_kreistag(tmp_path: Path) -> None:
    found = waiting(tmp_path, step("ausschuss", "gremium: bauausschuss, ergebnis: empfohlen, "))
    assert found == [("kreistag", "2022-01", False)]


def test_what_a_committee_puts_off_stays_there(tmp_path: Path) -> None:
    found = waiting(tmp_path, step("ausschuss", "gremium: bauausschuss, ergebnis: vertagt, "))
    assert found == [("bauausschuss", "2022-01", True)]


def test_what_a_committee_decides_lies_nowhere(tmp_path: Path) -> None:
    decided = "gremium: bauausschuss, ergebnis: beschlossen, "
    assert waiting(tmp_path, step("ausschuss", decided)) == []


def test_the_kreistag_needs_no_name(tmp_path: Path) -> None:
    assert waiting(tmp_path, step("kreistag", "ergebnis: vertagt, ")) == [
        ("kreistag", "2022-01", True)
    ]


def view_of(folder: Path, name: str) -> GremiumView:
    """Return the view of a body of the small county."""
    report, _ = loaded(small_county(folder, {"content/gremien/bauausschuss.md": COMMITTEE}))
    outputs = {output.path: output for output in gremium.plan(report)}
    _, _, view = outputs[f"gremien/{name}/index.html"].ingredients  # type: ignore[misc]
    assert isinstance(view, GremiumView)
    return view


def test_a_decision_that_a_step_names_is_told_once(tmp_path: Path) -> None:
    view = view_of(tmp_path, "kreistag")
    assert view.sentence == (
        "Derzeit ist nicht bekannt, dass hier etwas liegt. Verzeichnet ist eine Beratung oder "
        "Entscheidung."
    )
    entries = [entry for year in view.held for entry in year.entries]
    assert [(one.date, one.text) for one in entries] == [
        ("15.\u00a0September 2021 · beschlossen", "Der Kreistag beschließt.")
    ]


def test_a_body_without_business_says_so(tmp_path: Path) -> None:
    view = view_of(tmp_path, "bauausschuss")
    assert (view.open, view.held) == ((), ())
    assert view.sentence == (
        "Derzeit ist nicht bekannt, dass hier etwas liegt. Beratungen und Entscheidungen sind "
        "nicht verzeichnet."
    )


# --- A whole county -------------------------------------------------------------------------------


def test_all_sessions_of_a_county_have_their_body(report: Report) -> None:
    told = sum(len(held) for held in sessions(report).values())
    steps = [
        step
        for one in (*report.empfehlungen.values(), *report.anregungen.values())
        for step in one.verlauf
        if step.schritt.value in ("ausschuss", "kreistag")
    ]
    alone = report.beschluesse.keys() - {one.beschluss.key.name for one in steps if one.beschluss}
    assert told == len(steps) + len(alone)


def test_the_kreistag_comes_first_and_nothing_real_is_lost_without_examples(report: Report) -> None:
    assert ordered_bodies(report)[0].key == Key(Kind.GREMIUM, "kreistag")
    real = without_examples(with_examples(report, 2020))
    assert real.gremien == report.gremien
    held = [one for ones in sessions(real).values() for one in ones]
    assert held and not any(one.source.beispiel for one in held)
