"""Pieces of the search's script, run by Node."""

import pytest
from javascript import run

PLACES = ("shared/phrases.js", "suchwerk/normal.js", "suchwerk/places.js")
ENTRIES = [
    ["1", "kommune", ["Pinneberg"], ["pinneberg", "9"], ""],
    ["2", "kommune", ["Groß Nordende"], ["9"], ""],
    ["4", "kommune", ["Rellingen"], ["9"], ""],
    ["3", "amt", ["Amt Nordende", "Nordende"], ["9"], ""],
    ["pinneberg", "raum", ["Raum Pinneberg", "Pinneberg"], ["9"], ""],
    ["9", "kreis", ["Kreis Pinneberg", "kreis"], [], ""],
]
QUESTIONS = {
    "Pinneberg": ["1"],
    "kreis pinneberg": ["9"],
    "Miete im Raum Pinneberg": ["pinneberg"],
    "Stadt Pinneberg": ["1"],
    "Pinnebergs Schulden": ["1"],
    "Pinneberger Mieten": ["1"],
    "Rellinger Steuern": ["4"],
    "gross nordende, Nordende": ["2", "3"],
    "25421 Wedel": ["1", "2"],
    "Kreistag": [],
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_places_are_found_the_longest_name_first(question: str) -> None:
    code = """const { find } = createPlaces(given.entries, { 25421: ["1", "2"] }, ["stadt"]);
      return find(rawWords(given.question).map(fold)).found.map(({ key }) => key);"""
    assert run(PLACES, code, entries=ENTRIES, question=question) == QUESTIONS[question]


def test_letters_that_changed_places_are_one_typo() -> None:
    pairs = [("elmshron", "elmshorn"), ("wedl", "wedel"), ("abc", "abc"), ("kita", "miete")]
    code = "return given.pairs.map(([one, other]) => distance(one, other, 2));"
    assert run(("suchwerk/damerau.js",), code, pairs=pairs) == [1, 1, 0, 3]


COMPOUNDS = ("suchwerk/normal.js", "suchwerk/compounds.js")
LONG = {
    "kinderarmut": [["kind", "armut"], ["kind", "armut"]],
    "nettokaltmieten": [["netto", "kalt", "miet"], []],
    "wohnungsarmut": [[], []],  # told to stay whole
    "wohnungsquote": [["wohnung"], ["wohnung"]],  # „Quote“ says little beside another word
    "busanbindung": [[], ["bus"]],
    "notarmut": [[], ["armut"]],
    "elmshorn": [[], []],
}


def test_long_words_are_cut_where_both_halves_are_known_else_behind_the_one_that_is() -> None:
    code = """const known = new Set(given.known), isKnown = (word) => known.has(word);
      const isShort = (word) => word === "bus", isEmpty = (word) => word === "quot";
      const rules = { isKnown, isShort, isEmpty };
      const parts = createCompounds(given.checked, ["", "s", "er"], rules);
      return given.words.map((word) => [parts.whole(word), parts.half(word)]);"""
    checked = {"Nettokaltmiete": ["netto", "kalt", "Miete"], "Wohnungsarmut": []}
    known = ["kind", "armut", "wohnung", "bus", "quot"]
    found = run(COMPOUNDS, code, known=known, checked=checked, words=[*LONG])
    assert dict(zip(LONG, found, strict=True)) == LONG  # type: ignore[call-overload]


MEANINGS = ("suchwerk/normal.js", "suchwerk/meanings.js")
GROUPS = [["Arzt", "Doktor"], ["Weg zum Arzt"], ["Kita", "Kita-Platz"], ["wie viele Menschen"]]
TOGETHER = {
    "weg arzt": 1,
    "arzt ist der weg": 1,  # in any order
    "weg zum doktor": 1,  # with words that mean the same
    "arzt doktor": None,
    "menschen viele": None,  # what says little counts only as it was written
}


@pytest.mark.parametrize("question", TOGETHER)
def test_words_that_mean_one_thing_together_stand_anywhere(question: str) -> None:
    code = """const { stop, soft, groups, question } = given;
      const isStop = (word) => stop.includes(word), isSoft = (term) => soft.includes(term);
      const meanings = createMeanings(groups, isStop, isSoft, () => true);
      const stems = rawWords(question).map(termOf);
      const free = [...stems.keys()].filter((at) => !isStop(stems[at]));
      return meanings.together(stems, free)?.number ?? null;"""
    words = {"stop": ["zum", "ist", "der", "wie", "viel"], "soft": ["mensch"]}
    assert run(MEANINGS, code, groups=GROUPS, question=question, **words) == TOGETHER[question]


def test_names_are_known_in_one_word_and_while_they_are_typed() -> None:
    code = """const meanings = createMeanings(given.groups, () => false, () => false, () => true);
      const told = (word) => [meanings.begins(word), meanings.beginning(word).length];
      return ["kitaplatz", "dokt", "dok"].map(told);"""
    assert run(MEANINGS, code, groups=GROUPS) == [[True, 0], [False, 1], [False, 0]]
