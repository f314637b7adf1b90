"""/daten/katalog.ttl and .jsonld: all data sets in the words of DCAT-AP.de 3.0, to be harvested.

Each indicator is a data set, as each has a licence, a source and years of its own; those of a
theme are a series. What is put together here – tables, shapes, everything in one – is one, too.
"""

from collections.abc import Iterator, Mapping, Sequence

from fokusbericht.building.output import Offer
from fokusbericht.exports.catalogue.datasets import Dataset
from fokusbericht.exports.catalogue.graph import GraphNode, GraphValue, Iri, Said, Typed
from fokusbericht.exports.catalogue.licences import licence_of
from fokusbericht.exports.catalogue.media import media_of
from fokusbericht.exports.catalogue.sums import Checksum, version_of
from fokusbericht.model.report import Report
from fokusbericht.urls import DATEN

TURTLE, JSON_LD = "daten/katalog.ttl", "daten/katalog.jsonld"
EU = "http://publications.europa.eu/resource/authority/"
GEOCODING = "http://dcat-ap.de/def/politicalGeocoding/"
PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
GERMAN = Iri(f"{EU}language/DEU")
PUBLIC = Iri(f"{EU}access-right/PUBLIC")
LEAST_YEARS = 3  # from which on they show how often there are new ones

Predicate = tuple[str, GraphValue]


def catalogue(
    report: Report, found: Sequence[Dataset], sums: Mapping[str, Checksum]
) -> list[GraphNode]:
    """Return the catalogue, who publishes, whom to ask, the series, the data sets, their files."""
    writer = _Catalogue(report, sums)
    heads = (writer.catalogue(found), writer.publisher(), writer.office())
    return [*heads, *writer.all_series(found), *writer.all(found)]


