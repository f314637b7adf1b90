"""geo/raeume.yml and geo/kommunen.geojson → Geografie."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from fokusbericht.load.fields import AREA, TYPE, Fields
from fokusbericht.load.rings import Shape
from fokusbericht.load.shapes import Shapes
from fokusbericht.load.successors import load_successors
from fokusbericht.load.ways import MINUTES, PERSONS, Ways
from fokusbericht.load.wordings import read_place
from fokusbericht.model.base import Key, Kind, Ref
from fokusbericht.model.places import (
    RAEUME,
    Amt,
    Betrachtungsraum,
    Fassung,
    Geografie,
    Kommune,
    Quartier,
    Raummodell,
    Uebersteuerung,
)
from fokusbericht.problems import Place, Problem, closest, did_you_mean
from fokusbericht.sources.nodes import read_yaml
from fokusbericht.sources.values import Scalar, YamlMapping, YamlSequence, YamlValue

LARGEST = 1000  # km²; Berlin has 891
MOST_EXPONENT = 10  # beyond it only the nearest place counts, and numbers overflow


def load_geography(root: Path, problems: list[Problem]) -> Geografie:
    """Return the county, its rooms and Kommunen, each Kommune with its shape."""
    table = read_yaml(root, RAEUME, problems)
    # After an unreadable file the rest would only repeat what is told already.
    told = problems if table is not None else []
    fields = Fields(table or YamlMapping({}, Place(RAEUME)), told)
    kreis = fields.mapping_of("kreis", required=True) or Fields(YamlMapping({}, Place(RAEUME)), [])
    schluessel = kreis.text("schluessel")
    drafts = tuple(fields.mappings("kommunen", required=True))
    known = {draft.text("ags"): draft.place for draft in drafts}
    ways = Ways(root, known, told)
    fassungen = tuple(
        _fassung(one, known, ways) for one in fields.mappings("fassungen", required=True)
    )
    raum_of = {ags: raum for raum, members in _current(fassungen).items() for ags in members}
    names = {_written_as(draft, "ags"): _written_as(draft, "name") for draft in drafts}
    shapes = Shapes(known, names, told).read(root)
    _check_doubled(drafts, known)
    kommunen = tuple(_kommune(draft, raum_of, shapes) for draft in drafts)
    geografie = Geografie(
        schluessel=schluessel,
        name=kreis.text("name"),
        raeume=_raeume(fields, known, _current(fassungen)),
        kommunen={kommune.ags: kommune for kommune in kommunen},
        vergleich=_vergleich(fields),
        fassungen=fassungen,
        quelle=fields.optional_text("kartenquelle"),
        plz_quelle=fields.optional_text("postleitzahlenquelle"),
        aemter={one.schluessel: one for one in _aemter(fields, kommunen)},
        quartiere={one.schluessel: one for one in _quartiere(fields, known)},
        umsteiger=load_successors(root, schluessel, known, told),
    )
    kreis.done()
    fields.done()
    return geografie


def _written_as(fields: Fields, name: str) -> str:
    """Return a value for messages about others; what is wrong with it is told elsewhere."""
    entry = fields.mapping.entries.get(name)
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def _check_doubled(drafts: tuple[Fields, ...], known: Mapping[str, Place]) -> None:
    """Tell Kommunen that have the official key of another: only the last would count."""
    for draft in drafts:
        ags = draft.optional_text("ags")
        if ags and known[ags] != draft.place:
            sentence = (
                f"Den Schlüssel „{ags}“ hat auch eine Kommune weiter unten. Bitte berichtigen."
            )
            draft.note(draft.place_of("ags"), sentence, "doppelte-kennung")


def _current(fassungen: tuple[Fassung, ...]) -> Mapping[str, tuple[str, ...]]:
    return max(fassungen, key=lambda one: one.seit).zuordnung if fassungen else {}


def _kommune(fields: Fields, raum_of: Mapping[str, str], shapes: Mapping[str, Shape]) -> Kommune:
    ags = fields.text("ags") if fields.has("ags") else ""
    kommune = Kommune(
        key=Key(Kind.KOMMUNE, fields.text("schluessel")),
        place=fields.place,
        ags=ags,
        name=fields.text("name"),
        art=fields.text("art"),
        amt=fields.optional_text("amt"),
        ort=read_place(fields, "ort"),
        flaeche_km2=fields.number("flaeche_km2", least=0, most=LARGEST),
        lon=fields.number("lon", least=-180, most=180),
        lat=fields.number("lat", least=-90, most=90),
        raum=raum_of.get(ags, ""),
        shape=shapes.get(ags, ()),
    )
    if ags and ags not in raum_of:
        sentence = f"{kommune.name} ({ags}) gehört in keinen Betrachtungsraum der jüngsten Fassung."
        fields.note(fields.place, sentence, AREA)
    fields.done()
    return kommune


def _raeume(
    fields: Fields, known: Mapping[str, Place], current: Mapping[str, tuple[str, ...]]
) -> dict[str, Betrachtungsraum]:
    raeume = {}
    declared = [one.text("schluessel") for one in fields.mappings("betrachtungsraeume")]
    meant = {closest(name, declared) for name in current if name not in declared}
    for one in fields.mappings("betrachtungsraeume", required=True):
        name = one.text("schluessel")
        raum = Betrachtungsraum(
            key=Key(Kind.RAUM, name),
            place=one.place,
            name=one.text("name"),
            kurz=one.text("kurz"),
            zentren=one.texts("zentren"),
            kommunen=tuple(sorted(current.get(name, ()))),
        )
        one.done()
        if raum.name and not raum.kommunen and current and name not in meant:
            sentence = f"Der Betrachtungsraum „{name}“ hat in der jüngsten Fassung keine Kommunen."
            one.note(one.place, sentence, AREA)
        raeume[name] = raum
    for name in current:
        if name not in raeume:
            hint = did_you_mean(name, raeume)
            sentence = f"Den Betrachtungsraum „{name}“ der jüngsten Fassung gibt es nicht.{hint}"
            fields.note(fields.place_of("fassungen"), sentence, AREA)
    return raeume


def _fassung(fields: Fields, known: Mapping[str, Place], ways: Ways) -> Fassung:
    written = _written(fields)
    fassung = Fassung(
        schluessel=fields.text("schluessel"),
        titel=fields.text("titel"),
        seit=fields.date("seit"),
        verfahren=fields.text("verfahren"),
        erlaeuterung=fields.text("erlaeuterung"),
        zuordnung=_zuordnung(fields, written, known),
        orte={item.text: item.place for items in written.values() for item in items},
        uebersteuerungen=tuple(_override(one) for one in fields.mappings("uebersteuerungen")),
        modell=_modell(inner, ways) if (inner := fields.mapping_of("modell")) else None,
    )
    fields.done()
    return fassung


def _override(fields: Fields) -> Uebersteuerung:
    found = Uebersteuerung(fields.text("ags"), fields.text("grund"), fields.place)
    fields.done()
    return found


def _modell(fields: Fields, ways: Ways) -> Raummodell | None:
    """Return the model of a cut; None if its exponent or its tables are no good to compute with."""
    modell = Raummodell(
        exponent=fields.number("exponent"),
        masse=Ref(Key(Kind.INDIKATOR, fields.text("masse")), fields.place_of("masse")),
        jahr=fields.integer("jahr", least=1900),
        abseits=fields.refs("abseits", Kind.RAUM),
        place=fields.place,
    )
    told = len(ways.problems)
    reisezeiten = ways.table(
        fields.optional_text("reisezeiten"), fields.place_of("reisezeiten"), MINUTES
    )
    pendler = ways.table(fields.optional_text("pendler"), fields.place_of("pendler"), PERSONS)
    are_read = len(ways.problems) == told
    is_fit = 0 < modell.exponent <= MOST_EXPONENT
    if fields.has("exponent") and not is_fit:
        sentence = f"Der Exponent ist größer als 0 und höchstens {MOST_EXPONENT}, üblich ist 2."
        fields.note(fields.place_of("exponent"), sentence, TYPE)
    fields.done()
    is_whole = is_fit and are_read
    return replace(modell, reisezeiten=reisezeiten, pendler=pendler) if is_whole else None


def _written(fields: Fields) -> dict[str, list[Scalar]]:
    """Return the official keys of each room as they stand in the Zuordnung."""
    inner = fields.mapping_of("zuordnung", required=True)
    return {
        name: [item for item in _items(entry.value) if isinstance(item, Scalar)]
        for name, entry in (inner.items() if inner else ())
    }


def _zuordnung(
    fields: Fields, written: Mapping[str, list[Scalar]], known: Mapping[str, Place]
) -> dict[str, tuple[str, ...]]:
    # What nobody claims is the best guess for a mistyped key, and is then not told as missing.
    claimed = {item.text for items in written.values() for item in items}
    unclaimed = set(known) - claimed
    placed: dict[str, str] = {}
    for name, items in written.items():
        for item in items:
            ags = item.text
            if ags in placed:
                sentence = f"„{ags}“ gehört schon zu „{placed[ags]}“."
                fields.note(item.place, sentence, AREA)
            elif ags not in known:
                hint = did_you_mean(ags, unclaimed or known)
                sentence = f"Die Kommune „{ags}“ steht nicht unter „kommunen“.{hint}"
                fields.note(item.place, sentence, AREA)
                ags = closest(ags, unclaimed) or ags
            placed[ags] = name
    return {name: tuple(ags for ags, room in placed.items() if room == name) for name in written}


def _items(value: YamlValue) -> tuple[YamlValue, ...]:
    return value.items if isinstance(value, YamlSequence) else ()


def _quartiere(fields: Fields, known: Mapping[str, Place]) -> Iterator[Quartier]:
    for one in fields.mappings("quartiere"):
        found = Quartier(one.text("schluessel"), one.text("name"), one.text("kommune"))
        if found.kommune and found.kommune not in known:
            hint = did_you_mean(found.kommune, known)
            sentence = f"Die Kommune „{found.kommune}“ steht nicht unter „kommunen“.{hint}"
            one.note(one.place_of("kommune"), sentence, AREA)
        one.done()
        yield found


def _aemter(fields: Fields, kommunen: tuple[Kommune, ...]) -> Iterator[Amt]:
    seen: set[str] = set()
    for one in fields.mappings("aemter"):
        schluessel, name = one.text("schluessel"), one.text("name")
        for field, value in (("schluessel", schluessel), ("name", name)):
            if value and value in seen:
                sentence = f"„{value}“ heißt schon ein Amt weiter oben. Bitte berichtigen."
                one.note(one.place_of(field), sentence, "doppelte-kennung")
        seen |= {schluessel, name}
        members = tuple(sorted(kommune.ags for kommune in kommunen if kommune.amt == name))
        if name and not members:
            hint = did_you_mean(name, {kommune.amt for kommune in kommunen if kommune.amt})
            sentence = f"Zum Amt „{name}“ gehört keine Kommune unter „kommunen“.{hint}"
            one.note(one.place_of("name"), sentence, AREA)
        yield Amt(schluessel, name, members, one.place)
        one.done()


def _vergleich(fields: Fields) -> dict[str, str]:
    inner = fields.mapping_of("vergleich")
    return {name: inner.text(name) for name in inner.mapping.entries} if inner else {}
