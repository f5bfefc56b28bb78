"""The order in which claims come before a reviewer, how far the work is, and who did what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.library import Library
from graph.queue import ORDERS, Progress, Queue
from graph.reader import Reader
from graph.review import Bench, Decision
from ontology.errors import WrongUse
from ontology.model import Document
from tests.graph.pages import ALL, DECISION, page

OTHERS = tuple(
    page(f"other {n}", (Document("d1", "KH", f"{n}/KH-UBND", f"2020-09-{n:02}", "UBND tỉnh Nam Định"), DECISION), (("d1", "implements", "d2"),))
    for n in (1, 2)
)  # fmt: skip


@pytest.fixture
def library(data: Path) -> Iterator[Library]:
    with Library(data) as found:
        found.keep_many([ALL[0], *OTHERS])
        found.publish()
        yield found


def drained(queue: Queue, order: str, **options: object) -> list[tuple[str, str]]:
    """Ends of the claims of a queue, from its first to its last."""
    found = []
    while (turn := queue.turn(order, skip=len(found), **options)) is not None:
        assert (turn.place, turn.of) == (len(found) + 1, queue.progress(options.get("filters")).total)
        found.append((turn.case.head.number, turn.case.tail.number))
    return found


def test_every_order_brings_every_claim_once(library: Library) -> None:
    with Reader.open(library.path) as reader:
        queue = Queue(reader)
        every = {order: drained(queue, order) for order in ORDERS}
    assert len(every["uncertainty"]) == 5
    assert {tuple(sorted(found)) for found in every.values()} == {tuple(sorted(every["uncertainty"]))}


def test_by_impact_those_come_first_on_whose_head_most_others_hang(library: Library) -> None:
    with Reader.open(library.path) as reader:
        queue = Queue(reader)
        first = queue.turn("impact")
        assert (first.case.head.number, first.hanging) == ("489/QĐ-TTg", 3)
        assert drained(queue, "impact")[1] == ("49-KL/TW", "11-CT/TW")
        last = queue.turn("impact", skip=4)
    assert last.hanging == 0


def test_by_source_a_page_is_read_from_its_beginning(library: Library) -> None:
    chain = ALL[0][0].source.sha256
    with Reader.open(library.path) as reader:
        found = drained(Queue(reader), "source", filters={"source": chain})
    assert found == [("211/KH-UBND", "489/QĐ-TTg"), ("489/QĐ-TTg", "49-KL/TW"), ("49-KL/TW", "11-CT/TW")]


def test_a_decided_claim_leaves_the_queue_and_counts_as_progress(library: Library) -> None:
    with Reader.open(library.path) as reader:
        queue = Queue(reader)
        first, second = queue.turn().case, queue.turn(skip=1).case
        assert queue.progress() == Progress(5, 0, 0)
        assert queue.shares() == ()
        assert queue.last_of("An") is None
    bench = Bench(library)
    bench.decide(Decision("confirm", "An", claim=first.assertion))
    rejected = bench.decide(Decision("reject", "An", "quan hệ khác", second.assertion))
    bench.decide(Decision("confirm", "Bình", "", second.assertion, expect=rejected.id))
    library.publish()
    with Reader.open(library.path) as reader:
        queue = Queue(reader)
        assert queue.progress() == Progress(5, 2, 0)
        assert queue.progress().decided == 2
        assert queue.turn().of == 3
        assert queue.turn("uncertainty", state="confirmed").of == 2
        assert [(one.by, one.acts, one.standing) for one in queue.shares()] == [
            ("An", (("confirmed", 1), ("rejected", 1)), 1),
            ("Bình", (("confirmed", 1),), 1),
        ]
        assert queue.last_of("An").claim.assertion == first.assertion


def test_what_is_no_order_or_filter_is_told(library: Library) -> None:
    with Reader.open(library.path) as reader:
        queue = Queue(reader)
        with pytest.raises(WrongUse, match="uncertainty"):
            queue.turn("length")
        with pytest.raises(WrongUse, match="predicate"):
            queue.turn(filters={"length": "1"})
        assert queue.turn(filters={"predicate": "repeals"}) is None
