"""/api/v1/*: numbers, places and recommendations one by one, as files that keep their address."""

from collections.abc import Iterator, Mapping
from functools import partial

import orjson

from fokusbericht.building.output import Output
from fokusbericht.exports.api import lists, openapi
from fokusbericht.exports.daten import recommendation
from fokusbericht.exports.daten.columns import by_key
from fokusbericht.exports.daten.fields import Json, record
from fokusbericht.exports.daten.tables import TABLES, is_there
from fokusbericht.model.places import Kommune
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.urls import API

INDEX = f"{API}index.json"
CONTENT = Place("content")
MIXED = "je Zahl die Lizenz ihrer Quelle"


def plan(report: Report) -> Iterator[Output]:
    """Plan all files of the interface but those of indicators, which stand beside their CSV."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Output | Batch[Output]]:
    """Return what is made anew together: the lists, each place, each recommendation."""
    yield Batch("verzeichnis", partial(_plan_index, report))
    yield Batch("listen", partial(_plan_lists, report))
    for kommune in report.geografie.kommunen.values():
        yield Batch(str(kommune.key), partial(_plan_place, report, kommune))
    for name in report.empfehlungen:
        yield Batch(f"empfehlung:{name}", partial(_plan_recommendation, report, name))


def _plan_index(report: Report) -> Iterator[Output]:
    base = report.kreis.basis_url
    addresses: Json = {
        one.name: f"{base}{API}{one.path}"
        for one in openapi.OPERATIONS
        if one.name != "verzeichnis"
    }
    tables: Json = {one.name: base + one.json_url for one in TABLES if is_there(report, one)}
    head = lists.listed(report, report.kreis.titel, report.kreis.lizenz_texte, ())
    content: dict[str, Json] = {key: one for key, one in head.items() if key != "eintraege"}
    content |= {"beschreibung": base + openapi.URL, "adressen": addresses, "tabellen": tables}
    yield _file(INDEX, content)
    yield _file(openapi.URL, openapi.openapi(report))


def _plan_lists(report: Report) -> Iterator[Output]:
    texts = report.kreis.lizenz_texte
    figures = [record(report, lists.INDICATOR, one) for one in report.indikatoren.values()]
    yield _file(f"{API}indikatoren.json", lists.listed(report, "Zahlen", MIXED, figures))
    kommunen = sorted(report.geografie.kommunen.values(), key=lambda one: one.ags)
    places = [record(report, lists.PLACE, one) for one in kommunen]
    yield _file(f"{API}kommunen.json", lists.listed(report, "Kommunen", texts, places))
    found = by_key(report.empfehlungen.values())
    rows = [record(report, lists.RECOMMENDATION, one) for one in found]
    yield _file(f"{API}empfehlungen.json", lists.listed(report, "Empfehlungen", texts, rows))


def _plan_place(report: Report, kommune: Kommune) -> Iterator[Output]:
    content = record(report, lists.PLACE_IN_FULL, kommune)
    yield _file(lists.of_place(kommune.key), content, kommune.place)


def _plan_recommendation(report: Report, name: str) -> Iterator[Output]:
    one: Handlungsempfehlung = report.empfehlungen[name]
    content = record(report, recommendation.RECOMMENDATION, one)
    yield _file(lists.of_recommendation(one.key), content, one.place)


def _file(url: str, content: Mapping[str, Json], place: Place = CONTENT) -> Output:
    return Output(url[1:], content, partial(_bytes, content), place)


def _bytes(content: Mapping[str, Json]) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE)
