"""Any table by a guide: each oddity of real files in a small one."""

from pathlib import Path

import pytest
from importers.county import county, file, planned, sentences, values, workbook

GUIDE = "schluessel: ags\njahr: 2023\nwert: wert\nebenen: [kommune]\n"
NORD, MITTE, SUED = (("0109900" + n, "2023") for n in "123")


def csv_values(folder: Path, rows: str, guide: str = GUIDE) -> dict[tuple[str, str], str]:
    """Return the values that a CSV file has for 2023."""
    found = planned(county(folder, guide), "tabelle", file(folder, "q.csv", rows), "miete")
    return {key: value for key, value in values(found).items() if key[1] == "2023"}


def csv_problems(folder: Path, rows: str, guide: str = GUIDE) -> list[str]:
    found = planned(county(folder, guide), "tabelle", file(folder, "q.csv", rows), "miete")
    assert found.changes == ()
    return sentences(found)


def test_keys_in_mixed_spellings_and_foreign_lines(tmp_path: Path) -> None:
    rows = "ags;wert\n1099001;1,5\n010995611002;2\n99 003;3\n01060014;9\n02000000;9\n"
    assert csv_values(tmp_path, rows) == {NORD: "1,5", MITTE: "2", SUED: "3"}


def test_foreign_lines_are_counted_and_missing_kommunen_named(tmp_path: Path) -> None:
    path = file(tmp_path, "q.csv", "ags;wert\n01099001;1\n01060014;9\n")
    found = planned(county(tmp_path, GUIDE), "tabelle", path, "miete")
    assert found.notes == (
        "1 Zeile zu anderen Gebieten übergangen.",
        "2023: 1 von 3 Kommunen; es fehlen Mitte (01099002), Südort (01099003).",
    )


def test_names_never_count(tmp_path: Path) -> None:
    """Quickborn, Holm, Bokel and Tangstedt are two places each: the key alone tells which."""
    rows = "ags;name;wert\n01099001;Mitte;1\n01051089;Nordort;2\n"
    assert csv_values(tmp_path, rows) == {NORD: "1"}


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("01099004", "Eine Kommune 01099004 kennt geo/raeume.yml nicht."),
        ("Nordort", "„Nordort“ ist kein amtlicher Schlüssel."),
        ("", "Hier fehlt der amtliche Schlüssel."),
        (
            "1,0990E+06",
            "Excel hat den Schlüssel als „1,0990E+06“ gespeichert und Ziffern verloren.",
        ),
        ("99001001", "Dann hilft „schluesselform: stimmbezirk“."),
        ("99001", "Dann hilft „schluesselform: kreis-gemeinde“."),
    ],
)
def test_a_key_that_does_not_match_stops_the_import(tmp_path: Path, key: str, told: str) -> None:
    problems = csv_problems(tmp_path, f"name;ags;wert\na;01099001;1\nb;{key};2\n")
    assert len(problems) == 1
    assert problems[0].startswith("q.csv:3:2: Spalte B (ags): ")
    assert told in problems[0]


def test_all_bad_lines_are_told_at_once(tmp_path: Path) -> None:
    rows = "ags;wert\n01099009;1\nSumme;3\n01099001;zwölf\n"
    spots = [line.split(" ")[0] for line in csv_problems(tmp_path, rows)]
    assert spots == ["q.csv:2:1:", "q.csv:3:1:", "q.csv:4:2:"]


def test_footnotes_have_no_values_and_are_passed_over(tmp_path: Path) -> None:
    rows = "ags;wert\n01099001;1\nQuelle: Amt;\n1) geschätzt;\n"
    assert csv_values(tmp_path, rows) == {NORD: "1"}


def test_left_out_and_filtered_lines(tmp_path: Path) -> None:
    guide = GUIDE + "filter: {art: [a, b]}\nausser: {ags: Summe}\n"
    rows = "ags;art;wert\n01099001;a;1\n01099002;b;2\n01099003;c;3\nSumme;a;6\n"
    assert csv_values(tmp_path, rows, guide) == {NORD: "1", MITTE: "2"}


