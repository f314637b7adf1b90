"""What in a text cannot be read as it was meant, each at its place."""

import re
from collections.abc import Iterator

from fokusbericht.model.base import Text
from fokusbericht.problems import Place
from fokusbericht.text.prose.blocks import Misreading, Reading, leaves
from fokusbericht.text.prose.limits import LONGEST, MARK, MOST_MARKS, why_too_long
from fokusbericht.text.prose.marks import EMBED, place_at, without_code
from fokusbericht.text.prose.reading import OPEN_CODE, read

# Most texts hold nothing of the kind, and need not be read for it.
SUSPICIOUS = re.compile(
    r"```|~~~|\[\^|\||\{[ \t]*+[#:.]|^[ \t]*-{2,}[ \t]*$|[>][> \t]{7}|^[ \t]{14}"
    r"|^[ \t>*+-]*+#[ \t#]*+$",
    re.MULTILINE,
)
NOTE = re.compile(r"\[\^([^\[\]\n]{0,60})\](:?)")
MISSING = "Die Fußnote „[^{}]“ ist nirgends erklärt. Am Ende des Textes steht: „[^{}]: …“."
UNUSED = "Die Fußnote „[^{}]“ wird im Text nicht genannt."
EMPTY = "Die Fußnote „[^{}]“ ist leer."
NO_NAME = "„[^{}]“ ist keine Fußnote. Ihr Name ist eine Zahl oder ein Wort: „[^1]“."


def find_faults(text: Text) -> Iterator[tuple[Place, str]]:
    """Yield places and what is wrong there."""
    source = text.source
    if not _is_suspicious(source):
        return
    # Embeds are no part of the text around them.
    reading = read(EMBED.sub(lambda match: "\n" + " " * (len(match[0]) - 1), source))
    found = {*reading.faults, *_too_long(reading)}
    if not any(fault.sentence.startswith(OPEN_CODE[:10]) for fault in found):
        found.update(_notes(reading, without_code(source)))  # else they may stand in that code
    for fault in sorted(found, key=lambda one: (one.offset, one.sentence)):
        yield place_at(text, fault.offset), _sentence(fault, text)


def _sentence(fault: Misreading, text: Text) -> str:
    if fault.earlier < 0:
        return fault.sentence
    return fault.sentence.replace("{Zeile}", str(place_at(text, fault.earlier).line))


def _is_suspicious(source: str) -> bool:
    if len(source) > LONGEST or SUSPICIOUS.search(source):
        return True
    return len(MARK.findall(source)) > MOST_MARKS


def _too_long(reading: Reading) -> Iterator[Misreading]:
    notes = (note.blocks for note in reading.notes.values())
    for blocks in (reading.blocks, *notes):
        for pieces in leaves(blocks):
            if sentence := why_too_long("\n".join(piece.text for piece in pieces)):
                yield Misreading(pieces[0].offset, sentence)


def _notes(reading: Reading, source: str) -> Iterator[Misreading]:
    starts = {note.offset for note in reading.notes.values()}
    used: set[str] = set()
    for match in NOTE.finditer(source):
        name = match[1].lower()
        if match.start() in starts or (match[2] and _is_definition(source, match.start())):
            continue
        used.add(name)
        if name not in reading.notes:
            is_name = name and not re.search(r"[\s^]", name)
            yield Misreading(
                match.start(),
                MISSING.format(match[1], match[1]) if is_name else NO_NAME.format(match[1]),
            )
    for name, note in reading.notes.items():
        if not note.blocks:
            yield Misreading(note.offset, EMPTY.format(name))
        elif name not in used:
            yield Misreading(note.offset, UNUSED.format(name))


def _is_definition(source: str, at: int) -> bool:
    return not source[source.rfind("\n", 0, at) + 1 : at].strip(" \t>")
