"""Which addresses an editor may write: of the web, of mail and telephone, and of our own pages.

The list is positive: what a browser would take for a script, a file or another site in disguise
does not match, however it is spelt.
"""

import re

# No user before the host: https://amt.de@fremd.example leads to fremd.example.
HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?(?::\d{1,5})?"
REST = r"[^\s\x00-\x20\x7f-\xa0\"<>\\`\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]*"
WEB = re.compile(rf"https?://{HOST}(?:[/?#]{REST})?")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
MAIL_LINK = re.compile(rf"mailto:{MAIL.pattern}(?:\?(?:subject|body)={REST})?")
TELEPHONE = re.compile(r"\+?[0-9][0-9 ()/.–-]*")
TELEPHONE_LINK = re.compile(r"tel:\+?[0-9][0-9()/.-]*")
ANCHOR = re.compile(rf"#{REST}")
OWN = re.compile(rf"/(?![/\\]){REST}")
SCHEMES = ("https://", "http://", "mailto:", "tel:")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def visible(text: str) -> str:
    """Return a text with a mark for each character that cannot be seen or moves the cursor."""
    return CONTROL.sub("\ufffd", text)


def is_web(address: str, secure: bool = False) -> bool:
    """Say whether an address is one of the web; `secure` asks for https."""
    return bool(WEB.fullmatch(address)) and (not secure or address.startswith("https://"))


def is_link(address: str) -> bool:
    """Say whether an address may stand in a text: of the web, mail, telephone, or an anchor."""
    kinds = (WEB, MAIL_LINK, TELEPHONE_LINK, ANCHOR)
    return any(kind.fullmatch(address) for kind in kinds)


def is_own(address: str) -> bool:
    """Say whether an address is one of our own pages: "/handlungsfelder/"."""
    return bool(OWN.fullmatch(address)) and ".." not in address.split("/")


def refusal(address: str, schemes: tuple[str, ...] = SCHEMES) -> str:
    """Return what an editor is told about an address that is none."""
    shown = visible(address)
    if address.startswith(schemes):
        return (
            f"„{shown}“ ist keine gültige Adresse. Darin stehen keine Leerzeichen, keine "
            "Anführungszeichen und kein @ vor dem Namen des Servers."
        )
    return f"„{shown}“ ist keine Adresse. Sie beginnt mit https://."
