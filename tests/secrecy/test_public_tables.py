"""The way that needs no trust: only protected tables are committed, and they tell no more."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from support import REPOSITORY

from fokusbericht.load import load_report
from fokusbericht.site import plan_site
from secrecy.attacker import Attacker
from secrecy.built import Built, built
from secrecy.county import County
from secrecy.reading import Reading, of_column
from secrecy.reading_tables import rows_of
from secrecy.small_county import small_county

HOMES: list[TemporaryDirectory[str]] = []  # they go with the run
MIXED = ("hilfe", "hilfequote", "internet", "grundsicherung", "zuflucht", "kinderarmut")


@cache
def county(names: tuple[str, ...]) -> County:
    """Return a county with some indicators and no more than the pages all have."""
    some = small_county().only(["bevoelkerung", *names])
    return County(some.tables, behind=some.behind)


@cache
def public(names: tuple[str, ...]) -> Path:
    """Protect the raw tables of a county; return the folder that may be committed."""
    HOMES.append(TemporaryDirectory())
    home = Path(HOMES[-1].name)
    secret, open_ = county(names).write(home / "geheim"), home / "kreis"
    shutil.copytree(secret, open_)
    for path in open_.rglob("indicators/**/*.csv"):
        if path.stem != "bevoelkerung":
            path.unlink()
    (secret / "indicators/wohnen/bevoelkerung.csv").unlink()
    command = [sys.executable, str(REPOSITORY / "build.py"), "schuetzen", "--root", str(open_)]
    command += ["--geheim", str(secret / "indicators")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return open_


def told(folder: Path) -> Iterator[Reading]:
    """Yield what the committed tables say."""
    for path in sorted(folder.rglob("indicators/**/*.csv")):
        rows = rows_of(path.read_bytes())
        if "geschuetzt" in rows[0]:
            yield from of_column(
                (path.stem, row["raum"], int(row["jahr"]), row["geschuetzt"]) for row in rows
            )


@pytest.mark.parametrize("names", [MIXED, ("wohngeld",)], ids=["mixed", "marks of the source"])
def test_public_tables(names: tuple[str, ...]) -> None:
    """Whoever reads the repository instead of the site learns no more."""
    readings = list(told(public(names)))
    assert readings
    attacker = Attacker(county(names), readings)
    assert attacker.wrong() == []
    assert attacker.leaks() == []


def test_raw_tables_in_their_place_would_leak() -> None:
    """The same attack on a repository in which one raw table was committed."""
    raw = [
        Reading("hilfe", area, year, float(cell[0]), float(cell[0]))
        for (area, year), cell in county(MIXED).tables["hilfe"].cells.items()
    ]
    found = Attacker(county(MIXED), [*told(public(MIXED)), *raw]).leaks()
    assert {one.victim.indicator for one in found} >= {"hilfe", "hilfequote"}


def test_both_ways_lead_to_the_same_site() -> None:
    """A site of public tables is the site of the raw ones, byte for byte."""
    report, problems = load_report(public(MIXED))
    assert problems == []
    one, other = Built(plan_site(report)[0], []), built(county(MIXED))
    assert [*one] == [*other]
    assert [path for path in one if one[path] != other[path]] == []
