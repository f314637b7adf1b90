"""The guides beside the indicators: each raw file, read in one go, changes nothing in our tables.

What an editor does next year with the new file is done here with the old one. Together the files
fill every table that has a guide, so that importers and content are known to agree.
"""

import shutil
from pathlib import Path

import pytest
from importers.county import GUIDES
from support import IN_CI, REPOSITORY

from fokusbericht.importers.guide import SUFFIX
from fokusbericht.importers.plan import Import, Request, plan_import

SOURCES = REPOSITORY.parent / "shared" / "quellen2"
RAW = SOURCES / "roh"
pytestmark = pytest.mark.skipif(
    IN_CI or not RAW.is_dir(), reason="Die Rohdateien (../shared/quellen2) fehlen hier."
)
KREIS = "01056"
ATLAS = "deutschlandatlas_{}_kreis_pinneberg.xlsx"
CENSUS = "zensus2022_regionaltabelle_{}.csv"
# Each raw file with its kind; what is cut out of a file for the Kreis has no other Kreise.
WHOLE = (
    ("tabelle", "btw2025_kreise_sh.csv"),
    ("tabelle", "btw2025_strukturdaten_sh.csv"),
    ("tabelle", "europawahl2024_strukturdaten_sh.csv"),
)
CUT_OUT = (
    ("deutschlandatlas", ATLAS.format("2024-12")),
    ("deutschlandatlas", ATLAS.format("2026-04")),
    ("tabelle", "breitbandatlas_privat_2021_mitte_kreis_pinneberg.csv"),
    ("tabelle", "hebesaetze_2021_kreis_pinneberg.csv"),
    ("tabelle", "zeit_btw25_gemeindeverbaende_pinneberg.csv"),
    ("wahlen", "europawahl_2024_wbz_kreis_pinneberg.csv"),
    ("wahlen", "landtagswahl_2022_wahlbezirke_kreis_pinneberg.xlsx"),
    ("zensus2022", CENSUS.format("Demografie")),
    ("zensus2022", CENSUS.format("Erwerbsstatus")),
    ("zensus2022", CENSUS.format("Gebaeude_Wohnungen")),
    ("zensus2022", CENSUS.format("Haushalte")),
    ("zensus2022", CENSUS.format("HoechsterBeruflAbschluss")),
    ("zensus2022", CENSUS.format("HoechsterSchulabschluss")),
)
# Other forms that fill the same tables, by guides of their own.
OTHERS = (
    ("arbeit/arbeitslosenquote-strukturdaten", "arbeitslosenquote-2024", WHOLE[1][1]),
    ("bevoelkerung/bevoelkerung", "bevoelkerung-2024", "hebesatz_tbco_gemeinden_auszug.csv"),
    (
        "finanzen/hebesatz-grundsteuer-b",
        "hebesatz-grundsteuer-b-2025",
        "hebesatz_tbco_gemeinden_auszug.csv",
    ),
    ("mobilitaet/breitband-50", "breitband-50-2021", CUT_OUT[2][1]),
)
# No raw file of these is at hand; their form is read in tests/importers/test_forms.py.
UNSEEN = {"primaereinkommen", "verfuegbares-einkommen"}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the real county, as far as importers look at it."""
    root = tmp_path_factory.mktemp("kreis")
    for name in ("geo", "indicators"):
        shutil.copytree(REPOSITORY / name, root / name)
    return root


@pytest.fixture(scope="module")
def county_alone(county: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the county without the rows of other Kreise."""
    root = tmp_path_factory.mktemp("allein") / "kreis"
    shutil.copytree(county, root)
    for path in root.glob("indicators/*/*.csv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if len(line.split(";")[0]) != 5 or line.startswith(KREIS)]
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return root


def guided() -> set[str]:
    """Return the indicators that have a guide."""
    paths = (REPOSITORY / "indicators").glob(f"*/*{SUFFIX}")
    return {path.name.removesuffix(SUFFIX) for path in paths}


def differences(found: Import) -> dict[str, list[str]]:
    """Return what an import would change, by table."""
    return {
        change.path: [str(one) for one in (*change.new, *change.changed, *change.removed)]
        for change in found.changes
        if not change.is_empty
    }


def filled(found: Import) -> set[str]:
    return {Path(change.path).stem for change in found.changes}


@pytest.mark.parametrize(("art", "name"), WHOLE)
def test_a_raw_file_changes_nothing(county: Path, art: str, name: str) -> None:
    found = plan_import(Request(art, RAW / name), county)
    assert found.problems == ()
    assert filled(found)
    assert differences(found) == {}


@pytest.mark.parametrize(("art", "name"), CUT_OUT)
def test_what_is_cut_out_for_the_kreis_changes_nothing(
    county_alone: Path, art: str, name: str
) -> None:
    found = plan_import(Request(art, RAW / name), county_alone)
    assert found.problems == ()
    assert filled(found)
    assert differences(found) == {}


def test_every_guide_is_proved(county: Path, county_alone: Path) -> None:
    seen: set[str] = set()
    for root, files in ((county, WHOLE), (county_alone, CUT_OUT)):
        for art, name in files:
            seen |= filled(plan_import(Request(art, RAW / name), root))
    assert guided() - seen == UNSEEN


@pytest.mark.parametrize(("table", "guide", "name"), OTHERS)
def test_other_forms_of_the_same_figures(
    county_alone: Path, table: str, guide: str, name: str
) -> None:
    path = str(GUIDES / f"{guide}{SUFFIX}")
    request = Request("tabelle", RAW / name, Path(table).name, None, path)
    found = plan_import(request, county_alone)
    assert found.problems == ()
    assert filled(found) == {Path(table).name}
    assert differences(found) == {}
