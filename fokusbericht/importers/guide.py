"""How to read a table: what the editor writes once, in `<id>.einlesen.yml` beside the indicator.

    # indicators/beteiligung/wahlbeteiligung.einlesen.yml
    schluessel: gemeinde              # column with the official key, or a list: its parts
    jahr: 2023                        # or  jahr: {spalte: Jahr}  or  jahr: kopf (a column a year)
    zaehler: waehlende_gesamt         # or  wert: …  instead of zaehler and nenner
    nenner: wahlberechtigte_gesamt    # a list is summed; {alle: Name} sums all columns so called
    summieren: true                   # several rows of a Kommune (Stimmbezirke) are added up
    filter: {erfassungsgebietsart: STIMMBEZIRK}    # only these rows; ausser: {…} leaves some out

and where the file wants it: `art`, `datei` (a pattern of its name: "*Demografie*"), `blatt`,
`kopfzeile` (3, or 3-5), `schluesselform`, `gebiete` (what its own keys mean: {"17": D}), `ebenen`,
`faktor`, `runden` (to so many digits), `dezimalzeichen`, `fehlzeichen` ({"*": x}), `leer` (0 if an
empty cell means none), `unbekannt` (areas whose value says nothing), `verband` (in `wahlen`: the
column that says who counts the postal votes), `kodierung`, `trennzeichen`. `{jahr}` in names and
`blatt` becomes the year given by --jahr; with `jahr: kopf` the years that stand there are read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from pathlib import Path

from fokusbericht.importers.keys import KeySpelling
from fokusbericht.importers.table import HERE
from fokusbericht.importers.text import DELIMITERS, ENCODINGS
from fokusbericht.load.fields import CHOICE, TYPE, Fields
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.problems import Problem, did_you_mean
from fokusbericht.sources.nodes import read_yaml
from fokusbericht.sources.numbers import MARKS
from fokusbericht.sources.values import Scalar, YamlMapping, YamlSequence

SUFFIX = ".einlesen.yml"
YEAR = re.compile(r"(?:19|20)[0-9]{2}")


class Gebietsebene(Enum):
    """The levels of areas; the value is how an editor calls them."""

    KOMMUNE = "kommune"
    AMT = "amt"
    KREIS = "kreis"
    LAND = "land"
    BUND = "bund"


LEVEL_OF_LENGTH = {
    9: Gebietsebene.AMT,
    8: Gebietsebene.KOMMUNE,
    5: Gebietsebene.KREIS,
    2: Gebietsebene.LAND,
    1: Gebietsebene.BUND,
}
# Figures of an Amt beside those of its Kommunen are rarely wanted; whoever does says so.
USUAL = tuple(level for level in Gebietsebene if level is not Gebietsebene.AMT)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a value stands: one column, several to be summed, or every column of one name."""

    names: tuple[str, ...]
    every: bool = False

    def in_year(self, year: str) -> "Columns":
        """Return it with the year put in."""
        return replace(self, names=tuple(name.replace(HERE, year) for name in self.names))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """How to read one kind of file for one indicator."""

    art: str = "tabelle"
    datei: str = ""
    """What the file is called, with `*` for what changes; empty: any name."""
    blatt: str = ""
    kopfzeile: tuple[int, int] = (1, 1)
    """First and last row of the heads."""
    schluessel: tuple[str, ...] = ()
    """The column of the key, or those of its parts."""
    spelling: KeySpelling = KeySpelling.AMTLICH
    gebiete: Mapping[str, str] = field(default_factory=dict)
    """Which area a key of the file means that is no official one."""
    verband: tuple[str, ...] = ()
    """The column, or parts, of who counts postal votes."""
    jahr: int | None = None
    jahrspalte: str = ""
    jahre_im_kopf: bool = False
    """Each column headed by a year holds the values of that year."""
    werte: tuple[Columns, ...] = ()
    """One for `wert`, two for `zaehler` and `nenner`."""
    filter: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ausser: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    summieren: bool = False
    ebenen: tuple[Gebietsebene, ...] = USUAL
    je_amt: bool = False
    """Whether the indicator has values for Ämter, and none for the Kommunen in them."""
    faktor: Decimal = Decimal(1)
    runden: int | None = None
    """To how many digits after the comma; None: as it stands there."""
    dezimalzeichen: str = ""
    fehlzeichen: Mapping[str, Fehlgrund] = field(default_factory=lambda: MARKS)
    leer: Decimal | Fehlgrund = Fehlgrund.UNBEKANNT
    """What an empty cell means."""
    nichts_ist_null: bool = False
    """Whether „–“ in a numerator is a count of exactly 0: the share is then 0, not none at all."""
    unbekannt: tuple[str, ...] = ()
    """Areas whose value is missing or says nothing, as a drive by car to an island."""
    kodierung: str = ""
    trennzeichen: str = ""

    def in_year(self, year: int | None) -> "Guide":
        """Return it for a year given with the command, which goes before its own."""
        text = str(year or self.jahr or (HERE if self.jahre_im_kopf else ""))
        return replace(
            self,
            jahr=year or self.jahr,
            blatt=self.blatt.replace(HERE, text),
            schluessel=tuple(name.replace(HERE, text) for name in self.schluessel),
            werte=tuple(columns.in_year(text) for columns in self.werte),
        )


