"""Commands that bring sources in, take them out, and show what one states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from api import terminal
from api.commands import options

if TYPE_CHECKING:
    from pathlib import Path

    from api.pipeline import Failure, LoadReport
    from ontology.model import Extraction


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL...")
@click.option("--dry-run", is_flag=True, help="Read and show what would be kept; write nothing.")
@options.formats("table", "json")
@options.data
def load(sources: tuple[str, ...], form: str, data: Path, *, dry_run: bool) -> int:
    """Read sources into the graph: files, folders, web addresses.

    A source that cannot be read is left out and named at the end (exit status 3); the others are kept.
    The same bytes twice say nothing new. A running server of the same data directory does the work itself.
    A file searched.csv in a folder declares searches (see `phahe audit searched`).

    \b
      phahe load plan.pdf
      phahe load pages/ https://example.org/ke-hoach.html
      phahe load pages/ --dry-run --format json
    """
    from api import control, pipeline
    from graph.searches import Searches, beside
    from ontology.registers import load as register

    searches = beside(sources, register())
    with terminal.progress("Reading") as progress:
        if dry_run:
            report = pipeline.rehearse(sources, progress=progress)
        else:
            report = control.load(pipeline.items(sources), data, progress=progress)
            searched = sum(map(Searches(data).add, searches))
            if searched:
                terminal.say(f"{searched} searches declared")
    _show(report, form)
    return 3 if report.failed or report.faults else 0


def _show(report: LoadReport, form: str) -> None:
    if form == "json":
        terminal.out_json(report)
    elif report.loaded:
        header = ("Source", "State", "Documents", "Activities", "Relations")
        rows = [(one.name, one.state, one.documents, one.activities, one.relations) for one in report.loaded]
        terminal.out_table(header, rows)
    for one in report.loaded:
        for note in one.notes:
            terminal.say(f"{one.name}: {note}")
    tell(report.failed)
    warn(report.faults)
    if report.version is not None:
        terminal.say(f"{len(report.loaded)} kept, {len(report.failed)} left out; version {report.version}")


def tell(failures: tuple[Failure, ...] | list[Failure]) -> None:
    """Say of each source that was left out why."""
    for failure in failures:
        terminal.say(f"phahe: {failure.name}: {failure.reason}")


def warn(faults: tuple[str, ...]) -> None:
    """Say what of the data directory could not be read: the rest is there without it."""
    for fault in faults:
        terminal.say(f"phahe: {fault}")


@click.command()
@click.argument("source", metavar="SOURCE")
@options.data
def remove(source: str, data: Path) -> None:
    """Take a source out, as if it had never come: by its path or address as loaded, or its sha256.

    \b
      phahe remove pages/plan.pdf
      phahe remove 3f2a9c0d
    """
    from api import control

    gone = control.remove(source, data)
    terminal.say(f"removed {gone.name} ({gone.sha256[:12]}); version {gone.version}")


@click.command()
@options.data
def rebuild(data: Path) -> int:
    """Build the graph anew from the records that are kept (after an upgrade, or where a store is damaged).

    A record that cannot be read is left out and named (exit status 3): load its source again.

    \b
      phahe rebuild
    """
    from api import control

    made = control.rebuild(data)
    warn(made.faults)
    terminal.say(f"rebuilt; version {made.version}")
    return 3 if made.faults else 0


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL...")
@options.formats("jsonl", "table")
def extract(sources: tuple[str, ...], form: str) -> int:
    """Show what sources state, one JSON object a line, in the order given; nothing is kept.

    A folder stands for its readable files, sorted by name.

    \b
      phahe extract page.txt
      phahe extract pages/ --format table
    """
    from api import pipeline

    failures = []
    with terminal.progress("Reading") as progress:
        for found in pipeline.extract_paths(sources, progress=progress):
            if isinstance(found, pipeline.Failure):
                failures.append(found)
            else:
                _write(found, form)
    tell(failures)
    return 3 if failures else 0


def _write(found: Extraction, form: str) -> None:
    from ontology.model import encode

    if form == "jsonl":
        terminal.out(encode(found) + b"\n")
        return
    named = {one.id: " ".join(filter(None, (one.type, one.number, one.date))) for one in found.documents}
    named |= {one.id: " ".join(filter(None, (one.kind, one.actor, one.date))) for one in found.activities}
    rows = [(named[one.head], one.predicate, named[one.tail], f"{one.confidence:.2f}") for one in found.relations]
    linked = {end for one in found.relations for end in (one.head, one.tail)}
    rows += [(name, "", "", "") for identity, name in named.items() if identity not in linked]
    terminal.out_table(("Head", "Predicate", "Tail", "Confidence"), rows, title=found.source)


@click.command()
@click.argument("source", metavar="PATH|URL")
@options.formats("text", "json")
@click.option("--lang", type=click.Choice(("en", "vi")), default="en", show_default=True, help="Language of the rules.")
def explain(source: str, form: str, lang: str) -> int:
    """Show why each relation of a source was read: its rule, its cue, its quote with [head], {tail} and <cue> marked.

    \b
      phahe explain page.txt
      phahe explain plan.pdf --lang vi
    """
    from api import pipeline

    found = pipeline.explained(source)
    if isinstance(found, pipeline.Failure):
        tell([found])
        return 3
    if form == "json":
        terminal.out_json(found)
    for one in found if form == "text" else ():
        reads = one.reads_vi if lang == "vi" else one.reads_en
        cue = f", cue “{one.cue}”" if one.cue else ""
        terminal.out(f"{one.claim}\n  rule {one.rule}: {reads}{cue}, confidence {one.confidence:.2f}\n  «{one.quote}»")
    if not found:
        terminal.say("phahe: this source states no relation")
    return 0 if found else 1
