"""The pictures of cards in pixels: the county, a course, a way, a cover."""

from collections.abc import Sequence
from typing import NamedTuple

from fokusbericht.cards.county import coloured, pattern_of, plate_of
from fokusbericht.cards.data import (
    CardPicture,
    CountyShades,
    Curve,
    Station,
    Stations,
    YearCover,
)
from fokusbericht.cards.lettering import BOLD, Letters, fitted
from fokusbericht.cards.sheet import CardSheet, disc, line
from fokusbericht.charts.scale import AxisScale
from fokusbericht.model.places import Geografie

SMALL, PLAIN = 24, 28
SIZE, BOLD_SIZE = Letters(SMALL), Letters(SMALL, BOLD)
NAMES = tuple(Letters(size, BOLD) for size in (76, 64, 54, 44))
OPEN = ("open", "skipped")
COLOURS = {"good": "akzent", "bad": "ruf", "done": "akzent", "current": "akzent"}


class PictureBox(NamedTuple):
    """Where a picture may be drawn."""

    left: int
    top: int
    width: int
    height: int


def draw_picture(
    sheet: CardSheet, geografie: Geografie, picture: CardPicture, window: PictureBox
) -> None:
    """Draw what stands beside the words of a card."""
    match picture:
        case CountyShades():
            _county(sheet, geografie, picture, window)
        case Curve():
            _curve(sheet, picture, window)
        case Stations():
            _stations(sheet, picture.stops, window)
        case YearCover():
            _cover(sheet, geografie, picture, window)


def _county(
    sheet: CardSheet, geografie: Geografie, shades: CountyShades, window: PictureBox
) -> None:
    left, top, width, height = window
    top -= 50  # the picture may begin beside the name of the county
    below = 34 * (bool(shades.caption) + bool(shades.scale)) + 12
    plate = plate_of(geografie, tuple(key for key, _ in shades.areas), width, height + 50 - below)
    across = left + (width - plate.width) // 2
    colours = {number: css for number, (_, css) in enumerate(shades.areas, 1)}
    sheet.pixels[top : top + plate.height, across : across + plate.width] = coloured(plate, colours)
    if plate.inset:
        x, y, right, bottom = (round(edge) for edge in plate.inset)
        _frame(sheet, PictureBox(across + x, top + y, right - x, bottom - y))
    foot = window.top + height - below + 12
    if shades.caption:
        caption = fitted(shades.caption, (SIZE,), width, 1).lines[0]
        sheet.text(caption, left + (width - SIZE.width(caption)) / 2, foot, SIZE)
        foot += 34
    if shades.scale:
        _scale(sheet, shades, PictureBox(left, foot, width, SMALL))


def _frame(sheet: CardSheet, box: PictureBox) -> None:
    left, top, width, height = box
    for edge in (
        PictureBox(left, top, width, 1),
        PictureBox(left, top + height, width, 1),
        PictureBox(left, top, 1, height),
        PictureBox(left + width, top, 1, height + 1),
    ):
        sheet.box(*edge, "linie")


def _scale(sheet: CardSheet, shades: CountyShades, window: PictureBox) -> None:
    """Draw the classes from low to high between the names of the outermost; then what is blank."""
    small, (left, top, width, _) = Letters(22), window
    low, high = shades.ends
    needed = small.width(low) + 10 + 32 * len(shades.scale) + 8 + small.width(high)
    blanks = []
    for css, name in shades.blanks:
        more = 20 + 38 + small.width(name)
        if needed + more <= width:
            blanks.append((css, name))
            needed += more
    x = sheet.text(low, left + (width - needed) / 2, top, small, "leise") + 10
    for css in shades.scale:
        sheet.box(round(x), top + 3, 30, 18, css)
        x += 32
    x = sheet.text(high, x + 8, top, small, "leise")
    for css, name in blanks:
        sheet.lay(pattern_of(css, 30, 18), round(x) + 20, top + 3, "leise")
        x = sheet.text(name, x + 58, top, small, "leise")


