"""What the questions of an auditor are answered with. Every claim carries its quotes, every absence its searches.

Commands, files, pages and the report take these same values. Days are ISO 8601, lags are in days. `version` is the
published copy that was asked.
"""

from __future__ import annotations

from graph.values import Edge, Evidence, Finding, Node
from ontology.model import Value


class Step(Value, frozen=True, gc=False):
    """One link of a route, walked from head to tail.

    `gap_days` lie between the dates of its ends. `confidence` is that of its surest assertion, `verdict` what reviewers
    said of it (`confirmed`, or None where nobody did). `grey` says why a filter leaves it out; empty where none does.
    """

    edge: Edge
    gap_days: int | None = None
    confidence: float = 0.0
    verdict: str | None = None
    grey: tuple[str, ...] = ()


class Route(Value, frozen=True, gc=False):
    """A way from its first document (the implementing end) to its last (the root).

    `weakest` indexes the least sure step. `grey` holds the filters that leave out something on it. `goes_on` tells
    that the walk was bounded here though links lead on.
    """

    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]
    weakest: int | None = None
    grey: tuple[str, ...] = ()
    goes_on: bool = False


class Routes(Value, frozen=True, gc=False):
    """The ways in one direction: the shortest of them, and how many there are in all.

    `total` and `not_shown` are exact, in decimal digits: no machine integer need hold them.
    """

    shown: tuple[Route, ...] = ()
    total: str = "0"
    not_shown: str = "0"
    cycles: tuple[tuple[Node, ...], ...] = ()
    reached: int = 0


class ChainAudit(Value, frozen=True, gc=False):
    """The chains of a document: `up` to its roots, `down` to its leaves; with `to`, those between the two."""

    focus: Node
    to: Node | None
    up: Routes
    down: Routes
    filters: tuple[str, ...] = ()
    version: str = ""


class Search(Value, frozen=True, gc=False, omit_defaults=True):
    """A search that somebody declares to have made: without such a record nothing is ever said to be missing.

    `body` is the body or place whose documents were looked for, as written; `key` what the register knows it as
    (`place/hai-duong`, `body/ubnd:hai-duong`). `place` is where was looked (a site, an archive). `since` and `until`
    bound the days of publication that were looked through, `kinds` the types of document (empty: all). `items` is how
    many items were read. `on` is the day of the search, `by` who made it.
    """

    id: str
    body: str
    key: str
    place: str
    since: str
    until: str
    items: int
    by: str
    on: str
    kinds: tuple[str, ...] = ()
    note: str = ""


class Seen(Value, frozen=True, gc=False):
    """A document or activity that answers an expectation, and the links that tie it to the policy, with quotes.

    `lag_days` is counted from the policy's date. `note` says what stands between it and the body expected: a merger, or
    why it awaits review.
    """

    node: Node
    links: tuple[Edge, ...] = ()
    lag_days: int | None = None
    note: str = ""


class Cell(Value, frozen=True, gc=False):
    """One expected body. `state` is one of four, the last two never merged.

    `found` a document is seen; `candidate` one that awaits review; `looked` searched for by declared searches and not
    found; `not_collected` no conclusion: nobody declares to have searched enough. `searches` are their ids. `more` is
    how many documents are seen besides those shown.
    """

    key: str
    label: str
    state: str
    seen: tuple[Seen, ...] = ()
    more: int = 0
    searches: tuple[str, ...] = ()
    note: str = ""


class Matrix(Value, frozen=True, gc=False):
    """Which expected bodies carry a policy out, as far as the sources show, on `day` in the units of `geography`.

    `others` are documents of the same levels whose body is none of those expected.
    """

    policy: Node
    expected: str
    day: str
    geography: str
    kinds: tuple[str, ...]
    predicates: tuple[str, ...]
    cells: tuple[Cell, ...]
    counts: dict[str, int]
    searches: tuple[Search, ...] = ()
    others: tuple[Seen, ...] = ()
    version: str = ""


class Duty(Value, frozen=True, gc=False):
    """What a text obliges somebody to do, with its quote.

    `scope` is `each` (every body of a class), `any` (one of several suffices) or `one`. `unknown` are the parts of
    `who` that the register could not tell. `due` is the last day, `basis` how it was come by: `stated`, `month` or
    `year` (their last day), `counted` (from the day stated), `yearly` (a day and month of every year), `period` (no
    day stated: the end of each period), `open` (it
    cannot be told). `review` tells that what is due is a review.
    """

    iri: str
    who: str | None
    what: str
    scope: str
    documents: tuple[Node, ...]
    evidence: Evidence
    due: str | None = None
    basis: str = "stated"
    period: str | None = None
    within: str | None = None
    unknown: tuple[str, ...] = ()
    review: bool = False


