"""Handouts as tests read them: as lines of text, and as PDF."""

from collections.abc import Iterator
from dataclasses import astuple
from io import BytesIO

import pikepdf

from fokusbericht.hefte.heft import Heft, HeftPart, HeftTable
from fokusbericht.text.blocks import runs_of


def lines(heft: Heft) -> Iterator[str]:
    """Yield all that a handout says, with the rank of what may be left out."""
    yield f"{heft.kind}: {heft.title}"
    yield heft.lead
    for number, page in enumerate(heft.pages, 1):
        yield f"--- Seite {number} ---"
        for part in page:
            yield from ("", f"## {part.title}")
            yield from filter(None, (part.lead, *_content(part), part.note))
    yield from ("", "## Quellen", *(f"{one.name} ({one.licence})" for one in heft.sources))
    yield heft.address


def _content(part: HeftPart) -> Iterator[str]:
    for figure in part.figures:
        yield "Zahl: " + " | ".join(astuple(figure))
    for one in part.sentences:
        yield f"{one.rank}: {one.heading}. {one.text}" + (f" ({one.heard})" if one.heard else "")
    for picture in part.illustrations:
        yield f"Bild: {picture.alt} {picture.caption} {picture.source}"
    for text in part.blocks:
        yield f"{text.rank}: " + "".join(run.text for run in runs_of(text.block))
    for matter in part.entries:
        told = matter.entry
        yield f"{matter.rank}: {told.title}. {told.kind} · {told.state}. {told.text}"
        yield from (f"   {note}" for note in told.notes)
    if part.table:
        yield from _rows(part.table)


def _rows(table: HeftTable) -> Iterator[str]:
    yield " | ".join(table.head)
    for group in table.groups:
        yield from filter(None, [group.title])
        yield from (f"{row.rank}: " + " | ".join(row.cells) for row in group.rows)


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as found:
        return len(found.pages)
