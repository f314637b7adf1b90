"""Lighthouse on the main pages: `python tests/bench/lighthouse.py <site> [path of lighthouse]`.

Serves the site packed (gzip), as a public server does, and prints for each page the scores for
performance and accessibility, first and largest paint, layout shift and what came over the wire.
Lighthouse is asked for by its path or found as `lighthouse`; nothing is asserted.
"""

import functools
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PAGES = ("/", "/sozialbericht/", "/sozialbericht/eigentuemerquote/", "/kommunen/elmshorn/")
FLAGS = "--headless=new --no-sandbox"
PACKED = {".html", ".css", ".js", ".json", ".svg", ".csv", ".xml"}


class Packing(SimpleHTTPRequestHandler):
    """Serves files packed, and those with a hash in their name to be kept."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in PACKED:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        if len(path.name.split(".")) > 2:
            self.send_header("Cache-Control", "max-age=31536000, immutable")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


def audit(lighthouse: str, url: str, preset: str) -> dict[str, float]:
    """Return what Lighthouse says of a page, on its slow phone or on a desktop."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        command = [lighthouse, url, "--quiet", "--output=json", f"--output-path={out}"]
        command += ["--only-categories=performance,accessibility", f"--chrome-flags={FLAGS}"]
        command += ["--preset=desktop"] if preset == "desktop" else []
        chromium = shutil.which("chromium") or ""
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": chromium})
        found = json.loads(out.read_text(encoding="utf-8"))
    audits = found["audits"]
    return {
        "performance": found["categories"]["performance"]["score"] * 100,
        "accessibility": found["categories"]["accessibility"]["score"] * 100,
        "first paint s": audits["first-contentful-paint"]["numericValue"] / 1000,
        "largest paint s": audits["largest-contentful-paint"]["numericValue"] / 1000,
        "blocked ms": audits["total-blocking-time"]["numericValue"],
        "shift": audits["cumulative-layout-shift"]["numericValue"],
        "KB": audits["total-byte-weight"]["numericValue"] / 1024,
    }


def main() -> None:
    """Print one line a page."""
    site, lighthouse = sys.argv[1], (sys.argv[2:] or ["lighthouse"])[0]
    handler = functools.partial(Packing, directory=site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for preset in ("phone", "desktop"):
        for path in PAGES:
            found = audit(lighthouse, f"http://127.0.0.1:{server.server_port}{path}", preset)
            told = " · ".join(f"{name} {value:.3g}" for name, value in found.items())
            print(f"{preset:8} {path:36} {told}", flush=True)
    server.shutdown()


if __name__ == "__main__":
    main()
