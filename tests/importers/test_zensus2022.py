"""The flat file of the census."""

from pathlib import Path

from importers.county import county_with_amt, file, planned, sentences, values
from openpyxl import Workbook
from support import small_county

from fokusbericht.importers import run

HEAD = (
    "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;"
    "1_variable_attribute_code;1_variable_attribute_label;value;value_unit;value_variable_code;"
    "value_variable_label;value_q\n"
)
LINE = (
    "1000A;Bevölkerung;STAG;Stichtag;2022-05-15;GEOGM4;Gemeinden;{};{};{};"
    "Anzahl;PRS018;Personen;e\n"
)


def county(folder: Path, guide: str = "") -> Path:
    files: dict[str, str | None] = {"indicators/zensus-bevoelkerung.yml": "titel: Test\n"}
    if guide:
        files["indicators/zensus-bevoelkerung.einlesen.yml"] = guide
    return small_county(folder, files)


def test_byte_order_mark_semicolon_and_long_keys(tmp_path: Path) -> None:
    text = HEAD + LINE.format("010995690001", "Nordort", "4818")
    text += LINE.format("010575782074", "Schönkirchen", "6697")
    found = planned(county(tmp_path), "zensus2022", file(tmp_path, "z.csv", text, "utf-8-sig"))
    assert values(found) == {("01099001", "2022"): "4818"}
    assert found.notes[0] == "1 Zeile zu anderen Gebieten übergangen."


def test_marks_of_quality(tmp_path: Path) -> None:
    text = (
        HEAD + LINE.format("010995690001", "Nordort", "/") + LINE.format("010995690002", "M", "-")
    )
    found = planned(county(tmp_path), "zensus2022", file(tmp_path, "z.csv", text))
    assert list(values(found).values()) == ["/", "-"]


def test_several_values_of_a_kommune_need_a_filter(tmp_path: Path) -> None:
    head = HEAD.replace("value;", "2_variable_code;2_variable_attribute_label;value;", 1)
    line = LINE.replace("{};Anzahl", "GES;{};{};Anzahl")
    text = head + line.format("010995690001", "N", "Insgesamt", "10")
    text += line.format("010995690001", "N", "weiblich", "6")
    path = file(tmp_path, "z.csv", text)
    found = planned(county(tmp_path / "a"), "zensus2022", path)
    assert "steht schon in Zeile 2. Sind das Teile" in sentences(found)[0]
    guide = "art: zensus2022\nfilter: {2_variable_attribute_label: weiblich}\n"
    found = planned(county(tmp_path / "b", guide), "zensus2022", path)
    assert values(found) == {("01099001", "2022"): "6"}


def test_the_place_may_be_the_second_variable(tmp_path: Path) -> None:
    head = HEAD.replace("1_variable_code", "2_variable_code").replace(
        "1_variable_label;1_variable_attribute_code;1_variable_attribute_label",
        "2_variable_label;2_variable_attribute_code;2_variable_attribute_label",
    )
    head = head.replace("time;2_", "time;1_variable_code;1_variable_attribute_code;2_")
    line = LINE.replace("GEOGM4", "GES;GESM;GEOGM4")
    path = file(tmp_path, "z.csv", head + line.format("010995690001", "N", "7"))
    assert values(planned(county(tmp_path), "zensus2022", path)) == {("01099001", "2022"): "7"}


def test_another_table(tmp_path: Path) -> None:
    path = file(tmp_path, "z.csv", "ags;wert\n01099001;1\n")
    assert sentences(planned(county(tmp_path), "zensus2022", path)) == [
        "z.csv:1:1: Das ist keine flache CSV-Datei des Zensus: Es fehlt die Spalte „time“. Bitte "
        "beim Herunterladen „CSV flach“ wählen."
    ]


def test_a_head_that_is_spoilt(tmp_path: Path) -> None:
    text = HEAD.replace("1_variable_attribute_", "1_variable_attribut_")
    path = file(tmp_path, "z.csv", text + LINE.format("010995690001", "Nordort", "4818"))
    assert sentences(planned(county(tmp_path), "zensus2022", path)) == [
        "z.csv:1:1: Zu keinem Merkmal sind seine Spalten da: „1_variable_attribute_code“ oder "
        "„1_variable_attribute_label“."
    ]


