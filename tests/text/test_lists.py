"""Lists as editors write them, and what only looks like one."""

import pytest
from prose_support import html


def items(text: str) -> str:
    """Return the HTML of a text in one line."""
    return html(text).replace("\n", "")


def ul(*entries: str) -> str:
    return f"<ul>{''.join(f'<li>{one}</li>' for one in entries)}</ul>"


def ol(*entries: str) -> str:
    return f"<ol>{''.join(f'<li>{one}</li>' for one in entries)}</ol>"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Dazu gehören:\n- Wohnen\n- Arbeit", "<p>Dazu gehören:</p>" + ul("Wohnen", "Arbeit")),
        ("Dazu gehören\n* Wohnen\n* Arbeit", "<p>Dazu gehören</p>" + ul("Wohnen", "Arbeit")),
        ("Dazu gehören:\n+ Wohnen", "<p>Dazu gehören:</p>" + ul("Wohnen")),
        ("Dazu gehören\n- Wohnen", "<p>Dazu gehören</p>" + ul("Wohnen")),
        ("Dazu gehören:\n1. Wohnen\n2. Arbeit", "<p>Dazu gehören:</p>" + ol("Wohnen", "Arbeit")),
        ("Dazu gehören:\n1) Wohnen\n2) Arbeit", "<p>Dazu gehören:</p>" + ol("Wohnen", "Arbeit")),
        ("## Titel\n- Wohnen\n- Arbeit", '<h2 id="titel">Titel</h2>' + ul("Wohnen", "Arbeit")),
        ("• Wohnen\n• Arbeit", ul("Wohnen", "Arbeit")),
        ("·\tWohnen\n·\tArbeit", ul("Wohnen", "Arbeit")),
        ("• Wohnen\n  ◦ Miete\n▪ Arbeit", ul("Wohnen" + ul("Miete"), "Arbeit")),
        ("– Wohnen\n– Arbeit", ul("Wohnen", "Arbeit")),
        ("Dazu gehören:\n– Wohnen\n– Arbeit", "<p>Dazu gehören:</p>" + ul("Wohnen", "Arbeit")),
        ("- Wohnen\n  – Miete\n  – Kauf\n- Arbeit", ul("Wohnen" + ul("Miete", "Kauf"), "Arbeit")),
        ("1. Eins\n2. 3. Klasse", ol("Eins", "3. Klasse")),
        ("-\u00a0Wohnen\n-\u00a0Arbeit", ul("Wohnen", "Arbeit")),
        ("- Wohnen\n* Arbeit", ul("Wohnen", "Arbeit")),
        ("- Wohnen\n- Arbeit\nDas sind alle.", ul("Wohnen", "Arbeit") + "<p>Das sind alle.</p>"),
        ("- Wohnen\n- Arbeit\n\nDas sind alle.", ul("Wohnen", "Arbeit") + "<p>Das sind alle.</p>"),
        ("- Wohnen\n- Arbeit\n## Titel", ul("Wohnen", "Arbeit") + '<h2 id="titel">Titel</h2>'),
        ("- was die Statistik\nund die Planung sagt", ul("was die Statistikund die Planung sagt")),
        (
            "> Dazu:\n> - Wohnen\n>   - Miete\n> - Arbeit",
            "<blockquote><p>Dazu:</p>" + ul("Wohnen" + ul("Miete"), "Arbeit") + "</blockquote>",
        ),
        ("- > Zitat\n- Arbeit", ul("<blockquote><p>Zitat</p></blockquote>", "Arbeit")),
        ("Erst.\n\n\t- Wohnen\n\t- Arbeit", "<p>Erst.</p>" + ul("Wohnen", "Arbeit")),
    ],
)
def test_a_list_needs_no_empty_line(text: str, made: str) -> None:
    assert items(text) == made


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t", "      "])
@pytest.mark.parametrize("mark", ["-", "*", "1."])
def test_what_is_indented_is_nested(indent: str, mark: str) -> None:
    outer = ol if mark == "1." else ul
    assert items(f"{mark} Wohnen\n{indent}- Miete\n{indent}- Eigentum\n{mark} Arbeit") == outer(
        "Wohnen" + ul("Miete", "Eigentum"), "Arbeit"
    )
    assert items(f"{mark} Wohnen\n{indent}1. Miete\n{indent}2. Eigentum") == outer(
        "Wohnen" + ol("Miete", "Eigentum")
    )


