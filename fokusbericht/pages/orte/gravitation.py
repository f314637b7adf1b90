"""/grundlagen/gravitationsmodell/: how the rooms are computed, and how close each decision is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.figures.pictures import MapPicture, room_labels
from fokusbericht.maps import Area, MapView, class_names
from fokusbericht.model.places import Fassung, Raummodell
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.orte.cut import MODEL_LEAD, MODEL_TITLE, CutView, cut_text, cut_view
from fokusbericht.pages.orte.gravitation_tables import (
    MARGINS,
    WORDS,
    decision_rows,
    exponent_rows,
    is_centre,
    margin_class,
    margin_text,
    mass_text,
    share_text,
    short,
    size_rows,
    stable_sentence,
    variants,
)
from fokusbericht.problems import Place
from fokusbericht.statistics.gravity import Assignment
from fokusbericht.statistics.rooms import Decisions, decide, latest, rooms_of, timed_kommunen
from fokusbericht.text.formatting import format_quantity
from fokusbericht.urls import GRAVITATION
from fokusbericht.views import Cell, LegendClass
from fokusbericht.words.german import alphabetical
from fokusbericht.words.numbers import source_line
from fokusbericht.words.phrases import listing

TEMPLATE = "orte/gravitation.html"
SHADES = class_names(5)  # the classes of the margin, and last the centres
CENTRE, OUTSIDE = SHADES[-1], "fehlt"
MOST_NAMES = 8
EXPONENTS_TEXT = (
    "Der Exponent sagt, wie stark Entfernung zählt. Je höher er ist, desto mehr entscheidet die "
    "Nähe; je niedriger, desto mehr die Größe des Zentrums. Üblich ist 2."
)


@dataclass(frozen=True, slots=True)
class ModelTable:
    """A table with its heading row and caption."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str


@dataclass(frozen=True, slots=True)
class GravitationView:
    """The model behind today's cut."""

    lead: str
    status: str
    explanation: tuple[str, ...]
    closest: str
    map: MapPicture
    legend: tuple[LegendClass, ...]
    map_sentence: str
    source: str
    cut: CutView
    decisions: ModelTable
    exponents_text: tuple[str, ...]
    exponents: ModelTable
    sizes: ModelTable


@dataclass(frozen=True, slots=True)
class _Model:
    # A cut with what its model says.
    report: Report
    fassung: Fassung
    modell: Raummodell
    decisions: Decisions

    @property
    def mass(self) -> str:
        """Return what is weighed."""
        indikator = self.report.indikatoren[self.modell.masse.key.name]
        return mass_text(indikator, self.modell.jahr)

    @property
    def apart(self) -> tuple[str, ...]:
        """Return the Kommunen at the centre of a room that stands apart."""
        raeume = self.report.geografie.raeume
        return tuple(ags for ref in self.modell.abseits for ags in raeume[ref.key.name].zentren)

    def name(self, ags: str) -> str:
        """Return the name of a Kommune."""
        return self.report.geografie.kommunen[ags].name

    def style(self, decision: Assignment) -> str:
        """Return the class of a Kommune on the map."""
        if decision.place in self.apart:
            return OUTSIDE
        return CENTRE if is_centre(decision) else SHADES[margin_class(decision)]


def plan(report: Report) -> Iterator[Output]:
    """Plan the page, if today's cut declares a model."""
    fassung = latest(report)
    modell = fassung.modell if fassung else None
    decisions = decide(report, modell) if modell else None
    if fassung is None or modell is None or decisions is None:
        return
    model = _Model(report, fassung, modell, decisions)
    page = make_page(
        report,
        GRAVITATION,
        MODEL_TITLE,
        MODEL_LEAD,
        parents=[("Grundlagen", "/grundlagen/")],
        changed=last_change([report.indikatoren[modell.masse.key.name]]),
    )
    yield page_output(report, TEMPLATE, page, _view(model), Place("geo/raeume.yml"))


