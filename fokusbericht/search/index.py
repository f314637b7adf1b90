"""The index of all documents, for MiniSearch; packed, as it is loaded over the wire.

    {"felder": ["titel", "namen", "teile", "kurz", "text"],
     "begriffe": "0abend 2lehn 5nung …",
     "stellen": [[17, 1, 12, 2, 3, 40], …],
     "laengen": [[3, 0, 1, 12, 80], …]}

A term begins with how many letters it shares with the one before it, in base 36. Its places follow
in `stellen`, in the order of the terms: which fields have it, as bits; for each of these the count
of documents, then their numbers, each as the difference to the one before. How often a word stands
in a text is not told. `laengen` are the words of each field, document by document.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fokusbericht.search.compounds import Compounds
from fokusbericht.search.documents import Findable
from fokusbericht.search.normal import fold, raw_words, term_of

FIELDS = ("titel", "namen", "teile", "kurz", "text")
TITLE, NAMES, PARTS, SUMMARY, TEXT = range(len(FIELDS))
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
COMMON = 0.25  # words in more of the texts than this tell nothing

Postings = dict[str, dict[int, list[int]]]  # of a term: by field the numbers of documents
Lengths = list[list[int]]  # of each document: the words of its fields


@dataclass(frozen=True, slots=True)
class WordRules:
    """The words of the report that decide how others are read."""

    stop: frozenset[str]  # folded words that nobody looks for; „Männer“ is none, though its term is
    compounds: Compounds


def title_words(documents: Iterable[Findable]) -> set[str]:
    """Return the terms that titles and names are made of."""
    return {
        term_of(word)
        for one in documents
        for text in (one.title, *one.names)
        for word in raw_words(text)
        if not word.isdigit()
    }


def fields_of(document: Findable, words: WordRules) -> tuple[list[str], ...]:
    """Return what each field of a document is found by; a word counts where it weighs most."""
    title, names, summary, text = (
        [word for word in raw_words(text) if fold(word) not in words.stop]
        for text in (
            document.title,
            " ".join((*document.names, *document.keys)),
            document.summary,
            document.text,
        )
    )
    parts = [part for word in (*title, *names) for part in words.compounds.parts_of(word)]
    text = [word for word in text if not word[0].isdigit() or is_year(word)]
    shown = [map(term_of, title), map(term_of, names), parts, map(term_of, summary)]
    taken: set[str] = set()
    fields = []
    for field in (*shown, map(term_of, text)):
        fresh = [one for one in dict.fromkeys(field) if one not in taken]
        taken.update(fresh)
        fields.append(fresh)
    return tuple(fields)


def is_year(word: str) -> bool:
    """Say whether a number is a year; others are not looked for in texts."""
    return len(word) == 4 and word.startswith(("19", "20")) and word.isdigit()


def postings_of(documents: Sequence[Findable], words: WordRules) -> tuple[Postings, Lengths]:
    """Return where each term stands, and how long each field is."""
    found: Postings = {}
    lengths: Lengths = []
    for number, document in enumerate(documents):
        fields = fields_of(document, words)
        lengths.append([len(one) for one in fields])
        for field, terms in enumerate(fields):
            for term in terms:
                found.setdefault(term, {}).setdefault(field, []).append(number)
    return _without_common(found, len(documents)), lengths


def _without_common(found: Postings, total: int) -> Postings:
    """Leave out of texts what stands in many of them."""
    most = max(20, total * COMMON)
    for places in found.values():
        if len(places.get(TEXT, ())) > most:
            del places[TEXT]
    return {term: places for term, places in found.items() if places}


def packed(postings: Postings, fields: Collection[int]) -> Mapping[str, object]:
    """Return terms and places of some fields, packed."""
    shown = {
        term: {field: places[field] for field in fields if field in places}
        for term, places in sorted(postings.items())
    }
    shown = {term: places for term, places in shown.items() if places}
    return {
        "begriffe": " ".join(_front_coded(shown)),
        "stellen": [[*_places(places, fields)] for places in shown.values()],
    }


def _front_coded(terms: Iterable[str]) -> Iterator[str]:
    before = ""
    for term in terms:
        same = 0
        while same < len(DIGITS) - 1 and term[same : same + 1] == before[same : same + 1] != "":
            same += 1
        yield DIGITS[same] + term[same:]
        before = term


def _places(places: Mapping[int, list[int]], fields: Collection[int]) -> Iterator[int]:
    """Yield which fields there are, as bits, then for each the documents."""
    yield sum(1 << number for number, field in enumerate(fields) if field in places)
    for numbers in (places[field] for field in fields if field in places):
        yield len(numbers)
        before = 0
        for number in numbers:
            yield number - before
            before = number
