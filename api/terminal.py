"""How commands speak: results on stdout, messages on stderr, one line for each error, an exit status."""

from __future__ import annotations

import csv
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

import click
import msgspec

from ontology.errors import Ambiguous, PhaheError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from rich.console import Console

UNBOUNDED: Final = 1_000_000
"""Columns of what is no terminal."""


def say(message: str) -> None:
    """A message to the person at the terminal, on stderr."""
    click.echo(message, err=True)


def out(text: str | bytes) -> None:
    """A result, on stdout; bytes go out as they are."""
    with heard():
        click.echo(text, nl=isinstance(text, str))


def out_json(value: object) -> None:
    """A value as JSON, indented for people, on stdout; Vietnamese letters stay letters."""
    out(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def out_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows as CSV (RFC 4180) on stdout; a cell that a spreadsheet would run as a formula is made text."""
    write_csv(sys.stdout, header, rows)


def counted(counts: Mapping[str, int]) -> str:
    """Counts in a sentence, in the words of the data page: `14 documents, 5 activities, 14 relations`."""
    from api.pages.naming import stat_label

    return ", ".join(f"{count} {stat_label(name, 'en')}" for name, count in counts.items())


def write_csv(stream: TextIO, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows as CSV to `stream`."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)


def harmless(cell: object) -> str:
    """The text of a cell; an apostrophe stands before what a spreadsheet would take for a formula (web titles may)."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def console() -> Console:
    """Rich on stdout; as wide as what is written where stdout is no terminal, so that no line is broken."""
    from rich.console import Console

    return Console() if sys.stdout.isatty() else Console(width=UNBOUNDED)


def out_table(header: Sequence[str], rows: Iterable[Sequence[object]], *, title: str | None = None) -> None:
    """Rows as a table for people, on stdout; nothing in a cell is taken for markup, what is long is folded, not cut."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title) if title else None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for name in header:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    screen = console()
    with screen.capture() as drawn:
        screen.print(table)
    out(trimmed(drawn.get()))


def trimmed(text: str) -> str:
    """Lines without blanks at their ends, and no empty ones around them."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int, str], None]]:
    """A call `report(done, of, name)` that moves a bar on stderr; silent where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _of, _name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, TextColumn("{task.fields[name]}", markup=False), console=Console(stderr=True)) as bar:
        task = bar.add_task(what, total=None, name="")
        yield lambda done, of, name: bar.update(task, completed=done, total=of, name=name)


def run(command: Callable[[], object]) -> int:
    """The exit status of a command: every failure the user can cause is one line on stderr and its own status."""
    try:
        status = command()
        with heard():
            sys.stdout.flush()
    except click.exceptions.Exit as error:
        return error.exit_code
    except PhaheError as error:
        return _told(error)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except click.ClickException as error:
        say(f"phahe: {_one_line(error.format_message())}{_hint(error)}")
        return 2
    except (KeyboardInterrupt, click.Abort):
        say("phahe: stopped")
        return 130
    return status if isinstance(status, int) else 0


def _told(error: PhaheError) -> int:
    say(f"phahe: {_one_line(str(error))}")
    if isinstance(error, Ambiguous):
        for label, iri in error.candidates:
            say(f"  {label}  <{iri}>")
    return error.status


def _one_line(message: str) -> str:
    return " ".join(message.split())


def _hint(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f" (see: {context.command_path} --help)" if context else ""


@contextmanager
def heard() -> Iterator[None]:
    """Around what writes to stdout: where nobody reads it any more (`| head`), the command ends without a word."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
