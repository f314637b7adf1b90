"""What a sentence says: which place it gives which number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fokusbericht.audit.context import Context, years_in
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.lines import LinkedText, Token, tokens
from fokusbericht.audit.numbers import GERMAN, Printed
from fokusbericht.audit.sightings import Sighting, Sure

_DIGIT = re.compile(r"\d")
# What may stand between a place and its number, titles and years apart.
_BREATH = re.compile(
    r"(?:[\s:(,·–„“]|auffällig (?:hoch|niedrig)|ist|war|hat|hatte|liegt|lag|beträgt|betrug|sind|je"
    r"|waren|es|die|der|das|Zahl|Anteil|Wert|Rate|bei|mit|von|im|in|Jahr|ähnlich|anders)*"
)
_CHAIN = re.compile(r"[^.;:·]{0,30}\s(?:auf|statt)\s(?:etwa\s)?")
_LEAD = re.compile(r"\s*(?:ähnlich)?\s*:")
_BEHIND = re.compile(r"\s*(?:in|im|auf)\s(?:der\s|dem\s)?")
_TAIL = re.compile(rf"\s*(?:\((?:\d{{4}})\)\s*)?(?:(?:statt|bis|auf|und)\s{GERMAN}\s*)?")
_OWN_YEAR = re.compile(r"[^\d.;·()]{0,24}[(,]\s?(?:31\.12\.)?((?:19|20)\d\d)\b")
_IN_BRACKETS = re.compile(r"\((?:je )?$")  # "am niedrigsten in Nordort (0,8)"
_WITH_YEAR = re.compile(r"\s\((?:19|20)\d\d\)")  # "auf 5,2 (2022)"
_SPAN = re.compile(r"Von ((?:19|20)\d\d) bis ((?:19|20)\d\d)\b")
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)(?: lag \w+)? (?:bei|auf) (?:plus )?$")
_BARE = re.compile(r"\s*(?:$|[,;·)(]|statt\b|im\b|in\b|(?:19|20)\d\d\b)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with what is known before it begins."""

    lexicon: Lexicon
    context: Context
    text: str
    tokens: tuple[Token, ...]
    years: tuple[int, ...]


def read_line(
    lexicon: Lexicon, context: Context, line: LinkedText, where: str, sure: Sure = Sure.SAID
) -> Iterator[Sighting]:
    """Yield what a line of text says of places and their numbers in one breath."""
    if not _DIGIT.search(line.text):
        return
    before: Token | None = None
    for sentence in line.sentences():
        found = tuple(tokens(lexicon, context.path, sentence))
        years = years_in(lexicon.title_pattern.sub(" ", sentence.text))
        context = replace(context, year=0 if years else context.year)
        if len(years) == 1:
            context = replace(context, year=years[0])
        titles = [one for one in found if one.indicator]
        said = Statement(lexicon, context, sentence.text, found, years)
        yield from _read(said, before, where, sure)
        before = titles[-1] if titles else before


def _read(said: Statement, before: Token | None, where: str, sure: Sure) -> Iterator[Sighting]:
    for position, token in enumerate(said.tokens):
        if token.number is None:
            continue
        indicator = _indicator(said, position, before)
        if indicator not in said.lexicon.protected:
            continue
        areas, close = _areas(said, position)
        if not areas or not close:
            continue
        if _is_figure(said, token, indicator):
            year, path = _year(said, token), said.context.path
            yield sighting(indicator, areas, year, token.number, path, where, sure)


def sighting(
    indicator: str,
    areas: tuple[str, ...],
    year: int,
    number: Printed,
    path: str,
    where: str,
    sure: Sure = Sure.READ,
) -> Sighting:
    """Return a printed number as a sighting."""
    return Sighting(
        indicator, areas[0], year, number.low, number.high, path, where, sure, areas[1:]
    )


def _indicator(said: Statement, position: int, before: Token | None) -> str:
    """Return the title last named before a number, else that of the page, else one after it."""
    named = [one.indicator for one in said.tokens[:position] if one.indicator]
    if named:
        return named[-1]
    if said.context.indicator:
        return said.context.indicator
    if before:
        return before.indicator
    later = [one.indicator for one in said.tokens[position:] if one.indicator]
    return later[0] if later else ""


