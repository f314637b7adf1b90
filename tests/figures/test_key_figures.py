"""Key figures tell what Land and Bund have beside the county."""

from dataclasses import replace

from fokusbericht.figures.key_figures import key_figure
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.figures import Indikator, Wert
from fokusbericht.model.report import Report


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
