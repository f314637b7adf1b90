"""What a text says in a Word file: notes, numbers, tasks, what is struck out."""

from fokusbericht.text.blocks import Heading, Item, Listing, Paragraph, Run, Table
from fokusbericht.text.from_html import blocks_of_html
from fokusbericht.text.prose import to_html


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


def test_a_note_in_the_head_of_a_table_is_no_digit_of_it() -> None:
    table, *_ = blocks("| 2022[^1] | Wert |\n|---|---|\n| 1 | 2 |\n\n[^1]: Zensus.")
    assert isinstance(table, Table)
    assert table.head == ("2022¹", "Wert")


def test_a_table_stands_where_it_stands_in_its_list() -> None:
    made = blocks("1. eins\n2. zwei\n\n   | a |\n   |---|\n   | 1 |\n\n   danach\n3. drei")
    assert made == (
        Listing((Item((Run("eins"),), 0, True), Item((Run("zwei"),), 0, True))),
        Table("", ("a",), (((Run("1"),),),), (1,)),
        Listing(
            (
                Item((Run("danach"),), 0, True, goes_on=True),
                Item((Run("drei"),), 0, True, 3),
            )
        ),
    )


def test_what_follows_a_list_in_an_item_has_no_number_of_its_own() -> None:
    assert blocks("1. eins\n   - a\n\n   weiter\n2. zwei") == (
        Listing(
            (
                Item((Run("eins"),), 0, True),
                Item((Run("a"),), 1),
                Item((Run("weiter"),), 0, True, goes_on=True),
                Item((Run("zwei"),), 0, True),
            )
        ),
    )
