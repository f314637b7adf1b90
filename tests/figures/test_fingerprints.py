"""What is kept is what would be made anew: ingredients hold all that a file is made of."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from fuzz.fresh import Watch
from support import SMALL, replaced, small_county

LEERSTAND = "indicators/wohnen/leerstand"
MITTE = "einheit: Wohnungen\nart: anzahl\ndezimalstellen: 0\n"


def ranked_county(folder: Path) -> Path:
    """Return a county whose ranks go by the figures of another indicator."""
    weight = (SMALL / f"{LEERSTAND}.yml").read_text(encoding="utf-8")
    weight = weight.replace("titel: Leerstand", "titel: Wohnungen")
    weight = weight.replace('einheit: "%"\nart: anteil\ndezimalstellen: 1\n', MITTE)
    kept = [line for line in weight.splitlines() if not line.startswith(("zaehler", "nenner"))]
    count = "\n".join(kept).replace("titel: Wohnungen", "titel: Leerstand") + "\n"
    count = count.replace("art: anzahl", "art: anzahl\ngewicht: wohnungen\nrang: {mindestens: 150}")
    values = "raum;jahr;wert\n01099001;2022;20\n01099002;2022;90\n01099003;2022;70\n"
    counts = "raum;jahr;wert\n01099001;2022;500\n01099002;2022;100\n01099003;2022;200\n"
    files = {
        "indicators/wohnen/wohnungen.yml": "\n".join(kept) + "\n",
        "indicators/wohnen/wohnungen.csv": counts,
        f"{LEERSTAND}.yml": count,
        f"{LEERSTAND}.csv": values,
    }
    return small_county(folder, files)


def stale(watch: Watch) -> list[str]:
    return list(watch.stale())


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Watch:
    """Return the small county as it was built, to be changed and put right again."""
    return Watch(small_county(tmp_path_factory.mktemp("abdruck")))


@contextmanager
def changed(watch: Watch, files: Mapping[str, str]) -> Iterator[None]:
    """Write files into a county; put them right again in the end."""
    before = {name: (watch.root / name).read_text(encoding="utf-8") for name in files}
    for name, text in files.items():
        (watch.root / name).write_text(text, encoding="utf-8")
    try:
        yield
    finally:
        for name, text in before.items():
            (watch.root / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("base", ["160", "149", "9000"])
def test_who_is_too_small_for_a_rank_is_an_ingredient(tmp_path: Path, base: str) -> None:
    root = ranked_county(tmp_path)
    watch = Watch(root)
    embedded = watch.before["einbetten/leerstand/index.html"]
    before = embedded.make()
    table = root / "indicators/wohnen/wohnungen.csv"
    table.write_text(table.read_text().replace("01099002;2022;100", f"01099002;2022;{base}"))
    assert stale(watch) == []
    if base != "149":  # now ranked: what is said of the highest and lowest is another sentence
        assert watch.now()["einbetten/leerstand/index.html"].make() != before


def test_the_name_of_a_theme_is_an_ingredient_of_the_figures_for_scripts(county: Watch) -> None:
    with changed(county, replaced("content/themen.yml", "titel: ", "titel: Bauen und ")):
        assert stale(county) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("niedriger_besser", "hoeher_besser"),
        ("zaehler: leere Wohnungen", "zaehler: leere Häuser"),
        ("klassen: {verfahren: manuell, grenzen: [2, 4, 6]}", "klassen: {verfahren: gleich}"),
        ("name: Musteramt", "name: Amt"),
        ("ebene: kommune", "ebene: kommune\nunsicherheit: true"),
    ],
)
def test_what_is_said_of_a_figure_is_an_ingredient(county: Watch, old: str, new: str) -> None:
    with changed(county, replaced(f"{LEERSTAND}.yml", old, new)):
        assert county.now()
        assert stale(county) == []
