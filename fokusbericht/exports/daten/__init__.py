"""Open data below /daten/: recommendations and decisions as tables and JSON, and the shapes."""

from collections.abc import Iterator
from functools import partial

import orjson

from fokusbericht.building.output import Offer, Output
from fokusbericht.exports.daten import (
    anregungen,
    berichtigungen,
    beschluesse,
    document,
    empfehlungen,
    following,
    geometry,
    termine,
    verlauf,
)
from fokusbericht.exports.table import csv_bytes
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.words.german import counted

TABLES = (
    *(empfehlungen.TABLE, verlauf.TABLE, beschluesse.TABLE, anregungen.TABLE),
    *(following.STEPS, following.STANCES, termine.TABLE, berichtigungen.TABLE),
)

ALWAYS = TABLES[:3]  # the others are there as soon as anything is in them


def plan(report: Report) -> Iterator[Output]:
    """Plan all files of open data below /daten/."""
    place = Place("content")
    for one in TABLES:
        rows = one.rows(report)
        if not rows and one not in ALWAYS:
            continue
        make = partial(csv_bytes, one.head, rows)
        note = f"CSV, {counted(len(rows), 'Zeile', 'Zeilen')}"
        offer = Offer(one.url, "empfehlungen", one.title, note, columns=one.columns)
        yield Output(one.url[1:], (one.head, rows), make, place, offer=offer)
    data, schema = document.document(report), document.schema(report)
    for offer, content in ((document.OFFER, data), (document.SCHEMA_OFFER, schema)):
        yield Output(offer.url[1:], content, partial(_json, content), place, offer=offer)
    # The shapes themselves are in the recipe of every build.
    said = (report.geografie.quelle, geometry.properties(report))
    offer, make = geometry.OFFER, partial(_shapes, report)
    yield Output(offer.url[1:], said, make, Place("geo"), offer=offer)


def _shapes(report: Report) -> bytes:
    return orjson.dumps(geometry.collection(report), option=orjson.OPT_APPEND_NEWLINE)


def _json(content: object) -> bytes:
    # Indented: people read these files too, and servers pack them anyway.
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
