"""What the report knows beside the reasons: grading, money, stances, history, sources."""

from collections.abc import Iterator

from fokusbericht.exports.vorlage.blocks import (
    Blocks,
    heading,
    labelled,
    linked,
    listing,
    paragraph,
    paragraphs,
    table,
)
from fokusbericht.figures.stances import StancesView, stances_view
from fokusbericht.model.base import Quelle
from fokusbericht.model.lives import Verlaufsschritt
from fokusbericht.model.recommendations import Art, Einschaetzung, Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.text.blocks import Listing, Paragraph, ParagraphStyle, Run, Table
from fokusbericht.text.formatting import format_date
from fokusbericht.words import phrases
from fokusbericht.words.names import ERGEBNISSE, SCHRITTE, STUFEN, name_of_body

NO_GRADING = "Eine Einschätzung der Steuerungsgruppe liegt dem Fokusbericht nicht vor."
NO_REASON = "Eine Begründung der Einstufung liegt dem Fokusbericht nicht vor."
NO_COSTS = "Zu den Kosten liegt dem Fokusbericht keine Angabe vor."
NO_MEANS = "Wie die Umsetzung bezahlt werden kann, ist dem Fokusbericht nicht zu entnehmen."
NO_STANCE = "Zur Haltung der Kommunen liegt dem Fokusbericht keine Angabe vor."
NO_SOURCES = "Der Fokusbericht nennt keine Quellen."
INVENTED = "Das Beispiel ist erdacht; Quellen gibt es nicht."
NO_GROUP = {
    Art.HANDLUNGSEMPFEHLUNG: "Welche Fokusgruppe die Handlungsempfehlung vorgelegt hat, ist dem "
    "Fokusbericht nicht zu entnehmen.",
    Art.ZIELVORSCHLAG: "Welche Fokusgruppe den Zielvorschlag vorgelegt hat, ist dem Fokusbericht "
    "nicht zu entnehmen.",
}


def grading(empfehlung: Handlungsempfehlung) -> Blocks:
    """Yield how the steering group graded it, by which criteria and why."""
    yield heading("Einschätzung der Steuerungsgruppe")
    stufe, found = empfehlung.steuerungsrelevanz, empfehlung.einschaetzung
    if stufe:
        yield labelled("Steuerungsrelevanz", STUFEN[stufe])
    if found:
        yield from _graded(found)
    else:
        yield paragraph(NO_REASON if stufe else NO_GRADING)


def _graded(found: Einschaetzung) -> Blocks:
    yield from paragraphs(found.begruendung)
    if found.kriterien:
        rows = ((one.name, STUFEN[one.stufe], one.grund or "–") for one in found.kriterien)
        head = ("Kriterium", "Einstufung", "Grund")
        yield table("Einstufung nach Kriterien", head, rows, (3, 3, 5))
    yield paragraph(f"Eingeschätzt {phrases.when(found.datum)}.", ParagraphStyle.REMARK)
    if found.antwort:
        yield heading("Antwort an die Fokusgruppe", 2)
        yield from paragraphs(found.antwort)


def closing(report: Report, empfehlung: Handlungsempfehlung) -> Blocks:
    """Yield what stands after the figures, but for the sources."""
    yield from _money(empfehlung)
    yield heading("Haltung der Kommunen")
    yield from _stances(stances_view(report, empfehlung))
    yield from _participation(report, empfehlung)
    yield heading("Bisheriger Verlauf")
    yield _history(report, empfehlung)


def _stances(view: StancesView | None) -> Blocks:
    if view is None:
        yield paragraph(NO_STANCE)
        return
    yield from paragraphs(view.text)
    if view.rows:
        yield paragraph(view.sentence)
        rows = (tuple(cell.text or "–" for cell in row) for row in view.rows)
        yield table("Was die Kommunen sagen", view.head, rows, (3, 2, 3, 5))


def _money(empfehlung: Handlungsempfehlung) -> Blocks:
    finanzen = empfehlung.finanzen
    costs = finanzen.kosten if finanzen else ""
    means = finanzen.moeglichkeiten if finanzen else ""
    yield heading("Finanzielle Auswirkungen")
    yield labelled("Kosten", costs) if costs else paragraph(NO_COSTS)
    yield labelled("Möglichkeiten der Finanzierung", means) if means else paragraph(NO_MEANS)


def _participation(report: Report, empfehlung: Handlungsempfehlung) -> Blocks:
    yield heading("Beteiligung")
    groups, before = empfehlung.fokusgruppen, empfehlung.vorgaenger
    if groups:
        yield paragraph("Vorgelegt von:")
        yield listing((linked(report, ref.key),) for ref in groups)
    else:
        yield paragraph(NO_GROUP[empfehlung.art])
    if before:
        yield paragraph("Geht zurück auf:")
        yield listing((linked(report, ref.key), Run(f" ({ref.key.name})")) for ref in before)


def _history(report: Report, empfehlung: Handlungsempfehlung) -> Table:
    rows = tuple(
        ((Run(format_date(step.datum)),), (Run(_title(report, step)),), tuple(_what(report, step)))
        for step in empfehlung.verlauf
    )
    return Table("Was bisher geschah", ("Datum", "Schritt", "Was geschah"), rows, (3, 3, 6))


def _title(report: Report, step: Verlaufsschritt) -> str:
    title = name_of_body(report, step) or SCHRITTE[step.schritt]
    return f"{title}: {ERGEBNISSE[step.ergebnis]}" if step.ergebnis else title


def _what(report: Report, step: Verlaufsschritt) -> Iterator[Run]:
    yield Run(step.text)
    if step.vorlage:
        yield Run(f" Vorlage {step.vorlage}.")
    if step.beschluss:
        yield Run(" Beschluss: ")
        yield linked(report, step.beschluss.key)


def sources(empfehlung: Handlungsempfehlung) -> Paragraph | Listing:
    """Return the sources, or that there are none."""
    if not empfehlung.quellen:
        return paragraph(INVENTED if empfehlung.beispiel else NO_SOURCES)
    return listing(_source(quelle) for quelle in empfehlung.quellen)


def _source(quelle: Quelle) -> Iterator[Run]:
    parts = [quelle.name]
    parts += [f"Stand {format_date(quelle.stand)}"] if quelle.stand else []
    parts += [f"Lizenz: {quelle.lizenz}"] if quelle.lizenz else []
    hint = f" ({quelle.hinweis})" if quelle.hinweis else ""
    yield Run(", ".join(parts) + hint)
    if quelle.url:
        yield Run(". ")
        yield Run(quelle.url, href=quelle.url)
