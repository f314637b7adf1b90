"""A server to look at the site with: for this machine alone, with the headers of a public one.

It listens on 127.0.0.1 and answers only who asks for that name, so that no website a browser has
open can reach it under a name of its own (DNS rebinding).
"""

import functools
import os
import re
import socket
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import BoundedSemaphore, Thread, Timer
from time import sleep
from typing import BinaryIO
from urllib.parse import quote, unquote, unquote_to_bytes

from fokusbericht.building.headers import headers_for
from fokusbericht.building.recipe import traces_of

PAUSE = 0.04  # seconds between two looks at the files
GLANCE = 0.05  # seconds between two looks whether it is to end
PATIENCE = 20.0  # seconds for a question to be asked, and for each part of an answer to be taken
WAIT = 3.0  # seconds until somebody else has finished
MOST_AT_ONCE = 16
PIECE = 65_536  # bytes
HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
REFUSAL = "Diese Vorschau antwortet nur unter http://127.0.0.1 und http://localhost.\n"
BUSY = "Die Vorschau ist gerade beschäftigt. Bitte neu laden.\n"
WORDS = {
    HTTPStatus.NOT_FOUND: "Diese Seite gibt es nicht.",
    HTTPStatus.REQUEST_URI_TOO_LONG: "Diese Adresse ist zu lang.",
    HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE: "Diesen Teil der Datei gibt es nicht.",
    HTTPStatus.NOT_IMPLEMENTED: "Diese Vorschau zeigt nur Seiten.",
}
TYPES = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".gpkg": "application/geopackage+sqlite3",
    ".epub": "application/epub+zip",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".sqlite": "application/vnd.sqlite3",
    ".svg": "image/svg+xml",
    ".topojson": "application/topo+json",
    ".ttl": "text/turtle",
    ".vtt": "text/vtt",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
# No name of ours has these; another system might read them as parts of a path.
STRANGE = re.compile(r"[\x00-\x1f\x7f\\:]")


