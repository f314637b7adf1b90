"""The typesetter: what is refused, and that no word of an editor's can do anything."""

import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from support import REPOSITORY

from fokusbericht.exports.print import Manuscript, PrintFault, typeset
from fokusbericht.exports.print.drawings import light_svg
from fokusbericht.exports.print.manuscript import Sources
from fokusbericht.exports.print.plain import plain, plain_blocks, shown_address
from fokusbericht.model.editions import EditionEntry
from fokusbericht.problems import Place
from fokusbericht.text.blocks import Heading, Item, Listing, Paragraph, Run

GROUND = (REPOSITORY / "templates/druck/grund.typ").read_text(encoding="utf-8")
MAIN = """#import "grund.typ": *
#let d = json("daten.json")
#show: it => sheet(d, it)
#heading(level: 1, d.title)
#blocks(d.blocks)
#picture("karte.svg", d.alt)
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
BASE = "https://fokus.example"
HOSTILE = (
    '#panic("x")',
    "$x$ @abc <abc> \\ * _ ` ~ = - + / //",
    '"); #read("/etc/passwd"',
    "[[wohnen]] {{ karte }} <script>",
    "C:\\Ordner\\#1",
)


def manuscript(words: str, alt: str = "Eine Karte", main: str = MAIN) -> Manuscript:
    """Return a page that says some words in every way a text can."""
    blocks = (
        Heading(2, (Run(words),)),
        Paragraph((Run(words, bold=True), Run(words, href=f"/{words}"), Run(words, italic=True))),
        Listing((Item((Run(words),)), Item((Run(words),), depth=1, ordered=True))),
    )
    data = {
        "title": words,
        "author": words,
        "description": words,
        "keywords": [words],
        "foot": words,
        "alt": alt,
        "blocks": plain_blocks(blocks, BASE),
    }
    sources = Sources("probe.typ", {"probe.typ": main, "grund.typ": GROUND})
    place = Place("content/berichte/2025.md")
    return Manuscript(sources, data, date(2025, 11, 1), place, {"bilder/karte.svg": SVG})


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Return a PDF to look into."""
    return pikepdf.open(BytesIO(pdf))


@pytest.mark.parametrize("words", HOSTILE)
def test_no_character_of_a_text_can_do_anything(words: str) -> None:
    with opened(typeset(manuscript(words))) as pdf:
        assert str(pdf.docinfo["/Title"]) == words
        assert len(pdf.pages) == 1