def read_guide(root: Path, path: str, base: Guide, problems: list[Problem]) -> Guide | None:
    """Return what an editor wrote, on top of what is known of the source; None after a problem."""
    before = len(problems)
    table = read_yaml(root, path, problems)
    if table is None:
        return None
    fields = Fields(table, problems)
    guide = _guide(fields, base, problems)
    fields.done()
    return guide if len(problems) == before else None


def _guide(fields: Fields, base: Guide, problems: list[Problem]) -> Guide:
    jahr, jahrspalte, jahre_im_kopf = _year(fields, base)
    return replace(
        base,
        art=fields.optional_text("art") or base.art,
        datei=fields.optional_text("datei") or base.datei,
        blatt=fields.optional_text("blatt") or base.blatt,
        kopfzeile=_rows(fields) or base.kopfzeile,
        schluessel=_names(fields, "schluessel") or base.schluessel,
        spelling=_choice(fields, "schluesselform", KeySpelling, base.spelling),
        gebiete={**base.gebiete, **_areas(fields)},
        verband=_names(fields, "verband") or base.verband,
        jahr=jahr,
        jahrspalte=jahrspalte,
        jahre_im_kopf=jahre_im_kopf,
        werte=_values(fields) or base.werte,
        filter={**base.filter, **_conditions(fields, "filter")},
        ausser={**base.ausser, **_conditions(fields, "ausser")},
        summieren=fields.boolean("summieren", base.summieren),
        ebenen=_levels(fields) or base.ebenen,
        faktor=_factor(fields) or base.faktor,
        runden=_digits(fields, base.runden),
        dezimalzeichen=_sign(fields, "dezimalzeichen", (",", ".")) or base.dezimalzeichen,
        fehlzeichen={**base.fehlzeichen, **_marks(fields)},
        leer=_empty(fields, base),
        unbekannt=_names(fields, "unbekannt") or base.unbekannt,
        kodierung=_sign(fields, "kodierung", tuple(ENCODINGS)) or base.kodierung,
        trennzeichen=_sign(fields, "trennzeichen", DELIMITERS) or base.trennzeichen,
    )


def _year(fields: Fields, base: Guide) -> tuple[int | None, str, bool]:
    """Return a fixed year, the column of the year, and whether years are heads."""
    if not fields.has("jahr"):
        fields.optional_text("jahr")
        return base.jahr, base.jahrspalte, base.jahre_im_kopf
    if isinstance(fields.mapping.entries["jahr"].value, YamlMapping):
        inner = fields.mapping_of("jahr")
        column = inner.text("spalte") if inner else ""
        if inner:
            inner.done()
        return None, column, False
    text = fields.text("jahr")
    if text == "kopf":
        return None, "", True
    if YEAR.fullmatch(text):
        return int(text), "", False
    sentence = f"„{text}“: Hier steht ein Jahr, „kopf“ oder {{spalte: Name der Spalte}}."
    fields.note(fields.place_of("jahr"), sentence, TYPE)
    return None, "", False


