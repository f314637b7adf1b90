"""Texts as they are read: nothing in them that nobody sees, nothing that YAML would drop."""

from pathlib import Path

import pytest
from support import SMALL, loaded, replaced, small_county, told

NEWS = "content/aktuelles/2021-07-01-bericht.md"
TITLE = "titel: Fokus 2021 ist erschienen"
BODY = "Der [[bericht:2021]] liegt vor."
KREIS = "content/kreis.yml"
TABLE = "indicators/wohnen/leerstand.csv"
INDICATOR = "indicators/wohnen/leerstand.yml"


def news(title: str = TITLE, body: str = BODY) -> dict[str, str]:
    text = (SMALL / NEWS).read_text(encoding="utf-8")
    return {NEWS: text.replace(TITLE, title).replace(BODY, body)}


def places(root: Path, rule: str) -> list[str]:
    """Return where a rule was broken; nothing else may be told."""
    lines = told(root)
    assert all(line.endswith(f"({rule})") for line in lines), lines
    return [line.partition(": ")[0] for line in lines]


def written(root: Path, name: str, data: bytes) -> Path:
    (root / name).write_bytes(data)
    return root


# --- What nobody sees ---------------------------------------------------------------------------

UNSEEN = (
    *("\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x85", "\x96", "\x9f"),
    *("\u200b", "\u200e", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069"),
    *("\ufeff", "\ufffc", "\ufffd", "\ufffe", "\uffff", "\uf0b7", "\U000e0041", "\U0001fffe"),
)


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_sign_that_nobody_sees_is_told_at_its_own_place(tmp_path: Path, sign: str) -> None:
    title, body = f"titel: Fokus{sign}2021", f"Erste Zeile.\nÄrger{sign}nis"
    root = small_county(tmp_path, news(title, body))
    assert places(root, "zeichen") == [f"{NEWS}:2:13", f"{NEWS}:9:6"]


@pytest.mark.parametrize(
    ("escape", "column"),
    [("\\v", 12), ("\\x0b", 12), ("\\u0000", 12), ("\\0", 12), ("\\N", 12), ("\\U000E0041", 12)],
)
def test_what_stands_for_such_a_sign_is_told_as_well(
    tmp_path: Path, escape: str, column: int
) -> None:
    title = f'titel: "Neu{escape}es"'
    assert places(small_county(tmp_path, news(title)), "zeichen") == [f"{NEWS}:2:{column}"]


def test_an_escape_in_the_second_line_of_a_text_is_told_there(tmp_path: Path) -> None:
    title = 'titel: "Ärger 👍\n  mit\\u200b Text"'
    assert places(small_county(tmp_path, news(title)), "zeichen") == [f"{NEWS}:3:6"]


def test_half_a_sign_is_told_at_its_own_place(tmp_path: Path) -> None:
    root = small_county(tmp_path, news('titel: "Neu\\ud83d\\ude00"'))
    assert places(root, "yaml") == [f"{NEWS}:2:12"]


@pytest.mark.parametrize("entity", ["&#11;", "&#x0b;", "&#8203;", "&ZeroWidthSpace;", "&#xFFFE;"])
def test_an_entity_that_makes_such_a_sign_is_told(tmp_path: Path, entity: str) -> None:
    root = small_county(tmp_path, news(body=f"Ein Text{entity} und & mehr &amp; so."))
    assert places(root, "zeichen") == [f"{NEWS}:8:9"]


@pytest.mark.parametrize(
    "text",
    [
        "Familie 👨‍👩‍👧 und 🏳️‍🌈",
        "Sozial\u00adplanung",
        "48,6\u00a0% und 48,6\u202f%",
        "می\u200cخواهم",
        "Tabu\tlator",
        "a\\vb &nbsp; &shy;",
    ],
)
def test_what_belongs_to_a_text_stays(tmp_path: Path, text: str) -> None:
    report, problems = loaded(small_county(tmp_path, news(f"titel: '{text}'", text)))
    assert problems == []
    assert report.aktuelles["2021-07-01-bericht"].titel == text


def test_of_very_many_only_the_first_are_told(tmp_path: Path) -> None:
    lines = told(small_county(tmp_path, news(body="\u200b" * 5000)))
    assert len(lines) == 11
    assert lines[-1] == (
        f"{NEWS}:8:11: Von hier an stehen noch mehr unsichtbare Zeichen in dieser Datei. (zeichen)"
    )


def test_a_soft_hyphen_in_a_table_is_told(tmp_path: Path) -> None:
    files = replaced(TABLE, "01099002;2021", "01099\u00ad002;2021")
    assert places(small_county(tmp_path, files), "zeichen") == [f"{TABLE}:4:6"]


# --- Umlauts, line ends, encodings --------------------------------------------------------------


def test_umlauts_in_two_pieces_are_the_same_umlauts(tmp_path: Path) -> None:
    report, problems = loaded(small_county(tmp_path, news("titel: U\u0308bersicht", "Fu\u0308r.")))
    assert problems == []
    assert report.aktuelles["2021-07-01-bericht"].titel == "Übersicht"
    assert "Für." in report.aktuelles["2021-07-01-bericht"].body.source


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_marks_of_other_systems_are_read(
    tmp_path: Path, end: bytes, mark: bytes
) -> None:
    root = small_county(tmp_path)
    for name in (NEWS, KREIS, TABLE, "geo/kommunen.geojson"):
        written(root, name, mark + (root / name).read_bytes().replace(b"\n", end))
    assert told(root) == []


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-32"])
def test_another_encoding_is_told_by_its_name(tmp_path: Path, code: str) -> None:
    root = small_county(tmp_path)
    written(root, NEWS, (root / NEWS).read_text(encoding="utf-8").encode(code))
    assert told(root) == [
        f"{NEWS}:1:1: Diese Datei ist als UTF-16 gesichert („Unicode“). "
        "Bitte als UTF-8 sichern. (lesbar)"
    ]


def test_a_foreign_byte_is_told_in_the_column_of_letters(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    written(root, NEWS, "---\rtitel: Äöü ".encode() + b"\xe4\n")
    assert places(root, "lesbar") == [f"{NEWS}:2:12"]


# --- Two versions in one file -------------------------------------------------------------------

TORN = "<<<<<<< HEAD\n{0}\n||||||| 1234567\n{0}\n=======\n{0}\n>>>>>>> redaktion"


@pytest.mark.parametrize(
    ("name", "passage"),
    [
        (NEWS, TITLE),
        (NEWS, BODY),
        (KREIS, "name: Musterkreis"),
        (INDICATOR, "art: anteil"),
        (TABLE, "01099001;2021;10;500"),
        ("geo/raeume.yml", "kreis:"),
        ("geo/kommunen.geojson", '"features"'),
        ("content/glossar.yml", "leerstand:"),
    ],
)
def test_two_versions_are_told_once_in_every_kind_of_file(
    tmp_path: Path, name: str, passage: str
) -> None:
    files = replaced(name, passage, f"\n{TORN.format(passage)}\n")
    text = files[name]
    line = text[: text.index("<<<<<<<")].count("\n") + 1
    lines = [one for one in told(small_county(tmp_path, files)) if one.startswith(name)]
    assert lines == [
        f"{name}:{line}:1: „<<<<<<< HEAD“: Hier stehen zwei Fassungen nebeneinander, weil Git sie "
        "nicht zusammenführen konnte. Bitte eine wählen und alle Zeilen mit <<<<<<<, ======= und "
        ">>>>>>> streichen. (konflikt)"
    ]


def test_a_template_with_two_versions_is_told(tmp_path: Path) -> None:
    root = small_county(tmp_path, {"templates/frame/base.html": "<p>\n>>>>>>> redaktion\n"})
    assert places(root, "konflikt") == ["templates/frame/base.html:2:1"]


@pytest.mark.parametrize("body", ["Ein Titel\n=======", "|||||||", "a <<<<<<< b", "> > > Zitat"])
def test_lines_that_only_look_like_it_are_text(tmp_path: Path, body: str) -> None:
    lines = told(small_county(tmp_path, news(body=body)))
    assert [line for line in lines if "(konflikt)" in line] == []


# --- Nothing, and what YAML drops ---------------------------------------------------------------


@pytest.mark.parametrize("nothing", ["", "null", "~", "Null", "NULL", '""', "''", "[]", "{}"])
def test_nothing_is_nothing_however_it_is_written(tmp_path: Path, nothing: str) -> None:
    name = "content/handlungsempfehlungen/2021-01-leerstand.md"
    keys = ("finanzen", "zustaendig", "haltung", "vorgaenger", "quellen")
    text = (SMALL / name).read_text(encoding="utf-8")
    assert not any(f"\n{key}:" in text for key in keys)
    lines = [f"{key}: {nothing}" for key in keys]
    report, problems = loaded(
        small_county(tmp_path, {name: text.replace("---\n", "\n".join(["---", *lines, ""]), 1)})
    )
    assert problems == []
    found = report.empfehlungen["2021-01"]
    assert (found.finanzen, found.zustaendig, found.haltung_text) == (None, "", "")
    assert (found.vorgaenger, found.quellen) == ((), ())


@pytest.mark.parametrize("nothing", ["", "null", "~", '""'])
def test_what_must_be_there_is_missing_when_it_says_nothing(tmp_path: Path, nothing: str) -> None:
    lines = told(small_county(tmp_path, news(f"titel: {nothing}")))
    assert lines == [f"{NEWS}:2:{8 if nothing else 7}: „titel“ ist leer. (fehlender-schluessel)"]


@pytest.mark.parametrize("items", ["[null]", "[~, wohnen]", '["", wohnen]', "\n  -\n  - wohnen"])
def test_nothing_in_a_list_is_passed_over(tmp_path: Path, items: str) -> None:
    report, problems = loaded(small_county(tmp_path, news(f"{TITLE}\nhandlungsfelder: {items}")))
    assert problems == []
    names = [ref.key.name for ref in report.aktuelles["2021-07-01-bericht"].handlungsfelder]
    assert names == (["wohnen"] if "wohnen" in items else [])


@pytest.mark.parametrize(
    ("key", "nothing"),
    [
        *[("klassen", one) for one in ("null", "{}", "{anzahl: null, grenzen: []}")],
        *[("rang", one) for one in ("~", "{}", "{mindestens: null}")],
        *[("je", one) for one in ("null", '""')],
        *[("brueche", one) for one in ("null", "[null]", "[]", '""')],
        *[("hinweis", one) for one in ("null", "~", '""')],
        *[("gewicht", one) for one in ("null", '""')],
        *[("bestandteile", one) for one in ("null", "[null]", "[[null]]")],
        *[("unsicherheit", one) for one in ("null", "False", "FALSE")],
    ],
)
def test_an_indicator_that_says_nothing_says_what_is_usual(
    tmp_path: Path, key: str, nothing: str
) -> None:
    text = (SMALL / INDICATOR).read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if not line.startswith(f"{key}:")]
    report, problems = loaded(
        small_county(tmp_path, {INDICATOR: "\n".join([f"{key}: {nothing}", *kept])})
    )
    assert problems == []
    assert report.indikatoren["leerstand"].hinweis == ""
    assert report.indikatoren["leerstand"].je == 100


@pytest.mark.parametrize("word", ["None", "none", "undefined"])
def test_a_bare_word_for_nothing_is_nothing(tmp_path: Path, word: str) -> None:
    root = small_county(tmp_path, news(f"{TITLE}\nhandlungsfelder: [{word}]"))
    report, problems = loaded(root)
    assert problems == []
    assert report.aktuelles["2021-07-01-bericht"].handlungsfelder == ()
    assert places(small_county(tmp_path / "titel", news(f"titel: {word}")), "fehlender-schluessel")


@pytest.mark.parametrize(
    "title",
    [
        "titel: |\n  Fokus 2021 ist\n  erschienen",
        "titel: |+\n  Fokus 2021 ist erschienen\n\n",
        "titel: >\n  Fokus 2021\n  ist erschienen\n",
        'titel: "Fokus 2021\\n\\n ist erschienen\\n"',
        "titel: Fokus 2021 ist\n  erschienen",
    ],
)
def test_a_title_is_one_line_however_it_is_wrapped(tmp_path: Path, title: str) -> None:
    report, problems = loaded(small_county(tmp_path, news(title)))
    assert problems == []
    assert report.aktuelles["2021-07-01-bericht"].titel == "Fokus 2021 ist erschienen"


@pytest.mark.parametrize("value", [">5", "|3", ">2-"])
def test_a_number_behind_a_bracket_is_no_indent(tmp_path: Path, value: str) -> None:
    assert places(small_county(tmp_path, news(f"titel: {value}")), "yaml") == [f"{NEWS}:2:8"]


@pytest.mark.parametrize(
    ("title", "mark"),
    [
        ("titel: Zu **Fokus** 2021", "**Fokus**"),
        ("titel: Zu [[bericht:2021]]", "[[bericht:2021]]"),
        ("titel: Fokus<br>2021", "<br>"),
        ("titel: Siehe [hier](https://a.example)", "](https:"),
    ],
)
def test_marks_that_would_be_shown_in_a_title_are_a_hint(
    tmp_path: Path, title: str, mark: str
) -> None:
    report, problems = loaded(small_county(tmp_path, news(title)))
    assert problems == []
    (hint,) = report.hints
    assert str(hint).startswith(f"{NEWS}:2:8: Hinweis: „{mark}“ erscheint so auf der Seite")


@pytest.mark.parametrize("letter", "äöüÄÖÜß„“–…€²")
def test_a_letter_saved_in_a_wrong_code_is_told_once(tmp_path: Path, letter: str) -> None:
    broken = letter.encode().decode("cp1252")
    root = small_county(tmp_path, news(body=f"Erst São Paulo, château.\nDann {broken}, {broken}."))
    (line,) = told(root)
    assert line.startswith(f"{NEWS}:9:6: „{broken}“ war einmal „{letter}“: Der Text wurde mit dem")


@pytest.mark.parametrize("fault", [">>>>>>> neu\n", "x: [\n", "kreis: {}\n"])
def test_without_places_nothing_else_is_told(tmp_path: Path, fault: str) -> None:
    places = (SMALL / "geo/raeume.yml").read_text(encoding="utf-8")
    lines = told(small_county(tmp_path, {"geo/raeume.yml": places + fault}))
    assert [line.partition(":")[0] for line in lines] == ["geo/raeume.yml"]


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1", b"%PDF-1.7\n"])
def test_a_file_of_an_office_program_is_told_as_one(tmp_path: Path, data: bytes) -> None:
    for name in (NEWS, TABLE):
        root = written(small_county(tmp_path / Path(name).suffix), name, data + bytes(40))
        assert any(
            line.startswith(f"{name}:1:1: Das ist trotz ihres Namens eine Datei aus Word")
            for line in told(root)
        )


def test_a_quoted_null_is_a_word(tmp_path: Path) -> None:
    report, problems = loaded(small_county(tmp_path, news('titel: "null"')))
    assert problems == []
    assert report.aktuelles["2021-07-01-bericht"].titel == "null"


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("titel: Platz #1 im Kreis", 14),
        ("titel: #wohnen", 8),
        ('titel: "Platz" #1', 16),
        ("titel: Platz # 1", 14),
        ("titel: Platz\n  im #1", 6),
        ("titel: Platz\t#1", 14),
    ],
)
def test_what_yaml_takes_for_a_comment_is_told(tmp_path: Path, title: str, column: int) -> None:
    line = 3 if "\n" in title else 2
    assert places(small_county(tmp_path, news(title)), "raute") == [f"{NEWS}:{line}:{column}"]


