"""What the county's figures say is well said: no sentence, and no page, has what is rejected."""

from pathlib import Path

from sentences import faults_of, faults_on_pages, told_of

from fokusbericht.model.report import Report

ENOUGH = 1500


def test_no_sentence_says_what_is_rejected(report: Report) -> None:
    found = [one for one in told_of(report) if one[-1]]
    assert [(*one, faults) for one in found if (faults := faults_of(one[-1]))] == []
    assert len({said for *_, said in found}) >= ENOUGH


def test_no_page_says_what_is_rejected(real_site: Path) -> None:
    assert faults_on_pages(real_site) == []
