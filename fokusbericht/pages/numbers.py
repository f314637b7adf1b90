"""Figures in words: numbers with their units, names of areas, true sentences."""

from collections.abc import Iterable, Mapping

from fokusbericht.model import Ebene, Fehlgrund, Indikator, Report, Zahlart
from fokusbericht.pages.views import Cell
from fokusbericht.render import datum, groesse, zahl
from fokusbericht.statistics.aggregate import Figure, Levels
from fokusbericht.statistics.uncertainty import wilson
from fokusbericht.urls import url_of

MISSING = {
    Fehlgrund.UNBEKANNT: "keine Angabe",
    Fehlgrund.NICHTS: "–",
    Fehlgrund.GEHEIM: "•",
    Fehlgrund.UNSICHER: "zu unsicher",
}


def value_text(indikator: Indikator, figure: Figure | None) -> str:
    """Return a figure with its unit, or why there is none: 38,8 % · keine Angabe."""
    if figure is None or figure.value is None:
        return (
            f"{_missing(figure)} ({parts_text(figure)})" if parts_text(figure) else _missing(figure)
        )
    return groesse(figure.value, indikator.einheit, indikator.dezimalstellen)


def number_cell(indikator: Indikator, figure: Figure | None) -> Cell:
    """Return a figure for a table, without its unit."""
    if figure is None:
        return Cell("", number=True)
    if figure.value is None:
        return Cell(_missing(figure), number=True, note=parts_text(figure))
    return Cell(zahl(figure.value, indikator.dezimalstellen), number=True)


def _missing(figure: Figure | None) -> str:
    if figure is None:
        return "keine Angabe"
    return "unvollständig" if parts_text(figure) else MISSING[figure.missing or Fehlgrund.UNBEKANNT]


def parts_text(figure: Figure | None) -> str:
    """Return how much of a sum is there: "47 von 49 Kommunen"; nothing if all or none is."""
    if figure is None or figure.missing is not Fehlgrund.UNBEKANNT:
        return ""
    return f"{figure.parts} von {figure.whole} Kommunen" if 0 < figure.parts < figure.whole else ""


def area_name(report: Report, area: str) -> str:
    """Return the name of an area: "Elmshorn", "Uetersen/Tornesch", "Schleswig-Holstein"."""
    geografie = report.geografie
    if area == geografie.schluessel:
        return geografie.name
    if area in geografie.kommunen:
        return geografie.kommunen[area].name
    if area in geografie.quartiere:
        quartier = geografie.quartiere[area]
        return f"{geografie.kommunen[quartier.kommune].name}: {quartier.name}"
    return geografie.raeume[area].name if area in geografie.raeume else geografie.vergleich[area]


def area_url(report: Report, area: str) -> str:
    """Return the address of an area's profile, or nothing for areas outside the county."""
    geografie = report.geografie
    if area == geografie.schluessel:
        return "/raeume/kreis/"
    ags = geografie.quartiere[area].kommune if area in geografie.quartiere else area
    if ags in geografie.kommunen:
        return url_of(report, geografie.kommunen[ags].key)
    return url_of(report, geografie.raeume[area].key) if area in geografie.raeume else ""


def latest_year(indikator: Indikator, levels: Levels, areas: Iterable[str]) -> int:
    """Return the last year in which one of the areas has a value; 0 if none has."""
    return max(
        (
            year
            for area in areas
            for year, figure in levels.get(area, {}).items()
            if figure.value is not None
        ),
        default=0,
    )


def source_line(indikator: Indikator, year: int = 0) -> str:
    """Return source, day and state of the data in one line."""
    day = f"Stichtag {indikator.stichtag}" if indikator.stichtag[:1].isdigit() else ""
    parts = (str(year) if year else "", indikator.quelle.name, day, _stand(indikator))
    return " · ".join(part for part in parts if part)


def _stand(indikator: Indikator) -> str:
    return f"Datenstand {datum(indikator.stand)}"


def sentence(report: Report, indikator: Indikator, levels: Levels, year: int) -> str:
    """Return what the figures of a year say: the county, the highest, the lowest."""
    geografie = report.geografie
    county = levels.get(geografie.schluessel, {}).get(year)
    parts = []
    if county and county.value is not None:
        parts.append(f"{geografie.name} {year}: {value_text(indikator, county)}.")
    values = {
        ags: levels[ags][year]
        for ags in geografie.kommunen
        if year in levels.get(ags, {}) and levels[ags][year].value is not None
    }
    if len(values) > 1:
        parts.append(_extremes(report, indikator, values))
    elif indikator.ebene is Ebene.KREIS:
        parts.append(_beside(report, indikator, levels, year))
    return " ".join(part for part in parts if part)


def _extremes(report: Report, indikator: Indikator, values: Mapping[str, Figure]) -> str:
    def named(best: float) -> str:
        names = [area_name(report, ags) for ags, one in values.items() if one.value == best]
        if len(names) > 3:
            return f"{len(names)} Kommunen"
        return " und ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    numbers = [figure.value for figure in values.values() if figure.value is not None]
    high, low = max(numbers), min(numbers)
    if high == low:
        return f"In allen Kommunen: {value_text(indikator, Figure(high))}."
    return (
        f"Am höchsten: {named(high)} ({value_text(indikator, Figure(high))}). "
        f"Am niedrigsten: {named(low)} ({value_text(indikator, Figure(low))})."
    )


