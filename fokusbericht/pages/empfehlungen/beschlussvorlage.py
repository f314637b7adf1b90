"""/handlungsempfehlungen/<id>/beschlussvorlage.docx: a draft decision, where none has been taken.

What is known to the report is put into the form in which a Kreistag decides; what is not known
is said. Nothing is proposed that the recommendation does not say itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.exports.vorlage.blocks import Blocks, heading, listing, paragraph
from fokusbericht.exports.vorlage.figures import courses_in, embedded, figures
from fokusbericht.exports.vorlage.proposal import TITLE, opening
from fokusbericht.exports.vorlage.report import closing, grading, sources
from fokusbericht.exports.word import Document, InlinePicture, WordBlock, to_docx
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.empfehlung import citation
from fokusbericht.pages.frame.texts import prose_view
from fokusbericht.statistics.messung import messungen
from fokusbericht.text.blocks import Paragraph, Run, runs_of
from fokusbericht.text.from_html import blocks_of_html
from fokusbericht.text.prose import as_markdown_link, to_html
from fokusbericht.urls import draft_url, path_of
from fokusbericht.views import ProseView
from fokusbericht.words.names import ARTEN

EXAMPLE_HEAD = "Beispiel, erdachter Inhalt – kein Vorgang des Kreises"

BETWEEN = "<!-- Einbettung -->"


@dataclass(frozen=True, slots=True)
class DraftView:
    """All that a draft is made of; figures are drawn late, and stand here as fingerprints."""

    document: Document  # without its blocks
    opening: tuple[WordBlock, ...]
    lead: str
    reasons: ProseView
    grading: tuple[WordBlock, ...]
    figures: tuple[tuple[str, ...], ...]
    closing: tuple[WordBlock, ...]
    sources: tuple[WordBlock, ...]
    citation: str


def plan(report: Report) -> Iterator[Output]:
    """Plan the drafts of the recommendations that the Kreistag has still to decide on."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for name in report.empfehlungen:
        yield Batch(name, partial(_plan_draft, report, name))


def _plan_draft(report: Report, name: str) -> Iterator[Output]:
    empfehlung = report.empfehlungen[name]
    if empfehlung.is_undecided():
        view = _view(report, empfehlung)
        put = partial(_make, report, empfehlung, view)
        embeds = [(name.partition(": ")[2], one.data) for name, one in view.reasons.embeds.items()]
        yield Output(
            path_of(draft_url(empfehlung.key)),
            view,
            partial(put, {}),
            empfehlung.place,
            parts=courses_in(report, empfehlung, embeds),
            assemble=put,
        )


def _view(report: Report, empfehlung: Handlungsempfehlung) -> DraftView:
    return DraftView(
        document=_document(report, empfehlung),
        opening=tuple(opening(report, empfehlung)),
        lead=empfehlung.kurz,
        reasons=prose_view(report, empfehlung.body),
        grading=tuple(grading(empfehlung)),
        figures=tuple(_ingredients(report, empfehlung)),
        closing=tuple(closing(report, empfehlung)),
        sources=(heading("Quellen"), sources(empfehlung)),
        citation=citation(report, empfehlung),
    )


def _document(report: Report, empfehlung: Handlungsempfehlung) -> Document:
    kreis, name = report.kreis, f"{ARTEN[empfehlung.art]} {empfehlung.key.name}"
    head = f"{EXAMPLE_HEAD} · {name}" if empfehlung.beispiel else f"{TITLE} · {name}"
    return Document(
        title=f"{TITLE}: {empfehlung.titel}",
        subject=f"{'Beispiel: ' * empfehlung.beispiel}{name}",
        author=kreis.titel,
        changed=empfehlung.geaendert,
        head=head,
        foot=f"{kreis.titel} {kreis.name}",
        accent=kreis.akzent,
        blocks=(),
    )


def _ingredients(report: Report, empfehlung: Handlungsempfehlung) -> Iterator[tuple[str, ...]]:
    for ref in empfehlung.indikatoren:
        indikator = report.indikatoren[ref.key.name]
        digest = messungen(report)[ref.key.name].fingerprint()
        example = "beispiel" if indikator.beispiel else ""
        yield ref.key.name, digest, indikator.kurz, indikator.hinweis, example


def _make(
    report: Report,
    empfehlung: Handlungsempfehlung,
    view: DraftView,
    files: Mapping[str, bytes],
) -> bytes:
    where, _, address = view.citation.rpartition(" ")
    reasons = tuple(_reasons(report, view, address, files))
    blocks = (
        *view.opening,
        heading("Begründung"),
        paragraph(view.lead),
        *reasons,
        *view.grading,
        *figures(report, empfehlung, files),
        *view.closing,
        *view.sources,
        *_addresses(reasons),
        heading("Fundstelle"),
        Paragraph((Run(f"{where} "), Run(address, href=address))),
    )
    return to_docx(replace(view.document, blocks=blocks))


def _reasons(report: Report, view: DraftView, address: str, files: Mapping[str, bytes]) -> Blocks:
    """Yield the text of the recommendation, what it embeds among it."""
    base = report.kreis.basis_url

    def link(target: str, label: str) -> str:
        href, title = view.reasons.links[target]
        return as_markdown_link(label or title, base + href)

    figures: list[tuple[str, str]] = []

    def embed(name: str, argument: str) -> str:
        figures.append((name, argument))
        return BETWEEN

    html = to_html(view.reasons.source, link, embed).replace('href="#', f'href="{address}#')
    first, *rest = html.split(BETWEEN)
    yield from blocks_of_html(first)
    for (name, argument), after in zip(figures, rest, strict=True):
        data = view.reasons.embeds[f"{name}: {argument}"].data
        yield from embedded(report, argument, data, files)
        yield from blocks_of_html(after)


def _addresses(reasons: tuple[WordBlock, ...]) -> Blocks:
    """Yield the addresses behind the links of the text, for those who read it on paper."""
    found: dict[str, str] = {}
    texts = [block for block in reasons if not isinstance(block, InlinePicture)]
    for block in texts:
        for run in runs_of(block):
            if run.href.startswith("http") and run.text != run.href:
                found.setdefault(run.href, run.text)
    if found:
        yield heading("Im Text verlinkt", 2)
        yield listing((Run(f"{text}: "), Run(href, href=href)) for href, text in found.items())