def _areas(said: Statement, position: int) -> tuple[tuple[str, ...], bool]:
    """Return the area a number belongs to, and whether both are said in one breath."""
    token = said.tokens[position]
    behind = said.tokens[position + 1] if position + 1 < len(said.tokens) else None
    for index in range(position - 1, -1, -1):
        one = said.tokens[index]
        if one.number and not _is_chained(said, one, token):
            break
        if one.number and said.text[one.end : token.start].strip().endswith("statt"):
            return said.context.areas, bool(said.context.areas)
        if one.number:
            return _areas(said, index)
        if one.areas:
            return one.areas, _is_breath(said, one.end, token.start)
    if leading := _leading(said, position):
        return leading, True
    if behind and behind.areas and _BEHIND.fullmatch(_after_unit(said, token, behind.start)):
        return behind.areas, True
    return _implied(said, position)


def _leading(said: Statement, position: int) -> tuple[str, ...]:
    """Return the place a list of figures begins with: "Appen: Mieten 7,9 €, Leerstand 1,9 %"."""
    first, token = said.tokens[0], said.tokens[position]
    titles = [one for one in said.tokens[:position] if one.indicator]
    if not first.areas or not titles or not _LEAD.match(said.text, first.end):
        return ()
    return first.areas if _is_breath(said, titles[-1].end, token.start) else ()


def _implied(said: Statement, position: int) -> tuple[tuple[str, ...], bool]:
    """Return the page's place, or another the sentence names; close if a title stands before."""
    token = said.tokens[position]
    titles = [one for one in said.tokens[:position] if one.indicator]
    earlier = [one for one in said.tokens[:position] if one.number]
    if said.context.areas:
        close = bool(titles) and _is_breath(said, titles[-1].end, token.start)
        return said.context.areas, close and (not earlier or earlier[-1].end <= titles[-1].start)
    named = [one for one in said.tokens if one.areas]
    if named:
        return named[-1].areas, False
    return (said.lexicon.county,), False


def _is_breath(said: Statement, start: int, end: int) -> bool:
    """Say whether only titles, years and small words stand between a place and its number."""
    rest, here = [], start
    for one in said.tokens:
        if start <= one.start and one.end <= end and (one.indicator or one.year):
            rest.append(said.text[here : one.start])
            here = one.end
    return bool(_BREATH.fullmatch(" ".join((*rest, said.text[here:end]))))


def _is_chained(said: Statement, one: Token, other: Token) -> bool:
    return bool(_CHAIN.fullmatch(said.text[one.end : other.start]))


def _after_unit(said: Statement, token: Token, end: int) -> str:
    rest = said.text[token.end : end]
    for unit in {unit for units in said.lexicon.units.values() for unit in units}:
        if unit and rest.lstrip().startswith(unit):
            return rest.lstrip()[len(unit) :]
    return rest


def _has_unit(said: Statement, token: Token, indicator: str) -> bool:
    rest = said.text[token.end :]
    tail = _TAIL.match(rest)
    rests = (rest.lstrip(), rest[tail.end() :] if tail else "")
    return any(
        one.startswith(unit) for unit in said.lexicon.units[indicator] if unit for one in rests
    )


def _is_figure(said: Statement, token: Token, indicator: str) -> bool:
    rest = said.text[token.end :]
    if rest.startswith(")") and _IN_BRACKETS.search(said.text[: token.start]):
        return True
    if _WITH_YEAR.match(rest):
        return True
    return _has_unit(said, token, indicator) or _is_bare(said, token, indicator)


def _is_bare(said: Statement, token: Token, indicator: str) -> bool:
    """Say whether a number stands alone, as figures do whose unit is told elsewhere."""
    units = said.lexicon.units[indicator]
    return "%" not in units and bool(_BARE.match(said.text, token.end))


def _year(said: Statement, token: Token) -> int:
    """Return the year of a number: its own, else that of what stands over it."""
    own = _OWN_YEAR.match(said.text, token.end)
    own = own or _YEAR_BEFORE.search(said.text[: token.start])
    span = _SPAN.match(said.text)
    if own or not span:
        return int(own[1]) if own else said.context.year
    before = sum(one.number is not None for one in said.tokens if one.start < token.start)
    return int(span[1 + min(before, 1)])