class Standing(Value, frozen=True, gc=False):
    """How one body stands to one duty by one day. `due` is that day, also of one occurrence of a duty that recurs.

    `status` is `met`, `late` (by `days`), `undated` (done, the day not known), `open`, `overdue` (a declared search
    covers it) or `no_evidence` (nothing seen, no search declared), `unclear` (the day cannot be told).
    """

    duty: str
    key: str
    body: str
    status: str
    due: str | None = None
    days: int | None = None
    seen: tuple[Seen, ...] = ()
    searches: tuple[str, ...] = ()
    note: str = ""


class Task(Value, frozen=True, gc=False):
    """A line of the worklist: one duty by one day, with the status word of the whole and the counts behind it."""

    duty: str
    due: str | None
    status: str
    word: str
    counts: dict[str, int]


class Figure(Value, frozen=True, gc=False):
    """A reported figure, as stated, beside its share of the target, as stated."""

    who: str | None
    what: str
    value: float | None
    unit: str | None
    percent_of_target: float | None
    documents: tuple[Node, ...]
    evidence: Evidence


class Deadlines(Value, frozen=True, gc=False):
    """What is due by a policy (and by what carries it out), and how each body stands to it on `day`.

    `reviews` are the reviews of the policy that were seen; their lag tells how long after it they came. `nearby` are
    duties in sources that tell what these documents do, tied to none of them: a person judges whether they belong here.
    """

    policy: Node
    day: str
    duties: tuple[Duty, ...]
    standings: tuple[Standing, ...]
    tasks: tuple[Task, ...]
    figures: tuple[Figure, ...]
    reviews: tuple[Seen, ...] = ()
    searches: tuple[Search, ...] = ()
    nearby: tuple[Duty, ...] = ()
    version: str = ""


class Affected(Value, frozen=True, gc=False):
    """A document that rests on another, `steps` away. `wholly` is true where every ground it has leads through it."""

    node: Node
    steps: int
    wholly: bool
    links: tuple[Edge, ...] = ()


class Impact(Value, frozen=True, gc=False):
    """What hangs on a document. `acts` are the edges that repeal, replace, amend or suspend it, or parts of it."""

    focus: Node
    acts: tuple[Edge, ...]
    actors: tuple[Node, ...]
    affected: tuple[Affected, ...]
    levels: tuple[tuple[str, int], ...]
    total: int
    day: str
    gone: int = 0
    version: str = ""


class Changes(Value, frozen=True, gc=False):
    """What is different in the lineage around a document between two published copies, or two days of dates.

    `others` are the further ends of the edges.
    """

    focus: Node
    before: str
    after: str
    by: str
    nodes_added: tuple[Node, ...] = ()
    nodes_gone: tuple[Node, ...] = ()
    edges_added: tuple[Edge, ...] = ()
    edges_gone: tuple[Edge, ...] = ()
    others: tuple[Node, ...] = ()
    version: str = ""


class Awaited(Value, frozen=True, gc=False):
    """A document that is named and never seen: `chains` is the exact number of chains that lead up to it."""

    node: Node
    chains: str
    named_by: int
    example: Edge | None = None


class Dangling(Value, frozen=True, gc=False):
    """What to obtain next, most waited for first; `total` is how many documents are named and never seen."""

    awaited: tuple[Awaited, ...]
    total: int
    version: str = ""


class Measure(Value, frozen=True, gc=False):
    """A number and what it says in words. `numbers` are those that the words hold, by name."""

    name: str
    value: float | int | str | None
    words: str
    numbers: dict[str, float] = {}  # noqa: RUF012 - a frozen value's default is never written to


class Diffusion(Value, frozen=True, gc=False):
    """How a policy spread: lags by level, the main path, the bodies that most ways pass through."""

    policy: Node
    measures: tuple[Measure, ...]
    main_path: Route | None
    bottlenecks: tuple[tuple[str, float], ...]
    version: str = ""


class Contradictions(Value, frozen=True, gc=False):
    """What cannot all be true, each with the quotes of both sides."""

    findings: tuple[Finding, ...]
    version: str = ""
