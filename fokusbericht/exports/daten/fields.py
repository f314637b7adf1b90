"""Fields of JSON data: each with its meaning and its schema, where it is declared."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from fokusbericht.exports.daten.columns import DAY as KNOWN_DAY
from fokusbericht.model.base import PartialDate
from fokusbericht.model.report import Report

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Schema = Mapping[str, Json]

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)
SomeEnum = TypeVar("SomeEnum", bound=Enum)


@dataclass(frozen=True, slots=True)
class Field(Generic[T_contra]):
    """A field: its name for ever, what it means, what it looks like, and what stands in it."""

    name: str
    meaning: str
    schema: Schema
    value: Callable[[Report, T_contra], Json]


def record(report: Report, fields: Sequence[Field[T]], item: T) -> dict[str, Json]:
    """Return an item as JSON."""
    return {field.name: field.value(report, item) for field in fields}


def object_of(fields: Sequence[Field[T]], meaning: str) -> Schema:
    """Return the schema of an item: all its fields, and no others."""
    return {
        "type": "object",
        "description": meaning,
        "properties": {
            field.name: {**field.schema, "description": field.meaning} for field in fields
        },
        "required": [field.name for field in fields],
        "additionalProperties": False,
    }


# --- What a field can look like -------------------------------------------------------------------

TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"], "minLength": 1}
FLAG: Schema = {"type": "boolean"}
NUMBER: Schema = {"type": "integer", "minimum": 0}
MAYBE_NUMBER: Schema = {"type": ["integer", "null"], "minimum": 0}
DAY: Schema = {"type": "string", "format": "date"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
MAYBE_ADDRESS: Schema = {"type": ["string", "null"], "format": "uri"}
PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def choice(names: Mapping[SomeEnum, str]) -> Schema:
    """Return the schema of a field that is one of several words, each with its meaning."""
    return {"oneOf": [{"const": str(one.value), "title": name} for one, name in names.items()]}


def maybe(schema: Schema) -> Schema:
    """Return the schema of a field that may be null."""
    return {"anyOf": [schema, {"type": "null"}]}


def list_of(schema: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": schema}


def ref_to(name: str) -> Schema:
    """Return the schema of what is described under `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


# --- Fields of a kind -----------------------------------------------------------------------------


def text(name: str, meaning: str, value: Callable[[T], str]) -> Field[T]:
    """Return a field that always holds text."""
    return Field(name, meaning, TEXT, lambda _, one: value(one))


def maybe_text(name: str, meaning: str, value: Callable[[T], str]) -> Field[T]:
    """Return a field that holds text, or null where nothing is known."""
    return Field(name, meaning, MAYBE_TEXT, lambda _, one: value(one) or None)


def maybe_address(name: str, meaning: str, value: Callable[[T], str]) -> Field[T]:
    """Return a field that holds an address, or null where none is known."""
    return Field(name, meaning, MAYBE_ADDRESS, lambda _, one: value(one) or None)


def day(name: str, meaning: str, value: Callable[[T], PartialDate]) -> Field[T]:
    """Return a field with a date as far as it is known."""
    told = f"{meaning}, {KNOWN_DAY}"
    schema: Schema = {"type": "string", "pattern": PARTIAL_DATE}
    return Field(name, told, schema, lambda _, one: value(one).isoformat())
