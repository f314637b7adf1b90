"""What was decided in the county in the last twelve months, and what is known by its year alone."""

from fokusbericht.model.report import Report
from fokusbericht.pages.planung import umsetzung
from fokusbericht.pages.planung.umsetzung import UmsetzungView


def test_only_what_was_surely_decided_in_twelve_months_is_recent(report: Report) -> None:
    (output,) = umsetzung.plan(report)
    _, _, view = output.ingredients  # type: ignore[misc]
    assert isinstance(view, UmsetzungView)
    assert "vom 1.\u00a0November 2025 bis zum 1.\u00a0November 2026" in view.recent_sentence
    # That the consultation procedure was decided is known by its year alone.
    assert all("2025 ·" not in entry.date for entry in view.recent)
    assert view.rough_sentence == (
        "Eine weitere steht hier nicht, weil von ihr nur das Jahr bekannt ist."
    )
