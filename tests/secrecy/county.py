"""A county in which nearly everything is small: ten Kommunen, rooms of four, three, two and one."""

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml
from support import SMALL

from secrecy.content import CONTENT

KREIS = "01099"
NAMES = (
    *("Anger", "Birke", "Cassel", "Dorn", "Eiche"),
    *("Furt", "Grund", "Heide", "Insel", "Jagen"),
)
KOMMUNEN = tuple(f"010990{number:02}" for number in range(1, 11))
ROOMS = {
    "nord": KOMMUNEN[:4],
    "sued": KOMMUNEN[4:7],
    "ost": KOMMUNEN[7:9],
    "west": KOMMUNEN[9:],
}
QUARTIERE = {KOMMUNEN[0]: tuple(f"{KOMMUNEN[0]}{number:02}" for number in range(1, 5))}
SLUGS = {ags: name.lower() for ags, name in zip(KOMMUNEN, NAMES, strict=True)}

Place = tuple[str, int]  # area, year
Cell = tuple[float | str, ...]  # as in the table: a value or a mark, or numerator and denominator
Cells = Mapping[Place, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """An indicator: its declarations, which all may read, and its figures, which not all may."""

    head: Mapping[str, object]
    cells: Cells = field(default_factory=dict)

    @property
    def rule(self) -> Mapping[str, float]:
        """Return what is declared secret; nothing where there is a reason for `keine`."""
        rule = self.head.get("geheimhaltung") or {}
        assert isinstance(rule, dict)
        return {} if "keine" in rule else rule

    @property
    def minimum(self) -> float:
        """Return from how many cases on a figure is shown; 0 where nothing is secret."""
        return self.rule.get("mindestzahl", 3) if self.rule else 0

    def years(self) -> list[int]:
        """Return the years of its table, rising."""
        return sorted({year for _, year in self.cells})

    def yaml(self) -> str:
        """Return its description as a file."""
        whole = {**COMMON, **self.head}
        return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, default_flow_style=None)

    def csv(self) -> str:
        """Return its figures as a file."""
        width = max(map(len, self.cells.values()))
        head = "raum;jahr;wert" if width == 1 else "raum;jahr;zaehler;nenner"
        rows = (
            ";".join((area, str(year), *(f"{one:g}" if one != "x" else "x" for one in cell)))
            for (area, year), cell in sorted(self.cells.items())
        )
        return "\n".join((head, *(row.replace(".", ",") for row in rows), ""))


COMMON: Mapping[str, object] = {
    "kurz": "Eine erdachte Zahl.",
    "geaendert": "2026-01-21",
    "thema": "wohnen",
    "dezimalstellen": 0,
    "richtung": "neutral",
    "ebene": "kommune",
    "stand": "2023-12-31",
    "quelle": {"name": "Musteramt", "lizenz": "dl-de/by-2-0"},
    "methode": "Gezählt.",
}


@dataclass(frozen=True, slots=True)
class County:
    """All tables of a county, what it published before, and what its pages say."""

    tables: Mapping[str, Table]
    archive: str = ""
    content: Mapping[str, str] = field(default_factory=dict)
    behind: Mapping[str, Cells] = field(default_factory=dict)  # what the source hides with an x
    formerly: Mapping[str, Cells] = field(default_factory=dict)  # true when the archive was made

    def write(self, folder: Path) -> Path:
        """Write the county's files into a folder that is not there yet."""
        folder.mkdir(parents=True)
        for name, text in self.files().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        shutil.copy(SMALL / "content" / "zielgruppen.yml", folder / "content")
        return folder

    def files(self) -> dict[str, str]:
        """Return all files of the county by name."""
        found = {**CONTENT, **self.content, **geography(bool(self.with_quarters()))}
        for name, table in self.tables.items():
            found[f"indicators/wohnen/{name}.yml"] = table.yaml()
            if table.cells:
                found[f"indicators/wohnen/{name}.csv"] = table.csv()
        return found | ({"archiv/veroeffentlicht.csv": self.archive} if self.archive else {})

    def with_quarters(self) -> list[str]:
        """Return the indicators that have figures of Quartiere."""
        return [
            name
            for name, table in self.tables.items()
            if any(len(area) > 8 for area, _ in table.cells)
        ]

    def with_cells(self, name: str, cells: Cells) -> "County":
        """Return the county with other figures of one indicator."""
        table = self.tables[name]
        changed = replace(table, cells={**table.cells, **cells})
        return replace(self, tables={**self.tables, name: changed})

    def with_head(self, name: str, **head: object) -> "County":
        """Return the county with other declarations of one indicator; None takes one away."""
        kept = {key: one for key, one in {**self.tables[name].head, **head}.items() if one}
        return replace(self, tables={**self.tables, name: replace(self.tables[name], head=kept)})

    def only(self, names: Iterable[str]) -> "County":
        """Return the county with some of its indicators."""
        return replace(self, tables={name: self.tables[name] for name in names})

    def opened(self) -> "County":
        """Return the county as a careless editor would publish it: nothing is secret."""
        county = replace(self, archive="")
        for name, table in self.tables.items():
            reason = {"keine": "Zur Probe ist hier nichts geheim."}
            county = county.with_head(
                name,
                geheimhaltung=None if "ableitung" in table.head else reason,
                gleiche_faelle=None,
            )
        return county


def geography(quarters: bool) -> dict[str, str]:
    """Return the files below geo/: squares in a row, in rooms of four, three, two and one."""
    raeume = {
        "kreis": {"schluessel": KREIS, "name": "Musterkreis"},
        "kartenquelle": "Musterkarte, erdacht",
        "betrachtungsraeume": [
            {"schluessel": key, "name": key.title(), "kurz": "Ein Raum.", "zentren": [kommunen[0]]}
            for key, kommunen in ROOMS.items()
        ],
        "kommunen": [
            {
                "ags": ags,
                "name": name,
                "schluessel": SLUGS[ags],
                "art": "Gemeinde",
                "flaeche_km2": 8,
                "lon": 9.05 + number / 10,
                "lat": 53.5,
            }
            for number, (ags, name) in enumerate(zip(KOMMUNEN, NAMES, strict=True))
        ],
        "fassungen": [
            {
                "schluessel": "2020",
                "titel": "Erste Fassung",
                "seit": "2020-01-01",
                "verfahren": "frei erfunden",
                "erlaeuterung": "Erdacht.",
                "zuordnung": {key: list(kommunen) for key, kommunen in ROOMS.items()},
            }
        ],
    }
    if quarters:
        raeume["quartiere"] = [
            {"schluessel": key, "name": f"Viertel {key[-1]}", "kommune": ags}
            for ags, keys in QUARTIERE.items()
            for key in keys
        ]
    return {
        "geo/raeume.yml": yaml.safe_dump(raeume, allow_unicode=True, sort_keys=False),
        "geo/kommunen.geojson": json.dumps({"type": "FeatureCollection", "features": _shapes()}),
    }


def _shapes() -> list[object]:
    return [
        {
            "type": "Feature",
            "properties": {"ags": ags, "name": name},
            "geometry": {"type": "Polygon", "coordinates": [_square(9 + number / 10)]},
        }
        for number, (ags, name) in enumerate(zip(KOMMUNEN, NAMES, strict=True))
    ]


def _square(left: float) -> list[tuple[float, float]]:
    left, right = round(left, 1), round(left + 0.1, 1)
    return [(left, 53.4), (right, 53.4), (right, 53.6), (left, 53.6), (left, 53.4)]
