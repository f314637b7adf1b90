"""The command: what is understood, what is told, how it ends."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importers.county import county, file
from support import small_county

from fokusbericht.cli import main
from fokusbericht.importers import ARTEN, USAGE, parse, run
from fokusbericht.importers.plan import Request


def test_what_is_asked_for() -> None:
    assert parse(["zensus2022", "z.csv"]) == Request("zensus2022", Path("z.csv"))
    assert parse(
        ["tabelle", "miete", "--jahr", "2024", "q.csv", "--schreiben", "--zuordnung", "a.yml"]
    ) == Request("tabelle", Path("q.csv"), "miete", 2024, "a.yml")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Erwartet werden die Art, der Indikator (wenn nötig) und die Datei."),
        (["tabele", "q.csv"], "Die Art „tabele“ gibt es nicht. Meinten Sie „tabelle“?"),
        (["tabelle", "a", "q.csv", "--jahr", "24"], "„24“ ist kein Jahr."),
        (["tabelle", "a", "q.csv", "--jahr"], "„--jahr“ ist nicht verständlich. Fehlt ein Wert?"),
        (
            ["tabelle", "a", "q.csv", "--schreibe"],
            "„--schreibe“ ist nicht verständlich. Meinten Sie „--schreiben“?",
        ),
    ],
)
def test_what_is_not_understood(tmp_path: Path, arguments: list[str], told: str) -> None:
    lines, code = run(arguments, tmp_path)
    assert code == 1
    assert lines[0] == told
    assert "\n".join(lines[2:]) == USAGE


def test_the_help_names_every_kind() -> None:
    assert all(f"\n  {art} " in USAGE for art in ARTEN)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    lines, code = run(["zensus2022", "nirgends.csv"], small_county(tmp_path))
    assert code == 1
    assert lines[0].startswith("nirgends.csv:1:1: Diese Datei gibt es nicht.")


def test_an_indicator_that_is_not_there(tmp_path: Path) -> None:
    lines, code = run(["inkar", "meite", str(file(tmp_path, "q.csv", "a"))], small_county(tmp_path))
    assert code == 1
    assert "Den Indikator „meite“ gibt es nicht. Meinten Sie „miete“?" in lines[0]


def test_an_indicator_that_is_computed(tmp_path: Path) -> None:
    text = "titel: Dichte\nableitung: {art: verhaeltnis}\n"
    root = small_county(tmp_path, {"indicators/bevoelkerungsdichte.yml": text})
    lines, code = run(["tabelle", "bevoelkerungsdichte", str(file(tmp_path, "q.csv", "a"))], root)
    assert code == 1
    assert lines[0] == (
        "indicators/bevoelkerungsdichte.yml:1:1: Dieser Indikator wird berechnet („ableitung“) und "
        "hat keine eigene Tabelle. (einlesen)"
    )
    lines, _ = run(["gemeindeverzeichnis", str(tmp_path / "q.csv")], root)
    assert not any("bevoelkerungsdichte" in line for line in lines)


def test_the_indicator_must_be_named(tmp_path: Path) -> None:
    lines, _ = run(["inkar", str(file(tmp_path, "q.csv", "a"))], small_county(tmp_path))
    assert "Bitte auch den Indikator nennen" in lines[0]


def test_a_county_that_is_wrong_itself(tmp_path: Path) -> None:
    root = small_county(tmp_path, {"geo/raeume.yml": "kreis: [\n"})
    lines, code = run(["inkar", "miete", str(file(tmp_path, "q.csv", "a"))], root)
    assert code == 1
    assert lines[0].startswith("geo/raeume.yml:")


def test_a_long_list_is_cut(tmp_path: Path) -> None:
    root = county(tmp_path, "schluessel: name\njahr: 2023\nwert: wert\n")
    rows = "".join(f"Ort {n};1\n" for n in range(100))
    lines, _ = run(["tabelle", "miete", str(file(tmp_path, "q.csv", "name;wert\n" + rows))], root)
    assert lines[40] == "… und 60 weitere, meist mit demselben Grund"
    assert lines[-1] == "100 Stellen sind zu berichtigen. Nichts wurde geschrieben."


@given(st.lists(st.text(max_size=8), max_size=5))
def test_any_words_are_a_request_or_a_sentence(words: list[str]) -> None:
    assert isinstance(parse(words), Request | str)


@pytest.mark.parametrize("named", [["--root", "{}"], ["--root={}"]])
def test_the_folder_is_named_before_or_after(
    named: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = county(tmp_path, "schluessel: ags\njahr: 2023\nwert: wert\n")
    folder = [word.format(root) for word in named]
    asked = ["einlesen", "tabelle", "miete", str(file(tmp_path, "q.csv", "ags;wert\n01099001;7\n"))]
    for words in ([*folder, *asked], [*asked, *folder]):
        assert main(words) == 0
        assert "neu       01099001 Nordort 2023: 7" in capsys.readouterr().out


def test_a_guide_that_is_named_may_lie_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = county(tmp_path / "kreis")
    text = "schluessel: ags\njahr: 2023\nwert: wert\n"
    elsewhere = file(tmp_path / "anderswo", "wie.yml", text)
    file(root, "im-kreis.yml", text)
    source = str(file(tmp_path, "q.csv", "ags;wert\n01099001;7\n"))
    monkeypatch.chdir(elsewhere.parent)
    for named in (str(elsewhere), "wie.yml", "../anderswo/wie.yml", "im-kreis.yml"):
        lines, code = run(["tabelle", "miete", source, "--zuordnung", named], root)
        assert code == 0
        assert "  neu       01099001 Nordort 2023: 7" in lines
    file(tmp_path / "anderswo", "wie.yml", f"{text}wetr: 3\n")
    for named, told in (
        (str(elsewhere), f"{elsewhere}:4:1: Den Schlüssel „wetr“ gibt es hier nicht."),
        ("../nichts.yml", "../nichts.yml:1:1: Diese Datei fehlt oder ist nicht lesbar."),
    ):
        lines, code = run(["tabelle", "miete", source, "--zuordnung", named], root)
        assert code == 1
        assert lines[0].startswith(told)
