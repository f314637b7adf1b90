"""Figures that cannot be, and figures that are doubted until somebody confirms them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from support import REPOSITORY, SMALL, loaded, small_county, told

from fokusbericht.statistics.uncertainty import interval_of

NAME = "indicators/wohnen/leerstand"
YML, CSV = f"{NAME}.yml", f"{NAME}.csv"
COUNT = {"art: anteil": "art: anzahl", "dezimalstellen: 1": "dezimalstellen: 0"}
KEYS = ("01099001", "01099002", "01099003")


def table(rows: Mapping[str, tuple[float | str, ...]], first: int = 2020) -> str:
    """Return a table with a row for each value of each area, one a year."""
    lines = [
        f"{area};{first + number};{value}"
        for area, values in rows.items()
        for number, value in enumerate(values)
    ]
    return "\n".join(["raum;jahr;wert", *lines, ""])


def county(
    folder: Path, text: str, changes: Mapping[str, str] | None = None, more: str = ""
) -> Path:
    """Return a small county whose vacancy is another table, described otherwise."""
    yml = (SMALL / YML).read_text(encoding="utf-8")
    for old, new in (changes or {}).items():
        assert old in yml
        yml = yml.replace(old, new)
    return small_county(folder, {CSV: text, YML: yml + more})


def sentences(root: Path) -> list[str]:
    """Return what is told of the table and its description, without the path."""
    return [line.removeprefix(f"{NAME}.") for line in told(root) if line.startswith(NAME)]


# --- What cannot be -------------------------------------------------------------------------------

RATE = "Kann der Wert darüber liegen, wie bei einer Deckungsquote, ist es „art: rate“."


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        (
            "raum;jahr;zaehler;nenner\n01099001;2021;510;500\n01099002;2021;5;100\n",
            {},
            "csv:2:15: Nordort 2021: Der Zähler 510 ist größer als der Nenner 500; ein Anteil ist "
            f"nie mehr als das Ganze. {RATE} (wertebereich)",
        ),
        (
            "raum;jahr;wert\n01099001;2021;100,5\n01099002;2021;5\n",
            {},
            f"csv:2:15: Nordort 2021: Der Anteil 100,5 liegt über 100 %. {RATE} (wertebereich)",
        ),
        (
            "raum;jahr;wert\n01099001;2021;1200\n01099002;2021;500\n",
            {'einheit: "%"': "einheit: je Tausend\nje: 1000"},
            "csv:2:15: Nordort 2021: Der Anteil 1.200 liegt über 1.000 je Tausend. "
            f"{RATE} (wertebereich)",
        ),
        (
            "raum;jahr;wert\n01099001;2021;-0,5\n01099002;2021;5\n",
            {},
            "csv:2:15: Nordort 2021: Der Wert −0,5 liegt unter 0. (wertebereich)",
        ),
        (
            "raum;jahr;wert\n01099001;2021;5\n01099002;2021;-12\n",
            COUNT,
            "csv:3:15: Mitte 2021: Der Wert −12 liegt unter 0. Ist die Zahl ein Unterschied wie "
            "„Zuzüge minus Fortzüge“, gehört dazu „saldo: true“. (wertebereich)",
        ),
        (
            "raum;jahr;zaehler;nenner\n01099001;2021;5;-100\n01099002;2021;5;100\n",
            {},
            "csv:2:17: Nordort 2021: Ein Nenner −100 liegt nie unter 0. (wertebereich)",
        ),
        (
            "raum;jahr;zaehler;nenner\n01099001;2021;5;0\n01099002;2021;5;100\n",
            {},
            "csv:2:15: Nordort 2021: Der Zähler 5 ist größer als der Nenner 0; ein Anteil ist "
            f"nie mehr als das Ganze. {RATE} (wertebereich)",
        ),
        (
            "raum;jahr;zaehler;nenner\n01099001;2021;-3;90\n01099002;2021;5;100\n",
            {"art: anteil": "art: rate"},
            "csv:2:15: Nordort 2021: Der Zähler −3 liegt unter 0. Ist die Zahl ein Unterschied wie "
            "„Zuzüge minus Fortzüge“, gehört dazu „saldo: true“. (wertebereich)",
        ),
    ],
)
def test_what_cannot_be_is_told(
    text: str, changes: Mapping[str, str], expected: str, tmp_path: Path
) -> None:
    assert sentences(county(tmp_path, text, changes)) == [expected]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("raum;jahr;wert\n01099001;2021;130\n01099002;2021;90\n", {"art: anteil": "art: rate"}),
        ("raum;jahr;zaehler;nenner\n01099001;2021;9;4\n", {"art: anteil": "art: rate"}),
        ("raum;jahr;wert\n01099001;2021;-4\n", {"art: anteil": "art: mittelwert"}),
        (
            "raum;jahr;wert\n01099001;2021;-40\n",
            COUNT | {"art: anteil": "art: anzahl\nsaldo: true"},
        ),
        ("raum;jahr;wert\n01099001;2021;100\n01099002;2021;0\n", {}),
        ("raum;jahr;zaehler;nenner\n01099001;2021;7;7\n01099002;2021;0;0\n", {}),
        ("raum;jahr;wert\n01099001;2021;900\n", {'einheit: "%"': "einheit: je Tausend\nje: 1000"}),
    ],
)
def test_what_can_be_is_not(text: str, changes: Mapping[str, str], tmp_path: Path) -> None:
    assert sentences(county(tmp_path, text, changes)) == []


FRACTION = "raum;jahr;zaehler;nenner\n01099001;2021;9;40\n"


@pytest.mark.parametrize("art", ["anteil", "rate"])
def test_what_is_called_percent_is_reckoned_into_percent(art: str, tmp_path: Path) -> None:
    change = {"art: anteil": f"art: {art}"}
    report, _ = loaded(county(tmp_path / "a", FRACTION, change))
    assert report.indikatoren["leerstand"].werte["01099001", 2021].zahl == 22.5
    for number, je in enumerate((1, 1000)):
        root = county(tmp_path / str(number), FRACTION, change, f"je: {je}\n")
        (told,) = sentences(root)
        assert 'ist kein Wert in Prozent: Zu „einheit: "%"“ gehört „je: 100“.' in told
        assert told.startswith("yml:") and not told.startswith("yml:1:")


def test_many_impossible_figures_are_few_messages(tmp_path: Path) -> None:
    text = table(dict.fromkeys(KEYS, (120, 130, 140)))
    lines = sentences(county(tmp_path, text))
    assert len(lines) == 3
    assert [line for line in lines if "Ebenso an 6 weiteren Stellen." in line] == lines[2:]


def test_a_share_beyond_its_whole_has_no_interval(tmp_path: Path) -> None:
    text = "raum;jahr;zaehler;nenner\n01099001;2021;510;500\n01099002;2021;5;100\n"
    report, _ = loaded(county(tmp_path, text, more="unsicherheit: true\n"))
    indikator = report.indikatoren["leerstand"]
    assert interval_of(indikator, "01099001", 2021) is None
    low, high = interval_of(indikator, "01099002", 2021) or (0, 0)
    assert (round(low, 1), round(high, 1)) == (2.2, 11.2)
    permille = interval_of(replace(indikator, je=1000), "01099002", 2021) or (0, 0)
    assert permille == (pytest.approx(low * 10), pytest.approx(high * 10))


# --- Jumps ----------------------------------------------------------------------------------------


def confirm(entry: str, more: str = "") -> str:
    """Return how a message says that a figure may be right."""
    return f"{more}Sind die Zahlen richtig, gehört in leerstand.yml: bestaetigt: [{{{entry}}}]"


def test_a_value_ten_times_its_neighbours_is_doubted(tmp_path: Path) -> None:
    text = table(
        {KEYS[0]: (500, 510, 5200, 505), KEYS[1]: (90, 95, 93, 92), KEYS[2]: (3, 12, 4, 9)}
    )
    entry = 'raum: "01099001", jahr: 2022, regel: sprung, grund: …'
    assert sentences(county(tmp_path, text, COUNT)) == [
        "csv:4:15: Nordort hat 2022 den Wert 5.200: das Zehnfache etwa oder mehr von 510 (2021) "
        f"und 505 (2023). {confirm(entry)} (sprung)"
    ]


@pytest.mark.parametrize(
    ("values", "year"),
    [
        ((500, 51, 498), 2021),  # a tenth
        ((500, 0, 498), 2021),  # nothing
        ((5000, 500, 510, 505), 2020),  # the first
        ((500, 510, 505, 5000), 2023),  # the last
        ((500, 5000), 2021),  # of two the later
        ((500, 510, 5100, 5200, 5150), 2022),  # a step: another unit
        ((12, 120, 11), 2021),
        ((500, ".", 5100, ".", 505), 2022),  # a gap in between
    ],
)
def test_jumps_in_both_directions(
    values: tuple[float | str, ...], year: int, tmp_path: Path
) -> None:
    lines = sentences(county(tmp_path, table({KEYS[0]: values}), COUNT))
    assert len(lines) == 1
    assert lines[0].endswith("(sprung)")
    assert f'raum: "01099001", jahr: {year}, regel: sprung' in lines[0]


@pytest.mark.parametrize(
    ("values", "changes"),
    [
        ((1, 12, 2, 40), COUNT),  # few
        ((500, 3900, 520), COUNT),  # less
        ((0, 0, 80, 90), COUNT),  # it begins
        ((90, 80, 0, 0), COUNT),  # it ends
        ((0.3, 3.1, 0.3), {}),  # a small share
        ((-20, 300, -10), COUNT | {"art: anteil": "art: anzahl\nsaldo: true"}),
        (
            (500, 510, 5200),
            COUNT | {"stand: 2022": "brueche: [{jahr: 2022, grund: Neu}]\nstand: 2022"},
        ),
    ],
)
def test_what_jumps_by_nature_is_silent(
    values: tuple[float, ...], changes: Mapping[str, str], tmp_path: Path
) -> None:
    more = "geheimhaltung: {keine: Es sind Gebäude.}\n"
    assert sentences(county(tmp_path, table({KEYS[0]: values}), changes, more)) == []


def test_shares_and_parts_of_fractions_jump_too(tmp_path: Path) -> None:
    root = county(tmp_path / "anteil", table({KEYS[0]: (4.2, 42, 4.3)}))
    assert "Nordort hat 2021 den Wert 42: das Zehnfache etwa oder mehr" in sentences(root)[0]
    rows = "01099001;2020;30;480\n01099001;2021;31;4850\n01099001;2022;29;490\n"
    text = f"raum;jahr;zaehler;nenner\n{rows}"
    root = county(tmp_path / "nenner", text)
    assert sentences(root)[0].startswith("csv:3:18: Nordort hat 2021 als Nenner 4.850: das Zehn")


def test_where_most_areas_jump_the_year_is_told_once(tmp_path: Path) -> None:
    keys = [*KEYS, "01099", "01"]
    text = table({key: (500 + number, 5000 + number, 480) for number, key in enumerate(keys)})
    entry = "jahr: 2021, regel: sprung, grund: …"
    lines = [line for line in sentences(county(tmp_path, text, COUNT)) if "(sprung)" in line]
    assert lines == [
        "csv:3:10: In 2021 sind 5 von 5 Werten (Wert) rund zehnmal so groß oder klein wie in "
        f"den Nachbarjahren. Ist es dieselbe Einheit? {confirm(entry)} (sprung)"
    ]


# --- Outliers -------------------------------------------------------------------------------------


def test_a_thousand_times_the_middle_is_doubted(tmp_path: Path) -> None:
    text = table({KEYS[0]: (30,), KEYS[1]: (40,), KEYS[2]: (41000,)})
    entry = 'raum: "01099003", jahr: 2020, regel: ausreisser, grund: …'
    assert sentences(county(tmp_path, text, COUNT)) == [
        "csv:4:15: Südort hat 2020 den Wert 41.000: das Tausendfache oder mehr der mittleren "
        f"Kommune (40). {confirm(entry)} (ausreisser)"
    ]


@pytest.mark.parametrize(
    ("rows", "changes"),
    [
        ({KEYS[0]: (30, 31), KEYS[1]: (40, 41), KEYS[2]: (41000, 42000)}, COUNT),  # every year
        ({KEYS[0]: (300,), KEYS[1]: (400,), KEYS[2]: (90_000,)}, COUNT),  # a town
        ({KEYS[0]: (0,), KEYS[1]: (1,), KEYS[2]: (2000,)}, COUNT),  # most have nearly none
    ],
)
def test_towns_are_no_outliers(
    rows: Mapping[str, tuple[float, ...]], changes: Mapping[str, str], tmp_path: Path
) -> None:
    more = "geheimhaltung: {keine: Es sind Gebäude.}\n"
    assert sentences(county(tmp_path, table(rows), changes, more)) == []


# --- Sums -----------------------------------------------------------------------------------------

PARTS = {KEYS[0]: (500,), KEYS[1]: (200,), KEYS[2]: (300,)}


def test_a_county_that_is_not_the_sum_of_its_kommunen_is_doubted(tmp_path: Path) -> None:
    entry = 'raum: "01099", jahr: 2020, regel: summe, grund: …'
    assert sentences(county(tmp_path, table(PARTS | {"01099": (1010,)}), COUNT)) == [
        "csv:5:12: Die Kommunen haben 2020 zusammen 1.000, der Kreis hat 1.010 (Wert). Ist die "
        "Quelle gerundet, erlaubt eine „toleranz“ den Abstand in allen Jahren. "
        f"{confirm(entry)} (summe)"
    ]


def test_numerators_and_denominators_add_up_too(tmp_path: Path) -> None:
    text = (
        "raum;jahr;zaehler;nenner\n01099001;2020;10;500\n01099002;2020;5;100\n"
        "01099003;2020;6;200\n01099;2020;21;900\n"
    )
    lines = sentences(county(tmp_path, text))
    assert len(lines) == 1
    assert "csv:5:15: Die Kommunen haben 2020 zusammen 800, der Kreis hat 900 (Nenner)." in lines[0]


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        (PARTS | {"01099": (1000,)}, ""),
        (PARTS | {"01099": (1010,)}, "toleranz: 10\n"),
        (PARTS | {"01099": (1002,)}, ""),  # rounding
        (PARTS | {"01099": (1010,), KEYS[1]: (".",)}, ""),  # not all are known
        (PARTS | {"01099": (1010,), KEYS[1]: ("/",)}, ""),
        ({KEYS[0]: (0.4,), KEYS[1]: (60.3,), KEYS[2]: (70.3,), "01099": (130.9,)}, ""),  # rounding
    ],
)
def test_sums_that_may_be_so(
    rows: Mapping[str, tuple[float | str, ...]], more: str, tmp_path: Path
) -> None:
    assert sentences(county(tmp_path, table(rows), COUNT, more)) == []


@pytest.mark.parametrize(
    ("whole", "changes", "more", "expected"),
    [
        (790, {}, "", "zusammen 800, der Kreis hat 790 (Wert)"),
        (790, {}, "toleranz: 10\n", ""),
        (800, {}, "", ""),
        (790, {"art: anteil": "art: anzahl\nsaldo: true"}, "", ""),
    ],
)
def test_a_county_below_its_known_kommunen_is_doubted(
    whole: float, changes: Mapping[str, str], more: str, expected: str, tmp_path: Path
) -> None:
    rows = PARTS | {KEYS[1]: (".",), "01099": (whole,)}
    found = sentences(county(tmp_path, table(rows), COUNT | changes, more))
    assert len(found) == bool(expected)
    assert all(f"Schon die bekannten Kommunen haben 2020 {expected}" in line for line in found)


def test_a_tolerance_of_nothing_wants_the_exact_sum(tmp_path: Path) -> None:
    text = table(PARTS | {"01099": (1001,)})
    assert len(sentences(county(tmp_path, text, COUNT, "toleranz: 0\n"))) == 1
    less = county(tmp_path / "b", text, COUNT, "toleranz: -1\n")
    assert "„toleranz“ ist keine Zahl unter 0." in sentences(less)[-1]


def test_many_years_are_three_messages(tmp_path: Path) -> None:
    rows = dict.fromkeys(KEYS, (100,) * 6) | {"01099": (310,) * 6}
    lines = [line for line in sentences(county(tmp_path, table(rows), COUNT)) if "(summe)" in line]
    assert len(lines) == 3
    assert "Ebenso an 3 weiteren." in lines[2]


# --- Copies ---------------------------------------------------------------------------------------

AREAS = (*KEYS, "01099", "01")


def years(*columns: tuple[float, ...]) -> str:
    """Return a table from columns: the values of all areas, a year each."""
    return table(dict(zip(AREAS, zip(*columns, strict=True), strict=True)))


ONE = (20, 32, 41, 93, 2000)
TWO = (22, 30, 45, 97, 2100)


def test_two_equal_years_are_doubted(tmp_path: Path) -> None:
    entry = "jahr: 2022, regel: gleiche-spalten, grund: …"
    assert sentences(county(tmp_path, years(ONE, TWO, ONE), COUNT)) == [
        "csv:4:10: 2022 hat überall dieselben Werte wie 2020. Steht hier das falsche Jahr? "
        f"{confirm(entry)} (gleiche-spalten)"
    ]
    assert len(sentences(county(tmp_path / "zwei", years(ONE, ONE), COUNT))) == 1


@pytest.mark.parametrize(
    "rows",
    [
        {KEYS[0]: (2412, 2412), KEYS[1]: (310, 310), KEYS[2]: (48, 48)},
        {KEYS[0]: (2412, 2390, 2412), KEYS[1]: (310, 308, 310), KEYS[2]: (48, 49, 48)},
    ],
)
def test_three_kommunen_with_long_numbers_suffice(
    rows: Mapping[str, tuple[float, ...]], tmp_path: Path
) -> None:
    (told,) = sentences(county(tmp_path, table(rows), COUNT))
    assert "hat überall dieselben Werte wie 2020." in told


@pytest.mark.parametrize("base", [480, 481])
def test_equal_denominators_make_equal_numerators_sure(base: int, tmp_path: Path) -> None:
    text = (
        "raum;jahr;zaehler;nenner\n01099001;2020;60;2400\n01099001;2021;60;2400\n"
        "01099002;2020;5;310\n01099002;2021;5;310\n"
        f"01099003;2020;21;480\n01099003;2021;21;{base}\n"
    )
    found = [line for line in sentences(county(tmp_path, text)) if "(gleiche-spalten)" in line]
    assert len(found) == (base == 480)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (table({KEYS[0]: (120, 120), KEYS[1]: (45, 45), KEYS[2]: (60, 60)}), COUNT),  # few digits
        (years(ONE, TWO), COUNT),
        (years(ONE, ONE, ONE, ONE), COUNT),  # an area, a distance
        (years((3, 1, 0, 4, 8), (7, 2, 1, 10, 9), (3, 1, 0, 4, 8)), COUNT),  # small numbers
        (years((380, 390, 400, 395, 410), (380, 390, 400, 395, 410)), {"art: anteil": "art: rate"}),
    ],
)
def test_years_that_may_be_equal(text: str, changes: Mapping[str, str], tmp_path: Path) -> None:
    more = "geheimhaltung: {keine: Es sind Gebäude.}\n"
    assert sentences(county(tmp_path, text, changes, more)) == []


# --- The future -----------------------------------------------------------------------------------


def test_a_year_after_the_key_date_is_doubted(tmp_path: Path) -> None:
    text = table({KEYS[0]: (50, 51), KEYS[1]: (60, 62)}, first=2026)
    entry = "jahr: 2027, regel: zukunft, grund: …"
    assert sentences(county(tmp_path, text, COUNT)) == [
        "csv:3:10: 2027 liegt nach dem Stichtag des Berichts (stichtag: 2026-11-01 in "
        f"content/kreis.yml). {confirm(entry)} (zukunft)"
    ]


# --- Confirming -----------------------------------------------------------------------------------


def test_the_example_of_the_handbook_silences_what_it_is_about(tmp_path: Path) -> None:
    text = (REPOSITORY / "docs" / "redaktion.md").read_text(encoding="utf-8")
    found = re.search(r"^```yaml\n(bestaetigt:\n.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found
    confirmed = found[1].replace("99001011", KEYS[2])
    rows = "".join(f"{KEYS[2]};{year};{value}\n" for year, value in EXAMPLE.items())
    root = county(tmp_path / "ohne", f"raum;jahr;wert\n{rows}", COUNT)
    assert [line.rpartition("(")[2] for line in sentences(root)] == ["sprung)", "zukunft)"]
    assert sentences(county(tmp_path / "mit", f"raum;jahr;wert\n{rows}", COUNT, confirmed)) == []


EXAMPLE = {2020: 40, 2021: 41, 2022: 480, 2023: 490, 2030: 520}
ENTRIES = 'bestaetigt:\n  - {raum: "01099001", jahr: 2021, regel: sprung, grund: Nachgesehen.}\n'
SPIKE = table({KEYS[0]: (500, 5100, 505)})


def test_an_entry_silences_one_finding(tmp_path: Path) -> None:
    assert sentences(county(tmp_path / "einer", SPIKE, COUNT, ENTRIES)) == []
    two = table({KEYS[0]: (500, 5100, 505), KEYS[1]: (400, 4100, 405)})
    lines = sentences(county(tmp_path / "zwei", two, COUNT, ENTRIES))
    assert len(lines) == 1
    entry = '{raum: "01099002", jahr: 2021, regel: sprung, grund: …}'
    assert lines[0].endswith(
        f"Sind die Zahlen richtig, gehört in leerstand.yml unter „bestaetigt“: {entry} (sprung)"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "jahr: 2021",
            "jahr: 2022",
            "Die Regel „sprung“ hat hier nichts zu melden. Bitte streichen, oder Raum und Jahr "
            "berichtigen.",
        ),
        (
            '"01099001"',
            '"01099002"',
            "Die Regel „sprung“ meldet 2021 nur etwas für „raum: 01099001“.",
        ),
        ("sprung", "summe", "Hier meldet das Programm „sprung“, nicht „summe“."),
        ('raum: "01099001", ', "", "Dazu gehört ein „raum“, zum Beispiel „01099001“."),
    ],
)
def test_an_entry_that_silences_nothing_is_told(
    old: str, new: str, expected: str, tmp_path: Path
) -> None:
    lines = sentences(county(tmp_path, SPIKE, COUNT, ENTRIES.replace(old, new)))
    assert f"yml:18:5: Dieser Eintrag bestätigt nichts: {expected} (bestaetigt)" in lines
    assert len(lines) == 2  # the doubt itself stays


def test_an_entry_twice_is_told(tmp_path: Path) -> None:
    twice = ENTRIES + ENTRIES.split("\n")[1] + "\n"
    assert sentences(county(tmp_path, SPIKE, COUNT, twice)) == [
        "yml:19:5: Dieser Eintrag steht schon weiter oben. Bitte streichen. (bestaetigt)"
    ]


def test_a_rule_that_does_not_exist_is_told(tmp_path: Path) -> None:
    lines = sentences(county(tmp_path, SPIKE, COUNT, ENTRIES.replace("sprung", "sprnug")))
    assert "Meinten Sie „sprung“?" in lines[0] or "Meinten Sie „sprung“?" in lines[1]


# --- Secrets --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        ({KEYS[0]: (500, 5200, 505)}, "geheimhaltung: {mindestzahl: 3}\n"),
        ({KEYS[0]: (500, 5200, 505), KEYS[1]: (2, 2, 2)}, ""),  # nobody has decided yet
        (PARTS | {"01099": (1014,)}, "geheimhaltung: {mindestzahl: 3}\n"),
        ({KEYS[0]: (30,), KEYS[1]: (40,), KEYS[2]: (41000,)}, "geheimhaltung: {mindestzahl: 3}\n"),
        ({KEYS[0]: (-7,)}, "geheimhaltung: {mindestzahl: 3}\n"),
    ],
)
def test_messages_show_no_secret_figure(
    rows: Mapping[str, tuple[float, ...]], more: str, tmp_path: Path
) -> None:
    lines = sentences(county(tmp_path, table(rows), COUNT, more))
    assert len(lines) == 1
    assert "Zahlen nennt diese Meldung nicht, weil sie geheim sein können." in lines[0]
    for value in {str(value) for values in rows.values() for value in values}:
        digits = value.lstrip("-")
        assert not re.search(rf"(?<![\d.:;]){digits}(?![\d])", lines[0].partition(": ")[2])
    assert "5.200" not in lines[0] and "1.014" not in lines[0] and "41.000" not in lines[0]
