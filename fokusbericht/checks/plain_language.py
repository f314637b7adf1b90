"""Hints on texts in Leichte Sprache: what its rules advise against, as far as a program can see.

They are hints, no problems: whether a text is easy, only the people of a reading group can say.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.model.texts import LeichteSeite
from fokusbericht.problems import Place, Problem, Severity
from fokusbericht.text.language import ABBREVIATIONS, sentences, words
from fokusbericht.text.prose import EMBED, LINK

ID = "leichte-sprache"
LONGEST_SENTENCE = 12  # words
LONGEST_WORD = 15  # letters without a hyphen or a raised dot; „Schwierigkeiten“ must pass

ADDRESS = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
NOTE = re.compile(r"\[\^[^\[\]\s^]{1,60}\]:?|[ \t]\{#[^{}]*\}[ \t]*$")
MARK = re.compile(
    r"^\s*(?:#+|>|[-*+•·▪◦–]|\d+[.)])\s+(?:\[[ xX]\]\s+)?"
)  # in front of a heading, a quote, an item
END = re.compile(r"[.:!?][“)*]*$")
COMMA = re.compile(r",(?!\d)")
GROUPED = re.compile(r"(?<=\d)[.,](?=\d)")  # 76.600 is one word

SHORT = "|".join(sorted(ABBREVIATIONS - {"art", "st"}))  # both are words as well
NOUN = r"[A-ZÄÖÜ][\w-]+"
ADJECTIVE = r"(?:[a-zäöüß]+e[nr]\s+)?"
BECOME = r"(?i:werden?|wirst|wird|werdet|wurden?|worden)"

WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"[%§€&/;()]"),
        "Das Zeichen „{}“ ist schwer zu lesen. Bitte ein Wort oder einen eigenen Satz schreiben.",
    ),
    (
        re.compile(rf"\b(?:[A-Za-z]\.\s?[A-Za-z]\.|(?i:{SHORT})\.(?!\w)|[A-ZÄÖÜ]{{2,}}\b)"),
        "„{}“ ist eine Abkürzung. Bitte ausschreiben.",
    ),
    (
        re.compile(r"\b(?i:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b"),
        "„{}“ ist als Ziffer leichter zu lesen.",
    ),
    (
        re.compile(
            r"\b(?i:(?:würde|könnte|wäre|hätte|müsste|dürfte|gäbe|käme|bräuchte)(?:n|t|st)?|seien?)\b"
        ),
        "„{}“ ist ein Konjunktiv. Bitte schreiben, was ist oder was jemand will.",
    ),
    (
        # "die Zahl der Menschen", "der Rat des Kreises"; but "Hilft der Kreis?" begins a sentence.
        re.compile(
            rf"(?<!^)(?<![.:!?]\s)(?<!„)\b(?!Sie\b|Ihnen\b){NOUN}\s(?:der|des)\s{ADJECTIVE}{NOUN}"
            rf"|\b(?i:des|eines|meines|seines|ihres|unseres)\s{ADJECTIVE}{NOUN}s\b"
            r"|\b(?i:wegen|trotz|statt|aufgrund|innerhalb|außerhalb|während)\s"
            r"(?:des|der|eines|einer|dieses|dieser)\b"
        ),
        "„{}“ klingt nach Genitiv. Leichter ist es mit „von“.",
    ),
    (
        re.compile(rf"[^\W\d_]{{{LONGEST_WORD + 1},}}"),
        "„{}“ ist lang. Bitte mit Bindestrich teilen oder ein leichteres Wort nehmen.",
    ),
)

# A participle stands at the end of its clause, or right before its form of "werden".
PARTICIPLE = re.compile(
    r"\b([a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer)[a-zäöüß]{3,}t|[a-zäöüß]+iert|"
    r"(?:be|ver|er|ent|zer)[a-zäöüß]*(?:loss|roch|ried|chied|gess|lor|fund|rieb|nomm|worf)en)"
    rf"(?=\s*(?:[.,:;!?]|$|und\b|oder\b)|\s{BECOME}\b)"
)
# Infinitives and adjectives that look like one: "Mehr Menschen werden zur Wahl gehen."
NO_PARTICIPLE = re.compile(
    r"(?:gehen|geben|gelten|gehören|gewinnen|gelingen|genießen|geschehen|gestalten|gefallen|"
    r"genügen|zieht|hält|steht|gesamt|gerecht|bereit|bekannt|beliebt|berühmt)$"
)


@dataclass(frozen=True, slots=True)
class _WrittenLine:
    """A line as it is written, and as it is read: without marks, links as their words."""

    place: Place
    written: str
    read: str


def check(report: Report) -> Iterator[Problem]:
    """Yield hints on all pages in Leichte Sprache."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Problem]]:
    """Yield the check of each page in Leichte Sprache."""
    for page in report.leicht.values():
        yield Batch(page.place.path, partial(_check, report, page))


