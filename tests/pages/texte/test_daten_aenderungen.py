"""What changed in the figures: the page, the file and the feed, from recorded states."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import orjson
from secrecy.small_county import small_county as protected_county
from support import loaded, replaced, small_county

from fokusbericht.load.recorded import HEAD, PATH, checksum
from fokusbericht.site import plan_site

PAGE = "daten/aenderungen/index.html"
LOG = "daten/aenderungen.json"
FEED = "daten/aenderungen/feed.xml"
TAG = re.compile(r"<[^<>]+>")


def row(tag: str, name: str, year: int, cells: str, shown: bool = True) -> str:
    """Return a row of the record."""
    count = sum(one[-1:] not in "-x/" for one in cells.split())
    return f"{tag};{name};{year};{count};{checksum(cells)};{cells if shown else ''}"


def record(*rows: str) -> dict[str, str]:
    """Return the record of a county as a file."""
    return {PATH: "\n".join((";".join(HEAD), *rows, ""))}


def made(root: Path, *paths: str) -> list[str]:
    """Return files of a site."""
    report, problems = loaded(root)
    outputs, dead = plan_site(report)
    assert (problems, dead) == ([], [])
    found = {one.path: one for one in outputs}
    return [found[path].make().decode() for path in paths]


def said(html: str) -> list[str]:
    """Return the words of the main part of a page, line by line."""
    main = html.partition("<h1")[2].partition("Für Programme")[0].replace("\u00ad", "")
    lines = (unescape(TAG.sub("", line)).strip() for line in main.partition("\n")[2].splitlines())
    plain = (line.replace("\u00a0", " ").replace("\u202f", " ") for line in lines)
    return [line for line in plain if line]


def test_without_a_record_there_is_nothing_to_compare(tmp_path: Path) -> None:
    html, log = made(small_county(tmp_path), PAGE, LOG)
    none = "Es ist noch kein Stand festgehalten. Der erste zeigt, wovon an verglichen wird."
    assert none in said(html)
    assert orjson.loads(log)["staende"] == []


# The table as it stands: of 2021 that of today, of 2020 it differs, of 2022 there is none.
OLD = "01099001=1,7 01099002=4 01099003=2,4"
DAYS = (
    row("2025-03-01", "alt", 2019, "01099001=1"),
    row("2025-03-01", "leerstand", 2020, OLD),
    row("2025-03-01", "leerstand", 2015, "01099001=9"),
    row("2025-10-01", "leerstand", 2020, "01099001=1,8 01099002=4,9 01099003=2,4 nord=2"),
    row("2025-10-01", "miete", 2022, "01099001=7,5"),
    "2025-10-01;alt;2019;0;;",
)
CORRECTION = (
    'berichtigungen:\n  - {datum: 2025-09-02, war: "4 %", ist: "4,9 %", '
    'grund: "Zwei Zeilen waren vertauscht."}\ngeaendert:'
)


def changed_county(folder: Path) -> Path:
    """Return a county with two recorded states, other than today's."""
    said_so = replaced("indicators/wohnen/leerstand.yml", "geaendert:", CORRECTION)
    return small_county(folder, {**record(*DAYS), **said_so})


def test_each_state_tells_what_it_changed(tmp_path: Path) -> None:
    (html,) = made(changed_county(tmp_path), PAGE)
    lines = said(html)
    second = lines.index("Stand vom 1. Oktober 2025")
    assert lines[second:] == [
        "Stand vom 1. Oktober 2025",
        "2 Zahlen mit 6 Werten.",
        "Geänderte Werte bei einer Zahl. Eine neue Zahl. Eine Zahl entfallen.",
        "Geänderte Werte: 1",
        "Leerstand 2020: 2 Werte geändert und 1 ergänzt. Am meisten: Mitte (2020): 4,9 % statt "
        "4,0 %. Berichtigt am 2. September 2025: Zwei Zeilen waren vertauscht.",
        "Neue Zahlen: 1",
        "Miete 2022, 1 Wert",
        "Zahlen, die entfallen sind: 1",
        "Kennung „alt“ 2019, 1 Wert",
        "Stand vom 1. März 2025",
        "Der erste festgehaltene Stand: 2 Zahlen mit 5 Werten.",
    ]
    today = lines.index("Mit dieser Fassung")
    assert lines[today + 1].endswith(" Stichtag 1. November 2026, noch nicht festgehalten.")
    assert today < second


def test_the_feed_has_an_entry_for_each_recorded_state(tmp_path: Path) -> None:
    (feed,) = made(changed_county(tmp_path), FEED)
    assert re.findall(r"<title>(Stand .+)</title>", feed) == [
        "Stand vom 1.\u00a0Oktober 2025",
        "Stand vom 1.\u00a0März 2025",
    ]
    assert re.findall(r"<summary>(.+)</summary>", feed) == [
        "Geänderte Werte bei einer Zahl. Eine neue Zahl. Eine Zahl entfallen.",
        "Der erste festgehaltene Stand: 2 Zahlen mit 5 Werten.",
    ]


def test_the_file_tells_programs_the_same(tmp_path: Path) -> None:
    (log,) = made(changed_county(tmp_path), LOG)
    today, second, first = orjson.loads(log)["staende"]
    assert (today["tag"], today["festgehalten"]) == ("2026-11-01", False)
    assert first == {
        "tag": "2025-03-01",
        "festgehalten": True,
        "erster": True,
        "zahlen": 2,
        "werte": 5,
        "aenderungen": [],
    }
    change = next(one for one in second["aenderungen"] if one["art"] == "geaendert")
    assert change["groesste"] == {
        "raum_schluessel": "01099002",
        "raum": "Mitte",
        "jahr": 2020,
        "wert_vorher": 4.0,
        "wert": 4.9,
    }
    assert (change["werte"], change["ergaenzt"], change["entfallen"]) == (2, 1, 0)
    assert [one["grund"] for one in change["berichtigungen"]] == ["Zwei Zeilen waren vertauscht."]


def test_no_value_of_a_protected_figure_is_told_though_it_was_recorded(tmp_path: Path) -> None:
    county = replace(protected_county(), content={}).only(("notlagen", "bevoelkerung"))
    root = county.write(tmp_path / "kreis")
    (root / "archiv").mkdir(exist_ok=True)
    # What was open then, and is protected now.
    rows = (
        row("2025-03-01", "notlagen", 2023, "01099002=1 01099005=25"),
        row("2025-10-01", "notlagen", 2023, "01099002=2 01099005=24"),
    )
    (root / PATH).write_text(record(*rows)[PATH], encoding="utf-8")
    html, log = made(root, PAGE, LOG)
    told = [one for one in said(html) if one.startswith("In Notlagen") or "2023." in one]
    assert any("Einzelne Werte geschützter Zahlen werden nicht festgehalten." in x for x in told)
    assert "wert_vorher" not in log and "groesste" not in log


def test_what_is_under_embargo_is_not_told_to_be_gone(tmp_path: Path) -> None:
    later = replaced("indicators/wohnen/miete.yml", "geaendert:", "ab: 2027-01-01\ngeaendert:")
    html, log = made(small_county(tmp_path, {**record(*DAYS), **later}), PAGE, LOG)
    assert "miete" not in log and "Miete" not in " ".join(said(html))
