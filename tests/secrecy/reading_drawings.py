"""Readers of drawings: what coordinates and the data of living charts tell beyond their labels.

A drawing made of rounded figures lies exactly where its labels say; then it tells no more than
they do. If one mark lies elsewhere, all are read back to the width of a tenth of a pixel.
"""

import json
import re
from collections.abc import Iterator, Sequence

from lxml import html

from secrecy.reading import NUMBER, Atlas, Reading, around, interval

PIXEL = 0.051  # coordinates have one decimal


def living(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield the numbers a living chart carries."""
    name = path.split("/")[1]
    rows = [
        (str(row["name"]), int(row["x"]), row["y"])
        for row in json.loads(data)["datasets"].get("punkte", [])
        if row.get("name") in atlas.areas and row.get("y") is not None
    ]
    longest = max((len(f"{y!r}".partition(".")[2].rstrip("0")) for *_, y in rows), default=0)
    digits = min(longest, 9)
    for place, year, value in rows:
        yield Reading(name, atlas.areas[place], year, *around(value, max(digits, 0)))


def lines(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield where the points of lines lie: gauged by the axis, told apart by their colours."""
    name, text = path.split("/")[1], data.decode()
    if name not in atlas.digits:
        return
    scale = _gauge(text)
    areas = _labels(text, atlas)
    years = [
        (float(x), int(year))
        for x, year in re.findall(
            r'"middle" transform="translate\(([\d.]+),22\)"[^>]*>(\d{4})<', text
        )
    ]
    marks = [
        (areas[colour], _year_at(float(x), years), scale[0] + scale[1] * float(y))
        for x, y, colour in re.findall(
            r'<path transform="translate\(([-\d.]+),([-\d.]+)\)" d="M[^"]*" fill="(#\w+)"', text
        )
        if scale and colour in areas and years
    ]
    error = abs(scale[1]) * PIXEL if scale else 0
    yield from _read_back(name, marks, error, atlas.digits[name])


def _gauge(text: str) -> tuple[float, float] | None:
    """Return the value at the top of the axis, and how much it grows with each pixel."""
    ticks = [
        (float(y), value[0] + (value[1] - value[0]) / 2)
        for y, number in re.findall(
            rf'"end" transform="translate\(-6,([\d.]+)\)"[^>]*>({NUMBER})<', text
        )
        if (value := interval(number))
    ]
    if len(ticks) < 2:
        return None
    (y0, low), (y1, high) = ticks[0], ticks[-1]
    step = (high - low) / (y1 - y0)
    return low - step * (y0 - 4), step


def _labels(text: str, atlas: Atlas) -> dict[str, str]:
    found = re.findall(rf'fill="(#\w+)">([^<]+?) ({NUMBER})[^<]*</text>', text)
    return {colour: atlas.areas[place] for colour, place, _ in found if place in atlas.areas}


def _year_at(x: float, years: Sequence[tuple[float, int]]) -> int:
    return min(years, key=lambda one: abs(one[0] - x))[1]


Mark = tuple[str, int, float]


def _read_back(name: str, marks: Sequence[Mark], error: float, digits: int) -> Iterator[Reading]:
    """Yield values of marks; rounded ones where all lie on whole last digits."""
    error *= 3  # the axis is known no better than a point
    rounded = all(abs(value - round(value, digits)) <= error for *_, value in marks)
    for area, year, value in marks:
        if rounded and error < 0.5 / 10**digits:
            yield Reading(name, area, year, *around(round(value, digits), digits))
        else:
            yield Reading(name, area, year, value - error, value + error)


def bars(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield how long bars are: gauged by the labels of all of them."""
    name, text = path.split("/")[1], data.decode()
    year = re.search(r"(\d{4}), Rangfolge", text)
    widths = [float(one) for one in re.findall(r'<path d="M0,[\d.]+h([\d.]+)v18', text)]
    names = re.findall(r'translate\(-8,([\d.]+)\)"[^>]*>([^<]+)<', text)
    values = {  # behind the bars, on the height of the names
        y: interval(re.sub(r"[ \u202f%].*", "", one))
        for y, one in re.findall(
            r'<text transform="translate\([\d.]+,([\d.]+)\)"[^>]*>([^<]+)<', text
        )
    }
    known = [
        (atlas.areas[place], width, value)
        for (y, place), width in zip(names, widths, strict=False)
        if (value := values.get(y)) and place in atlas.areas and width > 1
    ]
    if year is None or not known or name not in atlas.digits:
        return
    least = max(value[0] / (width + PIXEL) for _, width, value in known)
    most = min(value[1] / (width - PIXEL) for _, width, value in known)
    middle = {width: (value[0] + value[1]) / 2 for _, width, value in known}
    longest = max(middle)
    if all(
        abs(one / middle[longest] * longest - width) <= 3 * PIXEL for width, one in middle.items()
    ):
        least, most = 0, float("inf")
    for area, width, value in known:
        low, high = least * (width - PIXEL), most * (width + PIXEL)
        yield Reading(name, area, int(year[1]), max(low, value[0]), min(high, value[1]))


def around_decision(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield where the points lie that are drawn around a decision."""
    tree = html.document_fromstring(data.decode())
    for svg in tree.xpath("//svg[@class='umfeld']"):
        title = "".join(svg.find("title").itertext()).removesuffix(", Verlauf")
        name = atlas.indicators.get(title)
        if name:
            yield from _points(svg, name, atlas)


def _points(svg: html.HtmlElement, name: str, atlas: Atlas) -> Iterator[Reading]:
    texts = [(one.get("class") or "", one, "".join(one.itertext())) for one in svg.iter("text")]
    ticks = [
        (float(one.get("y")) - 5, sum(value) / 2)
        for kind, one, text in texts
        if kind == "jahr ende" and (value := interval(text))
    ]
    years = [(float(one.get("x")), int(text)) for kind, one, text in texts if kind == "jahr mitte"]
    ends = [
        (float(one.get("y")) - 5, atlas.areas[text])
        for _, one, text in texts
        if text in atlas.areas
    ]
    if len(ticks) < 2 or not years:
        return
    (y0, low), (y1, high) = ticks[0], ticks[-1]
    step = (high - low) / (y1 - y0)
    marks: list[Mark] = []
    rows: list[list[tuple[float, float]]] = [[]]
    for circle in svg.iter("circle"):
        x, y = float(circle.get("cx")), float(circle.get("cy"))
        if rows[-1] and x <= rows[-1][-1][0]:
            rows.append([])
        rows[-1].append((x, y))
    for row in rows if ends else []:
        gaps = [(abs(y - row[-1][1]), area) for y, area in ends if row]
        marks += [(min(gaps)[1], _year_at(x, years), low + step * (y - y0)) for x, y in row]
    # Who is who is only sure where no two lines end near each other.
    if len(rows) == len(ends) == len({area for area, *_ in marks}):
        yield from _read_back(name, marks, abs(step) * PIXEL, atlas.digits[name])


READERS = (
    (r"sozialbericht/[^/]+/verlauf\.vl\.json", living),
    (r"sozialbericht/[^/]+/verlauf\.svg", lines),
    (r"sozialbericht/[^/]+/rangfolge\.svg", bars),
    (r"handlungsempfehlungen/[^/]+/index\.html", around_decision),
)
