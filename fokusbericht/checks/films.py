"""A film in German Sign Language: for whom it is read aloud or captioned, and where it lies."""

from collections.abc import Iterator
from pathlib import Path

from fokusbericht.model.report import Report
from fokusbericht.model.texts import MEDIEN, Gebaerdenfilm
from fokusbericht.problems import Place, Problem

ID = "film"
FILM_ENDINGS = (".mp4", ".webm")


def check(report: Report) -> Iterator[Problem]:
    """Yield films without captions or transcript, and files that are not there."""
    for page in report.leicht.values():
        if page.dgs:
            yield from _check_film(Path(report.root), page.dgs)


def _check_film(root: Path, dgs: Gebaerdenfilm) -> Iterator[Problem]:
    if bool(dgs.film) == bool(dgs.adresse):
        sentence = "Ein Video hat entweder „film“, eine eigene Datei, oder „adresse“, einen Link."
        yield Problem(dgs.place, sentence, ID)
    if not dgs.film:
        return
    if not (dgs.untertitel and dgs.abschrift):
        sentence = "Zu einem eigenen Film gehören „untertitel“ und „abschrift“."
        yield Problem(dgs.place, sentence, ID)
    yield from _check_file(root, dgs.place, dgs.film, FILM_ENDINGS)
    if dgs.untertitel:
        yield from _check_file(root, dgs.place, dgs.untertitel, (".vtt",))


def _check_file(root: Path, place: Place, name: str, endings: tuple[str, ...]) -> Iterator[Problem]:
    if not name.endswith(endings) or "/" in name:
        sentence = f"„{name}“: hier steht der Name einer Datei auf {' oder '.join(endings)}."
        yield Problem(place, sentence, ID)
    elif not (root / MEDIEN / name).is_file():
        yield Problem(place, f"Die Datei {MEDIEN}/{name} gibt es nicht.", ID)
