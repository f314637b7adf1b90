"""What tables and data files say in plain words: texts, links and sources without our own marks."""

import re
from collections.abc import Iterable

from fokusbericht.model.base import Key, Kind, Quelle, Ref, Text
from fokusbericht.model.report import Report
from fokusbericht.text.prose import EMBED, LINK, label_of, replaced_outside_of_code
from fokusbericht.text.references import PICTURE_EMBED, TEXT_EMBEDS, figure_of
from fokusbericht.urls import url_of

SEPARATOR = " | "  # between several values in one cell: titles have commas of their own


def resolved(report: Report, text: Text) -> str:
    """Return a text as plain Markdown.

    `[[kommune:elmshorn|in Elmshorn]]` becomes its label or title, and what is drawn on the page is
    named: `{{ karte: leerstandsquote, 2022 }}` becomes "[Karte: Leerstandsquote, 2022]".
    """

    def figure(match: re.Match[str]) -> str:
        return _figure(report, match[1], match[2])

    def words(match: re.Match[str]) -> str:
        return label_of(match) or _title(report, match[1])

    source = replaced_outside_of_code(EMBED, text.source, figure)
    return replaced_outside_of_code(LINK, source, words).strip()


def _title(report: Report, target: str) -> str:
    key = report.find(target.strip())
    return report.titles[key] if key else target.strip()


def _figure(report: Report, name: str, argument: str) -> str:
    if name in TEXT_EMBEDS:
        return f"[Noch zu ergänzen: {argument}]"
    if name == PICTURE_EMBED:
        return f"[Bild: {report.bilder[argument].alt or argument}]"
    indikator, year = figure_of(argument)
    title = report.titles[Key(Kind.INDIKATOR, indikator)]
    return f"[{name.capitalize()}: {title}{f', {year}' if year else ''}]"


def permalink(report: Report, key: Key) -> str:
    """Return the full address of a thing."""
    return report.kreis.basis_url + url_of(report, key)


def names(refs: Iterable[Ref]) -> str:
    """Return the keys of things of one kind as one cell: wohnen | armut."""
    return SEPARATOR.join(ref.key.name for ref in refs)


def titles(report: Report, refs: Iterable[Ref]) -> str:
    """Return the titles of things as one cell."""
    return SEPARATOR.join(report.titles[ref.key] for ref in refs)


def mixed(keys: Iterable[Key]) -> str:
    """Return the keys of things of several kinds as one cell: raum:kreis | kommune:wedel."""
    return SEPARATOR.join(str(key) for key in keys)


def sources(quellen: Iterable[Quelle]) -> str:
    """Return sources as one cell, each with its address."""
    return SEPARATOR.join(f"{one.name} <{one.url}>" if one.url else one.name for one in quellen)


def yes_no(value: bool) -> str:
    """Return a flag as a German word."""
    return "ja" if value else "nein"
