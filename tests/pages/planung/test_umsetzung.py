"""What became of all that is followed: each matter once, the most urgent first; real ones alone."""

import re
from collections import Counter
from pathlib import Path

import pytest
from support import SMALL, loaded, small_county

from fokusbericht.model.report import Report
from fokusbericht.pages.planung import umsetzung
from fokusbericht.pages.planung.following import Urgency, followed
from fokusbericht.pages.planung.outcome_flow import flow_picture
from fokusbericht.pages.planung.umsetzung import UmsetzungView

REAL = "content/handlungsempfehlungen/2021-01-leerstand.md"
AGREED = """---
titel: Ein Bus am Abend
kurz: Der Kreistag lässt einen Bus fahren.
geaendert: 2026-01-14
gremium: kreistag
datum: 2026-09-01
ergebnis: beschlossen
{head}---
"""
SUGGESTION = """---
titel: Bänke am Markt
kurz: Am Markt sollen Bänke stehen.
geaendert: 2026-01-14
datum: 2026-08
von: Seniorenbeirat
{head}verlauf:
  - {{datum: 2026-08, schritt: vorgeschlagen, text: Der Beirat schreibt an den Kreis.}}
---
"""


def view_of(report: Report, path: str = "umsetzung/index.html") -> UmsetzungView:
    """Return the view of a page of this kind."""
    outputs = {output.path: output for output in umsetzung.plan(report)}
    _, _, view = outputs[path].ingredients  # type: ignore[misc]
    assert isinstance(view, UmsetzungView)
    return view


def report_with(folder: Path, files: dict[str, str | None]) -> Report:
    """Return the small county with some files more; nothing is wrong with them."""
    report, problems = loaded(small_county(folder, files))
    assert [str(one) for one in problems] == []
    return report


def urgency_of_decision(folder: Path, head: str = "") -> Urgency:
    """Return in which list a decision of the autumn is, two months before the key date."""
    report = report_with(folder, {"content/beschluesse/bus.md": AGREED.format(head=head)})
    (one,) = [one for one in followed(report) if one.vorgang.key.name == "bus"]
    return one.urgency


def step(schritt: str, more: str = "") -> str:
    """Return the life of a decision with one step."""
    return f"verlauf:\n  - {{datum: 2026-10, schritt: {schritt}, {more}text: Ein Schritt.}}\n"


@pytest.mark.parametrize(
    ("head", "urgency"),
    [
        ("", Urgency.NOT_BEGUN),
        (step("auftrag"), Urgency.NOT_BEGUN),
        (step("bericht"), Urgency.NOT_BEGUN),
        (step("in_umsetzung"), Urgency.MOVING),
        (step("ausgesetzt"), Urgency.MOVING),
        (step("umgesetzt"), Urgency.ENDED),
        (step("aufgehoben"), Urgency.ENDED),
        ("naechster_schritt: {bis: 2026-10, was: Start}\n", Urgency.OVERDUE),
        ("naechster_schritt: {bis: 2026-11-01, was: Start}\n", Urgency.DUE),
        ("naechster_schritt: {bis: 2027-02-01, was: Start}\n", Urgency.DUE),
        ("naechster_schritt: {bis: 2027-02-02, was: Start}\n", Urgency.NOT_BEGUN),
        ("naechster_schritt: {bis: Sommer 2026, was: Start}\n", Urgency.OVERDUE),
        ("naechster_schritt: {was: Start}\n", Urgency.NOT_BEGUN),
    ],
)
def test_a_decision_is_in_its_most_urgent_list(tmp_path: Path, head: str, urgency: Urgency) -> None:
    assert urgency_of_decision(tmp_path, head) is urgency


def test_a_year_alone_is_over_when_it_is_over(tmp_path: Path) -> None:
    head = "naechster_schritt: {bis: 2026, was: Start}\n"
    assert urgency_of_decision(tmp_path, head) is Urgency.DUE


def test_a_later_decision_carries_the_matter_on(tmp_path: Path) -> None:
    later = AGREED.format(head="vorgaenger: [bus]\n").replace("2026-09-01", "2026-10-01")
    files: dict[str, str | None] = {
        "content/beschluesse/bus.md": AGREED.format(head=""),
        "content/beschluesse/bus-spaeter.md": later,
    }
    report = report_with(tmp_path, files)
    found = {one.vorgang.key.name: one for one in followed(report)}
    assert found["bus"].urgency is Urgency.CONTINUED
    assert [step.datum.isoformat() for step in found["bus-spaeter"].steps] == [
        "2026-09-01",
        "2026-10-01",
    ]


def test_a_decision_that_a_recommendation_names_is_followed_there(tmp_path: Path) -> None:
    names = [one.vorgang.key.name for one in followed(report_with(tmp_path, {}))]
    assert "2021-01" in names and "2021-09-15-leerstand" not in names


def test_what_is_made_up_counts_nowhere_and_is_folded(tmp_path: Path) -> None:
    report = report_with(tmp_path, {})
    made_up = {one.key for one in report.vorgaenge() if one.beispiel}
    assert made_up and not made_up & {one.vorgang.key for one in followed(report)}
    assert [link.href for link in view_of(report).examples] == ["/handlungsempfehlungen/2022-01/"]


