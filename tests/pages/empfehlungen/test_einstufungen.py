"""How the grades are spread: real ones and examples are counted apart, all are counted."""

from collections import Counter
from dataclasses import replace

from support import with_examples

from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.einstufungen import EinstufungenView, plan

MADE_UP = 2025  # the year whose recommendations are examples here


def view(report: Report) -> EinstufungenView:
    """Return what the page shows."""
    (output,) = plan(report)
    assert output.path == "handlungsempfehlungen/steuerungsrelevanz/index.html"
    assert isinstance(output.ingredients, tuple)
    found = output.ingredients[2]
    assert isinstance(found, EinstufungenView)
    return found


def numbers(ones: list[Handlungsempfehlung]) -> list[int]:
    """Return how many have which grade, from high to none."""
    counted = Counter(
        one.steuerungsrelevanz.value if one.steuerungsrelevanz else "" for one in ones
    )
    return [counted[name] for name in ("hoch", "mittel", "gering", "")]


def test_all_real_ones_are_counted(report: Report) -> None:
    (real,) = view(report).parts
    ones = list(report.empfehlungen.values())
    high, middle, low, none = numbers(ones)
    assert min(high, middle, low, none) > 0
    assert real.sentence == (
        f"Von {len(ones)} Empfehlungen sind {high} in hohem Maße steuerungsrelevant, "
        f"{middle} steuerungsrelevant und {low} weniger steuerungsrelevant; {none} ohne Stufe."
    )


def test_examples_are_counted_apart(report: Report) -> None:
    real, examples = view(with_examples(report, MADE_UP)).parts
    made_up = [one for one in report.empfehlungen.values() if one.jahr == MADE_UP]
    assert real.sentence.startswith(f"Von {len(report.empfehlungen) - len(made_up)} Empfehlungen ")
    assert examples.sentence.startswith(
        f"Beispiele sind erdacht, ihre Stufen auch. Von {len(made_up)} Beispielen "
    )
    assert {row.name for row in examples.tables[0].rows} == {str(MADE_UP)}
    assert str(MADE_UP) not in {row.name for row in real.tables[0].rows}


def test_without_any_grade_there_is_nothing_to_draw(report: Report) -> None:
    made = {key: replace(one, steuerungsrelevanz=None) for key, one in report.empfehlungen.items()}
    (real,) = view(replace(report, empfehlungen=made)).parts
    assert real.sentence == f"Von {len(made)} Empfehlungen hat hier noch keine eine Stufe."
    assert real.tables == ()


def test_every_one_is_in_one_year_and_with_each_of_its_groups(report: Report) -> None:
    ones = list(report.empfehlungen.values())
    years, groups = view(report).parts[0].tables
    assert {row.name: row.total for row in years.rows} == Counter(str(one.jahr) for one in ones)
    assert sum(row.total for row in groups.rows) == sum(len(one.fokusgruppen) or 1 for one in ones)
    for row in years.rows:
        assert list(row.counts) == numbers([one for one in ones if str(one.jahr) == row.name])


def test_bars_are_as_long_as_their_numbers(report: Report) -> None:
    for table in view(report).parts[0].tables:
        most = max(row.total for row in table.rows)
        for row in table.rows:
            assert sum(row.counts) == row.total
            length = sum(share.width for share in row.bar)
            assert abs(length - row.total / most * 100) < 0.1
