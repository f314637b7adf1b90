"""Pieces of the search's script, run by Node."""

import pytest
from javascript import run

PLACES = ("shared/phrases.js", "suchwerk/normal.js", "suchwerk/places.js")
ENTRIES = [
    ["1", "kommune", ["Pinneberg"], ["pinneberg", "9"], ""],
    ["2", "kommune", ["Groß Nordende"], ["9"], ""],
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


def test_long_words_are_cut_where_both_halves_are_known() -> None:
    code = """const known = new Set(given.known);
      const parts = createCompounds(given.checked, ["", "s", "er"], (word) => known.has(word));
      return given.words.map(parts);"""
    parts = ("suchwerk/normal.js", "suchwerk/compounds.js")
    found = run(
        parts,
        code,
        known=["kind", "armut", "wohnung"],
        checked={"Nettokaltmiete": ["netto", "kalt", "Miete"], "Wohnungsarmut": []},
        words=["kinderarmut", "nettokaltmieten", "wohnungsarmut", "elmshorn"],
    )
    assert found == [["kind", "armut"], ["netto", "kalt", "miet"], [], []]
