"""The words people use: content/synonyme.yml, content/wortteile.yml, geo/postleitzahlen.csv."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from itertools import product
from pathlib import Path

from fokusbericht.load.cells import wrong_width
from fokusbericht.load.fields import AREA, TYPE, Fields
from fokusbericht.load.figures import CSV
from fokusbericht.model.base import Key
from fokusbericht.model.kreis import Menupunkt
from fokusbericht.model.vocabulary import POSTLEITZAHLEN, SYNONYME, WORTTEILE, Synonym
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources.files import exists
from fokusbericht.sources.nodes import read_yaml, read_yaml_list
from fokusbericht.sources.rows import Row, read_rows
from fokusbericht.sources.values import YamlMapping

ID = "wort"
HEAD = ("plz", "ags")
PLZ = re.compile(r"[0-9]{5}")
BASE = str.maketrans("äöü", "aou")
# What stands between the parts of a word, and what the last of them may still bear.
JOINTS = ("", "s", "es", "n", "en", "er", "e", "-")
ENDINGS = ("", "n", "en", "e", "s", "es", "er", "ern", "nen", "in", "innen")
SHORTENED = ("en", "e", "er", "n")  # what a part may lose: Schule, Schul|abgang


def load_synonyms(
    root: Path, find: Callable[[str], Key], problems: list[Problem]
) -> dict[str, Synonym]:
    """Return the groups of words that mean the same, each by its first word."""
    if not exists(root, SYNONYME):
        return {}
    found: dict[str, Synonym] = {}
    seen: dict[str, Place] = {}
    for item in read_yaml_list(root, SYNONYME, problems):
        if isinstance(item, YamlMapping):
            one = _synonym(Fields(item, problems), find, seen)
            found.setdefault(one.worte[0] if one.worte else "", one)
        else:
            sentence = "Hier wird ein Eintrag erwartet: „- worte: [eins, zwei]“."
            problems.append(Problem(item.place, sentence, TYPE))
    return found


def _synonym(fields: Fields, find: Callable[[str], Key], seen: dict[str, Place]) -> Synonym:
    words = fields.words("worte", required=True)
    for word in words:
        folded = word.text.casefold()
        if folded in seen:
            sentence = f"„{word.text}“ steht schon in Zeile {seen[folded].line}. Bitte nur einmal."
            fields.note(word.place, sentence, ID)
        seen.setdefault(folded, word.place)
    refs = fields.mixed_refs("ziele", find)
    found = Synonym(
        worte=tuple(word.text for word in words),
        ziele=tuple(ref for ref in refs if not ref.key.name.startswith("/")),
        place=fields.place,
        adressen=tuple(
            Menupunkt("", ref.key.name, ref.place) for ref in refs if ref.key.name.startswith("/")
        ),
    )
    if len(words) == 1 and not found.leads():
        sentence = f"„{words[0].text}“ steht allein. Bitte ein zweites Wort oder „ziele“ angeben."
        fields.note(words[0].place, sentence, ID)
    fields.done()
    return found


def load_parts(root: Path, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    """Return what long words are put together from; nothing for those that stay whole."""
    table = read_yaml(root, WORTTEILE, problems) if exists(root, WORTTEILE) else None
    if table is None:
        return {}
    fields = Fields(table, problems)
    return {word: tuple(_parts(fields, word, entry.key_place)) for word, entry in fields.items()}


def _parts(fields: Fields, word: str, place: Place) -> Iterator[str]:
    parts = fields.words(word)
    if len(parts) == 1:
        sentence = f"„{word}“ hat nur einen Teil. Wer ein Wort nicht teilt, schreibt „{word}: []“."
        fields.note(parts[0].place, sentence, ID)
    elif parts and not makes_up(word, [part.text for part in parts]):
        told = " + ".join(part.text for part in parts)
        sentence = f"„{told}“ ergibt nicht „{word}“. Bitte alle Teile angeben, wie sie dastehen."
        fields.note(place, sentence, ID)
    yield from (part.text for part in parts)


def makes_up(word: str, parts: list[str]) -> bool:
    """Say whether parts make up a word, with joints between them: Alter|s|armut."""
    left = {_base(word)}
    for number, part in enumerate(parts):
        is_last = number == len(parts) - 1
        tails = ENDINGS if is_last else JOINTS
        begun = {f"{form}{tail}" for form, tail in product(_forms(part), tails)}
        left = {rest[len(one) :] for rest in left for one in begun if rest.startswith(one)}
    return "" in left


def _forms(part: str) -> Iterator[str]:
    """Yield a part as it may stand within a word."""
    base = _base(part)
    yield base
    for ending in SHORTENED:
        if base.endswith(ending) and len(base) - len(ending) >= 3:
            yield base.removesuffix(ending)


def _base(word: str) -> str:
    return word.casefold().translate(BASE)


def load_postcodes(
    root: Path, kommunen: Collection[str], problems: list[Problem]
) -> dict[str, tuple[str, ...]]:
    """Return the Kommunen of each postcode, by their official keys.

    plz;ags
    25421;01056039
    """
    if not exists(root, POSTLEITZAHLEN):
        return {}
    told = len(problems)
    rows = read_rows(root, POSTLEITZAHLEN, problems)
    if len(problems) > told:
        return {}
    if not rows or rows[0].cells != HEAD:
        place = rows[0].place(0) if rows else Place(POSTLEITZAHLEN)
        problems.append(Problem(place, "Die erste Zeile heißt „plz;ags“.", CSV))
        return {}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows[1:]:
        faults = list(_faults(row, kommunen, found))
        problems.extend(faults)
        if not faults:
            found[row.cells[0]].append(row.cells[1])
    return {plz: tuple(sorted(keys)) for plz, keys in sorted(found.items())}


def _faults(row: Row, kommunen: Collection[str], found: dict[str, list[str]]) -> Iterator[Problem]:
    """Yield what is wrong with a row."""
    if len(row.cells) != len(HEAD):
        yield Problem(row.place(0), wrong_width(len(row.cells), len(HEAD)), CSV)
        return
    plz, ags = row.cells
    if not PLZ.fullmatch(plz):
        yield Problem(row.place(0), f"„{plz}“ ist keine Postleitzahl mit fünf Ziffern.", ID)
    if ags not in kommunen:
        hint = did_you_mean(ags, kommunen)
        sentence = f"Die Kommune „{ags}“ kennt geo/raeume.yml nicht.{hint}"
        yield Problem(row.place(1), sentence, AREA)
    elif ags in found.get(plz, ()):
        yield Problem(row.place(0), "Diese Zeile steht schon weiter oben.", CSV)
