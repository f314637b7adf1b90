"""All tables of open data below /daten/, and what is read of them."""

from fokusbericht.exports.daten import (
    abstimmungen,
    anregungen,
    begriffe,
    berichtigungen,
    beschluesse,
    empfehlungen,
    following,
    indikatoren,
    orte,
    planung,
    termine,
    verlauf,
    werte,
)
from fokusbericht.exports.daten.columns import CsvRow, OpenTable
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report

TABLES = (
    *(empfehlungen.TABLE, verlauf.TABLE, beschluesse.TABLE, abstimmungen.TABLE, anregungen.TABLE),
    *(following.STEPS, following.STANCES, *planung.TABLES, termine.TABLE, berichtigungen.TABLE),
    *begriffe.TABLES,
    *(indikatoren.TABLE, werte.TABLE, begriffe.THEMEN),
    *(orte.KOMMUNEN, orte.AEMTER, orte.RAEUME, orte.ZUORDNUNG, orte.GEBIETE),
)
BY_NAME = {one.name: one for one in TABLES}
# The others are there as soon as anything is in them.
ALWAYS = (empfehlungen.TABLE, verlauf.TABLE, beschluesse.TABLE)


@query
def rows_of(report: Report, name: str) -> tuple[CsvRow, ...]:
    """Return the rows of a table."""
    return BY_NAME[name].rows(report)


def prints_of(report: Report, one: OpenTable) -> object:
    """Return what tells the rows of a table apart from others that it might have."""
    return one.prints(report) if one.prints else rows_of(report, one.name)


def is_there(report: Report, one: OpenTable) -> bool:
    """Say whether a table has a file."""
    return one in ALWAYS or bool(one.prints(report) if one.prints else rows_of(report, one.name))
