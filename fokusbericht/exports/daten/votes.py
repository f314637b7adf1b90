"""How bodies voted, as columns and as JSON."""

from collections.abc import Callable
from typing import TypeVar

from fokusbericht.exports.daten.columns import Column, ColumnKind
from fokusbericht.exports.daten.fields import FLAG, MAYBE_NUMBER, Field, Json, maybe, record, ref_to
from fokusbericht.exports.daten.plain import yes_no
from fokusbericht.model.lives import Abstimmung, Einmut
from fokusbericht.model.report import Report

T = TypeVar("T")
VoteOf = Callable[[Report, T], Abstimmung | None]

UNANIMOUS = "ob es einstimmig war; dann sind die Stimmen nicht gezählt"
COUNTS: tuple[tuple[str, str, Callable[[Abstimmung], int]], ...] = (
    ("ja", "Stimmen dafür", lambda vote: vote.ja),
    ("nein", "Stimmen dagegen", lambda vote: vote.nein),
    ("enthaltung", "Enthaltungen", lambda vote: vote.enthaltung),
)


def _counted(vote: Abstimmung, number: Callable[[Abstimmung], int]) -> int | None:
    return number(vote) if vote.is_counted() else None


def _count_field(name: str, meaning: str, number: Callable[[Abstimmung], int]) -> Field[Abstimmung]:
    return Field(name, meaning, MAYBE_NUMBER, lambda _, vote: _counted(vote, number))


VOTE: tuple[Field[Abstimmung], ...] = (
    Field("einstimmig", UNANIMOUS, FLAG, lambda _, vote: vote.einmut is Einmut.EINSTIMMIG),
    *(_count_field(*one) for one in COUNTS),
)


def vote_field(vote_of: VoteOf[T]) -> Field[T]:
    """Return the field of a vote: null where it is not known."""

    def value(report: Report, item: T) -> Json:
        vote = vote_of(report, item)
        return record(report, VOTE, vote) if vote else None

    return Field(
        "abstimmung",
        "wie abgestimmt wurde; null: nicht bekannt",
        maybe(ref_to("abstimmung")),
        value,
    )


def vote_columns(vote_of: VoteOf[T]) -> tuple[Column[T], ...]:
    """Return the columns of a vote: empty where it is not known."""

    def unanimous(report: Report, item: T) -> str:
        vote = vote_of(report, item)
        return yes_no(vote.einmut is Einmut.EINSTIMMIG) if vote else ""

    def counted(number: Callable[[Abstimmung], int]) -> Callable[[Report, T], str]:
        def cell(report: Report, item: T) -> str:
            vote = vote_of(report, item)
            found = _counted(vote, number) if vote else None
            return "" if found is None else str(found)

        return cell

    return (
        Column("einstimmig", f"{UNANIMOUS}; leer: nicht bekannt", unanimous, ColumnKind.FLAG),
        *(
            Column(name, meaning, counted(number), ColumnKind.INTEGER)
            for name, meaning, number in COUNTS
        ),
    )
