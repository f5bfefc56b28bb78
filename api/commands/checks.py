"""The command that looks for what cannot be right in the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from api import terminal
from api.commands import options

if TYPE_CHECKING:
    from pathlib import Path

    from graph.values import Evidence, Finding

SEVERITIES = ("high", "medium", "low")


@click.command()
@click.option("--evidence", is_flag=True, help="Re-hash every kept original and re-match every quote as well.")
@click.option("--shapes", is_flag=True, help="Hold the whole graph against its SHACL shapes as well (slow).")
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    default="low",
    show_default=True,
    help="The least grave findings to show.",
)
@options.formats("table", "json", "csv")
@options.data
def check(severity: str, form: str, data: Path, *, evidence: bool, shapes: bool) -> int:
    """Look for what cannot be right in the graph; exit status 1 where something grave is found.

    \b
      phahe check
      phahe check --severity high
      phahe check --evidence --format json
    """
    from graph.reader import Reader

    with Reader.open(data) as reader:
        found = reader.check(evidence=evidence, shapes=shapes)
    shown = [one for one in found if SEVERITIES.index(one.severity) <= SEVERITIES.index(severity)]
    _show(shown, form)
    grave = sum(1 for one in found if one.severity == "high")
    terminal.say(f"{len(found)} findings, {grave} of them grave" if found else "nothing found wrong")
    return 1 if grave else 0


def _show(found: list[Finding], form: str) -> None:
    if form == "json":
        terminal.out_json(found)
        return
    header = ("severity", "check", "what", "quotes", "advice", "nodes")
    rows = [
        (one.severity, one.check, one.message, " | ".join(map(_quoted, one.evidence)), one.advice, " ".join(one.nodes))
        for one in found
    ]
    if form == "csv":
        terminal.out_csv(header, rows)
    elif rows:
        terminal.out_table(header, rows)


def _quoted(one: Evidence) -> str:
    return f"«{' '.join(one.exact.split())}» ({one.location or one.source[:12]})"
