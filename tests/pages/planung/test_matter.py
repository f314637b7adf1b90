"""Pages of decisions and suggestions: the whole way, where it stands, what comes next, sources."""

import re
from pathlib import Path

from support import loaded, small_county

from fokusbericht.building.output import Output
from fokusbericht.model.report import Report
from fokusbericht.pages.planung import anregung, anregungen, beschluss
from fokusbericht.pages.planung.following import earlier_decisions, later_of, told_of
from fokusbericht.pages.planung.matter import MatterView
from fokusbericht.site import plan_site
from fokusbericht.words.german import begun
from fokusbericht.words.progress import state_of

SOURCES = """quellen:
  - {kuerzel: zeitung, name: Eine Zeitung, url: "https://zeitung.example/bus", stand: 2025-03}
  - {kuerzel: brief, name: Ein Brief, hinweis: ohne Adresse}
"""
DECISION = """---
titel: {titel}
kurz: Der Kreistag entscheidet über den Bus.
geaendert: 2026-01-14
gremium: kreistag
datum: {datum}
ergebnis: {ergebnis}
{head}---

## Was nicht bekannt ist

Wer am Abend fährt.
"""
SUGGESTION = (
    """---
titel: Bänke am Markt
kurz: Am Markt sollen Bänke stehen.
geaendert: 2026-01-14
datum: 2025-08
von: Seniorenbeirat
handlungsfelder: [wohnen]
zielgruppen: [familien]
indikatoren: [leerstand]
zustaendig: Bauamt
verlauf:
  - {datum: 2025-08, schritt: vorgeschlagen, text: Der Beirat schreibt., quelle: brief}
  - {datum: 2025-11, schritt: auftrag, text: Die Verwaltung prüft., quelle: [zeitung, brief]}
naechster_schritt: {bis: Herbst 2026, wer: Bauamt, was: Ein Plan., quelle: zeitung}
haltung:
  - {kommune: mitte, datum: 2025-10, haltung: zustimmend, text: Gern., quelle: brief}
"""
    + SOURCES
    + "---\n"
)


def decided(titel: str, datum: str, head: str = "", ergebnis: str = "beschlossen") -> str:
    """Return the file of a decision."""
    return DECISION.format(titel=titel, datum=datum, head=head, ergebnis=ergebnis)


CHAIN = {
    "content/beschluesse/bus-1.md": decided(
        "Ein Bus wird geprüft",
        "2022-05-04",
        "verlauf:\n  - {datum: 2023, schritt: bericht, text: Die Prüfung läuft., quelle: brief}\n"
        + SOURCES,
    ),
    "content/beschluesse/bus-2.md": decided(
        "Der Bus wird vertagt", "2024-06-12", "vorgaenger: [bus-1]\n", "vertagt"
    ),
    "content/beschluesse/bus-3.md": decided(
        "Der Bus fährt",
        "2025-02-05",
        "vorgaenger: [bus-2]\n"
        "verlauf:\n"
        "  - {datum: 2025-06, schritt: in_umsetzung, text: Er fährt., quelle: zeitung}\n"
        "naechster_schritt: {bis: 2026-12, was: Eine Zählung., quelle: [zeitung, brief]}\n"
        + SOURCES,
    ),
}


def report_of(folder: Path, more: dict[str, str] | None = None) -> Report:
    """Return the small county with three decisions on one matter and a suggestion."""
    files = {**CHAIN, "content/anregungen/baenke.md": SUGGESTION, **(more or {})}
    report, problems = loaded(small_county(folder, files))
    assert [str(one) for one in problems] == []
    return report


def pages_of(report: Report) -> dict[str, tuple[MatterView, str]]:
    """Return the views of all decisions and suggestions, and what they became."""
    return {
        output.path.split("/")[1]: (view_of(output), output.make().decode())
        for output in (*beschluss.plan(report), *anregung.plan(report))
    }


def view_of(output: Output) -> MatterView:
    """Return the view of a page."""
    _, _, view = output.ingredients  # type: ignore[misc]
    assert isinstance(view, MatterView)
    return view


def test_each_decision_shows_the_whole_way_in_its_order(tmp_path: Path) -> None:
    pages = pages_of(report_of(tmp_path))
    for name in ("bus-1", "bus-2", "bus-3"):
        assert [step.date for step in pages[name][0].life.steps] == [
            *("4.\u00a0Mai 2022", "2023", "12.\u00a0Juni 2024", "5.\u00a0Februar 2025"),
            "Juni 2025",
        ]
    links = [step.decision and step.decision.href for step in pages["bus-2"][0].life.steps]
    assert links == [
        *("/beschluesse/bus-1/", "/beschluesse/bus-1/", None),
        *("/beschluesse/bus-3/", "/beschluesse/bus-3/"),
    ]
    assert '<a href="../bus-3/">Der Bus fährt</a>' in pages["bus-2"][1]


def test_all_pages_of_a_matter_tell_the_newest_state_and_what_comes_next(tmp_path: Path) -> None:
    pages = pages_of(report_of(tmp_path))
    for name in ("bus-1", "bus-2", "bus-3"):
        view, html = pages[name]
        where = view.later.note if view.later else view.state
        assert where in ("in Umsetzung seit Juni 2025", "In Umsetzung seit Juni 2025.")
        assert view.next_step and view.next_step.limit == "Bis Dezember 2026"
        assert "Eine Zählung." in html


