"""Everything stands in the register, also by the words that people know it by."""

from pathlib import Path

from lxml import html
from support import loaded, small_county

from fokusbericht.site import plan_site

WORDS = """- worte: [Kaltmiete, Mietpreis]
  ziele: [indikator:miete]
- worte: [Mietkosten, Leer]
  ziele: [indikator:miete, indikator:leerstand]
- worte: [Mietspiegel, leere Häuser]
- worte: [Kontakt, Leerstand]
  ziele: [/impressum/]
"""


def lines_of(folder: Path, files: dict[str, str]) -> dict[str, list[str]]:
    """Return what stands under each heading of the small county's register."""
    report, problems = loaded(small_county(folder, files))
    assert problems == []
    (page,) = [one for one in plan_site(report)[0] if one.path == "register/index.html"]
    tree = html.fromstring(page.make())
    return {
        section.find("h2").text_content(): [
            " ".join(one.text_content().replace("\xad", "").split()) for one in section.iter("li")
        ]
        for section in tree.iter("section")
        if section.get("class") == "buchstabe"
    }


def test_words_stand_with_what_they_mean(tmp_path: Path) -> None:
    found = lines_of(tmp_path, {"content/synonyme.yml": WORDS})
    # Neighbours that lead the same way are one entry; what leads nowhere is none.
    assert [one for one in found["M"] if "siehe" in one] == ["Mietkosten, Mietpreis siehe Miete"]
    assert "Miete Zahl" in found["M"]
    assert "Kontakt siehe Impressum" in found["K"] and "Kaltmiete siehe Miete" in found["K"]
    # A word that is itself the title of something is no second entry.
    assert "Leer siehe Miete" in found["L"]
    assert {"Leerstand (Begriff)", "Leerstand (Zahl)"} <= {*found["L"]}
    assert "Leerstand siehe Impressum" not in found["L"]


def test_kommunen_stand_with_their_postcodes_and_postcodes_with_their_kommunen(
    tmp_path: Path,
) -> None:
    found = lines_of(tmp_path, {})
    assert "Nordort Stadt, 25001" in found["N"]
    assert found["Postleitzahlen"] == ["25001 Nordort", "25002 Mitte, Südort"]


def test_without_postcodes_there_is_no_such_part(tmp_path: Path) -> None:
    root_files = {"geo/postleitzahlen.csv": "plz;ags\n"}
    assert "Postleitzahlen" not in lines_of(tmp_path, root_files)
