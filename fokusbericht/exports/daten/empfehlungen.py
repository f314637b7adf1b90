"""/daten/handlungsempfehlungen.csv: a row for each recommendation.

id;adresse;beispiel;titel;art;jahr;…
2022-01;https://…/handlungsempfehlungen/2022-01/;nein;Bezahlbaren Wohnraum schaffen;…
"""

from fokusbericht.exports.daten.columns import DAY, HEAD, TAIL, Column, ColumnKind, by_key, table
from fokusbericht.exports.daten.following import NEXT
from fokusbericht.exports.daten.plain import SEPARATOR, mixed, names, titles
from fokusbericht.exports.daten.ties import silence
from fokusbericht.model.lives import Stand
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.text.references import successors

COLUMNS: tuple[Column[Handlungsempfehlung], ...] = (
    *HEAD,
    Column("art", "handlungsempfehlung oder zielvorschlag", lambda _, one: one.art.value),
    Column("jahr", "Jahr der Empfehlung", lambda _, one: str(one.jahr), ColumnKind.INTEGER),
    Column("kurz", "ein oder zwei Sätze", lambda _, one: one.kurz),
    Column(
        "stand",
        f"Stand nach dem letzten Schritt: {', '.join(one.value for one in Stand)}",
        lambda _, one: one.stand().value,
    ),
    Column(
        "letzte_nachricht",
        f"Datum des letzten Schritts, {DAY}",
        lambda _, one: one.verlauf[-1].datum.isoformat(),
        ColumnKind.DATE,
    ),
    Column(
        "monate_ohne_nachricht",
        "volle Monate vom letzten Schritt bis zum Stichtag; leer, wenn die Empfehlung umgesetzt, "
        "abgelehnt oder eingestellt ist",
        lambda report, one: _number(silence(report, one)),
        ColumnKind.INTEGER,
    ),
    Column(
        "stichtag",
        "Tag, bis zu dem gezählt ist",
        lambda report, _: report.kreis.stichtag.isoformat(),
        ColumnKind.DAY,
    ),
    Column(
        "steuerungsrelevanz",
        "wie weit der Kreis es steuern kann: hoch, mittel oder gering; leer: nicht eingestuft",
        lambda _, one: one.steuerungsrelevanz.value if one.steuerungsrelevanz else "",
    ),
    Column(
        "eingeschaetzt",
        f"Datum der Einschätzung, {DAY}",
        lambda _, one: _graded(one),
        ColumnKind.DATE,
    ),
    Column(
        "handlungsfelder",
        "Kennungen der Handlungsfelder",
        lambda _, one: names(one.handlungsfelder),
        ColumnKind.LIST,
        "handlungsfelder",
    ),
    Column(
        "handlungsfelder_titel",
        "dieselben mit ihren Titeln",
        lambda report, one: titles(report, one.handlungsfelder),
        ColumnKind.LIST,
    ),
    Column(
        "fokusgruppen",
        "Kennungen der Gruppen",
        lambda _, one: names(one.fokusgruppen),
        ColumnKind.LIST,
        "fokusgruppen",
    ),
    Column(
        "fokusgruppen_titel",
        "dieselben mit ihren Titeln",
        lambda report, one: titles(report, one.fokusgruppen),
        ColumnKind.LIST,
    ),
    Column(
        "zielgruppen",
        "Kennungen: für wen",
        lambda _, one: names(one.zielgruppen),
        ColumnKind.LIST,
        "zielgruppen",
    ),
    Column(
        "raeume",
        "wo: raum:kreis ist der ganze Kreis, raum:… ein Betrachtungsraum, kommune:… eine Kommune",
        lambda _, one: mixed(ref.key for ref in one.raeume),
        ColumnKind.LIST,
    ),
    Column(
        "raeume_titel",
        "dieselben mit ihren Namen",
        lambda report, one: titles(report, one.raeume),
        ColumnKind.LIST,
    ),
    Column(
        "indikatoren",
        "Kennungen der Zahlen dazu",
        lambda _, one: names(one.indikatoren),
        ColumnKind.LIST,
        "indikatoren",
    ),
    Column(
        "vorgaenger",
        "Empfehlungen, die sie fortführt",
        lambda _, one: names(one.vorgaenger),
        ColumnKind.LIST,
        "handlungsempfehlungen",
    ),
    Column(
        "nachfolger",
        "Empfehlungen, die sie fortführen",
        lambda report, one: SEPARATOR.join(key.name for key in successors(report).get(one.key, ())),
        ColumnKind.LIST,
        "handlungsempfehlungen",
    ),
    Column(
        "beschluesse",
        "Kennungen der Beschlüsse",
        lambda _, one: _decisions(one),
        ColumnKind.LIST,
        "beschluesse",
    ),
    Column("zustaendig", "zuständiges Amt oder Gremium", lambda _, one: one.zustaendig),
    *NEXT,
    Column("kosten", "was es kostet", lambda _, one: one.finanzen.kosten if one.finanzen else ""),
    Column(
        "finanzierung",
        "wie es bezahlt werden könnte",
        lambda _, one: one.finanzen.moeglichkeiten if one.finanzen else "",
    ),
    Column("haltung_kommunen", "was die Kommunen sagen", lambda _, one: one.haltung_text),
    *TAIL,
)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _graded(empfehlung: Handlungsempfehlung) -> str:
    return empfehlung.einschaetzung.datum.isoformat() if empfehlung.einschaetzung else ""


def _decisions(empfehlung: Handlungsempfehlung) -> str:
    found = (step.beschluss.key.name for step in empfehlung.verlauf if step.beschluss)
    return SEPARATOR.join(dict.fromkeys(found))


TABLE = table(
    "handlungsempfehlungen",
    "Empfehlungen",
    COLUMNS,
    lambda report: by_key(report.empfehlungen.values()),
)
