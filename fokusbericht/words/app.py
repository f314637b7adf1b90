"""What is said of the app: by the worker that keeps pages, and by the page that tells of it."""

from collections.abc import Mapping

from fokusbericht.model.kreis import Kreis
from fokusbericht.text.formatting import format_date

# What the worker fills in: when a page was kept.
WORKER: Mapping[str, str] = {
    "offline": "Sie sind offline. Diese Seite hat den Stand vom {day}, {time}\u00a0Uhr.",
    "slow": (
        "Das Netz antwortet gerade nicht. Diese Seite hat den Stand vom {day}, {time}\u00a0Uhr."
    ),
    "partly": (
        "Das Netz antwortet gerade nicht. Ein Teil dieser Seite hat den Stand vom {day}, "
        "{time}\u00a0Uhr."
    ),
    "update": "Von dieser Seite gibt es eine neue Fassung.",
    "reload": "Neu laden",
}
NOTHING = "Auf diesem Gerät ist noch keine Seite gespeichert."
PLACE = "Was gespeichert ist, steht hier, sobald das Netz fehlt."


def read_me(kreis: Kreis) -> str:
    """Return what whoever unpacks the ZIP reads first."""
    return f"""{kreis.titel} {kreis.name}
{kreis.leitsatz}

So lesen Sie den Bericht:

1. Entpacken Sie die ZIP-Datei ganz. Im Fenster der ZIP-Datei allein öffnen sich die Seiten nicht.
2. Öffnen Sie im entpackten Ordner die Datei index.html mit einem Browser.

Alles geht ohne Netz: Seiten, Bilder, Karten, Tabellen, das Register und die Suche. Nur Links zu
anderen Websites brauchen Netz. Der Ordner lässt sich kopieren, auch auf einen Stick; entfernt wird
er wie jeder andere. Der Bericht schickt nichts weg.

Stand des Berichts: {format_date(kreis.stichtag)}
Neuere Fassungen stehen unter {kreis.basis_url}/
{kreis.hinweis}
"""
