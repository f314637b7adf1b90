"""The checker of PDFs: a sound file passes, each fault is found by what it breaks alone."""

import random
from io import BytesIO

import pikepdf
import pytest
from gates.pdf import CONDITIONS, LAYOUT, findings
from gates.pdf.planted import FAULTS, SOUND, Fault, compiled

ALL = (*CONDITIONS, *LAYOUT)


@pytest.fixture(scope="module")
def sound() -> bytes:
    return compiled(SOUND.read_text(encoding="utf-8"))


def test_a_sound_file_passes(sound: bytes) -> None:
    assert list(map(str, findings(sound, ALL))) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_by_what_it_breaks(fault: Fault) -> None:
    found = findings(fault.file(), ALL)
    assert {one.condition.name for one in found} == fault.found_by, list(map(str, found))


def test_there_are_enough_faults_and_each_has_a_name() -> None:
    assert len({one.name for one in FAULTS}) == len(FAULTS) >= 25
    assert len({one.name for one in ALL}) == len(ALL)


def test_a_condition_says_number_place_and_what() -> None:
    fault = next(one for one in FAULTS if one.name == "H3 after H1")
    assert list(map(str, findings(fault.file()))) == [
        "14-003 skipped heading level: page 2, H3 „Leerstand“: after H1"
    ]


def locked(data: bytes, **allowed: bool) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        out = BytesIO()
        permissions = pikepdf.Permissions(**allowed)
        pdf.save(
            out,
            encryption=pikepdf.Encryption(
                owner="x", R=3, aes=False, metadata=False, allow=permissions
            ),
        )
    return out.getvalue()


def test_a_locked_file_is_found(sound: bytes) -> None:
    def names(data: bytes) -> set[str]:
        return {one.condition.name for one in findings(data, ALL)}

    assert names(locked(sound)) == {"encrypted"}
    silent = locked(sound, accessibility=False, extract=False)
    assert names(silent) == {"encrypted", "reading aloud forbidden"}


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"kein PDF" * 99], ids=["empty", "head", "no"]
)
def test_what_is_no_pdf_is_a_finding(data: bytes) -> None:
    assert [one.condition.name for one in findings(data, ALL)] == ["cannot be read"]


def test_a_broken_file_is_a_finding_and_no_accident(sound: bytes) -> None:
    """Whatever is broken in a file, the checker tells it or reads around it."""
    chance = random.Random(17)
    with pikepdf.open(BytesIO(sound)) as pdf:
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    plain = out.getvalue()
    for _ in range(15):
        data = bytearray(plain)
        for _ in range(12):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert isinstance(findings(bytes(data), ALL), list)
        assert isinstance(findings(plain[: chance.randrange(len(plain))], ALL), list)
