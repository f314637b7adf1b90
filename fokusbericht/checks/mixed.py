"""Hints at paragraphs that tell figures of two series of one subject, and do not say so."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fokusbericht.checks.each import Looks, each_text
from fokusbericht.checks.quantities import Quantity, find_quantities
from fokusbericht.checks.quoted import is_known
from fokusbericht.model.base import Key, Kind, Text
from fokusbericht.model.figures import Zahlengruppe
from fokusbericht.model.queries import query
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem, Severity
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.statistics.rounding import shown
from fokusbericht.text.prose import EMBED, LINK, place_at, without_code
from fokusbericht.text.references import FIGURE_EMBEDS, figure_of

ID = "zwei-reihen"

# What tells a reader that two figures are not one series.
TOLD = re.compile(
    r"\b(?:vergleich(?:en|bar)|verschieden|anders (?:gezählt|gerechnet|abgegrenzt)|"
    r"(?:zähl|rechn)(?:en|et|t|te|ten) anders|nicht dasselbe|nicht gemischt|"
    r"ander(?:e|en|er) (?:Quelle|Rechnung|Reihe|Zählung|Grundlage|Stelle))\b",
    re.IGNORECASE,
)
# An embed that follows a paragraph is the picture to it.
PARAGRAPH = re.compile(
    r"^(?:(?!\{\{)[^\S\n]*+\S[^\n]*+(?:\n|\Z))++(?:\n*+\{\{[^\n]*+(?:\n|\Z))*+", re.MULTILINE
)

Offsets = dict[str, int]  # an indicator → where a paragraph first tells of it


@dataclass(frozen=True, slots=True)
class _Subjects:
    """Which indicators tell of one subject, what Kommunen are, and what commentaries read."""

    groups: Mapping[str, Zahlengruppe]
    areas: Mapping[Key, str]
    read: Mapping[Place, str]


def check(report: Report) -> Iterator[Problem]:
    """Yield hints at two series in one paragraph."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each text."""
    return each_text(report, _check)


@query
def _subjects(report: Report) -> _Subjects:
    return _Subjects(
        {
            one.indikator.key.name: group
            for group in report.gruppen.values()
            for one in group.reihen
        },
        {kommune.key: ags for ags, kommune in report.geografie.kommunen.items()},
        {one.body.place: one.indikator.key.name for one in report.kommentare.values()},
    )


def _check(report: Report, text: Text) -> Iterator[Problem]:
    own = _subjects(report).read.get(text.place, "")
    if not own and "indikator:" not in text.source:
        return
    for paragraph in PARAGRAPH.finditer(without_code(text.source)):
        if not TOLD.search(paragraph[0]):
            yield from _check_paragraph(report, text, paragraph, own)


def _check_paragraph(
    report: Report, text: Text, paragraph: re.Match[str], own: str
) -> Iterator[Problem]:
    named = ({own: 0} if own else {}) | _named(report, paragraph)
    told = named | _untold(report, paragraph, named)
    groups = _subjects(report).groups
    seen: dict[str, str] = {}  # a group → its indicator that comes first
    for name in sorted(told, key=lambda name: told[name]):
        group = groups[name].name if name in groups else ""
        first = seen.setdefault(group, name) if group else name
        if _differ(report, first, name):
            place = place_at(text, paragraph.start() + told[name])
            yield Problem(place, _hint(report, group, first, name), ID, Severity.WARNING)


def _named(report: Report, paragraph: re.Match[str]) -> Offsets:
    """Return the indicators that a paragraph links to or that are drawn below it."""
    found: Offsets = {}
    for link in LINK.finditer(paragraph[0]):
        key = report.find(link[1].strip())
        if key and key.kind is Kind.INDIKATOR:
            found.setdefault(key.name, link.start())
    for embed in EMBED.finditer(paragraph[0]):
        name = figure_of(embed[2])[0]
        if embed[1] in FIGURE_EMBEDS and name in report.indikatoren:
            found.setdefault(name, embed.start())
    return found


def _untold(report: Report, paragraph: re.Match[str], named: Offsets) -> Offsets:
    """Return series that nobody links to, and whose figures stand there all the same."""
    groups = _subjects(report).groups
    grouped = [name for name in named if name in groups]
    if not grouped:
        return {}
    written = find_quantities(LINK.sub(_blank_target, paragraph[0]))
    exact = [one for one in written if one.step < 1]
    found: Offsets = {}
    for name in grouped if exact else ():
        for sibling in (reihe.indikator.key.name for reihe in groups[name].reihen):
            if sibling not in named and _differ(report, name, sibling):
                found |= _told_of(report, paragraph, sibling, exact, tuple(named))
    return found


def _told_of(
    report: Report,
    paragraph: re.Match[str],
    sibling: str,
    exact: list[Quantity],
    named: tuple[str, ...],
) -> Offsets:
    """Return a series with the place of its last figure, if none of those named has it as well.

    Looked for are the figures of the county, its Land, the Bund and the Kommunen that are linked.
    """
    messung = messungen(report)[sibling]
    areas = (*_areas_in(report, paragraph), messung.own, *report.geografie.measures())
    values = [value for area in areas if (value := _last(messung, area)) is not None]
    for one in exact:
        is_its_own = any(map(one.fits, values))
        if is_its_own and not any(is_known(each, one) for each in _measured(report, *named)):
            return {sibling: one.start}
    return {}


def _areas_in(report: Report, paragraph: re.Match[str]) -> Iterator[str]:
    areas = _subjects(report).areas
    for link in LINK.finditer(paragraph[0]):
        key = report.find(link[1].strip())
        if key and key in areas:
            yield areas[key]


def _blank_target(link: re.Match[str]) -> str:
    label = link[2] or ""
    return f"{label}  ".rjust(len(link[0]))


def _differ(report: Report, one: str, other: str) -> bool:
    """Say whether two indicators measure alike, come from two sources and tell something else."""
    first, second = report.indikatoren[one], report.indikatoren[other]
    is_alike = (first.art, first.einheit) == (second.art, second.einheit)
    if not is_alike or first.quelle.name == second.quelle.name:
        return False
    last, other_last = (_last(messung, messung.own) for messung in _measured(report, one, other))
    return last is None or last != other_last


def _measured(report: Report, *names: str) -> Iterator[Messung]:
    return (messungen(report)[name] for name in names)


def _last(messung: Messung, area: str) -> float | None:
    """Return the last value of an area, as it is shown."""
    value = messung.latest(area)[1].value
    return None if value is None else shown(value, messung.indikator.dezimalstellen)


def _hint(report: Report, group: str, one: str, other: str) -> str:
    titles = (report.indikatoren[name].titel for name in (one, other))
    first, second = titles
    return (
        f"In diesem Absatz stehen zwei Reihen zu „{report.gruppen[group].titel}“ aus verschiedenen "
        f"Quellen: „{first}“ und „{second}“. Bitte eine nehmen oder sagen, dass sie verschieden "
        "zählen und sich nicht vergleichen lassen."
    )
