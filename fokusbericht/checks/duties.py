"""What the law wants on a public site: who answers for it, what happens to data, accessibility."""

from collections.abc import Iterator
from datetime import date

from fokusbericht.checks.public_hosts import is_public_address, is_public_mail
from fokusbericht.checks.spots import KREIS, value_place
from fokusbericht.model.report import Report
from fokusbericht.model.texts import BARRIEREFREIHEIT
from fokusbericht.problems import Place, Problem

ID = "veroeffentlichen"


def impressum(report: Report) -> Iterator[Problem]:
    """Yield that nobody answers for the site, or that no menu leads there."""
    yield from _page(report, "impressum", "Das Impressum")


def datenschutz(report: Report) -> Iterator[Problem]:
    """Yield that it is not said what happens to readers' data."""
    yield from _page(report, "datenschutz", "Die Datenschutzerklärung")


def accessibility(report: Report) -> Iterator[Problem]:
    """Yield what is missing of the statement on accessibility."""
    stated, kreis = report.kreis.barrierefreiheit, report.kreis
    if stated is None:
        yield Problem(kreis.place, "Die Erklärung zur Barrierefreiheit fehlt.", ID)
    elif BARRIEREFREIHEIT.name not in report.seiten:
        sentence = (
            "Die Erklärung zur Barrierefreiheit erscheint auf der Seite "
            f"content/seiten/{BARRIEREFREIHEIT.name}.md. Die gibt es nicht."
        )
        yield Problem(stated.place, sentence, ID)
    if stated and a_year_after(stated.geprueft) < kreis.stichtag:
        sentence = (
            "Die letzte Prüfung der Barrierefreiheit liegt am Stichtag mehr als ein Jahr zurück. "
            "Vor der Veröffentlichung ist neu zu prüfen."
        )
        yield Problem(_at(report, "barrierefreiheit", "geprueft"), sentence, ID)
    if BARRIEREFREIHEIT.name in report.seiten:
        yield from _in_menu(report, BARRIEREFREIHEIT.name, "Die Erklärung zur Barrierefreiheit")


def feedback(report: Report) -> Iterator[Problem]:
    """Yield that readers cannot tell what is wrong."""
    told, mail = report.kreis.rueckmeldung, report.kreis.kontakt.email
    if not (told.email or told.formular or mail):
        sentence = (
            "Es ist nicht angegeben, wohin Rückmeldungen gehen: Es fehlt „email“ unter „kontakt“ "
            "oder „rueckmeldung“."
        )
        yield Problem(_at(report, "rueckmeldung"), sentence, ID)
    if told.email and not is_public_mail(told.email):
        yield _unreachable(_at(report, "rueckmeldung", "email"), told.email)
    if told.formular and not is_public_address(told.formular.partition("?")[0].partition("#")[0]):
        yield _unreachable(_at(report, "rueckmeldung", "formular"), told.formular)


def security(report: Report) -> Iterator[Problem]:
    """Yield that nobody is named to be told about weaknesses, or not for long enough."""
    weak = report.kreis.sicherheit
    if weak is None:
        sentence = "Es ist nicht angegeben, wem man Schwachstellen meldet („sicherheit“)."
        yield Problem(report.kreis.place, sentence, ID)
        return
    mail, address = weak.kontakt.removeprefix("mailto:"), weak.kontakt.partition("?")[0]
    is_reached = is_public_mail(mail) if mail != weak.kontakt else is_public_address(address)
    if not is_reached:
        yield _unreachable(_at(report, "sicherheit", "kontakt"), mail)
    if weak.gueltig_bis < report.kreis.stichtag:
        sentence = (
            "Der Kontakt für Schwachstellen ist am Stichtag abgelaufen. Vor der Veröffentlichung "
            "bitte prüfen und „gueltig_bis“ verlängern."
        )
        yield Problem(_at(report, "sicherheit", "gueltig_bis"), sentence, ID)


def a_year_after(day: date) -> date:
    """Return the same day of the next year."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def _page(report: Report, name: str, called: str) -> Iterator[Problem]:
    page, path = report.seiten.get(name), f"content/seiten/{name}.md"
    if page is None:
        yield Problem(report.kreis.place, f"{called} fehlt: Die Seite {path} gibt es nicht.", ID)
        return
    if not page.body.source.strip():
        yield Problem(page.place, f"{called} ist leer.", ID)
    yield from _in_menu(report, name, called)


def _in_menu(report: Report, name: str, called: str) -> Iterator[Problem]:
    """Yield that a page which must be found from everywhere stands in no menu."""
    points = (*report.kreis.navigation, *report.kreis.fusszeile)
    if not any(point.ziel.partition("#")[0].endswith(f"/{name}/") for point in points):
        sentence = f"{called} steht in keinem Menü. Bitte unter „fusszeile“ eintragen."
        yield Problem(_at(report, "fusszeile"), sentence, ID)


def _unreachable(place: Place, address: str) -> Problem:
    sentence = f"„{address}“ ist nicht zu erreichen. Bitte die richtige Adresse angeben."
    return Problem(place, sentence, ID)


def _at(report: Report, *keys: str) -> Place:
    return value_place(report, KREIS, *keys)
