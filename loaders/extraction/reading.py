"""What is read from one text while its clauses are parsed: nodes, statements, activities."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction.cues import Cues
from loaders.extraction.eventdays import page_month
from loaders.extraction.markers import Marker, markers
from loaders.extraction.normal import fold

if TYPE_CHECKING:
    from loaders.extraction.documents import Grouping
    from loaders.extraction.mentions import Reference

_STANDING: Final = re.compile(r"^(?:ban thường vụ|btv) (?=\w)")
"""What of a body acts for it: one that a headline names alone and its standing committee do one thing."""
_LEVEL: Final = re.compile(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)$")
_LATELY: Final = 200  # activities that are looked at for the name of a body in full
ACTS: Final = 1_000_000
"""Nodes from here on are activities; below, documents by their index."""
LAWS: Final = frozenset({"HP", "BL", "L", "PL"})
PLANS: Final = frozenset({"KH", "CTr", "ĐA", "CL", "KH-kt", "KHÁC"})


class Link(NamedTuple):
    """What the next object of a cue will be told of: `head` does `predicate` to it.

    `rule` is the rule of grammar, `cue` the words, `at` where they end; a `passive` link awaits its agent.
    """

    head: int
    predicate: str
    rule: str
    cue: str
    at: int
    passive: bool = False


class Statement(NamedTuple):
    """One reading of a pair: `link` tells of `tail`, which `references[tail_at]` names.

    `provision` is the part of the tail that is cited, `sentence` where the sentence begins and its block ends, `depth`
    the number of documents read before in the clause; `quoted` says that it stands in quoted text.
    """

    head: int
    tail: int
    tail_at: int
    link: Link
    provision: str | None
    sentence: tuple[int, int]
    depth: int = 0
    quoted: bool = False

    @property
    def predicate(self) -> str:
        """What the head does to the tail."""
        return self.link.predicate


class Act(NamedTuple):
    """An activity: what is done, by whom and when."""

    kind: str
    actor: str | None
    date: str | None
    at: int


class Reading:
    """The text being read and all that was read from it so far."""

    def __init__(self, grouping: Grouping) -> None:
        self.grouping = grouping
        self.text = grouping.text
        self.fold = fold(grouping.text)
        self.references = grouping.references
        self.starts = [reference.start for reference in grouping.references]
        self.own = grouping.own
        self.principal: int | None = None  # whose text a consolidated one gives
        self.statements: list[Statement] = []
        self.acts: list[Act] = []
        self.met: list[int] = []  # where each activity is told first
        self.touched: list[tuple[int, str]] = []
        self._places: dict[tuple[str, ...], int] = {}
        self.loud: set[int] = set()  # activities that only a headline in capitals tells of
        self.carried: list[tuple[int, int, Link]] = []
        self.asked = False  # whether the paragraph lists what somebody has asked for
        self.topic: int | None = None
        self.topic_at = 0  # where the page names it first
        self.gathering: tuple[tuple[int, int], int, int] | None = None  # who held an event, and its sentence
        self.plans = grouping.plans

    @cached_property
    def cues(self) -> Cues:
        """Where the cues of the text stand."""
        return Cues(self.fold)

    @cached_property
    def month(self) -> str | None:
        """Year and month of the page's own date line."""
        return page_month(self.text)

    @cached_property
    def markers(self) -> list[Marker]:
        """Where the parts of the text itself begin."""
        return markers(self.text)

    def node(self, index: int) -> int | None:
        """The document that `references[index]` denotes; a consolidated text speaks as what it consolidates."""
        node = self.grouping.document_of[index]
        reference = self.references[index]
        if (
            self.own != self.grouping.own
            and self.principal is not None
            and reference.pointing == "này"
            and self.own is not None
            and reference.type == self.type_of(self.own)
        ):
            return self.own
        return self.own if node is not None and node == self.grouping.own else node

    def type_of(self, node: int) -> str:
        """The type code of a document."""
        return self.grouping.documents[node].type

    def family(self, node: int) -> str:
        """The type of a node, all statutes counted as one: a Luật amends a Bộ luật, no Thông tư does."""
        kind = self.type_of(node)
        return "L" if kind in LAWS else kind

    def at(self, index: int) -> int:
        """Where the words of a reference begin, the part cited before it included."""
        reference: Reference = self.references[index]
        return reference.start if reference.provision_start is None else reference.provision_start

    def next_at(self, position: int, end: int) -> int:
        """Where the first reference from `position` on begins; `end` where none begins before it."""
        index = bisect_left(self.starts, position)
        return min(self.at(index), end) if index < len(self.references) else end

    def act(self, act: Act, years: str = "", *, loud: bool = False) -> int:
        """The node of an activity; a body does one thing of a kind, but for reviews of different spans of years."""
        who = _STANDING.sub("", (act.actor or "").lower())
        key: tuple[str, ...] = (act.kind, who, years if act.kind == "review" else "")
        place = self._places.get(key) if act.actor is None else self._places.get(key, self._fuller(key))
        if place is not None and act.date and self.acts[place].date not in {None, act.date}:
            key = (*key, act.date)
            place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self.acts)
            self.acts.append(act)
            self.met.append(act.at)
            if loud:
                self.loud.add(ACTS + place)
        elif self.acts[place].date is None:
            known = self.acts[place].actor or ""
            fuller = known.lower().startswith(f"{(act.actor or known).lower()} ")
            self.acts[place] = act._replace(actor=known) if fuller else act
        return ACTS + place

    def _fuller(self, key: tuple[str, ...]) -> int | None:
        """The activity of a body that the page has named in full, of which `key` has the name without its place."""
        if _LEVEL.search(key[1]) is None:
            return None
        lately = islice(reversed(self._places.items()), _LATELY)
        found = [p for known, p in lately if known[1].startswith(f"{key[1]} ") and known[::2] == key[::2]]
        return found[0] if len(found) == 1 else None

    def act_node(self, place: int) -> int:
        """The node of `acts[place]`."""
        return ACTS + place

    def place(self, node: int) -> int:
        """The place in `acts` of an activity's node."""
        return node - ACTS
