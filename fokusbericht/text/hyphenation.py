"""Where long German words may be cut: at the seams of what they are put together from."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from fokusbericht.text import syllables
from fokusbericht.text.characters import SOFT_HYPHEN

PART = 12  # letters of a part from which on it is cut between its syllables, too
EDGE, SEAM_EDGE = 4, 3  # letters that stay together before and behind a cut, and at a seam
# No part of an address or the name of a file, nor what an editor cut.
WORD = re.compile(rf"(?<![\w.@{SOFT_HYPHEN}])[^\W\d_]{{{PART},}}(?![\w@{SOFT_HYPHEN}]|\.\w)")
VOWEL = re.compile("[aeiouyäöüé]")

# The dictionary knows syllables but few seams: it cuts „Alterss-truktur“ and „Arbeit-s-losen“. A
# seam is written with a hyphen: behind „-ungs“, before „agentur“; „^“ is the beginning of a word.
SEAMS = """
    ungs- heits- keits- schafts- tions- täts-
    ^alters- ^arbeits-(?!uch) ^bedarfs- ^bundes- ^einwohner- ^familien- ^frauen- ^gemeinde-
    ^grund- ^grundstücks- ^jugend- ^kinder- ^klassen- ^kranken- ^kreis- ^kreistags- ^landes-
    ^miet- ^nahverkehrs- ^pflege- ^schul-(?!d) ^sozial- ^wohnraum-
    -abschluss -abschlüss -agentur -anlage -anteil -arbeit -arzt -assist -atlas -ärzt -aufsicht
    -ausbildung -ausschuss -ausweis -auszählung -beauftragt -bedarf -begleit -beispiel -beratung
    -berechnung -bericht -beschluss -betreuung -betten -einkommen -empfehlung -entwicklung -fähig
    -familie -gemeinschaft -geschichte -gesetz -gleichstellung -gruppe -haushalt -häuser -heizung
    -kalender -konferenz -konzept kräfte- -kreislauf -leistung -mangel -mitglied -mitteilung
    -personen -pflege -planung -quote -register -relevan -schaft -schreibung -statistik -stellen
    -struktur -suchend -tabelle -teilhabe -telefon -ticket -untersuchung -versicherung
    -vertretung -verzeichnis -vorlage -vorschl -wahl -zentr
    aus-bild aus-länd aus-pend aus-zu ein-bürg ein-ge ein-glied ein-pend ein-schätz ein-stimm
    ein-wander vor-ge e-amt k-amt n-alter s-alter schul-alter schul-ort s-raum s-räum
    arzt-praxis barriere-frei behinderten- deutsch-land her-unter jugend-ring neben-einander
    praxis-integr unter-laden r-hagen steuer-einnahm wohn-eigen wohn-gebiet wohn-geld wohn-gemein
"""
# Names that neither cuts well.
NAMES = "bönning-stedt bullen-kuhlen hörner-kirchen kladden-stedt norder-skizze sparries-hoop"


def soften(text: str, shortest: int) -> str:
    """Return a text with soft hyphens in words of so many letters; an editor's own cuts stay."""
    return WORD.sub(lambda one: _softened(one[0]) if len(one[0]) >= shortest else one[0], text)


@lru_cache(maxsize=10_000)
def _softened(word: str) -> str:
    places = sorted(_cuts(word))
    parts = zip((0, *places), (*places, len(word)), strict=True)
    return SOFT_HYPHEN.join(word[start:end] for start, end in parts)


def _cuts(word: str) -> Iterator[int]:
    """Yield where a word may be cut: at its seams, and inside of what is long between them."""
    small = word.lower()
    if len(small) != len(word):
        return  # a letter that is two when small: no word of German
    seams = _names().get(small) or [*_seams_of(small)]
    yield from seams
    for start, end in zip((0, *seams), (*seams, len(small)), strict=True):
        if end - start >= PART:
            yield from (start + one for one in _inside(small[start:end]))


def _seams_of(word: str) -> Iterator[int]:
    last = 0
    for seam in _seams().finditer(word):
        place = seam.start()
        if place - last >= SEAM_EDGE and len(word) - place >= SEAM_EDGE:
            yield (last := place)


def _inside(part: str) -> Iterator[int]:
    """Yield where the dictionary cuts; never beside letters without a vowel: a seam it missed."""
    places = [one for one in syllables.cuts(part) if 0 < one < len(part)]
    for before, place, after in zip((0, *places), places, (*places[1:], len(part)), strict=False):
        sides = (part[before:place], part[place:after])
        if EDGE <= place <= len(part) - EDGE and all(VOWEL.search(side) for side in sides):
            yield place


@cache
def _seams() -> re.Pattern[str]:
    halves = (seam.split("-") for seam in SEAMS.split())
    return re.compile("|".join(f"(?<={left})(?={right})" for left, right in halves))


@cache
def _names() -> dict[str, list[int]]:
    return {name.replace("-", ""): [name.index("-")] for name in NAMES.split()}
