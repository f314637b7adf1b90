"""Which level of areas a word means: „Kreise und kreisfreie Städte“, „GEMEIN“, „Bundesland“.

Other levels – types of Kreise, regions, unions of Kommunen – have short numbers of their own that
look like official keys. So a level is read only if its name is known; all else is passed over.
"""

import re
import unicodedata
from collections.abc import Mapping

from fokusbericht.importers.guide import Gebietsebene
from fokusbericht.importers.keys import GERMANY

WORDS: Mapping[Gebietsebene, str] = {
    Gebietsebene.BUND: """
        bund bundesgebiet bundesrepublik deutschland brd bu bnd dinsg insgesamt-deutschland geodl
        bundesrepublik-deutschland deutschland-insgesamt
    """,
    Gebietsebene.LAND: """
        land laender bundesland bundeslaender bl bld dland stadtstaat stadtstaaten flaechenland
        flaechenlaender geobl
    """,
    Gebietsebene.KREIS: """
        kreis kreise landkreis landkreise stadtkreis stadtkreise krs kre geolk kreisebene
        kreisfreie-stadt kreisfreie-staedte kreisfr-stadt kreisfr-staedte krsfr-stadt
        krsfr-staedte krfr-stadt krfr-staedte kreise-und-kreisfreie-staedte
        kreise-und-krfr-staedte kreise-kreisfreie-staedte kreise-u-kreisfreie-staedte
        kreise-und-kreisfr-staedte kreise-u-krfr-staedte kreis-kreisfreie-stadt
        kreis-oder-kreisfreie-stadt kreisfreie-staedte-und-kreise kreisfreie-stadt-kreis
        kreisfreie-staedte-und-landkreise kreisfreie-staedte-kreise krfr-staedte-und-kreise
        landkreise-und-kreisfreie-staedte landkreise-kreisfreie-staedte
        landkreis-kreisfreie-stadt kreisfreie-stadt-landkreis stadt-und-landkreise
        stadt-landkreise stadt-und-landkreis land-und-stadtkreise regionalverband stadtverband
        kreise-einschl-kreisfreie-staedte stadtkreis-kreisfreie-stadt-landkreis
    """,
    Gebietsebene.KOMMUNE: """
        gemeinde gemeinden kommune kommunen gemein gem geogm staedte-und-gemeinden
        stadt-gemeinde gemeinden-und-staedte einheitsgemeinde einheitsgemeinden stadt staedte
        verbandsfreie-gemeinde verbandsfreie-gemeinden amtsfreie-gemeinde amtsfreie-gemeinden
        ortsgemeinde ortsgemeinden verbandsangehoerige-gemeinde verbandsangehoerige-gemeinden
        amtsangehoerige-gemeinde amtsangehoerige-gemeinden mitgliedsgemeinde mitgliedsgemeinden
    """,
}
LEVELS = {word: level for level, words in WORDS.items() for word in words.split()}
# What may stand behind the name of a level: „Gemeinden (Gebietsstand 15.05.2022)“.
ADDED = re.compile(r"\((?:gebietsstand|stand|nuts|einschl|inkl|ohne)[^)]*\)")
WIDTHS = {Gebietsebene.LAND: 2, Gebietsebene.KREIS: 5, Gebietsebene.KOMMUNE: 8}


def level_of(name: str) -> Gebietsebene | None:
    """Return the level of official areas that a word means; None for every other.

    >>> [level_of(name) for name in ("Kreise u. krfr. Städte", "LÄNDER", "GEOGM4")]
    [<Gebietsebene.KREIS: 'kreis'>, <Gebietsebene.LAND: 'land'>, <Gebietsebene.KOMMUNE: 'kommune'>]
    >>> [level_of(name) for name in ("Kreistypen", "Gemeindeverbände", "West/Ost", "")]
    [None, None, None, None]
    """
    text = ADDED.sub(" ", name.casefold()).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    plain = unicodedata.normalize("NFKD", text)
    word = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    # The census numbers its levels: GEOGM1, GEOGM4.
    return LEVELS.get(word.rstrip("0123456789") if word.startswith("geo") else word)


def key_at(level: Gebietsebene, text: str) -> str:
    """Return a key as it must be read at this level; as it is if it is none of that level.

    >>> [key_at(Gebietsebene.KREIS, text) for text in ("1099", "01099000", "1")]
    ['01099', '01099', '1']
    >>> key_at(Gebietsebene.BUND, "0"), key_at(Gebietsebene.LAND, "1")
    ('D', '01')
    >>> key_at(Gebietsebene.LAND, "01000000")
    '01'
    """
    if level is Gebietsebene.BUND:
        return GERMANY
    width = WIDTHS[level]
    digits = text.replace(" ", "")
    if not re.fullmatch(r"[0-9]+", digits) or level is Gebietsebene.KOMMUNE:
        return text
    full = digits.zfill(8) if len(digits) in (7, 8) else digits.zfill(width)
    return full[:width] if not full[width:].strip("0") and len(digits) >= width - 1 else text


def fits(level: Gebietsebene, key: str) -> bool:
    """Say whether a key has the length that keys of this level have.

    >>> fits(Gebietsebene.KREIS, "01"), fits(Gebietsebene.KREIS, "01099")
    (False, True)
    >>> fits(Gebietsebene.KOMMUNE, "010995690001")
    True
    """
    widths = {
        Gebietsebene.LAND: (1, 2),
        Gebietsebene.KREIS: (4, 5),
        Gebietsebene.KOMMUNE: (7, 8, 11, 12),
    }
    return level is Gebietsebene.BUND or len(key.replace(" ", "")) in widths[level]
