"""The county's editions on paper: all can read them, and what they bring is whole."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from gates.pdf import CONDITIONS, LAYOUT, findings
from gates.pdf.document import Document

from fokusbericht.editions import editions
from fokusbericht.model.report import Report

MOST_PAGES = 24


@pytest.mark.parametrize("form", ["fokus", "folien"])
def test_all_can_read_the_editions(real_site: Path, form: str) -> None:
    for file in sorted(real_site.glob(f"fokus/*/{form}-*.pdf")):
        data = file.read_bytes()
        assert [str(one) for one in findings(data, (*CONDITIONS, *LAYOUT))] == []
        assert len(Document.of(data).pages) <= MOST_PAGES
        assert len(data) < 1_000_000


def test_each_edition_brings_its_figures_and_all_that_its_pictures_show(
    real_site: Path, real_report: Report
) -> None:
    for edition in editions(real_report):
        data = (real_site / edition.url.lstrip("/") / edition.pdf).read_bytes()
        with pikepdf.open(BytesIO(data)) as pdf:
            attached = set(pdf.attachments)
        pictures = {f"{one.name}.csv" for one in edition.illustrations()}
        assert attached == {"zahlen.csv", *pictures}
