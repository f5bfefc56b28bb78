"""The command that asks the register what became of a body or place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from api import terminal
from api.commands import options
from ontology.errors import NotFound

if TYPE_CHECKING:
    from ontology.biographies import Biography


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="NAME")
@options.formats("table", "json")
def body(words: tuple[str, ...], form: str) -> None:
    """Show what a body or a province was, what became of it and when, and what it rests on; needs no data.

    \b
      phahe body Hải Dương
      phahe body Ban Tuyên giáo Trung ương --format json
    """
    from ontology.registers import load

    name = " ".join(words)
    found = load().biography(name)
    if found is None:
        raise NotFound(f"the register knows no body or place {name!r}")
    if form == "json":
        terminal.out_json(found)
    else:
        _tell(found)


def _tell(found: Biography) -> None:
    kind = getattr(found.thing, "kind", None)
    named = f"{kind} {found.thing.name}" if kind else found.thing.name
    terminal.out(f"{named} ({found.key}), {found.began or '?'} to {found.ended or 'now'}")
    rows = [
        (step.date, step.kind, ", ".join(step.before), ", ".join(step.after), step.basis, step.source)
        for step in found.steps
    ]
    if rows:
        terminal.out_table(("Date", "What", "Before", "After", "Ordered by", "Known from"), rows)
    if found.ended:
        terminal.out(f"answered for now by: {', '.join(one.name for one in found.now) or 'nobody that is known'}")