def _view(model: _Model) -> GravitationView:
    report, modell, room_of = model.report, model.modell, rooms_of(model.fassung)
    found = variants(report, modell, model.decisions)
    own = short(modell.exponent)
    sizes = tuple(size_rows(report, modell, room_of, model.decisions))
    has_exceptions = any(len(row) > 4 for row in sizes)
    return GravitationView(
        lead=MODEL_LEAD,
        status=cut_text(model.fassung),
        explanation=tuple(_explanation(model)),
        closest=_closest(model),
        map=_map(model),
        legend=tuple(_legend(model)),
        map_sentence=_map_sentence(model),
        source=source_line(report.indikatoren[modell.masse.key.name], modell.jahr),
        cut=cut_view(report, report.geografie.kommunen),
        decisions=ModelTable(
            ("Kommune", "Raum", "Am stärksten zieht", "Danach", "Abstand"),
            tuple(decision_rows(report, model.decisions, room_of, model.apart)),
            "Alle Kommunen, die knappsten Entscheidungen zuerst",
        ),
        exponents_text=(EXPONENTS_TEXT, stable_sentence(found)),
        exponents=ModelTable(
            ("Exponent", "Wechsel", "Wer dann zu einem anderen Raum käme"),
            tuple(exponent_rows(report, modell, found)),
            f"Was sich gegenüber dem Exponenten {own} ändert, ohne Ausnahmen gerechnet",
        ),
        sizes=ModelTable(
            (
                *("Raum", "Zentrum", "Kommunen", model.mass),
                *(("Ohne Ausnahmen",) if has_exceptions else ()),
            ),
            sizes,
            f"Die Räume nach ihrer Größe: {model.mass}",
        ),
    )


def _explanation(model: _Model) -> Iterator[str]:
    """Yield how the model computes, in plain sentences."""
    geografie, modell = model.report.geografie, model.modell
    rest = format_quantity(100 / 2**modell.exponent, "%", 0)
    yield (
        "Ein großes Zentrum zieht stärker an als ein kleines, ein nahes stärker als ein fernes. "
        "Im Modell kommt jede Kommune zu dem Zentrum, das sie am stärksten anzieht. Die Anziehung "
        "ist die Größe des Zentrums, geteilt durch die Entfernung hoch "
        f"{short(modell.exponent)}: In doppelter Entfernung bleiben davon {rest}."
    )
    yield f"Als Größe zählt: {model.mass}. {_ways_text(model)} {_commuters_text(modell)}"
    for raum in geografie.raeume.values():
        if len(raum.zentren) > 1:
            towns = listing([model.name(ags) for ags in raum.zentren])
            yield f"{towns} sind gemeinsam ein Zentrum; ihre Anziehung wird addiert."
    if modell.abseits:
        names = listing([geografie.raeume[ref.key.name].name for ref in modell.abseits])
        verb = "bleibt" if len(modell.abseits) == 1 else "bleiben"
        yield f"Außerhalb der Rechnung {verb}: {names}."


def _ways_text(model: _Model) -> str:
    """Return which distance is used."""
    line = "die Luftlinie zwischen den Mittelpunkten der Kommunen"
    timed = timed_kommunen(model.report, model.modell)
    if not timed:
        return f"Als Entfernung zählt {line}."
    rest = model.decisions.keys() - {*timed, *model.apart}
    if not rest:
        return "Als Entfernung zählt die Fahrzeit in Minuten."
    names = listing(sorted((model.name(ags) for ags in rest), key=alphabetical))
    others = names if len(rest) <= MOST_NAMES else _kommunen(len(rest))
    return f"Als Entfernung zählt die Fahrzeit in Minuten, ohne Angabe {line}: bei {others}."


def _commuters_text(modell: Raummodell) -> str:
    """Return whether commuters count, and what does not."""
    if modell.pendler:
        sentence = (
            "Auch wer pendelt, zählt: Pendelt ein Zehntel der Menschen einer Kommune in ein "
            "Zentrum, zieht es sie um ein Zehntel stärker an."
        )
        return (
            sentence if modell.reisezeiten else f"{sentence} Fahrzeiten kennt die Rechnung nicht."
        )
    unknown = "Pendlerströme" if modell.reisezeiten else "Fahrzeiten und Pendlerströme"
    return f"{unknown} kennt die Rechnung nicht."


