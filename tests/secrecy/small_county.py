"""The figures of the small secret county: every kind of protected indicator, few people each."""

from collections.abc import Callable, Mapping
from functools import cache
from random import Random

from secrecy.content import EMBEDS, FIGURES, pages
from secrecy.county import KOMMUNEN, KREIS, QUARTIERE, ROOMS, Cells, County, Place, Table

PEOPLE = dict(zip(KOMMUNEN, (1200, 40, 310, 85, 640, 38, 150, 420, 44, 260), strict=True))
LONG, SHORT = (2020, 2021, 2022, 2023), (2022, 2023)
RULE: Mapping[str, object] = {"mindestzahl": 3}
PERSONS = {"einheit": "Personen", "art": "anzahl", "geheimhaltung": RULE}
SHARE = {
    "einheit": "%",
    "art": "anteil",
    "dezimalstellen": 1,
    "nenner": "Bevölkerung",
    "geheimhaltung": RULE,
}
ONE_OF_FORTY = 1 / 40

Counts = dict[Place, int]


@cache
def small_county(seed: int = 40) -> County:
    """Return the county; its figures are the same in each run, others with another seed."""
    rng = Random(seed)
    tables = {
        **_people(),
        **_same_cases(rng),
        **_care(rng),
        **_wholes(rng),
        **_shares_of_one(rng),
        **_others(rng, _rents(seed)),
    }
    places = pages("hilfequote", "hilfe", "arbeitslose, hilfequote", EMBEDS, FIGURES)
    then = former(tables["notlagen"].cells)
    return County(tables, earlier(then), places, {"wohngeld": _rents(seed)}, {"notlagen": then})


def _people() -> dict[str, Table]:
    """Everybody's knowledge: how many people live where."""
    cells = {(ags, year): (PEOPLE[ags],) for ags in KOMMUNEN for year in LONG}
    rule = {"keine": "Einwohnerzahlen sind amtlich."}
    head = {**PERSONS, "titel": "Bevölkerung", "geheimhaltung": rule}
    return {"bevoelkerung": Table(head, cells)}


def cases(
    rng: Random, years: tuple[int, ...], rate: float, bases: Mapping[str, int] = PEOPLE
) -> Counts:
    """Return so many cases as fall on people by chance."""
    return {
        (area, year): sum(rng.random() < rate for _ in range(base))
        for area, base in bases.items()
        for year in years
    }


def counts(found: Mapping[Place, float]) -> Cells:
    """Return cases as a table of counts."""
    return {place: (number,) for place, number in found.items()}


def shares(found: Counts, bases: Mapping[str, int] = PEOPLE) -> Cells:
    """Return cases as a table of numerators and denominators."""
    return {(area, year): (number, bases[area]) for (area, year), number in found.items()}


def _same_cases(rng: Random) -> dict[str, Table]:
    """Counts and shares of the same people: declared, and found by the numerator's name."""
    idle = cases(rng, LONG, ONE_OF_FORTY) | {(KOMMUNEN[1], 2023): 1, (KOMMUNEN[5], 2023): 0}
    helped = cases(rng, SHORT, ONE_OF_FORTY) | {(KOMMUNEN[1], 2023): 2}
    by_name = {"zaehler": "Menschen mit Hilfe"}
    index = {"art": "index", "von": "hilfe", "seit": 2022}
    change = {"art": "veraenderung", "von": "arbeitslose", "jahre": 1}
    plain = {"einheit": "%", "art": "index", "dezimalstellen": 1, "je": 100}
    return {
        "arbeitslose": Table(
            {**PERSONS, "titel": "Arbeitslose", "gleiche_faelle": ["arbeitslosenquote"]},
            counts(idle),
        ),
        "arbeitslosenquote": Table(
            {**SHARE, "titel": "Arbeitslosenquote", "zaehler": "gemeldete Arbeitslose"},
            shares(idle),
        ),
        "hilfe": Table({**PERSONS, "titel": "Menschen mit Hilfe"}, counts(helped)),
        "hilfequote": Table({**SHARE, "titel": "Hilfequote", **by_name}, shares(helped)),
        "hilfeindex": Table({**plain, "titel": "Hilfe seit 2022", "ableitung": index}),
        "arbeitslosenwandel": Table({**plain, "titel": "Wandel", "ableitung": change}),
    }


