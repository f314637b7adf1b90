"""Who mentions whom: in the heads of files and in their texts."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from fokusbericht.model import Begriff, Key, Kind, Kommentar, Ref, Report, Text, Thing
from fokusbericht.prose import find_embeds, find_links

# Embeds that draw an indicator; the others take free text.
FIGURE_EMBEDS = ("karte", "diagramm", "kennzahl", "tabelle")
TEXT_EMBEDS = ("luecke",)


def find_refs(value: object) -> Iterator[Ref]:
    """Yield all references in the fields of a thing, however deep."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from find_refs(item)
    elif is_dataclass(value) and not isinstance(value, Text | type):
        for field in fields(value):
            # A thing's own key is no reference, and the figures of an indicator hold none.
            if field.name not in ("key", "werte"):
                yield from find_refs(getattr(value, field.name))


def figure_of(argument: str) -> tuple[str, int | None]:
    """Return the indicator and year of an embed: "leerstandsquote, 2022"."""
    name, _, year = argument.partition(",")
    return name.strip(), int(year) if year.strip().isdigit() else None


def mentions(report: Report, thing: Thing | Begriff) -> Iterator[Key]:
    """Yield the keys of all that a thing mentions, in its head and its text."""
    for ref in find_refs(thing):
        yield ref.key
    text = thing.erklaerung if isinstance(thing, Begriff) else thing.body
    for link in find_links(text):
        key = report.find(link.target)
        if key:
            yield key
    for embed in find_embeds(text):
        if embed.target in FIGURE_EMBEDS:
            yield Key(Kind.INDIKATOR, figure_of(embed.label)[0])


def back_references(report: Report) -> Mapping[Key, tuple[Key, ...]]:
    """Return for each key the keys of the things that mention it, sorted.

    A commentary counts as a mention by the indicator it reads.
    """
    found: dict[Key, set[Key]] = {}
    for thing in report.things():
        source = thing.indikator.key if isinstance(thing, Kommentar) else thing.key
        for key in mentions(report, thing):
            if key != source:
                found.setdefault(key, set()).add(source)
    return {key: tuple(sorted(sources)) for key, sources in found.items()}
