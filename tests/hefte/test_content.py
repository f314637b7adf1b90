"""What stands in a handout, before it is set."""

from pathlib import Path

import pytest
from hefte.reading import lines
from support import SMALL, golden, loaded, small_county

from fokusbericht.hefte import chosen, every_key, printable
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.report import Report
from fokusbericht.site import as_public

HERE = Path(__file__).parent
WHOLE = (
    Key(Kind.KOMMUNE, "fiktum"),
    Key(Kind.HANDLUNGSFELD, "wohnen"),
    Key(Kind.GREMIUM, "sozialausschuss"),
)


@pytest.fixture(scope="module")
def public(muster_report: Report) -> Report:
    """Return the Kreis Muster as everybody may know it."""
    return as_public(muster_report)


@pytest.mark.parametrize("key", WHOLE, ids=str)
def test_all_that_a_handout_says(public: Report, key: Key) -> None:
    said = "\n".join(lines(printable(public, key).heft)) + "\n"
    assert said == golden(HERE / f"{key.kind}-{key.name}.txt", said)


def test_each_thing_has_one_and_nothing_that_is_made_up(public: Report) -> None:
    keys = every_key(public)
    assert len(set(keys)) == len(keys)
    made_up = {key for key in public.examples if key.kind in (Kind.HANDLUNGSFELD, Kind.GREMIUM)}
    assert len(keys) + len(made_up) == sum(
        map(len, (public.geografie.kommunen, public.handlungsfelder, public.gremien))
    )
    assert not made_up & set(keys)


def test_what_a_later_decision_carries_on_is_told_as_that(public: Report) -> None:
    said = "\n".join(lines(printable(public, Key(Kind.GREMIUM, "regionalausschuss")).heft))
    assert "Anrufbus am Abend und am Wochenende | Empfohlen | In späteren fortgeführt" in said
    matters = said.partition("## Was hier zuletzt")[0]
    assert "Anrufbus auf Probe rund um Norderbeispiel" in matters
    assert "Anrufbus am Abend" not in matters


def test_a_thing_is_found_by_its_key_or_its_name(public: Report) -> None:
    assert chosen(public, "kommune:fiktum") == chosen(public, "Fiktum") == WHOLE[0]
    assert chosen(public, "wohnen") == WHOLE[1]
    assert chosen(public, "gremium:sozialausschus") == (
        "Ein Heft zu „gremium:sozialausschus“ gibt es nicht. Meinten Sie „gremium:sozialausschuss“?"
    )
    assert chosen(public, "xyz") == (
        "Ein Heft zu „xyz“ gibt es nicht. Möglich ist „kommune:…“ oder „handlungsfeld:…“ oder "
        "„gremium:…“."
    )


def test_who_shares_a_name_is_asked_for(tmp_path: Path) -> None:
    body = (SMALL / "content/gremien/kreistag.md").read_text(encoding="utf-8")
    root = small_county(tmp_path, {"content/gremien/wohnen.md": body})
    assert chosen(as_public(loaded(root)[0]), "wohnen") == (
        "„wohnen“ kann mehreres sein. Bitte „handlungsfeld:wohnen“ oder „gremium:wohnen“ schreiben."
    )


def test_what_is_to_come_is_not_there(tmp_path: Path) -> None:
    name = "content/handlungsempfehlungen/2021-01-leerstand.md"
    text = (SMALL / name).read_text(encoding="utf-8")
    title = text.partition("titel: ")[2].partition("\n")[0]
    wohnen = Key(Kind.HANDLUNGSFELD, "wohnen")
    today = as_public(loaded(small_county(tmp_path / "heute"))[0])
    assert title in "\n".join(lines(printable(today, wohnen).heft))
    later = {name: text.replace(f"titel: {title}\n", f"titel: {title}\nab: 2099-01-01\n")}
    before = as_public(loaded(small_county(tmp_path, later))[0])
    for key in every_key(before):
        assert title not in "\n".join(lines(printable(before, key).heft))


def test_what_is_announced_is_left_out_last(public: Report) -> None:
    for key in every_key(public):
        parts = [part for page in printable(public, key).heft.pages for part in page]
        for part in parts:
            if part.lead.endswith(":"):
                assert min(one.rank for one in part.sentences) == 0, (key, part.title)