def test_a_comment_in_brackets_is_told_where_it_begins(tmp_path: Path) -> None:
    root = small_county(tmp_path, news(f"{TITLE}\nquellen: [{{name: Platz #1, stand: 2021}}]"))
    assert places(root, "yaml") == [f"{NEWS}:3:24"]


@pytest.mark.parametrize("item", ["#wohnen", "Satz #1"])
def test_a_comment_in_a_list_is_told(tmp_path: Path, item: str) -> None:
    name = "content/termine/2021-05-07-steuerungsgruppe.md"
    files = replaced(name, "[Eine Empfehlung wird eingeschätzt.]", f"\n  - {item}")
    column = 5 + item.index("#")
    assert places(small_county(tmp_path, files), "raute") == [f"{name}:8:{column}"]


@pytest.mark.parametrize(
    "title",
    [
        "titel: C# und F#",
        'titel: "Platz #1"',
        "titel: >-\n  Platz #1\n  im Kreis",
        'titel: "Platz" # so heißt er',
        "# Ein Kommentar\ntitel: Platz",
        "datum: 2021-07-01 # unsicher\ntitel: Platz",
    ],
)
def test_comments_that_lose_nothing_are_none_of_our_business(tmp_path: Path, title: str) -> None:
    files = news(title)
    if "datum" in title:
        files[NEWS] = files[NEWS].replace("\ndatum: 2021-07-01\n", "\n")
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    assert report.hints == ()


