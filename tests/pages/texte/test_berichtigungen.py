"""Corrections: on the page they correct, in the list, in the feed; none of what is made up."""

import re
from pathlib import Path

import pytest
from lxml import etree
from support import loaded, replaced, small_county

from fokusbericht.model.report import Report
from fokusbericht.site import plan_site

PAGE = "content/seiten/verfahren.md"
COMMENT = "content/kommentare/leerstand-2022.md"
CHANGED = "geaendert: 2026-01-18\n"
ATOM = "{http://www.w3.org/2005/Atom}"


def corrections(*written: str) -> str:
    """Return corrections as they are written."""
    return "berichtigungen:\n" + "".join(f"  - {{{one}}}\n" for one in written)


def corrected(*written: str, more: str = "") -> dict[str, str]:
    """Return a page with corrections."""
    return replaced(PAGE, CHANGED, CHANGED + more + corrections(*written))


ONE = "datum: 2026-01, war: zwei Wochen, ist: drei Wochen., grund: Verzählt., quelle: sg"
TWO = "datum: 2026-01-20, war: Mai, ist: Juni"
SOURCE = "quellen:\n  - {kuerzel: sg, name: Ein Protokoll}\n"


def made(report: Report) -> dict[str, str]:
    """Return the files that tell of corrections, and the page of the procedure."""
    wanted = (
        *("berichtigungen/index.html", "aktuelles/feed.xml", "grundlagen/verfahren/index.html"),
        *("sozialbericht/leerstand/index.html", "index.html", "daten/berichtigungen.csv"),
    )
    outputs, problems = plan_site(report)
    assert problems == []
    return {one.path: one.make().decode() for one in outputs if one.path in wanted}


def county(folder: Path, files: dict[str, str] | None = None) -> dict[str, str]:
    """Return what is made of the small county with some files more."""
    report, problems = loaded(small_county(folder, files))
    assert [str(one) for one in problems] == []
    return made(report)


def entries(feed: str) -> list[tuple[str, str, str]]:
    """Return the title, summary and address of each correction in the feed."""
    found = etree.fromstring(feed.encode()).findall(f"{ATOM}entry")
    told = [
        (
            one.findtext(f"{ATOM}title") or "",
            one.findtext(f"{ATOM}summary") or "",
            one.find(f"{ATOM}link").get("href") or "",
        )
        for one in found
    ]
    return [one for one in told if one[0].startswith("Berichtigt")]


def test_without_any_the_page_says_so(tmp_path: Path) -> None:
    files = county(tmp_path)
    assert "Bisher ist nichts zu berichtigen gewesen." in files["berichtigungen/index.html"]
    assert entries(files["aktuelles/feed.xml"]) == []


def test_it_stands_on_its_page_at_the_top_with_date_reason_and_source(tmp_path: Path) -> None:
    html = county(tmp_path, corrected(ONE, TWO, more=SOURCE))["grundlagen/verfahren/index.html"]
    told = re.findall(r'<summary class="hinweis-titel">([^<]*)</summary>\n<p>([^<]*)</p>', html)
    assert [(when, what.strip()) for when, what in told] == [
        ("Berichtigt im Januar 2026", "Zuvor: zwei Wochen. Richtig: drei Wochen. Verzählt."),
        ("Berichtigt am 20.\u00a0Januar 2026", "Zuvor: Mai. Richtig: Juni."),
    ]
    assert "Quelle: Ein Protokoll" in html
    assert html.index("hinweis berichtigung") < html.index('<h2 id="schritte"')


@pytest.mark.parametrize(("datum", "words"), [("2026", "2026"), ("Herbst 2025", "im Herbst 2025")])
def test_its_date_is_told_as_far_as_it_is_known(tmp_path: Path, datum: str, words: str) -> None:
    files = county(tmp_path, corrected(f"datum: {datum}, war: Mai, ist: Juni"))
    assert f"Berichtigt {words}</summary>" in files["grundlagen/verfahren/index.html"]


def test_it_stands_in_the_list_with_the_way_to_its_page(tmp_path: Path) -> None:
    html = county(tmp_path, corrected(ONE, TWO, more=SOURCE))["berichtigungen/index.html"]
    assert "2 Berichtigungen" in html
    assert "Zuvor: zwei Wochen. Richtig: drei Wochen. Verzählt." in html
    assert (
        html.count('<a class="titel-link" href="../grundlagen/verfahren/">Das Verfahren</a>') == 2
    )


def test_it_stands_in_the_feed_each_under_a_name_of_its_own(tmp_path: Path) -> None:
    same = corrected(TWO, TWO.replace("Juni", "Juli"))
    feed = county(tmp_path, same)["aktuelles/feed.xml"]
    address = "https://muster.example/grundlagen/verfahren/"
    assert entries(feed) == [
        ("Berichtigt: Das Verfahren", f"Zuvor: Mai. Richtig: {month}.", address)
        for month in ("Juni", "Juli")
    ]
    names = re.findall("<id>([^<]*)</id>", feed)
    assert len(names) == len(set(names))


def test_what_is_made_up_needs_no_correction(tmp_path: Path) -> None:
    files = county(tmp_path, corrected(ONE, more="beispiel: true\n" + SOURCE))
    assert "Bisher ist nichts zu berichtigen gewesen." in files["berichtigungen/index.html"]
    assert entries(files["aktuelles/feed.xml"]) == []
    told = [path for path, text in files.items() if "zwei Wochen" in text]
    assert told == ["grundlagen/verfahren/index.html"]  # where it is marked as made up


def test_a_comment_is_corrected_where_its_figure_is(tmp_path: Path) -> None:
    text = replaced(COMMENT, "geaendert:", corrections(TWO) + "geaendert:")
    files = county(tmp_path, text)
    link = '<a class="titel-link" href="../sozialbericht/leerstand/">Leerstand</a>'
    assert link in files["berichtigungen/index.html"]
    assert "Zuvor: Mai. Richtig: Juni." in files["sozialbericht/leerstand/index.html"]
    assert [address for *_, address in entries(files["aktuelles/feed.xml"])] == [
        "https://muster.example/sozialbericht/leerstand/"
    ]


def test_each_correction_of_a_county_is_told_everywhere(muster_report: Report) -> None:
    found = list(muster_report.corrections())
    outputs = {one.path: one for one in plan_site(muster_report)[0]}
    page = outputs["berichtigungen/index.html"].make().decode()
    assert len(entries(outputs["aktuelles/feed.xml"].make().decode())) == len(found) > 2
    assert f"{len(found)} Berichtigungen" in page
    for thing, one in found:
        assert page.count(f"Richtig: {one.ist.rstrip('.')}.") == 1, thing.key
