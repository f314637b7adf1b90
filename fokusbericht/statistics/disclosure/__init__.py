"""Statistical disclosure control: what must be hidden, and an audit by an attacker's arithmetic."""

from fokusbericht.statistics.disclosure.attacker import audit
from fokusbericht.statistics.disclosure.cells import (
    CountCell,
    KnownSum,
    Leak,
    Reason,
    Rule,
    Status,
    Suppression,
)
from fokusbericht.statistics.disclosure.county import Publication, publication
from fokusbericht.statistics.disclosure.series import CaseSeries, View, cell_id, figure_id
from fokusbericht.statistics.disclosure.suppression import suppress

__all__ = [
    "CaseSeries",
    "CountCell",
    "KnownSum",
    "Leak",
    "Publication",
    "Reason",
    "Rule",
    "Status",
    "Suppression",
    "View",
    "audit",
    "cell_id",
    "figure_id",
    "publication",
    "suppress",
]
