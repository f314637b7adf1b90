"""JSON-stat: a cube of places, years and figures, unpacked by what its dimensions are called."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.numbers import exact
from fokusbericht.audit.sentences import sighting
from fokusbericht.audit.sightings import Sighting

WHERE = "JSON-stat"
Category = tuple[str, str]  # its id, its label


def is_cube(content: Mapping[str, object]) -> bool:
    """Say whether a JSON file is of this form."""
    return {"version", "class", "id", "size", "dimension", "value"} <= content.keys()


def read_cube(
    lexicon: Lexicon, path: str, indicator: str, content: Mapping[str, object]
) -> Iterator[Sighting]:
    """Yield the protected figures of the file; `indicator` is whose page it lies beside."""
    names, cells = content["id"], content["value"]
    if not isinstance(names, Sequence) or not isinstance(cells, Sequence | Mapping):
        return
    axes = [_categories(content, str(name)) for name in names]
    for number, place in enumerate(product(*axes)):
        value = cells.get(str(number)) if isinstance(cells, Mapping) else cells[number]
        if isinstance(value, int | float):
            texts = [text for category in place for text in category]
            yield from _cell(lexicon, path, indicator, texts, float(value))


def _categories(content: Mapping[str, object], name: str) -> list[Category]:
    """Return the categories of a dimension in their order."""
    dimensions = content["dimension"]
    dimension = dimensions.get(name) if isinstance(dimensions, Mapping) else None
    category = dimension.get("category", {}) if isinstance(dimension, Mapping) else {}
    labels, index = category.get("label", {}), category.get("index", {})
    if isinstance(index, Mapping):
        index = sorted(index, key=lambda one: int(index[one]))
    ids = [str(one) for one in index or labels]
    return [(one, str(labels.get(one, ""))) for one in ids]


def _cell(
    lexicon: Lexicon, path: str, indicator: str, texts: Sequence[str], value: float
) -> Iterator[Sighting]:
    areas = next(filter(None, map(lexicon.areas_of, texts)), ())
    years = [int(text) for text in texts if text.isdecimal() and 1900 <= int(text) <= 2100]
    named = next(filter(None, map(lexicon.indicator_of, texts)), indicator)
    if named in lexicon.protected and areas:
        yield sighting(named, areas, years[0] if years else 0, exact(value), path, WHERE)