def test_a_remark_behind_a_text_of_settings_is_a_hint(tmp_path: Path) -> None:
    files = replaced(KREIS, "name: Musterkreis", "name: Musterkreis # seit 1970")
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    assert [str(hint).partition(": ")[0] for hint in report.hints] == [f"{KREIS}:1:19"]
    files = replaced(KREIS, "name: Musterkreis", "name: Musterkreis #1")
    assert places(small_county(tmp_path / "b", files), "raute") == [f"{KREIS}:1:19"]


@pytest.mark.parametrize("colour", ["#0a5f73", "#fff", "# 0a5f73"])
def test_a_colour_without_quotes_is_told_as_a_colour(tmp_path: Path, colour: str) -> None:
    files = replaced(
        KREIS, '{akzent: "#0a5f73", akzent_dunkel: "#7cc7d3"}', f"\n  akzent: {colour}"
    )
    assert told(small_county(tmp_path, files)) == [
        f"{KREIS}:11:10: „{colour}“ gilt nicht, denn mit „#“ beginnt in YAML ein Kommentar. Die "
        'Farbe gehört in Anführungszeichen: "#0a5f73". (farbe)'
    ]


@pytest.mark.parametrize("text", ["&Co KG", "!wichtig Neu", "!!! Neu"])
def test_a_word_that_yaml_takes_for_a_mark_is_told(tmp_path: Path, text: str) -> None:
    assert places(small_county(tmp_path, news(f"titel: {text}")), "yaml") == [f"{NEWS}:2:8"]


