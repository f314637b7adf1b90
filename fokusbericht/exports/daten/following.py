"""What recommendations, decisions and suggestions have in common, as columns and as tables.

/daten/schritte.csv: the steps of decisions and suggestions; those of recommendations are in
verlauf.csv. /daten/haltungen.csv: how the Kommunen stand to what.
"""

from collections.abc import Iterator

from fokusbericht.exports.daten.columns import (
    DAY,
    EXAMPLE,
    VORLAGE_URL,
    Column,
    ColumnKind,
    by_key,
    table,
)
from fokusbericht.exports.daten.plain import permalink, yes_no
from fokusbericht.exports.daten.votes import vote_columns
from fokusbericht.model.lives import (
    Abstimmung,
    Ergebnis,
    Haltung,
    Meinung,
    Schritt,
    Stand,
    Verlaufsschritt,
    Vorgang,
)
from fokusbericht.model.report import Report
from fokusbericht.words.names import name_of_body

KINDS = "empfehlung, beschluss oder anregung"

# Where it stands and what comes next, for the table of each kind.
NEXT: tuple[Column[Vorgang], ...] = (
    Column(
        "naechster_schritt",
        "was als Nächstes kommt; leer: nicht bekannt",
        lambda _, one: one.naechster_schritt.was if one.naechster_schritt else "",
    ),
    Column("frist", f"bis wann, {DAY}", lambda _, one: _limit(one), ColumnKind.DATE),
    Column(
        "frist_wer",
        "welches Amt oder Gremium es bis dahin tun soll",
        lambda _, one: one.naechster_schritt.wer if one.naechster_schritt else "",
    ),
)
STATE: tuple[Column[Vorgang], ...] = (
    Column(
        "stand",
        f"Stand nach dem letzten Schritt: {', '.join(one.value for one in Stand)}",
        lambda _, one: one.stand().value,
    ),
    Column("zustaendig", "zuständiges Amt oder Gremium", lambda _, one: one.zustaendig),
    *NEXT,
)


def _limit(one: Vorgang) -> str:
    step = one.naechster_schritt
    return step.bis.isoformat() if step and step.bis else ""


# --- Steps ----------------------------------------------------------------------------------------

MatterStep = tuple[Vorgang, int, Verlaufsschritt]


def _vote(report: Report, one: MatterStep) -> Abstimmung | None:
    return report.vote_at(one[2])


STEP_COLUMNS: tuple[Column[MatterStep], ...] = (
    Column("art", KINDS, lambda _, one: one[0].key.kind.value),
    Column("id", "Kennung", lambda _, one: one[0].key.name),
    Column("nummer", "der wievielte Schritt", lambda _, one: str(one[1]), ColumnKind.INTEGER),
    Column("datum", f"Datum, {DAY}", lambda _, one: one[2].datum.isoformat(), ColumnKind.DATE),
    Column("schritt", ", ".join(one.value for one in Schritt), lambda _, one: one[2].schritt.value),
    Column(
        "ergebnis",
        "wo ein Gremium entschieden hat: " + ", ".join(one.value for one in Ergebnis),
        lambda _, one: one[2].ergebnis.value if one[2].ergebnis else "",
    ),
    Column(
        "gremium",
        "wer beraten oder entschieden hat",
        lambda report, one: name_of_body(report, one[2]),
    ),
    *vote_columns(_vote),
    Column("vorlage", "Nummer der Vorlage", lambda _, one: one[2].vorlage),
    Column("vorlage_url", VORLAGE_URL, lambda _, one: one[2].vorlage_url),
    Column("text", "was geschah, höchstens drei Sätze", lambda _, one: one[2].text),
    Column("beispiel", EXAMPLE, lambda _, one: yes_no(one[0].beispiel), ColumnKind.FLAG),
    Column("titel", "Überschrift", lambda _, one: one[0].titel),
    Column("adresse", "Adresse der Seite", lambda report, one: permalink(report, one[0].key)),
)


def _steps(report: Report) -> Iterator[MatterStep]:
    for one in (*by_key(report.beschluesse.values()), *by_key(report.anregungen.values())):
        for number, step in enumerate(one.steps(), start=1):
            yield one, number, step


STEPS = table(
    *("schritte", "Schritte der Beschlüsse und Anregungen", STEP_COLUMNS, _steps),
    key=("art", "id", "nummer"),
    short="Schritte der Beschlüsse",
)


# --- Stances --------------------------------------------------------------------------------------

NamedStance = tuple[Vorgang, Haltung]
STANCE_COLUMNS: tuple[Column[NamedStance], ...] = (
    Column("art", KINDS, lambda _, one: one[0].key.kind.value),
    Column("id", "Kennung", lambda _, one: one[0].key.name),
    Column("ebene", "immer kommune", lambda _, one: one[1].kommune.key.kind.value),
    Column(
        "kommune",
        "Kennung der Kommune",
        lambda _, one: one[1].kommune.key.name,
        ColumnKind.TEXT,
        "kommunen",
    ),
    Column("name", "Name der Kommune", lambda report, one: report.titles[one[1].kommune.key]),
    Column("datum", f"seit wann, {DAY}", lambda _, one: one[1].datum.isoformat(), ColumnKind.DATE),
    Column("haltung", ", ".join(one.value for one in Meinung), lambda _, one: one[1].meinung.value),
    Column("text", "was sie dazu sagt", lambda _, one: one[1].text),
    Column("beispiel", EXAMPLE, lambda _, one: yes_no(one[0].beispiel), ColumnKind.FLAG),
    Column("titel", "Überschrift", lambda _, one: one[0].titel),
    Column("adresse", "Adresse der Seite", lambda report, one: permalink(report, one[0].key)),
)


def _stances(report: Report) -> Iterator[NamedStance]:
    for one in by_key(report.vorgaenge()):
        yield from ((one, stance) for stance in one.haltung)


STANCES = table(
    *("haltungen", "Haltungen der Kommunen", STANCE_COLUMNS, _stances),
    key=("art", "id", "kommune", "datum"),
)
