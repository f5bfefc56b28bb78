"""`make bench`: run every benchmark beside this file and print its rows.

A benchmark is a module `bench_*.py` with `rows() -> Iterable[Row]`. Each row sets what phahe takes beside a peer or a raw
baseline measured in the same run, so that the ratio holds on a noisy machine; nothing here passes or fails on a time.
`python -m tests.benchmarks WORD...` runs only the modules whose names hold one of the words.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from tests.benchmarks.rows import Row, table

HERE = Path(__file__).parent


def main(words: list[str]) -> None:
    """Run the chosen benchmarks in the order of their names."""
    for path in sorted(HERE.glob("bench_*.py")):
        if words and not any(word in path.stem for word in words):
            continue
        module = importlib.import_module(f"tests.benchmarks.{path.stem}")
        print(f"\n{path.stem.removeprefix('bench_')}: {(module.__doc__ or '').strip().splitlines()[0]}")
        rows: list[Row] = list(module.rows())
        print(table(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