def _care(rng: Random) -> dict[str, Table]:
    """A secret count, and what is measured by it: a rate, a mean, a ratio, who has a rank."""
    needy = cases(rng, SHORT, ONE_OF_FORTY)
    needy = {place: max(1, number) for place, number in needy.items()}
    needy |= {(KOMMUNEN[1], 2023): 1, (KOMMUNEN[5], 2023): 1, (KOMMUNEN[6], 2023): 7}
    staff = {place: max(3, number + 3 - int(place[0]) % 3) for place, number in needy.items()}
    staff[KOMMUNEN[5], 2023] = 12
    ages = {place: 68 + int(rng.random() * 200) / 10 for place in needy}
    ratio = {"art": "verhaeltnis", "von": "pflegefaelle", "durch": "bevoelkerung"}
    carers = {"einheit": "Kräfte", "art": "anzahl", "geheimhaltung": {"keine": "Stellenplan"}}
    rate = {"einheit": "je Fall", "art": "rate", "dezimalstellen": 2, "zaehler": "Pflegekräfte"}
    mean = {"einheit": "Jahre", "art": "mittelwert", "dezimalstellen": 1, "gewicht": "pflegefaelle"}
    parts = {place: (staff[place], needy[place]) for place in needy}
    return {
        "pflegefaelle": Table({**PERSONS, "titel": "Pflegefälle"}, counts(needy)),
        "pflegekraefte": Table({**carers, "titel": "Pflegekräfte"}, counts(staff)),
        "betreuung": Table({**rate, "titel": "Betreuung", "nenner": "Pflegefälle"}, parts),
        "pflegequote": Table(
            {
                "einheit": "%",
                "art": "rate",
                "dezimalstellen": 1,
                "je": 100,
                "titel": "Pflegequote",
                "ableitung": ratio,
            }
        ),
        "alter": Table(
            {**mean, "titel": "Alter", "rang": {"mindestens": 3}, "geheimhaltung": RULE},
            counts(ages),
        ),
    }


def _wholes(rng: Random) -> dict[str, Table]:
    """A whole by sex and by age, and a difference that nobody has declared."""
    women, men = (cases(rng, SHORT, ONE_OF_FORTY) for _ in "ab")
    whole = {place: women[place] + men[place] for place in women}
    young = {place: int(rng.random() * (number + 1)) for place, number in whole.items()}
    old = {place: whole[place] - young[place] for place in whole}
    funded, plain = cases(rng, SHORT, ONE_OF_FORTY), cases(rng, SHORT, 0.1)
    pupils = {place: funded[place] + plain[place] for place in funded}
    parts = [["empfaengerinnen", "empfaenger-maenner"], ["empfaenger-jung", "empfaenger-alt"]]
    told = {
        "empfaenger": ("Empfangende", whole),
        "empfaengerinnen": ("Frauen", women),
        "empfaenger-maenner": ("Männer", men),
        "empfaenger-jung": ("Unter 25", young),
        "empfaenger-alt": ("Ab 25", old),
        "schueler": ("Lernende", pupils),
        "schueler-foerder": ("Lernende mit Förderung", funded),
        "schueler-regel": ("Lernende ohne Förderung", plain),
    }
    found = {name: Table({**PERSONS, "titel": a}, counts(one)) for name, (a, one) in told.items()}
    head = {**found["empfaenger"].head, "bestandteile": parts}
    return found | {"empfaenger": Table(head, found["empfaenger"].cells)}


def _shares_of_one(rng: Random) -> dict[str, Table]:
    """Shares that add up to all, and a share of nearly all."""
    married, single = cases(rng, SHORT, 0.5), cases(rng, SHORT, ONE_OF_FORTY)
    single = {place: min(one, PEOPLE[place[0]] - married[place]) for place, one in single.items()}
    others = {place: PEOPLE[place[0]] - married[place] - single[place] for place in married}
    online = {place: PEOPLE[place[0]] - one for place, one in cases(rng, SHORT, 0.03).items()}
    few, more = PEOPLE[KOMMUNEN[1]], PEOPLE[KOMMUNEN[8]]
    online |= {(KOMMUNEN[1], 2022): few - 1, (KOMMUNEN[1], 2023): few}  # 39 and 40 of 40
    online |= {(KOMMUNEN[8], 2023): more - 1}
    told = {
        "verheiratet": ("Verheiratet", married),
        "verwitwet": ("Verwitwet", single),
        "sonst": ("Sonst", others),
        "internet": ("Mit Internet", online),
    }
    return {
        name: Table({**SHARE, "titel": f"Anteil {title}", "zaehler": title}, shares(one))
        for name, (title, one) in told.items()
    }


