"""The bill of materials: valid, complete, the same each time, without addresses."""

import json
import re
import subprocess
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from support import REPOSITORY

from fokusbericht.building.bom import make_bom

BOM = make_bom(REPOSITORY)
PARTS = {part["purl"]: part for part in json.loads(BOM)["components"]}


def test_it_is_valid() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(BOM.decode()) is None


def test_it_holds_every_pinned_library() -> None:
    pins = re.findall(r"^([\w.-]+)==(\S+)$", (REPOSITORY / "constraints.txt").read_text(), re.M)
    pypi = {f"pkg:pypi/{re.sub('[-_.]+', '-', name).lower()}@{number}" for name, number in pins}
    lock = json.loads((REPOSITORY / "package-lock.json").read_text())["packages"]
    names = {path: path.partition("/")[2].replace("@", "%40") for path in lock if path}
    npm = {f"pkg:npm/{name}@{lock[path]['version']}" for path, name in names.items()}
    assert len(pypi) > 50
    assert (pypi | npm) - PARTS.keys() == set()
    assert {purl.split("@")[0] for purl in PARTS.keys() - pypi - npm} == {
        "pkg:npm/vega",
        "pkg:npm/vega-embed",
        "pkg:npm/vega-lite",
    }


def test_it_tells_what_only_tests_need() -> None:
    scopes = {purl.split("@")[0].partition("/")[2]: one["scope"] for purl, one in PARTS.items()}
    needed = {name for name in scopes if scopes[name] == "required"}
    assert {"jinja2", "markupsafe", "numpy", "leaflet", "vega"} <= needed
    assert {"pytest", "playwright", "ruff", "axe-core", "vnu-jar"} & needed == set()


def test_every_library_that_is_installed_has_a_licence() -> None:
    assert {purl for purl, one in PARTS.items() if not one.get("licenses")} == set()


def test_it_names_no_address_and_no_time() -> None:
    text = BOM.decode().replace("http://cyclonedx.org/schema/bom-1.6.schema.json", "")
    assert "http" not in text
    assert "timestamp" not in text


def test_the_command_writes_the_same_bytes(tmp_path: Path) -> None:
    command = [sys.executable, str(REPOSITORY / "build.py"), "stueckliste"]
    out = tmp_path / "liste" / "stueckliste.cdx.json"
    subprocess.run([*command, "--out", str(out)], check=True)
    printed = subprocess.run(command, check=True, capture_output=True).stdout
    assert out.read_bytes() == printed == BOM
