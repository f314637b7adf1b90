"""What a public server says with each file: the same for the preview, the tests and docs/server/.

The policy of a page stands in templates/frame/base.html too, as not every server sends headers of
ours.
"""

import re
from collections.abc import Mapping

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'"
)
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Only sent where the connection is encrypted; the preview's is not.
TRANSPORT = {"Strict-Transport-Security": "max-age=31536000"}

FRAMED = re.compile(r"^/einbetten/")  # other websites may show these pages in a frame
# Scripts of others may read these.
OPEN = re.compile(r"\.(csv|json|geojson|topojson|xlsx|gpkg|sqlite|ttl|jsonld|ics|png|svg|xml)$")
HASHED = re.compile(r"^/assets/")  # the name changes with the content
FOREVER = "public, max-age=31536000, immutable"


def headers_for(path: str) -> Mapping[str, str]:
    """Return the headers of the file at a path of the site: "/einbetten/x/"."""
    frames = "*" if FRAMED.search(path) else "'none'"
    is_open = bool(OPEN.search(path))
    return {
        "Content-Security-Policy": f"{POLICY}; frame-ancestors {frames}",
        **SAFE,
        "Cross-Origin-Resource-Policy": "cross-origin" if is_open else "same-origin",
        **({"Access-Control-Allow-Origin": "*"} if is_open else {}),
        "Cache-Control": FOREVER if HASHED.search(path) else "no-cache",
    }