def test_a_filter_for_what_is_nowhere(tmp_path: Path) -> None:
    problems = csv_problems(
        tmp_path, "ags;art;wert\n01099001;gesamt;1\n", GUIDE + "filter: {art: gesammt}\n"
    )
    assert problems == [
        "q.csv:1:1: In der Spalte „art“ steht nirgends „gesammt“. Meinten Sie „gesamt“?"
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("9,768595", " 49 983", "1.374"), ("9,768595", "49983", "1374")),
        (("48,60%", "45%", "7"), ("48,6", "45", "7")),
        (("24.4", "0.1", "20"), ("24,4", "0,1", "20")),
        (('"1,234.5"', "20", "0.5"), ("1234,5", "20", "0,5")),
        ((".", "x", "/"), (".", "x", "/")),
        (("-", "–", "..."), ("-", "-", ".")),
        (("", "5", "6"), (".", "5", "6")),
    ],
)
def test_spellings_of_numbers(
    tmp_path: Path, cells: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    rows = "".join(f"0109900{n};{cell}\n" for n, cell in enumerate(cells, start=1))
    found = csv_values(tmp_path, "ags;wert\n" + rows)
    assert tuple(found.values()) == expected


def test_one_point_can_mean_two_things(tmp_path: Path) -> None:
    rows = "ags;wert\n01099001;1.374\n01099002;20\n"
    assert csv_problems(tmp_path, rows) == [
        "q.csv:2:2: Spalte B (wert): „1.374“ ist mehrdeutig: 1374 oder 1,374? Bitte "
        '„dezimalzeichen“ angeben: "," oder ".".'
    ]


@pytest.mark.parametrize(("sign", "value"), [(",", "1374"), (".", "1,374")])
def test_the_editor_says_what_the_point_means(tmp_path: Path, sign: str, value: str) -> None:
    guide = f'{GUIDE}dezimalzeichen: "{sign}"\n'
    assert csv_values(tmp_path, "ags;wert\n01099001;1.374\n", guide) == {NORD: value}


def test_a_star_is_a_mark_only_if_the_editor_says_so(tmp_path: Path) -> None:
    rows = "ags;wert\n01099001;*\n01099002;4\n"
    assert csv_problems(tmp_path, rows) == [
        "q.csv:2:2: Spalte B (wert): Was bedeutet „*“? Bitte unter „fehlzeichen“ angeben, etwa "
        '"*": x.'
    ]
    guide = GUIDE + 'fehlzeichen: {"*": x}\n'
    assert csv_values(tmp_path / "said", rows, guide) == {NORD: "x", MITTE: "4"}


def test_numbers_as_text_beside_numbers(tmp_path: Path) -> None:
    path = workbook(
        tmp_path, [("ags", "wert"), (1099001, 3057), ("01099002", "182"), (1099003, " 1 207")]
    )
    found = planned(county(tmp_path, GUIDE), "tabelle", path, "miete")
    assert [values(found)[key] for key in (NORD, MITTE, SUED)] == ["3057", "182", "1207"]


def test_a_formula_without_result_and_an_error(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("ags", "wert"), ("01099001", "=1+1"), ("01099002", "#DIV/0!")])
    found = planned(county(tmp_path, GUIDE), "tabelle", path, "miete")
    assert sentences(found) == [
        "quelle.xlsx:2:2: Spalte B (wert): Die Formel hat kein gespeichertes Ergebnis. Bitte in "
        "Excel öffnen und speichern.",
        "quelle.xlsx:3:2: Spalte B (wert): Excel meldet hier den Fehler „#DIV/0!“.",
    ]


def test_values_in_hundreds(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("ags", "wert"), ("01099001", 899.3), ("01099002", 0.63)])
    found = planned(county(tmp_path, GUIDE + "faktor: 100\n"), "tabelle", path, "miete")
    assert [values(found)[key] for key in (NORD, MITTE)] == ["89930", "63"]


def test_a_key_in_parts_heads_in_two_rows_and_line_ends(tmp_path: Path) -> None:
    guide = (
        "kopfzeile: 2-3\nschluessel: [Schlüssel Land, Schlüssel Kreis, Schlüssel Gem]\n"
        "jahr: 2023\nwert: Bevölkerung insgesamt\n"
    )
    rows = [
        ("Titel",),
        ("Schlüssel", None, None, "Name", "Bevöl-\nkerung", None),
        ("Land", "Kreis", "Gem", None, "ins-\ngesamt", "weiblich"),
        (1, 99, 1, "Nordort", 500, 250),
    ]
    found = planned(county(tmp_path, guide), "tabelle", workbook(tmp_path, rows), "miete")
    assert values(found)[NORD] == "500"


