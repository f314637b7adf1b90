"""Groups of figures: each figure stands in one of them, all of a group in one theme."""

from collections.abc import Iterator

from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "zahlengruppe"
FEWEST = 2


def check(report: Report) -> Iterator[Problem]:
    """Yield groups of one, and figures that would stand in two places."""
    placed: dict[str, str] = {}
    for gruppe in report.gruppen.values():
        if len(gruppe.reihen) < FEWEST and report.whole is None:
            sentence = f"„{gruppe.titel}“ hat nur eine Zahl; eine Gruppe braucht wenigstens zwei."
            yield Problem(gruppe.place, sentence, ID)
        themes = []
        for reihe in gruppe.reihen:
            name = reihe.indikator.key.name
            if name in placed:
                sentence = f"„{name}“ steht schon in der Gruppe „{placed[name]}“."
                yield Problem(reihe.indikator.place, sentence, ID)
            placed.setdefault(name, gruppe.titel)
            indikator = report.indikatoren.get(name)
            if indikator is None:
                continue
            themes.append(indikator.thema.key.name)
            if themes[-1] != themes[0]:
                sentence = (
                    f"„{name}“ gehört zum Thema „{themes[-1]}“, die erste Zahl der Gruppe zu "
                    f"„{themes[0]}“. Was nebeneinander steht, gehört zu einem Thema."
                )
                yield Problem(reihe.indikator.place, sentence, ID)
