"""How a Kommune differs from those of its size, in a few sentences, each with a strip."""

from collections.abc import Mapping
from dataclasses import dataclass

from fokusbericht.charts.drawn.peer_strip import PeerStrip, StripDot, peer_strip_svg
from fokusbericht.figures.differing import Compared, alike, compared_figures, differing
from fokusbericht.figures.peers import peers_of
from fokusbericht.figures.profile import number_text
from fokusbericht.model.places import Geografie
from fokusbericht.model.report import Report
from fokusbericht.statistics.differing import FEWEST, standing
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import address_of
from fokusbericht.words import different
from fokusbericht.words.county import figure_sentence
from fokusbericht.words.numbers import value_text
from fokusbericht.words.places import place_of

FULL = 22  # letters of a label; of a longer one only its number is written
COUNTY = "Kreis"


@dataclass(frozen=True, slots=True)
class PeerStripPicture:
    """A strip as plain data; it becomes SVG where a template prints it."""

    strip: PeerStrip

    def __html__(self) -> str:
        return peer_strip_svg(self.strip)


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A figure in which a place differs: what heads it, a sentence, and a strip."""

    heading: str
    href: str
    text: str
    picture: PeerStripPicture


@dataclass(frozen=True, slots=True)
class Differences:
    """How a place differs from those like it, and in what it does not."""

    title: str
    compared: str  # with whom
    items: tuple[DifferenceRow, ...]
    without: str  # said where nothing differs
    alike: str
    others: str  # what the hollow dots are
    rule: tuple[str, ...]


def differences_of(report: Report, ags: str) -> Differences | None:
    """Return how a Kommune differs from those of its size; None with too few others."""
    peers = peers_of(report, ags)
    if peers is None or len(peers.others) < FEWEST:
        return None
    found = compared_figures(report, peers)
    told, geografie = differing(found), report.geografie
    nothing = different.NOTHING if found else different.TOO_FEW
    return Differences(
        title=different.title(place_of(geografie, ags)),
        compared=peers.sentence,
        items=tuple(_told(geografie, one, len(peers.others)) for one in told),
        without="" if told else nothing,
        alike=different.alike_sentence([_alike_words(one) for one in alike(report, found, told)]),
        others=different.others_words(len(peers.others)),
        rule=different.rules(geografie.name_of(ags)),
    )


def _told(geografie: Geografie, one: Compared, others: int) -> DifferenceRow:
    indikator, is_higher = one.messung.indikator, one.distance > 0
    value = one.own / 10**indikator.dezimalstellen
    core = figure_sentence(indikator, value, place_of(geografie, one.area), one.year)
    stands = different.standing_words(geografie, standing(one.own, one.others), is_higher, others)
    return DifferenceRow(
        heading=different.heading(indikator, is_higher),
        href=address_of(indikator.key),
        text=different.different_sentence(core, stands, _county(one)),
        picture=PeerStripPicture(_strip(geografie, one)),
    )


def _alike_words(one: Compared) -> tuple[str, str]:
    indikator = one.messung.indikator
    return indikator.titel, value_text(indikator, one.messung.figure(one.area, one.year))


def _county(one: Compared) -> str:
    """Return the county's number of the same year without a unit; nothing where it has none."""
    figure = one.messung.figure(one.messung.own, one.year)
    return "" if figure.value is None else _number(one, figure.value)


def _number(one: Compared, value: float) -> str:
    return format_number(value, one.messung.indikator.dezimalstellen)


def _strip(geografie: Geografie, one: Compared) -> PeerStrip:
    """Return the strip of a figure: the others by value, then by name."""
    scale = 10**one.messung.indikator.dezimalstellen
    values = {geografie.name_of(area): value / scale for area, value in one.others.items()}
    others = dict(sorted(values.items(), key=lambda pair: (pair[1], pair[0])))
    name = geografie.name_of(one.area)
    own = number_text(one.messung.indikator, one.messung.figure(one.area, one.year))
    county = one.messung.known(one.messung.own).get(one.year)
    return PeerStrip(
        own=StripDot(one.own / scale, _labels(name, own)),
        others=tuple(_marks(one, others)),
        county=None if county is None else StripDot(county, (f"{COUNTY} {_number(one, county)}",)),
        text=different.strip_text(name, own, _county(one), _numbers(one, others)),
    )


def _marks(one: Compared, others: Mapping[str, float]) -> list[StripDot]:
    return [StripDot(value, _labels(name, _number(one, value))) for name, value in others.items()]


def _numbers(one: Compared, others: Mapping[str, float]) -> list[tuple[str, str]]:
    return [(name, _number(one, value)) for name, value in others.items()]


def _labels(name: str, number: str) -> tuple[str, ...]:
    """Return what may be written to a dot: its name with the number, or the number alone."""
    full = f"{name} {number}"
    return (full, number) if len(full) <= FULL else (number,)
