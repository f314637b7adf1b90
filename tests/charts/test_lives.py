"""The recommendations of the Kreis Muster stand where the table of `lives.py` says."""

import pytest
from lives import Row, rows

from fokusbericht.model.report import Report
from fokusbericht.text.references import successors
from fokusbericht.words.names import STAENDE


def test_the_table_has_them_all(report: Report) -> None:
    assert [row[0] for row in rows()] == sorted(report.empfehlungen)
    assert len(rows()) >= 60 and {row[0][:4] for row in rows()} == {
        str(y) for y in range(2017, 2026)
    }


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_state_silence_and_chain(report: Report, row: Row) -> None:
    one = report.empfehlungen[row[0]]
    assert row == (
        one.key.name,
        one.verlauf[-1].datum.isoformat(),
        STAENDE[one.stand()],
        one.silent_months(report.kreis.stichtag),
        [ref.key.name for ref in one.vorgaenger],
        [key.name for key in successors(report).get(one.key, ())],
    )
