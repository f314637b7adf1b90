"""How kinds of things are called in sentences to editors."""

from fokusbericht.model.base import Key, Kind, PartialDate
from fokusbericht.model.report import Report
from fokusbericht.problems import did_you_mean
from fokusbericht.text.formatting import format_date

NAMES = {
    Kind.HANDLUNGSFELD: "Das Handlungsfeld",
    Kind.EMPFEHLUNG: "Die Empfehlung",
    Kind.SEITE: "Die Seite",
    Kind.FOKUSGRUPPE: "Die Fokusgruppe",
    Kind.INDIKATOR: "Den Indikator",
    Kind.RAUM: "Den Raum",
    Kind.KOMMUNE: "Die Kommune",
    Kind.BESCHLUSS: "Den Beschluss",
    Kind.GREMIUM: "Das Gremium",
    Kind.TERMIN: "Den Termin",
    Kind.BERICHT: "Den Bericht",
    Kind.AKTUELLES: "Die Meldung",
    Kind.BEGRIFF: "Den Begriff",
    Kind.KOMMENTAR: "Den Kommentar",
    Kind.THEMA: "Das Thema",
    Kind.ZIELGRUPPE: "Die Zielgruppe",
    Kind.LEICHT: "Die Seite in Leichter Sprache",
    Kind.ANREGUNG: "Die Anregung",
    Kind.SPEICHERTHEMA: "Den Eintrag im Themenspeicher",
    Kind.QUERSCHNITT: "Das Querschnittsthema",
}


def written(day: PartialDate) -> str:
    """Return a date as an editor writes it: 2022-05, Herbst 2022."""
    return format_date(day) if day.season else day.isoformat()


def unknown(report: Report, key: Key) -> str:
    """Return the sentence about a thing that does not exist, with the way out."""
    same_kind = [known.name for known in report.titles if known.kind is key.kind]
    hint = did_you_mean(key.name, same_kind)
    if not hint:
        others = [str(known) for known in report.titles if known.name == key.name]
        hint = f" Meinten Sie „{min(others)}“?" if others else ""
    return f"{NAMES[key.kind]} „{key.name}“ gibt es nicht.{hint}"
