"""/sozialbericht/kreisdaten.….json: all figures for the Kreiskarte and the comparison, packed.

    {"gebiete": {"kommunen": [["01056001", "Appen", "kommunen/appen/", "pinneberg"], …],
                 "aemter": [["01056002", "Barmstedt", …], …, ["010565660", "Amt Rantzau", "", ""]],
                 "raeume": […], "masse": [["01056", "Kreis Pinneberg", "raeume/kreis/", ""], …]},
     "themen": [["wohnen", "Wohnen"], …], "worte": {"missing": {…}, "extremes": {…}, …},
     "gruppen": [["Altersgruppen", [["alter-unter-3", "unter 3"], …]], …],
     "quellen": ["Zensus …", …],
     "kennzahlen": [{"id": "eigentuemerquote", "titel": "Eigentümerquote", "kurz": "…", "thema": 2,
                     "einheit": "%", "ziffern": 1, "nomen": "die Eigentümerquote", "quelle": 0,
                     "jahre": [2011, 2022], "stufen": [45, 55], "geteilt": false,
                     "klassen": [["k0", "unter 45 %"], …], "zaehlt": true,
                     "brueche": [2022], "gruende": ["Neue Zählung."],
                     "zu_klein": {"kommunen": {"2022": [3, 17]}}, "ohne": ["01056025"],
                     "werte": {"kommunen": [388, 12, …], "raeume": […], "masse": […]}}, …]}

`stufen` are the inner breaks of the map, the same over all years, `geteilt` says that they diverge
from a middle, `klassen` are their styles and names; without them there is no map. Of a figure that
only Ämter have, Kommunen have none, be they amtsfrei; beside figures of Kommunen, those of Ämter
are told for the years in which an Amt has one. `ohne` names the areas that are so far out that the
bars of the others are drawn without them.
`zaehlt` marks counts, which add up and do not compare; their sums for rooms have breaks of their
own under `raeume`. `zu_klein` lists who has no rank. `mehrzahl` says that a single one goes without
the unit, `gezaehlt` that up to twelve are told in words, `vorzeichen` that a plus is told,
`werteweise` that years are told by their values alone, `wort` is the unit behind what a figure is
called, where it is another, `dativ` the same after „bei“. The fifth of an area says where it is, if
not „in“ its name. `wichtig` are telling figures, with what heads a place that has `mehr` or
`weniger`; `bericht` says that its years are those of reports, `vage` that some figures rest on few,
`beispiel` that they are made up. `quelle` is a number in `quellen`. `worte` is told in
words/scripts.py.

Figures are in units of their last digit, one row of years for each area; each is the difference to
the known one before it in its row. What is missing is a text: "" no line, "." unknown, "-" nothing,
"x" secret, "/" not sure enough, "…" incomplete.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import blake2b

import orjson

from fokusbericht.building.output import Output
from fokusbericht.figures.grouping import listed_figures
from fokusbericht.maps import class_labels, class_names
from fokusbericht.model.figures import Fehlgrund, Indikator, Klassen, Zahlart, Zahlengruppe
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.classify import Scale, scale_of
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.statistics.rounding import whole
from fokusbericht.words.numbers import area_url, is_incomplete, source_line
from fokusbericht.words.places import AT, place_of
from fokusbericht.words.scripts import GAP, MARKS, NO_LINE, phrases, phrasing

MAPPED = ("kommunen", "aemter")  # levels whose areas make up the county
# What a figure is written by, wherever it stands alone.
BARE = ("id", "titel", "einheit", "ziffern", "jahre", "werte", "zu_klein")
FORMAT = 9  # counted up with the form of the file: browsers keep each for ever


def plan(report: Report) -> Iterator[Output]:
    """Plan the file; its name carries what it is made of, so that browsers may keep it for ever."""
    address = data_url(report)
    make = partial(packed, report)
    yield Output(address[1:], address, make, Place("indicators"))


@query
def data_url(report: Report) -> str:
    """Return the address of the file: named after nothing but what stands in it.

    Classes follow from the figures and from what is said of them; to reckon them takes long.
    """
    head, areas = _head(report), _areas(report)
    figures = [(_figures(report, one, areas), *_said(one.indikator)) for one in _ordered(report)]
    digest = blake2b(orjson.dumps([FORMAT, head, figures]), digest_size=5).hexdigest()
    return f"/sozialbericht/kreisdaten.{digest}.json"


def _said(one: Indikator) -> tuple[object, ...]:
    return one.klassen, one.art, one.ebene


def packed(report: Report) -> bytes:
    """Return all figures as they may be published, as JSON."""
    areas = _areas(report)
    figures = [_figures(report, one, areas) | _scales(one) for one in _ordered(report)]
    return orjson.dumps(_head(report) | {"kennzahlen": figures})


def figures_alone(report: Report) -> dict[str, object]:
    """Return areas and figures, without what only maps, tables and sentences need."""
    areas = _areas(report)
    figures = [_figures(report, one, areas) for one in _ordered(report)]
    return {
        "gebiete": {level: [_area(report, one) for one in keys] for level, keys in areas.items()},
        "kennzahlen": [{name: one[name] for name in BARE if name in one} for one in figures],
    }


def _head(report: Report) -> dict[str, object]:
    """Return what the areas and themes are called, and in which words figures are told."""
    areas = _areas(report).items()
    return {
        "gebiete": {level: [_area(report, one) for one in keys] for level, keys in areas},
        "themen": [(name, theme.titel) for name, theme in report.themen.items()],
        "gruppen": [_group(one) for one in report.gruppen.values()],
        "quellen": _sources(report),
        "worte": phrases(),
    }


def _group(gruppe: Zahlengruppe) -> tuple[str, list[tuple[str, str]]]:
    return gruppe.titel, [(one.indikator.key.name, one.name) for one in gruppe.reihen]


@query
def _sources(report: Report) -> tuple[str, ...]:
    """Return where all figures are from, each source once: many are from the same."""
    return tuple(dict.fromkeys(source_line(one.indikator) for one in _ordered(report)))


def _ordered(report: Report) -> list[Messung]:
    return [messungen(report)[key.name] for key in listed_figures(report)]


def _areas(report: Report) -> dict[str, tuple[str, ...]]:
    geografie = report.geografie
    measures = (one for one in geografie.measures() if one in geografie.vergleich)
    levels = {
        "kommunen": tuple(sorted(geografie.kommunen)),
        "aemter": geografie.verwaltungen() if geografie.aemter else (),
        "raeume": tuple(geografie.raeume),
        "quartiere": tuple(geografie.quartiere),
        "masse": (geografie.schluessel, *measures),
    }
    return {level: keys for level, keys in levels.items() if keys}


def _area(report: Report, area: str) -> tuple[str, ...]:
    geografie = report.geografie
    quartier = geografie.quartiere.get(area)
    kommune = geografie.kommunen.get(quartier.kommune if quartier else area)
    room = kommune.raum if kommune else ""
    name, place = geografie.name_of(area), place_of(geografie, area)
    known = (area, name, area_url(geografie, area).removeprefix("/"), room)
    return known if place == AT.format(name=name) else (*known, place)


def _figures(
    report: Report, messung: Messung, areas: Mapping[str, tuple[str, ...]]
) -> dict[str, object]:
    """Return what an indicator is called, its figures, and who is too small for a rank."""
    indikator, years = messung.indikator, messung.indikator.years()
    told = {level: _told(messung, level, keys, years) for level, keys in areas.items()}
    small = {
        level: found
        for level in MAPPED
        if told.get(level) and (found := dict(_too_small(messung, told[level], areas[level])))
    }
    entry: dict[str, object] = {
        "id": indikator.key.name,
        "titel": indikator.titel,
        "kurz": indikator.kurz,
        "thema": list(report.themen).index(indikator.thema.key.name),
        "einheit": indikator.einheit,
        "ziffern": indikator.dezimalstellen,
        "quelle": _sources(report).index(source_line(indikator)),
        "jahre": years,
        "werte": {
            level: _rows(messung, areas[level], years, shown)
            for level, shown in told.items()
            if shown
        },
    }
    if indikator.brueche:
        entry["brueche"] = [bruch.jahr for bruch in indikator.brueche]
        entry["gruende"] = [bruch.grund for bruch in indikator.brueche]
    entry |= phrasing(indikator)
    if messung.aside:
        entry["ohne"] = sorted(messung.aside)
    entry |= _told_beside(indikator)
    return entry | ({"zu_klein": small} if small else {})


def _told_beside(indikator: Indikator) -> dict[str, object]:
    """Return what places side by side are told by, where there is anything to say."""
    wording = indikator.wortlaut if indikator.wichtig else None
    said = {
        "wichtig": indikator.wichtig,
        "mehr": wording.mehr if wording else "",
        "weniger": wording.weniger if wording else "",
        "bericht": indikator.jahr_des_berichts,
        "vage": indikator.unsicherheit,
        "beispiel": indikator.beispiel,
    }
    return {name: value for name, value in said.items() if value}


def _told(
    messung: Messung, level: str, keys: tuple[str, ...], years: tuple[int, ...]
) -> tuple[int, ...]:
    """Return the years of which figures are told at a level; none where that has no figures.

    Ämter and Kommunen are never both shown for what they are not: an Amt is no sum of Kommunen.
    """
    if not any(key in messung.levels for key in keys):
        return ()
    if not messung.is_local and messung.has_map and level in MAPPED:
        return years if level == "aemter" else ()
    if level != "aemter":
        return years
    aemter = messung.geografie.aemter
    return tuple(
        year for year in years if any(messung.value(amt, year) is not None for amt in aemter)
    )


def _scales(messung: Messung) -> dict[str, object]:
    """Return the classes of the map, and of the sums of counts for rooms."""
    indikator = messung.indikator
    entry: dict[str, object] = {}
    if messung.has_map:
        scale = messung.scale
        entry = {
            "stufen": scale.inner,
            "geteilt": scale.diverging,
            "klassen": _classes(indikator, scale),
        }
    if indikator.art is Zahlart.ANZAHL:
        entry |= {"zaehlt": True} | _classes_of_rooms(messung)
    return entry


def _classes_of_rooms(messung: Messung) -> dict[str, object]:
    """Return the breaks for rooms, whose sums would all be above those for Kommunen."""
    indikator = messung.indikator
    values = [
        figure.value
        for key in messung.geografie.raeume
        for figure in messung.series(key).values()
        if figure.value is not None
    ]
    if not values or not messung.is_local:
        return {}
    scale = scale_of(values, Klassen(anzahl=4), None, indikator.dezimalstellen)
    return {"raeume": {"stufen": scale.inner, "klassen": _classes(indikator, scale)}}


def _classes(indikator: Indikator, scale: Scale) -> list[tuple[str, str]]:
    names = class_names(len(scale.inner) + 1, scale.diverging)
    labels = class_labels(scale.inner, indikator.einheit, indikator.dezimalstellen)
    return list(zip(names, labels, strict=True))


def _rows(
    messung: Messung, areas: tuple[str, ...], years: tuple[int, ...], told: tuple[int, ...]
) -> list[int | str]:
    indikator = messung.indikator
    row: list[int | str] = []
    for area in areas:
        before = 0
        for year in years:
            figure = messung.at(area, year) if year in told else None
            if figure is None or figure.value is None:
                row.append(_mark(figure))
                continue
            number = whole(figure.value, indikator.dezimalstellen)
            row.append(number - before)
            before = number
    return row


def _mark(figure: Figure | None) -> str:
    if figure is None:
        return NO_LINE
    return GAP if is_incomplete(figure) else MARKS[figure.missing or Fehlgrund.UNBEKANNT]


def _too_small(
    messung: Messung, years: tuple[int, ...], areas: tuple[str, ...]
) -> Iterator[tuple[str, list[int]]]:
    """Yield for each year which areas, by their number, have no rank."""
    if messung.indikator.rang is None:
        return
    for year in years:
        small = [number for number, area in enumerate(areas) if messung.is_too_small(area, year)]
        if small:
            yield str(year), small
