"""File names are keys and addresses: small letters, digits and hyphens."""

import re
from collections.abc import Iterator

from fokusbericht.model import Report
from fokusbericht.problems import Place, Problem
from fokusbericht.prose import slug

ID = "dateiname"
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(report: Report) -> Iterator[Problem]:
    """Yield names that are no keys."""
    for thing in report.things():
        stem, _, ending = thing.place.path.rpartition("/")[2].rpartition(".")
        if not NAME.fullmatch(stem):
            sentence = (
                "Dateinamen bestehen aus kleinen Buchstaben, Ziffern und Bindestrichen, "
                f"zum Beispiel „{slug(stem) or 'name'}.{ending}“."
            )
            yield Problem(Place(thing.place.path), sentence, ID)
