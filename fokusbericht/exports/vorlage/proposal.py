"""The beginning of a draft decision: what it is about, who consults, what is put to the vote."""

from collections.abc import Iterator

from fokusbericht.exports.vorlage.blocks import (
    LINE,
    Blocks,
    heading,
    labelled,
    numbered,
    paragraph,
    paragraphs,
    table,
)
from fokusbericht.model.lives import Schritt, Stand
from fokusbericht.model.recommendations import Art, Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.text.blocks import Listing, Paragraph, ParagraphStyle, Table
from fokusbericht.text.formatting import format_date
from fokusbericht.words import phrases
from fokusbericht.words.german import begun
from fokusbericht.words.names import ARTEN, ERGEBNISSE, SCHRITTE, name_of_body
from fokusbericht.words.progress import state_of

TITLE = "Beschlussvorlage (Entwurf)"
DATIVE = {
    Art.HANDLUNGSEMPFEHLUNG: "der Handlungsempfehlung",
    Art.ZIELVORSCHLAG: "dem Zielvorschlag",
}
EXAMPLE = (
    "Beispiel: Dieser Entwurf zeigt, wie eine Beschlussvorlage aussehen kann. Die Empfehlung und "
    "ihr Verlauf sind erdacht, nichts davon ist ein Vorgang des Kreises."
)
UNWORDED = (
    "Der Fokusbericht enthält keinen ausformulierten Beschlussvorschlag. Dieser Satz folgt nur aus "
    "Art, Kennung und Titel; was die Zustimmung umfasst, ist vor der Beratung festzulegen."
)
UNKNOWN_COMMITTEE = "Welcher Ausschuss vorberät, ist dem Fokusbericht nicht zu entnehmen."
IN_CONSULTATION = (Stand.IN_BERATUNG, Stand.VERTAGT)
SESSIONS = {Schritt.AUSSCHUSS: "Vorberatung", Schritt.KREISTAG: "Entscheidung"}


def opening(report: Report, empfehlung: Handlungsempfehlung) -> Blocks:
    """Yield all that stands before the reasons."""
    yield paragraph(report.kreis.name, ParagraphStyle.SENDER)
    yield paragraph(TITLE, ParagraphStyle.TITLE)
    yield from _notices(report, empfehlung)
    yield from _facts(report, empfehlung)
    yield from _sequence(report, empfehlung)
    yield heading("Betreff")
    yield paragraph(f"{empfehlung.titel} ({_name(empfehlung)})")
    yield from _proposal(empfehlung)
    yield from _alternative(empfehlung)


def _name(empfehlung: Handlungsempfehlung) -> str:
    return f"{ARTEN[empfehlung.art]} {empfehlung.key.name}"


def _notices(report: Report, empfehlung: Handlungsempfehlung) -> Iterator[Paragraph]:
    if empfehlung.beispiel:
        yield paragraph(EXAMPLE, ParagraphStyle.NOTICE)
    version = format_date(empfehlung.geaendert)
    yield paragraph(
        f"Dieser Entwurf ist aus dem Fokusbericht zusammengestellt (Fassung vom {version}). "
        "Vor der Beratung ist er zu prüfen und zu ergänzen.",
        ParagraphStyle.NOTICE,
    )
    if report.kreis.hinweis:
        yield paragraph(report.kreis.hinweis, ParagraphStyle.NOTICE)


def _facts(report: Report, empfehlung: Handlungsempfehlung) -> Iterator[Paragraph]:
    titles = report.titles
    places = ", ".join(titles[ref.key] for ref in empfehlung.raeume)
    groups = ", ".join(titles[ref.key] for ref in empfehlung.zielgruppen)
    fields = ", ".join(titles[ref.key] for ref in empfehlung.handlungsfelder)
    facts = (
        ("Vorlage Nr.", _number(empfehlung)),
        ("Datum", LINE),
        ("Bezug", f"{_name(empfehlung)}, {report.kreis.titel}"),
        ("Stand", begun(state_of(empfehlung))),
        ("Zuständig", empfehlung.zustaendig),
        ("Handlungsfeld" if len(empfehlung.handlungsfelder) == 1 else "Handlungsfelder", fields),
        ("Für wen", groups),
        ("Wo", places),
    )
    for label, text in facts:
        if text:
            yield labelled(label, text, ParagraphStyle.FACT)


