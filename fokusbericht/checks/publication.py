"""What must be in order before a site goes public: the list in docs/betrieb.md, point by point."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from fokusbericht.checks import credits, duties
from fokusbericht.checks.public_hosts import is_public_address, is_public_mail
from fokusbericht.checks.spots import KREIS, value_place
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.sources.texts import place_at, read_text

ID = "veroeffentlichen"
BLANK = re.compile(r"\{\{\s*luecke\b\s*:?\s*([^}\n]*?)\s*(?:\}\}|$)", re.MULTILINE)


def check(report: Report) -> Iterator[Problem]:
    """Yield what is still to be done."""
    for find in POINTS.values():
        yield from find(report)


def _examples(report: Report) -> Iterator[Problem]:
    shown = sum(thing.beispiel for thing in report.things())
    if shown:
        told = "ist ein erdachter Inhalt" if shown == 1 else f"sind {shown} erdachte Inhalte"
        sentence = f"Noch {told} zu sehen. Bitte „beispiele: false“ angeben."
        yield Problem(value_place(report, KREIS, "beispiele"), sentence, ID)


def _notice(report: Report) -> Iterator[Problem]:
    if report.kreis.hinweis:
        sentence = (
            "Der „hinweis“ steht noch auf jeder Seite. Ist die Website amtlich, bitte leer lassen."
        )
        yield Problem(value_place(report, KREIS, "hinweis"), sentence, ID)


def _address(report: Report) -> Iterator[Problem]:
    url = report.kreis.basis_url
    if not is_public_address(url):
        sentence = (
            f"„{url}“ ist keine öffentliche Adresse (basis_url). Hier steht die Adresse, unter der "
            "die Website zu finden ist, mit https://."
        )
        yield Problem(value_place(report, KREIS, "basis_url"), sentence, ID)


def _contact(report: Report) -> Iterator[Problem]:
    kontakt = report.kreis.kontakt
    if not (kontakt.email or kontakt.telefon):
        sentence = "Unter „kontakt“ fehlt, wie man die Stelle erreicht: „email“ oder „telefon“."
        yield Problem(value_place(report, KREIS, "kontakt"), sentence, ID)
    if kontakt.email and not is_public_mail(kontakt.email):
        sentence = f"An „{kontakt.email}“ kommt keine E-Mail an. Bitte die Adresse berichtigen."
        yield Problem(value_place(report, KREIS, "kontakt", "email"), sentence, ID)


def _blanks(report: Report) -> Iterator[Problem]:
    """Yield blanks wherever they are: in texts, heads, lists and kreis.yml."""
    for path in sorted({KREIS, *_paths(report)}):
        source = read_text(Path(report.root), path, []) or ""
        for match in BLANK.finditer(source):
            what = f": {match[1]}" if match[1] else ", was in dieser Lücke fehlt"
            place = place_at(path, source, match.start())
            yield Problem(place, f"Vor der Veröffentlichung ist einzutragen{what}.", ID)


def _paths(report: Report) -> Iterator[str]:
    lists = (report.begriffe, report.themen, report.zielgruppen, report.bilder)
    yield from (thing.place.path for thing in report.things())
    yield from (one.place.path for entries in lists for one in entries.values())
    yield from (one.place.path for one in report.geografie.kommunen.values())


POINTS: Mapping[str, Callable[[Report], Iterator[Problem]]] = {
    "beispiele": _examples,
    "hinweis": _notice,
    "basis_url": _address,
    "kontakt": _contact,
    "luecke": _blanks,
    "impressum": duties.impressum,
    "datenschutz": duties.datenschutz,
    "barrierefreiheit": duties.accessibility,
    "rueckmeldung": duties.feedback,
    "sicherheit": duties.security,
    "quellen": credits.sources,
    "kartenquelle": credits.map_source,
    "postleitzahlenquelle": credits.postcodes,
    "lizenz_texte": credits.texts,
    "bilder": credits.pictures,
}
"""What is asked for, by the name that docs/betrieb.md gives it."""
