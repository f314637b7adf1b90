"""The colours of the charts: each with its counterpart for dark screens.

All keep 4.5:1 against the paper (#fbfaf6, dark #12191b), as labels are drawn in them too. Accent,
neutral and the palette stay apart for colour-blind eyes: OKLab distance of at least 0.1 in light
and dark, as seen with normal sight and with protanopia, deuteranopia and tritanopia (Machado 2009),
but for neutral and accent, where the neutral lines are dashed.
"""

from dataclasses import dataclass

PAPER, PAPER_DARK = "#fbfaf6", "#12191b"
INK, INK_DARK = "#1a2326", "#e8ecea"
QUIET, QUIET_DARK = "#56646a", "#a2b0b3"
GRID, GRID_DARK = "#d9dcd6", "#324045"
FIRM, FIRM_DARK = "#7f8a89", "#7d8b8f"  # the zero line and the bars that stand back

PALETTE = (
    ("#0178b8", "#6b8ae0"),
    ("#a66015", "#efad37"),
    ("#452253", "#a2748e"),
    ("#621510", "#d97339"),
    ("#342b8f", "#aaeeff"),
    ("#734601", "#f7de9d"),
)
DASHES = ((6, 3), (2, 3), (9, 3, 2, 3))
NEAR = 40  # a palette colour nearer to the accent than this (in RGB) is left out


@dataclass(frozen=True, slots=True)
class Accent:
    """The county's colour, on paper and on dark screens."""

    light: str
    dark: str


def palette(accent: Accent) -> tuple[str, ...]:
    """Return the colours for series that are neither stressed nor dashed, by turns."""
    far = tuple(light for light, _ in PALETTE if _distance(light, accent.light) > NEAR)
    return far or tuple(light for light, _ in PALETTE)


def dark_colours(accent: Accent) -> dict[str, str]:
    """Return the colour for dark screens of each colour that charts are drawn in."""
    return {
        PAPER: PAPER_DARK,
        INK: INK_DARK,
        QUIET: QUIET_DARK,
        GRID: GRID_DARK,
        FIRM: FIRM_DARK,
        **dict(PALETTE),
        accent.light: accent.dark,
    }


def dark_style(accent: Accent, used: str) -> str:
    """Return the rules that turn the fixed colours found in `used` into those for dark screens."""
    rules = "".join(
        f'[{name}="{light}"]{{{name}:{dark}}}'
        for light, dark in dark_colours(accent).items()
        for name in ("fill", "stroke")
        if f'{name}="{light}"' in used
    )
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


def _distance(one: str, other: str) -> float:
    channels = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return float(sum((a - b) ** 2 for a, b in channels) ** 0.5)
