"""Commands that write files: a drawing of what lies around a document, and the whole graph."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from api import terminal
from api.commands import options
from api.commands.naming import picked
from ontology.errors import WrongUse

FORMS = ("nquads", "trig", "turtle", "jsonld", "graphml")


@click.command()
@click.argument("number", metavar="NUMBER")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The HTML file to write.",
)
@click.option("--depth", type=click.IntRange(1, 10), default=4, show_default=True, help="Steps from the document.")
@click.option(
    "--limit", type=click.IntRange(1, 5000), default=800, show_default=True, help="The most documents to draw."
)
@click.option("--lang", type=click.Choice(("vi", "en")), default="vi", show_default=True, help="Language of the page.")
@options.clocks
@options.data
def graph(
    number: str, output: Path, depth: int, limit: int, lang: str, as_of: str | None, known_on: str | None, data: Path
) -> None:
    """Draw what lies around a document, as one HTML file that needs no network (pyvis).

    \b
      phahe graph 49-KL/TW -o 49-kl-tw.html
      phahe graph 211/KH-UBND -o plan.html --depth 5 --lang en
    """
    from api.views import pyvis_html
    from graph.reader import Reader

    with Reader.known_on(data, known_on) as reader:
        found = reader.around(picked(reader, number).iri, depth=depth, limit=limit, as_of=as_of)
    with written(output) as out:
        out.write(pyvis_html(found, lang=lang).encode())
    terminal.say(f"{len(found.nodes)} of {found.total} documents and activities drawn in {output}")


@click.command()
@click.option("--format", "form", type=click.Choice(FORMS), default="nquads", show_default=True, help="The form.")
@click.option("--with-reviews", "reviews", is_flag=True, help="The graph of verdicts too (N-Quads, TriG).")
@options.output
@options.clocks
@options.data
def export(
    form: str, output: Path | None, as_of: str | None, known_on: str | None, data: Path, *, reviews: bool
) -> None:
    """Write the graph: everything in N-Quads and TriG; lineage and register in Turtle, JSON-LD, GraphML.

    Two exports of the same sources are the same bytes. As of a day, the lineage is without what was issued later, and
    every document has its status on that day.

    \b
      phahe export --format trig -o phahe.trig
      phahe export --format graphml -o phahe.graphml
      phahe export | gzip > phahe.nq.gz
    """
    from graph.reader import Reader

    with Reader.known_on(data, known_on) as reader, written(output) as out:
        reader.export(form, out, reviews=reviews, as_of=as_of)
    if output:
        terminal.say(f"written to {output}")


@contextmanager
def written(path: Path | None) -> Iterator[BinaryIO]:
    """A file that is there whole or not at all; stdout where no path is given."""
    if path is None:
        with terminal.heard():
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    except OSError as error:
        raise WrongUse(f"{path} cannot be written: {error.strerror}") from error
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        fresh.chmod(0o666 & ~_umask())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
