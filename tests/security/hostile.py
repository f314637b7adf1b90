"""The small county laid over with hostile texts wherever an editor can write one."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus_texts import BREAKS, LINKS, MARKDOWN, MARKUP
from corpus_values import ADDRESSES, DRAWINGS
from support import SMALL, loaded, small_county

from fokusbericht.building.output import Output
from fokusbericht.site import plan_site
from fokusbericht.text.characters import is_odd

BODIES = (*MARKUP, *BREAKS, *LINKS, *MARKDOWN)
HEADS = (*MARKUP, *BREAKS)
NEWS = "content/aktuelles/2021-{:02}-{:02}-{}-{:03}.md"
Files = dict[str, str]


@dataclass(frozen=True, slots=True)
class Hostile:
    """What became of the hostile files: told and left out, or built."""

    told: Mapping[str, tuple[str, ...]]  # file → the first letters of what an editor sees
    built: tuple[str, ...]
    outputs: Mapping[str, Output]


def as_written(text: str) -> str:
    return text


def hostile_files(change: Callable[[str], str] = as_written) -> Files:
    """Return all hostile files that stand for one input each."""
    files = {}
    for number, text in enumerate(BODIES):
        files[_path("text", number)] = _news("Ein Text", "Kurz.", f"Vorher.\n\n{change(text)}\n")
    for number, text in enumerate(HEADS):
        title, lead, source = change(text), change(text), change(text)
        files[_path("kopf", number)] = _news(title, lead, "Ein Satz.\n", source)
    for number, address in enumerate(ADDRESSES):
        quelle = {"name": "Amt", "url": change(address)}
        files[_path("adresse", number)] = _news("Eine Adresse", "Kurz.", "Ein Satz.\n", "", quelle)
    return files


def _path(kind: str, number: int) -> str:
    return NEWS.format(number // 28 % 12 + 1, number % 28 + 1, kind, number)


def _news(
    title: str, lead: str, body: str, source: str = "", quelle: Mapping[str, str] | None = None
) -> str:
    quelle = quelle or {"name": source or "Amt", "lizenz": source, "hinweis": source}
    # JSON is YAML.
    return (
        f"---\ntitel: {json.dumps(title)}\nkurz: {json.dumps(lead)}\ngeaendert: 2026-01-17\n"
        f"datum: 2021-07-01\nquellen: [{json.dumps(quelle)}]\n---\n\n{body}"
    )


def common_files(change: Callable[[str], str] = as_written) -> Files:
    """Return files of the county with hostile texts in all fields that are shown elsewhere too."""
    texts = _in_turn(change)
    county = next(texts)  # has one name in both files
    files = {}
    for name, fields in FIELDS.items():
        text = (SMALL / name).read_text(encoding="utf-8")
        for old, new in fields:
            assert text.count(old), f"{old!r} is not in {name}"
            hostile = county if old == "name: Musterkreis" else next(texts)
            text = text.replace(old, new.format(json.dumps(hostile)))
        files[name] = text
    return files


def _in_turn(change: Callable[[str], str]) -> Iterator[str]:
    # A text that is told for a character that nobody sees never comes to be built.
    while True:
        yield from (change(text) for text in BREAKS if not is_odd(text))


# What stands in the file, and what stands in its place; {} is the hostile text.
FIELDS = {
    "content/kreis.yml": (
        ("name: Musterkreis", "name: {}"),
        ("titel: Fokusbericht", "titel: {}"),
        ("leitsatz: Ein kleiner Kreis zum Prüfen", "leitsatz: {}"),
        ("beschreibung: Drei Kommunen, ein Handlungsfeld, zwei Empfehlungen.", "beschreibung: {}"),
        ("hinweis: Dies ist ein erdachter Kreis.", "hinweis: {}"),
        ("{titel: Kreiskarte,", "{{titel: {},"),
        ("text: Was vorgeschlagen wird.}", "text: {}}}"),
        ("stelle: Musterstelle", "stelle: {}"),
        ("strasse: Weg 1", "strasse: {}"),
        ("ort: 12345 Musterstadt", "ort: {}"),
        ("lizenz_texte: CC BY 4.0", "lizenz_texte: {}"),
    ),
    "geo/raeume.yml": (
        ("name: Musterkreis", "name: {}"),
        ("kartenquelle: Musterkarte, erdacht", "kartenquelle: {}"),
        ("Musterland", "{}"),
        ("name: Nord,", "name: {},"),
        ("kurz: Der Norden.", "kurz: {}"),
        ("name: Nordort", "name: {}"),
        ("name: Mitte", "name: {}"),
        ("name: Südort", "name: {}"),
        ("art: Stadt", "art: {}"),
        ("amt: Amt Mitte", "amt: {}"),
        ("titel: Erste Fassung", "titel: {}"),
        ("verfahren: nach Gravitationsmodell, nicht amtlich", "verfahren: {}"),
        ("erlaeuterung: Erdacht.", "erlaeuterung: {}"),
    ),
    "indicators/wohnen/leerstand.yml": (
        ("titel: Leerstand", "titel: {}"),
        ("kurz: Anteil der Wohnungen, die leer stehen.", "kurz: {}"),
        ("zaehler: leere Wohnungen", "zaehler: {}"),
        ("nenner: Wohnungen", "nenner: {}"),
        ("name: Musteramt", "name: {}"),
        ("lizenz: dl-de/by-2-0", "lizenz: {}"),
        ("methode: Leere Wohnungen geteilt durch alle Wohnungen.", "methode: {}"),
    ),
    "indicators/wohnen/miete.yml": (("titel: ", "hinweis: {}\ntitel: "),),
    "content/glossar.yml": (
        ("begriff: Leerstand", "begriff: {}"),
        ("begriff: Wohnraum", "begriff: {}\n  kurzform: Kurz"),
    ),
    "content/handlungsempfehlungen/2021-01-leerstand.md": (
        ("titel: Leer stehende Wohnungen erfassen", "titel: {}"),
        ("kurz: Der Kreis erfasst einmal im Jahr, wo Wohnungen leer stehen.", "kurz: {}"),
        ("begruendung: Der Kreis kann selbst handeln.", "begruendung: {}"),
        ("name: Zuständigkeit", "name: {}"),
        ("grund: Der Kreis ist zuständig.", "grund: {}"),
        ("text: Die Fokusgruppe schlägt die Erfassung vor.", "text: {}"),
    ),
    "content/handlungsfelder/wohnen.md": (("titel: Wohnen", "titel: {}"),),
}


def lay(folder: Path, change: Callable[[str], str] = as_written) -> Hostile:
    """Build the hostile county without what an editor would be told about."""
    files = hostile_files(change)
    root = small_county(folder, common_files(change) | files)
    told: dict[str, tuple[str, ...]] = {}
    while True:
        report, problems = loaded(root)
        if not problems:
            break
        for problem in problems:
            path = problem.place.path
            assert path in files, f"{problem}"
            told[path] = (*told.get(path, ()), str(problem))
            (root / path).unlink(missing_ok=True)
    outputs, problems = plan_site(report)
    assert not problems, problems
    built = tuple(path for path in files if path not in told)
    return Hostile(told, built, {output.path: output for output in outputs})


def drawings() -> Iterator[tuple[str, bytes]]:
    """Yield hostile SVG files with a name each."""
    for number, drawing in enumerate(DRAWINGS):
        yield f"bild-{number:02}.svg", drawing.encode()
