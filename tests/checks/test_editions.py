"""What is chosen for a short report can be shown, and fits; what cannot is told where it stands."""

from pathlib import Path

import pytest
from editions.small import REPORT, with_edition
from support import SMALL, loaded, replaced, small_county, told

from fokusbericht.checks import find_hints

SOURCES = "quellen: [{kuerzel: f21, name: Der Bericht von 2021}]"
OTHER = "Bitte ein anderes „bild“ nehmen oder die Angabe weglassen. (ausgabe)"


def changed(old: str, new: str) -> dict[str, str]:
    """Return the report with another choice."""
    text = with_edition()[REPORT]
    assert old in text, old
    return {REPORT: text.replace(old, new)}


def problems(tmp_path: Path, old: str, new: str) -> list[str]:
    """Return what is told of another choice, without the file."""
    found = told(small_county(tmp_path, changed(old, new)))
    return [one.removeprefix(f"{REPORT}:") for one in found]


def test_an_edition_that_can_be_shown_has_no_problem(tmp_path: Path) -> None:
    assert told(small_county(tmp_path, with_edition())) == []


@pytest.mark.parametrize(
    ("figure", "picture", "reason"),
    [
        (
            "leerstand",
            "verlauf",
            "„Leerstand“ hat im Kreis keine drei Jahre mit Wert; daraus wird ",
        ),
        ("leerstand", "vergleich", "„Leerstand“ hat für 2021 keinen Wert von Land oder Bund; dara"),
        ("miete", "anteil", "„Miete“ sagt nicht, wie viele es von hundert sind; daraus wird kein "),
        ("miete", "vergleich", ""),
        ("leerstand", "anteil", ""),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_told(
    figure: str, picture: str, reason: str, tmp_path: Path
) -> None:
    found = problems(tmp_path, "{zahl: miete}", f"{{zahl: {figure}, bild: {picture}}}")
    assert len(found) == bool(reason)
    if reason:
        assert found[0].startswith(f"10:14: {reason}")
        assert found[0].endswith(OTHER)


@pytest.mark.parametrize(("number", "is_told"), [(2, True), (3, False), (7, False), (8, True)])
def test_a_year_is_told_in_three_to_seven_sentences(
    number: int, is_told: bool, tmp_path: Path
) -> None:
    sentences = "    - {zahl: miete}\n"
    more = sentences * (number - 2)
    found = problems(tmp_path, sentences, more)
    told = [f"8:14: Ein Kurzbericht hat drei bis sieben Sätze, hier stehen {number}. (ausgabe)"]
    assert found == (told if is_told else [])


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "",
            "11:12: Ein Vorwort steht hier nur, wenn der Kreis es veröffentlicht hat. Bitte mit "
            "„quelle“ das Kürzel einer der „quellen“ nennen oder das Vorwort streichen. (ausgabe)",
        ),
        (
            ", quelle: f20",
            "11:12: Das Kürzel „f20“ gibt es bei den „quellen“ nicht. Meinten Sie „f21“? (ausgabe)",
        ),
        (", quelle: f21", ""),
    ],
)
def test_a_foreword_of_a_real_county_says_where_it_was_published(
    source: str, sentence: str, tmp_path: Path
) -> None:
    foreword = f"  vorwort: {{text: Wir freuen uns.{source}}}\n  ziele:"
    files = changed("  ziele:", foreword)
    files[REPORT] = files[REPORT].replace("geaendert:", f"{SOURCES}\ngeaendert:")
    found = [one.removeprefix(f"{REPORT}:") for one in told(small_county(tmp_path, files))]
    assert found == ([sentence] if sentence else [])


def test_a_foreword_of_an_invented_county_needs_no_source(tmp_path: Path) -> None:
    files = changed("  ziele:", "  vorwort: {text: Wir freuen uns.}\n  ziele:")
    root = small_county(tmp_path, files)
    kreis = root / "content" / "kreis.yml"
    kreis.write_text(f"{kreis.read_text(encoding='utf-8')}erfunden: true\n", encoding="utf-8")
    assert told(root) == []


def test_a_chapter_has_room_for_four_figures(tmp_path: Path) -> None:
    files = changed("Geld aus.}", "Geld aus., kennzahlen: [leerstand, miete, eins, zwei, drei]}")
    for path in ("indicators/wohnen/miete.yml", "indicators/wohnen/miete.csv"):
        text = (SMALL / path).read_text(encoding="utf-8")
        files |= {path.replace("miete", name): text for name in ("eins", "zwei", "drei")}
    assert told(small_county(tmp_path, files)) == [
        f"{REPORT}:13:109: Hier stehen 5 Kennzahlen, Platz ist für 4. (ausgabe)"
    ]


def test_nothing_that_is_chosen_is_an_example(tmp_path: Path) -> None:
    name = "content/handlungsempfehlungen/2021-01-leerstand.md"
    files = with_edition() | replaced(name, "jahr: 2021\n", "jahr: 2021\nbeispiel: true\n")
    sentence = "„2021-01“ ist ein Beispiel; Echtes darf nicht darauf verweisen. (beispiel)"
    found = told(small_county(tmp_path, files))
    assert f"{REPORT}:11:11: {sentence}" in found  # ziele
    assert f"{REPORT}:14:14: {sentence}" in found  # fruehere


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "  finanzen:",
            "  felder: [{feld: wohnen, text: Heutige Mieten sind hoch.}]\n  finanzen:",
            "13:12: Hinweis: „Heutige“ stimmt in einem Kurzbericht nicht lange. "
            "Bitte das Jahr nennen. (kurzbericht)",
        ),
        (
            "  finanzen:",
            f"  felder: [{{feld: wohnen, text: {'Wort ' * 111}}}]\n  finanzen:",
            "13:12: Hinweis: Der Text zu „Wohnen“ hat 111 Wörter; mehr als 110 passen nicht in "
            "seine Drittelseite. (kurzbericht)",
        ),
        (
            "Ein kurzer Bericht.",
            "Was es heute gibt.",
            "26:8: Hinweis: „heute“ stimmt in einem Kurzbericht nicht lange. "
            "Bitte das Jahr nennen. (kurzbericht)",
        ),
        (
            "## Ein Jahr\n\n",
            "",
            "23:1: Hinweis: Dem Kurzbericht fehlen die Leitthemen: Jede Überschrift (##) im Text "
            "wird eines. (kurzbericht)",
        ),
    ],
)
def test_what_will_not_fit_or_last_is_a_hint(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    text = with_edition()[REPORT].replace("Ein kurzer", "## Ein Jahr\n\nEin kurzer")
    assert old in text
    root = small_county(tmp_path, {REPORT: text.replace(old, new)})
    report, found = loaded(root)
    assert found == []
    told = [str(one) for one in find_hints(report) if "(kurzbericht)" in str(one)]
    assert [one.removeprefix(f"{REPORT}:") for one in told] == [sentence]