def _curve(sheet: CardSheet, curve: Curve, window: PictureBox) -> None:
    left, top, width, height = window
    years = [year for year, _ in curve.points]
    values = [value for _, value in curve.points]
    low, high = min(values), max(values)
    if 0 <= low < high / 2:
        low = 0
    room = height - 130
    across = AxisScale(years[0], years[-1], width - 24)
    upright = AxisScale(low, high if high > low else low + 1, room - 20, upright=True)
    small = SIZE
    if curve.caption:
        caption = fitted(curve.caption, (small,), width, 2).lines
        for number, text in enumerate(caption):
            sheet.text(text, left, top - 8 + 28 * number, small, "leise")
    top += 64
    if not low:
        sheet.box(left, top + room - 10, width, 2, "linie")
    ends = curve.points[0], curve.points[-1]
    for part in _parts(curve):
        points = [(across.px(year) + 12, upright.px(value) + 10) for year, value in part]
        if len(points) > 1:
            sheet.shape(line(points, 5), (left, top, width, room), "akzent")
        else:
            sheet.shape(disc(*points[0], 4), (left, top, width, room), "akzent")
    for year, value in ends:
        x, y = across.px(year) + 12, upright.px(value) + 10
        sheet.shape(disc(x, y, 10), (left, top, width, room), "akzent")
    sheet.text(curve.first, left, top + room + 18, BOLD_SIZE, "leise")
    last = BOLD_SIZE
    sheet.text(curve.last, left + width - last.width(curve.last), top + room + 18, last, "akzent")


def _parts(curve: Curve) -> list[list[tuple[int, float]]]:
    """Return the points in parts that can be compared."""
    parts: list[list[tuple[int, float]]] = [[]]
    for year, value in curve.points:
        before = parts[-1][-1][0] if parts[-1] else year
        if any(before < one <= year for one in curve.breaks):
            parts.append([])
        parts[-1].append((year, value))
    return parts


def _stations(sheet: CardSheet, stops: Sequence[Station], window: PictureBox) -> None:
    """Draw the way of a recommendation from top to bottom."""
    left, top, width, height = window
    step = height // len(stops)
    x, first = left + 16, top + step // 2 - 14
    colours = {"good": "akzent", "bad": "ruf", "done": "akzent", "current": "akzent"}
    for number, stop in enumerate(stops):
        y = first + number * step
        colour = colours.get(stop.kind, "linie")
        if number + 1 < len(stops):
            following = stops[number + 1].kind
            sheet.box(x - 2, y, 4, step, "still" if following in OPEN else "akzent")
    for number, stop in enumerate(stops):
        y = first + number * step
        colour = colours.get(stop.kind, "linie")
        _stop(sheet, stop, x, y, colour)
        is_open = stop.kind in OPEN
        letters = Letters(PLAIN, 400 if is_open else BOLD)
        end = sheet.text(stop.name, x + 32, y - 15, letters, "leise" if is_open else "tinte")
        small = SIZE
        if stop.day and end + 12 + small.width(stop.day) <= left + width:
            sheet.text(stop.day, end + 12, y - 12, small, "leise")


def _stop(sheet: CardSheet, stop: Station, x: int, y: int, colour: str) -> None:
    box = (x - 16, y - 16, 32, 32)
    sheet.pixels[y - 16 : y + 16, x - 16 : x + 16] = 0
    if stop.kind in OPEN:
        sheet.shape(disc(16, 16, 10, 3), box, colour)
        return
    sheet.shape(disc(16, 16, 12), box, colour)
    if stop.kind == "current":
        sheet.shape(disc(16, 16, 16, 2), box, colour)


def _cover(sheet: CardSheet, geografie: Geografie, cover: YearCover, window: PictureBox) -> None:
    """Draw a leaf in the county's colour, the county and a name on it as bare paper."""
    left, top, width, height = window
    top, height = top - 82, height + 82
    left, width = left + 90, width - 90
    sheet.box(left, top, width, height, "akzent")
    areas = tuple(sorted(geografie.kommunen))
    plate = plate_of(geografie, areas, width - 60, height - 150)
    across, down = left + (width - plate.width) // 2, top + 34
    sheet.lay(plate.share, across, down, "", on="akzent")
    name = fitted(cover.name, NAMES, width - 60, 1)
    wide = name.letters.width(name.lines[0])
    sheet.text(
        name.lines[0], left + (width - wide) / 2, top + height - 100, name.letters, on="akzent"
    )
