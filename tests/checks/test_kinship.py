"""Hints at figures that hang together and are not declared: what is told, and what silences it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from support import loaded, small_county

from fokusbericht.checks import kinship

KOMMUNEN = ("01099001", "01099002", "01099003")
YEARS = (2021, 2022)
HEAD = """\
titel: {titel}
kurz: Eine Zahl.
geaendert: 2026-01-21
thema: wohnen
art: {art}
dezimalstellen: 0
richtung: neutral
ebene: kommune
stand: 2022-12-31
quelle: {{name: Musteramt, lizenz: dl-de/by-2-0}}
methode: Gezählt.
"""
SECRET = "geheimhaltung: {mindestzahl: 3}\n"
WOMEN = (11, 20, 31, 9, 14, 25)
MEN = (7, 18, 22, 16, 4, 33)
ALL = tuple(map(sum, zip(WOMEN, MEN, strict=True)))
PEOPLE = (500, 100, 200, 510, 120, 220)

Files = Mapping[str, str]


def count(name: str, values: tuple[int, ...], more: str = "") -> dict[str, str]:
    """Return an indicator that counts."""
    places = [(ags, year) for year in YEARS for ags in KOMMUNEN]
    rows = [f"{ags};{year};{value}" for (ags, year), value in zip(places, values, strict=True)]
    return {
        f"indicators/wohnen/{name}.yml": HEAD.format(titel=name.title(), art="anzahl") + more,
        f"indicators/wohnen/{name}.csv": "\n".join(["raum;jahr;wert", *rows]) + "\n",
    }


def share(name: str, values: tuple[int, ...], more: str = "") -> dict[str, str]:
    """Return an indicator that is a share of all people."""
    table = count(name, values)[f"indicators/wohnen/{name}.csv"].splitlines()[1:]
    rows = [f"{row};{base}" for row, base in zip(table, PEOPLE, strict=True)]
    return {
        f"indicators/wohnen/{name}.yml": HEAD.format(titel=name.title(), art="anteil") + more,
        f"indicators/wohnen/{name}.csv": "\n".join(["raum;jahr;zaehler;nenner", *rows]) + "\n",
    }


def hints(folder: Path, files: Files) -> list[str]:
    """Return the hints on a county, by the name of the indicator."""
    report, problems = loaded(small_county(folder, files))
    assert problems == []
    found = [str(hint) for hint in sorted(set(kinship.check(report)))]
    assert all(one.endswith(" (geheimhaltung)") for one in found)
    return [
        one.removeprefix("indicators/wohnen/")
        .removesuffix(" (geheimhaltung)")
        .replace(".yml:1:1: Hinweis", "")
        for one in found
    ]


SUM = {
    **count("frauen", WOMEN, SECRET),
    **count("maenner", MEN, SECRET),
    **count("alle", ALL, SECRET),
}
RESTS = tuple(base - value for base, value in zip(PEOPLE, WOMEN, strict=True))
HUNDRED = {**share("ledig", WOMEN, SECRET), **share("verheiratet", RESTS, SECRET)}
SAME = {**count("hilfe", WOMEN, SECRET), **share("quote", WOMEN, SECRET)}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            SUM,
            "alle: „alle“ ist überall die Summe von „frauen“ und „maenner“. Sie werden zusammen "
            "geschützt; bitte als „bestandteile“ angeben.",
        ),
        (
            HUNDRED,
            "ledig: „ledig“ und „verheiratet“ sind überall zusammen 100 %. Sie werden zusammen "
            "geschützt; bitte als „bestandteile“ des Indikators angeben, der ihre Grundlage zählt.",
        ),
        (
            SAME,
            "hilfe: „hilfe“ und „quote“ zählen dieselben Fälle. Sie werden zusammen geschützt; "
            "bitte als „gleiche_faelle“ angeben.",
        ),
        (
            {
                **count("hilfe", WOMEN, SECRET + "zaehler: Fälle\n"),
                **share("quote", MEN, SECRET + "zaehler: fälle\n"),
            },
            "hilfe: „Fälle“ heißen auch die Fälle von „quote“, die Zahlen sind aber andere. Bitte "
            "einen der beiden Namen genauer fassen.",
        ),
        (
            {**count("hilfe", WOMEN, SECRET), **share("quote", WOMEN, "gleiche_faelle: [hilfe]\n")},
            "quote: Diese Zahl hängt mit „hilfe“ zusammen und wird mit ihr geschützt. Bitte auch "
            "hier „geheimhaltung“ angeben.",
        ),
    ],
)
def test_hint(tmp_path: Path, files: Files, told: str) -> None:
    assert hints(tmp_path, files) == [told]


@pytest.mark.parametrize(
    "declared",
    [
        SUM | count("alle", ALL, SECRET + "bestandteile: [frauen, maenner]\n"),
        HUNDRED
        | count(
            "bewohnt",
            PEOPLE,
            "geheimhaltung: {keine: Amtlich.}\nbestandteile: [ledig, verheiratet]\n",
        ),
        SAME | share("quote", WOMEN, SECRET + "gleiche_faelle: [hilfe]\n"),
        count("frauen", WOMEN) | count("alle", ALL) | count("maenner", MEN),  # nothing is secret
    ],
)
def test_what_is_declared_is_not_told(tmp_path: Path, declared: Files) -> None:
    assert hints(tmp_path, declared) == []


def test_three_that_count_the_same_are_told_twice(tmp_path: Path) -> None:
    files = SAME | count("noch", WOMEN, SECRET)
    told = [one.partition(" zählen")[0] for one in hints(tmp_path, files)]
    assert told == ["hilfe: „hilfe“ und „noch“", "hilfe: „hilfe“ und „quote“"]


def test_mean_over_a_protected_base(tmp_path: Path) -> None:
    mean = count("alter", MEN, "gewicht: hilfe\n")
    name = "indicators/wohnen/alter.yml"
    files = count("hilfe", WOMEN, SECRET) | mean
    files[name] = files[name].replace("art: anzahl", "art: mittelwert")
    [told] = hints(tmp_path, files)
    assert told.startswith("alter: Diese Zahl hängt mit „hilfe“ zusammen")
