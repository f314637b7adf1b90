"""Captions of films (WebVTT): read cue by cue, and written anew from what was read.

Notes, styles and regions are left out: nothing is published but times and text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape

from fokusbericht.media.faults import Fault

LONGEST = 2_000_000  # characters; an hour of talk has some 60,000
TIME = r"(?:([0-9]{2,3}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
TIMING = re.compile(rf"[ \t]*{TIME}[ \t]+-->[ \t]+{TIME}(?:[ \t]+(.*))?[ \t]*")
WITH_COMMA = re.compile(r"[ \t]*(?:[0-9]+:)?[0-9]+:[0-9]+,[0-9]+[ \t]*-->")
STAMP = re.compile(TIME)
TAG = re.compile(r"<(/?)([^<>]*)>|[<>]")
OPENING = re.compile(r"(b|i|u|c|ruby|rt|v|lang)((?:\.[\w-]+)*)(?:[ \t]+([^\n]*))?")
SETTING = re.compile(
    r"vertical:(?:rl|lr)|align:(?:start|center|end|left|right)|size:[0-9]{1,3}(?:\.[0-9]+)?%"
    r"|line:-?[0-9]{1,3}(?:\.[0-9]+)?%?(?:,(?:start|center|end))?"
    r"|position:[0-9]{1,3}(?:\.[0-9]+)?%(?:,(?:line-left|center|line-right))?"
)
LEFT_OUT = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")
NO_HEAD = "Untertitel beginnen mit einer Zeile „WEBVTT“ und einer leeren Zeile."
IS_SRT = "Das sind Untertitel der Art SRT. Bitte als WebVTT (.vtt) speichern."
NO_CUE = "Die Datei enthält keine Untertitel."
NO_TIMING = "Hier wird eine Zeit erwartet, etwa „00:01.000 --> 00:04.000“."
COMMA = "Vor den Tausendsteln steht in WebVTT ein Punkt, kein Komma."
NO_GAP = "Vor der Zeit eines Untertitels steht eine leere Zeile."
NO_TEXT = "Dieser Untertitel hat keinen Text."
NO_MARK = "„{}“ ist in Untertiteln nicht erlaubt. Möglich sind <b>, <i>, <u>, <v Name> und <c>."
NO_END = "„<{}>“ wird nicht geschlossen."
NOT_OPEN = "„</{}>“ schließt nichts, was offen ist."
BRACKET = "Ein „{}“ im Text schreibt man als „{}“."


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from one moment to another, in milliseconds; the text is clean markup."""

    line: int
    start: int
    end: int
    settings: str
    text: str


def read_captions(text: str) -> tuple[list[Cue], list[Fault]]:
    """Return all cues of a text, and what is wrong with it; line ends are LF, CR or both."""
    if len(text) > LONGEST:
        return [], [Fault(1, 1, "Für Untertitel ist diese Datei viel zu groß.")]
    lines = re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff"))
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        is_srt = any(WITH_COMMA.match(line) for line in lines[:5])
        return [], [Fault(1, 1, IS_SRT if is_srt else NO_HEAD)]
    cues: list[Cue] = []
    faults: list[Fault] = []
    for first, block in _blocks(lines):
        cue = _cue(first, block, faults)
        if cue is not None:
            faults += _order(cue, cues)
            cues.append(cue)
    if not cues and not faults:
        faults.append(Fault(1, 1, NO_CUE))
    return cues, faults


