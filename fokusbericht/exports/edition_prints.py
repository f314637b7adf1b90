"""/fokus/<name>/fokus-<name>.pdf and folien-<name>.pdf: an edition on paper, and on slides."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from fokusbericht.building.output import Output
from fokusbericht.editions import ausgabe_of
from fokusbericht.editions.illustrations import makers_of
from fokusbericht.exports.edition_pictures import PICTURES, folder_of
from fokusbericht.exports.print import typeset
from fokusbericht.exports.print.fokus import Drawings, set_out
from fokusbericht.exports.print.folien import set_out_slides
from fokusbericht.exports.print.manuscript import Manuscript, Sources, sources_of
from fokusbericht.load.frozen import FOLDER
from fokusbericht.model.editions import Ausgabe
from fokusbericht.model.planning import Bericht
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Place

SVG = ".svg"
SetOut = Callable[[Ausgabe, Sources, Drawings, Place], Manuscript]


def plan(report: Report) -> Iterator[Output]:
    """Plan the files of all editions."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each edition."""
    for name, bericht in report.berichte.items():
        yield Batch(name, partial(_plan, report, bericht))


def slides_of(ausgabe: Ausgabe) -> str:
    """Return the name of the file of its slides."""
    return f"folien-{ausgabe.name}.pdf"


def _plan(report: Report, bericht: Bericht) -> Iterator[Output]:
    ausgabe = ausgabe_of(report, bericht.key)
    if ausgabe is None:
        return
    makers = dict(_makers(report, ausgabe))
    for file, template, form in _forms(ausgabe):
        sources = sources_of(report, template)
        put = partial(_put, ausgabe, bericht.place, sources, form)
        yield Output(
            f"{folder_of(ausgabe)}{file}",
            ausgabe,
            partial(_put_all, put, makers),
            bericht.place,
            recipe=sources.print_of(),
            parts=tuple(makers),
            assemble=put,
        )


def _forms(ausgabe: Ausgabe) -> Iterator[tuple[str, str, SetOut]]:
    """Yield the names of its files, each with its template and how that is fed."""
    if not ausgabe.frozen:  # whose PDF is kept
        yield ausgabe.pdf, "fokus.typ", set_out
    yield slides_of(ausgabe), "folien.typ", set_out_slides


def _put(
    ausgabe: Ausgabe, place: Place, sources: Sources, form: SetOut, files: Mapping[str, bytes]
) -> bytes:
    drawings = {path.rpartition("/")[2]: drawing for path, drawing in files.items()}
    return typeset(form(ausgabe, sources, drawings, place))


def _put_all(
    put: Callable[[Mapping[str, bytes]], bytes], makers: Mapping[str, Callable[[], bytes]]
) -> bytes:
    return put({path: make() for path, make in makers.items()})


def _makers(report: Report, ausgabe: Ausgabe) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the files of the site that its drawings are, each with how it is drawn or kept."""
    folder = f"{folder_of(ausgabe)}{PICTURES}/"
    if ausgabe.frozen:
        kept = Path(report.root, FOLDER, ausgabe.name)
        for path in report.eingefroren[ausgabe.name].files:
            if path.startswith(f"{PICTURES}/") and path.endswith(SVG):
                yield f"{folder_of(ausgabe)}{path}", (kept / path).read_bytes
        return
    for one in ausgabe.illustrations():
        for end, _, make in makers_of(report, one):
            yield f"{folder}{one.name}{end}{SVG}", make
