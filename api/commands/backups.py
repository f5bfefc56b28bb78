"""Commands that copy what is kept into one file, and put such a file into a new data directory."""

from __future__ import annotations

from pathlib import Path

import click

from api import terminal
from api.commands import options


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@options.data
def backup(file: Path, data: Path) -> None:
    """Copy all that is kept (originals, records, verdicts, searches) into one tar file, while others write.

    \b
      phahe backup phahe-2026-11-22.tar
    """
    from graph.backup import backup as copy

    if file.exists():
        raise click.UsageError(f"{file} is there already: name a new file")
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("xb") as out:
            sources = copy(data, out)
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)
    terminal.say(f"{sources} sources in {file}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE")
@options.data
def restore(file: Path, data: Path) -> None:
    """Put a backup into a new data directory and build its graph.

    \b
      phahe restore phahe-2026-11-22.tar --data restored/
    """
    from api import control
    from graph.backup import restore as put_back

    with file.open("rb") as source:
        sources = put_back(source, data)
    terminal.say(f"{sources} sources put back into {data}; version {control.rebuild(data).version}")