# --- Regionaltabellen ---------------------------------------------------------------------------

REGIONAL = """\
Berichtszeitpunkt;_RS;Name;Regionalebene;ALLE;ERWERBSLOS
20220515;00;Deutschland;Bund;900;90
20220515;01;Musterland;Land;400;40
20220515;01099;Muster;Stadtkreis/kreisfreie Stadt/Landkreis;200;20
20220515;010990001001;Nordort;Gemeinde;100;–
20220515;010995620;Marsch;Gemeindeverband;100;/
20220515;010995620002;Mitte;Gemeinde;/;/
20220515;010995620003;Südort;Gemeinde;/;/
"""
SHARE = "titel: Test\nart: anteil\nebene: {}\nzaehler: E\nnenner: A\n"
GUIDE = "art: zensus2022\nzaehler: ERWERBSLOS\nnenner: ALLE\n"


def shares(folder: Path, ebene: str) -> Path:
    files = {
        "indicators/wohnen/quote.yml": SHARE.format(ebene),
        "indicators/wohnen/quote.einlesen.yml": GUIDE,
        "indicators/wohnen/alter.yml": SHARE.format("kommune"),
        "indicators/wohnen/alter.einlesen.yml": GUIDE.replace("ERWERBSLOS", "ALTER"),
    }
    return county_with_amt(folder, files)


def test_aemter_are_read_for_indicators_of_their_level(tmp_path: Path) -> None:
    path = file(tmp_path, "z.csv", REGIONAL, "utf-8-sig")
    found = planned(shares(tmp_path / "a", "amt"), "zensus2022", path, "quote")
    assert values(found) == {
        ("01", "2022"): "40;400",
        ("01099", "2022"): "20;200",
        ("01099001", "2022"): "0;100",
        ("010995620", "2022"): "/;/",
    }
    found = planned(shares(tmp_path / "b", "kommune"), "zensus2022", path, "quote")
    assert values(found)["01099003", "2022"] == "/;/"
    assert ("010995620", "2022") not in values(found)
    assert "„Gemeindeverband“ (1)" in found.notes[1]


def test_all_indicators_whose_columns_the_table_has(tmp_path: Path) -> None:
    root = shares(tmp_path, "kommune")
    lines, code = run(["zensus2022", str(file(tmp_path, "z.csv", REGIONAL))], root)
    assert code == 0
    assert "Hinweis: Nicht in dieser Datei, nach den Namen der Spalten: alter." in lines
    assert "indicators/wohnen/quote.csv: 5 neu, 0 geändert, 0 entfallen, 0 unverändert" in lines


def test_a_workbook_with_several_tables(tmp_path: Path) -> None:
    rows = [line.split(";") for line in REGIONAL.splitlines()]
    book = Workbook()
    assert book.active is not None
    book.active.title = "Titel"
    others = [[*row[:4], "1"] for row in rows]
    others[0][4] = "ANDERES"
    for name, lines in (("CSV-Andere", others), ("CSV-Erwerb", rows), ("Erwerb", rows[:1])):
        page = book.create_sheet(name)
        for line in lines:
            page.append(line)
    book.save(tmp_path / "z.xlsx")
    found = planned(shares(tmp_path, "kommune"), "zensus2022", tmp_path / "z.xlsx", "quote")
    assert values(found)["01099", "2022"] == "20;200"
    book = Workbook()
    book.save(tmp_path / "leer.xlsx")
    found = planned(
        shares(tmp_path / "b", "kommune"), "zensus2022", tmp_path / "leer.xlsx", "quote"
    )
    assert sentences(found) == [
        "leer.xlsx:1:1: Die Mappe hat kein Blatt mit einer Regionaltabelle, deren erste Zeile "
        "„Berichtszeitpunkt“ und „_RS“ nennt."
    ]
