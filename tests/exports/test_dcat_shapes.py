"""The catalogue under the shapes of DCAT-AP and DCAT-AP.de 3.0, where these lie beside us.

They are not ours to keep here: dcat-ap-SHACL.ttl (SEMIC) and the four additions that GovData has
published for them. What a county must tell all the same is in test_catalogue.py.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCTERMS, RDF, Graph, URIRef
from rdflib.namespace import DCAT, SH, SKOS
from support import REPOSITORY

SHAPES = REPOSITORY.parent / "shared" / "dcat-ap-de"
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


@pytest.mark.skipif(not SHAPES.is_dir(), reason="no ../shared/dcat-ap-de here")
@pytest.mark.parametrize("name", ["real_site", "muster_site"])
def test_no_shape_is_violated(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    data, shapes = Graph().parse(site / "daten/katalog.ttl"), Graph()
    for file in sorted(SHAPES.glob("*.ttl")):
        shapes.parse(file)
    for what, scheme in LISTS.items():
        for value in set(data.objects(None, what)):
            assert str(value).startswith(scheme)
            data.add((value, SKOS.inScheme, URIRef(scheme)))
    _, told, _ = validate(data, shacl_graph=shapes)
    assert isinstance(told, Graph)
    assert sorted(violations(told)) == []


def violations(told: Graph) -> Iterator[str]:
    """Yield what is wrong; warnings are about what is only named, not described."""
    for one in told.subjects(RDF.type, SH.ValidationResult):
        if told.value(one, SH.resultSeverity) == SH.Violation:
            yield f"{told.value(one, SH.focusNode)}: {told.value(one, SH.resultMessage)}"
