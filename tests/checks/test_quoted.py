"""Hints at figures in texts that their indicator does not know: what is read, and what is told."""

from pathlib import Path

import pytest
from support import loaded, small_county

from fokusbericht.checks import find_hints, quoted
from fokusbericht.checks.quantities import find_quantities

MELDUNG = "content/aktuelles/2024-03-zahlen.md"
HEAD = """---
titel: Zahlen
kurz: Eine Meldung mit Zahlen.
datum: 2024-03
geaendert: 2026-01-20
---

"""
INDICATOR = """\
titel: {titel}
kurz: Eine Zahl.
geaendert: 2026-01-21
thema: wohnen
einheit: {einheit}
art: {art}
dezimalstellen: {digits}
richtung: neutral
ebene: kreis
stand: 2022-12-31
quelle: {{name: Musteramt, lizenz: dl-de/by-2-0}}
methode: Gezählt.
"""


def indicator(
    name: str, values: str, art: str = "anzahl", einheit: str = "Menschen", digits: int = 0
) -> dict[str, str]:
    """Return an indicator of the whole county."""
    head = INDICATOR.format(titel=name.title(), art=art, einheit=einheit, digits=digits)
    return {
        f"indicators/wohnen/{name}.yml": head,
        f"indicators/wohnen/{name}.csv": f"raum;jahr;wert\n{values}\n",
    }


COUNTY = {
    **indicator("menschen", "01099;2021;321400\n01099;2022;325223\n01;2022;2953270"),
    **indicator("saldo", "01099;2022;-7,6", "rate", '"%"', 1),
    **indicator("alter", "01099;2022;44,8", "mittelwert", "Jahre", 1),
    **indicator("leute-ab-65", "01099;2022;.\n01;2022;23,4", "rate", '"%"', 1),
}


def hints(folder: Path, text: str, more: dict[str, str] | None = None) -> list[str]:
    """Return the hints on a news item, without its path."""
    files = {**COUNTY, **(more or {}), MELDUNG: HEAD + text + "\n"}
    report, problems = loaded(small_county(folder, files))
    assert problems == []
    found = [str(hint) for hint in sorted(set(quoted.check(report)))]
    assert all(one.startswith(f"{MELDUNG}:") for one in found)
    return [one.removeprefix(f"{MELDUNG}:").removesuffix(" (zahl-im-text)") for one in found]


def test_hint_tells_the_last_value_of_the_county(tmp_path: Path) -> None:
    text = "Es sind [[indikator:menschen|352.223 Menschen]] im Kreis."
    assert hints(tmp_path, text) == [
        "8:30: Hinweis: „352.223“ steht nirgends bei „Menschen“, wohin der Link führt. "
        "Dort steht zuletzt: Musterkreis 325.223\u202fMenschen (2022)."
    ]


