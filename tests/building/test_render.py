"""German numbers and dates, and addresses as a page writes them."""

from datetime import date

import pytest

from fokusbericht.model.base import PartialDate
from fokusbericht.text.formatting import format_date, format_number, format_quantity
from fokusbericht.urls import path_of, relative


@pytest.mark.parametrize(
    "value, digits, text",
    [
        (1234.5, 1, "1.234,5"),
        (-0.3, 1, "−0,3"),
        (-0.04, 1, "0,0"),
        (325200, 0, "325.200"),
        (0, 2, "0,00"),
        (2.5, 0, "3"),
        (38.85, 1, "38,9"),
        (-2.5, 0, "−3"),
        (-1000, 0, "−1.000"),
    ],
)
def test_numbers(value: float, digits: int, text: str) -> None:
    assert format_number(value, digits) == text


def test_a_unit_stands_behind_a_narrow_space() -> None:
    assert format_quantity(38.8, "%", 1) == "38,8\u202f%"
    assert format_quantity(7, "", 0) == "7"


@pytest.mark.parametrize(
    "value, text",
    [
        (PartialDate(2016, 11, 16), "16.\u00a0November 2016"),
        (PartialDate(2022, 5), "Mai 2022"),
        (PartialDate(2019), "2019"),
        (date(2026, 3, 1), "1.\u00a0März 2026"),
    ],
)
def test_dates(value: date | PartialDate, text: str) -> None:
    assert format_date(value) == text


@pytest.mark.parametrize(
    "url, path, written",
    [
        (
            "/handlungsfelder/wohnen/#zahlen",
            "fokus/2025/index.html",
            "../../handlungsfelder/wohnen/#zahlen",
        ),
        ("/", "index.html", "./"),
        ("/", "a/b/index.html", "../../"),
        ("/a/", "a/index.html", "./"),
        ("/a/#b", "a/index.html", "#b"),
        ("/assets/stil.1.css", "a/b/index.html", "../../assets/stil.1.css"),
        ("https://a.example/", "index.html", "https://a.example/"),
    ],
)
def test_relative_addresses(url: str, path: str, written: str) -> None:
    assert relative(url, path) == written


def test_files_behind_addresses() -> None:
    assert [path_of(url) for url in ("/", "/a/b/", "/a/#b", "/feed.xml")] == [
        "index.html",
        "a/b/index.html",
        "a/index.html",
        "feed.xml",
    ]
