"""Sightings → problems: what a file shows although it is secret, or finer than it was audited."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fokusbericht.audit.sightings import Sighting, Sure
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem, Severity
from fokusbericht.statistics.aggregate import Figure, Levels
from fokusbericht.statistics.rounding import shown

RULE = "geheimhaltung"
_NOISE = 1e-6  # of half a unit of the last digit


@dataclass(frozen=True, slots=True)
class Audited:
    """The figures that may be published."""

    report: Report
    levels: Mapping[str, Levels]

    def half(self, name: str) -> float:
        """Return half a unit of the last digit that may be shown."""
        return 0.5 * 10.0 ** -self.report.indikatoren[name].dezimalstellen

    def shown(self, name: str, figure: Figure | None) -> float | None:
        """Return a figure as it is shown."""
        if figure is None or figure.value is None:
            return None
        return shown(figure.value, self.report.indikatoren[name].dezimalstellen)


def judged(audited: Audited, sightings: Iterable[Sighting]) -> Iterator[Problem]:
    """Yield what is wrong with the files, each thing once; of sentences, hints.

    No number is compared with a secret one: whoever reads what is told must not learn from it.
    """
    told: set[str] = set()
    for one in sightings:
        sentence = _sentence(audited, one)
        if sentence and sentence not in told:
            told.add(sentence)
            severity = Severity.ERROR if one.sure is Sure.READ else Severity.WARNING
            place = audited.report.indikatoren[one.indikator].place
            yield Problem(place, sentence, RULE, severity)


def _sentence(audited: Audited, one: Sighting) -> str:
    cells = list(_cells(audited, one))
    public = [
        value
        for _, _, figure in cells
        if (value := audited.shown(one.indikator, figure)) is not None
    ]
    if any(_is_plain(audited, one, value) for value in public):
        return ""
    hidden = [area for area, _, figure in cells if figure.missing is Fehlgrund.GEHEIM]
    if hidden and (one.year or not public):
        return f"{_file(one)} {_tells(one)} {_cell(audited, one, hidden[0])}."
    if not public or hidden:
        return ""
    if any(_is_finer(audited, one, value) for value in public):
        return f"{_file(one)} zeigt den Wert von {_cell(audited, one)} genauer, als geprüft wurde."
    if one.sure is Sure.READ and one.year:
        return (
            f"{_file(one)} zeigt einen anderen Wert von {_cell(audited, one)}, als geprüft wurde."
        )
    return ""


def _tells(one: Sighting) -> str:
    if one.sure is Sure.READ:
        return "zeigt den geheimen Wert von"
    return "nennt vielleicht den geheimen Wert von"


def _cells(audited: Audited, one: Sighting) -> Iterator[tuple[str, int, Figure]]:
    """Yield the cells that may be meant: all years where none is told."""
    levels = audited.levels.get(one.indikator, {})
    for area in one.areas():
        series = levels.get(area, {})
        for year in (one.year,) if one.year else series:
            if year in series:
                yield area, year, series[year]


def _is_plain(audited: Audited, one: Sighting, value: float) -> bool:
    """Say whether a number is the audited figure, or that one rounded once more."""
    half, audit = (one.high - one.low) / 2, audited.half(one.indikator)
    middle = (one.high + one.low) / 2
    if half in (float("inf"),):
        return False
    near = abs(middle - value)
    if half < audit * (1 - _NOISE):
        return False
    return near <= (audit * _NOISE if half < 1.5 * audit else half + audit)


def _is_finer(audited: Audited, one: Sighting, value: float) -> bool:
    audit = audited.half(one.indikator)
    if one.high - one.low >= 2 * audit * (1 - _NOISE) and one.high != float("inf"):
        return False
    return one.low <= value + audit and one.high >= value - audit


def _file(one: Sighting) -> str:
    return f"Die fertige Datei „{one.path}“ ({one.where})"


def _cell(audited: Audited, one: Sighting, area: str = "") -> str:
    name = _name(audited.report, area or one.area)
    return f"{name} {one.year}" if one.year else name


def _name(report: Report, area: str) -> str:
    geografie = report.geografie
    if area in geografie.kommunen:
        return geografie.kommunen[area].name
    if area in geografie.raeume:
        return geografie.raeume[area].title
    if area in geografie.quartiere:
        return geografie.quartiere[area].name
    return geografie.name if area == geografie.schluessel else geografie.vergleich.get(area, area)
