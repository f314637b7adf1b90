"""The cards of pages about figures: an indicator, a Kommune, a field, the county itself.

A card is looked at where no audit can read it, so it shows only what its page shows.
"""

from collections.abc import Iterable
from dataclasses import replace

from fokusbericht.cards import Card, CardFrame, CountyShades, Curve
from fokusbericht.figures.pictures import MISSING_CLASSES, has_course, map_picture
from fokusbericht.figures.population import people, population_of
from fokusbericht.model.figures import Zahlart
from fokusbericht.model.kreis import Kreis
from fokusbericht.model.places import Geografie, Kommune
from fokusbericht.model.planning import Handlungsfeld
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.formatting import format_number
from fokusbericht.words import kommunen
from fokusbericht.words.county import (
    NO_WHOLE,
    change_sentence,
    compared_sentence,
    county_sentence,
)
from fokusbericht.words.numbers import number_cell, source_line

BLANKS = frozenset(css for css, _ in MISSING_CLASSES)
FIGURE, FIELD = "Kennzahl", "Handlungsfeld"


def card_frame(kreis: Kreis) -> CardFrame:
    """Return what all cards of a county have."""
    notice = kreis.hinweis or ("Erfundener Kreis" if kreis.erfunden else "")
    return CardFrame(kreis.titel, kreis.name, notice, kreis.akzent)


def site_card(report: Report) -> Card:
    """Return the card of the start page, and of all pages that have none of their own."""
    kreis = report.kreis
    return Card(
        card_frame(kreis),
        "",
        kreis.leitsatz,
        said=(kreis.beschreibung,),
        picture=place_picture(report.geografie, report.geografie.kommunen),
    )


def figure_card(kreis: Kreis, messung: Messung, what: str = "") -> Card:
    """Return the card of an indicator: the county's figure, and the map, or else the course.

    Beside the figure stands whose, or `what` it is where the title does not say it.
    """
    indikator, year = messung.indikator, messung.year
    figure = messung.at(messung.own, year)
    number = number_cell(indikator, figure).text if _is_known(messung, year) else ""
    percent = number and indikator.einheit == "%"
    unit = "" if percent or indikator.art is Zahlart.ANZAHL else indikator.einheit
    whose = f"{what or messung.geografie.name}, {year}"
    return Card(
        card_frame(kreis),
        FIGURE,
        indikator.titel,
        figure=f"{number}\u202f%" if percent else number,
        unit=(f"{unit} · {whose}" if unit else whose) if number else "",
        said=_said(messung, year) or (indikator.kurz,),
        picture=map_shades(messung) or _curve(messung),
        source=source_line(indikator, year),
    )


def _said(messung: Messung, year: int) -> tuple[str, ...]:
    """Return what is said beside the figure, and what in its place where there is none."""
    first = "" if _is_known(messung, year) else county_sentence(messung, year)
    said = [first if first != NO_WHOLE else ""]
    if messung.has_map:
        said.append(kommunen.extremes_sentence(messung, year))
    else:
        said += [compared_sentence(messung, year), change_sentence(messung, year)]
    return tuple(one for one in said if one)


def _is_known(messung: Messung, year: int) -> bool:
    figure = messung.at(messung.own, year)
    return figure is not None and figure.value is not None


def map_shades(messung: Messung, caption: str = "") -> CountyShades | None:
    """Return the map of an indicator's last year; None where it has none."""
    if not messung.has_map:
        return None
    picture, classes = map_picture(messung, messung.year, "karte")
    scale = [one for one in classes if one.name not in BLANKS]
    blanks = tuple((one.name, one.label) for one in classes if one.name in BLANKS)
    ends = (scale[0].label, scale[-1].label) if len(scale) > 1 else ("", scale[0].label)
    return CountyShades(
        tuple((area.key, area.css) for area in picture.view.areas),
        tuple(one.name for one in scale),
        ends,
        blanks,
        caption,
    )


def _curve(messung: Messung) -> Curve | None:
    """Return the course of the county; None with fewer than three years."""
    known = messung.known(messung.own)
    if not has_course(messung) or len(known) < 3:
        return None
    indikator = messung.indikator
    points = tuple(sorted(known.items()))
    first, last = (
        f"{year}: {number_cell(indikator, messung.at(messung.own, year)).text}"
        for year, _ in (points[0], points[-1])
    )
    return Curve(points, tuple(one.jahr for one in indikator.brueche), first, last)


def place_picture(geografie: Geografie, here: Iterable[str]) -> CountyShades:
    """Return the county with some of its Kommunen in its colour."""
    chosen = frozenset(here)
    return CountyShades(
        tuple((ags, "akzent" if ags in chosen else "still") for ags in sorted(geografie.kommunen))
    )


def field_card(report: Report, feld: Handlungsfeld) -> Card:
    """Return the card of a field: the figure of its map, or else the first of its key figures."""
    messung = _telling(report, feld)
    if messung is None:
        return Card(card_frame(report.kreis), FIELD, feld.titel, said=(feld.kurz,))
    card = figure_card(report.kreis, messung, messung.indikator.titel)
    said = county_sentence(messung, messung.year)
    shades = map_shades(messung, _map_title(messung))
    return replace(
        card,
        overline=FIELD,
        title=feld.titel,
        said=(said, *card.said) if card.figure else card.said,
        picture=shades or card.picture,
    )


def _telling(report: Report, feld: Handlungsfeld) -> Messung | None:
    known = messungen(report)
    refs = (*((feld.karte,) if feld.karte else ()), *feld.kennzahlen)
    found = [known[ref.key.name] for ref in refs if ref.key.name in known]
    mapped = [one for one in found[:1] if feld.karte and one.has_map]
    return next(iter((*mapped, *found)), None)


def _map_title(messung: Messung) -> str:
    unit = messung.indikator.einheit
    beside = f" ({unit})" if unit not in ("", "%") else ""
    return f"{messung.indikator.titel} {messung.year}{beside}"


def place_card(report: Report, kommune: Kommune, what: str, said: str) -> Card:
    """Return the card of a Kommune: what it is, how many live there, where it lies."""
    number, messung = people(report, kommune.ags), population_of(report)
    figure = unit = source = ""
    if number is not None and messung is not None:
        year, _ = messung.latest(kommune.ags)
        figure, unit = format_number(number), f"Menschen, {year}"
        source = source_line(messung.indikator, year)
    return Card(
        card_frame(report.kreis),
        what,
        kommune.name,
        figure=figure,
        unit=unit,
        said=(said,),
        picture=place_picture(report.geografie, (kommune.ags,)),
        source=source,
    )
