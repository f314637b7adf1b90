"""Where each recommendation of the Kreis Muster stands, since when it is silent, what it led to.

The table was made by hand from the last step of each file: silence is counted in whole months from
the last day the step's date may mean (2026-02: 28 February; 2026-21 is the
spring of 2026: 31 May) up to 1 November 2026, the day to which
the report counts; what has ended is not silent.
"""

TABLE = """
2017-01 | 2023-09 | eingestellt | 0 | |
2017-02 | 2020-06 | umgesetzt | 0 | | 2022-06
2017-03 | 2019-08 | umgesetzt | 0 | |
2017-04 | 2026-02 | umgesetzt | 0 | |
2017-05 | 2017-11 | eingeschätzt | 107 | | 2024-02
2017-06 | 2025-12 | eingestellt | 0 | |
2018-01 | 2018-05 | eingeschätzt | 101 | | 2019-05 2020-02 2021-06 2023-01
2018-02 | 2019-02 | in Beratung | 92 | | 2023-06
2018-03 | 2021-05 | umgesetzt | 0 | |
2018-04 | 2021-02 | eingestellt | 0 | | 2023-03
2018-05 | 2020-10 | umgesetzt | 0 | | 2024-04
2018-06 | 2026-02 | in Umsetzung | 8 | |
2019-01 | 2020-09-30 | vertagt | 73 | | 2023-02
2019-02 | 2023-03 | umgesetzt | 0 | |
2019-03 | 2019-11 | in Beratung | 83 | | 2024-03
2019-04 | 2025-12-10 | aufgehoben | 0 | |
2019-05 | 2019-03 | vorgeschlagen | 91 | 2018-01 | 2023-01
2019-06 | 2020-02-26 | abgelehnt | 0 | | 2022-07
2019-07 | 2022-01 | eingestellt | 0 | | 2022-08
2020-01 | 2022-12 | umgesetzt | 0 | |
2020-02 | 2021-02 | vertagt | 68 | 2018-01 | 2023-01
2020-03 | 2020-02 | vorgeschlagen | 80 | |
2020-04 | 2023-06 | umgesetzt | 0 | |
2020-05 | 2026-02 | in Umsetzung | 8 | |
2020-06 | 2025-11 | in Umsetzung | 11 | |
2021-01 | 2024-11 | in Umsetzung | 23 | |
2021-02 | 2021-11 | in Beratung | 59 | |
2021-03 | 2026-09 | in Umsetzung | 1 | |
2021-04 | 2024-03 | eingestellt | 0 | |
2021-05 | 2021-05 | eingeschätzt | 65 | |
2021-06 | 2021-05 | eingeschätzt | 65 | 2018-01 | 2023-01
2021-07 | 2021-05 | eingeschätzt | 65 | |
2022-01 | 2024-10 | in Umsetzung | 24 | | 2025-02
2022-02 | 2026-09-15 | in Beratung | 1 | |
2022-03 | 2023-02 | abgelehnt | 0 | | 2025-01
2022-04 | 2026-01 | ausgesetzt | 9 | |
2022-05 | 2026-04-15 | beschlossen | 6 | |
2022-06 | 2026-06 | in Umsetzung | 4 | 2017-02 |
2022-07 | 2026-06-24 | Ergebnis nicht geklärt | 4 | 2019-06 |
2022-08 | 2024-11 | umgesetzt | 0 | 2019-07 |
2022-09 | 2024-06 | umgesetzt | 0 | |
2023-01 | 2026-05 | ausgesetzt | 5 | 2018-01 2019-05 2020-02 2021-06 |
2023-02 | 2026-05 | in Umsetzung | 5 | 2019-01 |
2023-03 | 2024-09-25 | beschlossen | 25 | 2018-04 |
2023-04 | 2024-06 | eingestellt | 0 | |
2023-05 | 2026-01 | in Umsetzung | 9 | |
2023-06 | 2023-10 | in Beratung | 36 | 2018-02 |
2023-07 | 2026-08 | in Umsetzung | 2 | |
2024-01 | 2025-03-26 | abgelehnt | 0 | |
2024-02 | 2026-02 | ausgesetzt | 8 | 2017-05 |
2024-03 | 2025-06-25 | vertagt | 16 | 2019-03 |
2024-04 | 2026-04 | in Umsetzung | 6 | 2018-05 |
2024-05 | 2025-11 | eingeschätzt | 11 | |
2024-06 | 2026-03 | in Umsetzung | 7 | |
2024-07 | 2025-10 | beschlossen | 12 | |
2025-01 | 2026-08 | in Umsetzung | 2 | 2022-03 |
2025-02 | 2026-05 | vertagt | 5 | 2022-01 |
2025-03 | 2026-03-25 | beschlossen | 7 | |
2025-04 | 2026-09 | in Beratung | 1 | |
2025-05 | 2026-09 | in Beratung | 1 | |
2025-06 | 2026-21 | in Umsetzung | 5 | |
2025-07 | 2026-08 | in Umsetzung | 2 | |
2025-08 | 2026-04 | beschlossen | 6 | |
2025-09 | 2026-02 | vertagt | 8 | |
2025-10 | 2026-09 | beschlossen | 1 | |
"""

Row = tuple[str, str, str, int, list[str], list[str]]


def rows() -> list[Row]:
    """Return the table: key, last step, state, silent months, predecessors, successors."""
    found = []
    for line in TABLE.strip().splitlines():
        key, last, stand, months, before, after = (cell.strip() for cell in line.split("|"))
        found.append((key, last, stand, int(months), before.split(), after.split()))
    return found
