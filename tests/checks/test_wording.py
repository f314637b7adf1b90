"""Whatever one can refer to has a name in sentences to editors, and dates are told as written."""

from pathlib import Path

import pytest
from support import replaced, small_county, told

from fokusbericht.checks.wording import NAMES, written
from fokusbericht.model.base import Kind, PartialDate

PAGE = "content/seiten/verfahren.md"


def test_every_kind_has_a_name() -> None:
    assert NAMES.keys() == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_link_to_nothing_is_told_for_every_kind(tmp_path: Path, kind: Kind) -> None:
    root = small_county(tmp_path, replaced(PAGE, "Erst der", f"[[{kind}:gibt-es-nicht]] der"))
    (line,) = told(root)
    assert line.startswith(f"{PAGE}:11:1: ")
    assert "gibt-es-nicht" in line and "(toter-link)" in line


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (PartialDate(2022), "2022"),
        (PartialDate(2022, 5, 3), "2022-05-03"),
        (PartialDate(2022, season=22), "Sommer 2022"),
    ],
)
def test_a_date_is_told_as_an_editor_writes_it(day: PartialDate, words: str) -> None:
    assert written(day) == words
