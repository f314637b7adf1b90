"""The figures of an edition as tables for programs: numbers without marks between their digits."""

import re

from fokusbericht.exports.table import csv_bytes
from fokusbericht.model.editions import Ausgabe, Illustration

GROUPED = re.compile(r"[−-]?\d{1,3}(?:\.\d{3})*(?:,\d+)?")
HEAD = ("indikator", "titel", "wert", "einheit", "jahr", "quelle", "lizenz", "heute")


def picture_csv(illustration: Illustration) -> bytes:
    """Return what a picture shows as CSV."""
    rows = (tuple(map(_bare, row)) for row in illustration.rows)
    return csv_bytes(illustration.columns, rows)


def figures_csv(ausgabe: Ausgabe) -> bytes:
    """Return all numbers of an edition as CSV, each with its year, source and licence."""
    rows = (
        (
            *(one.indicator, one.label, one.number, one.unit, one.year),
            *(one.source, one.licence, f"{ausgabe.base}{one.href}"),
        )
        for one in ausgabe.figures()
    )
    return csv_bytes(HEAD, rows)


def _bare(text: str) -> str:
    return text.replace(".", "").replace("−", "-") if GROUPED.fullmatch(text) else text
