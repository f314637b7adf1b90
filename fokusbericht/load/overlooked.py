"""What lies in a county's folders and is read by nobody: told, before somebody misses it.

A text under a name that no page has would be left out in silence. What may be anything –
README.md, what the system leaves behind, a folder beside ours – is passed over.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from fokusbericht.load.content import ASIDE, FOLDERS
from fokusbericht.problems import Place, Problem, Severity, closest, did_you_mean
from fokusbericht.sources.files import list_folder, open_file, walk

ID = "uebersehen"
PLACES = ("content", "indicators", "geo", "archiv")
NEAR = ("content", "indicators", "geo")  # what a folder beside ours may have been meant as
# Which endings are read in which folder; in that of a theme as in indicators/ itself.
ENDINGS = {
    **{f"content/{folder}": (".md",) for folder in (*FOLDERS, "kommentare")},
    "content/bilder": (".yml", ".jpg", ".jpeg", ".png", ".webp", ".svg"),
    "content/medien": (".mp4", ".webm", ".vtt"),
    "indicators": (".yml", ".csv"),
}
# Which files are read where only some are.
NAMES = {
    "content": (
        *("kreis.yml", "themen.yml", "zielgruppen.yml", "querschnittsthemen.yml"),
        *("zahlengruppen.yml", "weiterleitungen.yml", "glossar.yml"),
        *("synonyme.yml", "wortteile.yml"),
    ),
    "geo": ("raeume.yml", "kommunen.geojson", "umsteiger.csv", "postleitzahlen.csv"),
    "archiv": ("daten.csv", "veroeffentlicht.csv"),
}
FROZEN = "archiv/fokus/"
# What somebody meant to be read, whatever its ending became; all else is only hinted at.
MEANT = re.compile(
    r"(.+)\.(md|markdown|mdown|mkd|ya?ml|csv|tsv|geojson|xls[xmb]?|ods|docx?|odt|rtf|html?)"
    r"(?:\.txt)?[ .]*",
    re.IGNORECASE,
)
RIGHT = {"markdown": "md", "mdown": "md", "mkd": "md", "yaml": "yml", "tsv": "csv"}
SHEETS = ("xls", "xlsx", "xlsm", "xlsb", "ods")


def find_overlooked(root: Path, problems: list[Problem]) -> None:
    """Note what no loader reads; of a folder that nobody reads only the first file."""
    rooms = open_file(root, "geo/raeume.yml")
    named = rooms.decode(errors="replace") if isinstance(rooms, bytes) else ""
    told: set[str] = set()
    problems.extend(_misspelt(root))
    for place in PLACES:
        for one in walk(root, place, problems):
            folder, _, name = one.path.rpartition("/")
            if one.is_folder or ASIDE.fullmatch(name) or _is_read(folder, name, named):
                continue
            if folder.startswith(FROZEN):
                continue  # what is strange there is told by its checksums
            known = _known(folder)
            if known is None and folder in told and MEANT.fullmatch(name):
                continue
            told |= {folder} if MEANT.fullmatch(name) else set()
            sentence = _unknown_folder(one.path) if known is None else _unknown_file(name, known)
            severity = Severity.ERROR if MEANT.fullmatch(name) else Severity.WARNING
            problems.append(Problem(Place(one.path), sentence, ID, severity))


def _misspelt(root: Path) -> Iterator[Problem]:
    """Yield a file of each folder beside ours that is called nearly like one of them."""
    for folder in list_folder(root, ".")[0]:
        name = folder.name
        guess = closest(name.lower(), NEAR)
        if not folder.is_folder or name in PLACES or guess is None:
            continue
        inside = (one for one in walk(root, name, []) if not one.is_folder)
        if found := next((one for one in inside if MEANT.fullmatch(one.name)), None):
            sentence = f"Was im Ordner „{name}“ liegt, liest niemand. Meinten Sie „{guess}“?"
            # „Content“ was meant; „content-alt“ may be what somebody put aside.
            severity = Severity.ERROR if name.lower() == guess else Severity.WARNING
            yield Problem(Place(found.path), sentence, ID, severity)


def _is_read(folder: str, name: str, named: str) -> bool:
    """Say whether a loader reads a file; tables of ways are those that geo/raeume.yml names."""
    endings = _endings(folder)
    if endings:
        ending = name[name.rfind(".") :]
        return (ending.lower() if folder == "content/bilder" else ending) in endings
    is_table = folder == "geo" and name.endswith(".csv") and f"geo/{name}" in named
    return name in NAMES.get(folder, ()) or is_table


def _endings(folder: str) -> tuple[str, ...]:
    parent, _, theme = folder.rpartition("/")
    return ENDINGS.get("indicators" if theme and parent == "indicators" else folder, ())


def _known(folder: str) -> tuple[str, ...] | None:
    """Return what is read in a folder, endings or names; None where nothing is."""
    return _endings(folder) or NAMES.get(folder)


def _unknown_folder(path: str) -> str:
    """Return the sentence about a folder that nobody reads, by a file in it."""
    folder = path.rpartition("/")[0]
    parent = folder.rpartition("/")[0]
    while parent and _known(parent) is None:
        parent = parent.rpartition("/")[0]
    if parent in NAMES:
        fitting = {one: endings for one, endings in ENDINGS.items() if path.endswith(endings)}
        inside = [one for one in fitting or ENDINGS if one.startswith(f"{parent}/")]
        known = [one.rpartition("/")[2] for one in inside]
        guess = did_you_mean(folder.lower().split("/")[1], known)
        hint = guess or (f" Gelesen werden: {', '.join(sorted(known))}." if known else "")
        return f"Was im Ordner „{folder}“ liegt, liest niemand.{hint}"
    return f"Was im Unterordner „{folder}“ liegt, liest niemand. Bitte nach „{parent}“ verschieben."


def _unknown_file(name: str, known: tuple[str, ...]) -> str:
    """Return the sentence about a file that nobody reads in a folder where others are read."""
    match = MEANT.fullmatch(name)
    ending = match[2].lower() if match else ""
    if match and ending in SHEETS and ".csv" in known:
        return (
            "Eine Excel-Datei liest hier niemand. „build.py einlesen“ macht daraus eine Tabelle; "
            "das Original gehört in einen anderen Ordner."
        )
    right = f".{RIGHT.get(ending, ending)}"
    renamed = f"{match[1]}{right}" if match else ""
    if right in known or renamed.lower() in known:
        new = renamed.lower() if renamed.lower() in known else renamed
        return (
            f"Diese Datei liest niemand, weil ihr Name anders endet. Bitte in „{new}“ umbenennen."
        )
    what = f"Dateien auf {_or(known)}" if known[0].startswith(".") else _or(known)
    hint = "" if known[0].startswith(".") else did_you_mean(name.lower(), known)
    return f"Diese Datei liest niemand. Gelesen werden hier {what}.{hint}"


def _or(names: tuple[str, ...]) -> str:
    *most, last = names
    return f"{', '.join(most)} und {last}" if most else last
