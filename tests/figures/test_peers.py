"""With whom a Kommune is compared: places of its size, and the four most like it."""

from dataclasses import replace

from fokusbericht.figures.peers import peers_of
from fokusbericht.model.report import Report
from fokusbericht.words.different import peers_sentence

TOWN, SKIZZENBEK, FIKTUM = "99001001", "99001007", "99001014"


def names(report: Report, found: tuple[str, ...]) -> list[str]:
    """Return the names of Kommunen."""
    return [report.geografie.name_of(ags) for ags in found]


def test_a_town_is_compared_with_those_of_its_size(report: Report) -> None:
    found = peers_of(report, TOWN)
    assert found is not None
    assert found.sentence == (
        "Verglichen mit den vier anderen Kommunen ab 5.000 Menschen: "
        "Norderbeispiel, Beispielhausen, Süderentwurf und Vorlagen."
    )
    assert names(report, found.nearest) == [
        "Norderbeispiel",
        "Beispielhausen",
        "Süderentwurf",
        "Vorlagen",
    ]


def test_who_is_like_no_other_is_told_so_and_left_out_elsewhere(report: Report) -> None:
    island, village = peers_of(report, FIKTUM), peers_of(report, SKIZZENBEK)
    assert island is not None and village is not None
    assert island.is_alone and not village.is_alone
    assert FIKTUM not in village.others
    assert village.sentence == (
        "Verglichen mit den sieben anderen Kommunen unter 5.000 Menschen, ohne Fiktum: "
        "Kladdenstedt, Probedorf, Blankoau, Entwurfsfelde, Formularhagen, Platzhalterdorf "
        "und Lückenbüll."
    )
    assert island.sentence.startswith(
        "Keine andere Kommune ist Fiktum ähnlich. "
        "Verglichen mit den acht anderen Kommunen unter 5.000 Menschen: Skizzenbek, "
    )
    assert len(island.nearest) == 4


def test_in_every_county_of_five_each_has_four_that_are_nearest(report: Report) -> None:
    without = replace(report, kreis=replace(report.kreis, aehnlichkeit=(), bevoelkerung=None))
    for county in (report, without):
        for ags in county.geografie.kommunen:
            found = peers_of(county, ags)
            assert found is not None and len(set(found.nearest) - {ags}) == 4


def test_without_their_number_of_people_all_are_compared(report: Report) -> None:
    found = peers_of(replace(report, kreis=replace(report.kreis, bevoelkerung=None)), TOWN)
    assert found is not None
    assert len(found.others) == 12
    assert found.sentence.startswith("Verglichen mit den zwölf anderen Kommunen, ohne Fiktum: ")


def test_a_county_of_one_has_nobody_to_compare_with(report: Report) -> None:
    kommunen = {TOWN: report.geografie.kommunen[TOWN]}
    one = replace(report, geografie=replace(report.geografie, kommunen=kommunen))
    assert peers_of(one, TOWN) is None


def test_the_sentence_fits_any_number() -> None:
    assert peers_sentence("A", ["B"], 0, 0) == "Verglichen mit der einen anderen Kommune: B."
    assert peers_sentence("A", ["B", "C"], 0, 700) == (
        "Verglichen mit den zwei anderen Kommunen unter 700 Menschen: B und C."
    )
    assert peers_sentence("A", ["B"] * 13, 700, 1200) == (
        "Verglichen mit den 13 anderen Kommunen zwischen 700 und 1.200 Menschen."
    )
