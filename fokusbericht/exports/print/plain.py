"""Content as the plain data that templates for paper take: words stay words, whatever is in them.

Each thing is a mapping with its fields and its `type`; addresses of the site are whole. What has an
address tells also how it is `shown`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from urllib.parse import unquote

from fokusbericht.exports.office import FORBIDDEN
from fokusbericht.text.blocks import Block, Heading, Item, Listing

ADDRESSES = ("href", "url")
Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


def plain(value: object, base: str, level: int = 2) -> Plain:
    """Return something as plain data; `base` is where the site lies, without a slash at its end.

    Headings among blocks begin at a `level` and leave none out, as readers by ear go by them.
    """
    if isinstance(value, Listing):
        return {"type": "Listing", "lists": _lists(value.items, base)}
    if is_dataclass(value) and not isinstance(value, type):
        found = {
            one.name: _field(one.name, getattr(value, one.name), base) for one in fields(value)
        }
        for name in ADDRESSES:
            if address := found.get(name):
                found |= {"address": address, "shown": shown_address(str(address))}
        if blocks := getattr(value, "blocks", None):
            found["blocks"] = plain_blocks(blocks, base, level)
        return {"type": type(value).__name__, **found}
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return FORBIDDEN.sub("", value)
    if isinstance(value, Mapping):
        return {str(name): _field(str(name), one, base) for name, one in value.items()}
    if isinstance(value, Sequence):
        return [plain(one, base, level) for one in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    raise TypeError(f"{type(value).__name__} cannot be set")


def plain_blocks(blocks: Sequence[Block], base: str, level: int = 2) -> Plain:
    """Return blocks as plain data; their first heading is of a `level`."""
    return [plain(block, base) for block in _levelled(blocks, level)]


def shown_address(address: str) -> str:
    """Return an address as it is printed: as short as it can still be typed."""
    plain_letters = unquote(address)
    said = plain_letters if plain_letters.isprintable() and " " not in plain_letters else address
    return said.removeprefix("https://").removesuffix("/")


def _field(name: str, value: object, base: str) -> Plain:
    if name in ADDRESSES and isinstance(value, str) and value.startswith("/"):
        value = f"{base}{value}"
    return plain(value, base)


def _levelled(blocks: Sequence[Block], level: int) -> Iterator[Block]:
    """Yield blocks whose headings go down by one level at most; who is equal stays equal."""
    above: list[int] = []  # the levels, as written, of the headings that one stands under
    for block in blocks:
        if isinstance(block, Heading):
            above = [one for one in above if one < block.level]
            yield Heading(level + len(above), block.runs)
            above.append(block.level)
        else:
            yield block


def _lists(items: Sequence[Item], base: str, depth: int = 0) -> list[Plain]:
    """Return items as lists within one another: each kind of mark begins a list of its own."""
    found: list[dict[str, Plain]] = []
    rows: list[Plain] = []
    for item, inner in _with_inner(items, depth):
        if item.goes_on and rows:
            rows[-1]["after"] = plain(item.runs, base)  # type: ignore[index,call-overload]
            continue
        if not found or found[-1]["ordered"] != item.ordered or item.number:
            rows = []
            start = item.number or 1
            found.append({"ordered": item.ordered, "start": start, "items": rows})
        rows.append(
            {"runs": plain(item.runs, base), "inner": _lists(inner, base, depth + 1), "after": []}
        )
    return list(found)


def _with_inner(items: Sequence[Item], depth: int) -> Iterator[tuple[Item, list[Item]]]:
    """Yield the items of a depth, each with those below it."""
    number = 0
    while number < len(items):
        end = number + 1
        while end < len(items) and items[end].depth > depth:
            end += 1
        yield items[number], list(items[number + 1 : end])
        number = end
