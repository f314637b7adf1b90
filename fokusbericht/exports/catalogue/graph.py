"""Statements about things, as Turtle and as JSON-LD: the same graph, written by hand.

A node has a name (or none), types, and for each property one or more values: an address (`Iri`), a
German text (`Said`), a typed value (`Typed`), or a node of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import orjson

INDENT = "    "
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
# What must not stand between < and >; content may hold any address.
UNSAFE = {ord(sign): f"%{ord(sign):02X}" for sign in '<>"{}|\\^` \n\r\t'}


class Iri(NamedTuple):
    """A thing that is named elsewhere, by its address."""

    address: str


class Said(NamedTuple):
    """A German text."""

    text: str


class Typed(NamedTuple):
    """A value with its type: 2022-05-15 as xsd:date."""

    value: str
    type: str = "xsd:string"


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A thing: its types and what is said of it; without an address it is only part of another."""

    types: tuple[str, ...]
    said: Sequence[tuple[str, "GraphValue"]]
    address: str = ""


GraphValue = Iri | Said | Typed | GraphNode


def turtle(prefixes: Mapping[str, str], nodes: Iterable[GraphNode]) -> bytes:
    """Return a graph as Turtle."""
    heads = (f"@prefix {name}: <{address}> .\n" for name, address in prefixes.items())
    bodies = (f"\n{_iri(one.address)} {_statements(one, INDENT)} .\n" for one in nodes)
    return "".join((*heads, *bodies)).encode()


def json_ld(prefixes: Mapping[str, str], nodes: Iterable[GraphNode]) -> bytes:
    """Return the same graph as JSON-LD."""
    return orjson.dumps(
        {"@context": dict(prefixes), "@graph": [_object(one) for one in nodes]},
        option=orjson.OPT_APPEND_NEWLINE,
    )


# --- Turtle ---------------------------------------------------------------------------------------


def _statements(node: GraphNode, indent: str) -> str:
    rows = [f"a {', '.join(node.types)}"] if node.types else []
    for name, values in _by_property(node).items():
        told = ", ".join(_term(one, indent + INDENT) for one in values)
        rows.append(f"{name} {told}")
    return f" ;\n{indent}".join(rows)


def _term(value: GraphValue, indent: str) -> str:
    if isinstance(value, Iri):
        return _iri(value.address)
    if isinstance(value, Said):
        return f'"{value.text.translate(ESCAPES)}"@de'
    if isinstance(value, Typed):
        kind = "" if value.type == "xsd:string" else f"^^{value.type}"
        return f'"{value.value.translate(ESCAPES)}"{kind}'
    return f"[ {_statements(value, indent)} ]"


def _iri(address: str) -> str:
    return f"<{address.translate(UNSAFE)}>"


def _by_property(node: GraphNode) -> dict[str, list[GraphValue]]:
    found: dict[str, list[GraphValue]] = {}
    for name, value in node.said:
        found.setdefault(name, []).append(value)
    return found


# --- JSON-LD --------------------------------------------------------------------------------------


def _object(node: GraphNode) -> dict[str, object]:
    values = {
        name: [_json(one) for one in found] if len(found) > 1 else _json(found[0])
        for name, found in _by_property(node).items()
    }
    name = {"@id": node.address.translate(UNSAFE)} if node.address else {}
    types = {"@type": list(node.types)} if node.types else {}
    return {**name, **types, **values}


def _json(value: GraphValue) -> object:
    if isinstance(value, Iri):
        return {"@id": value.address.translate(UNSAFE)}
    if isinstance(value, Said):
        return {"@value": value.text, "@language": "de"}
    if isinstance(value, Typed):
        if value.type == "xsd:string":
            return value.value
        return {"@value": value.value, "@type": value.type}
    return _object(value)