# --- Days as editing systems write them ---------------------------------------------------------


@pytest.mark.parametrize(
    "day",
    ["2021-07-01T00:00:00.000Z", "2021-07-01T00:00:00+02:00", "2021-07-01 00:00", '"2021-07-01"'],
)
def test_a_day_with_an_empty_time_is_the_day(tmp_path: Path, day: str) -> None:
    files = replaced(NEWS, "datum: 2021-07-01", f"datum: {day}")
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    assert str(report.aktuelles["2021-07-01-bericht"].datum.latest()) == "2021-07-01"


def test_another_time_may_be_another_day_and_is_told(tmp_path: Path) -> None:
    files = replaced(NEWS, "datum: 2021-07-01", "datum: 2021-06-30T22:00:00.000Z")
    assert told(small_county(tmp_path, files)) == [
        f"{NEWS}:5:8: „2021-06-30T22:00:00.000Z“ nennt eine Uhrzeit. Bitte nur den Tag als "
        "JJJJ-MM-TT angeben. (falscher-typ)"
    ]


# --- Heads --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "line", "rule"),
    [
        ("\n---\n\n", "\n----\n\n", 6, "kopf"),
        ("\n---\n\n", "\n–––\n\n", 6, "kopf"),
        ("\n---\n\n", "\n...\n\n", 6, "kopf"),
        ("\n---\n\n", "\n ---\n\n", 6, "kopf"),
        ("\n---\n\n", "\n\n", 1, "kopf"),
        ("---\ntitel", "titel", 1, "kopf"),
        ("---\ntitel", "----\ntitel", 1, "kopf"),
        ("\n---\n\n", "\n---\n\n---\ntitel: Noch einmal\n---\n", 8, "kopf"),
        ("titel: ", "titel:", 2, "yaml"),
        ("titel: ", "titel:\u00a0", 2, "yaml"),
        ("geaendert: ", "\u00a0geaendert: ", 4, "zeichen"),
    ],
)
def test_a_head_that_is_none_is_told_where_it_goes_wrong(
    tmp_path: Path, old: str, new: str, line: int, rule: str
) -> None:
    told_lines = told(small_county(tmp_path, replaced(NEWS, old, new)))
    # A second head is also a line under text, which the text is told for.
    lines = [one for one in told_lines if not one.endswith("(markdown)")]
    assert [one.partition(": ")[0].rpartition(":")[0] for one in lines] == [f"{NEWS}:{line}"]
    assert lines[0].endswith(f"({rule})")


@pytest.mark.parametrize("body", ["---\n\nEin Text.\n\n---\n", "Text\n\n---\n\nEnde: gut\n\n---"])
def test_lines_in_the_text_are_lines(tmp_path: Path, body: str) -> None:
    assert told(small_county(tmp_path, news(body=body))) == []


def test_a_second_document_is_told(tmp_path: Path) -> None:
    files = replaced(KREIS, "titel: Fokusbericht", "---\ntitel: Fokusbericht")
    assert told(small_county(tmp_path, files)) == [
        f"{KREIS}:3:1: Mit „---“ beginnt hier ein zweites Dokument. Eine Datei enthält nur eines; "
        "bitte die Zeile streichen. (yaml)"
    ]