def _number(empfehlung: Handlungsempfehlung) -> str:
    """Return the number of the draft that is being consulted, or a line to write one on."""
    known = [step.vorlage for step in empfehlung.verlauf if step.vorlage]
    return known[-1] if known and empfehlung.stand() in IN_CONSULTATION else LINE


# --- Who consults -------------------------------------------------------------------------------


def _sequence(report: Report, empfehlung: Handlungsempfehlung) -> Iterator[Paragraph | Table]:
    is_held = empfehlung.stand() in IN_CONSULTATION
    held = list(_held(report, empfehlung)) if is_held else []
    committee = empfehlung.zustaendig if "ausschuss" in empfehlung.zustaendig.casefold() else ""
    open_rows = [("Kreistag", SESSIONS[Schritt.KREISTAG], LINE, LINE)]
    if not any(role == SESSIONS[Schritt.AUSSCHUSS] for _, role, _, _ in held):
        name = committee or f"Ausschuss: {LINE}"
        open_rows.insert(0, (name, SESSIONS[Schritt.AUSSCHUSS], LINE, LINE))
    head = ("Gremium", "Aufgabe", "Sitzung", "Ergebnis")
    yield table("Beratungsfolge", head, (*held, *open_rows), (4, 2, 3, 2))
    if not held and not committee:
        yield paragraph(UNKNOWN_COMMITTEE, ParagraphStyle.REMARK)


def _held(report: Report, empfehlung: Handlungsempfehlung) -> Iterator[tuple[str, str, str, str]]:
    """Yield the sessions of the consultation that is going on."""
    for step in empfehlung.verlauf:
        if step.schritt in SESSIONS:
            body = name_of_body(report, step) or SCHRITTE[step.schritt]
            result = ERGEBNISSE[step.ergebnis] if step.ergebnis else "nicht bekannt"
            yield body, SESSIONS[step.schritt], format_date(step.datum), result


# --- What is put to the vote --------------------------------------------------------------------


def _proposal(empfehlung: Handlungsempfehlung) -> Blocks:
    yield heading("Beschlussvorschlag")
    if empfehlung.beschlussvorschlag:
        yield from paragraphs(empfehlung.beschlussvorschlag, ParagraphStyle.DECISION)
        return
    title = empfehlung.titel.replace("„", "‚").replace("“", "‘")
    sentence = f"Der Kreistag stimmt {DATIVE[empfehlung.art]} {empfehlung.key.name} „{title}“ zu."
    yield paragraph(sentence, ParagraphStyle.DECISION)
    yield paragraph(UNWORDED, ParagraphStyle.REMARK)


def _alternative(empfehlung: Handlungsempfehlung) -> Blocks:
    yield heading("Alternativer Beschlussvorschlag")
    if empfehlung.alternative:
        yield from paragraphs(empfehlung.alternative, ParagraphStyle.DECISION)
        return
    yield paragraph("Je nach Ergebnis der Beratung kommen auch diese Beschlüsse in Betracht:")
    yield _alternatives(empfehlung)


def _alternatives(empfehlung: Handlungsempfehlung) -> Listing:
    what = f"{DATIVE[empfehlung.art]} {empfehlung.key.name}"
    gaps = phrases.listing(list(_gaps(empfehlung)))
    until = f", bis Angaben {gaps} vorliegen" if gaps else ""
    return numbered(
        (
            f"Der Kreistag stimmt {what} nicht zu.",
            f"Der Kreistag stimmt {what} in diesen Teilen zu: {LINE}",
            f"Der Kreistag vertagt die Entscheidung{until}.",
        )
    )


def _gaps(empfehlung: Handlungsempfehlung) -> Iterator[str]:
    """Yield what one would want to know before a decision, and the report does not say."""
    if not empfehlung.finanzen or not empfehlung.finanzen.kosten:
        yield "zu den Kosten"
    if not empfehlung.steuerungsrelevanz:
        yield "zur Steuerungsrelevanz"
    if not (empfehlung.haltung_text or empfehlung.haltung):
        yield "zur Haltung der Kommunen"
