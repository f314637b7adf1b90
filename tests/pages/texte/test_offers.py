"""What files say of themselves becomes lists, in their order, without a word from the page."""

from fokusbericht.building.output import Offer
from fokusbericht.pages.texte.offers import offers_view
from fokusbericht.views import Cell, Link


def of(name: str, form: str, note: str = "", years: str = "2022") -> Offer:
    facts = (("Jahre", years),)
    url = f"/x/{name}.{form.lower()}"
    return Offer(url, "zahlen", name, note, "Wohnen", form, f"/x/{name}/", facts)


def test_files_of_their_own_are_links_with_their_columns() -> None:
    offer = Offer("/daten/a.csv", "feeds", "A", "CSV", columns=(("id", "Kennung"),))
    view = offers_view([offer])
    assert view.files == (Link("A", "/daten/a.csv", "CSV"),)
    assert [(one.title, one.columns[0].label) for one in view.columns] == [("a.csv", "id")]
    assert view.groups == ()


def test_files_about_the_same_stand_in_one_row_by_form() -> None:
    offers = [of("Miete", "CSV"), of("Miete", "PX", "Für PC-Axis."), of("Rente", "CSV")]
    (group,) = offers_view(offers, "Zahl").groups
    assert (group.title, group.notes, group.files) == ("Wohnen", ("Für PC-Axis.",), ())
    assert group.head == ("Zahl", "CSV", "PX", "Jahre")
    assert group.rows[0][2] == Cell("PX", "/x/Miete.px")
    assert group.rows[1] == (
        *(Cell("Rente", "/x/Rente/"), Cell("CSV", "/x/Rente.csv"), Cell("")),
        Cell("2022"),
    )
