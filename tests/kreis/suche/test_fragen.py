"""The hundred questions ask for what the site has: each wanted address is there."""

from pathlib import Path

import yaml
from support import REPOSITORY

QUESTIONS = yaml.safe_load(
    (REPOSITORY / "tests/kreis/suche/fragen.yml").read_text(encoding="utf-8")
)


def test_there_are_a_hundred_and_none_twice() -> None:
    assert len({one["frage"].casefold() for one in QUESTIONS}) == 100


def test_each_wanted_address_is_there(real_site: Path) -> None:
    wanted = {address for one in QUESTIONS for address in one["will"]}
    assert sorted(one for one in wanted if not is_there(one, real_site)) == []


def is_there(address: str, site: Path) -> bool:
    """Say whether an address leads to a page that isn't given up, and to its anchor."""
    path, _, anchor = address.partition("#")
    page = site / path.strip("/") / "index.html"
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    given_up = not text or "Diese Seite gibt es nicht mehr" in text
    return not given_up and (not anchor or f'id="{anchor}"' in text)
