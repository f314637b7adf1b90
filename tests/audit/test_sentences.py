"""What sentences say: place, year and number in one breath; what only stands near is not said."""

from typing import TYPE_CHECKING

import pytest

from fokusbericht.audit.context import Context
from fokusbericht.audit.lexicon import lexicon_of
from fokusbericht.audit.lines import LinkedText
from fokusbericht.audit.sentences import read_line

if TYPE_CHECKING:
    from conftest import Built

PAGE = "sozialbericht/leerstand/index.html"
Seen = tuple[str, str, int, float, str]


def said(built: "Built", text: str, context: Context | None = None) -> list[Seen]:
    names = frozenset(("leerstand", "obdachlose"))
    lexicon = lexicon_of(built.report, names)
    found = read_line(lexicon, context or Context(PAGE, ("leerstand",)), LinkedText(text), "Text")
    return [
        (one.indikator, one.area, one.year, round((one.low + one.high) / 2, 6), one.sure.value)
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nordort: 2,4\u202f%", [("leerstand", "01099001", 0, 2.4, "said")]),
        ("Nord 3,4 %", [("leerstand", "nord", 0, 3.4, "said")]),
        (
            "2022 lag der Anteil im Musterkreis bei 5,2 Prozent.",
            [("leerstand", "01099", 2022, 5.2, "said")],
        ),
        (
            "2022 stand viel leer. Am höchsten war der Anteil in Südort (7,0 Prozent), am "
            "niedrigsten in Nordort (0,8).",
            [
                ("leerstand", "01099003", 2022, 7.0, "said"),
                ("leerstand", "01099001", 2022, 0.8, "said"),
            ],
        ),
        (
            "Der Anteil sank im Musterkreis von 8,5 Prozent (2021) auf 5,2 (2022).",
            [
                ("leerstand", "01099", 2021, 8.5, "said"),
                ("leerstand", "01099", 2022, 5.2, "said"),
            ],
        ),
        (
            "Obdachlose: 2022 lebten in Nordort mehr als im Jahr davor, nämlich 777 Personen.",
            [],
        ),
        (
            "Nordort: Leerstand 2,4 % (im unteren Drittel), Obdachlose 777 Personen (im oberen)",
            [
                ("leerstand", "01099001", 0, 2.4, "said"),
                ("obdachlose", "01099001", 0, 777, "said"),
            ],
        ),
        (
            "In Südort sind es 7,0 %, in Nordort 12 Kommunen.",
            [("leerstand", "01099003", 0, 7, "said")],
        ),
        ("Stand 31.12.2022, Rang 3 von 49, am 5. Mai in Nordort", []),
        ("Miete in Nordort: 8,90 €/m²", []),
    ],
)
def test_what_is_said(built: "Built", text: str, expected: list[Seen]) -> None:
    assert said(built, text) == expected


def test_key_figures_belong_to_the_place_of_the_page(built: "Built") -> None:
    context = Context("kommunen/nordort/index.html", (), ("01099001",))
    text = "Leerstand 2,4 % 2022 · Kreis 5,2 % · Rang 2 von 3"
    assert said(built, text, context) == [
        ("leerstand", "01099001", 2022, 2.4, "said"),
        ("leerstand", "01099", 2022, 5.2, "said"),
    ]
    text = "ähnlich: Obdachlose; anders: Leerstand (7,0 % statt 2,4 %)"
    both = said(built, f"Südort {text}", context)
    assert both == [("leerstand", "01099001", 0, 2.4, "said")]
