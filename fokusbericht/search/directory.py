"""/suche/verzeichnis.js and its shards: all that the search knows, as scripts.

    window.fokusVerzeichnis = {
      "arten": [["indikator", "Zahl", "Zahlen"], …], "wo": ["Zahl · Wohnen", …],
      "felder": [["wohnen", "Wohnen"], …], "gruppen": […], "staende": […],
      "dokumente": {"adresse": ["kommunen/appen/", …], "titel": […], "kurz": […], "art": [0, 2, …],
                    "wo": [0, …], "gewicht": [140, …], "jahr": [["2025"], 0, …], "feld": […],
                    "gruppe": […], "stand": […], "ort": […], "namen": […], "schluessel": […]},
      "verzeichnis": {…, "teile": 0},
      "orte": [["01056001", "kommune", ["Appen"], ["010565660", "pinneberg", "01056"], ""], …],
      "postleitzahlen": {"25421": ["01056039"]},
      "synonyme": [["Hartz IV", "Bürgergeld"], …], "wortteile": {"Altersarmut": ["Alter", …]},
      "worte": {…}}

`verzeichnis` is told in index.py; `teile` is how many files of texts there are, each of the form of
`verzeichnis`, loaded after it. Numbers in `art`, `wo` are those of the lists above. What a document
has none of is 0. They are scripts, as pages in a folder on a computer may read nothing else.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple

import orjson

from fokusbericht.search.compounds import Compounds
from fokusbericht.search.documents import Findable
from fokusbericht.search.index import (
    FIELDS,
    NAMES,
    TEXT,
    Postings,
    WordRules,
    packed,
    postings_of,
    title_words,
)
from fokusbericht.search.knowledge import Knowledge
from fokusbericht.search.normal import fold, raw_words, term_of
from fokusbericht.words import search

DIRECTORY = "verzeichnis.js"
LARGE = 3_000  # documents; with more, their texts come in files of their own
SHARD = 2_000  # documents whose texts share a file
SHORT = tuple(number for number in range(len(FIELDS)) if number != TEXT)


def file_names(total: int) -> tuple[str, ...]:
    """Return the names of all files, by the number of documents."""
    shards = -(-total // SHARD) if total > LARGE else 0
    return (DIRECTORY, *(f"texte-{number + 1}.js" for number in range(shards)))


def script(name: str, content: object) -> bytes:
    """Return data as a script that sets it."""
    return b"window." + name.encode() + b"=" + orjson.dumps(content) + b";\n"


def directory(documents: Sequence[Findable], knowledge: Knowledge) -> Mapping[str, bytes]:
    """Return all files, by name."""
    postings, lengths = postings_of(documents, _words(documents, knowledge))
    _mark(postings, documents, knowledge)
    shards = file_names(len(documents))[1:]
    index = packed(postings, SHORT if shards else range(len(FIELDS)))
    told = {"felder": FIELDS, "laengen": lengths, "teile": len(shards), **index}
    content = {**_lists(documents, knowledge), "verzeichnis": told}
    files = {DIRECTORY: script("fokusVerzeichnis", content)}
    for number, name in enumerate(shards):
        part = range(number * SHARD, (number + 1) * SHARD)
        files[name] = script(f"fokusTexte{number + 1}", packed(_of(postings, part), (TEXT,)))
    return files


def _words(documents: Sequence[Findable], knowledge: Knowledge) -> WordRules:
    """Return which words are passed over, and what others are made of."""
    names = (name for place in knowledge.places for name in place.names)
    whole = {term_of(word) for name in names for word in raw_words(name)}
    compounds = Compounds(knowledge.parts, title_words(documents), whole)
    return WordRules(frozenset(map(fold, search.STOP_WORDS.split())), compounds)


def _mark(postings: Postings, documents: Sequence[Findable], knowledge: Knowledge) -> None:
    """Let the words that mean the same find where they lead: by terms that nobody types."""
    numbers = {
        name: number for number, one in enumerate(documents) for name in (one.target, one.url)
    }
    for number, synonym in enumerate(knowledge.synonyms):
        targets = dict.fromkeys(numbers[one] for one in synonym.targets if one in numbers)
        for rank, target in enumerate(targets):
            postings[f"#{number}.{rank}"] = {NAMES: [target]}


def _of(postings: Postings, part: range) -> Postings:
    """Return the places in the texts of some documents."""
    found = {
        term: [one for one in places.get(TEXT, ()) if one in part]
        for term, places in postings.items()
    }
    return {term: {TEXT: numbers} for term, numbers in found.items() if numbers}


def _lists(documents: Sequence[Findable], knowledge: Knowledge) -> Mapping[str, object]:
    kinds = list(dict.fromkeys(one.kind for one in documents))
    wheres = list(dict.fromkeys(one.where for one in documents))
    return {
        "arten": [(kind, *search.KINDS[kind]) for kind in kinds],
        "wo": wheres,
        "felder": knowledge.fields,
        "gruppen": knowledge.groups,
        "staende": knowledge.states,
        "dokumente": {
            "art": [kinds.index(one.kind) for one in documents],
            "wo": [wheres.index(one.where) for one in documents],
            **{name: [read(one) or 0 for one in documents] for name, read in _COLUMNS.items()},
        },
        "orte": [astuple(one) for one in knowledge.places],
        "postleitzahlen": knowledge.postcodes,
        "synonyme": [one.words for one in knowledge.synonyms],
        "wortteile": knowledge.parts,
        "worte": search.phrases(),
    }


_COLUMNS: Mapping[str, Callable[[Findable], object]] = {
    "adresse": lambda one: one.url.removeprefix("/"),
    "titel": lambda one: one.title,
    "kurz": lambda one: one.summary,
    "gewicht": lambda one: round(one.weighs() * 100),
    "jahr": lambda one: one.years,
    "feld": lambda one: one.fields,
    "gruppe": lambda one: one.groups,
    "stand": lambda one: one.state,
    "ort": lambda one: one.places,
    "namen": lambda one: one.names,
    "schluessel": lambda one: one.keys,
}
