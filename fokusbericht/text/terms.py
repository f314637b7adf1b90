"""Terms of a glossary in running text: which words mean one, whatever their endings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

TOKEN = re.compile(r"-?\w+(?:-\w+)*-?")  # a part that a hyphen leaves open is no whole word
BEGINNING = 3  # letters by which forms are looked up
ENDINGS = ("", "e", "n", "s", "en", "es")
ADJECTIVE = re.compile(r"[^\W\d_]{4,}?(?=e[nrs]?$)")
OF_ADJECTIVES = ("e", "em", "en", "er", "es")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a form: what it begins with, and how it may end."""

    stem: str
    endings: tuple[str, ...]
    is_adjective: bool = False

    def is_met_by(self, word: str) -> bool:
        """Say whether a word of a text is this one."""
        if self.is_adjective:  # big only where it begins a name or a sentence
            word = word[:1].upper() + word[1:]
        return word.startswith(self.stem) and word[len(self.stem) :] in self.endings


@dataclass(frozen=True, slots=True)
class TermForm:
    """What a text may call a term."""

    key: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A term in a text, as it stands there."""

    key: str
    words: str


class Vocabulary:
    """All that texts may call the terms of a glossary; of two that begin alike the longer holds."""

    def __init__(self, forms: Iterable[TermForm]) -> None:
        self.forms: dict[str, list[TermForm]] = {}
        for form in sorted(forms, key=_longest_first):
            beginning = form.words[0].stem[:BEGINNING].lower()
            self.forms.setdefault(beginning, []).append(form)

    def uses(self, text: str) -> Iterator[Use]:
        """Yield the terms that a text uses, in its order; what belongs to one begins no other."""
        tokens = list(TOKEN.finditer(text))
        done = 0
        for at, token in enumerate(tokens):
            found = self.forms.get(token[0][:BEGINNING].lower(), ()) if at >= done else ()
            form = next((one for one in found if _stands_at(one, tokens, at)), None)
            if form:
                done = at + len(form.words)
                words = text[token.start() : tokens[done - 1].end()]
                yield Use(form.key, " ".join(words.split()))


def _longest_first(form: TermForm) -> tuple[int, int, str]:
    return -len(form.words), -sum(len(word.stem) for word in form.words), form.key


def _stands_at(form: TermForm, tokens: list[re.Match[str]], at: int) -> bool:
    met = tokens[at : at + len(form.words)]
    if len(met) < len(form.words):
        return False
    fits = all(word.is_met_by(one[0]) for word, one in zip(form.words, met, strict=True))
    gaps = pairwise(met)
    return fits and all(one.string[one.end() : then.start()].isspace() for one, then in gaps)


def form_of(key: str, written: str) -> TermForm | None:
    """Return a form as texts may decline it: „Freiwillige Aufgabe“ is also „freiwilligen Aufgaben“.

    What holds more than words, such as an addition in brackets, stands in no text.
    """
    tokens = TOKEN.findall(written)
    if not tokens or " ".join(tokens) != written:
        return None
    *before, last = tokens
    return TermForm(key, (*map(_before, before), Word(last, ENDINGS)))


def abbreviation(key: str, written: str) -> TermForm | None:
    """Return a form that is met only as it is written: „SGB II“."""
    words = tuple(Word(one, ("",)) for one in TOKEN.findall(written))
    return TermForm(key, words) if words else None


def _before(word: str) -> Word:
    stem = ADJECTIVE.match(word)
    is_adjective = stem is not None and word[:1].isupper()
    return Word(stem[0], OF_ADJECTIVES, True) if stem and is_adjective else Word(word, ("",))


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds uses in a text again, whatever blanks stand in them."""
    longest_first = sorted(words, key=lambda one: (-len(one), one))
    any_of = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest_first)
    return re.compile(rf"(?<![\w-])(?:{any_of})(?![\w-])")
