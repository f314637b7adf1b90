"""Hints at two series of one subject in one paragraph: what is told, and what silences it."""

from pathlib import Path

import pytest
from support import loaded, small_county

from fokusbericht.checks import find_hints, mixed

MELDUNG = "content/aktuelles/2024-03-zahlen.md"
HEAD = """---
titel: Zahlen
kurz: Eine Meldung mit Zahlen.
datum: 2024-03
geaendert: 2026-01-20
---

"""
BERICHT = """\
titel: Leerstand (Bericht)
kurz: Eine Zahl.
geaendert: 2026-01-21
thema: wohnen
einheit: "%"
art: anteil
dezimalstellen: 1
richtung: neutral
ebene: kreis
stand: "2022"
quelle: {name: Musterbericht, lizenz: dl-de/by-2-0}
methode: Gezählt.
"""
GROUP = """\
leerstand:
  titel: Leerstand
  reihen:
    - {indikator: leerstand, name: Amt}
    - {indikator: bericht, name: Bericht}
"""
COUNTY = {
    "indicators/wohnen/bericht.yml": BERICHT,
    "indicators/wohnen/bericht.csv": "raum;jahr;wert\n01099;2022;2,9\n01;2022;3,3\n",
    "content/zahlengruppen.yml": GROUP,
}
TOLD = (
    "Hinweis: In diesem Absatz stehen zwei Reihen zu „Leerstand“ aus verschiedenen Quellen: "
    "„{}“ und „{}“. Bitte eine nehmen oder sagen, dass sie verschieden zählen und sich nicht "
    "vergleichen lassen."
)
AMT, BOOK = "Leerstand", "Leerstand (Bericht)"


def hints(folder: Path, text: str, files: dict[str, str] | None = None) -> list[str]:
    """Return the hints on a text, without its path."""
    changed = {**COUNTY, MELDUNG: f"{HEAD}{text}\n", **(files or {})}
    report, problems = loaded(small_county(folder, changed))
    assert problems == []
    found = [str(hint) for hint in sorted(set(mixed.check(report)))]
    return [one.split(":", 1)[1].removesuffix(" (zwei-reihen)") for one in found]


@pytest.mark.parametrize(
    ("text", "place", "first", "second"),
    [
        # Both are linked.
        ("Es sind [[indikator:bericht|2,9]] und [[indikator:leerstand|2,4]].", "8:39", BOOK, AMT),
        ("[[indikator:leerstand]]\nund\n[[indikator:bericht]]", "10:1", AMT, BOOK),
        # One is linked, the other drawn below it.
        (
            "Es sind [[indikator:bericht|2,9 Prozent]].\n\n{{ karte: leerstand, 2021 }}",
            "10:1",
            BOOK,
            AMT,
        ),
        # One is linked, and a Kommune has the figure of the other.
        (
            "[[indikator:bericht|2,9 Prozent]] im Kreis, in [[kommune:suedort]] 7,0.",
            "8:68",
            BOOK,
            AMT,
        ),
        # One is linked, and the Land has the figure of the other.
        ("[[indikator:leerstand|2,4 Prozent]], im Land 3,3.", "8:46", AMT, BOOK),
    ],
)
def test_hint(tmp_path: Path, text: str, place: str, first: str, second: str) -> None:
    assert hints(tmp_path, text) == [f"{place}: {TOLD.format(first, second)}"]


@pytest.mark.parametrize(
    "text",
    [
        "[[indikator:bericht|2,9 Prozent]].",
        "[[indikator:bericht|2,9 Prozent]].\n\n[[indikator:leerstand|2,4 Prozent]].",
        "[[indikator:bericht|2,9]] und [[indikator:miete|9,10]].",  # no group
        "[[indikator:bericht|2,9]] und [[indikator:leerstand|2,4]] lassen sich nicht vergleichen.",
        "[[indikator:bericht|2,9]], nach einer anderen Quelle [[indikator:leerstand|2,4]].",
        "[[indikator:bericht|2,9 Prozent]], in [[kommune:nordort]] 7,0.",  # of another place
        "[[indikator:bericht|2,9 Prozent]], in [[kommune:suedort]] 7 Kinder.",  # a round number
        "`[[indikator:bericht]]` und [[indikator:leerstand|2,4]]",
    ],
)
def test_no_hint(tmp_path: Path, text: str) -> None:
    assert hints(tmp_path, text) == []


def test_a_commentary_reads_its_own_series(tmp_path: Path) -> None:
    name = "content/kommentare/leerstand-2024.md"
    head = "---\ntitel: Leer\nindikator: leerstand\ndatum: 2024-01\ngeaendert: 2026-01-20\n---\n\n"
    text = "Im Kreis sind es 2,9 Prozent, im Land 3,3.\n"
    found = hints(tmp_path, "Nichts.", {name: head + text})
    assert found == [f"8:18: {TOLD.format(AMT, BOOK)}"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("yml", "Musterbericht", "Musteramt"),  # one source counts alike
        ("yml", "art: anteil", "art: rate"),  # it measures something else
        ("csv", "01099;2022;2,9", "01099;2021;2,6"),  # both say the same of the county
    ],
)
def test_series_that_go_together(tmp_path: Path, name: str, old: str, new: str) -> None:
    path = f"indicators/wohnen/bericht.{name}"
    text = "Es sind [[indikator:bericht|so viele]] und [[indikator:leerstand|2,4]]."
    assert hints(tmp_path / "before", text) != []
    assert hints(tmp_path / "after", text, {path: COUNTY[path].replace(old, new)}) == []


def test_hints_come_with_all_others(tmp_path: Path) -> None:
    text = "[[indikator:bericht|2,9]] und [[indikator:leerstand|2,4]]."
    report, _ = loaded(small_county(tmp_path, {**COUNTY, MELDUNG: f"{HEAD}{text}\n"}))
    assert [hint.rule for hint in find_hints(report)] == ["zwei-reihen"]
