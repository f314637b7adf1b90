"""An indicator as JSON-stat: to the letter, for the validator, and read by another's program."""

import json
from pathlib import Path

import pytest
from jsonstat_validator import validate_jsonstat
from pyjstat import pyjstat
from support import MUSTER, REPOSITORY, loaded, small_county

from fokusbericht.exports.daten.indikator_jsonstat import data_jsonstat
from fokusbericht.load import load_report
from fokusbericht.statistics.messung import messungen


def test_an_indicator_to_the_letter(tmp_path: Path) -> None:
    report, problems = loaded(small_county(tmp_path))
    assert problems == []
    data = json.loads(data_jsonstat(report.kreis, messungen(report)["leerstand"]))
    assert data == {
        "version": "2.0",
        "class": "dataset",
        "href": "https://muster.example/sozialbericht/leerstand/daten.jsonstat.json",
        "label": "Leerstand",
        "source": "Musteramt",
        "updated": "2026-01-21",
        "note": [
            "Anteil der Wohnungen, die leer stehen.",
            "Leere Wohnungen geteilt durch alle Wohnungen.",
        ],
        "link": {
            "alternate": [
                {"type": "text/html", "href": "https://muster.example/sozialbericht/leerstand/"},
                {
                    "type": "text/csv",
                    "href": "https://muster.example/sozialbericht/leerstand/daten.csv",
                },
            ]
        },
        "extension": {
            "schluessel": "leerstand",
            "herausgeber": "Musterkreis",
            "lizenz": "dl-de/by-2-0",
            "stand": "2022-12-31",
            "beispiel": False,
            "status": {
                "label": {
                    ".": "unbekannt",
                    "-": "nichts vorhanden",
                    "x": "geheim",
                    "/": "zu unsicher",
                    ":": "keine Angabe",
                }
            },
        },
        "id": ["raum", "jahr", "merkmal"],
        "size": [6, 3, 1],
        "role": {"geo": ["raum"], "time": ["jahr"], "metric": ["merkmal"]},
        "dimension": {
            "raum": {
                "label": "Raum",
                "category": {
                    "index": ["01099001", "01099002", "01099003", "nord", "sued", "01099"],
                    "label": {
                        "01099001": "Nordort",
                        "01099002": "Mitte",
                        "01099003": "Südort",
                        "nord": "Raum Nord",
                        "sued": "Raum Süd",
                        "01099": "Musterkreis",
                    },
                    "child": {
                        "nord": ["01099001", "01099002"],
                        "sued": ["01099003"],
                        "01099": ["nord", "sued"],
                    },
                },
            },
            "jahr": {"label": "Jahr", "category": {"index": ["2020", "2021", "2022"]}},
            "merkmal": {
                "label": "Zahl",
                "category": {
                    "index": ["leerstand"],
                    "label": {"leerstand": "Leerstand"},
                    "unit": {"leerstand": {"label": "%", "decimals": 1}},
                },
            },
        },
        "value": [
            1.8,
            2.0,
            2.4,
            4.0,
            5.0,
            None,
            2.5,
            3.0,
            7.0,
            2.166667,
            2.5,
            None,
            2.5,
            3.0,
            7.0,
            2.25,
            2.625,
            None,
        ],
        "status": {"5": ".", "11": ".", "17": "."},
    }


@pytest.mark.filterwarnings("ignore:Shouldn't use this function")
@pytest.mark.parametrize("root", (MUSTER, REPOSITORY), ids=("muster", "kreis"))
def test_others_read_the_same_figures(root: Path) -> None:
    report, _ = load_report(root)
    for name, messung in messungen(report).items():
        text = data_jsonstat(report.kreis, messung).decode()
        validate_jsonstat(json.loads(text))
        read = pyjstat.Dataset.read(text).write("dataframe", naming="id")
        assert set(read["merkmal"]) == {name}
        found = {
            (area, int(year)): value
            for area, year, value in zip(read["raum"], read["jahr"], read["value"], strict=True)
            if value == value  # no number: none is known
        }
        assert found == {
            (area, year): pytest.approx(figure.value, abs=1e-6)
            for area, series in messung.levels.items()
            for year, figure in series.items()
            if figure.value is not None
        }
