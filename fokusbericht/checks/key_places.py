"""Where a key stands in a YAML file, for problems that are found when the report is a whole."""

from pathlib import Path

from fokusbericht.problems import Place
from fokusbericht.sources.nodes import read_yaml
from fokusbericht.sources.values import Table, Value

KREIS = "content/kreis.yml"


def place_in(root: str, path: str, *keys: str) -> Place:
    """Return where the value under a way of keys stands; where one is missing, its parent's."""
    value: Value | None = read_yaml(Path(root), path, [])
    place = Place(path)
    for key in keys:
        entry = value.entries.get(key) if isinstance(value, Table) else None
        if entry is None:
            break
        place, value = entry.value.place, entry.value
    return place
