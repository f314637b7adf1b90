"""Official files become our own files; used by editors, never by the build.

Aufruf: build.py einlesen ART [INDIKATOR] DATEI [--jahr JJJJ] [--zuordnung DATEI] [--schreiben]

  gemeindeverzeichnis  Destatis, Auszug aus dem Gemeindeverzeichnis (.xlsx, seit 1987)
  zensus2022           Zensus 2022: Regionaltabellen, flache CSV-Datei der Zensusdatenbank
  deutschlandatlas     Deutschlandatlas (.xlsx, alle Indikatoren in einer Mappe)
  genesis              Regionaldatenbank und GENESIS, CSV
  inkar                INKAR des BBSR, CSV
  wahlen               Wahlergebnisse nach Wahlbezirken, mit den Briefen der Ämter
  tabelle              jede Excel- oder CSV-Datei, gelesen nach INDIKATOR.einlesen.yml
  grenzen              Flächen der Kommunen (GeoPackage, Shapefile, GeoJSON)

Ohne INDIKATOR wird in alle Indikatoren gelesen, deren Anleitung zu ART und DATEI passt.
Ohne --schreiben wird nur gezeigt, was sich ändern würde.
"""

from collections.abc import Sequence
from pathlib import Path

from fokusbericht.importers.change import write
from fokusbericht.importers.guide import YEAR
from fokusbericht.importers.plan import Import, Request, plan_import
from fokusbericht.importers.tell import lines_of
from fokusbericht.problems import did_you_mean

ARTEN = (
    "gemeindeverzeichnis",
    "zensus2022",
    "deutschlandatlas",
    "genesis",
    "inkar",
    "wahlen",
    "tabelle",
    "grenzen",
)
WITH_VALUE = ("--jahr", "--zuordnung")
WRITE = "--schreiben"
USAGE = (__doc__ or "").partition("\n\n")[2].rstrip()


def run(arguments: Sequence[str], root: Path) -> tuple[list[str], int]:
    """Do what follows `einlesen` on the command line; return what to print and the exit code."""
    request = parse(arguments)
    if isinstance(request, str):
        return [request, "", *USAGE.splitlines()], 1
    writes = WRITE in arguments
    found = plan(request, root)
    if writes and not found.problems:
        write(found.changes, root)
    return list(lines_of(found, writes)), 1 if found.problems else 0


def plan(request: Request, root: Path) -> Import:
    """Return what an import would change, or why it can't; nothing is written."""
    if request.art == "grenzen":
        from fokusbericht.importers.grenzen import plan_boundaries  # geopandas is slow to load

        return plan_boundaries(request, root)
    return plan_import(request, root)


def parse(arguments: Sequence[str]) -> Request | str:
    """Return what is asked for, or the sentence that says what is not understood."""
    words: list[str] = []
    options: dict[str, str] = {}
    rest = [argument for argument in arguments if argument != WRITE]
    while rest:
        word = rest.pop(0)
        if word in WITH_VALUE and rest:
            options[word] = rest.pop(0)
        elif word.startswith("--"):
            hint = "" if word in WITH_VALUE else did_you_mean(word, (*WITH_VALUE, WRITE))
            return f"„{word}“ ist nicht verständlich.{hint or ' Fehlt ein Wert?'}"
        else:
            words.append(word)
    return _request(words, options)


def _request(words: list[str], options: dict[str, str]) -> Request | str:
    if len(words) not in (2, 3):
        return "Erwartet werden die Art, der Indikator (wenn nötig) und die Datei."
    if words[0] not in ARTEN:
        return f"Die Art „{words[0]}“ gibt es nicht.{did_you_mean(words[0], ARTEN)}"
    year = options.get("--jahr", "")
    if year and not YEAR.fullmatch(year):
        return f"„{year}“ ist kein Jahr."
    return Request(
        art=words[0],
        datei=Path(words[-1]),
        indikator=words[1] if len(words) == 3 else "",
        jahr=int(year) if year else None,
        zuordnung=options.get("--zuordnung", ""),
    )
