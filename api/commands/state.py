"""Commands that tell whether all is well: with the graph, with the reading of texts, with this machine."""

from __future__ import annotations

from pathlib import Path

import click

from api import terminal
from api.commands import options


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
    """Tell what is wrong on this machine: packages, fonts, clock, data directory, port; exit status 3 if anything is.

    \b
      phahe doctor
    """
    from api.diagnosis import examined

    found = examined(data)
    rows = [("ok" if one.well else "WRONG" if one.grave else "note", one.what, one.says) for one in found]
    if form == "json":
        terminal.out_json(found)
    else:
        terminal.out_table(("State", "What", "Found"), rows)
    return 0 if all(one.well or not one.grave for one in found) else 3
