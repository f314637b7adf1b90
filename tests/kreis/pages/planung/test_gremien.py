"""The county's bodies: no step is lost, the Kreistag comes first."""

from support import REPOSITORY

from fokusbericht.load import load_report, without_examples
from fokusbericht.model.base import Key, Kind
from fokusbericht.pages.planung.consultation import ordered_bodies, sessions


def test_all_sessions_of_the_county_have_their_body() -> None:
    report, problems = load_report(REPOSITORY)
    assert problems == []
    told = sum(len(held) for held in sessions(report).values())
    steps = [
        step
        for one in report.empfehlungen.values()
        for step in one.verlauf
        if step.schritt.value in ("ausschuss", "kreistag")
    ]
    alone = report.beschluesse.keys() - {one.beschluss.key.name for one in steps if one.beschluss}
    assert told == len(steps) + len(alone)


def test_the_kreistag_comes_first_and_nothing_real_is_lost_without_examples() -> None:
    report, _ = load_report(REPOSITORY)
    assert ordered_bodies(report)[0].key == Key(Kind.GREMIUM, "kreistag")
    real = without_examples(report)
    assert real.gremien == report.gremien
    held = [one for ones in sessions(real).values() for one in ones]
    assert held and not any(one.source.beispiel for one in held)
