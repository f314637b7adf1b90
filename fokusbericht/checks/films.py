"""A film: for whom it is read aloud or captioned, and where it lies."""

from collections.abc import Iterator
from pathlib import Path

from fokusbericht.media.captions import read_captions
from fokusbericht.media.films import ENDINGS, examine
from fokusbericht.media.films.patches import Film
from fokusbericht.model.report import Report
from fokusbericht.model.texts import MEDIEN, Filmdatei
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import LONGEST_POINTER, READABLE, TOO_LARGE, exists, open_file
from fokusbericht.sources.texts import read_text

ID = "film"
ROUNDED = 2.0  # seconds that a film may be shorter than its head says
LARGER = TOO_LARGE.format(0)


def check(report: Report) -> Iterator[Problem]:
    """Yield films without captions or transcript, and files that are not there."""
    for film in report.films():
        yield from _check_film(Path(report.root), film)


def _check_film(root: Path, dgs: Filmdatei) -> Iterator[Problem]:
    if bool(dgs.film) == bool(dgs.adresse):
        sentence = "Ein Video hat entweder „film“, eine eigene Datei, oder „adresse“, einen Link."
        yield Problem(dgs.place, sentence, ID)
    if not dgs.film:
        return
    if not (dgs.untertitel and dgs.abschrift):
        sentence = "Zu einem eigenen Film gehören „untertitel“ und „abschrift“."
        yield Problem(dgs.place, sentence, ID)
    path = f"{MEDIEN}/{dgs.film}"
    lacking = [*_check_file(root, dgs.place, dgs.film, ENDINGS)] or [*_unopened(root, path)]
    film = "" if lacking else examine(root / path)
    yield from lacking
    if film and isinstance(film, str):
        yield Problem(Place(path), film, ID)
    if dgs.untertitel:
        lacking = list(_check_file(root, dgs.place, dgs.untertitel, (".vtt",)))
        yield from lacking or _check_captions(root, dgs.untertitel, film)


def _unopened(root: Path, path: str) -> Iterator[Problem]:
    """Yield why a film is not even opened: a link, a pipe, a pointer to a file elsewhere."""
    fault = open_file(root, path, LONGEST_POINTER)
    if isinstance(fault, str) and fault != LARGER:  # whatever is larger is looked at in pieces
        yield Problem(Place(path), fault, READABLE)


def _check_captions(root: Path, name: str, film: Film | str) -> Iterator[Problem]:
    """Yield what is wrong with captions, and those that a film is too short for."""
    path = f"{MEDIEN}/{name}"
    problems: list[Problem] = []
    text = read_text(root, path, problems)
    yield from problems
    cues, faults = read_captions(text) if text is not None else ([], [])
    for fault in faults:
        yield Problem(Place(path, fault.line, fault.column), fault.sentence, ID)
    seconds = film.seconds + ROUNDED if isinstance(film, Film) and film.seconds else 0
    late = next((cue for cue in cues if seconds and cue.start / 1000 > seconds), None)
    if late:
        yield Problem(Place(path, late.line), "Dann ist der Film schon zu Ende.", ID)


def _check_file(root: Path, place: Place, name: str, endings: tuple[str, ...]) -> Iterator[Problem]:
    if not name.endswith(endings) or "/" in name:
        sentence = f"„{name}“: hier steht der Name einer Datei auf {' oder '.join(endings)}."
        yield Problem(place, sentence, ID)
    elif not exists(root, f"{MEDIEN}/{name}"):
        yield Problem(place, f"Die Datei {MEDIEN}/{name} gibt es nicht.", ID)
