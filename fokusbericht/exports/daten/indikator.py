"""The figures of one indicator to take along, beside its page: all, and what its drawings show."""

from collections.abc import Callable, Iterator
from functools import partial

from fokusbericht.building.output import Offer, Output
from fokusbericht.exports.daten import csvw, indikator_json, indikator_jsonstat
from fokusbericht.exports.daten import indikator_csv as table
from fokusbericht.exports.daten.forms import Form
from fokusbericht.exports.daten.indikator_json import data_head
from fokusbericht.figures.charts import has_ranking
from fokusbericht.figures.pictures import has_course
from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.kreis import Kreis
from fokusbericht.statistics.messung import Messung
from fokusbericht.urls import address_of
from fokusbericht.views import Link

FORMS = (table.FORM, indikator_json.FORM, indikator_jsonstat.FORM, csvw.FORM)
DESCRIBING = frozenset(form.name for form in FORMS if form.describes)
AREAS = {  # all of them, and some of them
    Ebene.KOMMUNE: ("Kommunen", "Kommunen"),
    Ebene.AMT: ("Ämter und amtsfreien Kommunen", "Ämtern und amtsfreien Kommunen"),
}


def whole_links(indikator: Indikator) -> tuple[Link, ...]:
    """Return the links to all figures of an indicator, in each form."""
    return tuple(Link(form.title, form.url(indikator.key)) for form in FORMS)


def whole_files(indikator: Indikator) -> tuple[str, ...]:
    """Return the addresses of all figures of an indicator, in each form."""
    return tuple(form.url(indikator.key) for form in FORMS if not form.describes)


def plan_data(kreis: Kreis, messung: Messung, theme: str) -> Iterator[Output]:
    """Plan the files of an indicator's figures; it is listed under its `theme`."""
    head, figures = data_head(kreis, messung.indikator), messung.fingerprint()
    place = messung.indikator.place
    for form in FORMS:
        offer, make = _offer(form, messung, theme), partial(form.make, kreis, messung)
        yield Output(offer.url[1:], (form.name, head, figures), make, place, offer=offer)
    folder = address_of(messung.indikator.key)[1:]
    for name, draw in _drawn(messung).items():
        yield Output(f"{folder}{name}", (name, figures), partial(draw, messung), place)


def _drawn(messung: Messung) -> dict[str, Callable[[Messung], bytes]]:
    """Return what makes the table of each drawing, by its file."""
    makers: dict[str, Callable[[Messung], bytes]] = {}
    if messung.has_map:
        makers["karte.csv"] = table.map_values
    if has_course(messung):
        makers["verlauf.csv"] = table.course_values
    if has_ranking(messung, messung.year):
        makers["rangfolge.csv"] = table.ranking
    return makers


def _offer(form: Form, messung: Messung, theme: str) -> Offer:
    indikator = messung.indikator
    return Offer(
        url=form.url(indikator.key),
        section="zahlen",
        title=indikator.titel,
        note=form.note,
        group=theme,
        form=form.name,
        page=address_of(indikator.key),
        years=indikator.years(),
        facts=(("für", _told(messung)), ("Jahre", _years(indikator))),
    )


def _told(messung: Messung) -> str:
    """Return for whom there are figures, counted: not each Kommune has each."""
    geografie, ebene = messung.geografie, messung.indikator.ebene
    if ebene not in AREAS:
        return "den Kreis"
    areas = geografie.kommunen if ebene is Ebene.KOMMUNE else geografie.verwaltungen()
    told = sum(map(messung.has_values, areas))
    whole, part = AREAS[ebene]
    return f"alle {len(areas)} {whole}" if told == len(areas) else f"{told} von {len(areas)} {part}"


def _years(indikator: Indikator) -> str:
    years = indikator.years()
    if len(years) < 2:
        return str(years[0]) if years else ""
    return f"{years[0]} bis {years[-1]}"
