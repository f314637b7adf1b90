"""Who mentions whom: in the heads of files and in their texts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from fokusbericht.model.base import Key, Kind, Ref, Text, Thing
from fokusbericht.model.figures import Kommentar
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Begriff
from fokusbericht.problems import Place
from fokusbericht.text.prose import find_embeds, find_links

# Embeds that draw an indicator; one shows a picture; the others take free text.
FIGURE_EMBEDS = ("karte", "diagramm", "kennzahl", "tabelle")
PICTURE_EMBED = "bild"
TEXT_EMBEDS = ("luecke",)


def find_refs(value: object) -> Iterator[Ref]:
    """Yield all references in the fields of a thing, however deep."""
    kind = type(value)
    if kind is Ref:
        yield value  # type: ignore[misc]
    elif kind is tuple:
        for item in value:  # type: ignore[attr-defined]
            yield from find_refs(item)
    else:
        for name in _inner_fields(kind):  # type: ignore[arg-type]
            yield from find_refs(getattr(value, name))


@cache
def _inner_fields(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass that may hold references; none for all other types."""
    if not is_dataclass(kind) or kind is Text:
        return ()
    # A thing's own key is no reference, and the figures of an indicator hold none.
    return tuple(field.name for field in fields(kind) if field.name not in ("key", "werte"))


def figure_of(argument: str) -> tuple[str, int | None]:
    """Return the indicator and year of an embed: "leerstandsquote, 2022"."""
    name, _, year = argument.partition(",")
    return name.strip(), int(year) if year.strip().isdigit() else None


def shown_pictures(report: Report) -> frozenset[str]:
    """Return the names of all pictures that some text shows."""
    embeds = (embed for text in report.texts() for embed in find_embeds(text))
    return frozenset(embed.label for embed in embeds if embed.target == PICTURE_EMBED)


def mentions(report: Report, thing: Thing | Begriff) -> Iterator[Key]:
    """Return the keys of all that a thing mentions, in its head and its text."""
    return (key for key, _ in placed_mentions(thing, report.find))


def placed_mentions(
    source: Thing | Begriff, find: Callable[[str], Key | None]
) -> Iterator[tuple[Key, Place]]:
    """Yield what a thing mentions, each with its place; `find` says what a link means."""
    for ref in find_refs(source):
        yield ref.key, ref.place
    text = source.erklaerung if isinstance(source, Begriff) else source.body
    for link in find_links(text):
        key = find(link.target)
        if key:
            yield key, link.place
    for embed in find_embeds(text):
        if embed.target in FIGURE_EMBEDS:
            yield Key(Kind.INDIKATOR, figure_of(embed.label)[0]), embed.place


def back_references(
    things: Iterable[Thing], mentioned: Callable[[Thing], Iterable[Key]]
) -> Mapping[Key, tuple[Key, ...]]:
    """Return for each key the keys of the things that mention it, sorted.

    A commentary counts as a mention by the indicator it reads; the same in Leichte Sprache is none.
    """
    found: dict[Key, set[Key]] = {}
    for thing in things:
        if thing.key.kind is Kind.LEICHT:
            continue
        source = thing.indikator.key if isinstance(thing, Kommentar) else thing.key
        for key in mentioned(thing):
            if key != source:
                found.setdefault(key, set()).add(source)
    return {key: tuple(sorted(sources)) for key, sources in found.items()}


@query
def successors(report: Report) -> Mapping[Key, tuple[Key, ...]]:
    """Return for each recommendation those that name it as their predecessor."""
    found: dict[Key, set[Key]] = {}
    for one in report.empfehlungen.values():
        for ref in one.vorgaenger:
            found.setdefault(ref.key, set()).add(one.key)
    return {key: tuple(sorted(others)) for key, others in found.items()}


def is_continued(report: Report, key: Key) -> bool:
    """Say whether a later recommendation or decision that is real carries the matter on."""
    later = (*successors(report).get(key, ()), *later_decisions(report).get(key, ()))
    return any(one not in report.examples for one in later)


@query
def later_decisions(report: Report) -> Mapping[Key, tuple[Key, ...]]:
    """Return for each decision those that name it as an earlier one of the same matter."""
    found: dict[Key, list[Key]] = {}
    for one in report.beschluesse.values():
        for ref in one.vorgaenger:
            found.setdefault(ref.key, []).append(one.key)
    return {key: tuple(sorted(others)) for key, others in found.items()}
