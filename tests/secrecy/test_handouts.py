"""Handouts tell nothing of hidden figures: other people behind them, and the same bytes."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from fokusbericht.cli.protecting import leaks_in
from fokusbericht.hefte import every_key, make_pdf
from fokusbericht.load import load_report
from fokusbericht.model.base import Kind
from fokusbericht.site import as_public
from secrecy.county import County
from secrecy.small_county import small_county
from secrecy.twins import published, twins


def handouts(county: County) -> dict[str, bytes]:
    """Return the handouts of a county."""
    with TemporaryDirectory() as folder:
        report = as_public(load_report(county.write(Path(folder) / "kreis"))[0])
        return {str(key): make_pdf(report, key) for key in every_key(report)}


def _twins(county: County) -> Iterator[County]:
    """Yield counties with other hidden figures that publish the same."""
    for twin in twins(county, ["hilfe", "hilfequote"], range(6)):
        if published(twin) == published(county):
            yield twin


def test_twins_have_the_same_handouts() -> None:
    whole = small_county()
    county = County(whole.only(["bevoelkerung", "hilfe", "hilfequote"]).tables)
    (twin,) = islice(_twins(county), 1)
    found = handouts(county)
    assert found == handouts(twin)
    assert found != handouts(county.opened())


def test_what_shows_too_much_is_not_written() -> None:
    county = small_county()
    with TemporaryDirectory() as folder:
        report = load_report(county.write(Path(folder) / "kreis"))[0]
        open_ = load_report(county.opened().write(Path(folder) / "offen"))[0]
        found = [
            [leaks_in(report, f"hefte/{key}.pdf", make_pdf(as_public(one), key)) for one in both]
            for key in every_key(as_public(report))
            if key.kind is Kind.KOMMUNE and (both := (report, open_))
        ]
    assert not any(own for own, _ in found)
    assert any(planted for _, planted in found)
