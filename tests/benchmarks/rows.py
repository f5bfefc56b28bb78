"""What a benchmark reports: a figure, a baseline of the same run, and their ratio."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Row(NamedTuple):
    """One measured thing: `value` and `baseline` in `unit`; a `ratio` of value to baseline where there is a baseline."""

    name: str
    value: float
    unit: str
    baseline: float | None = None
    against: str = ""

    @property
    def ratio(self) -> float | None:
        return self.value / self.baseline if self.baseline else None


def cpu_seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Median CPU seconds of `work` over `runs`, after one run that is not counted."""
    work()
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def table(rows: list[Row]) -> str:
    """The rows as aligned text."""
    if not rows:
        return "  nothing to measure here (the texts it needs are not beside the project)"
    lines = []
    for row in rows:
        ratio = f"  {row.ratio:10.2f} x {row.against}" if row.ratio is not None else ""
        lines.append(f"  {row.name:48} {row.value:14.4f} {row.unit:10}{ratio}")
    return "\n".join(lines)
