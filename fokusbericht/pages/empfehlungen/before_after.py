"""What a recommendation's figures were before its decision, and what they are today. No cause.

A year counts for neither side if it is that of the decision; nothing is compared across a break.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fokusbericht.charts.drawn.around import Around, Course, Mark
from fokusbericht.model.figures import Indikator, Zahlart
from fokusbericht.model.lives import Ergebnis, Schritt, Verlaufsschritt
from fokusbericht.model.places import KREIS
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.views import Link
from fokusbericht.words.amounts import amount
from fokusbericht.words.numbers import source_line
from fokusbericht.words.phrases import listing
from fokusbericht.words.secret import WORDS_NOTE, is_secret

NO_CAUSE = "Das zeigt keinen ursächlichen Zusammenhang."
BEFORE = 10  # years drawn before the first step
MOST_PLACES = 3  # more lines beside that of the county could not be told apart
DECIDED = {Ergebnis.BESCHLOSSEN: "Beschluss", Ergebnis.ABGELEHNT: "Ablehnung"}
ARTICLES = {"Ablehnung": "der"}
HIDDEN = "Für den Kreis wird der Wert geheim gehalten."

Absence = tuple[str, str, str]  # that there is a value, that there is none, that there is none yet
NO_VALUE: Absence = ("liegt ein Wert vor", "liegt kein Wert vor", "liegt noch kein Wert vor")
NOT_SHOWN: Absence = (
    "ist ein Wert veröffentlicht",
    "ist kein Wert veröffentlicht",
    "ist noch kein Wert veröffentlicht",
)


@dataclass(frozen=True, slots=True)
class FigureAround:
    """A figure around the decision: drawn, and in a sentence for each area."""

    link: Link
    picture: Around | None
    sentences: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class AroundView:
    """All figures of a recommendation around its decision."""

    lead: str
    figures: tuple[FigureAround, ...]
    note: str
    secret_note: str


def around_view(report: Report, one: Handlungsempfehlung) -> AroundView | None:
    """Return the figures a recommendation names around its decision; None if it names none."""
    figures = tuple(
        _figure(report, one, messungen(report)[ref.key.name]) for ref in one.indikatoren
    )
    if not figures:
        return None
    word, year = pivot(one)
    lead = (
        f"Verglichen wird die Zeit vor und nach {_dative(word)} {year}; "
        "Werte aus dem Jahr selbst zählen zu keiner Seite."
    )
    words = " ".join(sentence for figure in figures for sentence in figure.sentences)
    secret = "geheim gehalten" in words.lower()
    return AroundView(lead, figures, NO_CAUSE, WORDS_NOTE * secret)


def pivot(one: Handlungsempfehlung) -> tuple[str, int]:
    """Return what before and after are told from, and its year: the decision, or the first step."""
    for step in reversed(one.verlauf):
        if _is_decision(step) and step.ergebnis:
            return DECIDED[step.ergebnis], step.datum.year
    first = one.verlauf[0]
    return _opening(first), first.datum.year


def _is_decision(step: Verlaufsschritt) -> bool:
    return step.ergebnis is Ergebnis.BESCHLOSSEN or (
        step.schritt is Schritt.KREISTAG and step.ergebnis in DECIDED
    )


def _opening(step: Verlaufsschritt) -> str:
    return "Vorschlag" if step.schritt is Schritt.VORGESCHLAGEN else "ersten Schritt"


def _dative(word: str) -> str:
    return f"{ARTICLES.get(word, 'dem')} {word}"


def _figure(report: Report, one: Handlungsempfehlung, messung: Messung) -> FigureAround:
    areas = _areas(one, messung)
    named = {area: messung.known(area) for area in areas}
    told = [_told(messung, area, known, pivot(one)) for area, known in named.items() if known]
    hidden = _hidden(messung, areas[0])
    return FigureAround(
        link=link_to(report, messung.indikator.key),
        picture=_picture(one, messung, named, told),
        sentences=tuple(told)
        or (HIDDEN if hidden else "Für den Kreis liegt hierzu kein Wert vor.",),
        source=source_line(messung.indikator),
    )


def _areas(one: Handlungsempfehlung, messung: Messung) -> tuple[str, ...]:
    """Return the county, and the places the recommendation names if they are few."""
    geografie = messung.geografie
    ags = {kommune.key: kommune.ags for kommune in geografie.kommunen.values()}
    keys = [ref.key for ref in one.raeume if ref.key.name != KREIS]
    places = [ags.get(key, key.name) for key in keys]
    # A Kommune that is a Raum of its own is named once, whatever the Raum is called.
    raeume = geografie.raeume.items()
    alone = {key: raum.kommunen[0] for key, raum in raeume if len(raum.kommunen) == 1}
    by_name = {geografie.name_of(alone.get(area, area)): area for area in places}
    with_values = [area for area in by_name.values() if messung.known(area)]
    few = with_values if len(with_values) <= MOST_PLACES else []
    return (messung.own, *few)


def _told(messung: Messung, area: str, known: dict[int, float], around: tuple[str, int]) -> str:
    said = sides(messung.indikator, known, *around, _hidden(messung, area))
    return f"{messung.geografie.name_of(area)}: {said}"


def _hidden(messung: Messung, area: str) -> tuple[int, ...]:
    """Return the years in which the figure of an area is hidden."""
    return tuple(year for year, figure in messung.series(area).items() if is_secret(figure))


def sides(
    indikator: Indikator, known: dict[int, float], word: str, year: int, hidden: Sequence[int] = ()
) -> str:
    """Return the figure before and after a year in words, by the values as they are shown."""
    if not hidden:
        return _sides(indikator, known, word, year, NO_VALUE)
    years = listing([str(at) for at in sorted(hidden)])
    return f"{_sides(indikator, known, word, year, NOT_SHOWN)} Geheim gehalten: {years}."


def _sides(
    indikator: Indikator, known: dict[int, float], word: str, year: int, absence: Absence
) -> str:
    there, is_none, not_yet = absence
    before = max((at for at in known if at < year), default=0)
    after = max((at for at in known if at > year), default=0)
    event = f"{_dative(word)} {year}"
    if not before and not after and year in known:
        return f"Nur aus dem Jahr selbst {there}: {_value(indikator, known, year)}."
    if not before and not after:
        return f"Weder aus der Zeit vor {event} noch danach {there}."
    if not before:
        return f"Aus der Zeit vor {event} {is_none}; zuletzt {_value(indikator, known, after)}."
    first = f"Vor {event}: {_value(indikator, known, before)}"
    if not after:
        return f"{first}. Aus der Zeit danach {not_yet}."
    cuts = [cut.jahr for cut in indikator.brueche if before < cut.jahr <= after]
    same = max((at for at in known if year < at and not any(c <= at for c in cuts)), default=0)
    if not cuts:
        return f"{first}, zuletzt {_value(indikator, known, after)}."
    where = f"Die Zeitreihe bricht {listing([str(cut) for cut in cuts])}"
    if same:
        told = f"{first}, vor dem Bruch zuletzt {_value(indikator, known, same)}."
        return f"{told} {where}; spätere Werte lassen sich damit nicht vergleichen."
    return f"{first}. {where}; die Werte danach lassen sich damit nicht vergleichen."


def _value(indikator: Indikator, known: dict[int, float], year: int) -> str:
    return f"{amount(indikator, known[year])} ({year})"


# --- The drawing ----------------------------------------------------------------------------------


def _picture(
    one: Handlungsempfehlung,
    messung: Messung,
    named: dict[str, dict[int, float]],
    told: list[str],
) -> Around | None:
    """Return the chart; a single value is no course."""
    if max(len(known) for known in named.values()) < 2:
        return None
    indikator = messung.indikator
    areas = [area for area, known in named.items() if known]
    if indikator.art is Zahlart.ANZAHL and len(areas) > 1 and messung.own in areas:
        areas.remove(messung.own)  # its count would flatten those of places
    marks = tuple(_marks(one))
    courses = tuple(_course(messung, area, marks[0].year - BEFORE) for area in areas)
    return Around(
        id=f"umfeld-{indikator.key.name}",
        title=f"{indikator.titel}, Verlauf",
        description=" ".join(told),
        unit=indikator.einheit,
        digits=indikator.dezimalstellen,
        courses=tuple(course for course in courses if course.points),
        marks=marks,
        breaks=tuple(cut.jahr for cut in indikator.brueche),
        named=areas != [messung.own],
    )


def _course(messung: Messung, area: str, since: int) -> Course:
    """Return the course of an area; of a long one only what is near the first step."""
    points = tuple((year, figure.value) for year, figure in messung.series(area).items())
    near = tuple(point for point in points if point[0] >= since)
    return Course(messung.geografie.name_of(area), near if len(near) > 1 else points)


def _marks(one: Handlungsempfehlung) -> Iterator[Mark]:
    """Yield the years of first step, decision and work, those of one year together."""
    first, begun = one.verlauf[0], [s for s in one.verlauf if s.schritt is Schritt.IN_UMSETZUNG]
    word, year = pivot(one)
    events = [(first.datum.year, "erster Schritt" if word == "ersten Schritt" else "Vorschlag")]
    if word in DECIDED.values():
        events.append((year, word))
    if begun:
        events.append((begun[0].datum.year, "Umsetzung"))
    for at in sorted({year for year, _ in events}):
        names = [name for when, name in events if when == at]
        yield Mark(at, f"{names[0]} bis {names[-1]}" if len(names) > 2 else listing(names))
