"""Commands that tell whether all is well: with the graph, with the reading of texts, with this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from api import terminal
from api.commands import options

if TYPE_CHECKING:
    from graph.values import Finding


@click.command()
@click.option("--evidence", is_flag=True, help="Re-hash every kept original and re-match every quote as well.")
@options.formats("table", "json", "csv")
@options.data
def check(form: str, data: Path, *, evidence: bool) -> int:
    """Look for what cannot be right in the graph; exit status 1 where something grave is found.

    \b
      phahe check
      phahe check --evidence --format json
    """
    from graph.reader import Reader

    with Reader.open(data) as reader:
        found = reader.check(evidence=evidence)
    _show(found, form)
    grave = sum(1 for one in found if one.severity == "high")
    terminal.say(f"{len(found)} findings, {grave} of them grave" if found else "nothing found wrong")
    return 1 if grave else 0


def _show(found: list[Finding], form: str) -> None:
    rows = [(one.severity, one.check, one.message, one.advice, " ".join(one.nodes)) for one in found]
    if form == "json":
        terminal.out_json(found)
    elif form == "csv":
        terminal.out_csv(("severity", "check", "message", "advice", "nodes"), rows)
    elif rows:
        terminal.out_table(("Severity", "Check", "What", "What to do", "Where"), rows)


@click.command()
@options.formats("table", "json")
def accuracy(form: str) -> None:
    """Show how well texts are read: precision, recall, n and 95 % interval, by kind of finding and by predicate.

    \b
      phahe accuracy
      phahe accuracy --format json
    """
    from api.accuracy import card, rows

    found = card()
    if form == "json":
        terminal.out_json(found)
        return
    for measured in found.sets:
        title = f"{measured.name}: {measured.about}\n{measured.status}; {measured.texts} texts, {found.extractor}"
        terminal.out(f"{title}, labels {measured.labels[:12]}")
        terminal.out_table(("Found", "n", "Precision or share", "Recall"), rows(measured))
        terminal.out("")
    terminal.say(f"intervals: {found.interval}; fewer than {found.least} labels: not measured")


@click.command()
@options.formats("table", "json")
@options.data
def doctor(form: str, data: Path) -> int:
    """Tell what is wrong on this machine: packages, data directory, published copy; exit status 3 if anything is.

    \b
      phahe doctor
    """
    from api.diagnosis import examined

    found = examined(data)
    rows = [("ok" if one.well else "WRONG", one.what, one.says) for one in found]
    if form == "json":
        terminal.out_json(found)
    else:
        terminal.out_table(("State", "What", "Found"), rows)
    return 0 if all(one.well for one in found) else 3
