"""Each Kommune lies where its shape is: no longitude for a latitude, no place in a neighbour."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from fokusbericht.checks.spots import text_place
from fokusbericht.model.places import Kommune, Point
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem

ID = "lage"
KARTE, RAEUME = "geo/kommunen.geojson", "geo/raeume.yml"
# A point in the middle of a bent shape may lie beside it; shapes are simplified by some 50 m.
BESIDE = 0.01
FEWEST = 3  # so many Kommunen beside their shapes are one mistake, if they are most


@dataclass(frozen=True, slots=True)
class Extent:
    """The least and the greatest degrees of a shape."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Say whether a point is within, or close beside."""
        x, y = point
        is_between = self.west - BESIDE <= x <= self.east + BESIDE
        return is_between and self.south - BESIDE <= y <= self.north + BESIDE


def check(report: Report) -> Iterator[Problem]:
    """Yield Kommunen beside their shapes; if most are, the map."""
    placed = {ags: one for ags, one in report.geografie.kommunen.items() if one.shape and one.lon}
    extents = {ags: _extent(kommune) for ags, kommune in placed.items()}
    beside = [ags for ags in placed if not _is_at_home(ags, placed, extents)]
    if len(beside) >= FEWEST and len(beside) * 2 > len(placed):
        yield _whole_map([placed[ags] for ags in beside], extents)
        return
    for ags in beside:
        yield _problem(report, placed, extents, ags)


def _extent(kommune: Kommune) -> Extent:
    points = [point for polygon in kommune.shape for point in polygon[0]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Extent(min(xs), min(ys), max(xs), max(ys))


def _is_at_home(ags: str, placed: Mapping[str, Kommune], extents: Mapping[str, Extent]) -> bool:
    kommune = placed[ags]
    point = (kommune.lon, kommune.lat)
    if not extents[ags].holds(point):
        return False
    return _is_inside(point, kommune) or _host(point, placed, extents) is None


def _host(
    point: Point, placed: Mapping[str, Kommune], extents: Mapping[str, Extent]
) -> Kommune | None:
    """Return the Kommune whose shape holds a point."""
    near = (one for ags, one in placed.items() if extents[ags].holds(point))
    return next((one for one in near if _is_inside(point, one)), None)


def _is_inside(point: Point, kommune: Kommune) -> bool:
    """Say whether a point is in a shape: a ray from it crosses its rings an odd number of times."""
    x, y = point
    crossings = 0
    for polygon in kommune.shape:
        for ring in polygon:
            for (ax, ay), (bx, by) in pairwise(ring):
                if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                    crossings += 1
    return crossings % 2 == 1


def _is_swapped(kommune: Kommune, extent: Extent) -> bool:
    return extent.holds((kommune.lat, kommune.lon))


def _whole_map(beside: list[Kommune], extents: Mapping[str, Extent]) -> Problem:
    if sum(_is_swapped(one, extents[one.ags]) for one in beside) * 2 > len(beside):
        first = beside[0]
        if first.lon > first.lat:  # in Germany no place is as far east as north
            sentence = (
                f"Länge und Breite sind vertauscht: „lon“ ist bei {first.name} die größere Zahl. "
                "In Deutschland ist „lon“ 5 bis 16, „lat“ 47 bis 56."
            )
            return Problem(first.place, sentence, ID)
        sentence = (
            f"Länge und Breite sind in dieser Datei vertauscht: Nach {RAEUME} liegt "
            f"{first.name} bei lon {first.lon:g}, lat {first.lat:g}. GeoJSON nennt zuerst die "
            "Länge."
        )
        return Problem(Place(KARTE), sentence, ID)
    sentence = (
        f"Die Flächen liegen woanders als die Kommunen in {RAEUME}, zum Beispiel {beside[0].name} "
        f"(lon {beside[0].lon:g}, lat {beside[0].lat:g}). Ist es die Karte dieses Kreises, in "
        "Längen- und Breitengraden?"
    )
    return Problem(Place(KARTE), sentence, ID)


def _problem(
    report: Report, placed: Mapping[str, Kommune], extents: Mapping[str, Extent], ags: str
) -> Problem:
    kommune, extent = placed[ags], extents[ags]
    here = f"{kommune.name} liegt mit lon {kommune.lon:g}, lat {kommune.lat:g}"
    if _is_swapped(kommune, extent):
        if kommune.lon > kommune.lat:
            return Problem(
                kommune.place, f"{here} nicht im Kreis: „lon“ und „lat“ sind vertauscht.", ID
            )
        sentence = f"Länge und Breite sind in der Fläche von {kommune.name} vertauscht."
        return Problem(text_place(report, KARTE, f'"{ags}"'), sentence, ID)
    host = _host((kommune.lon, kommune.lat), placed, extents)
    where = f"in der Fläche von {host.name}" if host else "außerhalb der eigenen Fläche"
    sentence = f"{here} {where}. Bitte Koordinaten oder {KARTE} berichtigen."
    return Problem(kommune.place, sentence, ID)
