"""What a browser needs to keep the site: the worker at /sw.js, and a list of all files.

The list is made of all other files, so that readers load only what has changed since:

    {"fassung": "9f…", "dateien": [["kommunen/elmshorn/", 51234, 9876, "3b…", [12, 40]], …],
     "wichtig": [0, 17], "orte": [["Elmshorn", 81], …]}

Of each file it says address, bytes, bytes over the wire and print, of a page also what it shows, by
number. What nobody sees on a page, such as a table to take along, is not in it.
"""

import posixpath
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import NamedTuple

import orjson

from fokusbericht.building.assets import find_assets, part_of
from fokusbericht.building.output import NOBODY, Others, Output
from fokusbericht.exports.app import MANIFEST
from fokusbericht.model.report import Report
from fokusbericht.urls import REGISTER, path_of, url_of
from fokusbericht.words.app import NOTHING, PLACE, WORKER
from fokusbericht.words.german import alphabetical

WORKER_PATH = "sw.js"
LIST = "app/dateien.json"
OFFLINE = "/app/offline/"
TELLING = "meldung.js"  # shows what the worker has to say
ASSETS = (
    "stil.css",
    "trennung.js",
    "app.js",
    TELLING,
    "icon.svg",
)  # of the page that is shown instead
# Of no use without the server, or not to be read: pages for others' frames, what robots ask for.
LEFT_OUT = re.compile(r"einbetten/|\.well-known/|404\.html$|robots\.txt$|sw\.js$|favicon\.ico$")
ALWAYS = re.compile(r"suche/|app/|app\.webmanifest$")
ENDINGS = re.compile(r"\.(css|gif|html|jpg|js|json|png|svg|vtt|webmanifest|webp|woff2)$")
PACKED = re.compile(r"\.(css|html|js|json|svg|vtt|webmanifest)$")
SHOWN = re.compile(rb'\s(?:src|srcset|poster|data-[a-z-]+)="([^"]+)"|<link\s[^>]*?href="([^"]+)"')
# What the worker puts into pages, with what it fills in.
MARKUP = {
    "notice": (
        '<div class="leiste-hinweis" id="stand-hinweis" role="status"><p class="weite">{text}</p>'
        "</div>"
    ),
    "item": '<li><a href="{url}">{title}</a></li>',
    "list": '<ul class="liste">{items}</ul>',
    "empty": f"<p>{NOTHING}</p>",
}
HEAD = 18  # bytes around what is packed


class TakenFile(NamedTuple):
    """A file as the list tells it: what of a page is `shown` with it are paths."""

    size: int
    packed: int
    digest: str
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SmallSet:
    """What readers may take along by itself, as addresses: what is telling, and each place."""

    telling: tuple[str, ...]
    places: tuple[tuple[str, str], ...]


def plan_offline(report: Report) -> Iterator[Output]:
    """Plan the worker and its list; without an app a worker that takes leave."""
    place = report.kreis.place
    if report.kreis.app is None:
        farewell = part_of(report.root, "app/farewell.js")
        yield Output(WORKER_PATH, farewell.decode(), partial(bytes, farewell), place)
        return
    choice = _choice(report)
    listing = partial(make_list, choice)
    yield Output(LIST, choice, partial(listing, NOBODY), place, closing=listing)
    assets = find_assets(report)
    start = [OFFLINE[1:], *(assets[name].url[1:] for name in ASSETS), MANIFEST]
    worker = part_of(report.root, "app/worker.js").decode()
    given = {
        "words": WORKER,
        "start": start,
        "page": OFFLINE[1:],
        "telling": assets[TELLING].url[1:],
        "place": f"<p>{PLACE}</p>",
        **MARKUP,
        "site": f" – {report.kreis.titel} {report.kreis.name}",  # behind the title of each page
    }
    make = partial(_worker, given, worker)
    yield Output(WORKER_PATH, (given, worker), partial(make, NOBODY), place, closing=make)


