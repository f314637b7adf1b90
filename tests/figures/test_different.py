"""How a Kommune differs: which figures are told, in which sentences, and what its strips hold."""

from dataclasses import replace

from fokusbericht.charts.drawn.peer_strip import PeerStrip, StripDot, peer_strip_svg
from fokusbericht.figures.different import Differences, differences_of
from fokusbericht.figures.differing import compared_figures, differing
from fokusbericht.figures.grouping import entry_of
from fokusbericht.figures.peers import peers_of
from fokusbericht.model.figures import Fehlgrund, Wert, Wortlaut
from fokusbericht.model.report import Report
from fokusbericht.statistics.differing import Standing
from fokusbericht.statistics.messung import messungen
from fokusbericht.words import different
from fokusbericht.words.people import people_sentence

TOWN, QUIET, FIKTUM, EMPTY = "99001001", "99001003", "99001014", "99001013"


def told(report: Report, ags: str) -> Differences:
    """Return how a Kommune differs; it does."""
    found = differences_of(report, ags)
    assert found is not None
    return found


def test_a_town_differs_in_sentences_of_the_indicators(report: Report) -> None:
    found = told(report, TOWN)
    assert found.title == "Was in Musterstadt anders ist"
    assert [(one.heading, one.text) for one in found.items] == [
        (
            "Mehr Hausärztinnen und Hausärzte",
            "2025 kamen in Musterstadt auf zehntausend Menschen 7,6 Hausärztinnen und Hausärzte "
            "– der höchste Wert der fünf (Kreis: 6,5).",
        ),
        (
            "Weniger Autos",
            "2025 kamen in Musterstadt auf tausend Menschen 492 Autos "
            "– der niedrigste Wert der fünf (Kreis: 532).",
        ),
        (
            "Weniger Wohneigentum",
            "2022 wurden in Musterstadt 38,2 Prozent der Wohnungen von denen bewohnt, denen sie "
            "gehörten – der niedrigste Wert der fünf (Kreis: 45,7).",
        ),
        (
            "Mehr ausländische Staatsangehörige",
            "2025 hatten in Musterstadt 17,5 Prozent der Menschen einen ausländischen Pass "
            "– der höchste Wert der fünf (Kreis: 14,1).",
        ),
    ]
    assert found.alike == (
        "Wie die anderen: Kinder und Jugendliche (17,3\u202f%), Wahlbeteiligung bei "
        "Gemeindewahlen (43,9\u202f%) und Leerstandsquote (1,8\u202f%)."
    )
    assert found.others == "die vier anderen"


def test_a_strip_says_all_it_shows(report: Report) -> None:
    strip = told(report, TOWN).items[1].picture.strip
    assert strip.text == (
        "Musterstadt 492, Kreis 532. Die anderen: Norderbeispiel 506, Süderentwurf 541, "
        "Beispielhausen 550, Vorlagen 562."
    )


def test_one_figure_of_a_theme_and_no_counts(report: Report) -> None:
    for ags in report.geografie.kommunen:
        peers = peers_of(report, ags)
        assert peers is not None
        chosen = differing(compared_figures(report, peers))
        assert len({one.theme for one in chosen}) == len(chosen) <= 4
        assert len({entry_of(report, one.messung.name).title for one in chosen}) == len(chosen)
        assert all(one.messung.indikator.art.value != "anzahl" for one in chosen)
        telling = [one.is_telling for one in chosen]
        assert telling == sorted(telling, reverse=True)


def test_where_a_figure_is_hidden_nothing_is_compared(report: Report) -> None:
    # A hidden figure may be higher or lower than all that are shown.
    care = messungen(report)["hausarztdichte"]
    peers = peers_of(report, TOWN)
    assert peers is not None
    year, _ = care.latest(TOWN)
    secret = Wert(None, Fehlgrund.GEHEIM)
    werte = {**care.indikator.werte, (peers.others[0], year): secret}
    hidden = replace(care.indikator, werte=werte)
    changed = replace(report, indikatoren={**report.indikatoren, care.name: hidden})
    names = {one.messung.name for one in compared_figures(changed, peers)}
    assert care.name in {one.messung.name for one in compared_figures(report, peers)}
    assert care.name not in names


def test_changes_and_old_figures_are_not_compared(report: Report) -> None:
    peers = peers_of(report, TOWN)
    assert peers is not None
    found = compared_figures(report, peers)
    assert "bevoelkerungsveraenderung" not in {one.messung.name for one in found}
    newest = max(one.messung.year for one in found)
    assert all(one.year >= newest - 6 for one in found)


def test_an_island_says_that_no_other_is_like_it(report: Report) -> None:
    found = told(report, FIKTUM)
    assert found.compared.startswith("Keine andere Kommune ist Fiktum ähnlich. Verglichen mit ")
    assert len(found.items) >= 3