def test_a_year_in_a_column_and_years_as_heads(tmp_path: Path) -> None:
    guide = "schluessel: ags\njahr: {spalte: Stand}\nwert: wert\n"
    rows = "ags;Stand;wert\n01099001;31.12.2023;1\n01099001;2024;2\n01099002;2023/24;3\n"
    path = file(tmp_path, "q.csv", rows)
    found = values(planned(county(tmp_path / "a", guide), "tabelle", path, "miete"))
    assert found[NORD] == "1"
    assert found["01099001", "2024"] == "2"
    assert found[MITTE] == "3"
    path = file(tmp_path, "breit.csv", "ags;Name;2023;2024\n01099001;Nordort;1,5;2\n")
    guide = "schluessel: ags\njahr: kopf\n"
    found = values(planned(county(tmp_path / "b", guide), "tabelle", path, "miete"))
    assert found[NORD] == "1,5"
    assert found["01099001", "2024"] == "2"


def test_next_year_is_one_command(tmp_path: Path) -> None:
    guide = "blatt: '{jahr}'\nschluessel: ags\nwert: Stand 31.12.{jahr}\n"
    path = workbook(tmp_path, [("ags", "Stand\n 31.12.2024"), ("01099001", 7)], sheet="2024")
    found = planned(county(tmp_path, guide), "tabelle", path, "miete", 2024)
    assert values(found)["01099001", "2024"] == "7"


def test_a_year_must_be_known(tmp_path: Path) -> None:
    problems = csv_problems(tmp_path, "ags;wert\n01099001;1\n", "schluessel: ags\nwert: wert\n")
    assert problems == [
        "q.csv:1:1: Für diese Datei fehlt in der Zuordnung „jahr“. Das Jahr geht auch mit --jahr."
    ]


def test_columns_of_one_name(tmp_path: Path) -> None:
    rows = "ags;Stimmen;Frauen;Stimmen;Frauen\n01099001;5;1;7;\n01099002;3;;4;\n"
    assert csv_problems(tmp_path / "a", rows, GUIDE.replace("wert: wert", "wert: Frauen")) == [
        "q.csv:1:1: Die Spalte „Frauen“ gibt es 2-mal (C, E …). Bitte „Spalte C“ schreiben oder "
        "mit {alle: …} summieren."
    ]
    guide = GUIDE.replace("wert: wert", 'wert: {alle: Frauen}\nleer: "0"')
    assert csv_values(tmp_path / "b", rows, guide) == {NORD: "1", MITTE: "0"}
    guide = GUIDE.replace("wert: wert", "wert: [Spalte B, Spalte D]")
    assert csv_values(tmp_path / "c", rows, guide) == {NORD: "12", MITTE: "7"}


def test_a_column_that_is_not_there(tmp_path: Path) -> None:
    guide = GUIDE.replace("wert: wert", "wert: Wahler")
    assert csv_problems(tmp_path, "ags;Waehler\n01099001;1\n", guide) == [
        "q.csv:1:1: Die Spalte „Wahler“ gibt es nicht. Meinten Sie „Waehler“?"
    ]


def test_districts_are_added_up(tmp_path: Path) -> None:
    guide = "schluessel: nr\nschluesselform: stimmbezirk\njahr: 2023\nzaehler: w\nnenner: b\n"
    rows = "nr;w;b\n99001001;3;10\n99001002;4;10\n99002001;x;5\n99002002;1;5\n99003001;-;7\n"
    path = file(tmp_path, "q.csv", rows)
    root = county(tmp_path / "a", guide, "leerstand")
    assert sentences(planned(root, "tabelle", path, "leerstand")) == [
        "q.csv:3:2: Nordort (01099001) im Jahr 2023 steht schon in Zeile 2. Sind das Teile, hilft "
        "„summieren: true“, sonst „filter“.",
        "q.csv:5:2: Mitte (01099002) im Jahr 2023 steht schon in Zeile 4. Sind das Teile, hilft "
        "„summieren: true“, sonst „filter“.",
    ]
    root = county(tmp_path / "b", guide + "summieren: true\n", "leerstand")
    found = values(planned(root, "tabelle", path, "leerstand"))
    assert (found[NORD], found[MITTE], found[SUED]) == ("7;20", "x;10", "-;7")


