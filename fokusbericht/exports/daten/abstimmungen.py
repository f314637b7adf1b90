"""/daten/abstimmungen.csv: a row for each vote that is known, where it was taken.

art;id;nummer;datum;gremium;ergebnis;einstimmig;ja;nein;enthaltung;mehrheitlich;dafuer;dagegen;…
beschluss;2023-09-13-wohnungsagentur;1;2023-09-13;Kreistag;abgelehnt;nein;30;31;;nein;…
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
from fokusbericht.exports.daten.following import KINDS, MatterStep
from fokusbericht.exports.daten.plain import permalink, yes_no
from fokusbericht.exports.daten.votes import vote_columns
from fokusbericht.model.lives import Abstimmung, Einmut, Ergebnis
from fokusbericht.model.report import Report
from fokusbericht.words.names import name_of_body


def _vote(_: Report, one: MatterStep) -> Abstimmung | None:
    return one[2].abstimmung


COLUMNS: tuple[Column[MatterStep], ...] = (
    Column("art", KINDS, lambda _, one: one[0].key.kind.value),
    Column("id", "Kennung", lambda _, one: one[0].key.name),
    Column(
        "nummer",
        "der wievielte Schritt; bei einem Beschluss ist er selbst der erste",
        lambda _, one: str(one[1]),
        ColumnKind.INTEGER,
    ),
    Column("datum", f"Datum, {DAY}", lambda _, one: one[2].datum.isoformat(), ColumnKind.DATE),
    Column("gremium", "wer abgestimmt hat", lambda report, one: name_of_body(report, one[2])),
    Column(
        "ergebnis",
        ", ".join(one.value for one in Ergebnis),
        lambda _, one: one[2].ergebnis.value if one[2].ergebnis else "",
    ),
    *vote_columns(_vote),
    Column(
        "mehrheitlich",
        "ob nur bekannt ist, dass es eine Mehrheit gab",
        lambda report, one: yes_no(_is_by_majority(report, one)),
        ColumnKind.FLAG,
    ),
    Column("dafuer", "wer dafür war, so weit bekannt", lambda _, one: _side(one, "dafuer")),
    Column("dagegen", "wer dagegen war, so weit bekannt", lambda _, one: _side(one, "dagegen")),
    Column("vorlage", "Nummer der Vorlage", lambda _, one: one[2].vorlage),
    Column("vorlage_url", VORLAGE_URL, lambda _, one: one[2].vorlage_url),
    Column("beispiel", EXAMPLE, lambda _, one: yes_no(one[0].beispiel), ColumnKind.FLAG),
    Column("titel", "Überschrift", lambda _, one: one[0].titel),
    Column("adresse", "Adresse der Seite", lambda report, one: permalink(report, one[0].key)),
)


def _is_by_majority(report: Report, one: MatterStep) -> bool:
    vote = _vote(report, one)
    return vote is not None and vote.einmut is Einmut.MEHRHEITLICH


def _side(one: MatterStep, name: str) -> str:
    return str(getattr(one[2].abstimmung, name))


def _votes(report: Report) -> Iterator[MatterStep]:
    """Yield the votes; what a step only takes from its decision stands there."""
    for one in by_key(report.vorgaenge()):
        for number, step in enumerate(one.steps(), start=1):
            if step.abstimmung:
                yield one, number, step


TABLE = table("abstimmungen", "Abstimmungen", COLUMNS, _votes, key=("art", "id", "nummer"))
