"""Whatever is broken in a county is told: a short part of what `run.py` does for long."""

import json
import warnings
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import SMALL, loaded, small_county

from fuzz.county import COUNTIES, County, Finding
from fuzz.fresh import Watch, edits
from fuzz.imports import Imports
from fuzz.mutations import WAYS, mistake
from fuzz.run import shown

TRIALS = {"klein": 50, "handbuch": 12}
IMPORTS = 100
EDITS = 5
FIELD = "content/termine/2021-05-07-steuerungsgruppe.md"


def told(found: Finding | None, seed: int, files: dict[str, bytes]) -> str:
    """Return what to see of a finding, and how to make it again."""
    if found is None:
        return ""
    mistakes = (shown(one, files.get(one.path)) for one in found.mistakes)
    return "\n".join((f"--ab {seed} --anzahl 1", *mistakes, found.trace))


@pytest.mark.parametrize("name", TRIALS)
def test_no_mistake_in_a_county_is_a_crash(tmp_path: Path, name: str) -> None:
    county = County(tmp_path, COUNTIES[name]())
    for seed in range(TRIALS[name]):
        assert told(county.trial(seed, makes=3), seed, county.files) == ""


def test_no_mistake_in_an_official_file_is_a_crash(tmp_path: Path) -> None:
    county = Imports(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for seed in range(IMPORTS):
            assert told(county.trial(seed), seed, county.files) == ""


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_county(tmp_path_factory.mktemp("werte"))


@settings(max_examples=40)
@given(
    st.text(max_size=30) | st.integers() | st.floats() | st.dates().map(str) | st.none(),
    st.integers(0, 100),
)
def test_no_value_is_a_crash(laid: Path, value: object, number: int) -> None:
    """Any value in the place of any other, as JSON, which is YAML."""
    lines = (SMALL / FIELD).read_text(encoding="utf-8").split("\n")
    keyed = [place for place, line in enumerate(lines) if ": " in line]
    place = keyed[number % len(keyed)]
    lines[place] = f"{lines[place].partition(':')[0]}: {json.dumps(value)}"
    (laid / FIELD).write_text("\n".join(lines), encoding="utf-8")
    loaded(laid)


def test_what_is_kept_is_what_would_be_made(tmp_path: Path) -> None:
    """Some values of a county are changed, one after the other; `run.py --frisch` changes all."""
    files = {path: data.decode() for path, data in COUNTIES["klein"]().items()}
    root = small_county(tmp_path)
    watch = Watch(root)
    for edit in Random(7).sample(list(edits(files)), EDITS):
        (root / edit.path).write_text(edit.content, encoding="utf-8")
        assert (edit.what, list(watch.stale())) == (edit.what, [])
        (root / edit.path).write_text(files[edit.path], encoding="utf-8")


def test_the_same_number_makes_the_same_mistake() -> None:
    files = COUNTIES["klein"]()
    for seed in range(50):
        assert mistake(Random(seed), files) == mistake(Random(seed), files)


@pytest.mark.parametrize("kind", WAYS)
def test_each_way_to_spoil_a_file_takes_any_file(kind: str) -> None:
    for way in WAYS[kind]:
        for seed in range(3):
            for data in (b"", b"\xff\x00", b"a", b"a: b\n- c;d\n", b'{"a": [1, [2]]}', b"[1, 2]"):
                assert isinstance(way(Random(seed), data), bytes)


def test_a_crash_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(report: object) -> list[int]:
        return [1 // len(one.titel) for one in report.things()]  # type: ignore[attr-defined]

    from fokusbericht.checks import texts

    monkeypatch.setattr(texts, "check", check)
    county = County(tmp_path, COUNTIES["klein"]())
    found = [county.trial(seed, makes=0) for seed in range(25)]
    kinds = {one.what.partition(" ")[0] for one in found if one}
    assert kinds == {"ZeroDivisionError"}
