"""A succession of recommendations: all that predecessors and successors tie, through the years."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fokusbericht.charts.drawn.succession import Succeeding, Succession
from fokusbericht.model.base import Key
from fokusbericht.model.lives import ENDED
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.life import in_years, moment
from fokusbericht.pages.frame.links import link_to
from fokusbericht.text.references import successors
from fokusbericht.views import Link
from fokusbericht.words.names import OHNE_STUFE, STAENDE, STUFEN
from fokusbericht.words.phrases import count, listing
from fokusbericht.words.progress import silence_of, state_of

UNBROKEN = "\u2011"  # a hyphen at which no line ends


@dataclass(frozen=True, slots=True)
class Knot:
    """A recommendation of a succession: where it comes from, where it leads, how far it is."""

    key: str
    link: Link
    grade: str
    grade_kind: str
    state: str
    silence: str
    ties: str  # "Geht zurück auf 2018-01. Fortgeführt in 2023-01."
    is_current: bool


@dataclass(frozen=True, slots=True)
class SuccessionView:
    """A succession, drawn wide and narrow and as a list."""

    sentence: str
    hint: str
    wide: Succession
    narrow: Succession
    knots: tuple[Knot, ...]


def succession_of(report: Report, key: Key) -> tuple[Handlungsempfehlung, ...]:
    """Return all recommendations tied to one, itself among them, by year and number."""
    found: set[str] = set()
    todo = [key.name]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += [*_before(report.empfehlungen[name]), *_after(report, name)]
    return tuple(report.empfehlungen[name] for name in sorted(found))


def _before(one: Handlungsempfehlung) -> Iterator[str]:
    return (ref.key.name for ref in one.vorgaenger)


def _after(report: Report, name: str) -> Iterator[str]:
    """Yield what continues a recommendation; what is made up continues nothing that is real."""
    key = report.empfehlungen[name].key
    for successor in successors(report).get(key, ()):
        if key in report.examples or successor not in report.examples:
            yield successor.name


def succession_view(report: Report, key: Key) -> SuccessionView | None:
    """Return the succession of a recommendation; None if it is tied to no other."""
    members = succession_of(report, key)
    if len(members) < 2:
        return None
    sentence = _sentence(members)
    strands = tuple(_strands(report, members, key))
    today = in_years(report.kreis.stichtag)
    return SuccessionView(
        sentence=sentence,
        hint=_hint(report, report.empfehlungen[key.name]),
        wide=Succession("faden", _description(report, members), strands, today, 760),
        narrow=Succession("faden-schmal", _description(report, members), strands, today, 330),
        knots=tuple(_knot(report, one, key) for one in members),
    )


def _sentence(members: tuple[Handlungsempfehlung, ...]) -> str:
    first, last = members[0].jahr, members[-1].jahr
    years = f"von {first} bis {last}" if first < last else f"aus dem Jahr {first}"
    number = count(len(members), "Empfehlung", "Empfehlungen")
    return f"{number} {years} hängen zusammen."


def _hint(report: Report, one: Handlungsempfehlung) -> str:
    """Return what a page says of its succession where it tells the state."""
    later, earlier = len([*_after(report, one.key.name)]), len(one.vorgaenger)
    if later:
        verb = "führt" if later == 1 else "führen"
        return f"{count(later, 'Empfehlung', 'Empfehlungen')} {verb} sie fort"
    return f"Sie führt {count(earlier, 'frühere Empfehlung', 'frühere Empfehlungen', 'eine')} fort"


def _description(report: Report, members: tuple[Handlungsempfehlung, ...]) -> str:
    told = (f"{one.key.name} {one.titel}: {_ties(report, one)}" for one in members)
    return " ".join(told)


def _strands(
    report: Report, members: tuple[Handlungsempfehlung, ...], key: Key
) -> Iterator[Succeeding]:
    places = {one.key.name: place for place, one in enumerate(members)}
    for one in members:
        stand = one.stand()
        silent = bool(silence_of(report, one))
        yield Succeeding(
            label=f"{one.key.name} {one.titel} ({STAENDE[stand]})",
            steps=tuple(moment(report, step) for step in one.verlauf),
            has_ended=stand in ENDED,
            is_silent=silent,
            is_current=one.key == key,
            before=tuple(places[name] for name in sorted(_before(one))),
        )


def _knot(report: Report, one: Handlungsempfehlung, key: Key) -> Knot:
    stufe = one.steuerungsrelevanz
    return Knot(
        key=one.key.name,
        link=link_to(report, one.key),
        grade=STUFEN[stufe] if stufe else OHNE_STUFE,
        grade_kind=stufe.value if stufe else "",
        state=state_of(one),
        silence=silence_of(report, one),
        ties=_ties(report, one),
        is_current=one.key == key,
    )


def _ties(report: Report, one: Handlungsempfehlung) -> str:
    parts = (
        _told("Geht zurück auf", _before(one)),
        _told("Fortgeführt in", _after(report, one.key.name)),
    )
    return " ".join(part for part in parts if part)


def _told(words: str, names: Iterable[str]) -> str:
    found = [name.replace("-", UNBROKEN) for name in sorted(names)]
    return f"{words} {listing(found)}." if found else ""
