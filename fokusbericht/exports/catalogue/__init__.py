"""/daten/*: what programs find the data by: sums, Data Package, columns, the catalogue of portals.

All of it is put together from what the files of open data say of themselves, and from the files.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from fokusbericht.building.output import Listed, Output
from fokusbericht.exports.catalogue import dcat, graph, package, sums
from fokusbericht.exports.catalogue.datasets import Dataset, datasets
from fokusbericht.exports.daten import csvw
from fokusbericht.exports.daten.indikator_json import JsonObject
from fokusbericht.exports.daten.schemas import schema_of
from fokusbericht.exports.daten.tables import TABLES
from fokusbericht.model.report import Report
from fokusbericht.problems import Place

CSVW = "daten/csv-metadata.json"
PLACE = Place("content")
Contained = Mapping[str, bytes]
Make = Callable[[Contained], bytes]
WriteGraph = Callable[[Mapping[str, str], list[graph.GraphNode]], bytes]


def plan(report: Report, listed: Listed) -> Iterator[Output]:
    """Plan the files that tell of all others."""
    found = datasets(report, listed.offers)
    said = (found, _frame(report))
    yield Output(
        sums.SUMS,
        sums.files(listed),
        partial(sums.sums_alone, listed),
        PLACE,
        parts=sums.files(listed),
        assemble=sums.sums_json,
    )
    made: dict[str, Make] = {
        sums.LIST: sums.sums_text,
        package.PACKAGE: partial(_package, report, found),
        dcat.TURTLE: partial(_catalogue, graph.turtle, report, found),
        dcat.JSON_LD: partial(_catalogue, graph.json_ld, report, found),
    }
    for path, make in made.items():
        alone = partial(_alone, make, listed)
        yield Output(path, said, alone, PLACE, parts=(sums.SUMS,), assemble=make)
    yield _columns(report, listed)


def _columns(report: Report, listed: Listed) -> Output:
    """Plan what tells of the columns of all tables below /daten/."""
    there = {one.url for one in listed.offers}
    tables = [
        csvw.table_json(f"{one.name}.csv", schema_of(one), _said(report, one.title))
        for one in TABLES
        if one.url in there
    ]
    return Output(CSVW, tables, partial(csvw.group_json, tables), PLACE)


def _said(report: Report, title: str) -> JsonObject:
    return {"dc:title": title, "dc:publisher": report.kreis.name}


def _frame(report: Report) -> object:
    """Return what of the county stands in these files besides the data sets."""
    themes = [one.titel for one in report.themen.values()]
    sources = {(one.quelle.name, one.quelle.url) for one in report.indikatoren.values()}
    return (report.geografie.quelle, themes, sorted(sources))


def _alone(make: Make, listed: Listed) -> bytes:
    return make({sums.SUMS: sums.sums_alone(listed)})


def _package(report: Report, found: Sequence[Dataset], parts: Contained) -> bytes:
    return package.package_json(report, found, sums.read_sums(parts))


def _catalogue(
    write: WriteGraph, report: Report, found: Sequence[Dataset], parts: Contained
) -> bytes:
    return write(dcat.PREFIXES, dcat.catalogue(report, found, sums.read_sums(parts)))
