"""From the cells of a table to lines of text: a row a line, unless the table only lays out.

A letterhead is read down its columns, as its two halves are meant: the body with its number, then the State with place
and day. Where a cell holds several lines the table is a layout, and each line stands alone.
"""

from __future__ import annotations

import re
from typing import Final

CELL: Final = " | "
# What stands at the head of the right half of every letterhead, of the State and of the Party.
MOTTO: Final = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM")
LETTERHEAD_ROWS: Final = 8

Row = list[list[str]]


def table_lines(rows: list[Row]) -> list[str]:
    """The lines of a table, given its rows of cells of lines.

    >>> table_lines([[["Xã"], ["Lớp"]], [["Đò Lá"], ["11"]]])
    ['Xã | Lớp', 'Đò Lá | 11']
    """
    if _is_letterhead(rows):
        columns = max(map(len, rows))
        return [line for column in range(columns) for row in rows for cell in row[column : column + 1] for line in cell]
    return [line for row in rows for line in _row_lines(row)]


def _is_letterhead(rows: list[Row]) -> bool:
    """Whether a small table of several columns has the motto in another column than the first."""
    others = (line for row in rows[:LETTERHEAD_ROWS] for cell in row[1:] for line in cell)
    return len(rows) <= LETTERHEAD_ROWS and any(MOTTO.search(line) for line in others)


def _row_lines(row: Row) -> list[str]:
    """The line of a row, or its lines where a cell holds several."""
    if any(len(cell) > 1 for cell in row):
        return [line for cell in row for line in cell]
    return [CELL.join(cell[0] if cell else "" for cell in row)] if any(row) else []
