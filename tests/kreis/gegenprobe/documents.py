"""Figures that were read on a page or in a press release: the words they stand in, as noted then.

Each value has its file and its words; the value must stand among the numbers of these words, and
the words must stand in that file.
"""

import re
from decimal import Decimal

from kreis.gegenprobe.cells import Key, Series
from kreis.gegenprobe.folder import text

FACTS = "fakten.md"
COLLECTED = "quellen/kreise/fokus_kennzahlen_kreis_pinneberg.csv"
KREIS, LAND, BUND = "01056", "01", "D"
NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?")

Quote = tuple[str, str]  # the file, and the words in it


def of_county(words: str, year: str = "2025", file: str = FACTS) -> dict[Key, Quote]:
    """Return what was said of the county in one year."""
    return {(KREIS, year): (file, words)}


def three(words: str, year: str = "2025") -> dict[Key, Quote]:
    """Return what was said of county, Land and Bund in one breath."""
    return {(area, year): (FACTS, words) for area in (LAND, KREIS, BUND)}


YOUTH = "jugendarbeitslosigkeit_2025: {kreis: 5.8, land: 5.5, bund: 5.2,"
DISABLED = "schwerbehinderung_2025: {kreis: 7.3, land: 9.2, bund: 9.4,"
EMPTY = "leerstand: {kreis: 2.2, land: 2.7, bund: 4.3,"
OWNED = "eigentumsquote: {kreis: 49.3, land: 47.6, bund: 44.3,"
LEAVERS = "ohne_abschluss_2024: {kreis: 8.8, land: 10.2,"
ARRIVALS = "zuzuege: {2020: 15272, 2022: 18913, 2023: 17433,"
DEPARTURES = "fortzuege: {2020: 13393, 2022: 13675, 2023: 13903,"
FULL_TIME = "vollzeit_2024_report: {v: 64400, change: -1000,"
MEMBERS = "sportvereinsmitglieder: {2019: 80000, 2025_report: 82700,"
JOBS = "beschaeftigte_im_kreis: {2024_report: 95700, 2025_report: 96800,"

QUOTED: dict[str, dict[Key, Quote]] = {
    # Arbeit
    "arbeitslosenquote-fokus": of_county("5.5 % Arbeitslosenquote"),
    "beschaeftigte-am-wohnort": of_county("beschaeftigte_wohnort_2023_report: 132900", "2023"),
    "beschaeftigte-im-kreis": of_county(JOBS, "2024") | of_county("96,800 Beschäftigte im Kreis"),
    "dienstleistungsanteil": of_county("71.0 % Dienstleistung"),
    "jugendarbeitslosigkeit": three(YOUTH),
    "vollzeitbeschaeftigte": of_county(FULL_TIME, "2024"),
    "vollzeitstellen-veraenderung": of_county(FULL_TIME, "2024")
    | of_county("-100 Vollzeitstellen ggü. Vorjahr"),
    # Beteiligung
    "sportvereinsmitglieder": of_county(MEMBERS, "2019") | of_county(MEMBERS),
    # Bevölkerung
    "bevoelkerung-fokus": of_county("{year: 2020, v: 317085,", "2020")
    | of_county("{year: 2022, v: 322130,", "2022")
    | of_county("{year: 2023, v: 323762,", "2023")
    | of_county("{report: 2025, v: 325200,"),
    "zuzuege": {(KREIS, year): (FACTS, ARRIVALS) for year in ("2020", "2022", "2023")},
    "fortzuege": {(KREIS, year): (FACTS, DEPARTURES) for year in ("2020", "2022", "2023")},
    # Bildung
    "abiturquote-fokus": of_county("35.2 % Abiturquote"),
    "ausbildungsplaetze": of_county("1,370 Ausbildungsplätze"),
    "kita-plaetze": of_county("9,860 Kita-Plätze"),
    "ohne-abschluss": {(area, "2024"): (FACTS, LEAVERS) for area in (LAND, KREIS)},
    "schuelerinnen-und-schueler": of_county("35,900 Schüler*innen"),
    # Einkommen
    "altersarmut": of_county("3.5 % Altersarmut"),
    "durchschnittseinkommen": of_county("47,531 EUR Durchschnittseinkommen"),
    "personen-in-bedarfsgemeinschaften": of_county("22,950 in Bedarfsgemeinschaften"),
    "schuldnerberatungen": of_county("1,620 Schuldnerberatungen"),
    # Gesundheit, Pflege und Inklusion
    "masernimpfquote": of_county("95.9 % Masernimpfquote"),
    "pflegeplaetze": of_county("3,640 Pflegeplätze"),
    "uebergewicht-kinder": of_county("10.1 % übergewichtige Kinder"),
    "vollstationaere-behandlungen": of_county("60,900 vollstationäre Behandlungen"),
    "inklusive-beschulung": of_county("19 % inklusive Beschulung"),
    "koerperliche-behinderung": of_county("55.8 % körperliche Behinderung"),
    "schwerbehinderte": of_county("23,780 mit Schwerbehindertenausweis"),
    "schwerbehinderte-ueber-65": of_county("56.7 % davon über 65"),
    "schwerbehinderung-anteil": three(DISABLED),
    # Mobilität
    "auspendelnde": of_county("pendler_2025: {aus: 76600, ein: 37500,"),
    "auspendelnde-veraenderung": of_county("+800 Auspendelnde"),
    "einpendelnde": of_county("pendler_2025: {aus: 76600, ein: 37500,"),
    "einpendelnde-veraenderung": of_county("+800 Einpendelnde"),
    "e-fahrzeuge": of_county("2.4 % E-Fahrzeuge"),
    "pkw-dichte-fokus": of_county("560 PKW je 1.000"),
    # Wohnen
    "eigentumsquote-fokus": three(OWNED),
    "leerstand-fokus": three(EMPTY),
    "neumiete": of_county("10.54 EUR/m2 Neumiete"),
    "sozialwohnungen": of_county("4,820 Sozialwohnungen"),
    "untergebrachte-wohnungslose": of_county("3,680 untergebrachte Wohnungslose"),
    "wohnungen-bestand": of_county("160,950 Wohnungen"),
    # Zuwanderung
    "daz-empfehlung": of_county("6.3 % Empfehlung DaZ-Klasse"),
    "einbuergerungen": of_county("641 Einbürgerungen"),
    "einwanderungsgeschichte-fokus": of_county("20.1 % mit Einwanderungsgeschichte"),
    "eu-auslaender": of_county("31 % der Ausländer aus EU"),
}


def numbers_in(words: str) -> set[Decimal]:
    """Return the numbers in words that were noted in English."""
    return {Decimal(found.replace(",", "")) for found in NUMBER.findall(words)}


def stands_there(quote: Quote, value: Decimal) -> bool:
    """Say whether the words stand in the file, and the value in the words."""
    file, words = quote
    return words in text(file) and value in numbers_in(words)


def read_there(key: Key, *quotes: tuple[str, str, str]) -> Series:
    """Return one value, or a numerator and a denominator, each with its file and its words."""
    numbers = tuple(Decimal(value) for value, _, _ in quotes)
    for value, (_, file, words) in zip(numbers, quotes, strict=True):
        assert stands_there((file, words), value), f"{value} is not in {file}: {words}"
    return {key: numbers}
