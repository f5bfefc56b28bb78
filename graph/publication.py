"""Published copies: what readers open. A copy never changes; its id says what it was made of.

A copy holds the store (by hard links), the catalogue and the lineage index. It is made beside its place and renamed,
then `current` is switched to it, so that no reader ever sees half of one.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import shutil
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from graph import clocks
from graph.clocks import Publication
from graph.records import append, sync, write
from ontology.errors import NotFound, StoreError

KEPT: Final = 5
EVENTS: Final = "events"
BUILDER: Final = "1"
VERSION: Final = re.compile(r"[0-9a-z]+")


def version_of(readings: Iterable[tuple[str, str]], register: str, reviews: str) -> str:
    """The id of the build of these readings: equal inputs, equal id."""
    total = hashlib.sha256(f"builder {BUILDER} register {register} reviews {reviews}\n".encode())
    for sha256, digest in readings:
        total.update(f"{sha256} {digest}\n".encode())
    return total.hexdigest()[:16]


class Published:
    """The published copies of one data directory."""

    def __init__(self, root: Path, clock: Callable[[], datetime] = clocks.now) -> None:
        self.root = root / "published"
        self.clock = clock

    def current(self) -> str:
        """The id of the newest copy; raises NotFound where nothing is published, StoreError where it is unknown."""
        try:
            version = (self.root / "current").read_bytes().decode("ascii", "replace").strip()
        except FileNotFoundError:
            raise NotFound("nothing is loaded yet: load a source first (`phahe load PATH`)") from None
        if not VERSION.fullmatch(version):
            raise StoreError(
                "it is not known which copy is current (published/current is damaged): run `phahe rebuild`"
            )
        return version

    def path(self, version: str) -> Path:
        """The directory of a copy; raises NotFound for one that was never made or has been pruned."""
        path = self.root / version
        if not version.isalnum() or not path.is_dir():
            raise NotFound(
                f"there is no published version {version}; there are: {', '.join(self.versions()) or 'none'}"
            )
        return path

    def versions(self) -> list[str]:
        """The ids of all copies, oldest first."""
        if not self.root.is_dir():
            return []
        copies = [path for path in self.root.iterdir() if path.is_dir() and path.name.isalnum()]
        return [path.name for path in sorted(copies, key=lambda path: (path.stat().st_mtime_ns, path.name))]

    def named(self, build: str, events: int) -> str:
        """The id for a copy of a build when the log has so many entries: one that no copy with another log bears.

        The same build can come again after others (a source was loaded and taken out): its graph is the same, its log
        is not.
        """
        for version in (build, f"{build}x{events}"):
            kept = self.root / version / EVENTS
            if not (self.root / version).is_dir() or (kept.exists() and kept.read_bytes() == b"%d" % events):
                return version
        return f"{build}x{events}"

    def draft(self, version: str) -> Path:
        """An empty place to make a copy in; what an interrupted publishing left there is cleared."""
        draft = self.root / f".{version}.draft"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        return draft

    def switch(self, draft: Path, version: str, *, replacing: bool = False) -> None:
        """Put a finished draft in place and make it the current copy; `replacing` one of the same id that is there."""
        target = self.root / version
        if replacing and target.exists():
            old = self.root / f".{version}.old.draft"
            shutil.rmtree(old, ignore_errors=True)
            target.rename(old)
        if target.exists():
            shutil.rmtree(draft)
            target.touch()
        else:
            draft.rename(target)
        sync(self.root)
        write(self.root / "current", version.encode("ascii"))
        self.note()

    def history(self) -> list[Publication]:
        """Which copy became current when, oldest first; a line that a crash cut short does not count."""
        path, found = self.root / "history.jsonl", []
        for line in path.read_bytes().splitlines() if path.exists() else ():
            with contextlib.suppress(msgspec.DecodeError):
                found.append(msgspec.json.decode(line, type=Publication))
        return found

    def note(self) -> None:
        """Note that the current copy is current, unless the history says so."""
        history, current = self.history(), self.current()
        if not history or history[-1].version != current:
            append(self.root / "history.jsonl", msgspec.json.encode(Publication(current, clocks.stamp(self.clock()))))

    def known_on(self, day: str) -> str:
        """The version that was current at the end of a day; raises NotFound."""
        return clocks.known_on(self.history(), clocks.day(day), self.versions())

    def prune(self, keep: int = KEPT, retire: Callable[[Path], None] | None = None) -> list[str]:
        """Remove old copies, and drafts that were left; the ids of those removed. `retire` may take files of them.

        What stays are the newest, and of every day the last: what was known on a day can be asked for ever.
        """
        for draft in self.root.glob(".*.draft"):
            shutil.rmtree(draft, ignore_errors=True)
        current = self.current()
        held = {current, *clocks.last_of_days(self.history())}
        old = [version for version in self.versions()[: -keep or None] if version not in held]
        for version in old:
            # Out of the way by one step first: a copy half removed, when the process is killed, must be no copy.
            going = self.root / f".{version}.gone.draft"
            (self.root / version).rename(going)
            if retire:
                retire(going)
            shutil.rmtree(going, ignore_errors=True)
        return old
