"""Blocks as a page sets them out."""

from dataclasses import replace

from fokusbericht.text.blocks import Heading, Item, Listing, Paragraph, ParagraphStyle, Run, Table
from fokusbericht.text.from_html import blocks_of_html
from fokusbericht.text.inline import inline
from fokusbericht.text.set_out import SetBlock, SetEntry, set_out


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def levels(*written: int) -> list[int]:
    return [one.level for one in set_out([Heading(level, runs("A")) for level in written], 2)]


def test_headings_stand_below_the_one_above_and_skip_no_level() -> None:
    assert levels(2, 3, 3, 2) == [3, 4, 4, 3]
    assert levels(3, 4, 3) == [3, 4, 3]
    assert levels(4) == [3]
    assert levels(4, 2, 4) == [3, 3, 4]
    assert levels(1, 2, 3, 4) == [3, 4, 5, 6]


def test_paragraphs_and_quotes() -> None:
    blocks = [Paragraph(runs("A")), Paragraph(runs("B"), ParagraphStyle.QUOTE)]
    assert set_out(blocks, 1) == (SetBlock(runs("A")), SetBlock(runs("B"), is_quote=True))


def test_lists_stand_within_their_entries() -> None:
    html = "<ul><li>a<ol><li>b</li><li>c<ul><li>d</li></ul></li></ol></li><li>e</li></ul>"
    deepest = SetBlock(entries=(SetEntry(runs("d"), 0, ()),))
    inner = SetBlock(
        is_ordered=True,
        entries=(SetEntry(runs("b"), 0, ()), SetEntry(runs("c"), 0, (deepest,))),
    )
    outer = SetBlock(entries=(SetEntry(runs("a"), 0, (inner,)), SetEntry(runs("e"), 0, ())))
    assert set_out(blocks_of_html(html), 1) == (outer,)


def test_what_goes_on_stands_below_the_list_within_its_entry() -> None:
    items = (Item(runs("a")), Item(runs("b"), 1), Item(runs("c"), goes_on=True), Item(runs("d")))
    (found,) = set_out([Listing(items)], 1)
    inner = SetBlock(entries=(SetEntry(runs("b"), 0, ()),))
    assert found.entries == (
        SetEntry(runs("a"), 0, (inner, SetBlock(runs("c")))),
        SetEntry(runs("d"), 0, ()),
    )


def test_two_kinds_of_lists_in_a_row_stay_two_and_numbers_go_on() -> None:
    items = (Item(runs("a")), Item(runs("b"), ordered=True, number=4), Item(runs("c"), 2))
    first, second = set_out([Listing(items)], 1)
    assert (first.is_ordered, second.is_ordered) == (False, True)
    assert second.entries[0].number == 4
    assert [part.entries[0].runs for part in second.entries[0].parts] == [runs("c")]


def test_a_table_has_a_name() -> None:
    table = Table("", ("Jahr", ""), ((runs("2024"), runs("1")),), (1, 1), (1,))
    (bare,) = set_out([table], 1)
    _, headed = set_out([Heading(2, (*runs("Mieten"), Run("1", raised=True))), table], 1)
    (named,) = set_out([replace(table, caption="Wohnen")], 1)
    assert [one.name for one in (bare, headed, named)] == ["Jahr", "Mieten", "Wohnen"]
    assert [one.caption for one in (bare, headed, named)] == ["", "", "Wohnen"]
    assert (bare.head, bare.rows, bare.numbers) == (table.head, table.rows, table.numbers)


def test_runs_become_html_that_is_xml_and_what_a_link_holds_one_link() -> None:
    found = (
        Run("<script>&"),
        Run("ein ", href='/a/"b'),
        Run("Wort", bold=True, italic=True, href='/a/"b'),
        Run("1", raised=True),
        Run("alt", struck=True),
        Run("\nneu ]]>"),
    )
    assert inline(found, lambda address: f"..{address}") == (
        '&lt;script&gt;&amp;<a href="../a/&quot;b">ein <strong><em>Wort</em></strong></a>'
        "<sup>1</sup><del>alt</del><br/>neu ]]&gt;"
    )
