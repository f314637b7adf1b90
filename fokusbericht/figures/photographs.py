"""/bilder/: the pictures that texts show, made fit for the web, and how a page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fokusbericht.building.output import Output
from fokusbericht.media.pictures import encode, widths_of
from fokusbericht.media.vector import CleanVector, clean
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Bilddatei
from fokusbericht.text.references import shown_pictures

FOLDER = "/bilder/"
MODERN = "webp"


@dataclass(frozen=True, slots=True)
class Sized:
    """A picture's file in one width."""

    src: str
    width: int


@dataclass(frozen=True, slots=True)
class BildView:
    """A picture in the middle of a text."""

    modern: tuple[Sized, ...]  # for nearly all browsers; none for a drawing
    files: tuple[Sized, ...]  # for all; the last is the widest
    alt: str
    width: int
    height: int
    caption: str
    credit: str
    source: str  # an address


def bild_view(report: Report, name: str) -> BildView:
    """Return what an embed `{{ bild: name }}` shows."""
    bild = report.bilder[name]
    return BildView(
        modern=() if bild.is_drawing() else _sized(bild, MODERN),
        files=_sized(bild, plain_form(bild)),
        alt=bild.alt,
        width=shown_width(bild),
        height=round(bild.height * shown_width(bild) / bild.width),
        caption=bild.unterschrift,
        credit=f"Bild: {bild.urheber} · {bild.lizenz}",
        source=bild.quelle,
    )


def plan(report: Report) -> Iterator[Output]:
    """Plan the files of all pictures that a text shows; what nobody shows is not published."""
    for name in sorted(shown_pictures(report) & report.bilder.keys()):
        bild = report.bilder[name]
        path = Path(report.root, bild.datei)
        if bild.is_drawing():
            yield Output(
                _address(bild, 0, "svg")[1:], bild.digest, partial(_drawn, path), bild.place
            )
            continue
        for form in (MODERN, plain_form(bild)):
            for width in widths_of(bild.width):
                make = partial(encode, path, width, form)
                yield Output(_address(bild, width, form)[1:], bild.digest, make, bild.place)


def plain_form(bild: Bilddatei) -> str:
    """Return the form that every browser and Word can show."""
    return "svg" if bild.is_drawing() else "png" if bild.transparent else "jpg"


def shown_width(bild: Bilddatei) -> int:
    """Return the width of the widest file."""
    return bild.width if bild.is_drawing() else widths_of(bild.width)[-1]


def _sized(bild: Bilddatei, form: str) -> tuple[Sized, ...]:
    widths = (0,) if form == "svg" else widths_of(bild.width)
    return tuple(Sized(_address(bild, width, form), width) for width in widths)


def _address(bild: Bilddatei, width: int, form: str) -> str:
    size = f"-{width}" if width else ""
    return f"{FOLDER}{bild.name}{size}.{bild.digest}.{form}"


def _drawn(path: Path) -> bytes:
    drawing = clean(path.read_bytes())
    assert isinstance(drawing, CleanVector)  # else the check would have told it
    return drawing.svg
