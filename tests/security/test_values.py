"""Hostile values are told where they stand, never by a traceback: names, cells, geometry, YAML."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from corpus_values import ADDRESSES, CELLS, DRAWINGS, FILE_NAMES, GEOJSON, KEYS, MENU, YAML
from support import SMALL, loaded, replaced, small_county, told

from fokusbericht.building.output import Output
from fokusbericht.problems import Place, Problem
from fokusbericht.site import plan_site
from fokusbericht.text.characters import is_odd

KREIS = "content/kreis.yml"
PAGE = "content/seiten/verfahren.md"
CSV = "indicators/wohnen/leerstand.csv"


def is_told(lines: list[str], path: str, rule: str) -> bool:
    """Say whether a file is named with a place and a rule, and each finding is one line."""
    whole = all("\n" not in line and "\r" not in line and "\x1b" not in line for line in lines)
    return whole and any(line.startswith(f"{path}:") and f"({rule})" in line for line in lines)


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses(tmp_path: Path, address: str) -> None:
    text = json.dumps(address)
    files = replaced("indicators/wohnen/leerstand.yml", "https://amt.example", text)
    decision = "content/beschluesse/2021-09-15-leerstand.md"
    files |= replaced(decision, "kurz:", f"url: {text}\nvorlage_url: {text}\nkurz:")
    files |= replaced(KREIS, "ort: 12345 Musterstadt", f"ort: Ort, web: {text}")
    found = told(small_county(tmp_path, files))
    for path in (KREIS, "indicators/wohnen/leerstand.yml", decision):
        # A sign that nobody sees is told as what it is.
        assert is_told(found, path, "zeichen" if is_odd(address) else "adresse")
    assert sum(line.startswith(decision) for line in found) == 2


@pytest.mark.parametrize("address", MENU)
def test_menus(tmp_path: Path, address: str) -> None:
    found = told(small_county(tmp_path, replaced(KREIS, "/sozialbericht/", json.dumps(address))))
    assert is_told(found, KREIS, "adresse")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("email", "a@b.example\r\nBcc: x@fremd.example"),
        ("email", "a@b.example?cc=x@fremd.example"),
        ("email", '"><script>@x.example'),
        ("email", "javascript:x"),
        ("telefon", "javascript:x"),
        ("telefon", '04121" onclick="x'),
    ],
)
def test_contacts(tmp_path: Path, field: str, text: str) -> None:
    new = f"ort: Ort, {field}: {json.dumps(text)}"
    found = told(small_county(tmp_path, replaced(KREIS, "ort: 12345 Musterstadt", new)))
    assert is_told(found, KREIS, "adresse")


@pytest.mark.parametrize(
    "address",
    [
        "https://fremd.example/{z}/{x}/{y}.png; script-src *",
        "https://fremd.example;x/{z}/{x}/{y}.png",
        "https://a@fremd.example/{z}/{x}/{y}.png",
        "https://*/{z}/{x}/{y}.png",
        "https://fremd.example' 'unsafe-inline/{z}/{x}/{y}.png",
        "javascript:{z}{x}{y}",
        "data:image/png,{z}{x}{y}",
        "//fremd.example/{z}/{x}/{y}.png",
    ],
)
def test_the_ground_of_maps(tmp_path: Path, address: str) -> None:
    ground = f"kartenhintergrund: {{adresse: {json.dumps(address)}, quelle: Amt}}\nlizenz_texte:"
    found = told(small_county(tmp_path, replaced(KREIS, "lizenz_texte:", ground)))
    assert is_told(found, KREIS, "adresse")


@pytest.mark.parametrize("name", FILE_NAMES)
def test_file_names(tmp_path: Path, name: str) -> None:
    path = f"content/aktuelles/{name}.md"
    text = (SMALL / "content/aktuelles/2021-07-01-bericht.md").read_text(encoding="utf-8")
    found = loaded(small_county(tmp_path, {path: text}))[1]
    assert {problem.rule for problem in found} <= {"dateiname", "lesbar"}
    assert [problem.place.path for problem in found] == [path]
    shown = str(Problem(Place(path), "", ""))[: len(path)]
    assert is_told([str(one) for one in found], shown, "dateiname")


@pytest.mark.parametrize("key", KEYS)
def test_keys(tmp_path: Path, key: str) -> None:
    text = json.dumps(key)
    files = {
        "content/glossar.yml": f"{text}: {{begriff: A, erklaerung: B}}\n",
        "content/zielgruppen.yml": f"familien: {{titel: F}}\n{text}: {{titel: G}}\n",
        "content/themen.yml": f"wohnen: {{titel: W}}\n{text}: {{titel: H}}\n",
        **replaced("geo/raeume.yml", "schluessel: mitte", f"schluessel: {text}"),
    }
    found = told(small_county(tmp_path, files))
    for path in files:
        assert is_told(found, path, "schluessel"), path


def test_no_file_is_planned_outside_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fokusbericht import site

    class Strange:
        @staticmethod
        def plan(report: object) -> list[Output]:
            paths = ("../x", "/etc/x", "a//b", "a/../b", "a/.b", 'a"b', "a\nb", "")
            return [Output(path, "", bytes, Place("a.md")) for path in paths]

    monkeypatch.setattr(site, "PLANNERS", (*site.PLANNERS, Strange))
    report, _ = loaded(small_county(tmp_path))
    problems = plan_site(report)[1]
    assert len(problems) == 8
    assert {problem.rule for problem in problems} == {"adresse"}


@pytest.mark.parametrize("cell", CELLS)
def test_cells(tmp_path: Path, cell: str) -> None:
    for old in ("01099001;2021;10;", ";2021;10;500", ";10;500"):
        text = (SMALL / CSV).read_text(encoding="utf-8")
        row = next(line for line in text.splitlines() if old in line)
        hostile = row.replace(old.strip(";").split(";")[0], cell, 1)
        root = small_county(tmp_path / old.replace(";", "-"), {CSV: text.replace(row, hostile)})
        assert any(line.startswith(f"{CSV}:2:") for line in told(root)), old


@pytest.mark.parametrize("text", GEOJSON, ids=range(len(GEOJSON)))
def test_geometry(tmp_path: Path, text: str) -> None:
    found = told(small_county(tmp_path, {"geo/kommunen.geojson": text}))
    assert is_told(found, "geo/kommunen.geojson", "geojson") or is_told(
        found, "geo/raeume.yml", "geojson"
    )


def test_names_in_the_geometry_are_not_taken(tmp_path: Path) -> None:
    path = "geo/kommunen.geojson"
    root = small_county(tmp_path, replaced(path, '"name": "Mitte"', '"name": "<script>"'))
    report, problems = loaded(root)
    assert problems == []
    assert "<script>" not in repr(report.geografie)


@pytest.mark.parametrize("text", YAML, ids=range(len(YAML)))
def test_yaml(tmp_path: Path, text: str) -> None:
    head = f"---\n{text}\n---\n\nEin Text.\n"
    found = told(small_county(tmp_path, {PAGE: head}))
    assert any(line.startswith(f"{PAGE}:") for line in found)
    assert all(line.count("\n") == 0 and "\r" not in line and "\x1b" not in line for line in found)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=range(len(DRAWINGS)))
def test_drawings(tmp_path: Path, drawing: str) -> None:
    about = "datei: plan.svg\nalt: Ein Plan der Stadt.\nurheber: A\nlizenz: B\n"
    files = {"content/bilder/plan.yml": about, "content/bilder/plan.svg": drawing}
    files |= replaced(PAGE, "Erst der", "{{ bild: plan }}\n\nErst der")
    root = small_county(tmp_path, files)
    found = told(root)
    if found:
        assert is_told(found, "content/bilder/plan.svg", "bild")
        return
    outputs = plan_site(loaded(root)[0])[0]
    (made,) = (one.make() for one in outputs if one.path.endswith(".svg") and "bilder/" in one.path)
    assert b"<script" not in made and b"fremd.example" not in made
    names = [name for one in ElementTree.fromstring(made).iter() for name in one.attrib]
    assert not [name for name in names if name.lower().startswith("on") or "href" in name]
