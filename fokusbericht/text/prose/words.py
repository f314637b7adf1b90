"""The words of a paragraph before python-markdown reads them: what is no mark is sheltered.

Code, what stands behind a backslash, addresses, and the star between two letters ("Schüler*innen")
must not be taken for a mark. Code and notes become numbered places, single letters become private
ones; both come back when all marks are read.
"""

import re
from collections.abc import Mapping
from html import escape

from fokusbericht.text.prose.anchors import marked
from fokusbericht.text.prose.blocks import Note
from fokusbericht.text.prose.code import code_spans

PRIVATE = 0xE100  # a sheltered letter is as far behind this as it is behind zero
MARKS = re.compile("[\ue000-\ue1ff\x02\x03]")
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
SHELTER = {ord(letter): chr(PRIVATE + ord(letter)) for letter in PUNCTUATION}
AS_HTML = {PRIVATE + ord(letter): escape(letter) for letter in PUNCTUATION}
AS_TEXT = {PRIVATE + ord(letter): letter for letter in PUNCTUATION}
PLACE = re.compile("\ue010([0-9]+)\ue011")
NO_ADDRESS = r"\s<>()\[\]\"'„“”‚‘`"
SPECIAL = re.compile(
    r"\\([!-/:-@\[-`{-~])"
    rf"|(?:https?://|www\.)(?:[^{NO_ADDRESS}*_~]|[*_~]++(?=[^{NO_ADDRESS}*_~.,:;!?])|"
    r"\([^\s<>()]*+\))*+"
    # The gender star, after a letter, a bracket, a quote, a piece of code: never emphasis.
    r"|(?<=[^\W_])(?:\*(?!\*)|_++)(?=[^\W_])"
    r"|(?<=[)\]}»”’“\ue011])\*(?=[a-zäöüß])"
    r"|(?<=[^\s*])\*(?=in(?:nen)?\b(?!\*))"
    r"|\[\^([^\[\]\s^]{1,60})\]"
)
STARS = re.compile(r"\*+")
CLOSERS = ",.;:!?)]}…“”’»"


def without_marks(text: str) -> str:
    """Return a piece of text whose stars and lines are no marks."""
    return "".join(one.translate(SHELTER) if one in "*_~" else one for one in text)


def without_lone_stars(text: str) -> str:
    """Return a text in which the star of "Name*, Straße*", that refers to a remark, is no mark.

    Behind a letter and in front of a comma a star can only close what was opened before.
    """
    if "*" not in text:
        return text
    parts, done = [], 0
    opened: list[int] = []  # how many stars each
    for match in STARS.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        ends_word = after in CLOSERS or (end - start == 1 and after in "-–/")
        if not after.isspace() and (before.isspace() or not ends_word):
            opened.append(end - start)
        elif not before.isspace() and not _closes(opened, end - start) and ends_word:
            parts += [text[done:start], match[0].translate(SHELTER)]
            done = end
    return "".join((*parts, text[done:]))


def _closes(opened: list[int], stars: int) -> bool:
    """Say whether as many stars, or three of both kinds, are open; then they are no longer."""
    fitting = [at for at, one in enumerate(opened) if one == stars or 3 in (one, stars)]
    if fitting:
        at = fitting[-1]
        opened[at:] = [opened[at] - stars] if opened[at] > stars else []
    return bool(fitting)


class Words:
    """Shelters the words of one text, and counts its notes in the order they are mentioned."""

    def __init__(self, notes: Mapping[str, Note], scope: str) -> None:
        self.notes = notes
        self.scope = scope
        self.mentions: dict[str, int] = {}
        self.code: dict[int, str] = {}
        self.own: list[str] = []

    def sheltered(self, text: str) -> str:
        """Return the text as python-markdown may read it."""
        if "`" in text:
            text = self._without_code(text)
        return without_lone_stars(SPECIAL.sub(self._special, text))

    def _without_code(self, text: str) -> str:
        parts, done = [], 0
        for start, end in code_spans(text):
            ticks = len(text[start:end]) - len(text[start:end].lstrip("`"))
            parts += [text[done:start], self._kept(text[start + ticks : end - ticks].strip())]
            done = end
        return "".join((*parts, text[done:]))

    def _kept(self, code: str) -> str:
        self.code[len(self.own)] = code
        return self.place("")

    def place(self, html: str) -> str:
        """Return what stands for HTML of our own until the end."""
        self.own.append(html)
        return f"\ue010{len(self.own) - 1}\ue011"

    def _special(self, match: re.Match[str]) -> str:
        if match[1]:
            return match[1].translate(SHELTER)
        if match[2]:
            name = match[2].lower()
            return self._mention(name) if name in self.notes else match[0]
        return without_marks(match[0])

    def _mention(self, name: str) -> str:
        times = self.mentions.get(name, 0) + 1
        self.mentions[name] = times
        number = list(self.mentions).index(name) + 1
        here, there = self.id_of_mention(number, times), self.id_of_note(number)
        return self.place(
            f'<sup class="fussnote"><a id="{here}" href="#{there}" '
            f'aria-label="Fußnote {number}">{number}</a></sup>'
        )

    def names(self) -> set[str]:
        """Return the names of all notes and mentions, which no heading may have."""
        return {
            name
            for number, times in enumerate(self.mentions.values(), start=1)
            for name in (_note(number), *(_mention(number, one + 1) for one in range(times)))
        }

    def id_of_note(self, number: int) -> str:
        """Return the id of a note."""
        return self._id(_note(number))

    def id_of_mention(self, number: int, times: int) -> str:
        """Return the id of a place that mentions a note, the first or a later time."""
        return self._id(_mention(number, times))

    def _id(self, name: str) -> str:
        return marked(name, self.scope) if self.scope else name

    def as_text(self, words: str) -> str:
        """Return sheltered words as text: addresses, titles, names of headings."""
        text = PLACE.sub(lambda match: self.code.get(int(match[1]), ""), words)
        return text.translate(AS_TEXT)

    def with_code(self, html: str) -> str:
        """Return HTML in which code and letters are back; notes are not yet."""

        def code(match: re.Match[str]) -> str:
            found = self.code.get(int(match[1]))
            return match[0] if found is None else f"<code>{escape(found, quote=False)}</code>"

        return PLACE.sub(code, html).translate(AS_HTML)

    def with_own(self, html: str) -> str:
        """Return sifted HTML in which all that is ours is back."""
        return PLACE.sub(lambda match: self.own[int(match[1])], html)


def _note(number: int) -> str:
    return f"fussnote-{number}"


def _mention(number: int, times: int) -> str:
    return f"fussnote-{number}-stelle{f'-{times}' if times > 1 else ''}"
