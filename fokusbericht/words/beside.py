"""Places side by side: how far their figures are apart, and all of it in a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fokusbericht.model.figures import Indikator
from fokusbericht.statistics.standing_out import FEWEST
from fokusbericht.text.formatting import format_number, format_quantity
from fokusbericht.words.german import SMALL
from fokusbericht.words.phrases import listing

MORE, LESS, ALIKE = "mehr", "weniger", "gleich"  # how a figure is to the first; also its style
GREATEST = 2  # so many of the greatest differences are told

DIFFERENCES = {MORE: "mehr", LESS: "weniger", ALIKE: "ähnlich"}
_VERBS = ("ist", "sind")
OF_MANY, OF_TWO = ("höchsten", "niedrigsten"), ("höheren", "niedrigeren")
AT = ("keiner", "einer")
FORMS: Mapping[str, object] = {
    "differences": DIFFERENCES,
    "verbs": _VERBS,
    "of_many": OF_MANY,
    "of_two": OF_TWO,
    "at": AT,
}
CSV_HEAD = ("ebene", "raum_schluessel", "raum", "indikator", "titel", "jahr", "wert", "einheit")
SAID: Mapping[str, str] = {
    "heading": "{own} neben {others}",
    "few": "zu wenige Fälle",
    "whole_amt": "ganzes Amt",
    "percent": "Prozent",
    "report_year": "Bericht {year}",
    "vague": "wenige Fälle",
    # the sentence
    "sentence": (
        "{own} hat bei {higher} von {all} Zahlen den {highest} Wert und bei {lower} den {lowest}; "
        "{alike} {are} {where}ähnlich."
    ),
    "everywhere": "überall ",
    "one": "Nur eine wichtige Zahl lässt sich für diese Orte vergleichen.",
    "none": "Keine der wichtigen Zahlen lässt sich für diese Orte vergleichen.",
    # the greatest differences
    "higher": "{title}: höher",
    "lower": "{title}: niedriger",
    "topic": "{title} {year}",
    "report_topic": "{title} im Bericht {year}",
    "nearest": "{topic}: {value}; am nächsten kommt {name} ({other}).",
    "other": "{topic}: {value}, für {name} {other}.",
    # the table
    "columns": "Zahl",
    "caption": "{heading}: die wichtigsten Zahlen",
    "caption_more": "{heading}: {theme}, weitere Zahlen",
    "source": "Quelle: {names}",
    "sources": "Quellen: {names}",
    "more_one": "Eine weitere Zahl",
    "more": "{count} weitere Zahlen",
    "note": (
        "▲ mehr, ▼ weniger als {own}, in der Einheit der Zeile; ≈ ähnlich: höchstens ein Zehntel "
        "oder ein halber Prozentpunkt Unterschied. Nicht verglichen werden Anzahlen, denn sie "
        "folgen der Größe des Ortes, und Werte aus anderen Jahren, eines ganzen Amtes oder aus "
        "zu wenigen Fällen."
    ),
}


def phrases() -> Mapping[str, object]:
    """Return what the script says and goes by, too."""
    rules = {"csv": CSV_HEAD, "greatest": GREATEST, "fewest": FEWEST}
    return {**SAID, **FORMS, **rules}


def _said(phrase: str, /, **values: object) -> str:
    return SAID[phrase].format(**values)


def heading(names: Sequence[str]) -> str:
    """Return who stands beside whom: "Elmshorn neben Pinneberg und Wedel"."""
    return _said("heading", own=names[0], others=listing(names[1:]))


def amount_of(indikator: Indikator, kind: str, apart: int) -> str:
    """Return by how much a figure is more or less than the first: "2,1"; in whole last digits."""
    digits = indikator.dezimalstellen
    return "" if kind == ALIKE else format_number(abs(apart) / 10**digits, digits)


def unit_line(indikator: Indikator, year: int) -> str:
    """Return what the numbers of a row are: "Prozent, 2022", "Personen, Bericht 2025"."""
    unit = _said("percent") if indikator.einheit == "%" else indikator.einheit
    when = _said("report_year", year=year) if indikator.jahr_des_berichts else str(year or "")
    vague = _said("vague") if indikator.unsicherheit else ""
    return ", ".join(part for part in (unit, when, vague) if part)


@dataclass(frozen=True, slots=True)
class Count:
    """How many figures are higher for the first place than for all others, lower, or alike."""

    every: int
    higher: int
    lower: int
    alike: int


def sentence(names: Sequence[str], count: Count) -> str:
    """Return how many figures are higher, lower, alike."""
    if count.every < 2:
        return _said("one" if count.every else "none")
    many = len(names) > 2
    highest, lowest = OF_MANY if many else OF_TWO
    return _said(
        "sentence",
        own=names[0],
        all=_number(count.every),
        higher=_among(count.higher),
        highest=highest,
        lower=_among(count.lower),
        lowest=lowest,
        alike=_number(count.alike),
        are=_verb(count.alike),
        where=_said("everywhere") if many else "",
    )


def _number(count: int) -> str:
    return SMALL[count] if count < len(SMALL) else str(count)


def _among(count: int) -> str:
    """Return a number as a dative: bei keiner, bei einer, bei zwei."""
    return AT[count] if count < len(AT) else _number(count)


def _verb(count: int) -> str:
    return _VERBS[count > 1]


@dataclass(frozen=True, slots=True)
class Greatest:
    """One of the greatest differences: what it is called, and the figures."""

    title: str
    text: str


def greatest(
    indikator: Indikator, year: int, own: float, nearest: float, name: str, is_alone: bool
) -> Greatest:
    """Return a great difference in words; `name` is the place whose figure comes nearest."""
    is_higher = own > nearest
    wording = indikator.wortlaut
    said = (wording.mehr if is_higher else wording.weniger) if wording else ""
    title = said or _said("higher" if is_higher else "lower", title=indikator.titel)
    topic = "report_topic" if indikator.jahr_des_berichts else "topic"
    value, other = (
        format_quantity(one, indikator.einheit, indikator.dezimalstellen) for one in (own, nearest)
    )
    return Greatest(
        title,
        _said(
            "other" if is_alone else "nearest",
            topic=_said(topic, title=indikator.titel, year=year),
            value=value,
            other=other,
            name=name,
        ),
    )


def more(count: int) -> str:
    """Return how many figures are folded away: "Eine weitere Zahl", "23 weitere Zahlen"."""
    return _said("more_one") if count == 1 else _said("more", count=count)


def sources(indikatoren: Iterable[Indikator]) -> str:
    """Return where figures are from, each source once."""
    names = tuple(dict.fromkeys(one.quelle.name for one in indikatoren))
    return _said("source" if len(names) == 1 else "sources", names="; ".join(names))


def explanation(own: str) -> str:
    """Return how the marks of the table are read, and what is not compared."""
    return _said("note", own=own)


def caption(names: Sequence[str], theme: str = "") -> str:
    """Return what a table holds: the telling figures, or the others of a theme."""
    name = "caption_more" if theme else "caption"
    return _said(name, heading=heading(names), theme=theme)
