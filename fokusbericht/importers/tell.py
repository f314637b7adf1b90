"""What an editor reads about an import, line by line."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from fokusbericht.importers.change import Difference, Jump, TableChange
from fokusbericht.importers.plan import Import
from fokusbericht.sources.numbers import cell_text

MOST_PROBLEMS = 40
MOST_NEW = 12
MOST_OTHERS = 60
MOST_JUMPS = 30


def lines_of(found: Import, writes: bool) -> Iterator[str]:
    """Yield the problems, or the changes with their jumps, and what to do next."""
    for note in found.notes:
        yield f"Hinweis: {note}"
    if found.problems:
        yield from (str(problem) for problem in found.problems[:MOST_PROBLEMS])
        count = len(found.problems)
        if count > MOST_PROBLEMS:
            yield f"… und {count - MOST_PROBLEMS} weitere, meist mit demselben Grund"
        spots = "Eine Stelle ist" if count == 1 else f"{count} Stellen sind"
        yield ""
        yield f"{spots} zu berichtigen. Nichts wurde geschrieben."
        return
    names = found.names or {}
    for change in found.changes:
        yield from _change(change, names)
    if all(change.is_empty for change in found.changes):
        yield "Nichts zu ändern."
    elif writes:
        yield "Geschrieben. Bitte in der Beschreibung „stand“ und „geaendert“ anpassen."
    else:
        yield "Noch nichts geschrieben. Mit --schreiben wird es übernommen."


def _change(change: TableChange, names: Mapping[str, str]) -> Iterator[str]:
    counts = (len(change.new), len(change.changed), len(change.removed), change.kept)
    words = ("neu", "geändert", "entfallen", "unverändert")
    told = ", ".join(f"{count} {word}" for count, word in zip(counts, words, strict=True))
    yield f"{change.path}: {told}"
    if change.more_exact:
        yield f"  genauer   bleiben {change.more_exact}, die in der Datei gerundet stehen"
    yield from _shortened("neu", change.new, names, MOST_NEW)
    yield from _shortened("geändert", change.changed, names, MOST_OTHERS)
    yield from _shortened("entfällt", change.removed, names, MOST_OTHERS)
    largest = sorted(change.jumps, key=_size, reverse=True)[:MOST_JUMPS]
    for jump in sorted(largest):
        yield f"  Sprung    {_jump(jump, names)}"
    if len(change.jumps) > MOST_JUMPS:
        yield f"  … und {len(change.jumps) - MOST_JUMPS} kleinere Sprünge"


def _shortened(
    word: str, differences: Sequence[Difference], names: Mapping[str, str], most: int
) -> Iterator[str]:
    for one in differences[:most]:
        values = " → ".join(value for value in (one.before, one.after) if value)
        yield f"  {word:9} {_name(one.raum, names)}{_year(one.jahr)}: {values}"
    if len(differences) > most:
        yield f"  {word:9} … und {len(differences) - most} weitere"


def _year(jahr: int) -> str:
    """Return a year; a map has none."""
    return f" {jahr}" if jahr else ""


def _size(jump: Jump) -> float:
    return float(abs(jump.after - jump.before) / abs(jump.before)) if jump.before else float("inf")


def _jump(jump: Jump, names: Mapping[str, str]) -> str:
    what = "" if jump.what == "Wert" else f" ({jump.what})"
    since = "vorher" if jump.since == jump.jahr else f"{jump.since}:"
    cut = "; dazwischen liegt ein Bruch der Zeitreihe" if jump.has_break else ""
    return (
        f"{_name(jump.raum, names)} {jump.jahr}{what}: {_short(jump.after)}, "
        f"{since} {_short(jump.before)}; {_share(jump)}{cut}"
    )


def _share(jump: Jump) -> str:
    """Return how far it goes, and how far is usual: „+197,0 %, sonst 0,5 % im Jahr“."""
    if not jump.before:
        return "von 0 aus"
    text = f"{(jump.after - jump.before) / abs(jump.before) * 100:+.1f} %"
    text += "" if jump.usual is None else f", sonst {jump.usual * 100:.1f} % im Jahr"
    return text.replace(".", ",").replace("-", "−")


def _short(number: Decimal) -> str:
    """Return a number with four digits at most after the comma; a share has endless ones."""
    return cell_text(round(number, 4))


def _name(raum: str, names: Mapping[str, str]) -> str:
    return f"{raum} {names.get(raum, '')}".strip()
