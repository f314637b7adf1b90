"""The ZIP: same bytes twice, links lead to files, nothing asks for a server."""

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from support import build, files, loaded, small_county

from fokusbericht.building.write import read_memory
from fokusbericht.exports.bundle import bundled, make_bundle
from fokusbericht.model.report import Report


@pytest.fixture(scope="module")
def contents(muster_site: Path, muster_report: Report) -> dict[str, bytes]:
    """Return the files of the ZIP of the Kreis Muster."""
    paths = files(muster_site)
    return dict(bundled(muster_report, paths, lambda path: paths[path]))


def test_the_zip_is_the_same_twice_and_tells_no_time(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    assert build(root).returncode == 0
    site = files(root / "site")
    report = loaded(root)[0]
    first, second = (
        make_bundle(report, paths, site.__getitem__) for paths in (site, [*site][::-1])
    )
    assert first == second
    entries = ZipFile(BytesIO(first)).infolist()
    assert [one.filename for one in entries] == sorted(one.filename for one in entries)
    assert {one.date_time for one in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {one.filename.split("/")[0] for one in entries} == {"fokusbericht-01099"}


def test_what_needs_a_server_is_left_out(contents: dict[str, bytes]) -> None:
    gone = ("sw.js", "404.html", "robots.txt", "sitemap.xml", "app.webmanifest", "favicon.ico")
    assert [path for path in gone if path in contents] == []
    pages = [data.decode() for path, data in contents.items() if path.endswith(".html")]
    for word in (' integrity="', 'rel="manifest"', 'rel="preload"', "/app."):
        assert [page for page in pages if word in page] == [], word


def test_each_link_leads_to_a_file(contents: dict[str, bytes], tmp_path: Path) -> None:
    lost = []
    for path, data in contents.items():
        if not path.endswith(".html"):
            continue
        for address in re.findall(r'\s(?:href|src|action)="([^":#?]+)(?=["#?])', data.decode()):
            target = (Path("/") / Path(path).parent / address).as_posix()
            parts: list[str] = []
            for part in target.split("/")[1:]:
                parts = parts[:-1] if part == ".." else [*parts, part] if part != "." else parts
            if "/".join(parts) not in contents:
                lost.append((path, address))
    assert lost == []


def test_what_scripts_fetch_lies_there_as_a_script(
    contents: dict[str, bytes], muster_site: Path
) -> None:
    fetched = [path for path in contents if path.endswith((".json.js", ".html.js"))]
    assert any("kreisdaten." in path for path in fetched)
    assert any(path.endswith(".vl.json.js") for path in fetched)
    for path in fetched:
        call = contents[path].decode()
        assert call.startswith("fokusPaket(") and call.endswith(");\n")
        text = json.loads(call[len("fokusPaket(") : -3])
        original = (muster_site / path.removesuffix(".js")).read_text(encoding="utf-8")
        assert text == original or path.endswith(".html.js")


def test_all_else_is_as_it_was_published(contents: dict[str, bytes], muster_site: Path) -> None:
    added = {"LIESMICH.txt", "assets/paket.js"}
    for path, data in contents.items():
        if not path.endswith((".html", ".json.js", ".html.js")) and path not in added:
            assert (muster_site / path).read_bytes() == data, path


def test_the_first_thing_to_read_says_how(contents: dict[str, bytes]) -> None:
    text = contents["LIESMICH.txt"].decode("utf-8-sig")
    assert "2. Öffnen Sie im entpackten Ordner die Datei index.html mit einem Browser.\r\n" in text


def test_the_command_packs_what_the_build_has_written(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    done = build(root, "paket")
    archive = root / "fokusbericht-01099.zip"
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].endswith(f" MB → {archive}")
    (root / "site" / "fremd.html").write_text("<p>Nicht von hier</p>", encoding="utf-8")
    first = archive.read_bytes()
    assert build(root, "paket", "--out", str(root / "site")).returncode == 0
    inside = root / "site" / "fokusbericht-01099.zip"
    assert inside.read_bytes() == first
    memory = read_memory(root / "site")
    assert memory and "fokusbericht-01099.zip" not in memory.files


def test_nothing_of_others_is_written_over(tmp_path: Path) -> None:
    root, other = small_county(tmp_path), tmp_path / "anderes.zip"
    other.write_bytes(b"PK fremd")
    done = build(root, "paket", "--out", str(other))
    assert done.returncode == 1
    assert f"{other} gibt es schon und ist kein Paket von hier. Bitte anders nennen." in (
        done.stdout + done.stderr
    )
    assert other.read_bytes() == b"PK fremd" and not (root / "site").exists()


def test_a_county_with_problems_has_no_zip(tmp_path: Path) -> None:
    root = small_county(tmp_path, {"content/seiten/impressum.md": "---\n---\n"})
    assert build(root, "paket").returncode == 1
    assert not list(root.glob("*.zip"))
