"""A field in three voices, each with its label, and what the field has to do with others."""

from dataclasses import replace
from pathlib import Path

from support import SMALL, loaded, small_county

from fokusbericht.charts.drawn.net import arcs_svg, star_svg
from fokusbericht.model.base import Text
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.field_net import interactions, star, whole_net
from fokusbericht.pages.planung.handlungsfeld import plan
from fokusbericht.pages.planung.voices import voices
from fokusbericht.problems import Place

WORK = """---
titel: Arbeit
kurz: Wie Menschen arbeiten.
geaendert: 2026-01-12
reihenfolge: 2
wechselwirkungen:
  - {feld: wohnen, grund: Wer arbeitet, zahlt Miete.}
---

Vorweg ein Satz.

## Zahlen, Daten und Fakten

Eine Zahl.

## Ausblick

Ein Ausblick.
""".replace("Wer arbeitet, zahlt Miete.", '"Wer arbeitet, zahlt Miete."')


def county(tmp_path: Path) -> Report:
    """Return the small county with a second field."""
    report, problems = loaded(small_county(tmp_path, {"content/handlungsfelder/arbeit.md": WORK}))
    assert problems == []
    return report


def test_each_part_says_who_speaks_and_others_say_nothing(tmp_path: Path) -> None:
    report = county(tmp_path)
    found = voices(report, report.handlungsfelder["arbeit"])
    assert [(one.kind, one.label, one.title, one.id) for one in found] == [
        ("", "", "", ""),
        ("zahlen", "Gemessen", "Zahlen, Daten und Fakten", "zahlen-daten-und-fakten"),
        ("", "", "Ausblick", "ausblick"),
    ]
    assert [one.body.source.strip() for one in found] == [
        "Vorweg ein Satz.",
        "Eine Zahl.",
        "Ein Ausblick.",
    ]
    empty = replace(report.handlungsfelder["arbeit"], body=Text("", Place("content/x.md")))
    assert voices(report, empty) == ()


def test_the_page_of_a_field_has_three_voices_in_words(tmp_path: Path) -> None:
    pages = {one.path: one for one in plan(county(tmp_path))}
    html = pages["handlungsfelder/wohnen/index.html"].make().decode()
    labels = [f'<p class="stimme-art">{label}</p>' for label in ("Gemessen", "Gesagt", "Gedeutet")]
    places = [html.index(label) for label in labels]
    assert places == sorted(places)
    for heading in ("zahlen-daten-und-fakten", "erkenntnisse-aus-der-beteiligung"):
        assert html.count(f'<h2 id="{heading}">') == 1
        assert html.count(f'href="#{heading}"') == 1
    assert (SMALL / "content/handlungsfelder/wohnen.md").read_text().count("## ") == 3


def test_a_tie_is_written_on_one_side_and_seen_on_both(tmp_path: Path) -> None:
    report = county(tmp_path)
    for name, other in (("wohnen", "Arbeit"), ("arbeit", "Wohnen")):
        feld = report.handlungsfelder[name]
        found = tuple(interactions(report, feld))
        assert [(one.link.title, one.reasons) for one in found] == [
            (other, ("Wer arbeitet, zahlt Miete.",))
        ]
        picture = star(feld, found)
        assert picture and picture.around == (other,)
        drawn = picture.__html__()
        assert drawn.count('class="kante"') == 1
        assert f">{other}</tspan>" in drawn
    net = whole_net(report)
    assert net and net.picture.pairs == ((0, 1),)
    assert net.picture.description.startswith("Eine Verbindung zwischen den Handlungsfeldern.")


def test_a_field_without_ties_has_no_net_and_a_hollow_dot(tmp_path: Path) -> None:
    report, _ = loaded(small_county(tmp_path))
    assert whole_net(report) is None
    assert star(report.handlungsfelder["wohnen"], ()) is None
    drawn = arcs_svg(("A", "B", "C"), [(1, 0)], "Titel", "Beschreibung")
    assert drawn.count('class="knoten voll"') == 2
    assert drawn.count('class="knoten"') == 1


def test_a_net_of_many_neighbours_keeps_its_boxes_apart() -> None:
    names = [f"Feld {number}" for number in range(9)]
    drawn = star_svg("Mitte", names, "Titel", "Beschreibung")
    assert drawn.count('class="knoten"') == 9
    boxes = [part.split('" width')[0] for part in drawn.split('class="knoten" ')[1:]]
    assert len(set(boxes)) == 9
