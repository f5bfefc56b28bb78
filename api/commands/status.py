"""The command that tells what became of a document by a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from api import terminal
from api.commands import options
from api.commands.naming import picked

if TYPE_CHECKING:
    from pathlib import Path

    from graph.status import Standing
    from graph.values import Node


@click.command()
@click.argument("number", metavar="NUMBER")
@options.formats("table", "json")
@options.clocks
@options.data
def status(number: str, form: str, as_of: str | None, known_on: str | None, data: Path) -> int:
    """Tell whether a document is in force on a day (today, if none is given), and what that rests on.

    Exit status 1 where it is not known.

    \b
      phahe status 110/2004/NĐ-CP
      phahe status 110/2004/NĐ-CP --as-of 2019-01-01
    """
    from graph import clocks
    from graph.reader import Reader

    with Reader.known_on(data, known_on) as reader:
        node = picked(reader, number)
        found = reader.status(node.iri, as_of or clocks.today())
        heads = reader.nodes(edge.head for edge in found.acts)
    if form == "json":
        terminal.out_json(found)
    else:
        _show(node, found, heads)
    return 1 if found.code == "unknown" else 0


def _show(node: Node, found: Standing, heads: dict[str, Node]) -> None:
    from ontology.terms import PREDICATES, STATUSES

    since = f", since {found.since}" if found.since else ""
    parts = f" ({'; '.join(found.parts)})" if found.parts else ""
    terminal.out(f"{node.label}: {found.code}{parts}, {STATUSES[found.code].label_vi}, on {found.day}{since}")
    if found.reason:
        terminal.out(f"  {found.reason}")
    for edge in found.acts:
        terminal.out(f"  {heads[edge.head].label} {PREDICATES[edge.predicate].label_vi} ({edge.predicate})")
        for one in edge.evidence:
            page = f", page {one.page}" if one.page else ""
            terminal.out(f"    «{' '.join(one.exact.split())}»  {one.location or one.source[:12]}{page}")
