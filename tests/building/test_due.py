"""Only what is due is planned anew: after any edit that is what would be planned from nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from random import Random

import pytest
from fuzz.editors import changed, write
from support import REPOSITORY, files, loaded, small_county, with_site

from fokusbericht.building.checked import check_again, check_all
from fokusbericht.building.due import Records
from fokusbericht.building.output import Output
from fokusbericht.building.planned import Written
from fokusbericht.building.prints import FigurePrint, read_figures, watched
from fokusbericht.building.recipe import Snapshot
from fokusbericht.building.templates import print_of
from fokusbericht.building.write import fingerprint
from fokusbericht.cli import main
from fokusbericht.load import load_report
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem, Severity
from fokusbericht.site import plan_again, plan_site
from fokusbericht.sources.shelf import Shelf, Stored, packed, unpacked

# The rest of a report is what was found out about it.
SAME = [one.name for one in fields(Report) if one.name not in ("answers", "asked", "whole")]
FIRST = "content/handlungsempfehlungen/2021-01-leerstand.md"


class Site:
    """A site as it is read, checked and planned, one build after the other."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.keys: dict[str, str] = {}
        self.read: Mapping[str, Stored] = {}
        self.checked: Records[Problem] = Records()
        self.records: Records[Written] = Records()
        self.basis = ("", "")
        self.figures = ""
        self.told: FigurePrint | None = None
        self.taken = Snapshot(root)

    def load(self) -> tuple[Report, list[Problem]]:
        """Read and check what is new; all in all that is what would be found from nothing."""
        # Files that have changed have other marks, as in a build.
        self.taken = taken = Snapshot(self.root, marks=self.taken.marks())
        basis = (taken.recipe, taken.media)  # read, and so known by their prints
        shelf = Shelf(self.root, self.read, taken.digests())
        report, problems = load_report(self.root, shelf=shelf)
        fresh, told = load_report(self.root)
        assert problems == told
        assert [one for one in SAME if getattr(report, one) != getattr(fresh, one)] == []
        self.read = unpacked(packed(shelf.all()))
        if problems:
            return report, problems
        before: Records[Problem] = self.checked if basis == self.basis else Records()
        report = watched(report)
        self.told = read_figures(report, shelf.print_of)
        same = taken.figures == self.figures
        found, checked = check_again(report, before, same, self.told)
        assert sorted(set(found)) == sorted(set(check_all(fresh)))
        errors = [one for one in found if one.severity is Severity.ERROR]
        if not errors:
            self.checked = unpacked(packed(checked))
        return report, errors

    def plan(self, report: Report) -> int:
        """Plan what is due; return how many outputs were planned."""
        taken = self.taken
        basis = (taken.recipe, taken.media)
        before: Records[Written] = self.records if basis == self.basis else Records()
        planned, _ = plan_again(report, before, taken.figures == self.figures, self.told)
        made = keys_of(planned.outputs)
        self.keys = {one.path: self.keys[one.path] for one in planned.kept} | made
        self.records, self.basis = unpacked(packed(planned.records)), basis
        self.figures = taken.figures
        return len(made)


def keys_of(outputs: Iterable[Output]) -> dict[str, str]:
    return {one.path: fingerprint("", one) for one in outputs}


@pytest.mark.parametrize("seed", range(6))
def test_after_fifty_edits_in_a_row_nothing_is_stale(tmp_path: Path, seed: int) -> None:
    root, chance = small_county(tmp_path), Random(seed)
    site = Site(root)
    site.plan(site.load()[0])
    planned = 0
    while planned < 50:
        undo = changed(chance, root)
        report, problems = site.load()
        outputs, faults = ([], []) if problems else plan_site(report)
        if problems or faults:  # such a county is not built
            undo()
            continue
        site.plan(report)
        assert site.keys == keys_of(outputs)
        planned += 1
        if chance.randrange(2):  # back again
            undo()
            report, _ = site.load()
            site.plan(report)
            assert site.keys == keys_of(plan_site(report)[0])
            planned += 1


