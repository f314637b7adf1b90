"""What JSON data says of other things: references, places, sources."""

from collections.abc import Iterable

from fokusbericht.exports.daten.fields import (
    ADDRESS,
    FLAG,
    MAYBE_ADDRESS,
    MAYBE_TEXT,
    PARTIAL_DATE,
    TEXT,
    Field,
    Json,
    maybe_text,
    record,
    text,
)
from fokusbericht.exports.daten.plain import permalink
from fokusbericht.model.base import Key, Kind, Quelle, Ref
from fokusbericht.model.places import KREIS
from fokusbericht.model.report import Report

ID = "Kennung innerhalb ihrer Art; sie bleibt"

REFERENCE: tuple[Field[Key], ...] = (
    text("id", ID, lambda key: key.name),
    Field("titel", "Titel", TEXT, lambda report, key: report.titles[key]),
    Field("adresse", "Adresse der Seite", ADDRESS, permalink),
    Field(
        "beispiel",
        "ob es ein erdachter Inhalt ist",
        FLAG,
        lambda report, key: key in report.examples,
    ),
)

AREA: tuple[Field[Key], ...] = (
    Field(
        "art",
        "kreis: der ganze Kreis, raum: ein Betrachtungsraum, kommune: eine Stadt oder Gemeinde",
        {"enum": ["kreis", "raum", "kommune"]},
        lambda _, key: _kind(key),
    ),
    Field(
        "ebene",
        "dasselbe mit den Wörtern, die in allen Dateien mit Zahlen stehen",
        {"enum": ["kreis", "betrachtungsraum", "kommune"]},
        lambda _, key: _level(key),
    ),
    text("id", ID, lambda key: key.name),
    Field(
        "schluessel",
        "amtlicher Schlüssel: fünf Ziffern für den Kreis, acht für eine Kommune; null bei einem "
        "Betrachtungsraum, denn er hat keinen",
        MAYBE_TEXT,
        lambda report, key: _official(report, key),
    ),
    Field("titel", "Name", TEXT, lambda report, key: report.titles[key]),
    Field("adresse", "Adresse der Seite", ADDRESS, permalink),
)

SOURCE: tuple[Field[Quelle], ...] = (
    text("name", "wer und was", lambda one: one.name),
    Field("url", "Adresse der Quelle", MAYBE_ADDRESS, lambda _, one: one.url or None),
    Field(
        "stand",
        "Datum der Quelle oder des Abrufs, so weit bekannt",
        {"type": ["string", "null"], "pattern": PARTIAL_DATE},
        lambda _, one: one.stand.isoformat() if one.stand else None,
    ),
    maybe_text("lizenz", "Lizenz der Quelle", lambda one: one.lizenz),
    maybe_text("hinweis", "was beim Einordnen hilft", lambda one: one.hinweis),
)


def _kind(key: Key) -> str:
    return KREIS if key.name == KREIS else key.kind.value


def _level(key: Key) -> str:
    kind = _kind(key)
    return "betrachtungsraum" if kind == Kind.RAUM.value else kind


def _official(report: Report, key: Key) -> str | None:
    if key.name == KREIS:
        return report.geografie.schluessel
    kommunen = report.geografie.kommunen.values()
    return next((one.ags for one in kommunen if one.key == key), None)


def keys(report: Report, found: Iterable[Key]) -> Json:
    """Return references to things."""
    return [record(report, REFERENCE, key) for key in found]


def refs(report: Report, found: Iterable[Ref]) -> Json:
    """Return references to things as they were written."""
    return keys(report, (ref.key for ref in found))


def areas(report: Report, found: Iterable[Ref]) -> Json:
    """Return places as they were written."""
    return [record(report, AREA, ref.key) for ref in found]


def sources(report: Report, quellen: Iterable[Quelle]) -> Json:
    """Return where facts come from."""
    return [record(report, SOURCE, quelle) for quelle in quellen]
