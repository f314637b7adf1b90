"""An indicator as JSON-stat 2.0 (json-stat.org), as statistical offices and their programs take it.

{"version": "2.0", "class": "dataset", "label": "Leerstand", "source": "…", "updated": "…",
 "id": ["raum", "jahr", "merkmal"], "size": [6, 3, 1], "role": {"geo": ["raum"], …},
 "dimension": {"raum": {"category": {"index": ["01099", "nord", …], "label": {…},
                                     "child": {"01099": ["nord", "sued"], …}}}, …},
 "value": [1.8, 2, null, …], "status": {"2": "x"}, …}
"""

from collections.abc import Iterator, Sequence

import orjson

from fokusbericht.exports.daten.forms import Form
from fokusbericht.exports.daten.indikator_json import MISSING, JsonObject
from fokusbericht.exports.daten.wholes import whole_of
from fokusbericht.model.figures import Fehlgrund, Indikator
from fokusbericht.model.kreis import Kreis
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.messung import Messung
from fokusbericht.urls import address_of
from fokusbericht.words.citing import permalink

NO_ROW = ":"  # the area has no figure in that year, and nothing is said of it
STATES = {one.value: word for one, word in MISSING.items()} | {NO_ROW: "keine Angabe"}


def data_jsonstat(kreis: Kreis, messung: Messung) -> bytes:
    """Return the file: a cube of areas, years and the one indicator."""
    areas = list(messung.levels)
    years = sorted({year for series in messung.levels.values() for year in series})
    figures = [messung.at(area, year) for area in areas for year in years]
    content = {
        **_head(kreis, messung.indikator),
        "id": ["raum", "jahr", "merkmal"],
        "size": [len(areas), len(years), 1],
        "role": {"geo": ["raum"], "time": ["jahr"], "metric": ["merkmal"]},
        "dimension": {
            "raum": {"label": "Raum", "category": _areas(messung, areas)},
            "jahr": {"label": "Jahr", "category": _years(years)},
            "merkmal": {"label": "Zahl", "category": _metric(messung.indikator)},
        },
        "value": [_value(one) for one in figures],
        "status": dict(_states(figures)),
    }
    return orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE)


def _head(kreis: Kreis, one: Indikator) -> JsonObject:
    page = permalink(kreis, one)
    return {
        "version": "2.0",
        "class": "dataset",
        "href": f"{kreis.basis_url}{address_of(one.key)}{FILE}",
        "label": one.titel,
        "source": one.quelle.name,
        "updated": one.geaendert.isoformat(),
        "note": [text for text in (one.kurz, one.methode, one.hinweis, *_breaks(one)) if text],
        "link": {
            "alternate": [
                {"type": "text/html", "href": page},
                {"type": "text/csv", "href": f"{page}daten.csv"},
            ]
        },
        "extension": {
            "schluessel": one.key.name,
            "herausgeber": kreis.name,
            "lizenz": one.quelle.lizenz,
            "stand": one.stand.isoformat(),
            "beispiel": one.beispiel,
            "status": {"label": STATES},
        },
    }


def _breaks(one: Indikator) -> Iterator[str]:
    yield from (f"Bruch {each.jahr}: {each.grund}" for each in one.brueche)


def _areas(messung: Messung, areas: Sequence[str]) -> JsonObject:
    geografie = messung.geografie
    parts: dict[str, list[str]] = {}
    for area in areas:
        whole = whole_of(geografie, area)
        while whole and whole not in messung.levels:
            whole = whole_of(geografie, whole)
        if whole:
            parts.setdefault(whole, []).append(area)
    return {
        "index": areas,
        "label": {area: geografie.name_of(area) for area in areas},
        **({"child": parts} if parts else {}),
    }


def _years(years: Sequence[int]) -> JsonObject:
    return {"index": [str(year) for year in years]}


def _metric(one: Indikator) -> JsonObject:
    name = one.key.name
    unit = {"label": one.einheit, "decimals": one.dezimalstellen}
    return {"index": [name], "label": {name: one.titel}, "unit": {name: unit}}


def _value(figure: Figure | None) -> float | None:
    return None if figure is None or figure.value is None else round(figure.value, 6)


def _states(figures: Sequence[Figure | None]) -> Iterator[tuple[str, str]]:
    """Yield why there is no value, by its position."""
    for number, figure in enumerate(figures):
        if figure is None:
            yield str(number), NO_ROW
        elif figure.value is None:
            yield str(number), (figure.missing or Fehlgrund.UNBEKANNT).value


FILE = "daten.jsonstat.json"
FORM = Form(
    "JSON-stat",
    FILE,
    "Alle Werte als JSON-stat",
    data_jsonstat,
    "JSON-stat ist das Format statistischer Ämter, für Programme, die es lesen.",
)
