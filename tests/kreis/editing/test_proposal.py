"""The county's rooms would be cut by the model as they are."""

from support import REPOSITORY

from fokusbericht.editing.proposal import propose
from fokusbericht.load import load_report


def test_the_county_would_be_cut_as_it_is() -> None:
    report = load_report(REPOSITORY)[0]
    text = propose(report)
    assert text and "wechselt keine Kommune den Raum" in " ".join(text.split())
    assert all(len(line) <= 100 for line in text.splitlines())
    assert text == propose(report)
