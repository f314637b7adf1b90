"""Colours as eyes see them: contrast, and distance for eyes that are colour-blind."""


def linear(colour: str) -> list[float]:
    """Return red, green and blue as amounts of light."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def contrast(one: str, other: str) -> float:
    """Return how far two colours are apart in brightness, as WCAG reckons it."""
    lights = [
        sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True)) + 0.05
        for colour in (one, other)
    ]
    return max(lights) / min(lights)


SIGHTS = (  # normal; protanopia, deuteranopia, tritanopia after Machado 2009
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
)

LMS = ((0.4122, 0.5363, 0.0514), (0.2119, 0.6807, 0.1074), (0.0883, 0.2817, 0.63))

LAB = ((0.2105, 0.7936, -0.0041), (1.978, -2.4286, 0.4506), (0.0259, 0.7828, -0.8087))


def times(matrix: tuple[tuple[float, ...], ...], vector: list[float]) -> list[float]:
    """Return a vector multiplied by a matrix."""
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def oklab(colour: str, sight: tuple[tuple[float, ...], ...]) -> list[float]:
    """Return a colour in Oklab, as an eye of that sight takes it in."""
    seen = [min(1, max(0, part)) for part in times(sight, linear(colour))]
    return times(LAB, [max(0, part) ** (1 / 3) for part in times(LMS, seen)])
