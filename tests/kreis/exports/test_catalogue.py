"""What catalogues tell of the open data is read by the programs that others use for it."""

import hashlib
import json
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from csvw import CSVW
from frictionless import Package
from rdflib import DCTERMS, RDF, BNode, Graph, Namespace, URIRef
from rdflib.namespace import DCAT
from rdflib.term import Node
from support import loaded, replaced, small_county

from fokusbericht.exports.catalogue.licences import licence_of
from fokusbericht.site import plan_site

BOTH = ("real_site", "muster_site")
DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
EU = "http://publications.europa.eu/resource/authority/"


@pytest.fixture(scope="module", params=BOTH)
def site(request: pytest.FixtureRequest) -> Path:
    """Return the site of each county."""
    found: Path = request.getfixturevalue(request.param)
    return found


def read_json(path: Path) -> Any:
    return json.loads(path.read_bytes())


# --- Checksums and version ------------------------------------------------------------------------


def test_checksums_are_those_of_the_files(site: Path) -> None:
    command = ["sha256sum", "--check", "--quiet", "daten/pruefsummen.txt"]
    assert subprocess.run(command, cwd=site, check=False).returncode == 0
    sums = read_json(site / "daten/pruefsummen.json")
    assert {path: one["bytes"] for path, one in sums.items()} == {
        path: (site / path).stat().st_size for path in sums
    }
    data = {f"daten/{one.name}" for one in (site / "daten").glob("*.csv")}
    assert data <= sums.keys()


def test_the_version_is_made_of_key_date_and_figures(site: Path) -> None:
    version = read_json(site / "daten/datapackage.json")["version"]
    sums = read_json(site / "daten/pruefsummen.json")
    tables = [
        sums[f"sozialbericht/{name}/daten.csv"]["sha256"]
        for name in sorted(one.parent.name for one in site.glob("sozialbericht/*/daten.csv"))
    ]
    mark = hashlib.sha256("".join(tables).encode()).hexdigest()[:8]
    assert version == f"2026-11-01.{mark}"
    page = (site / "daten/index.html").read_text(encoding="utf-8")
    assert f"Dies ist die Fassung <code>{version}</code>." in page


# --- Frictionless Data Package --------------------------------------------------------------------


def test_frictionless_finds_no_fault(site: Path) -> None:
    package = Package(str(site / "daten/datapackage.json"))
    told = package.validate()
    assert [error.message for task in told.tasks for error in task.errors] == []
    assert told.valid
    tables = {one.name for one in package.resources if one.format == "csv"}
    assert tables == {one.stem for one in (site / "daten").glob("*.csv")}
    # What holds everything is there to be taken along; no table is read in it.
    wholes = {one.format for one in package.resources if one.name.startswith("fokusbericht-")}
    assert wholes == {"xlsx", "sqlite", "gpkg"}
    assert {one.type for one in package.resources if one.format in wholes} == {"file"}
    werte = package.get_resource("werte")
    keys = {one["fields"][0]: one["reference"]["resource"] for one in werte.schema.foreign_keys}
    assert keys == {"indikator": "indikatoren", "raum_schluessel": "gebiete"}


def test_a_key_of_nothing_is_found(muster_site: Path, tmp_path: Path) -> None:
    """The check above has teeth: a step of no recommendation does not pass."""
    for one in (muster_site / "daten").glob("*.*"):
        (tmp_path / one.name).write_bytes(one.read_bytes())
    table = tmp_path / "verlauf.csv"
    first = table.read_bytes().split(b"\r\n")[1]
    table.write_bytes(table.read_bytes() + first.replace(b"20", b"19", 1) + b"\r\n")
    told = Package(str(tmp_path / "datapackage.json")).validate()
    kinds = {error.type for task in told.tasks for error in task.errors}
    assert "foreign-key" in kinds


# --- CSV on the Web -------------------------------------------------------------------------------


