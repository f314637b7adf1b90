"""/fokus/<name>/bilder/: the maps and charts of an edition, and the figures of each as CSV."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from fokusbericht.building.output import Output
from fokusbericht.editions import ausgabe_of
from fokusbericht.editions.illustrations import makers_of
from fokusbericht.editions.tables import picture_csv
from fokusbericht.load.frozen import DOCUMENT, FOLDER
from fokusbericht.model.editions import Ausgabe
from fokusbericht.model.planning import Bericht
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report

PICTURES = "bilder"


def plan(report: Report) -> Iterator[Output]:
    """Plan the pictures of all editions."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each edition."""
    for name, bericht in report.berichte.items():
        yield Batch(name, partial(pictures_of, report, bericht))


def folder_of(ausgabe: Ausgabe) -> str:
    """Return the folder of an edition on the site: "fokus/2025/"."""
    return ausgabe.url.lstrip("/")


def kept_files(report: Report, ausgabe: Ausgabe) -> Iterator[Output]:
    """Yield the files of a frozen edition that are on the site as they were kept."""
    frozen = report.eingefroren[ausgabe.name]
    for path, checksum in frozen.files.items():
        if path != DOCUMENT:
            file = Path(report.root, FOLDER, ausgabe.name, path)
            yield Output(folder_of(ausgabe) + path, checksum, file.read_bytes, frozen.place)


def address_of_picture(ausgabe: Ausgabe, name: str) -> str:
    """Return where a picture lies on the site, without its ending."""
    return f"{ausgabe.url}{PICTURES}/{name}"


def pictures_of(report: Report, bericht: Bericht) -> Iterator[Output]:
    """Plan the pictures of one edition."""
    ausgabe = ausgabe_of(report, bericht.key)
    if ausgabe is None:
        return
    if ausgabe.frozen:
        yield from kept_files(report, ausgabe)
    for one in ausgabe.illustrations():
        path = address_of_picture(ausgabe, one.name).lstrip("/")
        yield Output(f"{path}.csv", one, partial(picture_csv, one), bericht.place)
        if ausgabe.frozen:
            continue
        for end, made_of, make in makers_of(report, one):
            yield Output(f"{path}{end}.svg", made_of, make, bericht.place)
