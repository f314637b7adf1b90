"""Which changes of a county are told, in which order, in which words, and why others are not."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from support import loaded, small_county

from fokusbericht.figures.telling_changes import press_figures, telling_changes
from fokusbericht.model.press import PressFigures, YearBar
from fokusbericht.model.report import Report
from fokusbericht.statistics.secrecy import as_published

COUNTY = "01099"
META = """titel: {title}
kurz: Eine erdachte Zahl.
geaendert: 2026-01-22
thema: {theme}
einheit: {unit}
art: {art}
dezimalstellen: {digits}
richtung: neutral
ebene: kreis
stichtag: Jahr
stand: 2021
quelle: {{name: Musteramt, lizenz: dl-de/by-2-0}}
methode: Gezählt.
{more}"""
QUIET = (1000, 1020, 1050, 1060, 1080, 1110, 1130, 1140, 1160)
JUMP, LEAP = (*QUIET, 1400), (*QUIET, 1500)
MORE = "wortlaut: {name: die Zahl der Buden}\n"
REASONS = {
    "usual": "hat sich verändert wie üblich",
    "rounding": "gleich geblieben, oder der Unterschied kann vom Runden kommen",
    "break": "wird seit der letzten Zahl anders gezählt",
    "few": "weniger als 100 Fälle",
    "short": "weniger als sieben vergleichbare Veränderungen davor",
    "gap": "keine Zahl aus dem Jahr vor der letzten",
    "change": "sagt selbst schon, was sich verändert hat",
    "year": "die Quelle sagt nicht, aus welchem Jahr die Zahl ist",
    "old": "die letzte Zahl ist von vor 2018",
    "secret": "geschützt: gerundet und zum Teil verborgen",
    "subject": "dieselbe Sache wie eine Zahl weiter oben",
    "theme": "zu ihrem Thema stehen schon zwei oben",
}


def figure(
    name: str,
    values: tuple[float, ...],
    last: int = 2021,
    *,
    more: str = "",
    unit: str = "Buden",
    art: str = "anzahl",
    digits: int = 0,
    theme: str = "wohnen",
    gap: int = 0,
) -> dict[str, str]:
    """Return the two files of an indicator of the county alone, whose last year is given."""
    first = last - len(values) + 1
    rows = "".join(
        f"{COUNTY};{year};{value}\n".replace(".", ",")
        for year, value in enumerate(values, first)
        if year != gap
    )
    told = META.format(
        title=name.title(), theme=theme, unit=unit, art=art, digits=digits, more=more
    )
    return {
        f"indicators/{theme}/{name}.yml": told,
        f"indicators/{theme}/{name}.csv": f"raum;jahr;wert\n{rows}",
    }


def report_with(folder: Path, *figures: Mapping[str, str]) -> Report:
    """Return the small county with more figures, as it may be published."""
    files = {name: text for one in figures for name, text in one.items()}
    return as_published(loaded(small_county(folder, files))[0])


def told(report: Report) -> list[str]:
    """Return what is told in the edition of 2021, in its order."""
    return [one.indicator for one in telling_changes(report, 2021)]


def left_out(figures: PressFigures) -> dict[str, int]:
    """Return why figures are not told, without the two that the small county has."""
    found = {one.reason: one.count for one in figures.left_out}
    found[REASONS["short"]] = found.get(REASONS["short"], 0) - 1
    return {reason: count for reason, count in found.items() if count and "nur eine" not in reason}


def test_a_jump_is_told_in_a_sentence_that_can_be_quoted(tmp_path: Path) -> None:
    report = report_with(tmp_path, figure("buden", JUMP, more=MORE))
    (one,) = telling_changes(report, 2021)
    assert (one.title, one.area, one.year_before, one.year) == ("Buden", "Musterkreis", 2020, 2021)
    assert (one.before, one.now, one.change) == (
        "1.160\u202fBuden",
        "1.400\u202fBuden",
        "+20,7\u202f%",
    )
    assert one.sentence == (
        "2021 ist die Zahl der Buden im Musterkreis gegenüber 2020 um 21 Prozent gestiegen, von "
        "1.160 auf 1.400."
    )
    assert one.reasons == (
        "Das ist der größte Anstieg in einem Jahr seit 2012. Üblich waren in den acht Jahren davor "
        "plus 1,3 bis plus 2,4 Prozent im Jahr."
    )
    assert one.caution.startswith("Eine Anzahl folgt auch der Zahl der Menschen im Kreis")
    assert (one.source, one.licence) == ("Musteramt · Stand: 2021", "dl-de/by-2-0")
    assert one.bars[-1] == YearBar(2021, 20.69)


def test_the_farthest_from_its_own_noise_is_first(tmp_path: Path) -> None:
    wild = (1000, 1300, 900, 1400, 1000, 1500, 1100, 1350, 1000, 1800)
    report = report_with(
        tmp_path, figure("buden", JUMP), figure("autos", LEAP), figure("wild", wild)
    )
    assert told(report) == ["autos", "buden"]
    assert left_out(press_figures(report, 2021)) == {REASONS["usual"]: 1}


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (figure("buden", (*QUIET, 1180)), "usual"),
        (figure("buden", (*QUIET, 1161)), "rounding"),
        (figure("buden", JUMP, more="brueche: [{jahr: 2021, grund: Neu gezählt}]\n"), "break"),
        (figure("buden", JUMP, more="brueche: [{jahr: 2016, grund: Neu gezählt}]\n"), "short"),
        (figure("buden", (50, 51, 52, 53, 54, 55, 56, 57, 58, 90)), "few"),
        (figure("buden", JUMP, gap=2020), "gap"),
        (figure("buden", JUMP, more="saldo: true\n"), "change"),
        (figure("buden", JUMP, more="jahr_des_berichts: true\n"), "year"),
        (figure("buden", JUMP, last=2017), "old"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_is_not_told_is_counted_with_its_reason(
    one: dict[str, str], why: str, tmp_path: Path
) -> None:
    report = report_with(tmp_path, one)
    assert told(report) == []
    assert left_out(press_figures(report, 2021)) == {REASONS[why]: 1}


def test_what_is_to_come_and_what_is_made_up_counts_nowhere(tmp_path: Path) -> None:
    coming = figure("kommt", JUMP, last=2022)
    example = figure("erdacht", LEAP, more="beispiel: true\n")
    figures = press_figures(report_with(tmp_path, coming, example), 2021)
    assert figures.changes == ()
    assert sum(one.count for one in figures.left_out) == 3
    assert [one.year for one in figures.judged] == [2021]


def test_what_is_old_is_told_apart_where_it_was_unusual(tmp_path: Path) -> None:
    report = report_with(tmp_path, figure("buden", JUMP, last=2017))
    assert [one.indicator for one in press_figures(report, 2021).older] == ["buden"]
    assert press_figures(report, 2019).older == ()


def test_a_subject_is_told_once_and_a_theme_twice(tmp_path: Path) -> None:
    group = {
        "content/zahlengruppen.yml": "buden:\n  titel: Buden\n  reihen:\n"
        "    - {indikator: buden, name: alle}\n    - {indikator: staende, name: offene}\n"
    }
    figures = (figure("buden", LEAP), figure("staende", JUMP), figure("autos", JUMP))
    report = report_with(tmp_path, group, *figures, figure("zelte", (*QUIET, 1390)))
    assert told(report) == ["buden", "autos"]
    assert left_out(press_figures(report, 2021)) == {REASONS["subject"]: 1, REASONS["theme"]: 1}


def test_shares_change_by_points_and_what_never_fell_is_told_so(tmp_path: Path) -> None:
    rising = (20.0, 21.0, 22.0, 23.1, 24.0, 25.0, 26.1, 27.0, 28.0, 27.6)
    report = report_with(tmp_path, figure("quote", rising, unit='"%"', art="anteil", digits=1))
    (one,) = telling_changes(report, 2021)
    assert one.change == "−0,4 Prozentpunkte"
    assert one.reasons == (
        "In keinem der acht Jahre davor war er gesunken. "
        "Üblich waren plus 1,0 bis plus 1,1 Prozentpunkte im Jahr."
    )


def test_protected_figures_are_never_told(report: Report) -> None:
    shown = as_published(report)
    secret = {name for name, one in shown.indikatoren.items() if one.geschuetzt}
    figures = press_figures(shown, 2025)
    assert secret
    assert secret.isdisjoint(one.indicator for one in (*figures.changes, *figures.older))
    assert not {shown.indikatoren[name].titel for name in secret} & {
        one.title for one in figures.judged
    }


def test_every_figure_that_was_looked_at_is_told_or_counted(report: Report) -> None:
    shown = as_published(report)
    figures = press_figures(shown, 2025)
    counted = sum(one.count for one in figures.left_out)
    assert len(figures.changes) + counted == len(shown.indikatoren)
    assert [one.indicator for one in figures.changes] == [
        "einpendelnde",
        "schuldnerberatungen",
        "auszubildende",
        "kinderbetreuung-3-bis-6",
    ]
