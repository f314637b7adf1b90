"""The county's content is whole: each statement and figure names its source, nothing is made up."""

import pytest
from support import REPOSITORY, loaded

from fokusbericht.model.base import Thing
from fokusbericht.model.figures import Indikator, Zahlart
from fokusbericht.model.lives import Verlaufsschritt, Vorgang
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report

# Sums that are published and sums of what is published differ where each is rounded for itself.
TOLERANCE = 0.001


def sources_of(thing: Thing, names: tuple[str, ...]) -> list[str]:
    """Return the sources that a statement names; of a file with a single one, that one."""
    if isinstance(thing, Indikator):
        return [thing.quelle.name]
    known = {one.kuerzel: one.name for one in thing.quellen if one.kuerzel}
    named = [known[name] for name in names]
    return named or [one.name for one in thing.quellen if len(thing.quellen) == 1]


def is_told(step: Verlaufsschritt) -> bool:
    """Say whether a step names a paper or a decision where one can look it up."""
    return bool(step.vorlage or step.vorlage_url or step.beschluss)


def test_nothing_is_wrong() -> None:
    assert [str(problem) for problem in loaded(REPOSITORY)[1]] == []


def test_nothing_is_made_up(report: Report) -> None:
    assert not report.kreis.erfunden
    assert [str(thing.key) for thing in report.things() if thing.beispiel] == []


def test_each_matter_names_where_it_is_known_from(report: Report) -> None:
    assert report.kreis.quellenpflicht
    matters: list[Vorgang] = list(report.vorgaenge())
    assert [str(one.key) for one in matters if not one.quellen] == []


def test_each_step_and_vote_names_its_source(report: Report) -> None:
    assert [
        f"{step.place}: {step.text}"
        for one in report.vorgaenge()
        for step in one.verlauf
        if not (sources_of(one, step.belege) or is_told(step))
    ] == []


def test_each_grade_names_its_source(report: Report) -> None:
    graded = [one for one in report.empfehlungen.values() if one.steuerungsrelevanz]
    assert [str(one.place) for one in graded if not grade_sources(one)] == []


def grade_sources(one: Handlungsempfehlung) -> list[str]:
    """Return what a grade is known from."""
    return sources_of(one, one.einschaetzung.belege) if one.einschaetzung else []


def test_each_stance_and_correction_names_its_source(report: Report) -> None:
    stances = [(one, told) for one in report.vorgaenge() for told in one.haltung]
    corrections = [(one, told) for one in report.things() for told in one.berichtigungen]
    assert [
        str(told.place)
        for one, told in (*stances, *corrections)
        if not sources_of(one, told.belege)
    ] == []


def test_each_figure_names_source_licence_and_date(report: Report) -> None:
    assert [
        name
        for name, one in report.indikatoren.items()
        if not (one.quelle.name and one.quelle.lizenz and one.stand)
    ] == []


def test_kommunen_add_up_to_the_county(report: Report) -> None:
    county, kommunen = report.geografie.schluessel, report.geografie.kommunen
    counted = {
        name: one.werte
        for name, one in report.indikatoren.items()
        if one.art is Zahlart.ANZAHL and not one.geschuetzt and not one.ableitung
    }
    compared = 0
    for name, werte in counted.items():
        for (area, year), whole in werte.items():
            cells = [werte.get((ags, year)) for ags in kommunen]
            parts = [cell.zahl for cell in cells if cell and cell.zahl is not None]
            if area == county and whole.zahl is not None and len(parts) == len(kommunen):
                assert sum(parts) == pytest.approx(whole.zahl, rel=TOLERANCE), (name, year)
                compared += 1
    assert compared
