"""Films of pages: what a page says of one, and its files, which lie beside the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import file_digest
from pathlib import Path
from urllib.parse import urlsplit

from fokusbericht.building.output import Output
from fokusbericht.media.captions import read_captions, write_captions
from fokusbericht.media.films import cleaned
from fokusbericht.model.base import Thing
from fokusbericht.model.report import Report
from fokusbericht.model.texts import MEDIEN, Filmdatei
from fokusbericht.urls import path_of, url_of


@dataclass(frozen=True, slots=True)
class FilmView:
    """A film: files of our own, or an address and the host that it leads to."""

    src: str
    type: str = ""
    captions: str = ""
    transcript: tuple[str, ...] = ()
    host: str = ""


def film_view(film: Filmdatei, url: str) -> FilmView:
    """Return a film as its page shows it."""
    if film.adresse:
        return FilmView(film.adresse, host=urlsplit(film.adresse).netloc)
    return FilmView(
        src=url + film.film,
        type=f"video/{film.film.rpartition('.')[2]}",
        captions=url + film.untertitel,
        transcript=tuple(line for line in film.abschrift.splitlines() if line.strip()),
    )


def film_files(report: Report, film: Filmdatei | None, page: Thing) -> Iterator[Output]:
    """Plan the files of a film: they lie beside their page."""
    made = ((film.film, cleaned), (film.untertitel, _captions)) if film and film.film else ()
    for name, make in made:
        file = Path(report.root, MEDIEN, name)
        path = path_of(url_of(report, page.key)).replace("index.html", name)
        with file.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
        yield Output(path, digest, partial(make, file), page.place)


def _captions(file: Path) -> bytes:
    """Return captions written anew from their cues."""
    cues, _ = read_captions(file.read_text(encoding="utf-8-sig"))
    return write_captions(cues).encode()
