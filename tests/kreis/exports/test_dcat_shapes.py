"""The catalogue under the shapes of DCAT-AP.de 3.0.

What GovData asks for beyond DCAT-AP, and what is no longer to be used, lies in shapes/ and is
always asked. The rest is not ours to keep here (shapes/README.md): it is asked where it lies beside
us. What a county must tell all the same is in test_catalogue.py.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCTERMS, RDF, Graph, Literal, URIRef
from rdflib.namespace import DCAT, SH, SKOS
from support import REPOSITORY

BOTH = ("real_site", "muster_site")
KEPT = Path(__file__).parent / "shapes"
ALL = REPOSITORY.parent / "shared" / "dcat-ap-de"
NOT_KEPT = (
    "dcat-ap-SHACL.ttl",
    "dcat-ap-SHACL-DE.ttl",
    "dcat-ap-de-controlledvocabularies.ttl",
)
MISSING = [name for name in NOT_KEPT if not (ALL / name).is_file()]
DCATDE = "http://dcat-ap.de/def/dcatde/"
EU = "http://publications.europa.eu/resource/authority/"
# The lists that the shapes ask for; which words they hold is told in the program, and tested there.
LISTS = {
    DCTERMS.language: f"{EU}language",
    DCTERMS.accrualPeriodicity: f"{EU}frequency",
    DCTERMS.accessRights: f"{EU}access-right",
    DCTERMS.format: f"{EU}file-type",
    DCAT.theme: f"{EU}data-theme",
    URIRef("http://data.europa.eu/r5r/availability"): f"{EU}planned-availability",
}


@pytest.fixture(params=BOTH)
def catalogue(request: pytest.FixtureRequest) -> Graph:
    """Return the catalogue of each county."""
    site: Path = request.getfixturevalue(request.param)
    return Graph().parse(site / "daten/katalog.ttl")


def test_the_shapes_are_those_of_their_origin() -> None:
    told = dict(re.findall(r"`(\S+\.ttl)` \| `(\w{40})`", (KEPT / "README.md").read_text("utf-8")))
    assert set(told) == {one.name for one in KEPT.glob("*.ttl")}
    for name, blob in told.items():
        command = ["git", "hash-object", "--no-filters", str(KEPT / name)]
        assert subprocess.check_output(command, text=True).strip() == blob


def test_nothing_is_found_by_the_shapes_kept_here(catalogue: Graph) -> None:
    """They need no lists of others, so that their warnings count as well."""
    assert sorted(found(catalogue, KEPT)) == []


def test_the_shapes_kept_here_find_faults(muster_site: Path) -> None:
    """The check above has teeth: each of these is found."""
    graph = Graph().parse(muster_site / "daten/katalog.ttl")
    dataset = min(graph.subjects(RDF.type, DCAT.Dataset))
    file = min(graph.subjects(RDF.type, DCAT.Distribution))
    years = min(graph.subjects(RDF.type, DCTERMS.PeriodOfTime))
    graph.remove((file, DCTERMS.license, None))
    graph.remove((years, DCAT.startDate, None))
    graph.remove((years, DCAT.endDate, None))
    graph.add((dataset, URIRef(f"{DCATDE}contributorID"), Literal("schleswigHolstein")))
    graph.add((dataset, URIRef(f"{DCATDE}geocodingDescription"), Literal("Kreis Muster")))
    told = [one.partition(": ")[2] for one in found(graph, KEPT)]
    for wanted in (
        "DE: dcat:Distribution: MUSS eine dcterms:license haben.",
        "dcterms:PeriodOfTime: MUSS mindestens eine der folgenden Eigenschaften besitzen:",
        "dcat:Dataset: dcatde:contributorID MUSS eine IRI sein.",
        "Deprecated: dcatde:geocodingDescription soll nicht mehr verwendet werden.",
    ):
        assert len([one for one in told if one.startswith(wanted)]) == 1, told
    assert len(told) == 4


@pytest.mark.skipif(bool(MISSING), reason=f"not in ../shared/dcat-ap-de: {', '.join(MISSING)}")
def test_no_shape_of_all_is_violated(catalogue: Graph) -> None:
    for what, scheme in LISTS.items():
        for value in set(catalogue.objects(None, what)):
            assert str(value).startswith(scheme)
            catalogue.add((value, SKOS.inScheme, URIRef(scheme)))
    assert sorted(found(catalogue, ALL, SH.Violation)) == []


def found(data: Graph, folder: Path, severity: URIRef | None = None) -> Iterator[str]:
    """Yield what the shapes of a folder find; warnings of all are about what is only named."""
    shapes = Graph()
    for file in sorted(folder.glob("*.ttl")):
        shapes.parse(file)
    _, told, _ = validate(data, shacl_graph=shapes)
    assert isinstance(told, Graph)
    for one in told.subjects(RDF.type, SH.ValidationResult):
        if severity is None or told.value(one, SH.resultSeverity) == severity:
            yield f"{told.value(one, SH.focusNode)}: {told.value(one, SH.resultMessage)}"
