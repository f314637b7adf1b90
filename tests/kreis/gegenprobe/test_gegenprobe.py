"""Every value of the county's tables is held against its source, read in a way of our own."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest
from kreis.gegenprobe import ours
from kreis.gegenprobe.cells import UNSURE, Key, Number, Numbers, decimals, judged
from kreis.gegenprobe.documents import KREIS, QUOTED, stands_there
from kreis.gegenprobe.folder import needs_folder, records
from kreis.gegenprobe.register import THEMES, WITNESSES, is_left_out
from kreis.gegenprobe.witnesses import said

CODES = "quellen/kreise/inkar_codebook.csv"
ABBREVIATION = re.compile(r"Kürzel (?:der Reihe in INKAR|im Deutschlandatlas): (\w+)")
KINDS = {8: "Kommune", 9: "Amt"}
# Reckoned by us from two other tables, and printed as such.
RECKONED = {"wanderungssaldo": ("zuzuege", "fortzuege")}


def test_each_table_has_a_witness() -> None:
    named = {*WITNESSES, *QUOTED, *RECKONED}
    assert [f"no witness for {name}" for name in ours.paths() if name not in named] == []


def test_no_witness_speaks_for_nothing_and_no_table_stands_twice() -> None:
    times = Counter(name for theme in (*THEMES, QUOTED, RECKONED) for name in theme)
    assert sorted(times.keys() - ours.paths().keys()) == []
    assert [name for name, count in times.items() if count > 1] == []


@needs_folder
@pytest.mark.parametrize("name", sorted(WITNESSES))
def test_values_are_those_of_the_source(name: str) -> None:
    assert "\n".join(faults(name)) == ""


def faults(name: str) -> list[str]:
    """Return what is wrong with the values of a table, each in a line."""
    table = ours.table(name).items()
    return [f"{key}: {fault}" for key, value in table for fault in doubts(name, key, value)]


def doubts(name: str, key: Key, value: Numbers) -> list[str]:
    """Return who says something else of a value, or that nobody says it to the last digit."""
    spoken = [(one, said(one)[key]) for one in WITNESSES[name] if key in said(one)]
    verdicts = [(one, theirs, judged(value, theirs)) for one, theirs in spoken]
    denied = [
        f"{told(value)}, but {one.name}: {told(theirs)}"
        for one, theirs, verdict in verdicts
        if verdict.denies and not (one.is_amendment and is_noted(name, theirs))
    ]
    is_proved = any(verdict.proves for *_, verdict in verdicts)
    heard = ", ".join(f"{one.name} {told(theirs)}" for one, theirs, _ in verdicts)
    return denied or ([] if is_proved else [f"{told(value)} is in no source ({heard})"])


def is_noted(name: str, numbers: Numbers) -> bool:
    """Say whether the note to a figure tells what a later file says."""
    return told(numbers).replace(".", ",") in ours.facts()[name]["hinweis"]


def told(numbers: Numbers) -> str:
    """Return numbers as a line of text."""
    return " / ".join(map(str, numbers))


@needs_folder
@pytest.mark.parametrize("name", sorted(WITNESSES))
def test_a_wrong_last_digit_would_be_found(name: str) -> None:
    known = {key: value for key, value in ours.table(name).items() if UNSURE not in value}
    wrong = {key: tuple(map(raised, value)) for key, value in known.items()}
    assert [key for key, value in wrong.items() if not doubts(name, key, value)] == []


def raised(value: Number) -> Number:
    """Return a number that is larger by one in its last digit."""
    return value if isinstance(value, str) else value + Decimal(1).scaleb(-decimals(value))


@needs_folder
@pytest.mark.parametrize("name", sorted(WITNESSES))
def test_no_value_of_the_source_is_missing(name: str) -> None:
    assert sorted({f"{key}: {told(value)}" for key, value in missing(name)}) == []


def missing(name: str) -> Iterator[tuple[Key, Numbers]]:
    """Yield what the sources know for areas and years of a table that has no value there."""
    table = ours.table(name)
    areas = ours.areas(ours.facts()[name]["ebene"])
    kinds = {kind_of(area) for area, _ in table}
    years = {year for _, year in table}
    for witness in WITNESSES[name]:
        for key, value in said(witness).items():
            is_asked = key[0] in areas and kind_of(key[0]) in kinds and key[1] in years
            if is_asked and key not in table and not is_left_out(name, key):
                yield key, value


def kind_of(area: str) -> str:
    """Return what an area is, by its key: itself where there is but one of its kind."""
    is_other = len(area) == len(KREIS) and area != KREIS
    return "another county" if is_other else KINDS.get(len(area), area)


@needs_folder
@pytest.mark.parametrize("name", sorted(WITNESSES))
def test_the_source_is_named_under_the_abbreviation_it_has(name: str) -> None:
    said_there = ours.facts()[name]["methode"]
    named = {*ABBREVIATION.findall(said_there)}
    assert named <= abbreviations(name)


def abbreviations(name: str) -> set[str]:
    """Return what the columns are called that speak for a table: in the atlas, in INKAR."""
    words = [one.name.split(": ") for one in WITNESSES[name]]
    codes = {row["variable"]: row["inkar_code"] for row in records(CODES)}
    return {codes.get(last, last) for _, *rest in words for last in rest}


@needs_folder
@pytest.mark.parametrize("name", sorted(QUOTED))
def test_values_stand_in_the_words_they_were_read_in(name: str) -> None:
    quotes = QUOTED[name]
    values = {key: value for key, (value, *_) in ours.table(name).items()}
    assert sorted(values) == sorted(quotes)
    assert [key for key in quotes if not stands_there(quotes[key], Decimal(values[key]))] == []


@pytest.mark.parametrize("name", sorted(RECKONED))
def test_what_we_reckon_is_right(name: str) -> None:
    first, second = (ours.table(part) for part in RECKONED[name])
    wrong = [
        f"{key}: {told(value)}"
        for key, value in ours.table(name).items()
        if value != (Decimal(first[key][0]) - Decimal(second[key][0]),)
    ]
    assert wrong == []
