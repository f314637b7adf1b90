"""The choice of the Kreiskarte: one line an entry, marked where it does not reach the Kommunen."""

from dataclasses import replace

import pytest

from fokusbericht.figures.grouping import ListEntry, Member, entries
from fokusbericht.model.figures import Ebene
from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht import sozialbericht
from fokusbericht.pages.sozialbericht.sozialbericht import MapChoice


def choice_of(report: Report, group: str, *series: tuple[str, Ebene]) -> MapChoice:
    """Return the choice of an entry whose series have these names and levels."""
    one = report.indikatoren["eigentuemerquote"]
    members = tuple(Member(replace(one, ebene=level), name) for name, level in series)
    return sozialbericht._choice(report, ListEntry(group or series[0][0], group, members))


@pytest.mark.parametrize(
    ("title", "level", "note"),
    [
        ("Fahrzeit", Ebene.KOMMUNE, ""),
        ("Fahrzeit", Ebene.AMT, "Ämter"),
        ("laufende Verträge, Ämter", Ebene.AMT, ""),
        ("Verträge im Amt", Ebene.AMT, ""),
    ],
)
def test_a_level_is_marked_where_the_name_does_not_say_it(
    report: Report, title: str, level: Ebene, note: str
) -> None:
    assert choice_of(report, "", (title, level)).lead.note == note


def test_what_is_said_of_all_series_is_said_once(report: Report) -> None:
    one = choice_of(report, "Verträge", ("neue", Ebene.AMT), ("laufende", Ebene.AMT))
    assert (one.lead.note, [link.note for link in one.series]) == ("Ämter", ["", ""])


def test_series_are_marked_where_they_differ_unless_their_names_tell(report: Report) -> None:
    names = ("neue", "laufende, Ämter", "Fokus des Kreises", "alle Kreise")
    levels = (Ebene.KOMMUNE, Ebene.AMT, Ebene.KREIS, Ebene.KREIS)
    one = choice_of(report, "Verträge", *zip(names, levels, strict=True))
    assert (one.lead.note, [link.note for link in one.series]) == ("", ["", "", "nur Kreis", ""])


def test_a_group_leads_to_its_first_series_with_a_map(report: Report) -> None:
    county = next(one for one in report.indikatoren.values() if one.ebene is Ebene.KREIS)
    local = report.indikatoren["eigentuemerquote"]
    entry = ListEntry("Beides", "beides", (Member(county, "Kreise"), Member(local, "Kommunen")))
    one = sozialbericht._choice(report, entry)
    assert (one.lead.href, one.lead.current) == ("/sozialbericht/eigentuemerquote/", False)
    assert [link.current for link in one.series] == [False, True] and one.open


def test_entries_of_the_county_alone_stand_apart(report: Report) -> None:
    for theme in sozialbericht._themes(report):
        shown = len(theme.telling) + len(theme.local) + len(theme.county)
        assert shown == len(entries(report, theme.id))
        for choice in theme.county:
            names = [link.href.split("/")[-2] for link in (choice.lead, *choice.series)]
            assert {report.indikatoren[name].ebene for name in names} == {Ebene.KREIS}
