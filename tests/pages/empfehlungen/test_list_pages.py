"""Long lists of recommendations: which pages they have, and what each says of itself."""

from dataclasses import replace
from itertools import cycle, islice

import pytest

from fokusbericht.building.output import Output
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen import empfehlungen
from fokusbericht.pages.empfehlungen.empfehlungen import EmpfehlungenView

LIST = "handlungsempfehlungen/"


def planned(report: Report, number: int, examples: int = 0) -> dict[str, Output]:
    """Return the lists of a county with so many recommendations, some of them made up."""
    found = {}
    for place, one in enumerate(islice(cycle(report.empfehlungen.values()), number)):
        key = Key(Kind.EMPFEHLUNG, f"{one.jahr}-{place + 100}")
        found[key.name] = replace(one, key=key, vorgaenger=(), beispiel=place < examples)
    titles = {**report.titles, **{one.key: one.titel for one in found.values()}}
    many = replace(report, empfehlungen=found, titles=titles)
    return {output.path: output for output in empfehlungen.plan(many)}


def view_of(output: Output) -> EmpfehlungenView:
    """Return the view of a list."""
    return output.ingredients[2]  # type: ignore[index, no-any-return]


def whole(outputs: dict[str, Output]) -> list[Output]:
    """Return the pages of the list of all."""
    return [outputs[path] for path in outputs if path.split("/")[1] in ("index.html", "seite")]


def test_a_hundred_stand_on_one_page(muster_report: Report) -> None:
    (only,) = whole(planned(muster_report, 100))
    view = view_of(only)
    assert (view.found, view.pages, view.previous, view.next) == (
        "100 Empfehlungen",
        (),
        None,
        None,
    )


def test_one_more_makes_a_second_page(muster_report: Report) -> None:
    outputs = planned(muster_report, 101)
    first, second = whole(outputs)
    assert view_of(first).found == "101 Empfehlungen, 1 bis 100 auf dieser Seite"
    assert view_of(second).found == "101 Empfehlungen, die letzte auf dieser Seite"
    assert [one.href for one in view_of(first).pages] == [
        "/handlungsempfehlungen/#ergebnisse",
        "/handlungsempfehlungen/seite/2/#ergebnisse",
    ]
    assert view_of(second).next is None
    text = second.make().decode()
    assert "<title>Handlungsempfehlungen, Seite 2 " in text
    assert 'rel="prev"' in text and 'rel="next"' not in text
    assert "/handlungsempfehlungen/seite/2/" in text.partition('rel="canonical"')[2][:120]


@pytest.mark.parametrize("examples", [0, 60])
def test_each_stands_on_one_page_and_examples_come_last(
    muster_report: Report, examples: int
) -> None:
    views = [view_of(one) for one in whole(planned(muster_report, 250, examples))]
    real = [sum(len(group.rows) for group in view.groups) for view in views]
    made_up = [len(view.examples) for view in views]
    assert [*map(sum, zip(real, made_up, strict=True))] == [100, 100, 50]
    assert (sum(real), sum(made_up)) == (250 - examples, examples)
    assert made_up == sorted(made_up)
    rows = [row.row.href for view in views for group in view.groups for row in group.rows]
    assert len(rows) == len(set(rows))


def test_a_value_that_many_have_has_pages_as_well(muster_report: Report) -> None:
    outputs = planned(muster_report, 520)
    path = f"{LIST}einschaetzung/hoch/seite/2/index.html"
    assert view_of(outputs[path]).chosen == "einschaetzung=hoch"
    assert outputs[path].entry is None  # the list of all is in the site map, no choice from it
    report = replace(muster_report, kreis=replace(muster_report.kreis, erfunden=False))
    assert all(one.entry for one in whole(planned(report, 520)))
