"""How builds grow with a county: `python tests/bench/growth.py empfehlungen 1000 10000`.

The axes are `empfehlungen`, `kommunen` and `indikatoren`; the numbers are how many there are. A
county of that size is made up and built from nothing, with one word changed, and with nothing
changed, each as a process of its own. Told are the seconds of all processors and the most memory of
one process; then by which power of its size a build from nothing grows. Where `hugo` is found (or
named by HUGO), it makes a page of each text, too.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from math import ceil, log, sqrt
from pathlib import Path
from random import Random
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parents[2]
SMALL = REPOSITORY / "tests" / "sites" / "klein" / "in"
TEXTS = "content/handlungsempfehlungen"
LAST_YEAR, YEARS, MOST = 2025, 12, 90  # of a year there can be 99
FELDER = 10
WORDS = (
    *("Menschen", "Kreis", "Wohnung", "Gemeinde", "Angebot", "Beratung", "Familie", "Arbeit"),
    *("Schule", "Weg", "Haus", "Zeit", "Hilfe", "brauchen", "finden", "kennen", "nutzen", "planen"),
    *("zeigen", "bauen", "und", "oder", "aber", "weil", "wenn", "nicht", "mehr", "oft", "gut"),
    *("neu", "klein", "nah", "gemeinsam", "heute", "morgen", "vor", "Ort", "im", "Quartier"),
)
OPEN = "ergebnis: vertagt, text: Der Kreistag vertagt."
TAKEN = "ergebnis: beschlossen, text: Der Kreistag beschließt."
HUGO_LIST = "{{ range .Pages }}<p><a href='{{ .RelPermalink }}'>{{ .Title }}</a></p>{{ end }}"
HUGO_CONFIG = """
baseURL = "https://muster.example/"
title = "Fokusbericht"
[taxonomies]
handlungsfeld = "handlungsfelder"
jahrgang = "jahrgaenge"
"""


class Cost(NamedTuple):
    """What a process used: seconds of all processors, megabytes."""

    seconds: float
    memory: float


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command; return what it used, with all that it started."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    told = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(told[-2000:])
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


# --- Counties of any size -----------------------------------------------------------------------


def with_recommendations(root: Path, count: int) -> None:
    """Give a county so many recommendations in ten fields; a third are open."""
    chance = Random(1)
    feld = (root / "content/handlungsfelder/wohnen.md").read_text(encoding="utf-8")
    for number in range(FELDER):
        text = feld.replace("titel: Wohnen", f"titel: Feld {number}")
        path = root / f"content/handlungsfelder/feld-{number}.md"
        path.write_text(text.replace("reihenfolge: 1", f"reihenfolge: {number + 2}"), "utf-8")
    group = root / "content/fokusgruppen/wohnraum.md"
    group.write_text(group.read_text(encoding="utf-8").replace("seit: 2020", "seit: 1900"), "utf-8")
    years = max(YEARS, ceil(count / MOST))
    first = LAST_YEAR - years + 1
    for number in range(count):
        year, place = first + number % years, number // years + 2
        earlier = (
            f"vorgaenger: [{year - 1}-{place:02}]\n" if year > first and not number % 5 else ""
        )
        path = root / TEXTS / f"{year}-{place:02}-empfehlung.md"
        path.write_text(
            f"---\ntitel: Empfehlung {number}\njahr: {year}\nart: handlungsempfehlung\n"
            f"kurz: Der Kreis tut etwas, das {number}. seiner Art.\ngeaendert: 2026-01-10\n"
            f"fokusgruppen: [wohnraum]\nhandlungsfelder: [feld-{number % FELDER}]\n"
            f"zielgruppen: [familien]\nraeume: [raum:kreis]\n{earlier}steuerungsrelevanz: hoch\n"
            f"einschaetzung:\n  datum: {year}-05\n  begruendung: Der Kreis kann handeln.\n"
            f"verlauf:\n  - {{datum: {year}-02, schritt: vorgeschlagen, text: Vorgeschlagen.}}\n"
            f"  - {{datum: {year}-09-15, schritt: kreistag, {TAKEN if number % 3 else OPEN}}}\n"
            f"---\n\n## Ausgangslage\n\n{_paragraphs(chance)}\n\nMehr unter [[wohnen]].\n",
            encoding="utf-8",
        )


def with_kommunen(root: Path, count: int) -> None:
    """Give a county so many Kommunen in seven rooms, in squares: 999, as official keys allow."""
    side = ceil(sqrt(count))
    keys = [f"01099{number + 1:03}" for number in range(count)]
    places = [(number % side, number // side) for number in range(count)]
    step = 0.5 / side
    rooms = [f"raum-{number}" for number in range(7)]
    of_room = {
        room: [ags for at, ags in enumerate(keys) if at % 7 == place]
        for place, room in enumerate(rooms)
    }
    features = []
    for ags, (x, y) in zip(keys, places, strict=True):
        left, low = 9.4 + x * step, 53.4 + y * step
        ring = [
            [left, low],
            [left + step, low],
            [left + step, low + step],
            [left, low + step],
            [left, low],
        ]
        features.append(
            {
                "type": "Feature",
                "properties": {"ags": ags, "name": f"Ort {ags}"},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    (root / "geo/kommunen.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8"
    )
    lines = [
        'kreis: {schluessel: "01099", name: Musterkreis}',
        "kartenquelle: Musterkarte, erdacht",
        "betrachtungsraeume:",
        *(
            f"  - {{schluessel: {room}, name: Raum {room[-1]}, kurz: Ein Raum., "
            f'zentren: ["{members[0]}"]}}'
            for room, members in of_room.items()
        ),
        "kommunen:",
        *(
            f'  - {{ags: "{ags}", name: Ort {ags}, schluessel: ort-{ags}, art: Gemeinde, '
            f"flaeche_km2: 5, "
            f"lon: {9.4 + (x + 0.5) * step:.5f}, lat: {53.4 + (y + 0.5) * step:.5f}}}"
            for ags, (x, y) in zip(keys, places, strict=True)
        ),
        "fassungen:",
        '  - schluessel: "2020"',
        "    titel: Erste Fassung",
        "    seit: 2020-01-01",
        "    verfahren: nach Gravitationsmodell, nicht amtlich",
        "    erlaeuterung: Erdacht.",
        f"    zuordnung: {json.dumps(of_room)}",
    ]
    (root / "geo/raeume.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for table in sorted((root / "indicators").rglob("*.csv")):
        table.write_text(_table(table.read_text(encoding="utf-8"), keys), encoding="utf-8")


def with_indicators(root: Path, count: int) -> None:
    """Give a county of 49 Kommunen so many indicators."""
    with_kommunen(root, 49)
    folder = root / "indicators/wohnen"
    about = (folder / "leerstand.yml").read_text(encoding="utf-8")
    table = (folder / "leerstand.csv").read_text(encoding="utf-8").splitlines()
    for number in range(count):
        named = about.replace("titel: Leerstand", f"titel: Anteil {number}")
        (folder / f"anteil-{number}.yml").write_text(named, encoding="utf-8")
        chance = Random(number)
        rows = [
            f"{row.split(';')[0]};{row.split(';')[1]};{chance.randrange(30, 60)};500"
            for row in table[1:]
        ]
        (folder / f"anteil-{number}.csv").write_text("\n".join([table[0], *rows]) + "\n", "utf-8")


def _without_mentions(text: str) -> str:
    kept = (line for line in text.split("\n") if "2021-01" not in line)
    return "\n".join(kept)


def _paragraphs(chance: Random) -> str:
    return "\n\n".join(" ".join(islice(_words(chance), 60)).capitalize() + "." for _ in range(4))


def _words(chance: Random) -> Iterator[str]:
    while True:
        yield chance.choice(WORDS)


def _table(text: str, keys: Sequence[str]) -> str:
    head = text.splitlines()[0]
    chance = Random(head)
    width = head.count(";") - 1
    rows = [
        f"{ags};{year};" + ";".join(str(value) for value in (chance.randrange(30, 90), 500)[:width])
        for ags in keys
        for year in (2021, 2022)
    ]
    return "\n".join([head, *rows]) + "\n"


AXES: dict[str, Callable[[Path, int], None]] = {
    "empfehlungen": with_recommendations,
    "kommunen": with_kommunen,
    "indikatoren": with_indicators,
}


# --- Measuring ------------------------------------------------------------------------------------


def county(folder: Path, axis: str, count: int) -> Path:
    """Make up a county of a size."""
    root = folder / f"{axis}-{count}"
    shutil.copytree(SMALL, root)
    if axis != "empfehlungen":  # what names the three Kommunen of the small county
        shutil.rmtree(root / "content/kommentare")
        for path in (root / TEXTS).iterdir():
            path.unlink()
        (root / "content/beschluesse/2021-09-15-leerstand.md").unlink()
        bericht = root / "content/berichte/2021.md"
        bericht.write_text(_without_mentions(bericht.read_text(encoding="utf-8")), "utf-8")
    AXES[axis](root, count)
    return root


def measured(root: Path) -> Iterator[tuple[str, Cost]]:
    """Yield what building a county costs."""
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(root)]
    yield "from nothing", cost_of(command)
    text = sorted((root / "content/seiten").glob("*.md"))[-1]
    first = sorted((root / TEXTS).glob("*.md"))[:1]
    for path in first or [text]:
        path.write_text(path.read_text(encoding="utf-8") + "\nEin Satz mehr.\n", "utf-8")
    yield "one word", cost_of(command)
    yield "nothing", cost_of(command)


def hugo_of(root: Path) -> Cost | None:
    """Return what Hugo takes for a page of each text, and lists by field and year."""
    hugo = os.environ.get("HUGO") or shutil.which("hugo")
    if not hugo:
        return None
    site = root / "hugo"
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True)
    page = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
    for name, body in (("single", page), ("list", HUGO_LIST), ("terms", HUGO_LIST)):
        (layouts / f"{name}.html").write_text(body, encoding="utf-8")
    (site / "hugo.toml").write_text(HUGO_CONFIG, encoding="utf-8")
    shutil.copytree(root / TEXTS, site / "content" / "posts")
    return cost_of([hugo, "--source", str(site), "--quiet"])


def main(axis: str, sizes: Sequence[int]) -> None:
    """Measure an axis at each of some sizes."""
    print(f"{axis:>12} {'case':14} {'CPU s':>8} {'MB':>6}")
    fresh: list[tuple[int, float]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = county(Path(folder), axis, size)
            for case, cost in measured(root):
                print(f"{size:12} {case:14} {cost.seconds:8.2f} {cost.memory:6.0f}", flush=True)
                if case == "from nothing":
                    fresh.append((size, cost.seconds))
            hugo = hugo_of(root) if axis == "empfehlungen" else None
            if hugo:
                print(f"{size:12} {'Hugo':14} {hugo.seconds:8.2f} {hugo.memory:6.0f}", flush=True)
    for (small, before), (large, after) in pairwise(fresh):
        print(f"{small} → {large}: power {log(after / before) / log(large / small):.2f}")


if __name__ == "__main__":
    main(sys.argv[1], [int(one) for one in sys.argv[2:]])
