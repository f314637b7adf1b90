"""Topics that run through several fields: everything that belongs to each, once."""

from pathlib import Path

from support import loaded, replaced, small_county

from fokusbericht.building.output import Output
from fokusbericht.pages.planung import querschnitt
from fokusbericht.pages.planung.querschnitt import QuerschnittView

TOPICS = """ehrenamt: {titel: Ehrenamt, kurz: Was Menschen freiwillig tun.}
fachkraefte: {titel: Fachkräfte, kurz: Wer die Arbeit macht.}
"""
HEAD = "geaendert: 2026-01-14\nquerschnitt: [ehrenamt]\n"
FILES: dict[str, str] = {
    "content/querschnittsthemen.yml": TOPICS,
    "content/beschluesse/bus.md": (
        f"---\ntitel: Ein Bus\nkurz: Er fährt.\n{HEAD}gremium: kreistag\ndatum: 2026-09-01\n"
        "ergebnis: beschlossen\n---\n"
    ),
    "content/anregungen/baenke.md": (
        f"---\ntitel: Bänke\nkurz: Sie stehen.\n{HEAD}datum: 2026-08\nvon: Beirat\nverlauf:\n"
        "  - {datum: 2026-08, schritt: vorgeschlagen, text: Der Beirat schreibt.}\n---\n"
    ),
    "content/themenspeicher/hilfe.md": (
        f"---\ntitel: Hilfe\nkurz: Wer hilft.\n{HEAD}datum: Herbst 2024\nvon: Beirat\n"
        "vorschlag: querschnittsthema\n---\n"
    ),
    **replaced(
        "content/handlungsempfehlungen/2021-01-leerstand.md",
        "handlungsfelder: [wohnen]",
        "handlungsfelder: [wohnen]\nquerschnitt: [ehrenamt]",
    ),
}


def planned(folder: Path, files: dict[str, str]) -> dict[str, Output]:
    """Return the pages of all topics."""
    report, problems = loaded(small_county(folder, files))
    assert [str(one) for one in problems] == []
    return {output.path: output for output in querschnitt.plan(report)}


def view_of(output: Output) -> QuerschnittView:
    """Return the view of the page of a topic."""
    _, _, view = output.ingredients  # type: ignore[misc]
    assert isinstance(view, QuerschnittView)
    return view


def test_a_topic_gathers_all_that_names_it(tmp_path: Path) -> None:
    page = planned(tmp_path, FILES)["querschnittsthemen/ehrenamt/index.html"]
    view = view_of(page)
    assert [row.title for row in view.rows] == ["Leer stehende Wohnungen erfassen"]
    for links, title, note in (
        (view.decisions, "Ein Bus", "beschlossen am 1.\u00a0September 2026"),
        (view.suggestions, "Bänke", "vorgeschlagen im August 2026"),
        (view.stored, "Hilfe", "Herbst 2024"),
    ):
        assert [(link.title, link.note) for link in links] == [(title, note)]
    html = page.make().decode()
    for href in ("beschluesse/bus/", "anregungen/baenke/", "themenspeicher/#hilfe"):
        assert html.count(f'href="../../{href}"') == 1, href


def test_a_topic_that_nothing_names_is_empty_and_says_what_it_is(tmp_path: Path) -> None:
    page = planned(tmp_path, FILES)["querschnittsthemen/fachkraefte/index.html"]
    view = view_of(page)
    assert (view.rows, view.decisions, view.suggestions, view.stored) == ((), (), (), ())
    assert "Wer die Arbeit macht." in page.make().decode()


def test_the_list_has_the_order_of_the_file(tmp_path: Path) -> None:
    html = planned(tmp_path, FILES)["querschnittsthemen/index.html"].make().decode()
    assert html.index('href="ehrenamt/"') < html.index('href="fachkraefte/"')
    assert "Was Menschen freiwillig tun." in html


def test_without_topics_there_are_no_pages(tmp_path: Path) -> None:
    assert planned(tmp_path, {}) == {}