def _choice(report: Report) -> SmallSet:
    points = [point.ziel for point in report.kreis.menu_points()]
    fields = [url_of(report, one.key) for one in report.handlungsfelder.values()]
    more = ["/", "/app/", "/suche/", REGISTER]
    telling = {one.partition("#")[0] for one in (*more, *points, *fields) if one.startswith("/")}
    places = sorted(report.geografie.kommunen.values(), key=lambda one: alphabetical(one.name))
    return SmallSet(
        tuple(sorted(telling)), tuple((one.name, url_of(report, one.key)) for one in places)
    )


def make_list(choice: SmallSet, others: Others) -> bytes:
    """Return the list of all that can be taken along."""
    paths = frozenset(others.paths)
    before = _read_list(others.last(LIST))
    files = {
        path: before[path]
        if path in before and path in others.same
        else _kept(path, others.read(path), paths)
        for path in others.paths
        if ENDINGS.search(path) and not LEFT_OUT.match(path)
    }
    seen = {one for file in files.values() for one in file.shown}
    listed = [one for one in files if one in seen or one.endswith(".html") or ALWAYS.match(one)]
    numbers = {path: number for number, path in enumerate(listed)}
    rows = [_row(path, files[path], numbers) for path in listed]
    telling = (numbers.get(path_of(url)) for url in choice.telling)
    places = ([name, numbers.get(path_of(url))] for name, url in choice.places)
    found = {
        "dateien": rows,
        "wichtig": [number for number in telling if number is not None],
        "orte": [one for one in places if one[1] is not None],
    }
    version = sha256(orjson.dumps(found)).hexdigest()[:12]
    return orjson.dumps({"fassung": version, **found})


def _row(path: str, file: TakenFile, numbers: Mapping[str, int]) -> list[object]:
    row: list[object] = [_address(path), file.size, file.packed, file.digest]
    shown = [numbers[one] for one in file.shown if one in numbers]
    return [*row, shown] if path.endswith(".html") else row


def _address(path: str) -> str:
    is_page = path == "index.html" or path.endswith("/index.html")
    return path.removesuffix("index.html") if is_page else path


def _read_list(data: bytes) -> dict[str, TakenFile]:
    """Return what the last list told of its files; nothing where there is none."""
    try:
        rows = orjson.loads(data)["dateien"] if data else []
        paths = [path_of(f"/{row[0]}") for row in rows]
        return {
            path: TakenFile(
                row[1], row[2], row[3], tuple(paths[one] for one in (row[4:] or [()])[0])
            )
            for path, row in zip(paths, rows, strict=True)
        }
    except (ValueError, KeyError, IndexError, TypeError):  # of another version
        return {}


def _kept(path: str, data: bytes, paths: frozenset[str]) -> TakenFile:
    over_wire = len(zlib.compress(data, 1)) + HEAD if PACKED.search(path) else len(data)
    shown = tuple(sorted(_shown(path, data, paths))) if path.endswith(".html") else ()
    return TakenFile(len(data), over_wire, sha256(data).hexdigest()[:16], shown)


def _shown(path: str, data: bytes, paths: frozenset[str]) -> set[str]:
    """Return the files that a page loads, also later."""
    folder = posixpath.dirname(path)
    found = set()
    for match in SHOWN.finditer(data):
        for one in _addresses((match[1] or match[2]).decode()):
            target = posixpath.normpath(posixpath.join(folder, one))
            if target in paths and ENDINGS.search(target):
                found.add(target)
    return found


def _addresses(value: str) -> Iterable[str]:
    """Return the addresses in an attribute: one, or those of a srcset."""
    for choice in value.split(", "):
        yield choice.split(" ")[0].split("?")[0].split("#")[0]


def _worker(given: Mapping[str, object], worker: str, others: Others) -> bytes:
    listed = others.read(LIST)
    version = orjson.loads(listed)["fassung"] if listed else ""
    told = orjson.dumps({"version": version, **given}).decode()
    return f"const given = {told};\n{worker}".encode()
