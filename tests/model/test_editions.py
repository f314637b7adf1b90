"""What an edition tells of itself."""

from editions.sample import illustration, text

from fokusbericht.model.editions import Chapter, ChapterKind, ChapterPassage

ONE, TWO, THREE = (text(words) for words in ("Eins", "Zwei", "Drei"))
MAP, COURSE = illustration("karte-miete", "Mieten"), illustration("verlauf-miete", "Verlauf")


def chapter(places: tuple[int, ...]) -> Chapter:
    return Chapter(
        *(ChapterKind.THEME, "wohnen", "Wohnen"),
        blocks=(ONE, TWO, THREE),
        illustrations=(MAP, COURSE),
        places=places,
    )


def test_text_is_parted_where_its_pictures_stand() -> None:
    assert chapter((1, 2)).passages == (
        ChapterPassage((ONE,), (MAP,)),
        ChapterPassage((TWO,), (COURSE,)),
        ChapterPassage((THREE,), ()),
    )
    assert chapter((0, 3)).passages == (
        ChapterPassage((), (MAP,)),
        ChapterPassage((ONE, TWO, THREE), (COURSE,)),
    )


def test_pictures_without_a_place_stand_behind_the_text() -> None:
    assert chapter(()).passages == (ChapterPassage((ONE, TWO, THREE), (MAP, COURSE)),)
    assert chapter((2, 9)).passages == (
        ChapterPassage((ONE, TWO), (MAP,)),
        ChapterPassage((THREE,), (COURSE,)),
    )


def test_a_chapter_without_text_and_pictures_has_no_passages() -> None:
    assert Chapter(ChapterKind.GOALS, "ziele", "Ziele").passages == ()
