"""An edition as it is today → the files that keep it as it is (load/frozen.py)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import yaml

from fokusbericht.building.output import Output
from fokusbericht.editions import ausgabe_of, press_of
from fokusbericht.exports.edition_pictures import PICTURES, folder_of
from fokusbericht.load.edition_form import to_plain
from fokusbericht.load.frozen import DOCUMENT, FOLDER, PRESS, SUMS, checksums
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.editions import Ausgabe
from fokusbericht.model.press import PressFigures
from fokusbericht.model.report import Report
from fokusbericht.problems import did_you_mean
from fokusbericht.text.formatting import format_date
from fokusbericht.words.editions import frozen_since

WIDTH = 100


def plan_freezing(
    report: Report, name: str, outputs: list[Output], tag: date
) -> Mapping[str, bytes] | str:
    """Return the files of a frozen edition by their paths in the county, or why there are none."""
    key = Key(Kind.BERICHT, name)
    if name not in report.berichte:
        years = ", ".join(sorted(report.berichte)) or "keine"
        hint = did_you_mean(name, report.berichte) or f" Bekannt sind: {years}."
        return f"Einen Bericht „{name}“ gibt es nicht.{hint}"
    if frozen := report.eingefroren.get(name):
        path = report.berichte[name].place.path
        return (
            f"Die Ausgabe {name} ist seit dem {frozen.ausgabe.frozen} eingefroren und bleibt, wie "
            f"sie ist. Was falsch ist, steht als Berichtigung in {path}."
        )
    ausgabe = ausgabe_of(report, key)
    if ausgabe is None:
        return (
            f"Der Bericht {name} ist kein Kurzbericht: In seinem Kopf fehlt „ausgabe“. "
            "Das Handbuch zeigt, wie eine Ausgabe entsteht."
        )
    day = format_date(tag)
    words = {**ausgabe.words, "frozen": frozen_since(day)}
    frozen_one = replace(ausgabe, frozen=day, words=words)
    files = {DOCUMENT: _document(frozen_one), **dict(_kept(ausgabe, outputs))}
    if press := press_of(report, key):
        files[PRESS] = _document(replace(press, frozen=day))
    files[SUMS] = checksums(files).encode()
    return {f"{FOLDER}/{name}/{path}": data for path, data in files.items()}


def _document(document: Ausgabe | PressFigures) -> bytes:
    """Return text and figures as YAML: what has no parts stands in one line."""
    text: str = yaml.dump(
        to_plain(document),
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        width=WIDTH,
        default_flow_style=None,
    )
    return text.encode()


def _kept(ausgabe: Ausgabe, outputs: list[Output]) -> Iterator[tuple[str, bytes]]:
    """Yield the drawings and the PDF, by their paths in the folder of the edition."""
    folder = folder_of(ausgabe)
    for one in outputs:
        path = one.path.removeprefix(folder)
        is_own = one.path.startswith(folder)
        is_drawing = path.startswith(f"{PICTURES}/") and path.endswith(".svg")
        if is_own and (is_drawing or path == ausgabe.pdf):
            yield path, one.make()
