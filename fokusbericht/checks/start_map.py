"""The figure that `kreis.yml` maps on the start page has figures within the county."""

from collections.abc import Iterator

from fokusbericht.model.figures import Ebene
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "startkarte"


def check(report: Report) -> Iterator[Problem]:
    """Yield a figure for the start page that cannot be mapped."""
    ref = report.kreis.startkarte
    indikator = report.indikatoren.get(ref.key.name)
    if indikator and indikator.ebene is Ebene.KREIS:
        sentence = (
            f"„{indikator.titel}“ gibt es nur für den ganzen Kreis; daraus wird keine Karte. "
            "Bitte eine Zahl nehmen, die es für Kommunen oder Ämter gibt."
        )
        yield Problem(ref.place, sentence, ID)
