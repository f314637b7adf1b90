"""Key figures tell what Land and Bund have beside the county."""

from dataclasses import replace

from fokusbericht.figures.key_figures import field_sentences, key_figure
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.figures import Indikator, Wert
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import messungen
from fokusbericht.words.county import county_sentence


def beside(report: Report, indikator: Indikator) -> str:
    """Return what is told beside an indicator's key figure."""
    indikatoren = {**report.indikatoren, indikator.key.name: indikator}
    found = key_figure(replace(report, indikatoren=indikatoren), indikator.key)
    assert found is not None
    return found.beside


def test_land_and_bund_stand_beside_the_county(muster_report: Report) -> None:
    figure = muster_report.indikatoren["arbeitslosenquote-kreise"]
    year = max(year for area, year in figure.werte if area == "99001")
    land, bund = muster_report.geografie.measures()
    known = {**figure.werte, (land, year): Wert(5.0), (bund, year): Wert(5.9)}
    names = [muster_report.geografie.name_of(area) for area in (land, bund)]
    assert beside(muster_report, replace(figure, werte=known)) == (
        f"{names[0]} 5,0\u202f%, {names[1]} 5,9\u202f%"
    )


def test_what_was_in_another_year_is_not_told(muster_report: Report) -> None:
    figure = muster_report.indikatoren["arbeitslosenquote-kreise"]
    land, bund = muster_report.geografie.measures()
    known = {place: wert for place, wert in figure.werte.items() if place[0] not in (land, bund)}
    assert beside(muster_report, replace(figure, werte={**known, (land, 1999): Wert(5.0)})) == ""


def test_a_count_only_follows_size_and_has_nothing_beside_it(muster_report: Report) -> None:
    found = key_figure(muster_report, Key(Kind.INDIKATOR, "bevoelkerung"))
    assert found is not None
    assert found.beside == ""


def test_a_field_is_told_by_the_sentence_of_its_first_figure(muster_report: Report) -> None:
    feld = muster_report.handlungsfelder["wohnen"]
    figure = messungen(muster_report)[feld.kennzahlen[0].key.name]
    said = county_sentence(figure, figure.latest_year((figure.own,)))
    told = {link.title: link.note for link in field_sentences(muster_report)}
    assert len(told) == len(muster_report.handlungsfelder)
    assert told["Wohnen"].endswith(said)


def test_a_field_without_figures_says_what_it_is_about(muster_report: Report) -> None:
    feld = replace(muster_report.handlungsfelder["wohnen"], kennzahlen=())
    (link,) = field_sentences(replace(muster_report, handlungsfelder={"wohnen": feld}))
    assert link.note == feld.kurz


def test_a_figure_without_words_of_its_own_is_named(muster_report: Report) -> None:
    feld = muster_report.handlungsfelder["wohnen"]
    name = feld.kennzahlen[0].key.name
    one = replace(muster_report.indikatoren[name], wortlaut=None)
    plain = replace(muster_report, indikatoren={**muster_report.indikatoren, name: one})
    told = {link.title: link.note for link in field_sentences(plain)}
    assert told["Wohnen"].startswith(f"{one.titel}: ")
