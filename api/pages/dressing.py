"""What a drawing shows besides nodes and edges: buttons, groups, what lies outside a time, a lit chain, statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from api.pages.gathering import Triple
    from api.pages.lineages import Button
    from graph.values import Node


class Dressing(Value, frozen=True):
    """By IRI: buttons, the addresses of groups, the words of a status; by edge how many it stands for.

    `outside` are the nodes that the asked time leaves out, `lit` those of the chain that is lit; both are drawn, for a
    walk is never cut by them.
    """

    buttons: Mapping[str, tuple[Button, ...]] = {}
    links: Mapping[str, str] = {}
    counts: Mapping[Triple, int] = {}
    outside: frozenset[str] = frozenset()
    lit: frozenset[str] = frozenset()
    statuses: Mapping[str, str] = {}


PLAIN = Dressing()
"""A drawing with nothing besides."""


def outside(nodes: Iterable[Node], since: str, until: str) -> frozenset[str]:
    """The nodes that are surely before `since` or after `until`; an undated one is never surely outside.

    Dates of any precision compare by what they share: 2020 is not outside of a time that begins on 2020-05-01.
    """
    dated = ((node.iri, node.date) for node in nodes if node.date)
    return frozenset(iri for iri, day in dated if _before(day, since) or _before(until, day))


def _before(one: str, other: str) -> bool:
    """Whether a date is surely before another; nothing is before an empty one, nor is an empty one before anything."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def chain_of(start: str, edges: Iterable[Triple]) -> frozenset[str]:
    """All that a node leads up to and all that leads up to it, itself included."""
    out: dict[str, set[str]] = {}
    into: dict[str, set[str]] = {}
    for head, _, tail in edges:
        out.setdefault(head, set()).add(tail)
        into.setdefault(tail, set()).add(head)
    return frozenset(_closure(start, out) | _closure(start, into))


def _closure(start: str, leads: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        ahead = leads.get(waiting.pop(), set()) - reached
        reached |= ahead
        waiting += ahead
    return reached
