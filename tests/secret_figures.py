"""Small indicators to lay over the small county, in a few words each."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from support import small_county

from fokusbericht.load import load_report
from fokusbericht.model.report import Report

KOMMUNEN = ("01099001", "01099002", "01099003")
YEARS = (2021, 2022, 2023)
RULE = "geheimhaltung: {mindestzahl: 3}"
COUNT = f"art: anzahl\ndezimalstellen: 0\n{RULE}"
BARE_COUNT = "art: anzahl\ndezimalstellen: 0"
SHARE = f"art: anteil\ndezimalstellen: 1\n{RULE}"
HEAD = """titel: {title}
kurz: Erdacht.
geaendert: 2026-01-21
thema: wohnen
richtung: neutral
ebene: kommune
stand: 2023-12-31
quelle: {{name: Musteramt, lizenz: dl-de/by-2-0}}
methode: Erdacht.
{keys}
"""

Numbers = Sequence[object]  # of the three Kommunen, year after year; "2/40" is a fraction


def files(figures: Mapping[str, tuple[str, Numbers]]) -> dict[str, str]:
    """Return the files of indicators: their keys in YAML, and their numbers."""
    found = {}
    for name, (keys, numbers) in figures.items():
        title = "" if "titel:" in keys else name.title()
        head = HEAD.format(title=title, keys=keys)
        found[f"indicators/wohnen/{name}.yml"] = head if title else head.partition("\n")[2]
        if numbers:
            found[f"indicators/wohnen/{name}.csv"] = table(numbers)
    return found


def table(numbers: Numbers) -> str:
    """Return numbers as a table; one number more than Kommunen in each year is the county's."""
    is_fraction = any("/" in str(number) and str(number) != "/" for number in numbers)
    width = 4 if len(numbers) % 4 == 0 and len(numbers) % 3 else 3
    areas = (*KOMMUNEN, "01099")[:width]
    rows = [
        f"{areas[at % width]};{YEARS[at // width]};{str(number).replace('/', ';')}"
        for at, number in enumerate(numbers)
    ]
    return "\n".join(("raum;jahr;zaehler;nenner" if is_fraction else "raum;jahr;wert", *rows, ""))


def county(
    folder: Path,
    figures: Mapping[str, tuple[str, Numbers]],
    more: Mapping[str, str | None] | None = None,
) -> Path:
    """Return the folder of the small county with these indicators."""
    return small_county(folder, {**files(figures), **(more or {})})


def report_of(
    folder: Path,
    figures: Mapping[str, tuple[str, Numbers]],
    more: Mapping[str, str | None] | None = None,
) -> Report:
    """Return the small county with these indicators; nothing is wrong with its files."""
    report, problems = load_report(county(folder, figures, more))
    assert problems == []
    return report
