"""A server to look at the site with: for this machine alone, with the headers of a public one.

It listens on 127.0.0.1 and answers only who asks for that name, so that no website a browser has
open can reach it under a name of its own (DNS rebinding).
"""

import functools
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from fokusbericht.headers import headers_for
from fokusbericht.recipe import traces_of

PAUSE = 0.2  # seconds between two looks at the files
HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
REFUSAL = "Diese Vorschau antwortet nur unter http://127.0.0.1 und http://localhost.\n"
TYPES = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".vtt": "text/vtt",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}


class Handler(SimpleHTTPRequestHandler):
    """Serves a site as a public server should."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Begin the answer; a stranger's name is refused before any file is looked at."""
        if self._is_asked_by_name():
            return super().send_head()
        self.send_response(HTTPStatus.MISDIRECTED_REQUEST)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(REFUSAL.encode())))
        self.end_headers()
        return io.BytesIO(REFUSAL.encode())

    def _is_asked_by_name(self) -> bool:
        port = self.connection.getsockname()[1]
        asked = self.headers.get_all("Host", [])
        return len(asked) == 1 and asked[0].lower() in {f"{name}:{port}" for name in NAMES}

    def list_directory(self, path: object) -> None:
        """Answer like a public server: folders without a page are no address."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def guess_type(self, path: object) -> str:
        """Return the type of a file, with its letters."""
        kind = super().guess_type(path)  # type: ignore[arg-type]
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def end_headers(self) -> None:
        """Send the headers of a public server with every answer."""
        path = unquote(urlsplit(getattr(self, "path", "/")).path)
        for name, value in headers_for(path).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: who looks at pages needs no list of files."""


@contextmanager
def serving(site: Path, port: int) -> Iterator[str]:
    """Serve a folder beside what else is done; yield the address. Port 0 is any free one."""
    handler = functools.partial(Handler, directory=str(site))
    with ThreadingHTTPServer((HOST, port), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_port}"
        server.shutdown()


def changes(root: Path) -> Iterator[None]:
    """Yield whenever a file has changed, since this call, from which the site is made."""
    return _changes(root, traces_of(root))


def _changes(root: Path, before: Mapping[Path, tuple[int, int]]) -> Iterator[None]:
    while True:
        sleep(PAUSE)
        now = traces_of(root)
        if now != before:
            before = now
            yield