class Handler(BaseHTTPRequestHandler):
    """Serves a site as a public server should."""

    timeout = PATIENCE

    def __init__(self, *args: object, directory: str) -> None:
        self.directory = Path(directory)
        super().__init__(*args)  # type: ignore[arg-type]

    def setup(self) -> None:
        """Begin to listen; who is too slow to ask is not waited for."""
        super().setup()
        self.alarm = Timer(PATIENCE, self._hang_up)
        self.alarm.daemon = True
        self.alarm.start()

    def finish(self) -> None:
        """End the conversation, also when nobody has said a word."""
        self.alarm.cancel()
        super().finish()

    def _hang_up(self) -> None:
        with suppress(OSError):  # it is over already
            self.connection.shutdown(socket.SHUT_RDWR)

    def do_GET(self) -> None:
        """Answer with a file, or with a part of it."""
        self.alarm.cancel()
        if not self._is_asked_by_name():
            self._say(HTTPStatus.MISDIRECTED_REQUEST, REFUSAL)
            return
        path = self._address()
        found = find_file(self.directory, path)
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif found.name == "index.html" and unquote(path).rpartition("/")[2] == found.parent.name:
            self._lead_on(path)
        else:
            self._send(found)

    do_HEAD = do_GET

    def _address(self) -> str:
        """Return what is asked for, without a question behind it."""
        return re.split("[?#]", getattr(self, "path", "/"), maxsplit=1)[0]

    def _is_asked_by_name(self) -> bool:
        port = self.connection.getsockname()[1]
        asked = self.headers.get_all("Host", [])
        return len(asked) == 1 and asked[0].lower() in {f"{name}:{port}" for name in NAMES}

    def _lead_on(self, path: str) -> None:
        """Lead to the folder of a page, whose links need the stroke at its end."""
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", f"/{quote(path.strip('/'), safe='/%')}/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, file: Path) -> None:
        try:
            stream = file.open("rb")
        except OSError:  # gone with the last swap
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        with stream:
            size = os.fstat(stream.fileno()).st_size
            first, last = _part(self.headers.get("Range", ""), size)
            if first > last and size:
                self.send_error(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                return
            is_part = (first, last) != (0, size - 1)
            self.send_response(HTTPStatus.PARTIAL_CONTENT if is_part else HTTPStatus.OK)
            self.send_header("Content-Type", self._type_of(file))
            self.send_header("Content-Length", str(last - first + 1))
            self.send_header("Accept-Ranges", "bytes")
            if is_part:
                self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
            self.end_headers()
            if self.command != "HEAD":
                self._pour(stream, first, last)

    def _pour(self, stream: BinaryIO, first: int, last: int) -> None:
        stream.seek(first)
        left = last - first + 1
        while left > 0 and (piece := stream.read(min(PIECE, left))):
            self.wfile.write(piece)
            left -= len(piece)

    def _type_of(self, file: Path) -> str:
        kind = TYPES.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the site's own page, all else with a sentence."""
        page = self.directory / "404.html"
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self._say(code, page.read_text(encoding="utf-8"), "text/html")
            return
        words = WORDS.get(HTTPStatus(code), "Diese Anfrage ist nicht verständlich.")
        self._say(code, f"{words}\n")

    def _say(self, code: int, text: str, kind: str = "text/plain") -> None:
        self.close_connection = True
        if self.request_version == "HTTP/0.9":  # so is called what could not be read
            self.request_version = self.protocol_version
        content = text.encode()
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        """Send the headers of a public server with every answer."""
        path = unquote_to_bytes(self._address()).decode(errors="replace")
        for name, value in headers_for(path).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: who looks at pages needs no list of files."""


def find_file(site: Path, path: str) -> Path | None:
    """Return the file at an address, None if there is none; links out of the site are none."""
    try:
        name = unquote_to_bytes(path).decode()
        parts = [part for part in name.split("/") if part not in ("", ".")]
        if not name.startswith("/") or ".." in parts or STRANGE.search(name):
            return None
        root = site.resolve()
        file = root.joinpath(*parts)
        file = (file / "index.html" if name.endswith("/") or file.is_dir() else file).resolve()
        return file if file.is_relative_to(root) and file.is_file() else None
    except (OSError, ValueError, RuntimeError):  # no UTF-8, too long, a link to itself
        return None


def _part(wanted: str, size: int) -> tuple[int, int]:
    """Return the first and the last byte that are asked for; all if that is not understood.

    >>> [_part(one, 100) for one in ("bytes=10-19", "bytes=90-", "bytes=-5", "", "bytes=200-")]
    [(10, 19), (90, 99), (95, 99), (0, 99), (200, 99)]
    """
    match = RANGE.fullmatch(wanted.strip())
    if not match or match.groups() == ("", ""):
        return 0, size - 1
    if not match[1]:
        return max(0, size - int(match[2])), size - 1
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    first = int(match[1])
    return (0, size - 1) if match[2] and int(match[2]) < first else (first, last)


class Server(ThreadingHTTPServer):
    """A server that talks to some at once, lets others wait a while, and never says a word."""

    request_queue_size = 64
    daemon_threads = True

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.places = BoundedSemaphore(MOST_AT_ONCE)
        self.wait = WAIT

    def process_request(self, request: object, client_address: object) -> None:
        """Give a conversation its thread, when there is one.

        Once somebody has waited in vain, nobody else does, until a place is free again: all wait
        in one line.
        """
        is_free = self.places.acquire(timeout=self.wait)
        self.wait = WAIT if is_free else 0
        if is_free:
            super().process_request(request, client_address)  # type: ignore[arg-type]
            return
        assert isinstance(request, socket.socket)
        with suppress(OSError):
            request.settimeout(1)
            request.sendall(
                b"HTTP/1.0 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\n"
                b"Retry-After: 3\r\nX-Content-Type-Options: nosniff\r\n\r\n" + BUSY.encode()
            )
        self.shutdown_request(request)

    def process_request_thread(self, request: object, client_address: object) -> None:
        """Talk, and give the place free."""
        try:
            super().process_request_thread(request, client_address)  # type: ignore[arg-type]
        finally:
            self.places.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent: whoever hung up needs no answer, and an editor no list of calls."""


@contextmanager
def serving(site: Path, port: int) -> Iterator[str]:
    """Serve a folder beside what else is done; yield the address. Port 0 is any free one."""
    handler = functools.partial(Handler, directory=str(site))
    with Server((HOST, port), handler) as server:
        Thread(target=server.serve_forever, args=(GLANCE,), daemon=True).start()
        yield f"http://{HOST}:{server.server_port}"
        server.shutdown()


def changes(root: Path) -> Iterator[None]:
    """Yield whenever a file has changed, since this call, from which the site is made."""
    return _changes(root, traces_of(root))


def _changes(root: Path, before: Mapping[Path, tuple[int, int]]) -> Iterator[None]:
    while True:
        # To look at what is known takes a tenth of the time of looking for what is new; and that
        # leaves its mark on the folder.
        known = _stamps([root, *before, *{path.parent for path in before}])
        now = traces_of(root)
        if now != before:
            before = now
            yield
        else:
            while known == _stamps(known):
                sleep(PAUSE)


def _stamps(paths: Iterable[str | Path]) -> dict[str, tuple[int, int]]:
    """Return when files and folders were changed, and their sizes."""
    found = {}
    for path in map(str, paths):
        with suppress(OSError):
            status = os.lstat(path)
            found[path] = (status.st_mtime_ns, status.st_size)
    return found
