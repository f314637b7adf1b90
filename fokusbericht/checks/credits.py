"""Who is to be named on a public site, and under which licence what is shown may be used."""

import re
from collections.abc import Iterator

from fokusbericht.checks.spots import KREIS, value_place
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.text.references import shown_pictures

ID = "veroeffentlichen"
# What stands where nobody has found out yet.
UNKNOWN = re.compile(
    r"[\W\d_]*|(?:noch )?(?:unbekannt|offen|unklar|ungeklärt|fehlt|keine|k\. ?a\.|n\. ?n\.)\W*",
    re.IGNORECASE,
)


def sources(report: Report) -> Iterator[Problem]:
    """Yield figures without the name or licence of their source."""
    for indikator in report.indikatoren.values():
        for key, text in (("name", indikator.quelle.name), ("lizenz", indikator.quelle.lizenz)):
            if UNKNOWN.fullmatch(text):
                path = indikator.place.path
                sentence = f"Zur Quelle dieser Zahl fehlt „{key}“."
                yield Problem(value_place(report, path, "quelle", key), sentence, ID)


def map_source(report: Report) -> Iterator[Problem]:
    """Yield that nobody is named for the shapes of the map."""
    if UNKNOWN.fullmatch(report.geografie.quelle):
        path = "geo/raeume.yml"
        sentence = "Zur Karte fehlt die „kartenquelle“ mit Lizenz."
        yield Problem(value_place(report, path, "kartenquelle"), sentence, ID)


def postcodes(report: Report) -> Iterator[Problem]:
    """Yield that nobody knows where the postcodes are from."""
    if report.postleitzahlen and UNKNOWN.fullmatch(report.geografie.plz_quelle):
        path = "geo/raeume.yml"
        sentence = "Zu den Postleitzahlen fehlt die „postleitzahlenquelle“ mit Lizenz."
        yield Problem(value_place(report, path, "postleitzahlenquelle"), sentence, ID)


def texts(report: Report) -> Iterator[Problem]:
    """Yield that nobody knows how the texts may be used."""
    if UNKNOWN.fullmatch(report.kreis.lizenz_texte):
        sentence = "Es ist nicht angegeben, unter welcher Lizenz die Texte stehen."
        yield Problem(value_place(report, KREIS, "lizenz_texte"), sentence, ID)


def pictures(report: Report) -> Iterator[Problem]:
    """Yield pictures of which nobody knows who made them, or whether they may be shown."""
    for name in sorted(shown_pictures(report) & report.bilder.keys()):
        bild = report.bilder[name]
        for key, text in (("urheber", bild.urheber), ("lizenz", bild.lizenz)):
            if UNKNOWN.fullmatch(text):
                place = value_place(report, bild.place.path, key)
                yield Problem(place, f"Zu diesem Bild fehlt „{key}“.", ID)
