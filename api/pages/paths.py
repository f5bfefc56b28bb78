"""The paths of a chain as the chain page lists them: documents in order, between them the link and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.values import Link, Node, Path


class Step(Value, frozen=True, gc=False):
    """One document of a path and, but for the last, the link that leads on from it."""

    node: Node
    link: Link | None
    weakest: bool


def path_rows(paths: Iterable[Path]) -> list[tuple[Step, ...]]:
    """The steps of each path, from the implementing end to the root."""
    return [
        tuple(
            Step(node, path.links[at] if at < len(path.links) else None, weakest=at == path.weakest)
            for at, node in enumerate(path.nodes)
        )
        for path in paths
    ]
