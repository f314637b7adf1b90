"""The words of the county are whole: each Kommune has a postcode, no old name leads nowhere."""

from fokusbericht.checks import compounds
from fokusbericht.model.report import Report


def test_each_kommune_has_a_postcode(report: Report) -> None:
    found = {ags for keys in report.postleitzahlen.values() for ags in keys}
    assert found == set(report.geografie.kommunen)
    assert report.geografie.plz_quelle


def test_each_group_of_words_leads_somewhere(report: Report) -> None:
    assert [one.worte for one in report.synonyme if not one.leads()] == []


def test_each_long_word_of_a_title_is_split_or_stays_whole(report: Report) -> None:
    assert [str(one) for one in compounds.check(report)] == []
