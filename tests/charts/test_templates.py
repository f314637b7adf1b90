"""The specs that stand ready are those that altair and vl-convert make today.

`GOLDEN=neu pytest tests/charts/test_templates.py` writes them anew.
"""

import os
import subprocess
import sys

from support import REPOSITORY

from fokusbericht.charts.vega import templates
from fokusbericht.charts.vega.vegalite import TEMPLATES


def test_the_file_is_what_would_be_made_today() -> None:
    made = templates.made()
    if os.environ.get("GOLDEN") == "neu":
        TEMPLATES.write_bytes(made)
    assert TEMPLATES.read_bytes() == made


def test_drawing_needs_no_altair() -> None:
    code = (
        "import sys; from fokusbericht.charts.vega.colours import Accent;"
        "from fokusbericht.charts.vega.data import LineChart, Series;"
        "from fokusbericht.charts.vega.lines import line_svg;"
        "line_svg(LineChart('T', 'B', '%', 0, (Series('A', ((2020, 1.0), (2021, 2.0))),)), False,"
        "Accent('#0a5f73', '#7fc4d4'));"
        "print('vl_convert' in sys.modules, 'altair' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "False"]
