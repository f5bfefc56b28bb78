"""What an auditor asks, in one place: each question a function of a reader that returns values with their evidence.

Documents are given as nodes (`reader.pick("49-KL/TW")`), days as ISO dates; without a day the answer is of today, in
Vietnam. Declared searches are those of the reader's data directory.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph import clocks
from graph.audit_values import (
    ChainAudit,
    Changes,
    Contradictions,
    Dangling,
    Deadlines,
    Diffusion,
    Impact,
    Matrix,
    Search,
)
from graph.chains import Filters, Tracer
from graph.coverage import Question, Surveyor
from graph.dangling import dangling as _dangling
from graph.deadlines import Clerk
from graph.diffusion import Spread
from graph.expected import bodies, named
from graph.ground import CARRYING, ground
from graph.impact import changed, dated
from graph.impact import impact as _impact
from graph.publication import Published
from graph.reader import Reader
from graph.searches import Searches
from graph.values import Node
from graph.walks import MOST_SHOWN

FAR = 1 << 30
GAPS = frozenset(
    {
        "dangling",
        "ambiguous",
        "unresolved body",
        "nothing read",
        "lost revision",
        "shape",
        "original",
        "quote",
        "review log",
    }
)
"""Checks that find what is missing, or a fault of the data directory, not what stands against something."""


def searches(reader: Reader) -> list[Search]:
    """The declared searches."""
    return Searches(reader.data_dir).all()


def chain(  # noqa: PLR0913 - each narrows the question in its own way
    reader: Reader,
    focus: Node,
    *,
    to: Node | None = None,
    up: bool = True,
    down: bool = True,
    predicates: frozenset[str] | None = None,
    depth: int = FAR,
    filters: Filters | None = None,
    limit: int = MOST_SHOWN,
) -> ChainAudit:
    """The chains of a document to its roots and leaves, or to another document. See `graph.chains`."""
    tracer = Tracer(ground(reader), predicates, depth, filters or Filters())
    return tracer.audit(focus, to, up=up, down=down, limit=limit)


def coverage(  # noqa: PLR0913 - each narrows the question in its own way
    reader: Reader,
    policy: Node,
    expected: str = "provinces",
    *,
    day: str | None = None,
    geography: str | None = None,
    kinds: tuple[str, ...] = (),
    predicates: frozenset[str] = CARRYING,
    listed: Sequence[str] = (),
) -> Matrix:
    """Which of the expected bodies are seen to carry a policy out by a day; `listed` names them one by one instead.

    See `graph.coverage`.
    """
    day = day or clocks.today()
    geography = geography or day
    expected_bodies = (
        named(listed, reader.register, geography) if listed else bodies(expected, reader.register, geography)
    )
    question = Question(expected, expected_bodies, day, geography, kinds, predicates)
    return Surveyor(ground(reader), policy, question, searches(reader)).matrix()


def deadlines(reader: Reader, policy: Node, *, day: str | None = None, below: bool = True) -> Deadlines:
    """What is due by a policy and how each body stands to it. See `graph.deadlines`."""
    return Clerk(ground(reader), policy, day or clocks.today(), searches(reader)).deadlines(below=below)


def impact(reader: Reader, focus: Node, *, day: str | None = None, limit: int = 200) -> Impact:
    """What rests on a document. See `graph.impact`."""
    return _impact(ground(reader), focus, day or clocks.today(), limit=limit)


def changes(reader: Reader, focus: Node, since: str, until: str | None = None) -> Changes:
    """What came to the lineage of a document by what is dated after one day, up to another."""
    return dated(ground(reader), focus, clocks.day(since), clocks.day(until or clocks.today()))


def changes_known(reader: Reader, focus: Node, since: str, until: str | None = None) -> Changes:
    """What became known around a document between two published copies, or two days of knowledge."""
    published = Published(reader.data_dir)

    def version(name: str) -> str:
        return published.known_on(name) if clocks.DAY.fullmatch(name) else name

    before, after = version(since), version(until) if until else reader.version
    with Reader.open(reader.data_dir, before) as old, Reader.open(reader.data_dir, after) as new:
        return changed(ground(old), ground(new), focus, (before, after), "knowledge")


def contradictions(reader: Reader) -> Contradictions:
    """What cannot all be true: the findings of all checks but those that only say what is missing."""
    return Contradictions(tuple(one for one in reader.check() if one.check not in GAPS), reader.version)


def dangling(reader: Reader, *, limit: int = 100) -> Dangling:
    """What to obtain next. See `graph.dangling`."""
    return _dangling(ground(reader), limit=limit)


def diffusion(reader: Reader, policy: Node) -> Diffusion:
    """How a policy spread. See `graph.diffusion`."""
    return Spread(ground(reader), policy).measured()