class _Catalogue:
    def __init__(self, report: Report, sums: Mapping[str, Checksum]) -> None:
        self.report = report
        self.kreis = report.kreis
        self.sums = sums
        self.version = version_of(report, sums)
        self.home = f"{self.kreis.basis_url}{DATEN}"
        self.agent = Iri(f"{self.home}katalog.ttl#herausgeber")
        self.contact = Iri(f"{self.home}katalog.ttl#kontakt")

    def catalogue(self, found: Sequence[Dataset]) -> GraphNode:
        """Return the catalogue itself."""
        kreis = self.kreis
        said: list[Predicate] = [
            ("dct:title", Said(f"Offene Daten: {kreis.titel} {kreis.name}")),
            ("dct:description", Said(f"{kreis.beschreibung} {kreis.hinweis}".strip())),
            ("dct:publisher", self.agent),
            ("dct:language", GERMAN),
            ("dct:license", Iri(licence_of(kreis.lizenz_texte).uri)),
            ("dct:modified", _day(kreis.stichtag.isoformat())),
            ("dcat:themeTaxonomy", Iri(f"{EU}data-theme")),
            ("foaf:homepage", Iri(self.home)),
            *self.where(),
            *(("dcat:dataset", Iri(self.address(one))) for one in found),
        ]
        return GraphNode(("dcat:Catalog",), said, f"{self.home}katalog.ttl#katalog")

    def publisher(self) -> GraphNode:
        """Return who publishes; a demonstration says so in all it describes."""
        said: list[Predicate] = [("foaf:name", Said(self.kreis.name))]
        if self.kreis.kontakt.web:
            said.append(("foaf:homepage", Iri(self.kreis.kontakt.web)))
        return GraphNode(("foaf:Agent", "foaf:Organization"), said, self.agent.address)

    def office(self) -> GraphNode:
        """Return whom to ask."""
        contact = self.kreis.kontakt
        said: list[Predicate] = [("vcard:fn", Said(contact.stelle))]
        if contact.email:
            said.append(("vcard:hasEmail", Iri(f"mailto:{contact.email}")))
        said.append(("vcard:hasURL", Iri(contact.web or self.kreis.basis_url)))
        return GraphNode(("vcard:Organization", "vcard:Kind"), said, self.contact.address)

    def all_series(self, found: Sequence[Dataset]) -> Iterator[GraphNode]:
        """Yield the series: the indicators of a theme."""
        for name in _series(found):
            theme = self.report.themen[name]
            about = f"Zahlen zum Thema {theme.titel} aus dem {self.kreis.titel} {self.kreis.name}."
            said: list[Predicate] = [
                ("dct:title", Said(f"{theme.titel} ({self.kreis.name})")),
                ("dct:description", Said(f"{about} {self.kreis.hinweis}".strip())),
                ("dct:publisher", self.agent),
                ("dcat:contactPoint", self.contact),
                *self.where(),
            ]
            yield GraphNode(("dcat:DatasetSeries",), said, self.series_address(name))

    def all(self, found: Sequence[Dataset]) -> Iterator[GraphNode]:
        """Yield each data set, and each file it can be had in."""
        for one in found:
            yield GraphNode(("dcat:Dataset",), [*self.dataset(one)], self.address(one))
            for offer in one.files:
                yield GraphNode(
                    ("dcat:Distribution",), [*self.file(one, offer)], self.file_address(offer)
                )

    def dataset(self, one: Dataset) -> Iterator[Predicate]:
        """Yield what is said of a data set."""
        yield "dct:title", Said(one.title)
        yield "dct:description", Said(one.description)
        yield "dct:identifier", Typed(self.address(one))
        yield "dct:publisher", self.agent
        yield "dcat:contactPoint", self.contact
        if self.kreis.datenbereitsteller:
            yield "dcatde:contributorID", Iri(self.kreis.datenbereitsteller)
        yield from (
            ("dcat:theme", Iri(f"{EU}data-theme/{code}")) for code in one.themes or ("SOCI",)
        )
        yield from (("dcat:keyword", Said(word)) for word in dict.fromkeys(one.keywords))
        yield "dcat:landingPage", Iri(f"{self.kreis.basis_url}{one.page}")
        yield "dct:language", GERMAN
        yield "dct:accessRights", PUBLIC
        yield "dct:modified", _day(one.modified.isoformat())
        yield "dcat:version", Typed(self.version)
        yield "dct:accrualPeriodicity", Iri(f"{EU}frequency/{_rhythm(one)}")
        yield "dcatde:politicalGeocodingLevelURI", Iri(f"{GEOCODING}Level/administrativeDistrict")
        yield from self.where()
        if one.years:
            yield "dct:temporal", _span(one.years)
        if one.series:
            yield "dcat:inSeries", Iri(self.series_address(one.series))
        if one.source:
            yield "dct:provenance", _labelled("dct:ProvenanceStatement", one.source)
        yield from (("dcat:distribution", Iri(self.file_address(offer))) for offer in one.files)

    def file(self, one: Dataset, offer: Offer) -> Iterator[Predicate]:
        """Yield what is said of a file."""
        media, address = media_of(offer.url), f"{self.kreis.basis_url}{offer.url}"
        yield "dct:title", Said(f"{one.title}: {offer.form or offer.url.rpartition('/')[2]}")
        yield "dcat:accessURL", Iri(address)
        yield "dcat:downloadURL", Iri(address)
        yield "dct:format", Iri(f"{EU}file-type/{media.format}")
        yield "dcat:mediaType", Iri(f"https://www.iana.org/assignments/media-types/{media.type}")
        yield "dct:license", Iri(licence_of(one.licence).uri)
        yield "dct:rights", _labelled("dct:RightsStatement", one.licence)
        yield "dcatde:licenseAttributionByText", Said(one.attribution)
        yield "dct:modified", _day(one.modified.isoformat())
        yield "dcatap:availability", Iri(f"{EU}planned-availability/STABLE")
        known = self.sums.get(offer.url[1:])
        if known:
            yield "dcat:byteSize", Typed(str(known.size), "xsd:nonNegativeInteger")
            yield "spdx:checksum", _checksum(known)

    def where(self) -> Iterator[Predicate]:
        """Yield the county, by its official key."""
        yield "dct:spatial", Iri(f"{GEOCODING}districtKey/{self.kreis.schluessel}")

    def address(self, one: Dataset) -> str:
        return f"{self.home}katalog.ttl#{one.name}"

    def series_address(self, name: str) -> str:
        return f"{self.home}katalog.ttl#thema-{name}"

    def file_address(self, offer: Offer) -> str:
        return f"{self.kreis.basis_url}{offer.url}#datei"


def _series(found: Sequence[Dataset]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.series for one in found if one.series))


def _rhythm(one: Dataset) -> str:
    """Return how often there are new figures, as far as the years tell it."""
    if not one.series:
        return "IRREG"
    last = one.years[-LEAST_YEARS:]
    if len(last) < LEAST_YEARS:
        return "UNKNOWN"
    return "ANNUAL" if last[-1] - last[0] == LEAST_YEARS - 1 else "IRREG"


def _labelled(kind: str, text: str) -> GraphNode:
    return GraphNode((kind,), [("rdfs:label", Said(text))])


def _span(years: Sequence[int]) -> GraphNode:
    return GraphNode(
        ("dct:PeriodOfTime",),
        [
            ("dcat:startDate", _day(f"{years[0]}-01-01")),
            ("dcat:endDate", _day(f"{years[-1]}-12-31")),
        ],
    )


def _checksum(known: Checksum) -> GraphNode:
    return GraphNode(
        ("spdx:Checksum",),
        [
            ("spdx:algorithm", Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")),
            ("spdx:checksumValue", Typed(known.sha256, "xsd:hexBinary")),
        ],
    )


def _day(text: str) -> Typed:
    return Typed(text, "xsd:date")
