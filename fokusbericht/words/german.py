"""Words for sentences about places: small numbers written out, articles, the alphabet."""

SMALL = (
    *("keine", "eine", "zwei", "drei", "vier", "fünf", "sechs"),
    *("sieben", "acht", "neun", "zehn", "elf", "zwölf"),
)
NUMERALS = ("null", "eins", *SMALL[2:])  # that stand alone
LETTERS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def in_words(number: int) -> str:
    """Return how many there are of a feminine noun, up to twelve in words: eine, zwölf, 13."""
    return SMALL[number] if number < len(SMALL) else str(number)


def counted(number: int, one: str, many: str) -> str:
    """Return how many there are of a feminine noun: eine Kommune, zwölf Kommunen, 13 Kommunen."""
    return f"{in_words(number)} {one if number < 2 else many}"


def begun(words: str) -> str:
    """Return words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def alphabetical(name: str) -> str:
    """Return what a name is sorted by, as in a German dictionary: ö as o."""
    return name.casefold().translate(LETTERS)
