"""The command as editors and CI use it: exit codes, sentences, files made, the site untouched."""

import json
import os
import subprocess
import sys
from pathlib import Path

from support import REPOSITORY, build, case_files, files, replaced, small_county, with_site

HANDLUNG = "content/handlungsempfehlungen/2021-01-leerstand.md"


def test_builds_a_site_and_says_so(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr
    made = len(files(root / "site"))
    assert f"{made} gemacht, 0 behalten, 0 entfernt" in done.stdout
    assert done.stderr == ""  # no progress line in a pipe


def test_second_build_makes_nothing(tmp_path: Path, small_site: Path) -> None:
    root = with_site(small_county(tmp_path), small_site)
    made = len(files(root / "site"))
    assert f"0 gemacht, {made} behalten, 0 entfernt" in build(root).stdout


def test_frisch_makes_all_anew(tmp_path: Path, small_site: Path) -> None:
    root = with_site(small_county(tmp_path), small_site)
    made = len(files(root / "site"))
    assert f"{made} gemacht, 0 behalten" in build(root, "--frisch").stdout


def test_a_changed_text_makes_only_what_holds_it(tmp_path: Path, small_site: Path) -> None:
    root = with_site(small_county(tmp_path), small_site)
    before = files(root / "site")
    path = root / HANDLUNG
    path.write_text(path.read_text().replace("stehen Wohnungen leer", "sind Wohnungen unbewohnt"))
    assert "10 gemacht" in build(root).stdout  # one of them is as it was
    after = files(root / "site")
    changed = [name for name in sorted(after) if after[name] != before.get(name)]
    assert changed == [
        "api/v1/empfehlungen/2021-01.json",
        *(f"daten/{name}" for name in ("datapackage.json", "handlungsempfehlungen.json")),
        *(f"daten/{name}" for name in ("katalog.jsonld", "katalog.ttl")),
        *(f"daten/{name}" for name in ("pruefsummen.json", "pruefsummen.txt")),
        "handlungsempfehlungen/2021-01/index.html",
        "suche/verzeichnis.js",
    ]


def test_two_fresh_builds_are_equal(tmp_path: Path, small_site: Path) -> None:
    done = build(small_county(tmp_path), "--out", str(tmp_path / "zwei"))
    assert done.returncode == 0, done.stdout
    assert files(tmp_path / "zwei") == files(small_site)


def test_25_mistakes_are_25_problems_and_the_site_stays(tmp_path: Path, small_site: Path) -> None:
    root = with_site(small_county(tmp_path), small_site)
    before = files(root / "site")
    for name, text in case_files("fuenfundzwanzig").items():
        (root / name).write_text(text, encoding="utf-8")
    done = build(root)
    lines = done.stdout.splitlines()
    expected = (REPOSITORY / "tests/problems/fuenfundzwanzig/expected.txt").read_text()
    assert done.returncode == 1
    assert "\n".join(lines[:25]) + "\n" == expected
    assert lines[25:] == ["", "25 Stellen sind zu berichtigen. Die Seite bleibt, wie sie ist."]
    assert "Traceback" not in done.stderr
    assert files(root / "site") == before


def test_pruefen_writes_nothing(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    done = build(root, "pruefen")
    assert done.returncode == 0
    assert done.stdout.startswith("Alles in Ordnung: ")
    assert not (root / "site").exists()


def test_problems_as_json_and_for_github(tmp_path: Path) -> None:
    name = "content/seiten/verfahren.md"
    root = small_county(tmp_path, replaced(name, "kurz: Wie", "kruz: Wie"))
    sentence = "Den Schlüssel „kruz“ gibt es hier nicht. Meinten Sie „kurz“?"
    data = json.loads(build(root, "pruefen", "--format", "json").stdout)
    assert data == [
        {
            "file": name,
            "line": 3,
            "column": 1,
            "message": sentence,
            "rule": "unbekannter-schluessel",
            "severity": "error",
        }
    ]
    line = build(root, "pruefen", "--format", "github").stdout
    assert line == f"::error file={name},line=3,col=1::{sentence}\n"


def test_blanks_must_be_filled_before_publication(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    done = build(root, "pruefen", "--veroeffentlichen")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    missing = "content/kreis.yml:1:1: Die Erklärung zur Barrierefreiheit fehlt. (veroeffentlichen)"
    assert missing in lines
    assert lines[-3] == (
        "content/seiten/impressum.md:9:1: Vor der Veröffentlichung ist einzutragen: "
        "Name der verantwortlichen Stelle. (veroeffentlichen)"
    )


def test_dead_menu_entry(tmp_path: Path) -> None:
    root = small_county(
        tmp_path, replaced("content/kreis.yml", "ziel: /impressum/", "ziel: /impresum/")
    )
    done = build(root)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "content/kreis.yml:15:30: Die Adresse „/impresum/“ gibt es auf der Seite nicht. "
        "(toter-link)"
    )


def test_examples_can_be_left_out(tmp_path: Path) -> None:
    root = small_county(
        tmp_path, replaced("content/kreis.yml", "beispiele: true", "beispiele: false")
    )
    done = build(root)
    assert done.returncode == 0, done.stdout
    site = files(root / "site")
    assert "handlungsempfehlungen/2022-01/index.html" not in site
    assert not [name for name, data in site.items() if b"Wohnungen tauschen" in data]


def test_examples_are_marked_and_not_indexed(small_site: Path) -> None:
    page = (small_site / "handlungsempfehlungen/2022-01/index.html").read_text()
    assert '<meta name="robots" content="noindex">' in page
    assert "Beispiel" in page.partition("</h1>")[2]
    real = (small_site / "handlungsempfehlungen/2021-01/index.html").read_text()
    assert "noindex" not in real
    assert "2022-01" not in (small_site / "sitemap.xml").read_text()


def test_a_template_of_the_county_overrides_ours(tmp_path: Path, small_site: Path) -> None:
    own = "<!doctype html><title>{{ page.title }}</title><p>eigene Vorlage</p>"
    root = small_county(tmp_path, {"templates/texte/seite.html": own})
    with_site(root, small_site)
    assert build(root).returncode == 0
    assert "eigene Vorlage" in (root / "site/impressum/index.html").read_text()


def test_a_misspelt_name_in_a_template_stops_the_build(tmp_path: Path, small_site: Path) -> None:
    root = with_site(small_county(tmp_path), small_site)
    before = files(root / "site")
    (root / "templates/texte").mkdir(parents=True)
    (root / "templates/texte/seite.html").write_text("{{ view.laed }}")
    done = build(root)
    assert done.returncode == 1
    assert "templates/texte/seite.html:1" in done.stdout
    assert "Traceback" not in done.stderr
    assert files(root / "site") == before


def test_not_utf8_is_told_with_its_place(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    path = root / "content/seiten/verfahren.md"
    path.write_bytes(path.read_bytes().replace(b"Das", b"D\xe4s"))
    done = build(root, "pruefen")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "content/seiten/verfahren.md:2:9: Hier steht ein Zeichen, das nicht UTF-8 ist. "
        "Bitte die Datei als UTF-8 sichern. (lesbar)"
    )


def test_help_is_german() -> None:
    command = [sys.executable, str(REPOSITORY / "build.py"), "--help"]
    text = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "LANG": "C"}
    ).stdout
    assert "Erzeugt den digitalen Fokusbericht" in text
    for word in ("bauen", "pruefen", "einrichten", "--root", "--out", "--format", "--frisch"):
        assert word in text
    for english in ("usage", "options", "positional", "show this help"):
        assert english not in text


def test_wrong_calls_are_told_in_german(tmp_path: Path) -> None:
    command = [sys.executable, str(REPOSITORY / "build.py")]
    for arguments, sentence in (
        (["bauenn"], "nicht zur Wahl steht"),
        (["--farbe"], "unbekannt ist --farbe"),
        (["--root", str(tmp_path)], "gibt es keinen Ordner content/"),
    ):
        done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert sentence in done.stderr
        assert "Traceback" not in done.stderr
