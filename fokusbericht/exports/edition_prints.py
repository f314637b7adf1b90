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
    if not ausgabe.frozen:  # whose PDF is kept
        yield _output(report, ausgabe, bericht.place, ausgabe.pdf, "fokus.typ", set_out)
    slides = slides_of(ausgabe)
    yield _output(report, ausgabe, bericht.place, slides, "folien.typ", set_out_slides)


def _output(
    report: Report, ausgabe: Ausgabe, place: Place, file: str, template: str, form: SetOut
) -> Output:
    sources, makers = sources_of(report, template), dict(_makers(report, ausgabe))

    def put(files: Mapping[str, bytes]) -> bytes:
        drawings = {path.rpartition("/")[2]: drawing for path, drawing in files.items()}
        return typeset(form(ausgabe, sources, drawings, place))

    return Output(
        f"{folder_of(ausgabe)}{file}",
        ausgabe,
        lambda: put({path: make() for path, make in makers.items()}),
        place,
        recipe=sources.print_of(),
        parts=tuple(makers),
        assemble=put,
    )


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
