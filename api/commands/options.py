"""The options that several commands have in common."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

C = TypeVar("C", bound="Callable[..., Any]")

DIRECTORY: Final = "phahe-data"


def data(command: C) -> C:
    """Add `--data`: the data directory."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="PHAHE_DATA",
        default=DIRECTORY,
        show_default=True,
        metavar="DIR",
        help="The data directory (or set PHAHE_DATA).",
    )(command)


def formats(*names: str) -> Callable[[C], C]:
    """Add `--format`, with the first name as its default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help="A table for people, the others for programs." if names[0] == "table" else "The form of the result.",
    )


def clocks(command: C) -> C:
    """Add `--as-of` and `--known-on`: the day in law, and the day in what was loaded."""
    as_of = click.option(
        "--as-of", metavar="DATE", callback=_day, help="As it was on a day (YYYY-MM-DD): nothing that was issued later."
    )
    known_on = click.option(
        "--known-on", metavar="DATE", callback=_day, help="From what was loaded and decided by the end of a day."
    )
    return as_of(known_on(command))


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    from graph.clocks import day

    return day(value) if value else None


def output(command: C) -> C:
    """Add `-o`: a file to write instead of stdout."""
    return click.option(
        "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE."
    )(command)