def test_csvw_reads_all_tables(site: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        group = CSVW(str(site / "daten/csv-metadata.json"), validate=True)
        assert group.is_valid
    tables = {str(one.url) for one in group.tables}
    assert tables == {one.name for one in (site / "daten").glob("*.csv")}


def test_csvw_reads_the_table_of_an_indicator(site: Path) -> None:
    folder = min(one.parent for one in site.glob("sozialbericht/*/daten.csv-metadata.json"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table = CSVW(str(folder / "daten.csv-metadata.json"), validate=True)
        assert table.is_valid
        rows = list(table.t)
    numbers = [row["wert"] for row in rows if row["wert"] is not None]
    api = read_json(site / f"api/v1/indikatoren/{folder.name}.json")
    assert [float(number) for number in numbers] == [
        one["wert"] for one in api["werte"] if one["wert"] is not None
    ]


# --- DCAT-AP.de -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def catalogue(site: Path) -> Graph:
    """Return the catalogue as others read it."""
    return Graph().parse(site / "daten/katalog.ttl")


def test_turtle_and_json_ld_say_the_same(site: Path, catalogue: Graph) -> None:
    other = Graph().parse(site / "daten/katalog.jsonld", format="json-ld")
    assert statements(catalogue) == statements(other)


def statements(graph: Graph) -> set[tuple[str, str, str]]:
    """Return what a graph says; things without a name are known by what is said of them."""
    told: dict[BNode, str] = {
        node: repr(sorted((str(name), value.n3()) for name, value in graph.predicate_objects(node)))
        for node in set(graph.objects())
        if isinstance(node, BNode)
    }

    def name(one: Node) -> str:
        return told[one] if isinstance(one, BNode) else one.n3()

    return {(name(one), str(what), name(other)) for one, what, other in graph}


def test_each_indicator_is_a_data_set_with_its_files(site: Path, catalogue: Graph) -> None:
    datasets = set(catalogue.subjects(RDF.type, DCAT.Dataset))
    (listed,) = catalogue.subjects(RDF.type, DCAT.Catalog)
    assert set(catalogue.objects(listed, DCAT.dataset)) == datasets
    pages = {str(one) for one in catalogue.objects(None, DCAT.landingPage)}
    base = next(one for one in pages if one.endswith("/daten/")).removesuffix("/daten/")
    indicators = {one.parent.name for one in site.glob("sozialbericht/*/daten.csv")}
    assert {f"{base}/sozialbericht/{name}/" for name in indicators} <= pages
    for one in catalogue.objects(None, DCAT.downloadURL):
        assert (site / str(one).removeprefix(f"{base}/")).is_file()


def test_what_portals_ask_for_is_there(catalogue: Graph) -> None:
    """What DCAT-AP.de makes a duty, what its conventions ask for, in the lists they name."""
    wanted = {
        DCTERMS.title: None,
        DCTERMS.description: None,
        DCTERMS.publisher: None,
        DCAT.contactPoint: None,
        DCAT.keyword: None,
        DCAT.landingPage: None,
        DCAT.theme: f"{EU}data-theme/",
        DCTERMS.language: f"{EU}language/DEU",
        DCTERMS.accrualPeriodicity: f"{EU}frequency/",
        DCTERMS.spatial: "http://dcat-ap.de/def/politicalGeocoding/districtKey/",
        DCAT.distribution: None,
    }
    of_file = {
        DCAT.accessURL: None,
        DCTERMS.license: "http://dcat-ap.de/def/licenses/",
        DCTERMS.format: f"{EU}file-type/",
        DCAT.mediaType: "https://www.iana.org/assignments/media-types/",
        DCATDE.licenseAttributionByText: None,
        DCAT.byteSize: None,
        SPDX.checksum: None,
    }
    assert list(missing(catalogue, DCAT.Dataset, wanted)) == []
    assert list(missing(catalogue, DCAT.Distribution, of_file)) == []


def missing(graph: Graph, kind: URIRef, wanted: dict[URIRef, str | None]) -> Iterator[str]:
    for thing in graph.subjects(RDF.type, kind):
        for name, start in wanted.items():
            values = list(graph.objects(thing, name))
            if not values or (start and not all(str(one).startswith(start) for one in values)):
                yield f"{thing}: {name}"


def test_who_supplies_the_data_is_content(tmp_path: Path) -> None:
    supplier = "http://dcat-ap.de/def/contributors/schleswigHolstein"
    line = "lizenz_texte:"
    named = replaced("content/kreis.yml", line, f"datenbereitsteller: {supplier}\n{line}")
    report, problems = loaded(small_county(tmp_path, named))
    assert problems == []
    made = {one.path: one for one in plan_site(report)[0]}
    graph = Graph().parse(data=made["daten/katalog.ttl"].make(), format="turtle")
    assert set(graph.objects(None, DCATDE.contributorID)) == {URIRef(supplier)}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Datenlizenz Deutschland – Namensnennung – Version 2.0 (dl-de/by-2-0)", "dl-by-de/2.0"),
        ("CC BY 4.0 (Creative Commons Namensnennung 4.0 International)", "cc-by/4.0"),
        ("CC BY-SA 4.0", "cc-by-sa/4.0"),
        ("CC0 1.0", "cc-zero"),
        ("Frei nutzbar mit der Quelle „Breitbandatlas“", "other-open"),
        ("2022: nicht angegeben, Zahlen übernommen; 2023: dl-de/by-2-0", "other-closed"),
        ("2021: Verbreitung mit Quellenangabe gestattet; danach: dl-de/by-2-0", "other-closed"),
        ("nicht angegeben; Zahlen mit Quellenangabe übernommen", "other-closed"),
        ("Vervielfältigung mit Quellenangabe gestattet", "other-closed"),
    ],
)
def test_only_what_is_known_to_be_open_is_open(text: str, known: str) -> None:
    assert licence_of(text).uri == f"http://dcat-ap.de/def/licenses/{known}"
