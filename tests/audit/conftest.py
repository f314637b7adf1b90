"""A small county with secret figures, built once: a share and a count, each with hidden cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import loaded, replaced, small_county, undecided

from fokusbericht.model.report import Report
from fokusbericht.site import plan_site
from fokusbericht.statistics.aggregate import Levels
from fokusbericht.statistics.messung import levels_of

YML = "indicators/wohnen/leerstand.yml"
SHARES = (
    "raum;jahr;zaehler;nenner\n"
    "01099001;2020;105;500\n01099002;2020;55;500\n01099003;2020;25;1000\n"
    "01099001;2021;100;500\n01099002;2021;50;500\n01099003;2021;20;1000\n"
    "01099001;2022;4;500\n01099002;2022;30;500\n01099003;2022;70;1000\n"
)
COUNTS = (
    "raum;jahr;wert\n"
    "01099001;2020;2677\n01099002;2020;43119\n01099003;2020;61134\n"
    "01099001;2021;2777\n01099002;2021;43219\n01099003;2021;61234\n"
    "01099001;2022;777\n01099002;2022;43319\n01099003;2022;61334\n"
)


@dataclass(frozen=True)
class Built:
    """The published report, its figures, and the files of the site."""

    report: Report
    levels: Mapping[str, Levels]
    files: Mapping[str, bytes]

    def published(self, name: str) -> set[tuple[str, int]]:
        """Return where an indicator has a figure."""
        return {
            (area, year)
            for area, series in self.levels[name].items()
            for year, figure in series.items()
            if figure.value is not None
        }

    def packed(self) -> str:
        """Return the path of the packed file, which has a hash in its name."""
        return next(path for path in self.files if path.startswith("sozialbericht/kreisdaten."))


def _counted() -> str:
    text = replaced(YML, "art: anteil\n", "art: anzahl\ngeheimhaltung: {mindestzahl: 1000}\n")[YML]
    for old, new in (
        ("zaehler: leere Wohnungen\nnenner: Wohnungen\n", ""),
        ("klassen: {verfahren: manuell, grenzen: [2, 4, 6]}\n", ""),
        ("titel: Leerstand", "titel: Obdachlose"),
        ('einheit: "%"', "einheit: Personen"),
        ("dezimalstellen: 1", "dezimalstellen: 0"),
    ):
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the county; hidden are Nordort and Mitte in 2022, of both indicators."""
    rule = (
        "art: anteil\ngeheimhaltung: {mindestzahl: 6}\n"
        'bestaetigt: [{raum: "01099001", jahr: 2022, regel: sprung, grund: Neue Wohnungen}]\n'
    )
    files = {
        **replaced(YML, "art: anteil\n", rule),
        "indicators/wohnen/leerstand.csv": SHARES,
        "indicators/wohnen/obdachlose.yml": _counted(),
        "indicators/wohnen/obdachlose.csv": COUNTS,
    }
    root: Path = undecided(small_county(tmp_path_factory.mktemp("audit"), files))
    report, problems = loaded(root)
    assert problems == []
    outputs, faults = plan_site(report)
    assert faults == []
    return Built(report, levels_of(report), {one.path: one.make() for one in outputs})
