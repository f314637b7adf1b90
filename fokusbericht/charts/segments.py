"""The parts of a series that a line may join."""

YearValue = tuple[int, float]


def segments(
    points: tuple[tuple[int, float | None], ...], breaks: tuple[int, ...]
) -> tuple[tuple[YearValue, ...], ...]:
    """Return the parts of a series that hang together: cut at gaps and before breaks."""
    parts: list[list[YearValue]] = []
    before: int | None = None
    for year, value in sorted(points, key=lambda point: point[0]):
        if before is None or any(before < cut <= year for cut in breaks):
            parts.append([])
        if value is not None:
            parts[-1].append((year, value))
        before = None if value is None else year
    return tuple(tuple(part) for part in parts if part)
