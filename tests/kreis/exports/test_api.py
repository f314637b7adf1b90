"""The interface for programs: described as OpenAPI, each file as described, each example runs."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from javascript import node
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from support import IN_CI, REPOSITORY

from fokusbericht.building.preview import serving
from fokusbericht.exports.api.examples import examples
from fokusbericht.model.report import Report


@pytest.fixture(scope="module", params=["real_site", "muster_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """Return the site of each county."""
    found: Path = request.getfixturevalue(request.param)
    return found


def read_json(path: Path) -> Any:
    return json.loads(path.read_bytes())


def test_the_description_is_valid_openapi(site: Path) -> None:
    validate(read_json(site / "api/v1/openapi.json"))


def test_every_file_is_as_described(site: Path) -> None:
    told = read_json(site / "api/v1/openapi.json")
    seen: set[Path] = set()
    for path, said in told["paths"].items():
        content = said["get"]["responses"]["200"]["content"]["application/json"]
        schema = {**content["schema"], "components": told["components"]}
        validator = Draft202012Validator(schema)
        files = set((site / "api/v1").glob(path.lstrip("/").replace("{id}", "*")))
        assert files, path
        for file in sorted(files):
            assert [one.message for one in validator.iter_errors(read_json(file))] == [], file
        seen |= files
    assert seen == {*site.glob("api/v1/**/*.json")} - {site / "api/v1/openapi.json"}


def test_lists_lead_to_what_there_is(site: Path) -> None:
    index = read_json(site / "api/v1/index.json")
    base = index["beschreibung"].removesuffix("/api/v1/openapi.json")
    for name in ("indikatoren", "kommunen", "empfehlungen"):
        rows = read_json(site / f"api/v1/{name}.json")["eintraege"]
        assert {site / row["daten"].removeprefix(f"{base}/") for row in rows} == {
            *site.glob(f"api/v1/{name}/*.json")
        }
    for address in index["tabellen"].values():
        assert (site / address.removeprefix(f"{base}/")).is_file()


def test_a_place_tells_its_newest_values(muster_site: Path) -> None:
    for file in (muster_site / "api/v1/kommunen").glob("*.json"):
        for one in read_json(file)["werte"]:
            whole = read_json(muster_site / f"api/v1/indikatoren/{one['indikator']}.json")
            rows = [row for row in whole["werte"] if row["raum"] == one["raum"]]
            known = [row for row in rows if row["wert"] is not None]
            if known:
                newest = max(known, key=lambda row: row["jahr"])
                assert (one["jahr"], one["wert"]) == (newest["jahr"], newest["wert"])
            else:
                assert one["wert"] is None
                assert one["fehlt"]


# --- The examples, run as they stand on the page --------------------------------------------------


@pytest.fixture(scope="module")
def programs(muster_site: Path, muster_report: Report) -> Iterator[dict[str, str]]:
    """Return the examples by tool; only the host is another."""
    kreis = muster_report.kreis
    assert kreis.bevoelkerung
    page = (muster_site / "daten/api/index.html").read_text(encoding="utf-8")
    with serving(muster_site, 0) as address:
        found = {}
        for one in examples(kreis.basis_url, kreis.bevoelkerung.key):
            assert escaped(one.code) in page
            found[one.tool] = one.code.replace(kreis.basis_url, address.rstrip("/"))
        yield found


def escaped(code: str) -> str:
    """Return a text as it stands in a page."""
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;")):
        code = code.replace(sign, name)
    return code


def newest(site: Path, report: Report) -> list[tuple[str, float]]:
    assert report.kreis.bevoelkerung
    name = report.kreis.bevoelkerung.key.name
    rows = read_json(site / f"api/v1/indikatoren/{name}.json")["werte"]
    rows = [row for row in rows if row["ebene"] == "kommune"]
    year = max(row["jahr"] for row in rows)
    return [(row["name"], row["wert"]) for row in rows if row["jahr"] == year]


@pytest.mark.skipif(not (shutil.which("curl") or IN_CI), reason="no curl here")
def test_curl(programs: dict[str, str], tmp_path: Path) -> None:
    subprocess.run(["sh", "-c", programs["curl"]], cwd=tmp_path, check=True)
    assert read_json(tmp_path / "zahl.json")["werte"]


def test_python(programs: dict[str, str], muster_site: Path, muster_report: Report) -> None:
    command = [sys.executable, "-c", programs["Python"]]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    wanted = newest(muster_site, muster_report)
    assert len(lines) == len(wanted)
    for line, (name, value) in zip(lines, wanted, strict=True):
        assert line.startswith(f"{name} ")
        assert f" {value} " in line


@pytest.mark.skipif(not (shutil.which("Rscript") or IN_CI), reason="no R here")
def test_r(programs: dict[str, str], muster_site: Path, muster_report: Report) -> None:
    command = ["Rscript", "-e", programs["R"]]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    for name, _ in newest(muster_site, muster_report):
        assert name in done.stdout


def test_power_query_asks_for_columns_there_are(
    programs: dict[str, str], muster_site: Path, muster_report: Report
) -> None:
    """No free program runs Power Query: what it asks for is held against the file."""
    code = programs["Excel"]
    assert muster_report.kreis.bevoelkerung
    name = muster_report.kreis.bevoelkerung.key.name
    whole = read_json(muster_site / f"api/v1/indikatoren/{name}.json")
    columns = code.partition("Spalten = {")[2].partition("}")[0]
    assert set(json.loads(f"[{columns}]")) == set(whole["werte"][0])
    assert "Antwort[werte]" in code


# Its own parser reads it, which is what Excel does first.
PARSED = """
const parser = require("@microsoft/powerquery-parser");
const text = require("fs").readFileSync(0, "utf8");
parser.TaskUtils.tryLexParse(parser.DefaultSettings, text).then((task) =>
  console.log(parser.TaskUtils.isError(task) ? task.error.message : "ok"));
"""


def test_power_query_is_written_as_its_language_is(programs: dict[str, str]) -> None:
    assert parsed(programs["Excel"]) == "ok"
    assert parsed(programs["Excel"].replace("UseNull),", "UseNull)")) != "ok"
    assert parsed(programs["Excel"].replace("in\n", "")) != "ok"


def parsed(code: str) -> str:
    command = [str(node()), "-e", PARSED]
    done = subprocess.run(
        command, input=code, cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