def test_it_is_tagged_german_and_of_the_day_of_its_content() -> None:
    with opened(typeset(manuscript("Wohnen"))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "de-DE"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20251101")
        with pdf.open_metadata() as said:
            assert (said["pdfuaid:part"], said["pdfaid:part"]) == ("1", "3")
            assert said["pdfaid:conformance"] == "A"


def test_the_same_is_the_same_in_another_process() -> None:
    ask = (
        "import sys; sys.path.insert(0, 'tests/exports/print'); sys.path.insert(0, 'tests');"
        "from test_typeset import manuscript, typeset;"
        "sys.stdout.buffer.write(typeset(manuscript('Wohnen')))"
    )
    there = subprocess.run([sys.executable, "-c", ask], cwd=REPOSITORY, capture_output=True)
    assert there.stdout == typeset(manuscript("Wohnen")) != b""
    assert str(REPOSITORY).encode() not in there.stdout


FAULTS: Mapping[str, tuple[Manuscript, str]] = {
    "no alternative text": (
        manuscript("Wohnen", alt=" "),
        "content/berichte/2025.md:1:1: Einem Bild fehlt der Alternativtext. Ohne ihn wird kein PDF "
        "gesetzt. (druck)",
    ),
    "a character without a typeface": (
        manuscript("Frohe Ostern 😀 allerseits"),
        "content/berichte/2025.md:1:1: Das Zeichen „😀“ lässt sich nicht drucken, keine Schrift "
        "des PDFs hat es: „Frohe Ostern 😀 allerseits“. Bitte ein anderes nehmen. (druck)",
    ),
    "a private character": (
        manuscript("Ein \ue000"),
        "content/berichte/2025.md:1:1: Das Zeichen „U+E000“ lässt sich nicht drucken, keine "
        "Schrift des PDFs hat es: „Ein \ue000“. Bitte ein anderes nehmen. (druck)",
    ),
    "a template that asks for what is not there": (
        manuscript("Wohnen", main=MAIN + "#d.fehlt\n"),
        "templates/druck/probe.typ:7:1: Das PDF lässt sich nicht setzen: dictionary does not "
        'contain key "fehlt" (druck)',
    ),
    "a template that reads elsewhere": (
        manuscript("Wohnen", main=MAIN + '#read("/etc/passwd")\n'),
        "templates/druck/probe.typ:7:1: Das PDF lässt sich nicht setzen: file not found (druck)",
    ),
    "a template that fetches": (
        manuscript("Wohnen", main='#import "@preview/cetz:0.1.0": x\n' + MAIN),
        "templates/druck/probe.typ:1:1: Vorlagen laden nichts aus dem Netz. (druck)",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_set_is_told_in_german(name: str) -> None:
    broken, told = FAULTS[name]
    with pytest.raises(PrintFault) as fault:
        typeset(broken)
    assert str(fault.value.as_problem()) == told


def test_things_become_plain_data_with_whole_addresses() -> None:
    entry = EditionEntry(
        "Titel", "Ziel", "Text\x00", "", ("eins",), "/handlungsempfehlungen/2025-01/"
    )
    assert plain(entry, BASE) == {
        "type": "EditionEntry",
        "title": "Titel",
        "kind": "Ziel",
        "text": "Text",
        "state": "",
        "notes": ["eins"],
        "href": f"{BASE}/handlungsempfehlungen/2025-01/",
        "address": f"{BASE}/handlungsempfehlungen/2025-01/",
        "shown": "fokus.example/handlungsempfehlungen/2025-01",
    }


def test_an_address_is_printed_as_it_is_typed() -> None:
    assert shown_address("https://kreis.example/Ver%C3%B6ffentlichungen/") == (
        "kreis.example/Veröffentlichungen"
    )
    assert shown_address("https://kreis.example/a%20b%00") == "kreis.example/a%20b%00"


def test_names_on_maps_stand_on_plates_and_once() -> None:
    name = '<text class="name" x="60" y="40" text-anchor="middle">Wedel &amp; Au</text>'
    svg = light_svg(f'<svg font-family="x"><path d="M0 0z"/>{name}</svg>'.encode()).decode()
    before, _, after = svg.partition("<rect")
    assert before.endswith('<path d="M0 0z"/><style>.name{stroke:none}</style>')
    assert after.endswith(f"/>{name}</svg>")
    assert 'fill="#ffffff"' in after


def test_headings_leave_no_level_out() -> None:
    levels = (3, 4, 3, 2, 4, 3)
    blocks = [Heading(level, (Run(str(level)),)) for level in levels]
    found = plain_blocks(blocks, BASE)
    assert [one["level"] for one in found] == [2, 3, 2, 2, 3, 3]  # type: ignore[index,call-overload,union-attr]


def test_lists_lie_within_one_another() -> None:
    items = (
        Item((Run("a"),)),
        Item((Run("b"),), depth=1, ordered=True, number=3),
        Item((Run("c"),), goes_on=True),
        Item((Run("d"),), ordered=True),
    )
    first, second = plain(Listing(items), BASE)["lists"]  # type: ignore[index,call-overload]
    assert [one["runs"][0]["text"] for one in first["items"]] == ["a"]
    assert first["items"][0]["after"][0]["text"] == "c"
    assert (first["items"][0]["inner"][0]["start"], first["ordered"]) == (3, False)
    assert (second["ordered"], second["items"][0]["runs"][0]["text"]) == (True, "d")


def test_drawings_are_printed_in_light_colours_on_white() -> None:
    drawing = (
        b"<svg font-family=\"system-ui,'Segoe UI'\"><style>.a{fill:#fbfaf6}"
        b"@media (prefers-color-scheme:dark){.a{fill:#10181b}.b{fill:#fff}}.c{fill:currentColor}"
        b"</style></svg>"
    )
    assert light_svg(drawing, "#000000") == (
        b'<svg font-family="Fira Sans"><style>.a{fill:#ffffff}.c{fill:#000000}</style></svg>'
    )