def test_hint_where_the_county_has_no_value(tmp_path: Path) -> None:
    text = "Im Land sind es\n[[indikator:leute-ab-65|24,3 Prozent]]."
    assert hints(tmp_path, text) == [
        "9:25: Hinweis: „24,3“ steht nirgends bei „Leute-Ab-65“, wohin der Link führt. "
        "Bitte vergleichen."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hier leben [[indikator:menschen|325.223 Menschen]].",
        "Im Jahr davor waren es [[indikator:menschen|321.400]].",  # any year
        "Im Land sind es [[indikator:menschen|2.953.270]].",  # any area
        "Hier leben [[indikator:menschen|325.200 Menschen]].",  # rounded
        "Hier leben [[indikator:menschen|325.000 Menschen]].",
        "Hier leben [[indikator:menschen|rund 330.000 Menschen]].",  # within five percent
        "Hier leben knapp [[indikator:menschen|330.000 Menschen]].",
        "Im Land leben [[indikator:menschen|2,95 Millionen]] Menschen.",
        "Im Land leben [[indikator:menschen|3,0]] Millionen Menschen.",
        "Hier leben [[indikator:menschen|mehr als 300.000 Menschen]].",  # a bound
        "Hier [[indikator:menschen|lebten 2022 viele]].",  # a year
        "Am [[indikator:menschen|31.12.2022]] und [[indikator:menschen|am 3. Mai]].",
        "Die [[indikator:menschen|15- bis 24-Jährigen]], [[indikator:menschen|25 bis 30 Jahre]].",
        "Es geht um [[indikator:menschen|drei Viertel]] und [[indikator:menschen|je 1.000]].",
        "Ein Verlust von [[indikator:saldo|7,6 Prozent]].",  # the sign is in the words
        "Es sind [[indikator:saldo|−7,6 Prozent]], [[indikator:saldo|-8]] oder minus "
        "[[indikator:saldo|7,6]].",
        "Im Mittel [[indikator:alter|44,8 Jahre]] alt.",  # measured in years
        "Viele sind [[indikator:leute-ab-65|65]] oder älter.",  # in the name of the indicator
        "Nordort: [[indikator:leerstand|2,4 Prozent]], der Norden [[indikator:leerstand|2,5]].",
        "Es standen [[indikator:leerstand|14 Wohnungen]] von [[indikator:leerstand|200]] leer.",
        "Im Kreis standen [[indikator:leerstand|21 Wohnungen]] leer.",  # 10 + 5 + 6
        "[[indikator:menschen]] und [[wohnen|99]] und `[[indikator:menschen|99]]`",
    ],
)
def test_no_hint(tmp_path: Path, text: str) -> None:
    assert hints(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Es sind [[indikator:menschen|rund 350.000]].", "350.000"),  # more than five percent
        ("Es sind [[indikator:menschen|326.000]].", "326.000"),
        ("Es sind [[indikator:menschen|325.224]].", "325.224"),
        ("Es sind [[indikator:menschen|2,5 Millionen]].", "2,5"),
        ("Es sind [[indikator:saldo|plus 7,6 Prozent]].", "plus 7,6"),  # the wrong way
        ("Es sind [[indikator:saldo|+7,6 Prozent]].", "+7,6"),
        ("Es sind [[indikator:saldo|−6,7 Prozent]].", "−6,7"),
        ("Im Mittel [[indikator:alter|48,4 Jahre]] alt.", "48,4"),
        ("Es sind [[indikator:leerstand|2,9 Prozent]].", "2,9"),
        ("Es sind [[indikator:saldo|0 Prozent]].", "0"),
    ],
)
def test_what_is_told(tmp_path: Path, text: str, told: str) -> None:
    [hint] = hints(tmp_path, text)
    assert f"Hinweis: „{told}“ steht nirgends bei" in hint


def test_nothing_is_told_of_a_hidden_value(tmp_path: Path) -> None:
    """Whether a text has a secret right or wrong: the hint is the same."""
    files = indicator("faelle", "01099001;2022;20\n01099002;2022;1\n01099003;2022;19")
    name = "indicators/wohnen/faelle.yml"
    files[name] = files[name].replace(
        "ebene: kreis", "ebene: kommune\ngeheimhaltung: {mindestzahl: 3}"
    )
    told = [
        hints(tmp_path / number, f"In Mitte: [[indikator:faelle|{number}]].", files)
        for number in ("1", "2")
    ]
    right, wrong = ("".join(one) for one in told)
    assert right == wrong.replace("„2“", "„1“") != ""


def test_hints_come_with_all_others(tmp_path: Path) -> None:
    text = "Es sind [[indikator:menschen|99]]."
    report, _ = loaded(small_county(tmp_path, {**COUNTY, MELDUNG: f"{HEAD}{text}\n"}))
    assert {hint.rule for hint in find_hints(report)} == {"zahl-im-text"}


def test_quantities() -> None:
    found = [*find_quantities("Von minus 3 auf 1,5 Mio. gestiegen, etwa 20.000 von 100.000")]
    assert [(one.number, one.sign, one.is_about) for one in found] == [
        (3, -1, False),
        (1_500_000, 0, False),
        (20_000, 0, True),
    ]
