"""/fokus/<name>/fokus-<name>.epub: each edition as a book for e-readers."""

from collections.abc import Iterator, Mapping
from functools import partial

from fokusbericht.building.output import Contents, Output
from fokusbericht.building.templates import print_of, source_of
from fokusbericht.editions import ausgabe_of
from fokusbericht.exports.edition_pictures import address_of_picture, pictures_of
from fokusbericht.exports.epub import STYLE, TEMPLATES, drawings_of, make_book
from fokusbericht.model.editions import Ausgabe
from fokusbericht.model.planning import Bericht
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report


def plan(report: Report) -> Iterator[Output]:
    """Plan the books of all editions."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each edition."""
    for name, bericht in report.berichte.items():
        yield Batch(name, partial(_plan, report, bericht))


def book_url(ausgabe: Ausgabe) -> str:
    """Return where an edition lies as a book."""
    return f"{ausgabe.url}fokus-{ausgabe.name}.epub"


def _plan(report: Report, bericht: Bericht) -> Iterator[Output]:
    ausgabe = ausgabe_of(report, bericht.key)
    if ausgabe is None:
        return
    folder = address_of_picture(ausgabe, "")[1:]
    paths = {name: f"{folder}{name}" for name in drawings_of(ausgabe)}

    def assemble(files: Mapping[str, bytes]) -> bytes:
        return make_book(report, ausgabe, {name: files[path] for name, path in paths.items()})

    yield Output(
        book_url(ausgabe)[1:],
        (ausgabe, source_of(report.root, STYLE)),
        lambda: assemble(Contents(pictures_of(report, bericht))),
        bericht.place,
        "".join(print_of(report, template) for template in TEMPLATES),
        parts=tuple(paths.values()),
        assemble=assemble,
    )