def _beside(report: Report, indikator: Indikator, levels: Levels, year: int) -> str:
    beside = [
        f"{area_name(report, area)} {value_text(indikator, levels[area][year])}"
        for area in ("01", "D")
        if area in levels and year in levels[area] and levels[area][year].value is not None
    ]
    counties = county_keys(report, levels)
    values = {area: levels[area][year].value for area in counties if year in levels[area]}
    if beside:
        return f"Zum Vergleich: {', '.join(beside)}."
    own = values.get(report.geografie.schluessel)
    known = [value for value in values.values() if value is not None]
    if own is None or len(known) < 3:
        return ""
    place = sum(value > own for value in known) + 1
    return (
        f"Das ist der {place}. Platz von {len(known)} Kreisen und kreisfreien Städten, "
        "gezählt vom höchsten Wert."
    )


def county_keys(report: Report, levels: Levels) -> tuple[str, ...]:
    """Return the counties and cities that have figures, our own among them."""
    return tuple(area for area in levels if len(area) == 5 and area.isdigit())


def has_values(levels: Levels, area: str) -> bool:
    """Say whether an area has any figure."""
    return any(figure.value is not None for figure in levels.get(area, {}).values())


def course_sentence(report: Report, indikator: Indikator, levels: Levels) -> str:
    """Return how the county's figure went, from the last break to the last year."""
    series = levels.get(report.geografie.schluessel, {})
    known = {year: figure for year, figure in series.items() if figure.value is not None}
    since = max(
        (bruch.jahr for bruch in indikator.brueche if bruch.jahr <= max(known, default=0)),
        default=0,
    )
    years = [year for year in known if year >= since]
    if len(years) < 2:
        return ""
    first, last = years[0], years[-1]
    change = (known[last].value or 0) - (known[first].value or 0)
    start, end = value_text(indikator, known[first]), value_text(indikator, known[last])
    name = report.geografie.name
    if start == end:
        return f"{name}: {start} ({first}) und {end} ({last}), also unverändert."
    verb = "gestiegen" if change > 0 else "gesunken"
    return f"{name}: von {start} ({first}) auf {end} ({last}) {verb}."


def ranked_values(
    report: Report, indikator: Indikator, levels: Levels, year: int
) -> dict[str, float]:
    """Return the figures that are ranked: those of Kommunen, or of counties, Land and Bund.

    Where the indicator asks for a least base, smaller Kommunen are left out.
    """
    measures = (*county_keys(report, levels), "01", "D")
    areas = tuple(report.geografie.kommunen) if indikator.ebene is Ebene.KOMMUNE else measures
    return {
        area: value
        for area in areas
        if (figure := levels.get(area, {}).get(year))
        and (value := figure.value) is not None
        and not is_too_small(report, indikator, area, year)
    }


def is_too_small(report: Report, indikator: Indikator, area: str, year: int) -> bool:
    """Say whether a figure rests on too few for a rank, by the indicator's own rule."""
    if indikator.rang is None:
        return False
    cell = indikator.werte.get((area, year))
    base = cell.nenner if cell else None
    if base is None and indikator.gewicht:
        weight = report.indikatoren[indikator.gewicht.key.name].werte.get((area, year))
        base = weight.zahl if weight else None
    return base is None or base < indikator.rang.mindestens


def interval_text(indikator: Indikator, area: str, year: int) -> str:
    """Return how sure a share of few is: "sicher zwischen 12,1 und 38,0 %", or nothing."""
    cell = indikator.werte.get((area, year))
    if not indikator.unsicherheit or cell is None or not cell.nenner or cell.zaehler is None:
        return ""
    low, high = wilson(cell.zaehler, cell.nenner)
    texts = [zahl(share * 100, indikator.dezimalstellen) for share in (low, high)]
    return f"{texts[0]} bis {texts[1]}\u202f%"


def sum_note(report: Report, indikator: Indikator, levels: Levels, year: int) -> str:
    """Return by how much the official county figure differs from our sum; nothing if it does not.

    Sums of official figures need not add up (rounding, secrecy at the source), and are not forced.
    """
    geografie = report.geografie
    official = levels.get(geografie.schluessel, {}).get(year)
    if indikator.art is not Zahlart.ANZAHL or indikator.ebene is not Ebene.KOMMUNE:
        return ""
    shown = [levels.get(ags, {}).get(year, Figure(None)).value for ags in geografie.kommunen]
    known = [value for value in shown if value is not None]
    if official is None or not official.official or official.value is None:
        return ""
    if len(known) < len(shown):
        return ""
    ours = sum(known)
    if zahl(ours, indikator.dezimalstellen) == zahl(official.value, indikator.dezimalstellen):
        return ""
    return (
        f"Die Werte der {len(geografie.kommunen)} Kommunen ergeben zusammen "
        f"{value_text(indikator, Figure(ours))}; amtlich sind {value_text(indikator, official)}. "
        "Solche Unterschiede entstehen beim Runden und bei der Geheimhaltung an der Quelle."
    )


def shown_year(report: Report, indikator: Indikator, levels: Levels) -> int:
    """Return the year that is shown first: the last one at the lowest level that has figures."""
    geografie = report.geografie
    lowest = tuple(geografie.kommunen) if indikator.ebene is Ebene.KOMMUNE else ()
    return latest_year(indikator, levels, lowest) or latest_year(
        indikator, levels, (geografie.schluessel,)
    )