def test_a_table_must_have_the_columns_of_ours(tmp_path: Path) -> None:
    root = county(tmp_path, GUIDE, "leerstand")
    found = planned(root, "tabelle", file(tmp_path, "q.csv", "ags;wert\n01099001;1\n"), "leerstand")
    assert sentences(found) == [
        "leerstand.csv:1:1: Die Tabelle hat die Spalten „raum;jahr;zaehler;nenner“, eingelesen "
        "würde „raum;jahr;wert“. Bitte „wert“ oder „zaehler“ und „nenner“ passend angeben."
    ]


def test_without_a_guide_the_way_out_is_told(tmp_path: Path) -> None:
    found = planned(county(tmp_path), "tabelle", file(tmp_path, "q.csv", "a;b\n1;2\n"), "miete")
    assert sentences(found) == [
        "miete.einlesen.yml:1:1: Wie „q.csv“ zu lesen ist, steht noch nirgends. Bitte diese Datei "
        "anlegen mit „schluessel“, „jahr“ und „wert“ (oder „zaehler“ und „nenner“): den Namen der "
        "Spalten."
    ]


def test_a_guide_for_another_kind_of_file(tmp_path: Path) -> None:
    root = county(tmp_path, "art: inkar\nfilter: {Indikator: a}\n")
    found = planned(root, "tabelle", file(tmp_path, "q.csv", "a;b\n1;2\n"), "miete")
    assert sentences(found) == [
        "miete.einlesen.yml:1:1: Diese Zuordnung ist für „inkar“, eingelesen wird „tabelle“."
    ]


def test_a_file_without_our_areas(tmp_path: Path) -> None:
    assert csv_problems(tmp_path, "ags;wert\n02000000;1\n") == [
        "q.csv:1:1: Die Datei enthält keinen Wert für ein Gebiet aus geo/raeume.yml."
    ]


@pytest.mark.parametrize("name", ["q.ods", "q.pdf", "q.zip"])
def test_other_kinds_of_files(tmp_path: Path, name: str) -> None:
    found = planned(county(tmp_path, GUIDE), "tabelle", file(tmp_path, name, "a"), "miete")
    assert "lässt sich nicht einlesen. Bitte als .xlsx oder .csv speichern." in sentences(found)[0]


@pytest.mark.parametrize("head", ["2024*", "2024¹⁾", "2024 1)", "2024 (vorläufig)", "2023"])
def test_a_year_in_a_head_is_read_or_told(tmp_path: Path, head: str) -> None:
    path = file(tmp_path, "t.csv", f"ags;2022;2023;{head}\n01099001;1;2;3\n")
    root = county(tmp_path, "art: tabelle\nschluessel: ags\njahr: kopf\n")
    (told,) = sentences(planned(root, "tabelle", path, "miete"))
    assert told.startswith("t.csv:1:4: Spalte D: ")
    assert head in told


# --- Cells that are not where their head is -----------------------------------------------------

MOVED = "Diese Zeile hat mehr Zellen als die Tabelle Köpfe."


@pytest.mark.parametrize(
    ("rows", "others"),
    [
        ("ags,wert\n01099001,7,5\n01099002,5\n", ""),
        ("ags,wert\n01099001,7,5\n01099002,5,2\n01099003,6,0\n", " Ebenso 2-mal an anderer"),
        ("ags;name;wert\n01099001;Nord; Ort;7\n01099002;Mitte;5\n", ""),
        ("ags;wert\n01099001;7;9\n", ""),
    ],
)
def test_a_decimal_comma_that_parts_cells_is_told(tmp_path: Path, rows: str, others: str) -> None:
    (told,) = csv_problems(tmp_path, rows)
    assert told.startswith(f"q.csv:2:1: {MOVED}")
    assert others in told


def test_a_moved_line_is_told_though_its_filter_has_moved_too(tmp_path: Path) -> None:
    rows = "ags,name,art,wert\n01099001,Nord, Ort,a,7\n01099002,Mitte,a,5\n"
    (told,) = csv_problems(tmp_path, rows, GUIDE + "filter: {art: a}\n")
    assert MOVED in told