def test_without_figures_it_is_said(report: Report) -> None:
    none = {name: replace(one, werte={}) for name, one in report.indikatoren.items()}
    people = report.indikatoren["bevoelkerung"]
    found = told(replace(report, indikatoren={**none, people.key.name: people}), TOWN)
    assert (found.items, found.alike) == ((), "")
    assert found.without == "Für einen Vergleich liegen zu wenige Zahlen vor."


def test_headings_fall_back_to_the_title(report: Report) -> None:
    vacant = report.indikatoren["leerstandsquote"]
    named = replace(vacant, wortlaut=Wortlaut("die Leerstandsquote", mehr="Mehr Leerstand"))
    assert different.heading(named, is_higher=True) == "Mehr Leerstand"
    assert different.heading(named, is_higher=False) == f"{vacant.titel} niedriger"


def test_places_among_their_like_in_words(report: Report) -> None:
    a, b, c = "99001001", "99001002", "99001004"
    names = [report.geografie.name_of(one) for one in (a, b, c)]

    def words(stands: Standing, is_higher: bool = True, compared: int = 4) -> str:
        return different.standing_words(report.geografie, stands, is_higher, compared)

    rest = ("99001005", "99001006")
    assert words(Standing((), (), (a, b, *rest))) == "der höchste Wert der fünf"
    assert words(Standing((a, b, *rest), (), ()), is_higher=False) == "der niedrigste Wert der fünf"
    assert words(Standing((), (), (a, b, *rest)), compared=6) == (
        "der höchste von fünf bekannten Werten"
    )
    assert words(Standing((), (a,), (b, c, *rest)), compared=5) == (
        f"der höchste Wert der sechs, ebenso hoch wie in {names[0]}"
    )
    assert words(Standing((a, b), (), rest)) == (
        f"nur in {names[0]} und {names[1]} lag der Wert höher"
    )
    assert words(Standing((a, b, c), (), rest), compared=5) == "höher als in zwei der fünf anderen"
    assert words(Standing((a,), (b,), rest)) == "höher als in zwei der vier anderen"


# --- The drawing ----------------------------------------------------------------------------------


def dot(name: str, value: float) -> StripDot:
    """Return a dot with its name and its number."""
    return StripDot(value, (f"{name} {value:g}", f"{value:g}"))


def test_a_strip_has_no_viewbox_and_letters_that_do_not_collide() -> None:
    others = tuple(dot(f"Klein Offenseth {number}", 50 + number) for number in range(6))
    strip = PeerStrip(dot("Elmshorn", 20), others, dot("Kreis", 51), "Alles")
    svg = peer_strip_svg(strip)
    assert "viewBox" not in svg and "style=" not in svg
    assert svg.count('class="andere"') == 6
    assert 'aria-label="Alles"' in svg and "Elmshorn 20</text>" in svg
    assert ">Kreis 51</text>" in svg


def test_equal_values_lie_in_the_middle() -> None:
    svg = peer_strip_svg(PeerStrip(dot("A", 5), (dot("B", 5),), None, ""))
    assert svg.count('cx="50.0%"') == 2
    assert 'class="ganz"' not in svg


# --- People -------------------------------------------------------------------------------------


def test_people_are_never_compared_across_a_count_without_saying_so(report: Report) -> None:
    (counted,) = report.indikatoren["bevoelkerung"].brueche
    cut = replace(counted, jahr=2024, grund="Ab hier liegt der Zensus 2022 zugrunde; manches.")
    known = {2013: 1356.0, 2023: 1253.0, 2024: 1329.0}
    assert people_sentence("Helgoland", known, "31.12.", (cut,)) == (
        "Helgoland: 1.329 Menschen (Ende 2024). Von 2013 bis 2023 sank ihre Zahl von 1.356 auf "
        "1.253 (−7,6\u202f%), mit 2024 lässt sich das nicht vergleichen: Ab hier liegt der Zensus "
        "2022 zugrunde."
    )
    assert people_sentence("Ort", {2023: 90.0, 2024: 99.0}, "31.12.", (cut,)) == (
        "Ort: 99 Menschen (Ende 2024). 2023 waren es 90, was sich damit nicht vergleichen lässt: "
        "Ab hier liegt der Zensus 2022 zugrunde."
    )
    assert people_sentence("Ort", {2024: 99.0}, "", (cut,)) == "Ort: 99 Menschen (2024)."
    assert people_sentence("Ort", {2013: 90.0, 2023: 99.0}, "31.12.", (cut,)) == (
        "Ort: 99 Menschen (Ende 2023), 9 mehr als 2013 (+10,0\u202f%)."
    )
    assert people_sentence("Ort", {}, "", (cut,)) == ""
