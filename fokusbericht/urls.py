"""Where each thing lives on the site: addresses from the site's root, with their slashes."""

from fokusbericht.model.base import Key, Kind
from fokusbericht.model.kreis import Vergleich
from fokusbericht.model.places import KREIS
from fokusbericht.model.report import Report
from fokusbericht.model.texts import UEBERSICHT, Bereich

FOLDERS = {
    Kind.EMPFEHLUNG: "/handlungsempfehlungen/",
    Kind.HANDLUNGSFELD: "/handlungsfelder/",
    Kind.FOKUSGRUPPE: "/fokusgruppen/",
    Kind.INDIKATOR: "/sozialbericht/",
    Kind.RAUM: "/raeume/",
    Kind.KOMMUNE: "/kommunen/",
    Kind.GREMIUM: "/gremien/",
    Kind.BESCHLUSS: "/beschluesse/",
    Kind.ANREGUNG: "/anregungen/",
    Kind.QUERSCHNITT: "/querschnittsthemen/",
    Kind.TERMIN: "/termine/",
    Kind.BERICHT: "/fokus/",
    Kind.AKTUELLES: "/aktuelles/",
}
GRAVITATION = "/grundlagen/gravitationsmodell/"
VERGLEICH = "/sozialbericht/vergleich/"
ORTSVERGLEICH = "/kommunen/vergleich/"
LEICHT = "/leichte-sprache/"
REGISTER = "/register/"
MEIN_BERICHT = "/mein-bericht/"
DATEN = "/daten/"
AENDERUNGEN = "/daten/aenderungen/"
API = "/api/v1/"  # what stands here keeps its address and its shape


def url_of(report: Report, key: Key) -> str:
    """Return the address of a thing: "/handlungsfelder/wohnen/"."""
    if key.kind is Kind.SEITE:
        in_grundlagen = report.seiten[key.name].bereich is Bereich.GRUNDLAGEN
        return f"/grundlagen/{key.name}/" if in_grundlagen else f"/{key.name}/"
    return address_of(key)


def address_of(key: Key) -> str:
    """Return the address of a thing whose key is enough to know it: of all but pages of texts."""
    if key.kind is Kind.LEICHT:
        return LEICHT if key.name == UEBERSICHT else f"{LEICHT}{key.name}/"
    if key.kind is Kind.BEGRIFF:
        return f"/glossar/#{key.name}"
    if key.kind is Kind.SPEICHERTHEMA:
        return f"/themenspeicher/#{key.name}"
    if key.kind is Kind.THEMA:
        return f"/sozialbericht/#{key.name}"
    if key.kind is Kind.ZIELGRUPPE:
        return f"/handlungsempfehlungen/zielgruppe/{key.name}/"
    return f"{FOLDERS[key.kind]}{key.name}/"


def draft_url(key: Key) -> str:
    """Return where the draft decision on a recommendation is, a Word file."""
    return f"{FOLDERS[Kind.EMPFEHLUNG]}{key.name}/beschlussvorlage.docx"


def press_url(bericht: Key) -> str:
    """Return where the press figures of an edition are: "/fokus/2025/zahlen/"."""
    return f"{address_of(bericht)}zahlen/"


def pair_url(vergleich: Vergleich) -> str:
    """Return the address of two figures against each other: "…/vergleich/a-und-b/"."""
    return f"{VERGLEICH}{vergleich.x.key.name}-und-{vergleich.y.key.name}/"


def side_url(key: Key) -> str:
    """Return the address of a Kommune beside those most like it: "…/vergleich/elmshorn/"."""
    return f"{ORTSVERGLEICH}{key.name}/"


def path_of(url: str) -> str:
    """Return the file behind an address: "/a/b/" → "a/b/index.html"."""
    path = url.partition("#")[0].lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def relative(url: str, path: str) -> str:
    """Return how the page in the file `path` writes the address `url`.

    "/handlungsfelder/wohnen/#zahlen" from "fokus/2025/index.html" is
    "../../handlungsfelder/wohnen/#zahlen". Addresses of other sites stay as they are. A path with
    a slash in front, "/unterordner/404.html", is a page that is shown at any address: its links
    count from that folder, "/unterordner/handlungsfelder/wohnen/".
    """
    if not url.startswith("/"):
        return url
    if path.startswith("/"):
        return path.rpartition("/")[0] + url
    address, hash_mark, anchor = url.partition("#")
    here = "/" + path.rpartition("/")[0]
    if path_of(address) == path and hash_mark:
        return f"#{anchor}"
    there = _way(address, here)
    slash = "/" if address.endswith("/") and there != "/" else ""
    return f"{there}{slash}{hash_mark}{anchor}"


def _way(address: str, here: str) -> str:
    """Return how one gets from a folder to an address; as `relpath`, in a tenth of the time."""
    target, start = (list(filter(None, one.split("/"))) for one in (address, here))
    same = 0
    while same < min(len(target), len(start)) and target[same] == start[same]:
        same += 1
    return "/".join([*[".."] * (len(start) - same), *target[same:]]) or "."


KREIS_KEY = Key(Kind.RAUM, KREIS)
