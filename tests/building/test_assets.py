"""Style sheets as readers load them: without what is written for us."""

from pathlib import Path

from support import loaded, small_county

from fokusbericht.building.assets import find_assets

OURS = """/*! Licence: MIT */
/* don't serve this */
a::before {
  content: "/* shown */"; /* why */

  quotes: '\\'/*' "'*/";
}
"""


def test_comments_stay_here_and_licences_go_out(tmp_path: Path) -> None:
    root = small_county(tmp_path, {"templates/assets/leicht.css": OURS})
    served = find_assets(loaded(root)[0])["leicht.css"].make().decode()
    lines = [line.strip() for line in served.splitlines() if line.strip()]
    assert lines == [
        "/*! Licence: MIT */",
        "a::before {",
        'content: "/* shown */";',
        "quotes: '\\'/*' \"'*/\";",
        "}",
    ]