@pytest.mark.parametrize(
    "rows",
    [
        'ags,wert\n01099001,"7,5"\n',
        "ags;wert;\n01099001;7,5;gesch.\n",
        "ags;wert\n01099001;7,5;\n01060014;9;9\n",
        "ags;wert\n01099001;7,5\n;;Quelle: Amt\n",
        "sep=;\nags;wert\n01099001;7,5\n",
        "sep=,\r\nags,wert\r\n01099001,7.5\r\n",
        "\n;\nags;wert\n01099001;7,5\n",
    ],
)
def test_cells_that_are_in_order_are_read(tmp_path: Path, rows: str) -> None:
    assert csv_values(tmp_path, rows) == {NORD: "7,5"}


@pytest.mark.parametrize("key", ["'01099001", '"=""01099001"""', "01099001\u200b", "\ufeff1099001"])
def test_a_key_dressed_for_excel_is_read(tmp_path: Path, key: str) -> None:
    assert csv_values(tmp_path, f"name;ags;wert\na;{key};7\n") == {NORD: "7"}


# --- Numbers that are not alike -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "is_told"),
    [
        (("48,6 %", "0,5", "60 %"), True),
        (("48,6 %", "50", "60 %"), False),
        (("48,6 %", "0", "60%"), False),
        (("48,6 %", "-", "60%"), False),
    ],
)
def test_a_share_of_one_among_percents_is_told(
    tmp_path: Path, cells: tuple[str, ...], is_told: bool
) -> None:
    rows = "".join(f"0109900{n};{cell}\n" for n, cell in enumerate(cells, start=1))
    found = planned(
        county(tmp_path, GUIDE), "tabelle", file(tmp_path, "q.csv", f"ags;wert\n{rows}"), "miete"
    )
    told = [one for one in sentences(found) if "haben manche Zahlen ein Prozentzeichen" in one]
    assert (len(told), found.problems == ()) == (is_told, not is_told)


SUMMED = GUIDE + "summieren: true\n"
PARTS = {NORD[0]: (60, 50), MITTE[0]: (30, 45), SUED[0]: (7, 0)}


def lines_of(parts: dict[str, tuple[int, ...]], with_whole: bool) -> str:
    rows = [f"{key};{one}" for key, found in parts.items() for one in found]
    rows += [f"{key};{sum(found)}" for key, found in parts.items() if with_whole]
    return "\n".join(["ags;wert", *rows, ""])


def test_a_line_with_the_sum_of_the_others_is_not_added_to_them(tmp_path: Path) -> None:
    assert csv_values(tmp_path / "a", lines_of(PARTS, False), SUMMED)[NORD] == "110"
    assert csv_problems(tmp_path / "b", lines_of(PARTS, True), SUMMED) == [
        "q.csv:8:2: Nordort (01099001) im Jahr 2023: In dieser Zeile steht schon die Summe der "
        "anderen Zeilen; mit „summieren“ zählte sie doppelt. Bitte solche Zeilen mit „ausser“ oder "
        "„filter“ auslassen. Ebenso 1-mal an anderer Stelle."
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {NORD[0]: (1, 2, 3)},  # small: by chance
        {NORD[0]: (60, 50, 110), MITTE[0]: (30, 45, 20), SUED[0]: (7, 5, 9)},  # one of three
        {NORD[0]: (60, 60), MITTE[0]: (40, 40, 0)},  # two are equal by chance
    ],
)
def test_parts_that_happen_to_add_up_are_summed(
    tmp_path: Path, parts: dict[str, tuple[int, ...]]
) -> None:
    found = csv_values(tmp_path, lines_of(parts, False), SUMMED)
    assert found[NORD] == str(sum(parts[NORD[0]]))


# --- Years --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "year"),
    [
        *((one, "") for one in ("2019-21", "2019–21", "2019/21", "2019 und 2021", "2019, 2020")),
        *((one, "2022") for one in ("2022/23", "2022-06", "2022-06-30", "30.06.2022", "2022")),
    ],
)
def test_several_years_are_no_year(tmp_path: Path, text: str, year: str) -> None:
    rows = f"ags;jahr;wert\n01099001;{text};7\n01099002;{text};5\n"
    guide = GUIDE.replace("jahr: 2023", "jahr: {spalte: jahr}")
    found = planned(county(tmp_path, guide), "tabelle", file(tmp_path, "q.csv", rows), "miete")
    if year:
        assert values(found)["01099001", year] == "7"
    else:
        (told,) = sentences(found)
        assert f"„{text}“ ist ein Zeitraum, kein Jahr." in told
        assert told.endswith("Betroffen sind diese und eine weitere Zelle dieser Spalte.")