def _rows(fields: Fields) -> tuple[int, int] | None:
    text = fields.optional_text("kopfzeile")
    if not text:
        return None
    match = re.fullmatch(r"([1-9][0-9]{0,3})(?: ?[-–] ?([1-9][0-9]{0,3}))?", text)
    if match is None or int(match[2] or match[1]) < int(match[1]):
        sentence = f"„{text}“: Hier steht die Nummer der Kopfzeile oder von–bis, etwa 3-5."
        fields.note(fields.place_of("kopfzeile"), sentence, TYPE)
        return None
    return int(match[1]), int(match[2] or match[1])


def _values(fields: Fields) -> tuple[Columns, ...]:
    """Return where the values stand: wert, or zaehler and nenner."""
    found = {name: _columns(fields, name) for name in ("wert", "zaehler", "nenner")}
    value, numerator, denominator = found.values()
    if (value and (numerator or denominator)) or bool(numerator) != bool(denominator):
        sentence = "Hier steht entweder „wert“ oder „zaehler“ und „nenner“."
        fields.note(fields.place, sentence, TYPE)
    return tuple(columns for columns in found.values() if columns)


def _columns(fields: Fields, name: str) -> Columns | None:
    if fields.has(name) and isinstance(fields.mapping.entries[name].value, YamlMapping):
        inner = fields.mapping_of(name)
        every = inner.text("alle") if inner else ""
        if inner:
            inner.done()
        return Columns((every,), every=True)
    names = _names(fields, name)
    return Columns(names) if names else None


def _names(fields: Fields, name: str) -> tuple[str, ...]:
    if fields.has(name) and isinstance(fields.mapping.entries[name].value, YamlSequence):
        return fields.texts(name)
    text = fields.optional_text(name)
    return (text,) if text else ()


def _conditions(fields: Fields, name: str) -> dict[str, tuple[str, ...]]:
    inner = fields.mapping_of(name)
    if inner is None:
        return {}
    return {column: _names(inner, column) for column in inner.mapping.entries}


def _areas(fields: Fields) -> dict[str, str]:
    inner = fields.mapping_of("gebiete")
    return {key: inner.text(key) for key in inner.mapping.entries} if inner else {}


def _digits(fields: Fields, default: int | None) -> int | None:
    if fields.has("runden"):
        return fields.integer("runden", most=6)
    fields.optional_text("runden")
    return default


def _marks(fields: Fields) -> dict[str, Fehlgrund]:
    inner = fields.mapping_of("fehlzeichen")
    if inner is None:
        return {}
    return {sign: inner.choice(sign, Fehlgrund) for sign in inner.mapping.entries}


def _empty(fields: Fields, base: Guide) -> Decimal | Fehlgrund:
    text = fields.optional_text("leer")
    if not text:
        return base.leer
    if text == "0":
        return Decimal(0)
    return fields.choice("leer", Fehlgrund)


def _factor(fields: Fields) -> Decimal | None:
    told = fields.told
    number = fields.number_or_none("faktor")
    if number == 0 and fields.told == told:
        fields.note(fields.place_of("faktor"), "Mit „faktor“ 0 wäre jeder Wert 0.", TYPE)
    return Decimal(repr(number)) if number else None


def _levels(fields: Fields) -> tuple[Gebietsebene, ...]:
    entry = fields.mapping.entries.get("ebenen")
    names = fields.texts("ebenen")
    known = {level.value: level for level in Gebietsebene}
    items = entry.value.items if entry and isinstance(entry.value, YamlSequence) else ()
    for item in items:
        if isinstance(item, Scalar) and item.text not in known:
            hint = did_you_mean(item.text, known) or f" Möglich sind: {', '.join(known)}."
            fields.note(item.place, f"„{item.text}“ ist keine Ebene.{hint}", CHOICE)
    return tuple(known[name] for name in names if name in known)


def _choice(
    fields: Fields, name: str, choices: type[KeySpelling], default: KeySpelling
) -> KeySpelling:
    if fields.has(name):
        return fields.choice(name, choices)
    fields.optional_text(name)
    return default


def _sign(fields: Fields, name: str, known: tuple[str, ...]) -> str:
    """Return one of a few texts, or nothing."""
    text = fields.optional_text(name)
    if not text or text in known:
        return text
    told = ", ".join(f"„{sign}“" for sign in known)
    sentence = f"„{text}“ steht nicht zur Wahl. Möglich sind: {told}."
    fields.note(fields.place_of(name), sentence, CHOICE)
    return ""
