"""One page more costs the same however many there are: measured in CPU time, extraction and publishing apart."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import replace

from graph.library import Library
from graph.values import Kept
from ontology.model import Extraction
from tests.benchmarks.generate import extractions

Item = tuple[Kept, bytes, Extraction]


def items(size: int, seed: int) -> Iterator[Item]:
    for page in extractions(size, seed):
        original = page.text.content.encode()
        source = replace(page.source, sha256=hashlib.sha256(original).hexdigest())
        yield Kept(source, page.text), original, page.extraction


def seconds_for_one_more(data: Path, size: int, more: int = 40) -> list[float]:
    """CPU seconds of keeping one page more, for pages spread over another world of that size, in order."""
    taken = []
    with Library(data) as library:
        library.keep_many(items(size, 7))
        for one in islice(items(size, 8), 0, None, max(1, size // more)):
            started = time.process_time()
            assert library.keep(*one)
            taken.append(time.process_time() - started)
    return sorted(taken)


def test_one_page_more_at_two_thousand(data: Path) -> None:
    taken = seconds_for_one_more(data, 2_000)
    assert taken[len(taken) * 9 // 10] < 0.2


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_one_page_more_at_a_hundred_thousand(data: Path) -> None:
    taken = seconds_for_one_more(data, 100_000)
    print(f"CPU s: median {taken[len(taken) // 2]:.3f}, worst {taken[-1]:.3f}")
    assert taken[len(taken) * 9 // 10] < 0.2
