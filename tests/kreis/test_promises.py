"""The county's report keeps what it promises of its figures: many, near at hand, in order."""

import re

from fokusbericht.figures.grouping import entries
from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import messungen

# The county wrote of „over 100 Kennzahlen“ when it chose its data base, of 73 on its first map.
AIM = 100
MOST_ENTRIES = 12  # of a theme: as many as one can look over
# How a table was read belongs to its method; whoever looks up a figure need not know of it.
READING = re.compile(
    r"Kürzel|Spalte|Datei|Zwischenquelle|Datensatz|öffentliche Kopie|Berichtsjahr|Datenjahr|\w_\w"
)


def local(report: Report) -> list[Indikator]:
    """Return the figures that have values for the Kommunen."""
    return [one for one in report.indikatoren.values() if one.ebene is Ebene.KOMMUNE]


def test_more_figures_reach_the_kommune_than_were_promised(report: Report) -> None:
    assert len(local(report)) > AIM


def test_no_theme_is_too_long_to_look_over(report: Report) -> None:
    lengths = {name: len(entries(report, name)) for name in report.themen}
    assert {name: length for name, length in lengths.items() if length > MOST_ENTRIES} == {}
    assert all(lengths.values())


def test_each_theme_says_what_is_most_telling(report: Report) -> None:
    assert [
        name for name in report.themen if not any(one.is_important for one in entries(report, name))
    ] == []


def test_each_field_has_a_map_that_belongs_to_it(report: Report) -> None:
    fields = report.handlungsfelder.items()
    maps = {name: report.indikatoren[one.karte.key.name] for name, one in fields if one.karte}
    assert sorted(maps) == sorted(report.handlungsfelder)
    assert len({one.key for one in maps.values()}) == len(maps)
    assert [name for name, one in maps.items() if not serves(one, name)] == []
    assert [name for name, one in maps.items() if not has_map(report, one)] == []


def has_map(report: Report, figure: Indikator) -> bool:
    """Say whether areas within the county have values."""
    return messungen(report)[figure.key.name].has_map


def serves(figure: Indikator, field: str) -> bool:
    """Say whether a figure names a field."""
    return field in {one.key.name for one in figure.handlungsfelder}


def test_each_figure_of_the_map_belongs_to_a_field(report: Report) -> None:
    mapped = [one for one in report.indikatoren.values() if has_map(report, one)]
    assert [str(one.key) for one in mapped if not one.handlungsfelder] == []


def test_each_figure_says_how_it_is_made_and_who_may_use_it(report: Report) -> None:
    told = report.indikatoren.items()
    assert [
        name for name, one in told if not (one.methode.strip() and one.quelle.lizenz.strip())
    ] == []


def test_each_figure_is_called_as_people_would_say(report: Report) -> None:
    assert [str(one.key) for one in report.indikatoren.values() if not is_worded(one)] == []


def is_worded(figure: Indikator) -> bool:
    """Say whether a figure has its sentence, and headings where places within the county differ."""
    words = figure.wortlaut
    if words is None or not words.satz:
        return False
    return bool(words.mehr) is (figure.ebene is not Ebene.KREIS)


def test_no_two_figures_of_a_theme_are_called_the_same(report: Report) -> None:
    called = [
        (str(one.thema.key), one.wortlaut.name)
        for one in report.indikatoren.values()
        if one.wortlaut
    ]
    assert [name for name in called if called.count(name) > 1] == []


def test_how_a_table_was_read_stands_nowhere_but_with_the_method(report: Report) -> None:
    told = {
        name: READING.findall(f"{one.kurz} {one.hinweis} {one.quelle.hinweis}")
        for name, one in report.indikatoren.items()
    }
    assert {name: found for name, found in told.items() if found} == {}
