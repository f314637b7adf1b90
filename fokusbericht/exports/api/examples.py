"""How others read our data: a program for each of four tools.

The tests run them as they stand, but for Power Query, which only its parser reads.
"""

from typing import NamedTuple

from fokusbericht.exports.api.lists import of_indicator
from fokusbericht.model.base import Key
from fokusbericht.urls import address_of


class ProgramExample(NamedTuple):
    """A program: for which tool, what is said of it, its text."""

    tool: str
    note: str
    code: str


CURL = 'curl --fail --silent "{json}" --output zahl.json'
PYTHON = """\
import json
from urllib.request import urlopen

with urlopen("{json}") as antwort:
    zahl = json.load(antwort)
kommunen = [zeile for zeile in zahl["werte"] if zeile["ebene"] == "kommune"]
jahr = max(zeile["jahr"] for zeile in kommunen)
for zeile in kommunen:
    if zeile["jahr"] == jahr:
        print(zeile["name"], jahr, zeile["wert"], zahl["einheit"])
"""
R = """\
zahl <- read.csv2(
  "{csv}",
  fileEncoding = "UTF-8-BOM",
  na.strings = c(".", "-", "x", "/"),
  colClasses = c(raum_schluessel = "character")
)
kommunen <- subset(zahl, ebene == "kommune")
print(subset(kommunen, jahr == max(jahr), c(raum, jahr, wert)))
"""
POWER_QUERY = """\
let
    Antwort = Json.Document(Web.Contents("{json}")),
    Spalten = {{"ebene", "raum", "name", "jahr", "wert"}},
    Zeilen = Table.FromRecords(Antwort[werte], Spalten, MissingField.UseNull),
    Kommunen = Table.SelectRows(Zeilen, each [ebene] = "kommune")
in
    Kommunen
"""


def examples(base_url: str, indikator: Key) -> tuple[ProgramExample, ...]:
    """Return a program for each tool that reads an indicator."""
    addresses = {
        "json": base_url + of_indicator(indikator),
        "csv": f"{base_url}{address_of(indikator)}daten.csv",
    }
    told = (
        ("curl", "Holt die Zahl mit allen Werten in eine Datei.", CURL),
        ("Python", "Nennt den neuesten Wert jeder Kommune; ohne weitere Pakete.", PYTHON),
        ("R", "Nennt den neuesten Wert jeder Kommune; ohne weitere Pakete.", R),
        (
            "Excel",
            "In Excel unter Daten, Daten abrufen, Leere Abfrage, Erweiterter Editor einfügen. "
            "Geprüft sind Schreibweise und Spalten, nicht der Lauf in Excel.",
            POWER_QUERY,
        ),
    )
    return tuple(ProgramExample(tool, note, code.format(**addresses)) for tool, note, code in told)