def _check(report: Report, page: LeichteSeite) -> Iterator[Problem]:
    lines = tuple(_lines(report, page))
    for line in lines:
        yield from _check_words(line)
    for place, sentence in _joined(lines):
        yield from _check_sentence(place, sentence)


def _lines(report: Report, page: LeichteSeite) -> Iterator[_WrittenLine]:
    """Yield title and short text, then the lines of the text; empty ones between paragraphs."""
    for text in (page.titel, page.kurz):
        for sentence in sentences(text):
            yield _WrittenLine(page.place, "", sentence)
            yield _WrittenLine(page.place, "", "")
    start = page.body.place
    for number, line in enumerate(page.body.source.split("\n")):
        yield _WrittenLine(start._replace(line=start.line + number), line, _read(report, line))


def _read(report: Report, line: str) -> str:
    if EMBED.fullmatch(line):
        return ""

    def label(match: re.Match[str]) -> str:
        key = report.find(match[1].strip())
        return match[2] or (report.titles[key] if key else match[1])

    read = MARK.sub("", ADDRESS.sub(r"\1", NOTE.sub("", LINK.sub(label, line))))
    return read.replace("**", "").replace("~~", "").rstrip("\\ ").strip()


def _joined(lines: Iterable[_WrittenLine]) -> Iterator[tuple[Place, str]]:
    """Yield what stands from one line's start to a line's end with a mark, or to a break."""
    begun: list[_WrittenLine] = []
    for line in lines:
        if begun and (not line.read or MARK.match(line.written)):
            yield begun[0].place, " ".join(one.read for one in begun)
            begun = []
        if line.read:
            begun.append(line)
        if END.search(line.read) or line.written.startswith("#"):
            yield from ((one.place, " ".join(each.read for each in begun)) for one in begun[:1])
            begun = []
    if begun:
        yield begun[0].place, " ".join(one.read for one in begun)


def _check_words(line: _WrittenLine) -> Iterator[Problem]:
    for pattern, sentence in WORDS:
        for match in pattern.finditer(line.read):
            column = max(line.written.find(match[0]), 0) + 1
            place = line.place._replace(column=column)
            yield _hint(place, sentence.format(match[0]))


def _check_sentence(place: Place, text: str) -> Iterator[Problem]:
    found = sentences(text)
    if len(found) > 1:
        sentence = f"Hier stehen {len(found)} Sätze in einer Zeile. Jeder bekommt eine eigene."
        yield _hint(place, sentence)
    for one in found:
        number = len(words(GROUPED.sub("", one)))
        if number > LONGEST_SENTENCE:
            sentence = f"Der Satz hat {number} Wörter. Leicht sind höchstens {LONGEST_SENTENCE}."
            yield _hint(place, sentence)
        commas = len(COMMA.findall(one))
        if commas > 1:
            sentence = f"Der Satz hat {commas} Kommas. Bitte teilen oder als Liste schreiben."
            yield _hint(place, sentence)
        yield from _check_voice(place, one)


def _check_voice(place: Place, sentence: str) -> Iterator[Problem]:
    if not re.search(rf"\b{BECOME}\b", sentence):
        return
    for match in PARTICIPLE.finditer(sentence):
        if not NO_PARTICIPLE.search(match[1]):
            yield _hint(place, f"„{match[1]}“ klingt nach Passiv. Bitte schreiben, wer es tut.")


def _hint(place: Place, sentence: str) -> Problem:
    return Problem(place, sentence, ID, Severity.WARNING)
