"""The figures of one indicator to take along, beside its page: as CSV, and as JSON."""

from collections.abc import Callable, Iterator
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.exports.daten import indikator_csv as table
from fokusbericht.exports.daten.indikator_json import data_head, data_json
from fokusbericht.figures.charts import has_ranking
from fokusbericht.figures.pictures import has_course
from fokusbericht.model.kreis import Kreis
from fokusbericht.statistics.messung import Messung
from fokusbericht.urls import address_of


def plan_data(kreis: Kreis, messung: Messung) -> Iterator[Output]:
    """Plan the files of an indicator's figures."""
    makers: dict[str, Callable[[Messung], bytes]] = {"daten.csv": table.everything}
    if messung.is_local:
        makers["karte.csv"] = table.map_values
    if has_course(messung):
        makers["verlauf.csv"] = table.course_values
    if has_ranking(messung, messung.year):
        makers["rangfolge.csv"] = table.ranking
    folder, place = address_of(messung.indikator.key)[1:], messung.indikator.place
    for name, make in makers.items():
        ingredients = (name, messung.fingerprint())
        yield Output(f"{folder}{name}", ingredients, partial(make, messung), place)
    head = data_head(kreis, messung.indikator)
    data = partial(data_json, messung, head)
    yield Output(f"{folder}daten.json", (head, messung.fingerprint()), data, place)
