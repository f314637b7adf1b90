"""/.well-known/security.txt: whom to tell about a weakness of the site (RFC 9116).

Contact: mailto:sicherheit@kreis.example
Expires: 2027-10-31T23:59:59Z
Preferred-Languages: de
Canonical: https://fokus.kreis.example/.well-known/security.txt
"""

from collections.abc import Iterator

from fokusbericht.building.output import Output
from fokusbericht.model.report import Report

PATH = ".well-known/security.txt"


def plan(report: Report) -> Iterator[Output]:
    """Plan the file, where the county names a contact."""
    contact = report.kreis.sicherheit
    if contact is None:
        return
    lines = (
        f"Contact: {contact.kontakt}",
        f"Expires: {contact.gueltig_bis.isoformat()}T23:59:59Z",
        "Preferred-Languages: de",
        f"Canonical: {report.kreis.basis_url}/{PATH}",
    )
    text = "\n".join(lines) + "\n"
    yield Output(PATH, text, text.encode, contact.place)
