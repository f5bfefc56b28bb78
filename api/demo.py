"""The demonstration: the examples that come with phahe, the chain of a provincial plan up to its root, and the site."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import msgspec

from api import pipeline, terminal
from api.commands.questions import draw
from api.commands.sources import tell
from api.pipeline import Item, LoadReport
from api.serving import serve
from api.settings import Settings
from graph.reader import Reader

PLAN: Final = "211/KH-UBND"
ROOT: Final = "11-CT/TW"
"""The two ends of the chain shown: a plan of Hải Phòng (2020) and the directive of 2007 that it carries on."""


class Example(msgspec.Struct, frozen=True):
    """An example as the manifest names it."""

    file: str


def run(data: Path | None, *, port: int, serving: bool) -> int:
    """Load the examples into `data` (or a directory that goes away), print the chain, serve; return the exit status."""
    with ExitStack() as stack:
        folder = data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="phahe-demo-")))
        examples = stack.enter_context(as_file(files("api") / "examples"))
        report = _load(examples, folder)
        _show_chain(folder)
        if serving:
            serve(Settings.load(data=folder, port=port), any_port=True)
    return 3 if report.failed else 0


def _load(examples: Path, data: Path) -> LoadReport:
    """Load the examples under names that are the same wherever phahe is installed."""
    manifest = msgspec.json.decode((examples / "manifest.json").read_bytes(), type=list[Example])
    terminal.say(f"Reading {len(manifest)} example documents that come with phahe ...")
    items = [Item(f"examples/{one.file}", str(examples / one.file)) for one in manifest]
    with terminal.progress("Reading") as progress:
        report = pipeline.keep(items, data, progress=progress)
    tell(report.failed)
    return report


def _show_chain(data: Path) -> None:
    with Reader.open(data) as reader:
        found = reader.chain(reader.pick(PLAN).iri, down=False, to=reader.pick(ROOT).iri)
        counts = terminal.counted(reader.stats())
    terminal.say(f"The graph holds {counts}.")
    terminal.say(f"The chain of {PLAN} up to {ROOT}:")
    draw(found)
