"""What a text says in a Word file: notes, numbers, tasks, what is struck out."""

from fokusbericht.exports.word.blocks import Heading, Item, Listing, Paragraph, Run
from fokusbericht.exports.word.from_html import blocks_of_html
from fokusbericht.prose import to_html


def blocks(source: str) -> tuple[object, ...]:
    return blocks_of_html(to_html(source, lambda target, label: "", lambda name, argument: ""))


def test_notes_stand_raised_and_below_without_ways_back() -> None:
    assert blocks("Mehr[^1].\n\n[^1]: Statistisches Amt, *2022*.") == (
        Paragraph((Run("Mehr"), Run("1", raised=True), Run("."))),
        Heading(4, (Run("Fußnoten"),)),
        Listing((Item((Run("Statistisches Amt, "), Run("2022", italic=True), Run(".")), 0, True),)),
    )


def test_stars_breaks_and_what_is_struck_out_are_kept() -> None:
    assert blocks("~~alt~~ Schüler*innen\\\nund *Lehrer*innen*") == (
        Paragraph(
            (
                Run("alt", struck=True),
                Run(" Schüler*innen"),
                Run("\n"),
                Run("und "),
                Run("Lehrer*innen", italic=True),
            )
        ),
    )


def test_tasks_have_their_boxes_and_lists_their_numbers() -> None:
    assert blocks("- [x] getan\n- [ ] offen\n\n3. drei\n4. vier\n6. sechs") == (
        Listing((Item((Run("☑ "), Run("getan"))), Item((Run("☐ "), Run("offen"))))),
        Listing(
            (
                Item((Run("drei"),), 0, True, 3),
                Item((Run("vier"),), 0, True),
                Item((Run("sechs"),), 0, True, 6),
            )
        ),
    )
