"""The feeds of recommendations: valid, newest first, real things only, names that stay."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

from support import loaded, replaced, small_county

from fokusbericht.exports import feeds
from fokusbericht.exports.atom import LONGEST
from fokusbericht.model.report import Report
from fokusbericht.pages import PAGES
from fokusbericht.urls import path_of

ATOM = "{http://www.w3.org/2005/Atom}"
RECOMMENDATION = "content/handlungsempfehlungen/2021-01-leerstand.md"
EXAMPLE = "content/handlungsempfehlungen/2022-01-wohnraum.md"
ALL = "handlungsempfehlungen/feed.xml"
TAG = "tag:muster.example,2026:01099"


def feeds_of(report: Report) -> dict[str, ElementTree.Element]:
    """Return all feeds by their files."""
    return {one.path: ElementTree.fromstring(one.make()) for one in feeds.plan(report)}


def small(folder: Path, changed: Mapping[str, str] | None = None) -> dict[str, ElementTree.Element]:
    """Return the feeds of the small county."""
    report, problems = loaded(small_county(folder, changed))
    assert problems == []
    return feeds_of(report)


def texts(feed: ElementTree.Element, name: str) -> list[str]:
    """Return what stands in one element of each entry, "" where it is not there."""
    return [entry.findtext(f"{ATOM}{name}", "") for entry in feed.iter(f"{ATOM}entry")]


def test_steps_of_real_recommendations_newest_first(tmp_path: Path) -> None:
    made = small(tmp_path)
    assert texts(made[ALL], "title") == [
        "Leer stehende Wohnungen erfassen – Kreistag: beschlossen",
        "Leer stehende Wohnungen erfassen – Eingeschätzt",
        "Neue Handlungsempfehlung 2021-01: Leer stehende Wohnungen erfassen",
    ]
    assert texts(made[ALL], "id") == [
        f"{TAG}/empfehlung/2021-01/kreistag",
        f"{TAG}/empfehlung/2021-01/eingeschaetzt",
        f"{TAG}/empfehlung/2021-01/vorgeschlagen",
    ]
    assert texts(made[ALL], "updated") == [
        "2021-09-15T00:00:00Z",
        "2021-05-31T00:00:00Z",
        "2021-02-28T00:00:00Z",
    ]
    # A month is not made up into a day.
    assert texts(made[ALL], "published") == ["2021-09-15T00:00:00Z", "", ""]
    assert texts(made[ALL], "summary")[0] == "Der Kreistag beschließt."
    assert made[ALL].findtext(f"{ATOM}updated") == "2021-09-15T00:00:00Z"


def test_there_is_a_feed_for_all_for_each_field_and_for_places(tmp_path: Path) -> None:
    made = small(tmp_path)
    assert sorted(made) == [
        ALL,
        "handlungsfelder/wohnen/feed.xml",
        "kommunen/nordort/feed.xml",
        "raeume/kreis/feed.xml",
        "raeume/nord/feed.xml",
        "raeume/sued/feed.xml",
    ]
    numbers = {path: len(texts(feed, "id")) for path, feed in made.items()}
    # A room is told of its Kommunen; nobody names the south, so its feed is still empty.
    assert numbers == dict.fromkeys(made, 3) | {"raeume/sued/feed.xml": 0}
    empty = made["raeume/sued/feed.xml"]
    assert empty.findtext(f"{ATOM}updated") == "2026-11-01T00:00:00Z"


def test_a_year_that_is_not_over_is_not_told_of_before_its_time(tmp_path: Path) -> None:
    changed = replaced(RECOMMENDATION, "datum: 2021-09-15, schritt", "datum: 2026, schritt")
    decision = "content/beschluesse/2021-09-15-leerstand.md"
    changed |= replaced(decision, "datum: 2021-09-15", "datum: 2026")
    newest = texts(small(tmp_path, changed)[ALL], "updated")[0]
    assert newest == "2026-01-10T00:00:00Z"  # when it was written down


def test_names_stay_when_a_date_is_known_better(tmp_path: Path) -> None:
    changed = replaced(RECOMMENDATION, "datum: 2021-05, schritt", "datum: 2021-05-07, schritt")
    before = texts(small(tmp_path / "a")[ALL], "id")
    assert texts(small(tmp_path / "b", changed)[ALL], "id") == before


def test_a_second_step_of_a_kind_has_a_name_of_its_own(tmp_path: Path) -> None:
    step = "  - {datum: 2021-09-16, schritt: in_umsetzung, text: Beginn.}\n"
    again = "  - {datum: 2021-09-17, schritt: in_umsetzung, text: Mehr.}\n---\n\n## Aus"
    changed = replaced(RECOMMENDATION, "---\n\n## Aus", step + again)
    ids = texts(small(tmp_path, changed)[ALL], "id")
    assert ids[:2] == [
        f"{TAG}/empfehlung/2021-01/in_umsetzung-2",
        f"{TAG}/empfehlung/2021-01/in_umsetzung",
    ]


def test_a_feed_ends_after_fifty_entries(tmp_path: Path) -> None:
    steps = "".join(
        f"  - {{datum: 2023-01-{day:02}, schritt: in_umsetzung, text: Teil {day}{more}.}}\n"
        for day in range(1, 31)
        for more in ("a", "b")
    )
    changed = replaced(RECOMMENDATION, "---\n\n## Aus", f"{steps}---\n\n## Aus")
    found = texts(small(tmp_path, changed)[ALL], "summary")
    assert len(found) == 50
    assert found[:3] == ["Teil 30b.", "Teil 30a.", "Teil 29b."]


def test_what_becomes_real_is_told(tmp_path: Path) -> None:
    real = replaced(EXAMPLE, "beispiel: true\n", "")
    titles = texts(small(tmp_path, real)[ALL], "title")
    assert titles[0] == "Neuer Zielvorschlag 2022-01: Wohnungen tauschen"


def test_the_switch_of_examples_changes_no_entry(tmp_path: Path) -> None:
    off = replaced("content/kreis.yml", "beispiele: true", "beispiele: false")
    with_them, without = small(tmp_path / "a"), small(tmp_path / "b", off)
    assert {path: texts(feed, "id") for path, feed in with_them.items()} == {
        path: texts(feed, "id") for path, feed in without.items()
    }


def test_feeds_of_a_county_are_valid(report: Report) -> None:
    told = Counter({key: len(one.verlauf) for key, one in report.empfehlungen.items()})
    for path, feed in feeds_of(report).items():
        for name in ("id", "title", "updated"):
            assert feed.findtext(f"{ATOM}{name}"), (path, name)
            assert all(texts(feed, name)), (path, name)
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == f"{report.kreis.basis_url}/{path}"
        ids, moments = texts(feed, "id"), texts(feed, "updated")
        assert len(set(ids)) == len(ids)
        assert sorted(moments, reverse=True) == moments
        assert all(datetime.fromisoformat(one).tzinfo for one in moments)
        assert Counter(one.split("/")[2] for one in ids) <= told


def test_the_feed_of_all_tells_the_newest_steps(report: Report) -> None:
    steps = [step.datum for one in report.empfehlungen.values() for step in one.verlauf]
    newest = sorted((date.latest().isoformat() for date in steps), reverse=True)[:LONGEST]
    moments = texts(feeds_of(report)[ALL], "updated")
    assert [moment[:10] for moment in moments] == newest


def test_each_feed_is_linked_in_the_head_and_on_its_page(tmp_path: Path) -> None:
    report, problems = loaded(small_county(tmp_path))
    assert problems == []
    pages = {path_of(page): feed for page, feed in feeds.feeds(report).items()}
    outputs = (output for kind in PAGES for output in kind.plan(report))
    seen = 0
    for output in outputs:
        if not output.path.endswith("index.html") or output.path not in pages:
            continue
        html, title = output.make().decode(), pages[output.path].title
        link = 'href="feed.xml" type="application/atom+xml"'
        assert f'<link rel="alternate" {link} title="Fokusbericht – {title}">' in html
        assert f"<a {link}>{title} per Feed verfolgen</a>" in html
        seen += 1
    assert seen == len(pages)