def write_captions(cues: list[Cue]) -> str:
    """Return captions that hold these cues and nothing else."""
    parts = ["WEBVTT\n"]
    for cue in cues:
        settings = f" {cue.settings}" if cue.settings else ""
        parts.append(f"{_clock(cue.start)} --> {_clock(cue.end)}{settings}\n{cue.text}\n")
    return "\n".join(parts)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield what stands between empty lines after the head, each with its first line."""
    block: list[str] = []
    is_head = True
    for number, line in enumerate([*lines[1:], ""], start=2):
        if line.strip(" \t"):
            block.append(line)
            continue
        # What follows the first line without a gap is the head's, unless it is a cue already.
        is_cue = any("-->" in one for one in block)
        if block and (is_cue or not is_head) and not LEFT_OUT.fullmatch(block[0]):
            yield number - len(block), block
        block, is_head = [], False


def _cue(first: int, block: list[str], faults: list[Fault]) -> Cue | None:
    """Return the cue of a block: perhaps a name, the times, lines of text."""
    here = 0 if "-->" in block[0] or len(block) == 1 else 1
    match = TIMING.fullmatch(block[here])
    if not match:
        sentence = COMMA if WITH_COMMA.match(block[here]) else NO_TIMING
        faults.append(Fault(first + here, 1, sentence))
        return None
    start, end = _milliseconds(match.groups()[:4]), _milliseconds(match.groups()[4:8])
    if start >= end:
        faults.append(Fault(first + here, 1, "Dieser Untertitel endet, ehe er beginnt."))
    settings = " ".join(one for one in (match[9] or "").split() if SETTING.fullmatch(one))
    reader = _CueText(faults)
    text = "\n".join(
        reader.line(first + here + 1 + number, line)
        for number, line in enumerate(block[here + 1 :])
    )
    reader.close()
    if not unescape(re.sub(r"<[^<>]*>", "", text)).strip():
        faults.append(Fault(first + here, 1, NO_TEXT))
    return Cue(first + here, start, end, settings, text)


def _order(cue: Cue, before: list[Cue]) -> Iterator[Fault]:
    if before and cue.start < before[-1].start:
        yield Fault(cue.line, 1, "Dieser Untertitel beginnt vor dem, der über ihm steht.")
    elif before and cue.start < before[-1].end:
        yield Fault(cue.line, 1, "Dieser Untertitel beginnt, ehe der über ihm endet.")


@dataclass(slots=True)
class _CueText:
    """Reads the text of a cue; what is opened in one line may be closed in another."""

    faults: list[Fault]
    open: list[tuple[str, int, int]] = field(default_factory=list)

    def line(self, number: int, line: str) -> str:
        """Return a line with the markup that the format knows, all else as text."""
        if "-->" in line:
            self.faults.append(Fault(number, line.index("-->") + 1, NO_GAP))
            return ""
        parts, place = [], 0
        for match in TAG.finditer(line):
            parts.append(_as_text(line[place : match.start()]))
            parts.append(self.tag(match, number, match.start() + 1))
            place = match.end()
        return "".join((*parts, _as_text(line[place:])))

    def tag(self, match: re.Match[str], line: int, column: int) -> str:
        """Return a tag written anew; one that is not allowed is told."""
        if match[2] is None:
            other = "&lt;" if match[0] == "<" else "&gt;"
            return self.fault(line, column, BRACKET.format(match[0], other))
        if match[1]:
            return self.end(match[2].strip(), line, column)
        if STAMP.fullmatch(match[2]):
            return match[0]
        opening = OPENING.fullmatch(match[2].strip())
        if not opening or (opening[3] and opening[1] not in ("v", "lang")):
            return self.fault(line, column, NO_MARK.format(match[0][:60]))
        self.open.append((opening[1], line, column))
        return f"<{opening[1]} {_as_text(opening[3])}>" if opening[3] else f"<{opening[1]}>"

    def end(self, name: str, line: int, column: int) -> str:
        """Return the end of what was opened last."""
        if not self.open or self.open[-1][0] != name:
            return self.fault(line, column, NOT_OPEN.format(name[:60]))
        self.open.pop()
        return f"</{name}>"

    def close(self) -> None:
        """Tell of what is still open; who speaks may speak to the end."""
        for name, line, column in self.open:
            if name not in ("v", "lang", "c"):
                self.fault(line, column, NO_END.format(name))

    def fault(self, line: int, column: int, sentence: str) -> str:
        """Tell a fault; nothing of it is written."""
        self.faults.append(Fault(line, column, sentence))
        return ""


def _as_text(text: str) -> str:
    return escape(unescape(text), quote=False)


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def _clock(time: int) -> str:
    seconds, rest = divmod(time, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"
