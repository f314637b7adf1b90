"""What a text about a licence means to machines: an address of DCAT-AP.de's list, and its name.

Content says in words under which terms something may be used. What names an open licence for all
that it is about is open; whatever is said only for a part, or names none, counts as closed: nobody
shall take for free what may not be.
"""

import re
from dataclasses import dataclass

LIST = "http://dcat-ap.de/def/licenses/"


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its address in DCAT-AP.de's list, its name for programs, where it can be read."""

    uri: str
    name: str
    url: str = ""


CREATIVE = "https://creativecommons.org/"
GOVDATA = "https://www.govdata.de/dl-de/"
CLOSED = Licence(f"{LIST}other-closed", "other-closed")
FREE = Licence(f"{LIST}other-open", "other-open")
KNOWN = (
    (
        r"dl-de/by-2-0|Datenlizenz Deutschland – Namensnennung – Version 2\.0",
        Licence(f"{LIST}dl-by-de/2.0", "DL-DE-BY-2.0", f"{GOVDATA}by-2-0"),
    ),
    (
        r"dl-de/zero-2-0|Datenlizenz Deutschland – Zero – Version 2\.0",
        Licence(f"{LIST}dl-zero-de/2.0", "DL-DE-ZERO-2.0", f"{GOVDATA}zero-2-0"),
    ),
    (
        r"CC BY-SA 4\.0",
        Licence(f"{LIST}cc-by-sa/4.0", "CC-BY-SA-4.0", f"{CREATIVE}licenses/by-sa/4.0/"),
    ),
    (r"CC BY 4\.0", Licence(f"{LIST}cc-by/4.0", "CC-BY-4.0", f"{CREATIVE}licenses/by/4.0/")),
    (r"CC0 1\.0", Licence(f"{LIST}cc-zero", "CC0-1.0", f"{CREATIVE}publicdomain/zero/1.0/")),
    (
        r"ODbL",
        Licence(f"{LIST}odbl", "ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ),
    (r"^Frei nutzbar", FREE),
)
# Terms of several years or sources in one text: "2021: …; danach: dl-de/by-2-0".
IN_PARTS = re.compile(r"\b(19|20)\d\d: |nicht angegeben")


def licence_of(text: str) -> Licence:
    """Return what a text about a licence means."""
    if IN_PARTS.search(text):
        return CLOSED
    return next((one for pattern, one in KNOWN if re.search(pattern, text)), CLOSED)