def test_kinds_have_pages_of_their_own(tmp_path: Path) -> None:
    files: dict[str, str | None] = {
        "content/beschluesse/bus.md": AGREED.format(head=""),
        "content/anregungen/baenke.md": SUGGESTION.format(head=""),
    }
    report = report_with(tmp_path, files)
    assert [output.path for output in umsetzung.plan(report)] == [
        "umsetzung/index.html",
        "umsetzung/beschluesse/index.html",
        "umsetzung/empfehlungen/index.html",
        "umsetzung/anregungen/index.html",
    ]
    view = view_of(report, "umsetzung/anregungen/index.html")
    assert [row.link.title for one in view.lists for row in one.rows] == ["Bänke am Markt"]
    assert [tab.title for tab in view.tabs if tab.current] == ["Anregungen"]


def test_the_first_sentence_counts_what_is_listed(tmp_path: Path) -> None:
    limits = ("2026-10-31", "2026-12")
    files: dict[str, str | None] = {
        f"content/beschluesse/bus-{number}.md": AGREED.format(
            head=f"naechster_schritt: {{bis: {limit}, was: Start}}\n"
        )
        for number, limit in enumerate(limits)
    }
    files["content/beschluesse/bus.md"] = AGREED.format(head="")
    view = view_of(report_with(tmp_path, files))
    assert view.sentence == (
        "Eine Frist ist vorbei, eine endet in den nächsten Monaten. Bei zwei beschlossenen "
        "Vorgängen ist kein Anfang belegt."
    )
    assert [(one.title, len(one.rows)) for one in view.lists] == [
        ("Frist vorbei", 1),
        ("Als Nächstes fällig", 1),
        ("Beschlossen, Anfang nicht belegt", 2),
    ]


def test_what_is_silent_comes_on_top_of_what_was_told(tmp_path: Path) -> None:
    silent = "verlauf:\n  - {datum: 2024, schritt: in_umsetzung, text: Es beginnt.}\n"
    files: dict[str, str | None] = {
        "content/beschluesse/bus.md": AGREED.format(head=silent).replace("2026-09-01", "2023-09-01")
    }
    assert view_of(report_with(tmp_path, files)).sentence.endswith(
        "Bei einem beschlossenen Vorgang ist kein Anfang belegt, um einen weiteren Vorgang ist es "
        "seit einem Jahr oder länger still."
    )


def test_a_row_says_what_comes_next_and_who(tmp_path: Path) -> None:
    head = "naechster_schritt: {bis: 2025, wer: Bauamt, was: Start}\nzustaendig: Kreis\n"
    view = view_of(report_with(tmp_path, {"content/beschluesse/bus.md": AGREED.format(head=head)}))
    row = view.lists[0].rows[0]
    assert (row.due, row.what, row.is_overdue) == ("Bis Ende 2025", "Start.", True)
    assert row.notes == ("seit 10 Monaten vorbei", "zuständig: Bauamt")


def test_silence_of_a_year_alone_is_at_least_that_long(tmp_path: Path) -> None:
    head = "verlauf:\n  - {datum: 2024, schritt: in_umsetzung, text: Es beginnt.}\n"
    files: dict[str, str | None] = {
        "content/beschluesse/bus.md": AGREED.format(head=head).replace("2026-09-01", "2023-09-01")
    }
    rows = [row for one in view_of(report_with(tmp_path, files)).lists for row in one.rows]
    row = next(row for row in rows if row.link.title == "Ein Bus am Abend")
    assert row.notes[0] == "seit mindestens 22 Monaten ohne Nachricht"


def test_a_state_is_that_of_the_last_result(tmp_path: Path) -> None:
    put_off = "  - {datum: 2026-05, schritt: ausschuss, ergebnis: vertagt, text: Er wartet.}"
    head, dashes, rest = (SMALL / REAL).read_text(encoding="utf-8").partition("\n---\n")
    report, problems = loaded(small_county(tmp_path, {REAL: f"{head}\n{put_off}{dashes}{rest}"}))
    assert problems == []
    assert report.empfehlungen["2021-01"].stand().value == "vertagt"


# --- A whole county -------------------------------------------------------------------------------


def test_each_matter_stands_once(muster_report: Report) -> None:
    view = view_of(muster_report)
    shown = [row.link.href for one in view.lists for row in one.rows]
    shown += [link.href for one in view.ended for link in one.links]
    assert len(shown) == len(set(shown)) == len(followed(muster_report))


def test_every_list_has_something(muster_report: Report) -> None:
    assert [one.id for one in view_of(muster_report).lists] == [
        urgency.value for urgency in list(Urgency)[:5]
    ]


def test_numbers_of_the_table_add_up(muster_report: Report) -> None:
    cells = [cell.text.replace("–", "0") for cell in view_of(muster_report).flow_rows[-1]]
    assert sum(map(int, cells[1:-1])) == int(cells[-1]) == len(muster_report.empfehlungen)


def test_bands_are_the_recommendations(muster_report: Report) -> None:
    everything = tuple(muster_report.empfehlungen.values())
    chart = flow_picture(everything).chart
    assert sum(band.count for band in chart.bands) == len(everything)
    years = Counter(chart.left[band.left].label for band in chart.bands for _ in range(band.count))
    assert years == Counter(str(one.jahr) for one in everything)


def test_the_picture_stays_within_its_frame(muster_report: Report) -> None:
    svg = flow_picture(tuple(muster_report.empfehlungen.values())).__html__()
    frames = re.findall(r'viewBox="0 0 (\d+) (\d+)"', svg)
    assert len(frames) == 2 and len(set(re.findall(r'id="([^"]+)"', svg))) == 2
    for part, (width, height) in zip(svg.split("</svg>"), frames, strict=False):
        for x, y, w, h in re.findall(
            r'x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', part
        ):
            assert float(x) + float(w) <= int(width)
            assert float(y) + float(h) <= int(height) + 1
