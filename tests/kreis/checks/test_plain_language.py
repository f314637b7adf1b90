"""The county's own texts in Leichte Sprache get no hint."""

from support import loaded

from fokusbericht.checks import find_hints


def test_our_own_texts_get_no_hint() -> None:
    from support import REPOSITORY

    report, _ = loaded(REPOSITORY)
    assert len(report.leicht) > 13
    assert [str(hint) for hint in find_hints(report)] == []
