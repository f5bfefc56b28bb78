"""Gathering: many documents of one kind drawn as one box with their number, so that a hub stays readable.

Two things are gathered: all documents of a level, where the address asks for it; and, by themselves, the many that hang
on one document by the same relation and on nothing else (a plan of every province). Opening such a group shows its
members by and by. What is gathered is still counted, still in the exports, and one step away.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from api.pages import language
from api.pages.placement import in_time, lane_of
from api.pages.urls import lineage_path
from api.pages.windows import LIMIT
from graph.values import Node
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.outline import Outline

Triple = tuple[str, str, str]

FAN: Final = 10
"""More than so many that hang on one document in the same way are gathered."""
STEP: Final = 20
"""Opening a group shows so many more of its members."""


class Group(Value, frozen=True, gc=False):
    """Documents drawn as one box: its key in addresses, its lane, its members in time, how many stand outside it."""

    key: str
    lane: str
    members: tuple[str, ...]
    shown: int = 0


class Gathered(Value, frozen=True):
    """What is drawn: nodes (a group is a node of kind `group`), how often each edge occurs, and the groups by IRI."""

    nodes: tuple[Node, ...]
    edges: dict[Triple, int]
    groups: dict[str, Group]

    @property
    def inside(self) -> int:
        """How many documents stand in groups."""
        return sum(len(group.members) for group in self.groups.values())


def gather(
    outline: Outline, levels: frozenset[str], opened: Iterable[str], keep: frozenset[str], lang: str
) -> Gathered:
    """The nodes and edges of an outline with levels and fans gathered; focus and `keep` always stand alone."""
    alone = keep | {outline.focus}
    free = [node for node in outline.nodes if node.iri not in alone]
    groups = _levels([node for node in free if lane_of(node) in levels])
    groups |= _fans([node for node in free if lane_of(node) not in levels], outline, _openings(opened))
    home = {member: iri for iri, group in groups.items() for member in group.members}
    named = {node.iri: node for node in outline.nodes}
    boxes = {iri: _box(iri, group, named, lang) for iri, group in groups.items()}
    nodes: dict[str, Node] = {}
    for node in outline.nodes:
        iri = home.get(node.iri, node.iri)
        nodes.setdefault(iri, boxes.get(iri, node))
    ends = ((home.get(head, head), predicate, home.get(tail, tail)) for head, predicate, tail in outline.edges)
    return Gathered(tuple(nodes.values()), dict(Counter(edge for edge in ends if edge[0] != edge[2])), groups)


def turned(gathered: Gathered, focus: str, page: int) -> tuple[Gathered, int]:
    """One page of what was gathered, `LIMIT` nodes nearest first, and how many pages there are.

    On a further page the focus stands too, and for each node one neighbour nearer to the focus, where there is room.
    """
    pages = max(-(-len(gathered.nodes) // LIMIT), 1)
    if pages == 1:
        return gathered, 1
    at = min(page, pages) - 1
    mine = {node.iri for node in gathered.nodes[at * LIMIT : (at + 1) * LIMIT]} | {focus}
    place = {node.iri: rank for rank, node in enumerate(gathered.nodes)}
    nearer: dict[str, str] = {}
    for head, _, tail in gathered.edges:
        for one, other in ((head, tail), (tail, head)):
            if one in mine and place[other] < place[nearer.get(one, one)]:
                nearer[one] = other
    steps = Counter(nearer.values())
    mine |= {iri for iri, _ in steps.most_common(LIMIT // 8)}
    edges = {edge: count for edge, count in gathered.edges.items() if edge[0] in mine and edge[2] in mine}
    groups = {iri: group for iri, group in gathered.groups.items() if iri in mine}
    return Gathered(tuple(node for node in gathered.nodes if node.iri in mine), edges, groups), pages


def _openings(opened: Iterable[str]) -> dict[str, int]:
    """How many members of each named group are to be shown: `20.NAME`."""
    stated = (one.partition(".") for one in opened)
    return {key: int(count) for count, _, key in stated if count.isascii() and count.isdigit() and len(count) < 6}


def _levels(nodes: Iterable[Node]) -> dict[str, Group]:
    by_lane: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_lane[lane_of(node)].append(node)
    return {
        f"group:{lane}": Group(lane, lane, tuple(node.iri for node in in_time(members)))
        for lane, members in by_lane.items()
        if len(members) > 1
    }


def _fans(nodes: Iterable[Node], outline: Outline, openings: Mapping[str, int]) -> dict[str, Group]:
    """The groups of those that hang on one document alone, where they are many."""
    links: dict[str, set[Triple]] = defaultdict(set)
    for edge in outline.edges:
        links[edge[0]].add(edge)
        links[edge[2]].add(edge)
    fans: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        key = _key(node, links[node.iri])
        if key:
            fans[key].append(node)
    made = {}
    for key, members in fans.items():
        shown = openings.get(key, 0)
        if len(members) <= FAN or len(members) - shown <= 1:
            continue
        ordered = tuple(node.iri for node in in_time(members))
        made[f"group:{key}"] = Group(key, lane_of(members[0]), ordered[shown:], shown)
    return made


def _key(node: Node, links: set[Triple]) -> str | None:
    """What a node that hangs on one document alone has in common with its like; None for every other node."""
    others = {head if tail == node.iri else tail for head, _, tail in links}
    if len(others) != 1:
        return None
    ways = {"down" if head == node.iri else "up" for head, _, _ in links}
    relations = ",".join(sorted({predicate for _, predicate, _ in links}))
    return f"{lane_of(node)}.{'-'.join(sorted(ways))}.{relations}.{lineage_path(others.pop())}"


def _box(iri: str, group: Group, named: Mapping[str, Node], lang: str) -> Node:
    """The node that stands for a group: dated by its earliest member, named by its number and years."""
    members = [named[member] for member in group.members]
    years = [node.date[:4] for node in members if node.date]
    dates = sorted(node.date for node in members if node.date)
    span = "–".join(dict.fromkeys([min(years), max(years)])) if years else ""
    label = language.say("group_name", lang, count=language.number(len(members), lang))
    return Node(
        iri=iri,
        kind="group",
        type="",
        label=label,
        date=dates[0] if dates else None,
        title=span,
        issuer=language.say(f"lane_{group.lane}", lang),
        level=members[0].level,
        sphere=members[0].sphere,
    )
