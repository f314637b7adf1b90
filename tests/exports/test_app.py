"""The site as an app: what browsers are told of it, and what goes where there is none."""

import json
from io import BytesIO
from pathlib import Path

from PIL import Image
from support import SMALL, build, files, loaded, small_county, told

from fokusbericht.building.output import Output
from fokusbericht.site import plan_site

KREIS = "content/kreis.yml"
APP = "app: {name: Fokus im Musterkreis, kurzname: Fokus}\n"


def county(folder: Path, app: str = APP, more: str = "") -> Path:
    """Return the small county with an app, to which a link leads."""
    text = (SMALL / KREIS).read_text(encoding="utf-8")
    foot = "  - {titel: Impressum, ziel: /impressum/}\n"
    linked = text.replace(foot, f"{foot}  - {{titel: App, ziel: /app/}}\n") if app else text
    return small_county(folder, {KREIS: linked + app + more})


def planned(root: Path) -> dict[str, Output]:
    outputs, problems = plan_site(loaded(root)[0])
    assert problems == []
    return {one.path: one for one in outputs}


def test_browsers_are_told_what_the_app_is(tmp_path: Path) -> None:
    site = planned(county(tmp_path))
    icon = next(path for path in site if path.startswith("assets/icon."))
    assert json.loads(site["app.webmanifest"].make()) == {
        "name": "Fokus im Musterkreis",
        "short_name": "Fokus",
        "description": "Drei Kommunen, ein Handlungsfeld, zwei Empfehlungen.",
        "lang": "de",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "background_color": "#ffffff",
        "theme_color": "#0a5f73",
        "categories": ["government", "politics", "news"],
        "icons": [
            {"src": icon, "sizes": "any", "type": "image/svg+xml"},
            *(
                {
                    "src": f"app/{name}.png",
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                    "purpose": purpose,
                }
                for name, size, purpose in (
                    ("symbol-192", 192, "any"),
                    ("symbol-512", 512, "any"),
                    ("symbol-rund-512", 512, "maskable"),
                )
            ),
        ],
        "shortcuts": [
            {"name": "Empfehlungen", "url": "handlungsempfehlungen/"},
            {"name": "Kreiskarte", "url": "sozialbericht/"},
        ],
    }


def test_icons_bear_the_colour_of_the_county(tmp_path: Path) -> None:
    root = county(tmp_path)
    text = (root / KREIS).read_text(encoding="utf-8").replace("#0a5f73", "#803020")
    (root / KREIS).write_text(text, encoding="utf-8")
    site = planned(root)
    plain = Image.open(BytesIO(site["app/symbol-192.png"].make())).convert("RGBA")
    assert (plain.size, plain.getpixel((0, 0))) == ((192, 192), (0, 0, 0, 0))
    assert plain.getpixel((96, 18)) == (0x80, 0x30, 0x20, 255)
    for path, size in (("app/symbol-rund-512.png", 512), ("app/symbol-180.png", 180)):
        full = Image.open(BytesIO(site[path].make())).convert("RGB")
        assert (full.size, full.getpixel((0, 0))) == ((size, size), (0x80, 0x30, 0x20))
        assert (255, 255, 255) in {color for _, color in full.getcolors(size * size) or ()}
    assert Image.open(BytesIO(site["favicon.ico"].make())).size == (32, 32)


def test_an_icon_of_the_county_s_own_stands_on_white(tmp_path: Path) -> None:
    root = county(tmp_path)
    own = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    (root / "templates" / "assets").mkdir(parents=True)
    (root / "templates" / "assets" / "icon.svg").write_text(own, encoding="utf-8")
    full = Image.open(BytesIO(planned(root)["app/symbol-180.png"].make())).convert("RGB")
    assert full.getpixel((0, 0)) == (255, 255, 255)
    assert full.getpixel((120, 60)) == (0, 0, 0)


def test_without_an_app_there_is_only_what_removes_one(tmp_path: Path) -> None:
    site = planned(county(tmp_path, app=""))
    assert [path for path in site if "app" in path.split("/")[0] or path == "favicon.ico"] == []
    assert b"registration.unregister()" in site["sw.js"].make()
    assert b"respondWith" not in site["sw.js"].make()
    assert b'rel="manifest"' not in site["index.html"].make()


def test_a_link_to_no_app_is_dead(tmp_path: Path) -> None:
    text = (SMALL / KREIS).read_text(encoding="utf-8").replace("/impressum/}", "/app/}")
    problems = plan_site(loaded(small_county(tmp_path, {KREIS: text}))[0])[1]
    assert [one.sentence for one in problems] == [
        "Die Adresse „/app/“ gibt es auf der Seite nicht."
    ]


def test_an_app_needs_a_name_and_its_zip_an_address(tmp_path: Path) -> None:
    lines = told(county(tmp_path, app="app: {paket: paket.zip}\n"))
    assert [line.partition(": ")[2] for line in lines] == [
        "Der Schlüssel „name“ fehlt. (fehlender-schluessel)",
        "„paket.zip“ ist keine Adresse. Sie beginnt mit https://. (adresse)",
    ]


def test_the_worker_changes_with_each_sentence_and_no_page_with_it(tmp_path: Path) -> None:
    root = county(tmp_path)
    assert build(root).returncode == 0
    before = files(root / "site")
    page = root / "content" / "seiten" / "impressum.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nNoch ein Satz.\n", encoding="utf-8")
    assert build(root).returncode == 0
    after = files(root / "site")
    changed = {path for path in after if after[path] != before.get(path)}
    assert {"sw.js", "app/dateien.json", "impressum/index.html"} <= changed
    pages = {path for path in changed if path.endswith(".html")}
    assert pages <= {"impressum/index.html", "suche/index.html", "register/index.html"}
    assert build(root, "--frisch").returncode == 0
    assert files(root / "site") == after