def test_a_sentence_plans_its_own_pages_alone(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    site = Site(root)
    everything = site.plan(site.load()[0])
    # The site map, what servers read of moved addresses and /sw.js are put together each time.
    assert site.plan(site.load()[0]) == 6
    write(root / FIRST, (root / FIRST).read_text(encoding="utf-8") + "\nEin Satz mehr.\n")
    assert 0 < site.plan(site.load()[0]) < everything / 10


def test_the_list_of_files_is_planned_when_a_file_says_something_new(tmp_path: Path) -> None:
    root, path = small_county(tmp_path), "indicators/wohnen/leerstand.yml"
    first, _ = plan_again(loaded(root)[0], Records())
    page = root / "content/seiten/verfahren.md"  # stands in no file of data
    write(page, page.read_text(encoding="utf-8") + "\nEin Satz mehr.\n")
    second, _ = plan_again(loaded(root)[0], first.records)
    assert "daten/index.html" not in {one.path for one in second.outputs}
    text = (root / path).read_text(encoding="utf-8")
    write(root / path, text.replace("titel: Leerstand", "titel: Leere Wohnungen"))
    third, _ = plan_again(loaded(root)[0], second.records)
    (page,) = (one for one in third.outputs if one.path == "daten/index.html")
    assert b"Leere Wohnungen" in page.plain()


def built(root: Path, *more: str) -> Mapping[str, bytes]:
    assert main(["bauen", "--root", str(root), "--out", str(root / "site"), *more]) == 0
    return files(root / "site")


def test_a_site_that_was_built_bit_by_bit_is_one_built_at_once(
    tmp_path: Path, small_site: Path
) -> None:
    root, chance = with_site(small_county(tmp_path), small_site), Random(7)
    made = 0
    while made < 4:
        undo = changed(chance, root)
        _, problems = loaded(root)
        if problems or main(["bauen", "--root", str(root), "--out", str(root / "site")]):
            undo()
            continue
        assert files(root / "site") == built(root, "--frisch")
        made += 1


def test_a_file_that_somebody_has_removed_is_made_again(tmp_path: Path, small_site: Path) -> None:
    root = with_site(small_county(tmp_path), small_site)
    before = files(root / "site")
    (root / "site/glossar/index.html").unlink()
    write(root / FIRST, (root / FIRST).read_text(encoding="utf-8") + "\nEin Satz mehr.\n")
    after = built(root)
    assert after.keys() == before.keys()
    assert after["glossar/index.html"] == before["glossar/index.html"]


def test_a_template_makes_the_pages_that_use_it_and_no_drawing(tmp_path: Path) -> None:
    seite = (REPOSITORY / "templates/texte/seite.html").read_text(encoding="utf-8")
    root = small_county(tmp_path, {"templates/texte/seite.html": seite})
    before = built(root)
    write(root / "templates/texte/seite.html", seite.replace('class="text"', 'class="text neu"'))
    after = built(root)
    changed = {path for path in after if after[path] != before[path]}
    assert "impressum/index.html" in changed and all(one.endswith(".html") for one in changed)
    assert "handlungsempfehlungen/index.html" not in changed
    assert after == built(root, "--frisch")


def test_a_part_with_a_name_of_the_moment_counts_as_all_of_them(tmp_path: Path) -> None:
    part = "{% extends 'frame/base.html' %}{% block main %}{% include name %}{% endblock %}"
    root = small_county(tmp_path, {"templates/texte/seite.html": part})
    names = ("texte/seite.html", "texte/glossar.html")
    before = [print_of(loaded(root)[0], name) for name in names]
    write(root / "templates/eigen.html", "neu")
    after = [print_of(loaded(root)[0], name) for name in names]
    assert before[0] != after[0] and before[1] == after[1]
