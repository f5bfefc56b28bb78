"""Commands that serve: the site over the data directory, a plain store, the demonstration."""

from __future__ import annotations

from pathlib import Path

import click

from api.commands import options


@click.command()
@click.option("--host", help="The address to listen on.  [default: 127.0.0.1, this machine alone]")
@click.option("--port", type=click.IntRange(0, 65535), help="The port; 0 takes a free one.  [default: 8000]")
@click.option(
    "--plain",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Serve DIR as an ordinary writable SPARQL store (update and graph store by key) instead.",
)
@options.data
def serve(host: str | None, port: int | None, plain: Path | None, data: Path) -> None:
    """Serve the site, the REST API and SPARQL.

    Needs no key for reading and writes nothing but by key. The first line of stdout says where it serves.

    \b
      phahe serve
      phahe serve --port 9000
      phahe serve --plain my-store
    """
    from api import serving
    from api.settings import Settings

    serving.serve(Settings.load(host=host, port=port, plain=plain, data=data))


@click.command()
@click.option("--no-serve", is_flag=True, help="End after the chain is printed.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Another is taken if in use."
)
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Keep the graph in DIR; default: a temporary directory, deleted at the end.",
)
def demo(port: int, data: Path | None, *, no_serve: bool) -> int:
    """Show what phahe does: load the examples that come with it, print a chain with its quotes, serve the site.

    \b
      phahe demo
      phahe demo --no-serve
    """
    from api import demo as demonstration

    return demonstration.run(data, port=port, serving=not no_serve)
