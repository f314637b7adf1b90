"""An indicator as JSON, to be read by programs: what it means, and all its figures.

{"schluessel": "leerstand", "titel": "Leerstand", "einheit": "%", …,
 "raeume": {"01099001": {"name": "Nordort", "ebene": "kommune"}, …},
 "werte": [{"raum": "01099001", "jahr": 2022, "wert": 2.4},
           {"raum": "01099002", "jahr": 2022, "wert": null, "fehlt": "unbekannt"}, …]}
"""

import orjson

from fokusbericht.model.figures import Fehlgrund, Indikator
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Figure, Levels
from fokusbericht.words.citing import permalink
from fokusbericht.words.numbers import area_name

Json = dict[str, object]

# What the mark at a missing figure means.
MISSING = {
    Fehlgrund.UNBEKANNT: "unbekannt",
    Fehlgrund.NICHTS: "nichts vorhanden",
    Fehlgrund.GEHEIM: "geheim",
    Fehlgrund.UNSICHER: "zu unsicher",
}


def data_head(report: Report, indikator: Indikator) -> Json:
    """Return what an indicator means and where it comes from."""
    quelle = indikator.quelle
    return {
        "schluessel": indikator.key.name,
        "titel": indikator.titel,
        "kurz": indikator.kurz,
        "einheit": indikator.einheit,
        "art": indikator.art.value,
        "dezimalstellen": indikator.dezimalstellen,
        "richtung": indikator.richtung.value,
        "ebene": indikator.ebene.value,
        "zaehler": indikator.zaehler,
        "nenner": indikator.nenner,
        "methode": indikator.methode,
        "hinweis": indikator.hinweis,
        "stichtag": indikator.stichtag,
        "stand": indikator.stand.isoformat(),
        "geaendert": indikator.geaendert.isoformat(),
        "quelle": {"name": quelle.name, "url": quelle.url, "lizenz": quelle.lizenz},
        "brueche": [{"jahr": one.jahr, "grund": one.grund} for one in indikator.brueche],
        "beispiel": indikator.beispiel,
        "herausgeber": report.kreis.name,
        "adresse": permalink(report, indikator),
    }


def data_json(report: Report, indikator: Indikator, levels: Levels, head: Json) -> bytes:
    """Return the file: the head, the areas, and all figures by area and year."""
    areas = {
        area: {"name": area_name(report, area), "ebene": _level(report, area)} for area in levels
    }
    values = [
        {"raum": area, "jahr": year, **_value(figure)}
        for area, series in levels.items()
        for year, figure in series.items()
    ]
    return orjson.dumps({**head, "raeume": areas, "werte": values}, option=orjson.OPT_INDENT_2)


def _value(figure: Figure) -> Json:
    if figure.value is not None:
        return {"wert": round(figure.value, 6)}
    return {"wert": None, "fehlt": MISSING[figure.missing or Fehlgrund.UNBEKANNT]}


def _level(report: Report, area: str) -> str:
    geografie = report.geografie
    if area in geografie.kommunen:
        return "kommune"
    if area in geografie.raeume:
        return "betrachtungsraum"
    if area in geografie.quartiere:
        return "quartier"
    return {1: "bund", 2: "land"}.get(len(area), "kreis")
