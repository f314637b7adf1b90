"""Local styles, scripts and pictures, each with its hash in the name."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from gzip import compress
from hashlib import sha256, sha384
from pathlib import Path

from fokusbericht.building.output import Output
from fokusbericht.building.recipe import OURS, template_folders, version_of
from fokusbericht.building.scripts import ALL_PARTS, PARTS, join
from fokusbericht.media.converter import converter
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.sources.files import list_files

LEAFLET = OURS / "node_modules" / "leaflet" / "dist"
FOREIGN = {"leaflet.js": LEAFLET / "leaflet.js", "leaflet.css": LEAFLET / "leaflet.css"}
# Libraries that are joined into scripts of ours, without what their makers wrote for programmers.
JOINED = {"foreign/minisearch.js": OURS / "node_modules" / "minisearch" / "dist/umd/index.js"}
DOCUMENTATION = re.compile(rb"^\s*/\*[^!].*?\*/$|^\s*//[^\n]*$|^\s+", re.DOTALL | re.MULTILINE)
# The letters of cards: read when they are drawn, and served nowhere.
FONTS = OURS / "node_modules" / "@fontsource" / "source-sans-3" / "files"
OUR_COLOURS = (b"#0a5f73", b"#7cc7d3")  # of our icon, in light and dark
# What draws charts in the browser, loaded only when a reader asks for it; its name comes from its
# version, as its content is dear.
VEGA = "vega.js"
VL_CONVERT = "vl-convert-python"
# Comments of style sheets are for us: a sixth of what each page loads. Licences (/*! …) stay.
TEXT = rb"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
UNSERVED = re.compile(TEXT + rb"|/\*(?!!).*?\*/|^\s+", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file the pages load: its address carries its hash, so browsers may keep it for ever."""

    url: str
    make: Callable[[], bytes]

    def integrity(self) -> str:
        """Return the hash by which a browser knows the file: "sha384-…"."""
        return _integrity(self.url, self.make)

    def kilobytes(self) -> int:
        """Return what it weighs on its way to a reader, packed, rounded up to tens of kilobytes."""
        return _kilobytes(self.url, self.make)


@lru_cache(maxsize=256)
def _integrity(url: str, make: Callable[[], bytes]) -> str:
    return integrity_of(make())


@lru_cache(maxsize=16)
def _kilobytes(url: str, make: Callable[[], bytes]) -> int:
    return -(-len(compress(make())) // 10_000) * 10


def integrity_of(content: bytes) -> str:
    """Return the hash by which a browser knows a file: "sha384-…"."""
    return f"sha384-{b64encode(sha384(content).digest()).decode()}"


def find_assets(report: Report) -> Mapping[str, Asset]:
    """Return all assets by their plain name: "stil.css"."""
    return _read(report.root, report.kreis.akzent, report.kreis.akzent_dunkel)


@lru_cache(maxsize=4)
def _read(root: str, akzent: str, akzent_dunkel: str) -> Mapping[str, Asset]:
    contents = {name: path.read_bytes() for name, path in FOREIGN.items() if path.is_file()}
    files = _find_files(Path(root), "assets")
    contents |= _joined(Path(root))
    contents |= {name: _served(name, path.read_bytes()) for name, path in files.items()}
    contents["icon.svg"] = _coloured(contents["icon.svg"], akzent, akzent_dunkel)
    contents["stil.css"] = _colours(akzent, akzent_dunkel).encode() + contents["stil.css"]
    assets = {
        name: Asset(f"/assets/{_hashed(name, content)}", partial(bytes, content))
        for name, content in sorted(contents.items())
    }
    assets[VEGA] = Asset(f"/assets/{_hashed(VEGA, version_of(VL_CONVERT).encode())}", _vega)
    return assets


def _served(name: str, content: bytes) -> bytes:
    """Return a file as readers load it."""
    if not name.endswith(".css"):
        return content
    return UNSERVED.sub(lambda found: found[1] or b"", content)


def _find_files(root: Path, place: str) -> dict[str, Path]:
    """Return the files of a folder by name; the county's own stand for ours."""
    found: dict[str, Path] = {}
    for folder in reversed(template_folders(root)):
        found |= {Path(one).name: folder / one for one in list_files(folder, place)}
    return found


def part_of(root: str, name: str) -> bytes:
    """Return a script that is no asset, as its address must stay: "app/worker.js"."""
    folder, _, file = name.rpartition("/")
    return _find_files(Path(root), f"assets/{folder}")[file].read_bytes()


def _joined(root: Path) -> dict[str, bytes]:
    """Return the scripts made of parts."""
    folders = {part.partition("/")[0] for part in ALL_PARTS}
    files = {
        f"{folder}/{name}": path
        for folder in folders
        for name, path in _find_files(root, f"assets/{folder}").items()
    }
    joined = {name: path for name, path in JOINED.items() if path.is_file()}
    libraries = {name: _licensed(path) for name, path in joined.items()}

    def read(part: str) -> bytes:
        return libraries[part] if part in libraries else files[part].read_bytes()

    made = (name for name, parts in PARTS.items() if set(parts) <= {*files, *libraries})
    return {name: join(name, read) for name in made}


def _licensed(path: Path) -> bytes:
    """Return a library under its licence, without comments and indents: most of what it weighs."""
    library, licence = path.read_bytes(), path.parents[2] / "LICENSE.txt"
    return b"/*!\n" + licence.read_bytes() + b"*/\n" + _undocumented(library)


def _undocumented(library: bytes) -> bytes:
    return b"\n".join(filter(None, DOCUMENTATION.sub(b"", library).splitlines())) + b"\n"


def vega_file() -> Path:
    """Return where the set-up leaves the Vega bundle of the installed version."""
    return OURS / "node_modules" / ".fokusbericht" / f"vega-{version_of(VL_CONVERT)}.js"


def make_vega() -> bytes:
    """Return Vega with all it needs to draw without `eval`; this takes seconds."""
    vl_convert = converter()

    bundle: str = vl_convert.javascript_bundle("window.vegaEmbed=vegaEmbed")
    return bundle.encode()


def _vega() -> bytes:
    file = vega_file()
    return file.read_bytes() if file.is_file() else make_vega()


def _colours(akzent: str, akzent_dunkel: str) -> str:
    # The county's colour, as the style sheet's two knobs.
    return (
        f":root{{--kreis-akzent:{akzent}}}"
        f"@media(prefers-color-scheme:dark){{:root{{--kreis-akzent:{akzent_dunkel}}}}}\n"
    )


def _coloured(icon: bytes, *colours: str) -> bytes:
    """Return our icon in the colours of a county; its own has its own."""
    for ours, colour in zip(OUR_COLOURS, colours, strict=True):
        icon = icon.replace(ours, colour.encode())
    return icon


def _hashed(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{sha256(content).hexdigest()[:10]}.{ending}"


def missing_assets(report: Report) -> str:
    """Return the name of a library that is not set up yet, or nothing."""
    lacking = [name for name in FOREIGN if name not in find_assets(report)]
    lacking += [path.parts[-4] for path in JOINED.values() if not path.is_file()]
    lacking += [FONTS.parent.name] if not FONTS.is_dir() else []
    return lacking[0] if lacking else ""


def plan(report: Report) -> Iterator[Output]:
    """Plan the assets."""
    for asset in find_assets(report).values():
        yield Output(asset.url[1:], asset.url, asset.make, Place("templates"))
