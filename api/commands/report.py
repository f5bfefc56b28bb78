"""The command that writes an audit report as a PDF."""

from __future__ import annotations

import os
from pathlib import Path

import click

from api import terminal
from api.commands import options
from api.commands.naming import picked


@click.command()
@click.argument("number", metavar="NUMBER")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.pdf",
              help="The PDF to write.")  # fmt: skip
@click.option("--on", "day", metavar="DAY", help="The day asked about (YYYY-MM-DD); default today.")
@click.option("--of", "expected", default="provinces", show_default=True, metavar="SET",
              help="The bodies expected to act, as of `phahe audit coverage`.")  # fmt: skip
@click.option("--geography", metavar="DAY", help="The day whose units are shown; default the day asked.")
@click.option("--made", metavar="DAY", help="The day printed as that of making; default today.")
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="The language.")
@options.data
def report(
    number: str,
    output: Path,
    day: str | None,
    expected: str,
    geography: str | None,
    made: str | None,
    lang: str,
    data: Path,
) -> None:
    """Write the audit of a policy as a PDF: chain, coverage, deadlines, findings, each with numbered evidence.

    Equal data, question and day of making give the same file, byte for byte.

    \b
      phahe report 49-KL/TW -o report.pdf --on 2026-11-01
    """
    from api.report.content import Style
    from api.report.pdf import report as written
    from graph import clocks
    from graph.reader import Reader
    from ontology.namespaces import ID

    today = clocks.today()
    style = Style(lang, clocks.day(made or today), os.environ.get("PHAHE_BASE") or ID)
    asked = clocks.day(day or today)
    with Reader.open(data) as reader:
        found = written(
            reader,
            picked(reader, number),
            day=asked,
            expected=expected,
            geography=clocks.day(geography) if geography else None,
            style=style,
        )
    output.write_bytes(found)
    terminal.say(f"written to {output} ({len(found) // 1024} KB)")
