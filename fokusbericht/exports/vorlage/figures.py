"""The figures of a draft decision: of each indicator a sentence, a table and its course."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from fokusbericht.charts.vega.pixels import png
from fokusbericht.exports.vorlage.blocks import Blocks, heading, paragraph, paragraphs, table
from fokusbericht.exports.word import InlinePicture, WordBlock
from fokusbericht.figures.course import course_path, course_png
from fokusbericht.figures.embeds import (
    BlankView,
    DiagrammView,
    KarteView,
    KennzahlView,
    TabelleView,
    measured_areas,
)
from fokusbericht.figures.photographs import BildView, plain_form, shown_width
from fokusbericht.figures.pictures import drawn_areas, line_chart
from fokusbericht.maps import map_svg
from fokusbericht.media.pictures import encode
from fokusbericht.media.vector import CleanVector, clean
from fokusbericht.model.base import Kind
from fokusbericht.model.figures import Indikator
from fokusbericht.model.places import Geografie
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.blocks import Paragraph, ParagraphStyle, Run, Table
from fokusbericht.text.references import figure_of
from fokusbericht.views import Cell
from fokusbericht.words import phrases
from fokusbericht.words.citing import permalink
from fokusbericht.words.county import sentence
from fokusbericht.words.numbers import number_cell, source_line
from fokusbericht.words.secret import WORDS_NOTE, has_secret

NO_FIGURES = "Zahlen sind dieser Empfehlung im Fokusbericht nicht zugeordnet."
NO_VALUES = "Für den Kreis und seine Räume liegt kein Wert vor."
WORD_WIDTH = 1200  # px; sharp on paper across the column


def course_of(report: Report, files: Mapping[str, bytes], name: str) -> bytes:
    """Return the course of an indicator: the file of the site, where it is at hand, else drawn."""
    return files.get(course_path(name)) or course_png(report, name)


def courses_in(
    report: Report, empfehlung: Handlungsempfehlung, embeds: Iterable[tuple[str, object]]
) -> tuple[str, ...]:
    """Return the files of the site that a draft shows; `embeds` are those of its text."""
    shown = [figure_of(said)[0] for said, data in embeds if isinstance(data, DiagrammView)]
    names = [ref.key.name for ref in empfehlung.indikatoren]
    drawn = (name for name in names if line_chart(messungen(report)[name]))
    return tuple(dict.fromkeys(course_path(name) for name in (*drawn, *shown)))


def figures(report: Report, empfehlung: Handlungsempfehlung, files: Mapping[str, bytes]) -> Blocks:
    """Yield the section on figures; `files` of the site need not be drawn again."""
    yield heading("Zahlen dazu")
    if not empfehlung.indikatoren:
        yield paragraph(NO_FIGURES)
    for ref in empfehlung.indikatoren:
        yield from _figure(report, empfehlung, report.indikatoren[ref.key.name], files)


def _figure(
    report: Report,
    empfehlung: Handlungsempfehlung,
    indikator: Indikator,
    files: Mapping[str, bytes],
) -> Blocks:
    messung = messungen(report)[indikator.key.name]
    year = messung.year
    yield heading(indikator.titel + " (Beispiel)" * indikator.beispiel, 2)
    yield paragraph(indikator.kurz)
    if year:
        yield from _values(empfehlung, messung, year)
    else:
        yield paragraph(NO_VALUES)
    yield from _course(report, messung, files)
    if indikator.hinweis:
        yield paragraph(indikator.hinweis, ParagraphStyle.REMARK)
    yield _origin(source_line(indikator, year), permalink(report.kreis, indikator))


def _values(empfehlung: Handlungsempfehlung, messung: Messung, year: int) -> Blocks:
    indikator = messung.indikator
    said = sentence(messung, year)
    if said:
        yield paragraph(said)
    areas = (*measured_areas(messung), *_named_kommunen(empfehlung, messung))
    if said and len(areas) == 1:
        return  # a table of one row would say it again
    rows = [
        (_area(messung.geografie, area), _text(number_cell(indikator, messung.at(area, year))))
        for area in areas
    ]
    head = ("Raum", indikator.einheit or "Wert")
    yield table(f"{indikator.titel}, {year}", head, rows, (3, 2), numbers=(1,))
    if has_secret(messung.at(area, year) for area in areas):
        yield paragraph(WORDS_NOTE, ParagraphStyle.REMARK)


def _named_kommunen(empfehlung: Handlungsempfehlung, messung: Messung) -> Iterator[str]:
    """Yield the Kommunen that the recommendation is about, or their Ämter, that have figures."""
    named = {ref.key for ref in empfehlung.raeume if ref.key.kind is Kind.KOMMUNE}
    kommunen = messung.geografie.kommunen.items()
    found = (messung.area_of(ags) for ags, kommune in kommunen if kommune.key in named)
    yield from dict.fromkeys(area for area in found if area in messung.levels)


def _area(geografie: Geografie, area: str) -> str:
    """Return the name of an area; that of a room or Kommune says what it is, as many share one."""
    kommune = geografie.kommunen.get(area)
    return f"{kommune.name} ({kommune.art})" if kommune else geografie.name_of(area)


def _text(cell: Cell) -> str:
    # On paper and in Word nothing can be heard that is not seen: marks become words.
    text = cell.spoken or cell.text or "keine Angabe"
    return f"{text} ({cell.note})" if cell.note else text


def _course(report: Report, messung: Messung, files: Mapping[str, bytes]) -> Blocks:
    indikator = messung.indikator
    chart = line_chart(messung)
    if chart is None:
        return
    drawn = drawn_areas(messung)
    names = phrases.listing([messung.geografie.name_of(area) for area in drawn])
    alt = f"{chart.title}: Liniendiagramm für {names}. {chart.description}"
    yield InlinePicture(course_of(report, files, indikator.key.name), alt.strip())
    yield from paragraphs(chart.description)
    for bruch in indikator.brueche:
        text = f"{bruch.grund.rstrip('.')}. Werte vor und ab {bruch.jahr} sind nicht vergleichbar."
        yield paragraph(text, ParagraphStyle.REMARK)


def _origin(source: str, address: str) -> Paragraph:
    return Paragraph(
        (Run(f"Quelle: {source}. "), Run(address, href=address)), ParagraphStyle.REMARK
    )


# --- In the middle of a text --------------------------------------------------------------------


def embedded(report: Report, argument: str, data: object, files: Mapping[str, bytes]) -> Blocks:
    """Yield what an embed in a text becomes; `data` is what its component would draw."""
    if isinstance(data, BlankView):
        yield paragraph(f"Noch einzutragen: {data.text}", ParagraphStyle.NOTICE)
        return
    if isinstance(data, BildView):
        yield InlinePicture(_photo(report, argument), data.alt)
        yield paragraph(
            ". ".join(filter(None, (data.caption.rstrip("."), data.credit))), ParagraphStyle.REMARK
        )
        return
    assert isinstance(data, KarteView | DiagrammView | KennzahlView | TabelleView)
    yield _drawn(report, argument, data, files)
    if not isinstance(data, TabelleView) and data.sentence:
        yield paragraph(data.sentence)
    if not isinstance(data, DiagrammView) and data.note:
        yield paragraph(data.note, ParagraphStyle.REMARK)
    yield _origin(data.source, report.kreis.basis_url + data.href)


def _photo(report: Report, name: str) -> bytes:
    """Return a picture of a text in a form that Word can show."""
    bild = report.bilder[name]
    path = Path(report.root, bild.datei)
    if bild.is_drawing():
        drawing = clean(path.read_bytes())
        assert isinstance(drawing, CleanVector)
        return png(drawing.svg.decode(), WORD_WIDTH / max(drawing.width, drawing.height))
    return encode(path, min(shown_width(bild), WORD_WIDTH), plain_form(bild))


def _drawn(
    report: Report,
    argument: str,
    data: KarteView | DiagrammView | KennzahlView | TabelleView,
    files: Mapping[str, bytes],
) -> WordBlock:
    if isinstance(data, KarteView):
        view = data.svg.view
        drawing = map_svg(report.geografie, view, standalone=True)
        return InlinePicture(png(drawing), f"{view.title}. {view.description}")
    if isinstance(data, DiagrammView):
        return InlinePicture(course_of(report, files, figure_of(argument)[0]), data.picture.alt)
    if isinstance(data, TabelleView):
        return _table(data)
    value = f"{data.value}\u202f{data.unit}" if data.unit else data.value
    return Paragraph((Run(f"{data.label}: "), Run(value, bold=True)))


def _table(data: TabelleView) -> Table:
    rows = (tuple(_text(cell) for cell in row) for row in data.rows)
    return table(data.caption, data.head, rows, (3, 2), numbers=(1,))
