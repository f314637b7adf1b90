"""The typesetter: a manuscript → the bytes of a PDF.

It refuses what not all could read: a picture without an alternative text, a character that no
typeface has. Nothing is read but what the manuscript holds, and the typefaces of two packages.
"""

import re
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from fokusbericht.exports.print.manuscript import FOLDER, Manuscript, PrintFault, Sources

if TYPE_CHECKING:
    from typst import Fonts, TypstError

MAIN, DATA = "main.typ", "daten.json"
STANDS = re.compile(r"┌─ (?:\S*/)?([\w-]+\.typ):(\d+)")
SEARCHED = re.compile(r" \(searched at [^)]*\)")  # folders of the machine are nobody's business
UNPRINTABLE = re.compile(r'(?:the text|the codepoint) `"((?:\\.|[^"\\])+)"`')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
NO_ALT = "Einem Bild fehlt der Alternativtext. Ohne ihn wird kein PDF gesetzt."
NO_NET = "Vorlagen laden nichts aus dem Netz."
PACKAGE = re.compile(r'"@[\w-]+/')
CONTEXT = 25  # letters on each side of a character that cannot be printed


def typeset(manuscript: Manuscript) -> bytes:
    """Return a tagged PDF (PDF/UA-1) that can be kept for ever (PDF/A-3a). Raises PrintFault."""
    import typst

    _look_for_packages(manuscript.sources)
    files = {name: text.encode() for name, text in manuscript.sources.texts.items()}
    files[MAIN] = files.pop(manuscript.sources.template)
    files[DATA] = orjson.dumps(manuscript.data)
    try:
        pdf = typst.compile(  # type: ignore[call-overload]  # its types do not know files by name
            {**files, **manuscript.files},
            root=str(_folder()),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            pdf_standards=["a-3a", "ua-1"],
            timestamp=datetime.combine(manuscript.day, time(), UTC),
        )
    except typst.TypstError as error:
        raise _fault(manuscript, error) from error
    return bytes(pdf)


def _look_for_packages(sources: Sources) -> None:
    """Refuse templates that would have the typesetter fetch something."""
    for name, text in sources.texts.items():
        if found := PACKAGE.search(text):
            line = text.count("\n", 0, found.start()) + 1
            raise PrintFault(f"templates/{FOLDER}/{name}", line, NO_NET)


def _folder() -> Path:
    """Return the folder of the typefaces, one file a style; nothing else can be read."""
    import fontpkg_fira_sans

    root: Path = fontpkg_fira_sans.ROOT
    return root / "files"


@lru_cache(maxsize=1)
def _fonts() -> "Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(_folder())])


def _fault(manuscript: Manuscript, error: "TypstError") -> PrintFault:
    """Return in German why nothing could be set: of content its file, else the template."""
    place = manuscript.place
    if "missing alt text" in error.message:
        return PrintFault(place.path, place.line, NO_ALT)
    if found := UNPRINTABLE.search(error.message):
        character = ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1])
        return PrintFault(place.path, place.line, _unprintable(manuscript, character))
    stands = STANDS.search(error.diagnostic.partition("error:")[2])
    name = manuscript.sources.template if not stands or stands[1] == MAIN else stands[1]
    why = f"Das PDF lässt sich nicht setzen: {SEARCHED.sub('', error.message)}"
    return PrintFault(f"templates/{FOLDER}/{name}", int(stands[2]) if stands else 0, why)


def _unprintable(manuscript: Manuscript, character: str) -> str:
    """Return which character has to go, and the words around it, by which it is found."""
    text = orjson.dumps(manuscript.data).decode()
    before, _, after = text.partition(character)
    near = before[-CONTEXT:].rpartition('"')[2] + character + after[:CONTEXT].partition('"')[0]
    name = character if character.isprintable() else f"U+{ord(character[0]):04X}"
    return (
        f"Das Zeichen „{name}“ lässt sich nicht drucken, keine Schrift des PDFs hat es: "
        f"„{near}“. Bitte ein anderes nehmen."
    )
