"""What an editor sees for each mistake: the exact text, at the right place.

A case is a folder in tests/problems/: files laid over the small county, and expected.txt.
"""

from pathlib import Path

import pytest
from support import HERE, case_files, small_county, told

CASES = sorted(path.name for path in (HERE / "problems").glob("*") if path.is_dir())


@pytest.mark.parametrize("case", CASES)
def test_problem(case: str, tmp_path: Path) -> None:
    expected = (HERE / "problems" / case / "expected.txt").read_text(encoding="utf-8")
    root = small_county(tmp_path, case_files(case))
    assert "\n".join(told(root)) + "\n" == expected


def test_small_county_has_no_problem(tmp_path: Path) -> None:
    assert told(small_county(tmp_path)) == []
