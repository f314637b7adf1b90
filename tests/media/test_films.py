"""Films lose what cameras and programs write into them; pictures and sound stay byte for byte."""

import random
from pathlib import Path
from struct import pack

import pytest
from media.filming import FRAMES, SECRET, UDTA, box, film, moov, track

from fokusbericht.media.films import cleaned, examine
from fokusbericht.media.films.patches import Film

NOT_WHOLE = "Der Film ist unvollständig oder beschädigt. Bitte noch einmal als MP4 speichern."
NOT_ONE = "Das ist kein Film der Art MP4. Bitte noch einmal als MP4 speichern."


def examined(folder: Path, data: bytes, name: str = "film.mp4") -> Film | str:
    (folder / name).write_bytes(data)
    return examine(folder / name)


META = box(b"meta", bytes(4), box(b"ilst", box(b"\xa9too", SECRET)))


@pytest.mark.parametrize(
    "data",
    [
        film(),
        film(index=moov(UDTA, META, box(b"XMP_", SECRET))),
        film(index=moov(tracks=track(b"vide", SECRET, 0, UDTA, META) + track(b"soun"))),
        film(index=moov(version=1)),
        film(
            UDTA, META, box(b"uuid", bytes(16), SECRET), box(b"free", SECRET), box(b"skip", SECRET)
        ),
        film(box(b"uuid", bytes(16), SECRET, wide=True)),
        film(pack(">I4s", 0, b"uuid") + SECRET),
        film(index=moov(tracks=track() + track(b"tmcd"))),
        film(
            box(
                b"moof",
                box(b"mfhd", bytes(8)),
                box(b"traf", box(b"tfhd", bytes(8)), box(b"uuid", SECRET)),
                META,
            )
        ),
        film(box(b"prft", SECRET), box(b"emsg", SECRET)),
    ],
)
def test_what_is_written_beside_pictures_and_sound_goes(tmp_path: Path, data: bytes) -> None:
    found = examined(tmp_path, data)
    assert isinstance(found, Film) and found.seconds == 7.5
    made = cleaned(tmp_path / "film.mp4")
    assert SECRET in data and SECRET not in made
    assert b"\x11" * 8 not in made.replace(FRAMES, b"")
    assert len(made) == len(data)
    place = data.index(FRAMES)
    assert made[place : place + len(FRAMES)] == FRAMES
    assert b"stco" + bytes(4) + pack(">II", 1, 48) in made
    for kept in (b"mvhd", b"tkhd", b"hdlr", b"avcC\x61bc", b"ftypisom"):
        assert made.count(kept) == data.count(kept) or b"tmcd" in data
    assert b"udta" not in made and b"uuid" not in made and b"meta" not in made


def test_a_cleaned_film_is_clean(tmp_path: Path) -> None:
    examined(tmp_path, film(UDTA, index=moov(UDTA)))
    made = cleaned(tmp_path / "film.mp4")
    examined(tmp_path, made)
    assert cleaned(tmp_path / "film.mp4") == made


def test_frames_may_stand_in_a_huge_box_or_to_the_end(tmp_path: Path) -> None:
    start = box(b"ftyp", b"isom", bytes(4)) + moov()
    for data in (
        start + box(b"mdat", FRAMES, wide=True),
        start + pack(">I4s", 0, b"mdat") + FRAMES,
    ):
        assert isinstance(examined(tmp_path, data), Film)
        assert FRAMES in cleaned(tmp_path / "film.mp4")


@pytest.mark.parametrize("kind", [b"meta", b"mdta", b"camm", b"gpmd", b"\0\x1b[3"])
def test_a_track_of_sensors_is_told(tmp_path: Path, kind: bytes) -> None:
    found = examined(tmp_path, film(index=moov(tracks=track() + track(kind))))
    shown = kind.decode().translate({0: "?", 27: "?", ord("["): "?"})
    assert found == (
        f"Der Film enthält neben Bild und Ton eine Spur „{shown}“, die verraten kann, wo er "
        "entstand. Bitte neu speichern, nur mit Bild und Ton."
    )


