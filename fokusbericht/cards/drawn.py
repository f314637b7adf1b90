"""A card in pixels: words on the left, its picture on the right, source and notice below."""

from collections.abc import Sequence

from fokusbericht.cards.data import HEIGHT, WIDTH, Card, CardFrame
from fokusbericht.cards.lettering import BOLD, Letters, fitted
from fokusbericht.cards.pictures import PictureBox, draw_picture
from fokusbericht.cards.sheet import CardSheet, disc
from fokusbericht.model.places import Geografie

EDGE = 64  # px: nothing stands nearer to an edge, as networks cut a little off
BAR = 14
TOP, FLOOR = 146, 512  # where title and picture begin, and where they end
FOOT = 534
HALF = 548  # px for words where there is a picture
GAP = 44
SMALL, PLAIN = 24, 28
TITLES = tuple(Letters(size, BOLD) for size in (60, 54, 48, 42, 38))
NUMBERS = tuple(Letters(size, BOLD) for size in (120, 96, 76, 64, 54, 44))
SAID = tuple(Letters(size) for size in (34, 28, 25))
FEET = tuple(Letters(size) for size in (SMALL, 22))
LEADING = 1.18


def render(geografie: Geografie, card: Card) -> bytes:
    """Return a card as a PNG."""
    sheet = CardSheet(WIDTH, HEIGHT, card.frame.accent)
    _head(sheet, card.frame)
    _words(sheet, card)
    if card.picture is not None:
        left = EDGE + HALF + GAP
        window = PictureBox(left, TOP, WIDTH - EDGE - left, FLOOR - TOP)
        draw_picture(sheet, geografie, card.picture, window)
    _foot(sheet, card)
    return sheet.png()


def _head(sheet: CardSheet, frame: CardFrame) -> None:
    sheet.box(0, 0, WIDTH, BAR, "akzent")
    sheet.shape(disc(22, 22, 20, 6), (EDGE, 48, 44, 44), "akzent")
    sheet.shape(disc(29, 22, 8), (EDGE, 48, 44, 44), "akzent")
    end = sheet.text(frame.title, EDGE + 58, 50, Letters(36, BOLD))
    sheet.text(frame.county, end + 14, 50, Letters(36), "leise")


def _words(sheet: CardSheet, card: Card) -> None:
    is_alone = card.picture is None
    width = WIDTH - 2 * EDGE if is_alone else HALF
    top = _lines(sheet, (card.overline,), TOP - 12, Letters(SMALL, BOLD), "akzent") + 4
    title = fitted(card.title, TITLES, width, 3 if card.figure else 5)
    top = _lines(sheet, title.lines, top, title.letters, "tinte")
    if card.figure:
        top = _figure(sheet, card, top + 10, width, NUMBERS if is_alone else NUMBERS[2:])
    _said(sheet, card, top + 14, width)


def _figure(
    sheet: CardSheet, card: Card, top: float, width: int, sizes: Sequence[Letters]
) -> float:
    number = fitted(card.figure, sizes, width, 1)
    bottom = _lines(sheet, number.lines, top, number.letters, "akzent")
    unit = Letters(PLAIN)
    end = EDGE + number.letters.width(number.lines[0]) + 14
    if end + unit.width(card.unit) <= EDGE + width:
        sheet.text(card.unit, end, top + number.letters.size * 0.8 - unit.size * 0.8, unit, "leise")
        return bottom
    return _lines(sheet, fitted(card.unit, (unit,), width, 2).lines, bottom, unit, "leise")


def _said(sheet: CardSheet, card: Card, top: float, width: int) -> None:
    """Write as many sentences as have room, the first as far as it has."""
    for count in range(len(card.said), 0, -1):
        text = " ".join(card.said[:count])
        for letters in SAID if card.picture is None else SAID[1:]:
            room = max(int((FLOOR - top) / (letters.size * LEADING)), 0)
            wrapped = fitted(text, (letters,), width, room)
            if wrapped.is_whole or (count == 1 and letters is SAID[-1]):
                _lines(sheet, wrapped.lines, top, letters, "leise")
                return


def _foot(sheet: CardSheet, card: Card) -> None:
    width = WIDTH - 2 * EDGE
    rows = [f"Quelle: {card.source}" if card.source else "", card.frame.notice]
    kept = [fitted(row, FEET, width, 1) for row in rows if row]
    top = FOOT + 32 * (2 - len(kept))
    if kept:
        sheet.box(EDGE, top - 12, width, 2, "still")
    for row in kept:
        sheet.text(row.lines[0], EDGE, top, row.letters, "leise")
        top += 32


def _lines(
    sheet: CardSheet, lines: Sequence[str], top: float, letters: Letters, colour: str
) -> float:
    """Write lines below one another; return where the next would begin."""
    for one in lines:
        sheet.text(one, EDGE, top, letters, colour)
        top += letters.size * LEADING
    return top
