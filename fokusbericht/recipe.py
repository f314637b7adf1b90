"""Program, templates and libraries as one fingerprint: when it changes, all is made anew."""

import platform
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from fokusbericht.assets import OURS, template_folders
from fokusbericht.model import Report


def recipe_of(report: Report) -> str:
    """Return the fingerprint of everything that shapes pages but is no ingredient of one."""
    digest = blake2b(platform.python_version().encode(), digest_size=12)
    for path in _files(report):
        digest.update(str(path).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(report: Report) -> Iterator[Path]:
    yield from sorted((OURS / "fokusbericht").rglob("*.py"))
    for folder in template_folders(report.root):
        yield from sorted(path for path in folder.rglob("*.*") if path.is_file())
    for path in (OURS / "constraints.txt", OURS / "package-lock.json"):
        if path.is_file():
            yield path
    # Menus, colours and the notice are on every page, the shapes of the Kommunen on most.
    for name in ("content/kreis.yml", "geo/raeume.yml", "geo/kommunen.geojson"):
        yield Path(report.root) / name
