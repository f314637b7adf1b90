"""Long words and what they are made of: Altersarmut is found by „Armut“.

What content/wortteile.yml says comes first; else a word is cut where both halves are words of the
report's own titles, with a link between them or none. Names of places are never cut.
"""

from collections.abc import Collection, Iterator, Mapping

from fokusbericht.search.normal import fold, raw_words, term_of, terms
from fokusbericht.search.stemmer import stem
from fokusbericht.words.search import COMPOUND_LINKS

SHORTEST_HEAD, SHORTEST_TAIL = 3, 4  # letters


class Compounds:
    """The parts of words, by the words that titles are made of."""

    def __init__(
        self, checked: Mapping[str, tuple[str, ...]], known: Collection[str], whole: Collection[str]
    ) -> None:
        """`known` are words that others may be made of, `whole` those that are never cut."""
        self._checked = {
            term_of(raw_words(word)[0]): tuple(terms(" ".join(parts)))
            for word, parts in checked.items()
        }
        self._known = {one for one in known if len(one) >= SHORTEST_HEAD} - {*whole}
        self._whole = frozenset(whole)
        self._found: dict[str, tuple[str, ...]] = {}

    def parts_of(self, word: str) -> tuple[str, ...]:
        """Return what a raw word is made of, as terms; nothing of a word that is whole."""
        if word not in self._found:
            self._found[word] = tuple(dict.fromkeys(self._parts(word)))
        return self._found[word]

    def _parts(self, word: str) -> Iterator[str]:
        term = term_of(word)
        if term in self._checked:
            yield from self._checked[term]
        elif term not in self._whole:
            yield from self._cut(fold(word))

    def _cut(self, word: str) -> Iterator[str]:
        """Yield the parts of a folded word, the longest tail first."""
        for at in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
            tail = stem(word[at:])
            if tail in self._known and len(tail) >= SHORTEST_TAIL:
                head = self._head(word[:at])
                if head:
                    yield from (head, tail)
                    yield from self._cut(word[at:])
                    return

    def _head(self, head: str) -> str:
        """Return the word that a head is, without its link to the rest; nothing if it is none."""
        for link in COMPOUND_LINKS:
            bare = stem(head.removesuffix(link)) if head.endswith(link) else ""
            if len(bare) >= SHORTEST_HEAD and bare in self._known:
                return bare
        return ""