def test_marks_lead_to_sources_of_the_same_page(tmp_path: Path) -> None:
    for name, (view, html) in pages_of(report_of(tmp_path)).items():
        marks = re.findall(r'href="#quelle-(\d+)"', html)
        ids = re.findall(r'id="quelle-(\d+)"', html)
        assert ids == [str(number) for number in range(1, len(view.sources) + 1)], name
        assert set(marks) <= set(ids), name
    marked = {
        name: [[mark.number for mark in step.sources] for step in view.life.steps]
        for name, (view, _) in pages_of(report_of(tmp_path / "noch-einmal")).items()
    }
    assert marked["bus-1"] == [[], [2], [], [], []]
    assert marked["bus-2"] == [[], [], [], [], []]
    assert marked["bus-3"] == [[], [], [], [], [1]]
    assert marked["baenke"] == [[2], [1, 2]]


def test_a_next_step_of_another_page_has_no_marks_here(tmp_path: Path) -> None:
    pages = pages_of(report_of(tmp_path))
    marks = {
        name: [mark.name for mark in view.next_step.sources]
        for name, (view, _) in pages.items()
        if view.next_step
    }
    assert marks["bus-3"] == ["Eine Zeitung", "Ein Brief"]
    assert marks["bus-1"] == marks["bus-2"] == []


def test_a_source_tells_its_day_and_what_it_is(tmp_path: Path) -> None:
    _, html = pages_of(report_of(tmp_path))["bus-3"]
    assert (
        '<li id="quelle-1"><a href="https://zeitung.example/bus">Eine Zeitung</a>, Stand März 2025'
        "</li>"
    ) in html
    assert '<li id="quelle-2">Ein Brief. Ohne Adresse</li>' in html


def test_a_suggestion_tells_whose_it_is_and_where_it_stands(tmp_path: Path) -> None:
    view, html = pages_of(report_of(tmp_path))["baenke"]
    assert [(fact.label, fact.value) for fact in view.facts] == [
        ("Von", "Seniorenbeirat"),
        ("Datum", "August 2025"),
        ("Stand", "beschlossen"),
        ("Zuständig", "Bauamt"),
    ]
    assert view.overline == "Anregung"
    assert view.stances and view.stances.sentence == "Eine Kommune stimmt zu."
    assert view.next_step and view.next_step.limit == "Bis Herbst 2026"
    assert [group.title for group in view.aside] == ["Handlungsfelder", "Für wen"]
    assert "Was die Kommunen dazu sagen" in html


def test_the_list_of_suggestions_says_that_they_are_not_counted(tmp_path: Path) -> None:
    (page,) = anregungen.plan(report_of(tmp_path))
    html = page.make().decode()
    assert "Eine Anregung" in html and "Bänke am Markt" in html
    assert "hier gezählt wird nichts davon" in html


def test_without_suggestions_there_is_no_list(tmp_path: Path) -> None:
    report, _ = loaded(small_county(tmp_path))
    assert [*anregungen.plan(report), *anregung.plan(report)] == []


COUNTING = re.compile(
    r"index\.html|handlungsempfehlungen/.+|(?!beschluesse/|anregungen/).+\.xml|daten/handlungsempfehlungen.*|daten/verlauf.*"
    r"|fokus/.+|handlungsfelder/wohnen/(?!index).*"
)


def test_neither_is_counted_as_a_recommendation(tmp_path: Path) -> None:
    with_both, _ = plan_site(report_of(tmp_path))
    without, _ = plan_site(loaded(small_county(tmp_path / "ohne"))[0])
    made, before = (
        {one.path: one for one in outputs if COUNTING.fullmatch(one.path)}
        for outputs in (with_both, without)
    )
    assert made.keys() == before.keys()
    assert "handlungsempfehlungen/index.html" in made
    assert "daten/handlungsempfehlungen.csv" in made
    for path, output in made.items():
        if path.endswith(("docx", "zip")) or path == "sitemap.xml":
            continue
        found = output.make().decode(errors="replace")
        if path == "index.html":  # among what is due, and named as what it is
            assert re.findall(r"<small>([^<]+)</small> <a [^>]+>Bänke am Markt", found) == [
                "Anregung · Bis Herbst 2026"
            ]
        else:
            assert "Bänke am Markt" not in found, path
        if path not in ("index.html", "handlungsempfehlungen/index.html"):
            assert found == before[path].make().decode(errors="replace"), path
    for path in ("index.html", "handlungsempfehlungen/index.html"):
        counts = [
            re.findall(r"\d+ (?:Handlungse|E)mpfehlung\w*|[Ee]ine (?:Handlungse|E)mpfehlung", text)
            for text in (made[path].make().decode(), before[path].make().decode())
        ]
        assert counts[0] == counts[1], path


# --- A whole county -------------------------------------------------------------------------------


def test_no_state_contradicts_the_last_step(muster_report: Report) -> None:
    report = muster_report
    assert report.beschluesse
    for name, (view, html) in pages_of(report).items():
        numbers = re.findall(r'href="#quelle-(\d+)"', html)
        assert {int(number) for number in numbers} <= set(range(1, len(view.sources) + 1)), name
        one = report.beschluesse.get(name)
        if one is None:
            assert view.state == f"{begun(state_of(report.anregungen[name]))}."
            continue
        told = told_of((*earlier_decisions(report, one), one, *later_of(report, one)))
        last = [each for each in told if each.step.stand()][-1]
        today = later_of(report, one)[-1:] or (one,)
        assert last.step.stand() is today[-1].stand(), name
        if today[-1] is one:
            assert view.later is None
        else:
            assert view.later and view.later.note == state_of(today[-1]), name
        assert view.state == f"{begun(state_of(one))}.", name
        days = [(each.step.datum.latest(), each.step.datum.earliest()) for each in told]
        assert days == sorted(days), name