WHOLE = film()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Die Datei ist leer."),
        (b"film", NOT_ONE),
        (b"<html><script>alert(1)</script>", NOT_ONE),
        (b"\x1aE\xdf\xa3" + bytes(40), NOT_ONE),
        (WHOLE[:-1], NOT_WHOLE),
        (WHOLE[:2400], NOT_WHOLE),
        (WHOLE + b"\0\0\0", NOT_WHOLE),
        (WHOLE + pack(">I4s", 7, b"free"), NOT_WHOLE),
        (WHOLE + pack(">I4s", 2**31, b"free"), NOT_WHOLE),
        (WHOLE + pack(">I4sQ", 1, b"free", 2**63), NOT_WHOLE),
        (WHOLE + pack(">I4sQ", 1, b"free", 3), NOT_WHOLE),
        (box(b"ftyp", b"isom", bytes(4)) + box(b"mdat", FRAMES), NOT_WHOLE),
        (box(b"ftyp", b"isom", bytes(4)) + moov(), NOT_ONE),
        (film(index=box(b"moov")), NOT_ONE),
        (film(index=moov(tracks=track(b"soun"))), NOT_ONE),
        (film(index=box(b"moov", box(b"mvhd", bytes(2)))), NOT_WHOLE),
        (film(index=box(b"moov", pack(">I4s", 0, b"trak"))), NOT_WHOLE),
    ],
)
def test_what_is_no_whole_film_is_told(tmp_path: Path, data: bytes, sentence: str) -> None:
    assert examined(tmp_path, data) == sentence


def test_boxes_nested_without_end_are_told_or_freed(tmp_path: Path) -> None:
    nest = b""
    for _ in range(5000):
        nest = box(b"trak", nest)
    assert examined(tmp_path, film(index=moov(tracks=track() + nest))) == NOT_WHOLE
    deep = b""
    for _ in range(5000):
        deep = box(b"mdia", deep)
    assert isinstance(examined(tmp_path, film(deep)), Film)


def element(name: int, content: bytes, size: int = 0) -> bytes:
    """Return an element; its size is written in so many bytes, -1 for one that is not known."""
    start = name.to_bytes((name.bit_length() + 7) // 8, "big")
    if size < 0:
        return start + b"\x01" + b"\xff" * 7 + content
    wide = size or (1 if len(content) < 127 else 8)
    return start + (len(content) | 1 << 7 * wide).to_bytes(wide, "big") + content


def webm(*more: bytes, kind: int = 1, live: bool = False, doctype: bytes = b"webm") -> bytes:
    info = element(
        0x1549A966,
        element(0x2AD7B1, b"\x0f\x42\x40")
        + element(0x4489, pack(">d", 7500))
        + element(0x4D80, SECRET)
        + element(0x5741, SECRET)
        + element(0x4461, bytes(8))
        + element(0x7BA9, SECRET)
        + element(0x7384, SECRET * 60),
    )
    entry = element(0xD7, b"\1") + element(0x83, bytes((kind,))) + element(0x536E, SECRET)
    tracks = element(0x1654AE6B, element(0xAE, entry))
    cluster = element(0x1F43B675, element(0xE7, b"\0") + element(0xA3, FRAMES), -1 if live else 0)
    tags = (
        element(0x1254C367, SECRET * 50) + element(0x1941A469, SECRET) + element(0x1043A770, SECRET)
    )
    segment = element(0x18538067, info + tracks + cluster + tags, -1 if live else 8)
    return element(0x1A45DFA3, element(0x4282, doctype)) + segment + b"".join(more)


@pytest.mark.parametrize("data", [webm(), webm(live=True), webm(element(0xEC, SECRET))])
def test_webm_loses_its_notes_too(tmp_path: Path, data: bytes) -> None:
    found = examined(tmp_path, data, "film.webm")
    assert isinstance(found, Film) and found.seconds == 7.5
    made = cleaned(tmp_path / "film.webm")
    assert SECRET in data and SECRET not in made and len(made) == len(data)
    assert FRAMES in made
    again = examined(tmp_path, made, "film.webm")
    assert isinstance(again, Film) and again.seconds == 7.5


@pytest.mark.parametrize(
    "data",
    [
        b"x",
        film(),
        webm()[:-1],
        webm()[:300],
        webm(doctype=b"matroska"),
        webm(kind=2),
        webm(kind=0x21),
        webm(b"\0\0"),
        webm(element(0x1254C367, b"x", -1)),
    ],
)
def test_what_is_no_whole_webm_is_told(tmp_path: Path, data: bytes) -> None:
    found = examined(tmp_path, data, "film.webm")
    assert isinstance(found, str) and found.endswith(("speichern.", "Bild und Ton."))


@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
def test_damage_is_told_or_does_no_harm(tmp_path: Path, name: str) -> None:
    whole = film(UDTA, index=moov(UDTA, META)) if name.endswith("mp4") else webm()
    dice, fine = random.Random(name), 0
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 4)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        found = examined(
            tmp_path,
            bytes(data[: dice.randint(1, len(data))] if dice.random() < 0.2 else data),
            name,
        )
        if isinstance(found, Film):
            fine += 1
            assert len(cleaned(tmp_path / name)) == (tmp_path / name).stat().st_size
    assert 20 < fine < 400
