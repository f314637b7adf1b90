"""The list of all that can be taken along: what there is, what each page shows, what is new."""

import json
from collections.abc import Mapping
from hashlib import sha256

from fokusbericht.building.output import Others
from fokusbericht.exports.offline import LIST, SmallSet, make_list

STYLE = "assets/stil.0123456789.css"
SITE: Mapping[str, bytes] = {
    "404.html": b"<p>Nicht da</p>",
    STYLE: b"a{}",
    "assets/ungenutzt.0123456789.css": b"b{}",
    "daten/alles.csv": b"a;b",
    "index.html": b'<link rel="stylesheet" href="assets/stil.0123456789.css"><a href="ort/">a</a>',
    "ort/bild-schmal.svg": b"<svg/>",
    "ort/bild.svg": b"<svg />",
    "ort/daten.csv": b"1;2",
    "ort/index.html": (
        b'<link rel="stylesheet" href="../assets/stil.0123456789.css">'
        b'<picture data-interactive="spec.vl.json">'
        b'<source srcset="bild-schmal.svg 1x, bild.svg 2x">'
        b'<img src="bild.svg"></picture><a href="daten.csv">Tabelle</a><i data-root="../"></i>'
    ),
    "ort/spec.vl.json": b"{}",
    "robots.txt": b"",
    "suche/verzeichnis.js": b"let a;",
}
CHOICE = SmallSet(("/", "/fehlt/"), (("Ort", "/ort/"), ("Weg", "/weg/")))


def others(
    site: Mapping[str, bytes], before: bytes = b"", same: frozenset[str] = frozenset()
) -> Others:
    def read(path: str) -> bytes:
        assert path not in same, path
        return site[path]

    return Others(sorted(site), same, read, lambda path: before if path == LIST else b"")


def listed(data: bytes) -> dict[str, list[object]]:
    return {row[0]: row for row in json.loads(data)["dateien"]}


def test_all_that_pages_show_is_listed_and_nothing_else() -> None:
    rows = listed(make_list(CHOICE, others(SITE)))
    assert [*rows] == [
        STYLE,
        "",
        "ort/bild-schmal.svg",
        "ort/bild.svg",
        "ort/",
        "ort/spec.vl.json",
        "suche/verzeichnis.js",
    ]


def test_of_each_file_size_and_print_are_told_and_of_a_page_what_it_shows() -> None:
    rows = listed(make_list(CHOICE, others(SITE)))
    data = SITE["ort/index.html"]
    size, packed, digest, shown = rows["ort/"][1:]
    assert (size, digest) == (len(data), sha256(data).hexdigest()[:16])
    assert 100 < int(str(packed)) <= len(data)
    assert shown == [0, 2, 3, 5]
    assert rows[""][4] == [0]
    assert [len(row) for row in rows.values()] == [4, 5, 4, 4, 5, 4, 4]


def test_what_is_telling_and_each_place_can_be_taken_alone() -> None:
    found = json.loads(make_list(CHOICE, others(SITE)))
    assert (found["wichtig"], found["orte"]) == ([1], [["Ort", 4]])


def test_what_is_as_it_was_is_not_read_again() -> None:
    first = make_list(CHOICE, others(SITE))
    assert make_list(CHOICE, others(SITE, first, frozenset(listed_paths()))) == first
    new = {**SITE, "ort/bild.svg": b"<svg>neu</svg>"}
    same = frozenset(listed_paths()) - {"ort/bild.svg"}
    second = make_list(CHOICE, others(new, first, same))
    assert second == make_list(CHOICE, others(new))
    assert json.loads(second)["fassung"] != json.loads(first)["fassung"]


def test_a_list_that_somebody_has_spoilt_is_made_anew() -> None:
    first = make_list(CHOICE, others(SITE))
    for spoilt in (b"{", b"[]", b'{"dateien": [[1]]}', b'{"dateien": [["ort/"]]}'):
        assert make_list(CHOICE, others(SITE, spoilt)) == first


def listed_paths() -> list[str]:
    """Return the files that the list knows."""
    return [
        STYLE,
        "index.html",
        *(one for one in SITE if one.startswith(("ort/b", "ort/i", "ort/s"))),
    ]
