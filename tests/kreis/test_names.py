"""A county's names never cross over: no file of one county's site names a place of another."""

import re
from pathlib import Path

from support import files

from fokusbericht.model.report import Report

# Licences name them wherever data come from.
EVERYWHERE = {"Deutschland"}
# Names that are ordinary words, too.
WORDS = {"Vorlagen"}
# Neighbours that no table of the county names.
AROUND = {"Hamburg", "Schleswig-Holstein"}
SEEN_AS_TEXT = {
    *(".html", ".css", ".js", ".json", ".geojson", ".xml", ".csv", ".svg", ".ics", ".txt", ".vtt"),
}


def names_of(report: Report) -> set[str]:
    """Return the names and keys of a county, its places, and those it is compared with."""
    geografie = report.geografie
    named = [
        report.kreis.name.removeprefix("Kreis "),
        *(one.name for one in geografie.kommunen.values()),
        *(part for one in geografie.raeume.values() for part in one.name.split("/")),
        *(one.amt for one in geografie.kommunen.values() if one.amt),
        *geografie.vergleich.values(),
    ]
    keys = {key for key in geografie.vergleich if len(key) > 2} | {*geografie.kommunen}
    return {*named, *keys} - EVERYWHERE - WORDS - {"Muster"}


def found_in(site: Path, names: set[str]) -> list[str]:
    """Return which names stand in the files of a site, as words of their own."""
    whole = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names)))})(?![\w-])")
    return sorted(
        {
            f"{path}: {one}"
            for path, data in files(site).items()
            if Path(path).suffix in SEEN_AS_TEXT
            for one in whole.findall(data.decode())
        }
    )


def test_no_file_of_the_kreis_muster_names_the_county(
    muster_site: Path, real_report: Report
) -> None:
    names = names_of(real_report)
    assert len(names) > 100
    assert found_in(muster_site, names | AROUND) == []


def test_no_file_of_the_county_names_the_kreis_muster(
    real_site: Path, muster_report: Report
) -> None:
    names = names_of(muster_report)
    assert len(names) > 30
    assert found_in(real_site, names | {"Kreis Muster"}) == []