def _contested(model: _Model) -> list[Assignment]:
    """Return the decisions between two rooms, the closest first."""
    found = [one for one in model.decisions.values() if not is_centre(one) and len(one.pulls) > 1]
    return sorted(found, key=lambda one: (one.margin, alphabetical(model.name(one.place))))


def _closest(model: _Model) -> str:
    contested = _contested(model)
    if not contested:
        return ""
    raeume, one = model.report.geografie.raeume, contested[0]
    best, second = (raeume[pull.room].name for pull in one.pulls[:2])
    return (
        f"Am knappsten entscheidet das Modell bei {model.name(one.place)}: Von aller Anziehung "
        f"auf die Kommune kommen {share_text(one, 0)} von {best} und {share_text(one, 1)} von "
        f"{second}."
    )


def _map(model: _Model) -> MapPicture:
    room_of = rooms_of(model.fassung)
    areas = tuple(
        Area(
            key=ags,
            name=model.name(ags),
            text=_area_text(model, one, room_of[ags]),
            css=model.style(one),
            selected=one.room != room_of[ags],
        )
        for ags, one in model.decisions.items()
    )
    view = MapView(
        title=f"Wie deutlich das Modell entscheidet: {model.report.geografie.name}",
        description=_map_sentence(model),
        areas=areas,
        labels=room_labels(model.report.geografie),
    )
    return MapPicture(view, "karte", model.report.geografie)


def _area_text(model: _Model, decision: Assignment, room: str) -> str:
    """Return what a Kommune says of itself: "Bilsen: 1,60-fach: deutlich, zu Quickborn"."""
    name, raeume = model.name(decision.place), model.report.geografie.raeume
    if is_centre(decision):
        word = "außerhalb der Rechnung" if decision.place in model.apart else "Zentrum"
        return f"{name}: {word}"
    exception = "" if room == decision.room else f"; als Ausnahme bei {raeume[room].name}"
    return f"{name}: {margin_text(decision)}, {raeume[decision.room].name}{exception}"


def _legend(model: _Model) -> Iterator[LegendClass]:
    counts = Counter(model.style(one) for one in model.decisions.values())
    spans = (f"unter {short(MARGINS[0])}-fach", *_from(MARGINS))
    for shade, word, span in zip(SHADES[:-1], WORDS, spans, strict=True):
        yield LegendClass(shade, f"{word}: {span}", _kommunen(counts[shade]))
    yield LegendClass(CENTRE, "selbst Zentrum", _kommunen(counts[CENTRE]))
    if counts[OUTSIDE]:
        yield LegendClass(OUTSIDE, "außerhalb der Rechnung", _kommunen(counts[OUTSIDE]))


def _from(breaks: tuple[float, ...]) -> Iterator[str]:
    yield from (f"ab {short(value)}-fach" for value in breaks)


def _kommunen(count: int) -> str:
    return "1 Kommune" if count == 1 else f"{count} Kommunen"


def _map_sentence(model: _Model) -> str:
    """Return how many decisions are close, and who is an exception."""
    close = [one.place for one in _contested(model) if margin_class(one) == 0]
    names = listing(sorted((model.name(ags) for ags in close), key=alphabetical))
    if not close:
        sentence = "Keine Entscheidung ist knapp."
    elif len(close) > MOST_NAMES:
        sentence = f"Knapp ist die Entscheidung bei {len(close)} Kommunen."
    else:
        sentence = f"Knapp ist die Entscheidung bei {names}."
    room_of = rooms_of(model.fassung)
    exceptions = [ags for ags, one in model.decisions.items() if one.room != room_of[ags]]
    if not exceptions:
        return sentence
    excepted = listing(sorted((model.name(ags) for ags in exceptions), key=alphabetical))
    return f"{sentence} Mit dickem Rand, weil es vom Modell abweicht: {excepted}."
