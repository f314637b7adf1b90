"""An indicator as JSON, to be read by programs: what it means, and all its figures.

{"schluessel": "leerstand", "titel": "Leerstand", "einheit": "%", …,
 "raeume": {"01099001": {"name": "Nordort", "ebene": "kommune"}, …},
 "werte": [{"ebene": "kommune", "raum": "01099001", "name": "Nordort", "jahr": 2022, "wert": 2.4},
           {"ebene": "kommune", "raum": "01099002", …, "wert": null, "fehlt": "unbekannt"}, …]}
"""

import orjson

from fokusbericht.exports.daten.forms import Form
from fokusbericht.model.figures import Fehlgrund, Indikator
from fokusbericht.model.kreis import Kreis
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.messung import Messung
from fokusbericht.urls import API
from fokusbericht.words.citing import permalink

JsonObject = dict[str, object]

# What the mark at a missing figure means.
MISSING = {
    Fehlgrund.UNBEKANNT: "unbekannt",
    Fehlgrund.NICHTS: "nichts vorhanden",
    Fehlgrund.GEHEIM: "geheim",
    Fehlgrund.UNSICHER: "zu unsicher",
}


def data_head(kreis: Kreis, indikator: Indikator) -> JsonObject:
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
        "herausgeber": kreis.name,
        "adresse": permalink(kreis, indikator),
    }


def data_json(kreis: Kreis, messung: Messung) -> bytes:
    """Return the file: the head, the areas, and all figures by area and year."""
    head = data_head(kreis, messung.indikator)
    geografie = messung.geografie
    areas = {
        area: {"name": geografie.name_of(area), "ebene": geografie.level_of(area)}
        for area in messung.levels
    }
    values = [
        {
            "ebene": areas[area]["ebene"],
            "raum": area,
            "name": areas[area]["name"],
            "jahr": year,
            **_value(figure),
        }
        for area, series in messung.levels.items()
        for year, figure in series.items()
    ]
    return orjson.dumps({**head, "raeume": areas, "werte": values})


def _value(figure: Figure) -> JsonObject:
    if figure.value is not None:
        return {"wert": round(figure.value, 6)}
    return {"wert": None, "fehlt": MISSING[figure.missing or Fehlgrund.UNBEKANNT]}


FORM = Form(
    "JSON", "daten.json", "Werte und Beschreibung als JSON", data_json, folder=f"{API}indikatoren/"
)
