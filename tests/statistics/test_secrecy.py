"""Secret figures stay secret on the whole site; nobody forgets to decide about small counts."""

import re
from pathlib import Path

from support import build, files, loaded, replaced, small_county, told

from fokusbericht.model.figures import Fehlgrund
from fokusbericht.statistics.messung import levels_of

YML = "indicators/wohnen/leerstand.yml"
CSV = "indicators/wohnen/leerstand.csv"
RULE = "geheimhaltung: {mindestzahl: 1000}\n"
BY_CHANCE = re.compile(
    r"\.[0-9a-f]{10}\.(?=\w)|integrity=\"[^\"]*\"|\b[0-9a-f]{64}\b|\.[0-9a-f]{8}\b"
)


def counted(rule: str = RULE, more: str = "") -> str:
    """Return an indicator that counts people."""
    text = replaced(YML, "art: anteil\n", f"art: anzahl\n{rule}{more}")[YML]
    text = text.replace("zaehler: leere Wohnungen\nnenner: Wohnungen\n", "")
    return text.replace("klassen: {verfahren: manuell, grenzen: [2, 4, 6]}\n", "")


def county(tmp_path: Path, csv: str, rule: str = RULE) -> Path:
    return small_county(tmp_path, {YML: counted(rule), CSV: f"raum;jahr;wert\n{csv}"})


TABLE = "01099001;2022;777\n01099002;2022;43219\n01099003;2022;61234\n"


def test_small_counts_and_what_gives_them_away_are_hidden(tmp_path: Path) -> None:
    report, problems = loaded(county(tmp_path, TABLE))
    assert problems == []
    found = levels_of(report)["leerstand"]
    hidden = {area for area, series in found.items() if series[2022].missing is Fehlgrund.GEHEIM}
    assert "01099001" in hidden
    assert hidden & {"01099002", "nord"}  # else room minus neighbour is the secret figure
    assert found["01099"][2022].value == 777 + 43219 + 61234


def test_hidden_figures_are_nowhere_in_the_site(tmp_path: Path) -> None:
    root = county(tmp_path, TABLE)
    report, _ = loaded(root)
    found = levels_of(report)["leerstand"]
    secret = [
        number
        for area, number in {"01099001": 777, "01099002": 43219, "nord": 43996}.items()
        if found[area][2022].value is None
    ]
    assert 777 in secret and len(secret) > 1
    assert build(root).returncode == 0
    for name, data in files(root / "site").items():
        if name.startswith("assets/"):
            continue
        # Hashes in names and the digests beside them hold digits by chance.
        text = BY_CHANCE.sub("", data.decode("utf-8", "ignore"))
        for number in secret:
            grouped = f"{number:,}".replace(",", ".")
            assert grouped not in text and (number < 1000 or str(number) not in text), name
        if name.endswith((".csv", ".js", ".html", ".svg")) and "leerstand" in name:
            assert "777" not in text, name


def test_figures_derived_from_hidden_ones_are_hidden(tmp_path: Path) -> None:
    rate = counted("").replace(
        "art: anzahl\n",
        "art: rate\nje: 1\nableitung: {art: verhaeltnis, von: leerstand, durch: m}\n",
    )
    root = small_county(
        tmp_path,
        {
            YML: counted(),
            CSV: f"raum;jahr;wert\n{TABLE}",
            "indicators/wohnen/rate.yml": rate,
            "indicators/wohnen/m.yml": counted(""),
            "indicators/wohnen/m.csv": "raum;jahr;wert\n"
            "01099001;2022;5000\n01099002;2022;50000\n01099003;2022;70000\n",
        },
    )
    report, problems = loaded(root)
    assert problems == []
    assert levels_of(report)["rate"]["01099001"][2022].missing is Fehlgrund.GEHEIM


def test_marks_of_the_source_stay_secret(tmp_path: Path) -> None:
    table = "01099001;2022;x\n01099002;2022;50\n01099003;2022;60\n01099;2022;112\n"
    root = county(tmp_path, table, "geheimhaltung: {mindestzahl: 4, unter: 4}\n")
    report, problems = loaded(root)
    found = levels_of(report)["leerstand"]
    assert found["01099001"][2022].value is None
    assert found["01099"][2022].value == 112
    assert problems == []
    # 112 - 60 - 50 would be the secret figure.
    assert None in (found["01099002"][2022].value, found["01099003"][2022].value)


def test_small_counts_nobody_has_decided_about_stop_the_build(tmp_path: Path) -> None:
    root = county(tmp_path, TABLE.replace("777", "2"), "")
    assert told(root) == [
        f"{YML}:1:1: Hier stehen Fallzahlen unter 3, zum Beispiel Nordort 2022. Bitte "
        "„geheimhaltung“ angeben: eine „mindestzahl“, oder unter „keine“ den Grund, warum nichts "
        "geheim ist. (geheimhaltung)"
    ]


def test_a_reason_lets_small_counts_through(tmp_path: Path) -> None:
    rule = "geheimhaltung: {keine: Sitze im Rat sind öffentlich.}\n"
    report, problems = loaded(county(tmp_path, TABLE.replace("777", "2"), rule))
    assert problems == []
    assert levels_of(report)["leerstand"]["01099001"][2022].value == 2


def test_the_gravitation_model_does_not_reckon_with_secret_figures(tmp_path: Path) -> None:
    modell = "    modell: {exponent: 2, masse: leerstand, jahr: 2022}\n"
    raeume = replaced(
        "geo/raeume.yml", "    erlaeuterung: Erdacht.\n", f"    erlaeuterung: Erdacht.\n{modell}"
    )
    table = TABLE.replace("777", "43219").replace("43219\n01099003", "777\n01099003")
    files = {YML: counted(), CSV: f"raum;jahr;wert\n{table}", **raeume}
    sentence = "Das Modell rechnet mit geheimen Werten. Bitte eine andere Masse nennen."
    assert sentence in "\n".join(told(small_county(tmp_path, files)))
