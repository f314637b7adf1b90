"""Statistical disclosure control: what must be hidden, and an audit by an attacker's arithmetic."""

from fokusbericht.statistics.disclosure.attacker import audit
from fokusbericht.statistics.disclosure.cells import (
    Cell,
    Leak,
    Reason,
    Relation,
    Rule,
    Status,
    Suppression,
)
from fokusbericht.statistics.disclosure.county import (
    Publication,
    Secrets,
    Series,
    View,
    cell_id,
    publication,
    secret_cells,
)
from fokusbericht.statistics.disclosure.suppression import suppress

__all__ = [
    "Cell",
    "Leak",
    "Publication",
    "Reason",
    "Relation",
    "Rule",
    "Secrets",
    "Series",
    "Status",
    "Suppression",
    "View",
    "audit",
    "cell_id",
    "publication",
    "secret_cells",
    "suppress",
]
