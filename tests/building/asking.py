"""A site with a file of each kind, and how a server is asked for them."""

import socket
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

from fokusbericht.exports.redirects import server_files

# Where former addresses lead: a page, a feed, part of a page at an address longer than most.
MOVES = {
    "/alt/": "/einbetten/leerstand/",
    "/alt/feed.xml": "/aktuelles/feed.xml",
    f"/handlungsempfehlungen/{'sehr-' * 20}lang/": "/einbetten/leerstand/#methode",
}
# A file of each kind: its address, and what it may be called.
FILES = {
    "/": ("text/html",),
    "/404.html": ("text/html",),
    "/einbetten/leerstand/": ("text/html",),
    "/assets/stil.0123456789.css": ("text/css",),
    "/assets/filter.0123456789.js": ("text/javascript", "application/javascript"),
    "/sozialbericht/leerstand/daten.csv": ("text/csv",),
    "/api/v1/indikatoren/leerstand.json": ("application/json",),
    "/sozialbericht/leerstand/karte.svg": ("image/svg+xml",),
    "/sozialbericht/leerstand/karte.png": ("image/png",),
    "/daten/kommunen.geojson": ("application/geo+json",),
    "/daten/katalog.ttl": ("text/turtle",),
    "/daten/katalog.jsonld": ("application/ld+json",),
    "/termine/termine.ics": ("text/calendar",),
    "/aktuelles/feed.xml": ("text/xml", "application/xml"),
    "/film.vtt": ("text/vtt",),
    "/.well-known/security.txt": ("text/plain",),
}


def site_in(folder: Path) -> Path:
    """Make a site with a file of each kind."""
    site = folder / "site"
    for address in FILES:
        path = site / (f"{address}index.html" if address.endswith("/") else address).lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Gibt es nicht" if path.name == "404.html" else f"Hier ist {address}")
    for name, text in server_files(MOVES.items()).items():
        (site / name).write_text(text, encoding="utf-8")
    return site


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def asked(
    port: int, path: str, host: str = "", method: str = "GET"
) -> tuple[int, HTTPMessage, str]:
    """Ask a server; return status, headers and text."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={"Host": host or f"127.0.0.1:{port}"})
    answer = connection.getresponse()
    found = answer.status, answer.headers, answer.read().decode(errors="replace")
    connection.close()
    return found
