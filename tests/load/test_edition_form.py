"""A frozen edition is read back as it was written, whatever is in it."""

import dataclasses

import pytest
import yaml
from editions.sample import ausgabe

from fokusbericht.load.edition_form import KEYS, NoEdition, from_plain, to_plain
from fokusbericht.model import editions, press
from fokusbericht.model.editions import Ausgabe, Chapter, ChapterKind
from fokusbericht.text import blocks
from fokusbericht.text.blocks import Paragraph, ParagraphStyle, Run

STRANGE = "x: ja\t#1 'nein' \"—\" {a: [b]} \u202f% \u00a0 null 1e3 2025-01-01 \U0001f600"


def written(edition: Ausgabe) -> str:
    """Return an edition as it is frozen."""
    return yaml.safe_dump(to_plain(edition), allow_unicode=True, sort_keys=False)


def read(text: str) -> Ausgabe:
    """Return what is read of it."""
    return from_plain(yaml.load(text, yaml.CSafeLoader))


def test_an_edition_with_a_chapter_of_each_kind_is_read_back() -> None:
    assert {one.kind for one in ausgabe().chapters} == set(ChapterKind)
    assert read(written(ausgabe(frozen="1. Dezember 2026"))) == ausgabe(frozen="1. Dezember 2026")


@pytest.mark.parametrize("text", ["2025", "null", "1,5", "- a", "a: b", "", "~", "yes", STRANGE])
def test_any_text_is_read_back(text: str) -> None:
    runs = (Run(text, bold=True), Run(text), Run(text, href=text, raised=True))
    quote = Paragraph(runs, ParagraphStyle.QUOTE)
    chapter = Chapter(ChapterKind.THEME, text, text, blocks=(quote,), source=text)
    edition = ausgabe(title=text, chapters=(chapter,), words={text: text}, office=(text, text))
    assert read(written(edition)) == edition


def test_what_is_empty_is_left_out() -> None:
    plain = to_plain(ausgabe(notice="", frozen="", office=()))
    assert not {"hinweis", "eingefroren", "herausgeber"} & plain.keys()
    assert plain["kapitel"][0] == {
        "art": "vorwort",
        "anker": "vorwort",
        "titel": "Vorwort",
        "bloecke": [{"absatz": {"text": ["Liebe Leserinnen und Leser!"]}}],
    }


def test_no_two_fields_of_a_thing_have_one_key() -> None:
    kinds = [one for room in (editions, press, blocks) for one in vars(room).values()]
    for kind in {one for one in kinds if dataclasses.is_dataclass(one)}:
        keys = [KEYS.get(one.name, one.name) for one in dataclasses.fields(kind)]
        assert len(keys) == len(set(keys)), kind


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("fassung: 1", "fassung: 2", "fassung: 1"),
        ("titel: Fokus 2025", "titel: 2025", "2025"),
        ("jahr: 2025", "jahr: '2025'", "'2025'"),
        ("untertitel:", "unteritel:", "unteritel"),
        ("art: vorwort", "art: vorwörtchen", "'vorwörtchen' is not a valid ChapterKind"),
        ("- absatz:", "- satzab:", "'satzab'"),
    ],
)
def test_what_was_never_written_so_is_not_read(old: str, new: str, reason: str) -> None:
    text = written(ausgabe())
    assert old in text
    with pytest.raises(NoEdition, match=f"^{reason}$"):
        read(text.replace(old, new, 1))


@pytest.mark.parametrize("text", ["", "- a", "fassung: 1\nkapitel: nein", "fassung: 1\nzahl: {}"])
def test_what_is_no_edition_is_not_read(text: str) -> None:
    with pytest.raises(NoEdition):
        read(text)
