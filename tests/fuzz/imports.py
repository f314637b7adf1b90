"""Official files with mistakes, given to the importers: each is read or told, whatever it is."""

import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

from openpyxl import Workbook

from fokusbericht.importers import plan
from fokusbericht.importers.plan import Request
from fokusbericht.importers.tell import lines_of
from fuzz.county import Finding, finding_of, small
from fuzz.mutations import Mistake, mistake

CENSUS = (
    "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;"
    "1_variable_attribute_code;1_variable_attribute_label;value;value_unit;value_variable_code;"
    "value_variable_label;value_q\n"
    "1000A;Bevölkerung;STAG;Stichtag;2022-05-15;GEOGM4;Gemeinden;010995690001;Nordort;48;Anzahl;P;"
    "Personen;e\n"
    "1000A;Bevölkerung;STAG;Stichtag;2022-05-15;GEOGM4;Gemeinden;010995690002;Mitte;/;Anzahl;P;"
    "Personen;e\n"
)
GENESIS = (
    "GENESIS-Tabelle: 12411-01-01-4\nBevölkerung nach Geschlecht;;;;;;\n"
    ";;Stichtag;Stichtag;Stichtag;Stichtag\n;;31.12.2017;31.12.2017;31.12.2018;31.12.2018\n"
    ";;Insgesamt;weiblich;Insgesamt;weiblich\nDG;Deutschland;82792351;41948786;83019213;42052522\n"
    "01099001;  Nordort, Stadt;700;-;710;/\n01099002;  Mitte;300;150;...;155\n__________\n"
)
INKAR = (
    "Kennziffer;Raumeinheit;Aggregat;Ausländeranteil;Ausländeranteil\n;;;2016;2017/2018\n"
    '"01099";"Muster";"Landkreis";"9,5";"10,1"\n"1";"Land";"Bundesland";"5,0";"5,5"\n'
)
ROWS = "ags;jahr;wert;anteil\n01099001;2023;1.234,5;12,5 %\n01099002;2023;-;7\n99 003;2023;x;.\n"
GUIDES = {
    "zensus2022": "art: zensus2022\n",
    "genesis": "art: genesis\nwert: Insgesamt\nebenen: [kommune, kreis]\n",
    "inkar": "art: inkar\nfilter: {Indikator: Ausländeranteil}\n",
    "tabelle": 'schluessel: ags\njahr: {spalte: jahr}\nwert: wert\nfehlzeichen: {"-": "-"}\n',
}
KOMMUNEN = ("01099001", "01099002", "01099003")


@dataclass(frozen=True, slots=True)
class Source:
    """An official file, and what an editor says of it."""

    art: str
    name: str
    content: bytes


def sources() -> tuple[Source, ...]:
    """Return one file of each kind, and each form of a table."""
    return (
        Source("zensus2022", "z.csv", CENSUS.encode()),
        Source("genesis", "g.csv", GENESIS.encode("latin-1")),
        Source("inkar", "i.csv", INKAR.encode()),
        Source("tabelle", "t.csv", ROWS.encode()),
        Source("tabelle", "t.xlsx", _book([line.split(";") for line in ROWS.split("\n")])),
        Source("gemeindeverzeichnis", "gv.xlsx", _register()),
        Source("grenzen", "vg.geojson", _map()),
    )


def _book(rows: list[list[str]], sheet: str = "Daten") -> bytes:
    made, into = Workbook(), BytesIO()
    page = made.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append([float(cell) if cell.isdigit() and len(cell) < 8 else cell for cell in row])
    page.merge_cells("P1:P2")
    made.save(into)
    return into.getvalue()


def _register() -> bytes:
    head = "Satz-art;Land;RB;Kreis;VB;Gem;Gemeindename;Fläche km2;Bevölkerung;;;je km2"
    rows = [
        "Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl am 31.12.2023",
        head,
        ";;;;;;;am 31.12.2023;insgesamt;männlich;weiblich",
        "60;01;0;99;0001;001;Nordort, Stadt;10;700;350;350;70",
        "60;01;0;99;0001;002;Mitte;5;300;150;150;60",
        "60;01;0;99;0001;003;Südort;8;200;100;100;25",
    ]
    return _book([row.split(";") for row in rows], "Onlineprodukt_Gemeinden31122023")


def _map() -> bytes:
    features = [
        {
            "type": "Feature",
            "properties": {"AGS": key, "GEN": key},
            "geometry": {"type": "Polygon", "coordinates": [_square(9 + number)]},
        }
        for number, key in enumerate(KOMMUNEN)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def _square(west: float) -> list[list[float]]:
    return [[west, 53], [west + 1, 53], [west + 1, 54], [west, 54], [west, 53]]


class Imports:
    """The small county with a guide to each kind of file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sources = sources()
        self.files = dict(small())
        for name in ("bevoelkerung", "flaeche", "frauenanteil"):
            self.files[f"indicators/{name}.yml"] = b"titel: Test\n"
        for path, content in self.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)

    def trial(self, seed: int) -> Finding | None:
        """Spoil a source, its guide or our table; return what must not be seen, if so."""
        random = Random(seed)
        source = self.sources[seed % len(self.sources)]
        files = {source.name: source.content}
        if source.art in GUIDES:
            files["miete.einlesen.yml"] = GUIDES[source.art].encode()
        files["miete.csv"] = self.files["indicators/wohnen/miete.csv"]
        spoilt = dict(files)
        mistakes: list[Mistake] = []
        for _ in range(random.randint(1, 2)):
            path = random.choice((source.name, source.name, *files))
            one = mistake(random, {path: spoilt[path]})
            if one.path == path and one.content is not None:
                mistakes.append(one)
                spoilt[path] = one.content
        return finding_of(lambda: self._read(source, spoilt), mistakes)

    def _read(self, source: Source, files: dict[str, bytes]) -> None:
        folder = self.root / "indicators" / "wohnen"
        guide = folder / "miete.einlesen.yml"
        guide.unlink(missing_ok=True)
        for name, content in files.items():
            (folder if name.startswith("miete") else self.root).joinpath(name).write_bytes(content)
        indicator = "" if source.art in ("gemeindeverzeichnis", "grenzen") else "miete"
        found = plan(Request(source.art, self.root / source.name, indicator), self.root)
        for line in lines_of(found, writes=False):
            line.encode()
        for change in found.changes:
            change.after.encode()
