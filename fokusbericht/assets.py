"""Local styles, scripts and pictures, each with its hash in the name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path

from fokusbericht.model import Report
from fokusbericht.output import Output
from fokusbericht.problems import Place
from fokusbericht.recipe import OURS, template_folders

LEAFLET = OURS / "node_modules" / "leaflet" / "dist"
FOREIGN = {"leaflet.js": LEAFLET / "leaflet.js", "leaflet.css": LEAFLET / "leaflet.css"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file the pages load: its address carries its hash, so browsers may keep it for ever."""

    url: str
    content: bytes


def find_assets(report: Report) -> Mapping[str, Asset]:
    """Return all assets by their plain name: "stil.css"."""
    return _read(report.root, report.kreis.akzent, report.kreis.akzent_dunkel)


@lru_cache(maxsize=4)
def _read(root: str, akzent: str, akzent_dunkel: str) -> Mapping[str, Asset]:
    files = {name: path for name, path in FOREIGN.items() if path.is_file()}
    for folder in reversed(template_folders(Path(root))):
        files |= {path.name: path for path in sorted((folder / "assets").glob("*.*"))}
    assets = {}
    for name, path in sorted(files.items()):
        content = path.read_bytes()
        if name == "stil.css":
            content = _colours(akzent, akzent_dunkel).encode() + content
        assets[name] = Asset(f"/assets/{_hashed(name, content)}", content)
    return assets


def _colours(akzent: str, akzent_dunkel: str) -> str:
    # The county's colour, as the style sheet's two knobs.
    return (
        f":root{{--kreis-akzent:{akzent}}}"
        f"@media(prefers-color-scheme:dark){{:root{{--kreis-akzent:{akzent_dunkel}}}}}\n"
    )


def _hashed(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{sha256(content).hexdigest()[:10]}.{ending}"


def missing_assets(report: Report) -> str:
    """Return the name of a library that is not set up yet, or nothing."""
    return next((name for name in FOREIGN if name not in find_assets(report)), "")


def plan(report: Report) -> Iterator[Output]:
    """Plan the assets."""
    for asset in find_assets(report).values():
        yield Output(asset.url[1:], asset.url, partial(bytes, asset.content), Place("templates"))
