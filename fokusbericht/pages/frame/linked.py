"""What a page says to search engines in the words of schema.org, as JSON-LD in its head.

A demonstration is no publication of the county: as long as the notice stands, the county is what
a page is about, never who publishes it.
"""

from collections.abc import Iterable, Sequence

from fokusbericht.exports.catalogue.licences import licence_of
from fokusbericht.exports.catalogue.media import media_of
from fokusbericht.exports.daten.indikator import whole_files
from fokusbericht.model.figures import Indikator
from fokusbericht.model.kreis import Kreis
from fokusbericht.model.planning import Bericht
from fokusbericht.urls import DATEN, address_of
from fokusbericht.views import Link
from fokusbericht.words.citing import permalink

LinkedData = dict[str, object]
SHORTEST = 50  # letters: a shorter description is none to search engines


def breadcrumbs(kreis: Kreis, crumbs: Sequence[Link]) -> LinkedData:
    """Return where a page stands below the others."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": one.title,
                "item": kreis.basis_url + one.href,
            }
            for number, one in enumerate(crumbs, start=1)
        ],
    }


def in_context(found: Iterable[LinkedData]) -> LinkedData | None:
    """Return all that a page says as one; None where it says nothing."""
    told = list(found)
    return {"@context": "https://schema.org", "@graph": told} if told else None


def website(kreis: Kreis) -> LinkedData:
    """Return what the site is, and about whom."""
    return {
        "@type": "WebSite",
        "name": f"{kreis.titel} {kreis.name}",
        "url": f"{kreis.basis_url}/",
        "inLanguage": "de",
        **_county(kreis),
    }


def _county(kreis: Kreis) -> LinkedData:
    said = {"@type": "GovernmentOrganization", "name": kreis.name, "url": kreis.kontakt.web}
    return {
        "about" if kreis.hinweis else "publisher": {key: one for key, one in said.items() if one}
    }


def figures(kreis: Kreis, one: Indikator) -> LinkedData:
    """Return an indicator as a data set with its files."""
    years = one.years()
    url = licence_of(one.quelle.lizenz).url
    return {
        "@type": "Dataset",
        "name": f"{one.titel} ({kreis.name})",
        "description": _described(kreis, one),
        "url": permalink(kreis, one),
        "dateModified": one.geaendert.isoformat(),
        "spatialCoverage": kreis.name,
        **({"temporalCoverage": f"{years[0]}/{years[-1]}"} if years else {}),
        **({"license": url} if url else {}),
        "creator": {"@type": "Organization", "name": one.quelle.name},
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": kreis.basis_url + address,
                "encodingFormat": media_of(address).type,
            }
            for address in whole_files(one)
        ],
    }


def _described(kreis: Kreis, one: Indikator) -> str:
    if len(one.kurz) >= SHORTEST:
        return one.kurz
    return f"{one.kurz} Aus dem {kreis.titel} {kreis.name}, je Jahr und Gebiet."


def catalogue(kreis: Kreis, title: str, description: str) -> LinkedData:
    """Return the open data as a whole."""
    return {
        "@type": "DataCatalog",
        "name": f"{title}: {kreis.titel} {kreis.name}",
        "description": description,
        "url": kreis.basis_url + DATEN,
        **_county(kreis),
    }


def glossary(kreis: Kreis, url: str, title: str, description: str) -> LinkedData:
    """Return the glossary as a whole: each term would say once more what the page says."""
    return {
        "@type": "DefinedTermSet",
        "name": f"{title}: {kreis.titel} {kreis.name}",
        "description": description,
        "url": kreis.basis_url + url,
    }


def edition(kreis: Kreis, one: Bericht) -> LinkedData:
    """Return an edition of the report."""
    return {
        "@type": "Report",
        "name": one.titel,
        "description": one.kurz,
        "url": kreis.basis_url + address_of(one.key),
        "inLanguage": "de",
        **_county(kreis),
    }
