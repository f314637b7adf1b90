"""Groups of figures: one entry in all lists, telling ones first, of doubles but one."""

from fokusbericht.figures.grouping import (
    entries,
    entries_with,
    entry_of,
    listed_figures,
    once,
)
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.figures import Ebene
from fokusbericht.model.report import Report
from fokusbericht.words.german import alphabetical


def names(report: Report, theme: str) -> list[str]:
    return [one.title for one in entries(report, theme)]


def test_telling_ones_stand_first_then_all_by_title(report: Report) -> None:
    first, *others = names(report, "arbeit")
    assert first == "Arbeitslosenquoten"
    assert others == sorted(others, key=alphabetical)
    assert [one.is_important for one in entries(report, "arbeit")][:2] == [True, False]


def test_a_group_is_one_entry_in_the_order_of_its_file(report: Report) -> None:
    entry = entry_of(report, "junge-arbeitslose-maenner")
    assert (entry.title, entry.names) == (
        "Junge Arbeitslose nach Geschlecht",
        "zusammen · Frauen · Männer",
    )
    assert entry.first.key.name == "jugendarbeitslosigkeit"


def test_a_figure_alone_has_no_names_beside_its_title(report: Report) -> None:
    entry = entry_of(report, "eigentuemerquote")
    assert (entry.title, entry.names, entry.group) == ("Eigentümerquote", "", "")


def test_of_one_that_is_left_there_is_no_group(report: Report) -> None:
    found = entries_with(report, "arbeit", lambda one: one.ebene is Ebene.KOMMUNE)
    first = found[0]
    assert (first.title, first.group) == ("Arbeitslosenquote", "")
    assert "arbeitslosenquote-kreise" not in {
        member.indikator.key.name for entry in found for member in entry.members
    }


def test_every_figure_is_listed_once_and_groups_together(report: Report) -> None:
    listed = [key.name for key in listed_figures(report)]
    assert sorted(listed) == sorted(report.indikatoren)
    start = listed.index("jugendarbeitslosigkeit")
    assert listed[start + 1 : start + 3] == [
        "junge-arbeitslose-frauen",
        "junge-arbeitslose-maenner",
    ]


def test_of_doubles_the_first_that_is_named_is_told(report: Report) -> None:
    wanted = ("arbeitslosenquote-kreise", "wohnungen", "arbeitslosenquote")
    keys = [Key(Kind.INDIKATOR, name) for name in wanted]
    assert [key.name for key in once(report, keys)] == ["arbeitslosenquote-kreise", "wohnungen"]
