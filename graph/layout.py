"""The version of a data directory's layout: written down in it, looked at before anything else, and brought up to date.

Layout 1 had no log (`log.jsonl`). An older directory is taken over when it is next opened for writing (any load, or
`phahe rebuild`); one that a newer phahe made is refused; a note that is damaged is written anew by `phahe rebuild`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from graph import takeover
from graph.records import write
from ontology.errors import StoreError

LAYOUT: Final = 2
OLDEST: Final = 1
FILE: Final = "layout.json"


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in `layout.json`."""

    layout: int


def found(data: Path) -> int | None:
    """The layout of a data directory; None where it holds nothing yet.

    Raises StoreError where the note is damaged or missing, or a newer phahe wrote it.
    """
    path = data / FILE
    try:
        layout = msgspec.json.decode(path.read_bytes(), type=Note).layout
    except FileNotFoundError:
        if not (data / "records").exists():
            return None
        raise StoreError(f"{path} is missing: run `phahe rebuild`, which writes it anew") from None
    except msgspec.DecodeError as error:
        raise StoreError(f"{path} is damaged: run `phahe rebuild`, which writes it anew") from error
    if layout > LAYOUT:
        raise StoreError(
            f"{data} has layout {layout}, which a newer phahe made; this one knows {LAYOUT}: use the newer one"
        )
    return layout


def settle(data: Path) -> None:
    """Note the layout of a new directory, or bring an older one up to date; the writer's lock must be held."""
    layout = found(data)
    if layout is not None:
        takeover.copies(data)
    if layout != LAYOUT:
        # Last: what a crash cuts short is done again.
        _write(data)


def mend(data: Path) -> None:
    """Write the note anew where it is damaged or missing: as if the layout were the oldest, which does all again.

    Raises StoreError where a newer phahe wrote it.
    """
    try:
        found(data)
    except StoreError as error:
        if (data / FILE).exists() and error.__cause__ is None:
            raise
        _write(data, OLDEST)


def _write(data: Path, layout: int = LAYOUT) -> None:
    write(data / FILE, b'{"layout": %d}\n' % layout)