def _rents(seed: int) -> Cells:
    """Return the true cases behind the marks of a source."""
    found = cases(Random(seed + 1), SHORT, ONE_OF_FORTY)
    least = {2022: 1, 2023: 3}  # in the last year Birke alone has few, and an x
    found = {place: max(least[place[1]], number) for place, number in found.items()}
    return counts(found | {(KOMMUNEN[1], 2023): 1})


def _others(rng: Random, rents: Cells) -> dict[str, Table]:
    """A share without parts, marks of the source, an interval, Quartiere, secret zeros."""
    basic = cases(rng, SHORT, ONE_OF_FORTY)
    basic = {place: max(1, number) for place, number in basic.items()}
    marked = {place: ("x",) if float(one[0]) < 3 else one for place, one in rents.items()}
    for year in SHORT:
        marked[KREIS, year] = (sum(float(one[0]) for at, one in rents.items() if at[1] == year),)
    blocks = dict(zip(QUARTIERE[KOMMUNEN[0]], (40, 410, 350, 400), strict=True))
    rest = {ags: people for ags, people in PEOPLE.items() if ags not in QUARTIERE}
    poor = cases(rng, SHORT, ONE_OF_FORTY, {**rest, **blocks}) | {
        (QUARTIERE[KOMMUNEN[0]][0], 2023): 1
    }
    hidden = cases(rng, LONG[1:], 1 / 80) | {(KOMMUNEN[9], 2023): 1}
    base = {"grundlage": "bevoelkerung", **RULE}
    youth = {"zaehler": "Jugendhilfen", "titel": "Jugendhilfe", "unsicherheit": True}
    nobody = {"mindestzahl": 3, "null_geheim": True, "schutzbreite": 5}
    percent = {"einheit": "%", "art": "anteil", "dezimalstellen": 1, "gewicht": "bevoelkerung"}
    return {
        "grundsicherung": Table(
            {**percent, "titel": "Grundsicherung", "geheimhaltung": base},
            {place: (round(100 * one / PEOPLE[place[0]], 2),) for place, one in basic.items()},
        ),
        "wohngeld": Table(
            {**PERSONS, "titel": "Wohngeld", "geheimhaltung": {**RULE, "unter": 3}}, marked
        ),
        "jugendhilfe": Table({**SHARE, **youth}, shares(cases(rng, SHORT, 0.05))),
        "kinderarmut": Table({**PERSONS, "titel": "Kinderarmut"}, counts(poor)),
        "kinderarmutsquote": Table(
            {**SHARE, "titel": "Armutsquote", "zaehler": "Kinderarmut", "nenner": "Menschen"},
            shares(poor, {**rest, **blocks}),
        ),
        "zuflucht": Table(
            {**PERSONS, "titel": "Zuflucht", "geheimhaltung": nobody}, counts(hidden)
        ),
        "notlagen": Table({**PERSONS, "titel": "Notlagen"}, counts(_emergencies())),
    }


def _emergencies() -> Counts:
    """Return one small count in a room of four, whose next ones are 4, 6 and 30."""
    return {
        (ags, 2023): number
        for ags, number in zip(KOMMUNEN, (30, 1, 6, 4, 25, 9, 11, 8, 7, 12), strict=True)
    }


def former(cells: Cells) -> Cells:
    """Return the figures as they were believed to be before that of Eiche was corrected."""
    return {**cells, (KOMMUNEN[4], 2023): (21,)}


def earlier(cells: Cells, hide: Callable[[str], bool] | None = None) -> str:
    """Return what was published a year ago: the small count hidden, and its largest neighbour."""
    hidden = hide or (lambda area: area in KOMMUNEN[:2])
    then = {area: int(cell[0]) for (area, _), cell in cells.items()}
    rooms = {**ROOMS, KREIS: KOMMUNEN}
    sums = {name: sum(then[ags] for ags in keys) for name, keys in rooms.items()}
    rows = (
        f"2024-03-01;notlagen;{area};2023;{'x' if hidden(area) else number}"
        for area, number in {**then, **sums}.items()
    )
    return "\n".join(("tag;indikator;raum;jahr;wert", *rows, ""))
