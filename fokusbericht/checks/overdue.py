"""What has run out at the key date: an audit of accessibility, the contact for weaknesses."""

from collections.abc import Iterator

from fokusbericht.checks.duties import a_year_after
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem, Severity

ID = "abgelaufen"


def check(report: Report) -> Iterator[Problem]:
    """Yield hints at what is to be renewed."""
    kreis = report.kreis
    stated, weak = kreis.barrierefreiheit, kreis.sicherheit
    if stated and a_year_after(stated.geprueft) < kreis.stichtag:
        sentence = (
            "Die letzte Prüfung der Barrierefreiheit liegt am Stichtag mehr als ein Jahr zurück. "
            "Bitte neu prüfen."
        )
        yield Problem(stated.place, sentence, ID, Severity.WARNING)
    if weak and weak.gueltig_bis < kreis.stichtag:
        sentence = (
            "Der Kontakt für Schwachstellen ist am Stichtag abgelaufen. "
            "Bitte prüfen und „gueltig_bis“ verlängern."
        )
        yield Problem(weak.place, sentence, ID, Severity.WARNING)
