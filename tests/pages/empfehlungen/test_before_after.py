"""Figures before and after a decision: by shown values, never across a break, never a cause."""

from dataclasses import replace

from fokusbericht.charts.drawn.around import around_svg
from fokusbericht.model.figures import Bruch, Indikator
from fokusbericht.model.lives import Schritt
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.before_after import around_view, pivot, sides


def share(report: Report, *cuts: int) -> Indikator:
    """Return an indicator in percent whose series breaks before some years."""
    indikator = report.indikatoren["leerstandsquote"]
    return replace(indikator, brueche=tuple(Bruch(cut, "neu gezählt") for cut in cuts))


def test_both_sides(report: Report) -> None:
    known = {2015: 1.5, 2017: 2.0, 2018: 9.0, 2020: 2.5, 2022: 3.0}
    told = sides(share(report), known, "Beschluss", 2018)
    assert told == "Vor dem Beschluss 2018: 2,0\u202f% (2017), zuletzt 3,0\u202f% (2022)."
    assert sides(share(report), {2017: 2.0, 2022: 3.0}, "Ablehnung", 2018).startswith(
        "Vor der Ablehnung 2018: 2,0"
    )


def test_a_side_without_a_value_is_said(report: Report) -> None:
    told = (
        sides(share(report), {2022: 3.0}, "Vorschlag", 2018),
        sides(share(report), {2017: 2.0}, "Vorschlag", 2018),
        sides(share(report), {2018: 2.0}, "Vorschlag", 2018),
        sides(share(report), {}, "Vorschlag", 2018),
    )
    assert told == (
        "Aus der Zeit vor dem Vorschlag 2018 liegt kein Wert vor; zuletzt 3,0\u202f% (2022).",
        "Vor dem Vorschlag 2018: 2,0\u202f% (2017). Aus der Zeit danach liegt noch kein Wert vor.",
        "Nur aus dem Jahr selbst liegt ein Wert vor: 2,0\u202f% (2018).",
        "Weder aus der Zeit vor dem Vorschlag 2018 noch danach liegt ein Wert vor.",
    )


def test_nothing_is_compared_across_a_break(report: Report) -> None:
    known = {2017: 2.0, 2020: 2.5, 2022: 3.0}
    told = sides(share(report, 2021), known, "Beschluss", 2018)
    assert told == (
        "Vor dem Beschluss 2018: 2,0\u202f% (2017), vor dem Bruch zuletzt 2,5\u202f% (2020). "
        "Die Zeitreihe bricht 2021; spätere Werte lassen sich damit nicht vergleichen."
    )
    told = sides(share(report, 2018), known, "Beschluss", 2018)
    assert told == (
        "Vor dem Beschluss 2018: 2,0\u202f% (2017). "
        "Die Zeitreihe bricht 2018; die Werte danach lassen sich damit nicht vergleichen."
    )


def test_told_from_the_decision_or_else_from_the_first_step(report: Report) -> None:
    wanted = {
        "2018-03": ("Beschluss", 2018),
        "2019-06": ("Ablehnung", 2020),
        "2019-05": ("Vorschlag", 2019),
    }
    assert {key: pivot(report.empfehlungen[key]) for key in wanted} == wanted
    one = report.empfehlungen["2019-05"]
    graded = replace(one.verlauf[0], schritt=Schritt.EINGESCHAETZT)
    assert pivot(replace(one, verlauf=(graded,))) == ("ersten Schritt", 2019)


def test_every_comparison_denies_a_cause(report: Report) -> None:
    for one in report.empfehlungen.values():
        view = around_view(report, one)
        assert (view is None) == (not one.indikatoren)
        if view:
            assert view.note == "Das zeigt keinen ursächlichen Zusammenhang."
            assert all(figure.sentences for figure in view.figures)


def test_marks_and_places_are_drawn(report: Report) -> None:
    view = around_view(report, report.empfehlungen["2017-06"])
    assert view and view.figures[0].picture
    picture = view.figures[0].picture
    names = [course.name for course in picture.courses]
    assert names == ["Kreis Muster", "Raum Norderbeispiel", "Raum Süderentwurf"]
    svg = around_svg(picture)
    assert svg.count('class="mast"') == 2 and ">Vorschlag<" in svg and ">Umsetzung<" in svg


def test_a_place_that_is_kommune_and_raum_is_named_once(report: Report) -> None:
    view = around_view(report, report.empfehlungen["2021-01"])
    assert view and len(view.figures[0].sentences) == 2
    picture = view.figures[0].picture
    assert picture and [course.name for course in picture.courses] == ["Fiktum"]
    assert ">Fiktum<" in around_svg(picture)