@pytest.mark.parametrize("step", ["  ", "    ", "\t"])
def test_lists_nest_three_deep(step: str) -> None:
    text = f"- a\n{step}- b\n{step * 2}- c\n{step}- d\n- e"
    assert items(text) == ul("a" + ul("b" + ul("c"), "d"), "e")


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
def test_an_indented_paragraph_belongs_to_its_item(indent: str) -> None:
    made = ol("<p>eins</p><p>Fortsetzung</p>", "<p>zwei</p>")
    assert items(f"1. eins\n\n{indent}Fortsetzung\n\n2. zwei") == made
    assert items(f"- eins\n{indent}weiter\n- zwei") == ul(
        f"eins{indent.expandtabs(4)}weiter", "zwei"
    )


def test_items_with_empty_lines_between_are_one_list() -> None:
    assert items("- a\n\n- b\n\n- c") == ul("<p>a</p>", "<p>b</p>", "<p>c</p>")


@pytest.mark.parametrize(
    "text",
    [
        "31. Dezember 2022 war der Stichtag.",
        "1. Januar und 2. Februar",
        "1.\u00a0Mai 2024",
        "Der Stichtag ist der\n31. Dezember 2022.",
        "Er tagte am\n3. Oktober.",
        "Er begann am\n1. Oktober. Das war gut.",
        "Die Zahl stieg bis\n2026. Danach sank sie.",
        "2026. Ein gutes Jahr.",
        "3. Quartal 2025: mehr Leerstand.",
        "20. Jahrhundert",
        "Das ist der\n1. Advent in Wedel.",
        "Die Zahl der Wohnungen\n- das zeigt die Statistik - ist gesunken.",
        "Die Zahl stieg\n- so die Statistik",
        "Die Zahl\n– so die Statistik –\nstieg.",
        "minus\n-5 Prozent",
        "12345 Altstadt",
        "– so die Statistik.",
        "Am\n1. 7. 2024: Beginn\n15. 7. 2024: Ende",
        "1.\u00a07.\u00a024 Beginn",
        "1. und 2. Klasse",
        "3. bis 5. Juni",
        "1. – 4. Klasse",
        "1.5 Millionen",
    ],
)
def test_what_is_no_list_stays_as_it_is_written(text: str) -> None:
    assert html(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("3. drei\n4. vier", '<ol start="3"><li>drei</li><li>vier</li></ol>'),
        (
            "1. a\n2. b\n\nDazwischen.\n\n3. c",
            ol("a", "b") + '<p>Dazwischen.</p><ol start="3"><li>c</li></ol>',
        ),
        ("1. a\n1. b\n1. c", ol("a", "b", "c")),
        ("1. a\n2. b\n4. d\n5. e", '<ol><li>a</li><li>b</li><li value="4">d</li><li>e</li></ol>'),
        ("1. a\n2. b\n\n1. c\n2. d", ol("a", "b") + ol("c", "d")),
        (
            "1. Die Sitzung war am\n31. Dezember 2022.\n2. zwei",
            ol("Die Sitzung war am31. Dezember 2022.", "zwei"),
        ),
    ],
)
def test_numbers_are_those_that_are_written(text: str, made: str) -> None:
    assert items(text) == made


def test_a_dash_in_an_item_is_none_of_its_own() -> None:
    assert items("- Wohnen, das Feld\n  – so die Statistik –\n  wächst\n- Arbeit") == ul(
        "Wohnen, das Feld  – so die Statistik –  wächst", "Arbeit"
    )


def test_tasks_say_whether_they_are_done() -> None:
    assert items("- [ ] offen\n- [x] getan\n- [X] auch\n- [kein] Haken") == ul(
        '<span aria-hidden="true">☐ </span><span class="nur-vorgelesen">offen: </span>offen',
        '<span aria-hidden="true">☑ </span><span class="nur-vorgelesen">erledigt: </span>getan',
        '<span aria-hidden="true">☑ </span><span class="nur-vorgelesen">erledigt: </span>auch',
        "[kein] Haken",
    )
