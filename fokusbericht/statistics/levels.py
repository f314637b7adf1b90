"""The figures of a report at all levels: the only way to them for pages, maps, charts and files."""

from collections.abc import Mapping

from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Levels, levels
from fokusbericht.statistics.secrecy import as_published


@query
def levels_of(report: Report) -> Mapping[str, Levels]:
    """Return the figures of all indicators at all levels, as they may be published."""
    published = as_published(report)
    return {name: levels(published, one) for name, one in published.indikatoren.items()}
