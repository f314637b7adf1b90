"""What files say of themselves becomes lists, in their order, without a word from the page."""

from fokusbericht.building.output import Offer
from fokusbericht.pages.texte.offers import groups_view, tables_view
from fokusbericht.views import Cell


def of(name: str, form: str, note: str = "", years: str = "2022") -> Offer:
    facts = (("Jahre", years),)
    url = f"/x/{name}.{form.lower()}"
    return Offer(url, "zahlen", name, note, "Wohnen", form, f"/x/{name}/", facts)


def test_files_of_one_name_are_a_row_with_their_sizes() -> None:
    offers = [
        Offer("/daten/a.csv", "empfehlungen", "A", "CSV", columns=(("id", "Kennung"),)),
        Offer("/daten/a.json", "empfehlungen", "A", "JSON"),
        Offer("/daten/karte.topojson", "zahlen", "Flächen"),
    ]
    view = tables_view(offers, lambda url: f"{len(url)} KB")
    assert view.head == ("Inhalt", "CSV", "JSON", "TopoJSON")
    assert view.rows == (
        (
            Cell("A", "/daten/spalten/#a"),
            Cell("CSV", "/daten/a.csv", note="12 KB"),
            Cell("JSON", "/daten/a.json", note="13 KB"),
            Cell(""),
        ),
        (
            *(Cell("Flächen"), Cell(""), Cell("")),
            Cell("TopoJSON", "/daten/karte.topojson", note="21 KB"),
        ),
    )


def test_files_about_the_same_stand_in_one_row_by_form() -> None:
    offers = [of("Miete", "CSV"), of("Miete", "PX", "Für PC-Axis."), of("Rente", "CSV")]
    (group,) = groups_view(offers, "Zahl")
    assert (group.title, group.notes, group.links) == ("Wohnen", ("Für PC-Axis.",), ())
    assert group.files is not None
    assert group.files.head == ("Zahl", "CSV", "PX", "Jahre")
    assert group.files.rows[0][2] == Cell("PX", "/x/Miete.px")
    assert group.files.rows[1] == (
        *(Cell("Rente", "/x/Rente/"), Cell("CSV", "/x/Rente.csv"), Cell("")),
        Cell("2022"),
    )
