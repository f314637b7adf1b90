"""How the grades are spread: real ones and examples are counted apart, all are counted."""

from collections import Counter

from support import REPOSITORY

from fokusbericht.load import load_report
from fokusbericht.pages.empfehlungen.einstufungen import EinstufungenView, plan


def view() -> EinstufungenView:
    """Return what the county's own page shows."""
    (output,) = plan(load_report(REPOSITORY)[0])
    assert output.path == "handlungsempfehlungen/steuerungsrelevanz/index.html"
    assert isinstance(output.ingredients, tuple)
    found = output.ingredients[2]
    assert isinstance(found, EinstufungenView)
    return found


def test_examples_are_counted_apart() -> None:
    real, examples = view().parts
    assert real.sentence == "Von 6 Empfehlungen hat hier noch keine eine Stufe."
    assert real.tables == ()
    assert examples.sentence.startswith("Beispiele sind erdacht, ihre Stufen auch. Von 59")


def test_every_example_is_in_one_year() -> None:
    report = load_report(REPOSITORY)[0]
    ones = [one for one in report.empfehlungen.values() if one.beispiel]
    years, groups = view().parts[1].tables
    assert {row.name: row.total for row in years.rows} == Counter(str(one.jahr) for one in ones)
    assert sum(row.total for row in groups.rows) == sum(len(one.fokusgruppen) or 1 for one in ones)


def test_bars_are_as_long_as_their_numbers() -> None:
    for table in view().parts[1].tables:
        most = max(row.total for row in table.rows)
        for row in table.rows:
            assert sum(row.counts) == row.total
            length = sum(share.width for share in row.bar)
            assert abs(length - row.total / most * 100) < 0.1
