"""Former addresses as servers read them: of pages, and of the feeds beside them."""

from pathlib import Path

from support import loaded, replaced, small_county

from fokusbericht.exports.redirects import FILES, HEAD
from fokusbericht.site import plan_site

REDIRECTS = "content/weiterleitungen.yml"
MOVED = """/handlungsempfehlungen/2019-07/: /handlungsempfehlungen/2021-01/
/ablauf/: /grundlagen/verfahren/#schritte
/impressum/: /grundlagen/verfahren/
"""


def server_files(folder: Path, text: str, base: str = "") -> dict[str, str]:
    """Return the lines for servers that the small county has, without their head."""
    address = replaced(
        "content/kreis.yml", "https://muster.example", f"https://muster.example{base}"
    )
    report, problems = loaded(small_county(folder, {REDIRECTS: text} | (address if base else {})))
    assert [str(one) for one in problems] == []
    made = {one.path: one.make().decode() for one in plan_site(report)[0] if one.path in FILES}
    return {path: text.removeprefix(HEAD) for path, text in made.items()}


def test_pages_and_their_feeds_lead_on(tmp_path: Path) -> None:
    # At one of the addresses there is a page again: that stands.
    assert server_files(tmp_path, MOVED) == {
        "_redirects": (
            "/handlungsempfehlungen/2019-07/ /handlungsempfehlungen/2021-01/ 301\n"
            "/handlungsempfehlungen/2019-07/feed.xml /handlungsempfehlungen/2021-01/feed.xml 301\n"
            "/ablauf/ /grundlagen/verfahren/#schritte 301\n"
        ),
        "_weiterleitungen.nginx.conf": (
            '"/handlungsempfehlungen/2019-07/" "/handlungsempfehlungen/2021-01/";\n'
            '"/handlungsempfehlungen/2019-07/feed.xml" "/handlungsempfehlungen/2021-01/feed.xml";\n'
            '"/ablauf/" "/grundlagen/verfahren/#schritte";\n'
        ),
        "_weiterleitungen.apache.conf": (
            r'RedirectMatch 301 "^/handlungsempfehlungen/2019\-07/$" '
            '"/handlungsempfehlungen/2021-01/"\n'
            r'RedirectMatch 301 "^/handlungsempfehlungen/2019\-07/feed\.xml$" '
            '"/handlungsempfehlungen/2021-01/feed.xml"\n'
            'RedirectMatch 301 "^/ablauf/$" "/grundlagen/verfahren/#schritte"\n'
        ),
    }


def test_a_site_in_a_folder_of_its_host_says_so(tmp_path: Path) -> None:
    found = server_files(tmp_path, "/alt/: /termine/\n", "/fokus")
    assert found["_redirects"] == "/fokus/alt/ /fokus/termine/ 301\n"


def test_where_nothing_has_moved_the_files_are_there_for_servers_to_include(tmp_path: Path) -> None:
    assert server_files(tmp_path, "{}\n") == dict.fromkeys(FILES, "")
