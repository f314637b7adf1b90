"""How large each file of open data is, and its checksum; from these follows the version.

/daten/pruefsummen.json for programs: {"daten/verlauf.csv": {"bytes": 3476, "sha256": "9f…"}, …};
/daten/pruefsummen.txt as `sha256sum --check` reads it, from the root of the site.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

import orjson

from fokusbericht.building.output import Listed
from fokusbericht.model.report import Report
from fokusbericht.urls import address_of

SUMS = "daten/pruefsummen.json"
LIST = "daten/pruefsummen.txt"


@dataclass(frozen=True, slots=True)
class Checksum:
    """What is known of a file besides its content."""

    size: int
    sha256: str


def files(listed: Listed) -> tuple[str, ...]:
    """Return the paths of all files of open data; feeds are no data that one would check."""
    return tuple(sorted(one.url[1:] for one in listed.offers if one.section != "feeds"))


def sums_alone(listed: Listed) -> bytes:
    """Return size and checksum of each file where there is no site yet."""
    return sums_json({path: listed.contents[path] for path in files(listed)})


def sums_json(parts: Mapping[str, bytes]) -> bytes:
    """Return size and checksum of each file."""
    found = {path: _sum(content) for path, content in sorted(parts.items())}
    return orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _sum(content: bytes) -> Mapping[str, object]:
    return {"bytes": len(content), "sha256": sha256(content).hexdigest()}


def read_sums(parts: Mapping[str, bytes]) -> Mapping[str, Checksum]:
    """Return what `sums_json` told, by path."""
    told = orjson.loads(parts[SUMS])
    return {path: Checksum(one["bytes"], one["sha256"]) for path, one in told.items()}


def sums_text(parts: Mapping[str, bytes]) -> bytes:
    """Return the checksums as a list that `sha256sum --check` reads."""
    return "".join(f"{one.sha256}  {path}\n" for path, one in read_sums(parts).items()).encode()


def version_of(report: Report, sums: Mapping[str, Checksum]) -> str:
    """Return a name for this state of all figures: the key date, and what their tables hold.

    Equal tables have an equal name on any machine: "2026-11-01.3f9a2c1b".
    """
    tables = (sums[path].sha256 for path in figure_tables(report) if path in sums)
    return f"{report.kreis.stichtag.isoformat()}.{sha256(''.join(tables).encode()).hexdigest()[:8]}"


def figure_tables(report: Report) -> Iterable[str]:
    """Return the paths of the tables that hold all figures; examples count nowhere."""
    real = sorted(name for name, one in report.indikatoren.items() if not one.beispiel)
    return [f"{address_of(report.indikatoren[name].key)[1:]}daten.csv" for name in real]
