"""The county's own tables have the form that is written."""

from pathlib import Path

import pytest
from support import REPOSITORY

from fokusbericht.importers.change import format_values


@pytest.mark.parametrize(
    "path", sorted((REPOSITORY / "indicators").rglob("*.csv")), ids=lambda path: path.stem
)
def test_our_own_tables_have_the_form_that_is_written(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = [line.split(";") for line in lines[1:]]
    values = {(raum, int(jahr)): tuple(rest) for raum, jahr, *rest in cells}
    assert format_values(values) == path.read_text(encoding="utf-8")
