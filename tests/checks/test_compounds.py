"""Hints at long words of titles that nobody has split."""

from pathlib import Path

from support import loaded, replaced, small_county

from fokusbericht.checks import compounds


def hints(folder: Path, titel: str, parts: str) -> list[str]:
    """Return what is told of a title where a county has such parts of words."""
    longer = replaced("indicators/wohnen/miete.yml", "titel: Miete", f"titel: {titel}")
    root = small_county(folder, {**longer, "content/wortteile.yml": parts})
    return [str(one) for one in compounds.check(loaded(root)[0])]


def test_a_long_word_of_a_title_that_nobody_split_is_told(tmp_path: Path) -> None:
    assert hints(tmp_path, "Nettokaltmiete", "Altbau: [alt, Bau]\n") == [
        "indicators/wohnen/miete.yml:1:1: Hinweis: Die Suche findet die Teile von "
        "„Nettokaltmiete“ nicht. Bitte in content/wortteile.yml eintragen: „Nettokaltmiete: "
        "[Teil, Teil]“, oder „Nettokaltmiete: []“, wenn es sich nicht teilen lässt. (wortteile)"
    ]


def test_what_is_split_or_stays_whole_is_not_told(tmp_path: Path) -> None:
    parts = "Nettokaltmiete: [netto, kalt, Miete]\nBarrierefreiheit: []\n"
    assert hints(tmp_path, "Nettokaltmiete und Barrierefreiheit", parts) == []


def test_a_county_without_such_a_list_is_told_nothing(tmp_path: Path) -> None:
    assert hints(tmp_path, "Nettokaltmiete", "") == []
