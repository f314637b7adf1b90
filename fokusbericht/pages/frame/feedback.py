"""„Etwas stimmt nicht auf dieser Seite?“: the ways to tell, with title and address filled in."""

from dataclasses import dataclass
from urllib.parse import quote

from fokusbericht.model.report import Report

QUESTION = "Was stimmt nicht? Was ist stattdessen richtig?"
BARRIER = "Auf welcher Seite ist die Barriere? Was hindert Sie daran, die Seite zu nutzen?"


@dataclass(frozen=True, slots=True)
class Feedback:
    """A link that opens a letter already begun, and a form; either may be empty."""

    mail: str
    form: str


def feedback_on(report: Report, title: str, address: str) -> Feedback | None:
    """Return how a reader tells what is wrong on a page; None where nobody is named."""
    lines = (QUESTION, "", "", f"Seite: {title}", f"Adresse: {address}")
    return _feedback(report, f"Rückmeldung zu „{title}“", lines)


def feedback_on_barriers(report: Report) -> Feedback | None:
    """Return how a reader tells of a barrier; None where nobody is named."""
    return _feedback(report, "Barriere melden", (BARRIER, "", ""))


def _feedback(report: Report, subject: str, lines: tuple[str, ...]) -> Feedback | None:
    kreis = report.kreis
    email = kreis.rueckmeldung.email or kreis.kontakt.email
    form = kreis.rueckmeldung.formular
    if not (email or form):
        return None
    # Who reads the letter shall know it when the site is none of their own.
    notice = (f"Hinweis auf der Website: {kreis.hinweis}",) if kreis.hinweis else ()
    letter = mail_link(email, f"{kreis.titel}: {subject}", (*lines, *notice)) if email else ""
    return Feedback(letter, form)


def mail_link(email: str, subject: str, lines: tuple[str, ...]) -> str:
    """Return an address that opens a letter already begun (RFC 6068)."""
    body = "\r\n".join(lines)
    return f"mailto:{quote(email, safe='@')}?subject={_quoted(subject)}&body={_quoted(body)}"


def _quoted(text: str) -> str:
    return quote(text, safe="")
