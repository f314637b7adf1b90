"""How the Kommunen stand to something: a sentence, a small map, a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from fokusbericht.figures.areas import kommune_link
from fokusbericht.figures.pictures import MapPicture
from fokusbericht.maps.svg import Area, MapView
from fokusbericht.model.base import Key
from fokusbericht.model.lives import Haltung, Meinung, Vorgang
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Cell, LegendClass
from fokusbericht.words.german import alphabetical, begun, counted
from fokusbericht.words.phrases import listing

HEAD = ("Kommune", "Haltung", "seit", "Was sie dazu sagt")
NAMES = {
    Meinung.ZUSTIMMEND: "zustimmend",
    Meinung.ABLEHNEND: "ablehnend",
    Meinung.OFFEN: "offen",
}
VERBS = {
    Meinung.ZUSTIMMEND: ("stimmt zu", "stimmen zu"),
    Meinung.ABLEHNEND: ("lehnt ab", "lehnen ab"),
    Meinung.OFFEN: ("ist unentschieden", "sind unentschieden"),
}
CLASSES = {Meinung.ZUSTIMMEND: "d4", Meinung.OFFEN: "d2", Meinung.ABLEHNEND: "d0"}
UNKNOWN = "nicht bekannt"


@dataclass(frozen=True, slots=True)
class StancesView:
    """How the Kommunen stand to something; `text` is what is told of it in free words."""

    text: str
    sentence: str
    picture: MapPicture | None
    legend: tuple[LegendClass, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def stances_view(report: Report, vorgang: Vorgang) -> StancesView | None:
    """Return how the Kommunen stand to it; None where nothing is known."""
    latest = latest_stances(report, vorgang)
    if not (latest or vorgang.haltung_text):
        return None
    picture, legend = _picture(report, vorgang, latest) if latest else (None, ())
    return StancesView(
        text=vorgang.haltung_text,
        sentence=_sentence(latest),
        picture=picture,
        legend=legend,
        head=HEAD,
        rows=tuple(_row(report, vorgang, one) for one in latest.values()),
    )


def latest_stances(report: Report, vorgang: Vorgang) -> Mapping[Key, Haltung]:
    """Return the last known stance of each Kommune, from A to Z."""
    found: dict[Key, Haltung] = {}
    for one in sorted(vorgang.haltung, key=lambda one: one.datum.latest()):
        found[one.kommune.key] = one
    by_name = sorted(found, key=lambda key: alphabetical(report.titles[key]))
    return {key: found[key] for key in by_name}


@query
def stances_of_kommunen(report: Report) -> Mapping[Key, tuple[tuple[Key, Haltung], ...]]:
    """Return for each Kommune what it stands to, and how, the newest first; nothing made up."""
    found: dict[Key, list[tuple[Key, Haltung]]] = {}
    for vorgang in report.vorgaenge():
        if vorgang.beispiel:
            continue
        for kommune, stance in latest_stances(report, vorgang).items():
            found.setdefault(kommune, []).append((vorgang.key, stance))
    return {
        kommune: tuple(sorted(ones, key=lambda one: (-one[1].datum.latest().toordinal(), one[0])))
        for kommune, ones in found.items()
    }


def _sentence(latest: Mapping[Key, Haltung]) -> str:
    if not latest:
        return ""
    parts: list[str] = []
    for meinung, (one, many) in VERBS.items():
        number = sum(stance.meinung is meinung for stance in latest.values())
        if number:
            noun = ("", "") if parts else ("Kommune", "Kommunen")
            parts.append(f"{counted(number, *noun).strip()} {one if number == 1 else many}")
    return f"{begun(listing(parts))}."


def _row(report: Report, vorgang: Vorgang, one: Haltung) -> tuple[Cell, ...]:
    kommune = next(
        each for each in report.geografie.kommunen.values() if each.key == one.kommune.key
    )
    link = kommune_link(report, kommune)
    return (
        Cell(link.title, link.href),
        Cell(NAMES[one.meinung]),
        Cell(format_date(one.datum)),
        Cell(one.text, note=_sources(vorgang, one)),
    )


def _sources(vorgang: Vorgang, one: Haltung) -> str:
    names = [quelle.name for quelle in vorgang.quellen if quelle.kuerzel in one.belege]
    return f"Quelle: {'; '.join(names)}" if names else ""


def _picture(
    report: Report, vorgang: Vorgang, latest: Mapping[Key, Haltung]
) -> tuple[MapPicture, tuple[LegendClass, ...]]:
    kommunen = report.geografie.kommunen
    areas = tuple(
        Area(
            key=ags,
            name=one.name,
            text=f"{one.name}: {NAMES[latest[one.key].meinung] if one.key in latest else UNKNOWN}",
            css=CLASSES[latest[one.key].meinung] if one.key in latest else "fehlt",
        )
        for ags, one in kommunen.items()
    )
    legend = tuple(_legend(latest, len(kommunen)))
    view = MapView(
        title=f"Haltung der Kommunen: {vorgang.titel}",
        description=_sentence(latest),
        areas=areas,
        labels=(),
        source="",
        legend=tuple((one.name, one.label) for one in legend),
    )
    return MapPicture(view, "haltung", report.geografie), legend


def _legend(latest: Mapping[Key, Haltung], total: int) -> list[LegendClass]:
    found = []
    for meinung, css in CLASSES.items():
        number = sum(stance.meinung is meinung for stance in latest.values())
        if number:
            found.append(LegendClass(css, NAMES[meinung], _kommunen(number)))
    if total > len(latest):
        found.append(LegendClass("fehlt", UNKNOWN, _kommunen(total - len(latest))))
    return found


def _kommunen(number: int) -> str:
    return f"{number} Kommune{'' if number == 1 else 'n'}"
