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


def output(command: C) -> C:
    """Add `-o`: a file to write instead of stdout."""
    return click.option(
        "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE."
    )(command)
