"""The county's colour stands out from the paper, light and dark, as text must (WCAG 1.4.3)."""

from collections.abc import Iterator

from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "farbe"
LEAST = 4.5
# The grounds that links stand on; the darker of two light ones, the lighter of two dark ones.
PAPER, NIGHT = "#f1f0e9", "#1a2427"


def check(report: Report) -> Iterator[Problem]:
    """Yield colours that are too close to the paper."""
    kreis = report.kreis
    for name, colour, ground in (
        ("akzent", kreis.akzent, PAPER),
        ("akzent_dunkel", kreis.akzent_dunkel, NIGHT),
    ):
        found = contrast(colour, ground)
        if found < LEAST:
            number = f"{found:.1f}".replace(".", ",")
            sentence = (
                f"Die Farbe „{name}“ ({colour}) hebt sich zu wenig vom Grund ab: "
                f"Kontrast {number} statt mindestens 4,5."
            )
            yield Problem(kreis.place, sentence, ID)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (#rrggbb) as WCAG 2 defines it, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
