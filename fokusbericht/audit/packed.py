"""The packed file of all figures, unpacked by what stands in it.

It names its areas in `gebiete` and its figures in `kennzahlen`. A number counts in units of the
last digit, and is the difference to the known one before it in its row of years.
"""

from collections.abc import Iterator, Mapping, Sequence

from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.numbers import Printed
from fokusbericht.audit.sentences import sighting
from fokusbericht.audit.sightings import Sighting

WHERE = "gepackte Werte"


def is_packed(content: Mapping[str, object]) -> bool:
    """Say whether a JSON file is of this form."""
    return "gebiete" in content and "kennzahlen" in content


def read_packed(lexicon: Lexicon, path: str, content: Mapping[str, object]) -> Iterator[Sighting]:
    """Yield the protected figures of the file."""
    groups, entries = content["gebiete"], content["kennzahlen"]
    if not isinstance(groups, Mapping) or not isinstance(entries, Sequence):
        return
    areas = {level: [str(one[0]) for one in rows] for level, rows in groups.items()}
    for entry in entries:
        if isinstance(entry, Mapping) and entry.get("id") in lexicon.protected:
            yield from _entry(path, areas, entry)


def _entry(
    path: str, areas: Mapping[str, list[str]], entry: Mapping[str, object]
) -> Iterator[Sighting]:
    years, digits, levels = entry["jahre"], entry["ziffern"], entry["werte"]
    if not isinstance(years, Sequence) or not isinstance(levels, Mapping):
        return
    for level, cells in levels.items():
        for number, area in enumerate(areas[level]):
            row = cells[number * len(years) : (number + 1) * len(years)]
            for year, printed in _row(years, row, int(str(digits))):
                yield sighting(str(entry["id"]), (area,), year, printed, path, WHERE)


def _row(years: Sequence[int], row: Sequence[object], digits: int) -> Iterator[tuple[int, Printed]]:
    """Yield the years with a number; marks are texts. A fraction would be a finer figure."""
    before = 0.0
    for year, cell in zip(years, row, strict=True):
        if isinstance(cell, int | float):
            before += cell
            finer = 1.0 if isinstance(cell, int) else 1e-6
            yield year, Printed(before / 10**digits, finer * 0.5 / 10**digits)
