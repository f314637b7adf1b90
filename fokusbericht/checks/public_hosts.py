"""Which servers and mail addresses are real: none reserved for examples or for one machine."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

# RFC 2606, RFC 6761, RFC 6762 and RFC 8375: nobody can own these.
RESERVED = ("example", "invalid", "test", "localhost", "local", "internal", "arpa", "onion")
PRIVATE = ("lan", "home", "intern", "corp", "localdomain")
EXAMPLES = re.compile(r"(?:^|\.)(?:example|beispiel)\.[a-z]+$")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)")


def is_public_address(url: str) -> bool:
    """Say whether an address leads to a server that everybody can reach, encrypted."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    is_plain = port is None and "@" not in parts.netloc and not parts.query and not parts.fragment
    return parts.scheme == "https" and is_plain and is_public_host(parts.hostname or "")


def is_public_mail(address: str) -> bool:
    """Say whether a mail address is at a server that everybody can reach."""
    return is_public_host(address.removeprefix("mailto:").rpartition("@")[2])


def is_public_host(host: str) -> bool:
    """Say whether a name can be that of a server in public."""
    name = host.lower().rstrip(".")
    if _is_number(name) or not HOST.fullmatch(_ascii(name)) or EXAMPLES.search(name):
        return False
    return name.rpartition(".")[2] not in (*RESERVED, *PRIVATE)


def _is_number(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _ascii(host: str) -> str:
    """Return a name with umlauts as the network spells it; as it is where it has no such form."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host
