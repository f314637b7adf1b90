"""Numbers in German sentences that may count people: digits and words, but no years or ages."""

import re

SMALL = "null|eins|zweie?r?|dreie?r?|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
DIGITS = r"\d+(?:[.,]\d+)*"
MONTH = (
    "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    "Quartals?|Halbjahre?s?|Lebensjahre?s?|Mal|Platz|Rang|Auflage|Fassung|Klasse|Stock"
)
YEAR = re.compile(
    r"(?<!\d)(?<!\d,)((?:19|20)\d{2})(?!\d|[.,]\d)(?:\s?(bis|[–-])\s?((?:19|20)\d{2}))?"
)
LATELY = re.compile(
    r"\b(?:heute|jetzt|derzeit|zurzeit|aktuell|inzwischen|mittlerweile|zuletzt|seit(?:dem|her)?|davor|"
    r"danach|vorher|nachher|ein Jahr (?:früher|später|zuvor))\b",
    re.IGNORECASE,
)

NO_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b\d{{1,2}}\.\s*(?:(?:und|bis|oder)\s+\d{{1,2}}\.\s*)?(?:{MONTH})\b",
        r"\b\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4}\b)?",
        r"\b\d{4}-\d{2}(?:-\d{2})?\b",
        r"(?<![\d.,])(?:19|20)\d{2}\s?[/–-]\s?\d{2,4}\b",
        r"(?<![\d.,])(?:19|20)\d{2}(?!\d|[.,]\d)",
        r"(?<![\w.,])\d{5}(?![\w.,])(?=\s[A-ZÄÖÜ])",  # a postal code
        r"\b[ABKLSU]\s?\d+\b",  # roads and lines
        r"(?:§+|\b(?i:art|abs|nr|ziff|kap|abb|tab|bzw)\.|\bS\.|\b(?i:artikel|absatz|nummer|kapitel|"
        r"abschnitt|seiten?|tabelle|abbildung|ziffer|buch|pflegegrade?n?|linien?|buslinien?|"
        r"vorlage|drucksache|zensus|agenda|sgb))\s?\d[\d./-]*[a-z]?(?:\s?(?:und|bis|,|–)\s?\d+)*",
    )
)
AREAS = re.compile(
    rf"(?<![\w-])(?:{DIGITS}|(?i:{SMALL}))\s(?:[a-zäöüß]+e[nr]?\s)?"
    r"(?:Kommunen|Gemeinden|Städten?|Räumen?|Orten?|Kreisen?|Ämtern?|Handlungsfeldern?)\b"
)
# What is measured, not counted: ages, times, lengths, money.
MEASURED = re.compile(
    rf"(?<![\w-])(?:{DIGITS}|(?i:{SMALL}))"
    rf"(?:\s?(?:bis|und|oder|–|-)\s?(?:unter\s)?(?:{DIGITS}|(?i:{SMALL})))?"
    r"(?:\s?-?(?i:jährige?[nmrs]?)\b|\s?(?:€|(?:Mio\.|Mrd\.|Millionen|Milliarden)\s(?:€|Euro\b))|"
    r"\s(?:[a-zäöüß]+e[nr]?\s)?(?:Jahre?n?|Monate?n?|Wochen?|Tagen?|Stunden?|Minuten?|Uhr|Euro|Cent|"
    r"km²?|m²?|ha|Kilometern?|Metern?|Quadrat(?:kilo)?metern?|Hektar)\b)"
)
NUMBERS = (
    re.compile(rf"(?<![\w.,/]){DIGITS}(?![\w]|-[A-Za-zÄÖÜäöüß])"),
    re.compile(rf"(?<![\w-])(?:{SMALL})(?![\w-])", re.IGNORECASE),
    re.compile(r"\bniemand(?:e[nm])?\b", re.IGNORECASE),
    re.compile(r"\bk?eine?[nmrs]?\s+einzige?[nmrs]?\b", re.IGNORECASE),
    re.compile(
        r"\bkeine?[nmrs]?\s+(?:Person|Personen|Mensch|Menschen|Fall|Fälle|Betroffene[nr]?)\b"
    ),
    re.compile(
        r"\b(?:nur|bloß|lediglich|genau|gerade mal|gerade einmal|höchstens|mindestens|allein|"
        r"insgesamt)\s+eine?[nmrs]?\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:[Ee]ine?[nmrs]?)\s+(?:einzelne?[nmrs]?\s+)?(?:Person|Mensch(?:en)?|Fall|Betroffene[nr]?)\b"
    ),
)


def find_number(sentence: str, with_measures: bool = False) -> int | None:
    """Return where the first number stands that may count people.

    >>> find_number("Am 3. Mai 2024 waren unter 25 Jahren vier betroffen.")
    37

    `with_measures` takes in what is measured in years, euros or metres.
    """
    for pattern in (*NO_NUMBERS, AREAS, *(() if with_measures else (MEASURED,))):
        sentence = pattern.sub(lambda match: " " * len(match[0]), sentence)
    found = (match.start() for pattern in NUMBERS if (match := pattern.search(sentence)))
    return min(found, default=None)


def find_years(sentence: str) -> frozenset[int]:
    """Return the years a sentence is about; none if it names none, or speaks of today as well.

    >>> sorted(find_years("Von 2020 bis 2022 waren es mehr."))
    [2020, 2021, 2022]
    """
    if LATELY.search(sentence):
        return frozenset()
    years: set[int] = set()
    for match in YEAR.finditer(sentence):
        first, last = int(match[1]), int(match[3] or match[1])
        years.update(range(first, last + 1))
    return frozenset(years)
