"""Derived figures: declared, not coded; none across a break."""

from pathlib import Path

import pytest
from support import loaded, replaced, small_county

from fokusbericht.statistics.aggregate import Figure, levels
from fokusbericht.statistics.uncertainty import wilson

YML = "indicators/wohnen/leerstand.yml"
PEOPLE = "raum;jahr;wert\n01099001;2011;900\n01099001;2021;1000\n01099001;2022;1100\n"
PEOPLE += "01099002;2011;450\n01099002;2021;500\n01099002;2022;400\n"
PEOPLE += "01099003;2011;.\n01099003;2021;2000\n01099003;2022;2100\n"


def counted(extra: str = "") -> str:
    """Return an indicator that counts something."""
    text = replaced(YML, "art: anteil", f"art: anzahl\n{extra}")[YML]
    return text.replace("zaehler: leere Wohnungen\nnenner: Wohnungen\n", "")


def derived(tmp_path: Path, declaration: str, breaks: str = "") -> dict[str, dict[int, Figure]]:
    """Return the levels of an indicator that is declared to follow from others."""
    files = {
        "indicators/wohnen/leute.yml": counted(breaks),
        "indicators/wohnen/leute.csv": PEOPLE,
        "indicators/wohnen/autos.yml": counted(),
        "indicators/wohnen/autos.csv": "raum;jahr;wert\n01099001;2022;550\n01099002;2022;300\n",
        "indicators/wohnen/neu.yml": counted().replace(
            "art: anzahl", f"art: rate\nje: 100\nableitung: {declaration}"
        ),
    }
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    return levels(report, report.indikatoren["neu"])  # type: ignore[return-value]


def test_a_ratio_adds_up_numerators_and_denominators(tmp_path: Path) -> None:
    found = derived(tmp_path, "{art: verhaeltnis, von: autos, durch: leute}")
    assert found["01099001"][2022].value == 50
    assert found["nord"][2022].value == pytest.approx(850 / 1500 * 100)
    assert found["01099"][2022] == Figure(None, found["01099"][2022].missing, 2, 3, official=False)


def test_a_change_against_a_fixed_year(tmp_path: Path) -> None:
    found = derived(tmp_path, "{art: veraenderung, von: leute, seit: 2021}")
    assert found["01099002"][2022].value == -20
    assert found["nord"][2022].value == pytest.approx((1500 - 1500) / 1500)
    assert 2021 not in found["01099002"]


def test_a_change_against_some_years_ago(tmp_path: Path) -> None:
    found = derived(tmp_path, "{art: veraenderung, von: leute, jahre: 10}")
    assert found["01099001"][2021].value == pytest.approx(100 / 9)
    assert found["01099003"][2021].value is None


def test_an_index_is_100_in_its_base_year(tmp_path: Path) -> None:
    found = derived(tmp_path, "{art: index, von: leute, seit: 2021}")
    assert [found["01099001"][year].value for year in (2021, 2022)] == [100, pytest.approx(110)]


def test_no_change_across_a_break(tmp_path: Path) -> None:
    breaks = "brueche: [{jahr: 2022, grund: Zensus 2022}]\n"
    found = derived(tmp_path, "{art: veraenderung, von: leute, seit: 2011}", breaks)
    assert set(found["01099001"]) == {2021}


def test_the_county_s_own_derived_figures_are_those_it_published_before() -> None:
    root = Path(__file__).resolve().parents[2]
    report, problems = loaded(root)
    assert problems == []
    density = report.indikatoren["bevoelkerungsdichte"].werte["01056001", 1983]
    assert density.zahl == pytest.approx(4382 / 20.29)
    change = report.indikatoren["bevoelkerungsveraenderung"].werte["01056001", 2014]
    assert (change.zaehler, change.nenner) == (-41, 4871)


@pytest.mark.parametrize(
    "part, whole, low, high",
    [  # Newcombe (1998), table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_interval(part: int, whole: int, low: float, high: float) -> None:
    assert wilson(part, whole) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))
