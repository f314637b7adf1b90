"""/handlungsempfehlungen/steuerungsrelevanz/: how the grades are spread over years and groups.

Examples are counted apart: they say nothing about what the steering group thinks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.recommendations import Handlungsempfehlung, Stufe
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.facets import ALL, JAHR
from fokusbericht.pages.frame.links import last_change, link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.problems import Place
from fokusbericht.urls import url_of
from fokusbericht.views import Link
from fokusbericht.words import phrases
from fokusbericht.words.german import begun
from fokusbericht.words.names import STUFEN, STUFEN_KURZ

TEMPLATE = "empfehlungen/einstufungen.html"
URL = f"{ALL}steuerungsrelevanz/"
TITLE = "Wie sich die Stufen verteilen"
LEAD = (
    "Wie viele Empfehlungen der Kreis in hohem Maße, in Teilen oder kaum steuern kann, nach Jahren "
    "und nach Gruppen."
)
GRADES = (Stufe.HOCH, Stufe.MITTEL, Stufe.GERING, None)
NO_GROUP = "ohne Fokusgruppe"
METHOD = Key(
    Kind.SEITE, "steuerungsrelevanz"
)  # the page that explains the grading, if there is one
EACH = "Eine Empfehlung mehrerer Gruppen zählt bei jeder, deshalb gibt es hier keine Summe."


@dataclass(frozen=True, slots=True)
class BarSegment:
    """A part of a bar: which grade, where it begins and how wide it is, of 100."""

    kind: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class CountRow:
    """A year or group: how many of each grade, drawn as a bar and as numbers."""

    name: str
    href: str
    bar: tuple[BarSegment, ...]
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CountTable:
    """Years or groups with their grades."""

    title: str
    first: str
    rows: tuple[CountRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class GradeTables:
    """The grades of what is real, or of the examples."""

    id: str
    title: str
    sentence: str
    tables: tuple[CountTable, ...]
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class EinstufungenView:
    """How the grades are spread."""

    lead: str
    grades: tuple[tuple[str, str], ...]  # kind and name of each, for the legend
    heads: tuple[str, ...]
    parts: tuple[GradeTables, ...]
    method: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the page."""
    everything = tuple(report.empfehlungen.values())
    if not everything:
        return
    page = make_page(
        report,
        URL,
        TITLE,
        LEAD,
        parents=[("Handlungsempfehlungen", ALL)],
        changed=last_change(everything),
        styles=("empfehlung.css",),
    )
    view = EinstufungenView(
        lead=LEAD,
        grades=tuple((_kind(stufe), _name(stufe)) for stufe in GRADES),
        heads=tuple(STUFEN_KURZ[stufe] if stufe else "keine" for stufe in GRADES),
        parts=tuple(_parts(report, everything)),
        method=(link_to(report, METHOD),) if METHOD in report.titles else (),
    )
    yield page_output(report, TEMPLATE, page, view, Place("content/handlungsempfehlungen"))


def _kind(stufe: Stufe | None) -> str:
    return stufe.value if stufe else "ohne"


def _name(stufe: Stufe | None) -> str:
    return STUFEN[stufe] if stufe else "keine Stufe verzeichnet"


def _parts(report: Report, everything: Sequence[Handlungsempfehlung]) -> Iterator[GradeTables]:
    real = [one for one in everything if not one.beispiel]
    examples = [one for one in everything if one.beispiel]
    if real:
        sentence = _spread(real, ("Empfehlung", "Empfehlungen"))
        # Without any grade there is nothing to draw.
        graded = any(one.steuerungsrelevanz for one in real)
        tables = tuple(_tables(report, real)) if graded else ()
        yield GradeTables("belegt", "Was belegt ist", sentence, tables)
    if examples:
        told = _spread(examples, ("Beispiel", "Beispielen"), "Das eine")
        sentence = f"Beispiele sind erdacht, ihre Stufen auch. {told}"
        tables = tuple(_tables(report, examples))
        yield GradeTables("beispiele", "Beispiele", sentence, tables, is_example=True)


def _spread(
    ones: Sequence[Handlungsempfehlung], words: tuple[str, str], single: str = "Die eine"
) -> str:
    """Return in a sentence how many have which grade."""
    counts = Counter(one.steuerungsrelevanz for one in ones)
    parts = [f"{counts[stufe]} {STUFEN[stufe]}" for stufe in STUFEN if counts[stufe]]
    number = len(ones)
    if not parts:
        if number == 1:
            return f"{single} {words[0]} trägt hier keine Stufe."
        return f"Von {number} {words[1]} hat hier noch keine eine Stufe."
    whole = f"Von {number} {words[1]} sind" if number > 1 else f"Von {number} {words[0]} ist"
    rest = f"; {counts[None]} ohne Stufe" if counts[None] else ""
    return f"{begun(whole)} {phrases.listing(parts)}{rest}."


def _tables(report: Report, ones: Sequence[Handlungsempfehlung]) -> Iterator[CountTable]:
    years: dict[str, list[Handlungsempfehlung]] = {}
    for one in ones:
        years.setdefault(str(one.jahr), []).append(one)
    names = {year: (year, f"{ALL}{JAHR.name}/{year}/") for year in sorted(years)}
    yield CountTable("Nach Jahren", "Jahr", tuple(_rows(names, years)))
    groups = _by_group(ones)
    links = {
        name: (report.titles[key], url_of(report, key)) if key else (NO_GROUP, "")
        for name, key in sorted(_groups(ones).items())
    }
    yield CountTable("Nach Gruppen", "Gruppe", tuple(_rows(links, groups)), EACH)


def _groups(ones: Iterable[Handlungsempfehlung]) -> dict[str, Key | None]:
    found: dict[str, Key | None] = {}
    for one in ones:
        for ref in one.fokusgruppen:
            found[ref.key.name] = ref.key
        if not one.fokusgruppen:
            found["~"] = None  # sorts last
    return found


def _by_group(ones: Iterable[Handlungsempfehlung]) -> dict[str, list[Handlungsempfehlung]]:
    found: dict[str, list[Handlungsempfehlung]] = {}
    for one in ones:
        for name in [ref.key.name for ref in one.fokusgruppen] or ["~"]:
            found.setdefault(name, []).append(one)
    return found


def _rows(
    names: dict[str, tuple[str, str]], found: dict[str, list[Handlungsempfehlung]]
) -> Iterator[CountRow]:
    most = max(len(ones) for ones in found.values())
    for key, (name, href) in names.items():
        counted = Counter(one.steuerungsrelevanz for one in found[key])
        counts = tuple(counted[stufe] for stufe in GRADES)
        yield CountRow(name, href, tuple(_bar(counts, most)), counts, sum(counts))


def _bar(counts: tuple[int, ...], most: int) -> Iterator[BarSegment]:
    start = 0.0
    for stufe, count in zip(GRADES, counts, strict=True):
        width = round(count / most * 100, 2)
        if count:
            yield BarSegment(_kind(stufe), round(start, 2), width)
        start += width
