"""Commands that ask about documents: which are there, and what rests on what, with the quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from api import terminal
from api.commands import options
from api.commands.naming import picked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    from graph.values import Chain, Evidence, Link, Node, Results
    from graph.values import Path as Walk


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 500), default=20, show_default=True, help="Answers to show.")
@click.option("--offset", type=click.IntRange(0), default=0, help="Answers to skip.")
@options.formats("table", "json", "csv")
@options.clocks
@options.data
def search(
    words: tuple[str, ...], limit: int, offset: int, form: str, as_of: str | None, known_on: str | None, data: Path
) -> int:
    """Find documents by number or by words, with or without diacritics.

    \b
      phahe search 49-KL/TW
      phahe search xay dung xa hoi hoc tap --format csv
      phahe search 489/QĐ-TTg --as-of 2020-12-31
    """
    from graph.reader import Reader

    filters = {"as_of": as_of} if as_of else None
    with Reader.known_on(data, known_on) as reader:
        found = reader.find(" ".join(words), limit=limit, offset=offset, filters=filters)
    if form == "json":
        terminal.out_json(found)
    else:
        _list(found, form)
    if found.total > len(found.hits):
        terminal.say(f"{len(found.hits)} of {found.total} shown (--limit, --offset)")
    if not found.hits:
        terminal.say(f"phahe: nothing found for {found.query!r}")
    return 0 if found.hits else 1


def _list(found: Results, form: str) -> None:
    rows = [
        (node.type, node.number, node.date, node.issuer, node.title, node.iri)
        for node in (hit.node for hit in found.hits)
    ]
    if form == "csv":
        terminal.out_csv(("type", "number", "date", "issuer", "title", "iri"), rows)
    elif rows:
        terminal.out_table(("Type", "Number", "Date", "Issuer", "Title", "IRI"), rows)


@click.command()
@click.argument("number", metavar="NUMBER")
@click.option("--up", "up", is_flag=True, help="Only what the document rests on.")
@click.option("--down", "down", is_flag=True, help="Only what rests on the document.")
@click.option("--to", metavar="NUMBER", help="Only the paths that end in this document.")
@click.option("--depth", type=click.IntRange(1, 100), default=20, show_default=True, help="The most steps to go.")
@options.formats("table", "json", "csv")
@options.clocks
@options.data
def chain(
    number: str,
    to: str | None,
    depth: int,
    form: str,
    as_of: str | None,
    known_on: str | None,
    data: Path,
    *,
    up: bool,
    down: bool,
) -> int:
    """Show what a document rests on (up) and what rests on it (down), each step with its quote.

    NUMBER is a number (211/KH-UBND), a number with its year or issuer, or the document's address (IRI).

    \b
      phahe chain 211/KH-UBND --up
      phahe chain 211/KH-UBND --to 11-CT/TW --format json
      phahe chain 49-KL/TW --down --format csv
      phahe chain 211/KH-UBND --as-of 2021-01-01 --known-on 2026-03-01
    """
    from graph.reader import Reader

    both = up == down
    with Reader.known_on(data, known_on) as reader:
        focus = picked(reader, number).iri
        end = picked(reader, to).iri if to else None
        found = reader.chain(focus, up=up or both, down=down or both, to=end, depth=depth, as_of=as_of)
    if form == "json":
        terminal.out_json(found)
    elif form == "csv":
        _tabulate(found)
    elif found.up or found.down:
        draw(found)
    return _told(found, to)


def _told(found: Chain, to: str | None) -> int:
    """Say what the chain leaves out; returns the exit status."""
    shown = len(found.up) + len(found.down)
    if int(found.total) > shown:
        terminal.say(f"{shown} of {found.total} paths shown")
    for cycle in found.cycles:
        terminal.say(f"cycle: {' -> '.join(cycle)}")
    if not shown:
        whither = f"from {found.focus.label} to {to}" if to else f"of {found.focus.label}"
        terminal.say(f"phahe: no chain {whither} in this data")
    return 0 if shown else 1


HEADER = (
    "direction",
    "path",
    "step",
    "head",
    "head_iri",
    "predicate",
    "tail",
    "tail_iri",
    "quote",
    "page",
    "source",
    "location",
    "gap_days",
    "head_status",
    "tail_status",
)


def _tabulate(found: Chain) -> None:
    """A row for each quote of each step: what an auditor pastes into a sheet."""
    rows = []
    for direction, paths in (("up", found.up), ("down", found.down)):
        for place, path in enumerate(paths, start=1):
            names = {node.iri: node.label for node in path.nodes}
            for step, link in enumerate(path.links, start=1):
                edge = link.edge
                statuses = (found.statuses.get(edge.head), found.statuses.get(edge.tail))
                ends = (names[edge.head], edge.head, edge.predicate, names[edge.tail], edge.tail)
                rows += [
                    (
                        direction,
                        place,
                        step,
                        *ends,
                        one.exact,
                        one.page,
                        one.source,
                        one.location,
                        link.gap_days,
                        *statuses,
                    )
                    for one in edge.evidence
                ]
    terminal.out_csv(HEADER, rows)


def draw(found: Chain) -> None:
    """Print a chain for people: each path from the implementing end to the root, with the quotes of each step."""
    screen = terminal.console()
    with screen.capture() as drawn:
        _draw_all(screen, found)
    terminal.out(terminal.trimmed(drawn.get()))


def _draw_all(screen: Console, found: Chain) -> None:
    from rich.text import Text

    for heading, paths in (("up: what it rests on", found.up), ("down: what rests on it", found.down)):
        for place, path in enumerate(paths, start=1):
            of_many = f", path {place} of {len(paths)}" if len(paths) > 1 else ""
            screen.print(Text(f"{found.focus.label}, {heading}{of_many}", style="bold"))
            _draw_path(screen, path, found.statuses)
            screen.print()


def _draw_path(screen: Console, path: Walk, statuses: Mapping[str, str]) -> None:
    """Print one path: its documents, and between two of them the predicate with its quotes."""
    from rich.text import Text

    screen.print(_card(path.nodes[0], statuses))
    for place, (node, link) in enumerate(zip(path.nodes[1:], path.links, strict=True)):
        weakest = place == path.weakest and len(path.links) > 1
        screen.print(Text(f"  ↓ {_step(link, weakest=weakest)}", style="cyan"))
        for one in link.edge.evidence:
            screen.print(_quoted(one))
        screen.print(_card(node, statuses))


def _card(node: Node, statuses: Mapping[str, str]) -> Text:
    """A document on one line: number, type, date, body (its label where it has no number), status where asked for."""
    from rich.text import Text

    from ontology.terms import TYPES

    kind = TYPES[node.type].label_vi if node.kind == "document" and node.number else None
    card = Text(node.number or node.label, style="bold")
    status = f"[{statuses[node.iri]}]" if node.iri in statuses else None
    for part in (kind, _day(node.date), node.issuer, status):
        card.append(f"  {part}" if part else "", style="not bold")
    return card


def _day(date: str | None) -> str | None:
    """A date as it is written in Vietnam: 2020-08-20 is 20/8/2020."""
    return "/".join(part.lstrip("0") for part in reversed(date.split("-"))) if date else None


def _step(link: Link, *, weakest: bool) -> str:
    from ontology.terms import PREDICATES

    name = link.edge.predicate
    remarks = [f"after {link.gap_days} days"] if link.gap_days is not None else []
    remarks += ["the weakest link"] if weakest else []
    return ", ".join([f"{PREDICATES[name].label_vi} ({name})", *remarks])


def _quoted(one: Evidence) -> Padding:
    """A quote, with where it stands and how sure its reading is."""
    from rich.padding import Padding
    from rich.text import Text

    page = f", page {one.page}" if one.page is not None else ""
    quote = Text(f"«{' '.join(one.exact.split())}»")
    quote.append(f"  {one.location or one.source[:12]}{page}, confidence {one.confidence:.2f}", style="dim")
    return Padding(quote, (0, 0, 0, 4), expand=False)
