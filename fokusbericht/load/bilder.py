"""content/bilder/: photographs and drawings, each described in a file of its own."""

import re
from collections.abc import Iterable
from pathlib import Path

from fokusbericht.load.fields import Fields
from fokusbericht.media import pictures, vector
from fokusbericht.model.texts import Bilddatei
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import READABLE, exists, list_files, read_file
from fokusbericht.sources.nodes import read_yaml
from fokusbericht.sources.texts import find_conflict
from fokusbericht.sources.values import YamlMapping
from fokusbericht.text.prose import slug

ID = "bild"
FOLDER = "content/bilder"
ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".svg")
DESCRIPTION = re.compile(rf"{FOLDER}/[^/]+\.yml")
FILE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpe?g|png|webp|svg)")
# What says nothing to somebody who does not see the picture.
EMPTY_WORDS = re.compile(
    r"(?:(?:ein|das|dieses)?\s*(?:bild|foto|photo|grafik|img|dsc|image)[\W\d_]*)"
    r"|.*\.(?:jpe?g|png|webp|svg)|[\W\d_]*",
    re.IGNORECASE | re.DOTALL,
)
NO_ALT = (
    "Es fehlt „alt“: ein Satz, der Menschen, die das Bild nicht sehen, sagt, was es zeigt. "
    "Schmückt das Bild nur, gehört hierher „schmuck: true“."
)


def find_odd(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Return the descriptions that are told to be links or pipes, and so are in no list."""
    return tuple(one.place.path for one in problems if DESCRIPTION.fullmatch(one.place.path))


def load_pictures(root: Path, odd: Iterable[str], problems: list[Problem]) -> dict[str, Bilddatei]:
    """Return all pictures by name; each is looked at as a whole.

    Those of `odd` descriptions cannot be read; still, who shows one makes no mistake.
    """
    found = {}
    used = set()
    torn = set()  # pictures whose description could not be read: that is told already
    for path in sorted({*list_files(root, FOLDER, ".yml"), *odd}):
        table = read_yaml(root, path, problems)
        stem = Path(path).stem
        if table is None:
            torn.add(stem)
            found[stem] = _picture(root, stem, Fields(YamlMapping({}, Place(path)), []), [])
            continue
        bild = _picture(root, stem, Fields(table, problems), problems)
        used.add(bild.datei)
        found[stem] = bild
        if not bild.digest:
            torn.add(stem)
    for path in list_files(root, FOLDER):
        stem = Path(path).stem
        if path.lower().endswith(ENDINGS) and path not in used and stem not in torn:
            sentence = f"Zu diesem Bild fehlt die Beschreibung, zum Beispiel „{stem}.yml“."
            problems.append(Problem(Place(path), sentence, ID))
    return found


def _picture(root: Path, name: str, fields: Fields, problems: list[Problem]) -> Bilddatei:
    datei = fields.text("datei")
    path = f"{FOLDER}/{datei}"
    place = fields.place_of("datei")
    digest, measures = "", pictures.Measures(1, 1, False)
    if datei and not FILE.fullmatch(datei):
        fields.note(place, _no_name(datei), ID)
    elif datei and not exists(root, path):
        fields.note(place, f"Die Datei „{path}“ fehlt.", READABLE)
    elif datei and (data := read_file(root, path, problems)) is not None:
        digest = pictures.digest_of(data)
        measures = _measures(path, data, problems) or measures
    bild = Bilddatei(
        name=name,
        place=Place(fields.place.path),
        datei=path,
        digest=digest,
        width=measures.width,
        height=measures.height,
        transparent=measures.transparent,
        alt=_alt(fields, datei),
        urheber=fields.text("urheber"),
        lizenz=fields.text("lizenz"),
        quelle=fields.any_web_address("quelle"),
        unterschrift=fields.optional_text("unterschrift"),
        ab=fields.optional_day("ab"),
    )
    fields.done()
    return bild


def _no_name(datei: str) -> str:
    """Return the sentence about what is not the name of a picture, or not one we can use."""
    stem, _, ending = datei.rpartition(".")
    if "/" in datei or not slug(stem) or f".{ending.lower()}" not in ENDINGS:
        return f"„{datei}“: Hier steht der Name einer Datei neben dieser, etwa markt.jpg."
    return (
        f"„{datei}“: Dateinamen bestehen aus kleinen Buchstaben, Ziffern und Bindestrichen. Bitte "
        f"die Datei umbenennen, zum Beispiel in „{slug(stem)}.{ending.lower()}“, und das hier auch."
    )


def _measures(path: str, data: bytes, problems: list[Problem]) -> pictures.Measures | None:
    if path.endswith(".svg"):
        drawing = vector.clean(data)
        if isinstance(drawing, vector.CleanVector):
            return pictures.Measures(drawing.width, drawing.height, True)
        conflict = find_conflict(data.decode(errors="replace"), path)
        if conflict:
            problems.append(conflict)
            return None
        problems.extend(
            Problem(Place(path, fault.line, fault.column), fault.sentence, ID) for fault in drawing
        )
        return None
    measures = pictures.measure(data, Path(path).suffix)
    if isinstance(measures, str):
        problems.append(Problem(Place(path), measures, ID))
        return None
    return measures


def _alt(fields: Fields, datei: str) -> str:
    alt = " ".join(fields.optional_text("alt").split())
    if fields.boolean("schmuck"):
        if alt:
            sentence = (
                "Ein Bild, das nur schmückt, hat kein „alt“. Bitte eines von beiden streichen."
            )
            fields.note(fields.place_of("alt"), sentence, ID)
        return ""
    stem = datei.rpartition(".")[0]
    if not alt:
        fields.note(fields.place_of("alt"), NO_ALT, ID)
    elif EMPTY_WORDS.fullmatch(alt) or _bare(alt) == _bare(stem):
        sentence = f"„{alt}“ sagt nicht, was das Bild zeigt. Bitte in einem Satz beschreiben."
        fields.note(fields.place_of("alt"), sentence, ID)
    return alt


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
