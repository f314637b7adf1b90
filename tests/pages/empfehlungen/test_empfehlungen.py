"""The lists of recommendations: which there are, and what they let one choose."""

from pathlib import Path

from support import SMALL, loaded, replaced, small_county

from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen import empfehlungen
from fokusbericht.pages.empfehlungen.empfehlungen import EmpfehlungenView
from fokusbericht.pages.empfehlungen.facets import FELD, JAHR, RAUM, matching
from fokusbericht.views import Choice

FIRST = "content/handlungsempfehlungen/2021-01-leerstand.md"
FIELD = "content/handlungsfelder/wohnen.md"
NAME = ", name: Wohnraum}"


def lists(report: Report) -> dict[str, EmpfehlungenView]:
    """Return the views of all lists by their path below the list of all."""
    found = {}
    for output in empfehlungen.plan(report):
        _, _, view = output.ingredients  # type: ignore[misc]
        path = output.path.removeprefix("handlungsempfehlungen/").removesuffix("index.html")
        found[path] = view  # type: ignore[has-type]
    return found


def choices(view: EmpfehlungenView, facet: str) -> dict[str, Choice]:
    """Return the values of a facet by key."""
    facets = {one.name: one for one in (view.years, *view.facets)}
    return {one.key: one for one in (*facets[facet].choices, *facets[facet].examples)}


def test_a_field_in_a_year_is_a_page_where_there_is_something(report: Report) -> None:
    expected = {
        f"jahr/{one.jahr}/handlungsfeld/{ref.key.name}/"
        for one in report.empfehlungen.values()
        for ref in one.handlungsfelder
    }
    found = lists(report)
    pairs = {path for path in found if path.startswith("jahr/") and "/handlungsfeld/" in path}
    assert pairs == expected


def test_a_field_in_a_year_lists_its_own_alone(tmp_path: Path) -> None:
    found = lists(loaded(small_county(tmp_path))[0])
    rows = found["jahr/2022/handlungsfeld/wohnen/"].examples
    assert {row.attributes["data-jahr"] for row in rows} == {"2022"}
    assert all("wohnen" in row.attributes["data-handlungsfeld"].split() for row in rows)


def test_every_way_of_choosing_leads_to_a_list_with_so_many_rows(report: Report) -> None:
    found = lists(report)
    wrong = [
        (path, one.href)
        for path, view in found.items()
        for facet in (view.years, *view.facets)
        for one in (*facet.choices, *facet.examples)
        if one.href
        and one.count != sum(len(group.rows) for group in found[one.href.split("/", 2)[2]].groups)
    ]
    assert wrong == []


def test_fields_without_recommendations_are_seen_but_lead_nowhere(tmp_path: Path) -> None:
    wohnen = (SMALL / "content/handlungsfelder/wohnen.md").read_text(encoding="utf-8")
    arbeit = wohnen.replace("titel: Wohnen", "titel: Arbeit").replace(
        "reihenfolge: 1", "reihenfolge: 2"
    )
    report, _ = loaded(small_county(tmp_path, {"content/handlungsfelder/arbeit.md": arbeit}))
    fields = choices(lists(report)[""], "handlungsfeld")
    assert (fields["arbeit"].count, fields["arbeit"].href) == (0, "")
    assert fields["wohnen"].href == "/handlungsempfehlungen/handlungsfeld/wohnen/"


def test_other_values_that_nothing_has_are_not_seen(tmp_path: Path) -> None:
    view = lists(loaded(small_county(tmp_path))[0])[""]
    assert [*choices(view, "stand")] == ["beschlossen", "vorgeschlagen"]
    assert [*choices(view, "einschaetzung")] == ["hoch", "ohne"]
    assert "sued" not in choices(view, "raum")


def test_examples_stand_apart_and_are_not_counted(tmp_path: Path) -> None:
    view = lists(loaded(small_county(tmp_path))[0])[""]
    assert (view.found, view.total) == ("Eine Empfehlung", 1)
    assert [group.title for group in view.groups] == ["2021"]
    assert [row.row.title for row in view.examples] == ["Wohnungen tauschen"]
    assert choices(view, FELD.name)["wohnen"].count == 1
    facets = {one.name: one for one in view.facets}
    assert [one.key for one in facets["stand"].choices] == ["beschlossen"]
    assert [one.key for one in facets["stand"].examples] == ["vorgeschlagen"]


def test_what_only_examples_have_is_a_page_all_the_same(tmp_path: Path) -> None:
    view = lists(loaded(small_county(tmp_path))[0])["stand/vorgeschlagen/"]
    assert (view.found, view.groups) == ("Keine Empfehlungen", ())
    assert len(view.examples) == 1


def test_where_there_is_one_value_there_is_no_choice_but_a_page(tmp_path: Path) -> None:
    off = replaced("content/kreis.yml", "beispiele: true", "beispiele: false")
    found = lists(loaded(small_county(tmp_path, off))[0])
    assert {one.name for one in found[""].facets} == {"handlungsfeld", "raum"}
    assert "art/handlungsempfehlung/" in found
    assert [order.name for order in found[""].orders] == ["jahr", "stille"]


def test_what_is_for_a_kommune_is_for_its_room(tmp_path: Path) -> None:
    places = "raeume: [raum:kreis, kommune:nordort]"
    files = replaced(FIRST, places, "raeume: [kommune:nordort]")
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    ags = next(one for one in report.geografie.kommunen.values() if one.key.name == "nordort")
    value = next(one for one in RAUM.values(report) if one.key == ags.raum)
    assert [one.key.name for one in matching(report, RAUM, value)] == ["2021-01"]
    assert "raum/kreis/" not in lists(report)


def test_fields_are_found_by_their_old_names(tmp_path: Path) -> None:
    report, problems = loaded(small_county(tmp_path))
    assert problems == []
    view = lists(report)[""]
    assert choices(view, FELD.name)["wohnen"].note == "früher: „Wohnraum“"
    rows = [*(row for group in view.groups for row in group.rows), *view.examples]
    assert [row.attributes["data-handlungsfeld"] for row in rows] == ["wohnen", "wohnen"]
    assert all("Wohnraum" in row.attributes["data-text"] for row in rows)


def test_a_field_that_was_always_called_so_has_no_old_name(tmp_path: Path) -> None:
    report, _ = loaded(small_county(tmp_path, replaced(FIELD, NAME, "}")))
    assert choices(lists(report)[""], FELD.name)["wohnen"].note == ""


def test_a_year_leads_on_to_its_fields_and_back(tmp_path: Path) -> None:
    found = lists(loaded(small_county(tmp_path))[0])
    fields = choices(found["jahr/2022/"], FELD.name)
    assert fields["wohnen"].href == "/handlungsempfehlungen/jahr/2022/handlungsfeld/wohnen/"
    years = choices(found["handlungsfeld/wohnen/"], JAHR.name)
    assert years["2022"].href == fields["wohnen"].href
    assert years["2022"].count == fields["wohnen"].count
