"""The whole site as a ZIP that opens from a folder, without server and without network.

Links lead to the page of a folder by its name, and what scripts would fetch lies there as a script.
Browsers check no sums of files in a folder, so there are none; all else is as it is on the server.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import orjson

from fokusbericht.building.assets import part_of
from fokusbericht.model.kreis import Kreis
from fokusbericht.model.report import Report
from fokusbericht.words.app import read_me

MARK = b"fokusbericht"  # at the end of each ZIP of ours
SCRIPT, READ_ME = "assets/paket.js", "LIESMICH.txt"
START = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP knows
READABLE = 0o100644 << 16
UNIX = 3
# Of no use without a server.
LEFT_OUT = re.compile(
    r"(?:\.well-known/|sw\.js$|app\.webmanifest$|app/dateien\.json$|app/symbol-|_"
    r"|favicon\.ico$|404\.html$|robots\.txt$|sitemap\.xml$)"
)
STORED = re.compile(r"\.(png|jpg|webp|mp4|webm|docx|xlsx|epub|pdf|woff2)$")
SUMS = re.compile(r' integrity="[^"]*"')
LATER_SUMS = re.compile(r'(data-integrity=)"[^"]*"')
UNASKED = re.compile(
    r'<link rel="(?:manifest|apple-touch-icon|preload)"[^>]*>\n?'
    r'|<script src="[^"]*assets/app\.[0-9a-f]+\.js"[^>]*></script>\n?'
)
LEADING = re.compile(r'(\s(?:href|action|data-everything)="|content="0; url=)([^"#?]*)([^"]*)(?=")')
FETCHED = re.compile(r'data-(?:figures|geometry|interactive)="([^"]+)"')
OTHER_PAGES = re.compile(r"<a [^>]*data-seite[^>]*>")
HREF = re.compile(r'href="([^"#?]+)')
HEAD = '<meta name="color-scheme"'

Read = Callable[[str], bytes]


def name_of(kreis: Kreis) -> str:
    """Return what the ZIP of a county is called, without its ending."""
    return f"fokusbericht-{kreis.schluessel}"


def is_bundle(data: bytes) -> bool:
    """Say whether a file is a ZIP of ours."""
    return data.startswith(b"PK") and data.endswith(MARK)


def make_bundle(report: Report, paths: Iterable[str], read: Read) -> bytes:
    """Return the ZIP of a built site; same files, same bytes."""
    folder, target = name_of(report.kreis), BytesIO()
    with ZipFile(target, "w") as archive:
        archive.comment = MARK
        for path, data in bundled(report, paths, read):
            archive.writestr(_entry(f"{folder}/{path}"), data, compresslevel=6)
    return target.getvalue()


def bundled(report: Report, paths: Iterable[str], read: Read) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the ZIP, each with its path, in the order of their names."""
    there = [path for path in paths if not LEFT_OUT.match(path)]
    pages = {path: read(path).decode() for path in there if path.endswith(".html")}
    fetched = {one for path, page in pages.items() for one in _fetched(path, page)}
    scripts = {f"{path}.js": path for path in there if path in fetched}
    plain = {path: path for path in there if path in pages or path not in fetched}
    for path in sorted([SCRIPT, READ_ME, *scripts, *plain]):
        if path == SCRIPT:
            yield path, part_of(report.root, "app/paket.js")
        elif path == READ_ME:
            yield path, read_me(report.kreis).replace("\n", "\r\n").encode("utf-8-sig")
        else:
            source = scripts.get(path, path)
            page = pages.get(source)
            data = _page(source, page).encode() if page is not None else read(source)
            yield path, _as_script(data) if path in scripts else data


def _entry(path: str) -> ZipInfo:
    entry = ZipInfo(path, START)
    entry.external_attr, entry.create_system = READABLE, UNIX
    entry.compress_type = ZIP_STORED if STORED.search(path) else ZIP_DEFLATED
    return entry


def _fetched(path: str, page: str) -> set[str]:
    """Return the files that the scripts of a page fetch."""
    addresses = [match[1] for match in FETCHED.finditer(page)]
    links = (HREF.search(link) for link in OTHER_PAGES.findall(page))
    addresses += [_leading(link[1]) for link in links if link]
    folder = posixpath.dirname(path)
    return {posixpath.normpath(posixpath.join(folder, one)) for one in addresses}


def _as_script(data: bytes) -> bytes:
    return b"fokusPaket(" + orjson.dumps(data.decode()) + b");\n"


def _page(path: str, page: str) -> str:
    """Return a page as it is read from a folder."""
    page = LATER_SUMS.sub(r'\1""', SUMS.sub("", UNASKED.sub("", page)))
    page = LEADING.sub(lambda match: f"{match[1]}{_leading(match[2])}{match[3]}", page)
    if "<script " not in page:
        return page
    way = posixpath.relpath(SCRIPT, posixpath.dirname(path) or ".")
    return page.replace(HEAD, f'<script src="{way}" defer></script>\n{HEAD}', 1)


def _leading(address: str) -> str:
    """Return an address that leads to a page by its name.

    >>> [_leading(one) for one in ("../wohnen/", "..", ".", "", "karte.svg", "https://a.example/")]
    ['../wohnen/index.html', '../index.html', './index.html', '', 'karte.svg', 'https://a.example/']
    """
    if ":" in address or not address:
        return address
    if address.endswith("/"):
        return f"{address}index.html"
    return f"{address}/index.html" if address.rpartition("/")[2] in (".", "..") else address
