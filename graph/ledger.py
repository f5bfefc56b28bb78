"""The log of verdicts as files: one a verdict, never rewritten. All that verdicts change is made from these.

`reviews/000001.json` is the first. A verdict holds when its file is in place, on disk; each names the hash of the one
before it, so that what is done to the files by other hands is seen.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from graph.records import write
from graph.verdicts import ADDED, Statement, Thread, Verdict, head, opened, sealed, threads
from ontology.errors import StoreError
from ontology.identity import digest

LOG: Final = "reviews.jsonl"


class Ledger:
    """The verdicts of one data directory, read when it is opened; one process writes."""

    def __init__(self, root: Path) -> None:
        self.root = root / "reviews"
        self.lines = [path.read_bytes() for path in self._paths()]
        self.entries = [opened(line) for line in self.lines]
        self._arrange()

    @property
    def head(self) -> str:
        """What tells this state of the log from all others; empty where nothing was ever said."""
        return head(self.lines)

    def after(self, state: str) -> list[Verdict]:
        """The entries that were written since the log was in a state; none where it never was in that state."""
        for place in range(len(self.lines), -1, -1):
            if head(self.lines[:place][-1:]) == state:
                return self.entries[place:]
        return []

    def of(self, sha256: str) -> tuple[Thread, ...]:
        """The threads on claims of one source."""
        return tuple(self._sources.get(sha256, {}).values())

    def append(self, verdict: Verdict) -> Verdict:
        """Write an entry at the end of the log; it is on disk when this returns."""
        place = len(self.lines) + 1
        kept, data = sealed(replace(verdict, sequence=place, previous=self.head))
        path = self.root / f"{place:06}.json"
        if path.exists():
            raise StoreError(f"{path} was written by another process: open the data directory again")
        write(path, data)
        self.lines.append(data)
        self.entries.append(kept)
        self._add(kept)
        return kept

    def stamped(self, sha256: str, stamp: str) -> str:
        """The stamp of a source with what is said of it: a verdict changes what is made of the source."""
        found = self._sources.get(sha256)
        return f"{stamp} {digest(*(thread.version for thread in found.values()))}" if found else stamp

    def testimonies(self) -> dict[str, Statement | None]:
        """Sources that are a reviewer's own words, by hash; None for one that was taken back."""
        found: dict[str, Statement | None] = {}
        for thread in self.threads.values():
            first = thread.entries[0].claim
            if is_testimony(first):
                now = thread.standing
                found[first.source] = first if now and now.act == ADDED else None
        return found

    def save(self, path: Path) -> None:
        """Write the log as one file, for a published copy."""
        path.write_bytes(b"".join(self.lines))

    def _arrange(self) -> None:
        self.threads = threads(self.entries)
        self._sources: defaultdict[str, dict[str, Thread]] = defaultdict(dict)
        for thread in self.threads.values():
            self._sources[thread.claim.source][thread.id] = thread

    def _add(self, verdict: Verdict) -> None:
        """Put a new entry into its thread."""
        id_ = verdict.thread or verdict.id
        before = self.threads[id_].entries if verdict.thread else ()
        thread = Thread(id_, (*before, verdict))
        self.threads[id_] = self._sources[thread.claim.source][id_] = thread

    def _paths(self) -> list[Path]:
        """The files in order; raises StoreError where one is missing."""
        paths = sorted(self.root.glob("[0-9]*.json"))
        for place, path in enumerate(paths, start=1):
            if path.stem != f"{place:06}":
                raise StoreError(f"verdict {place} is missing in {self.root}: put the reviews back from a backup")
        return paths


def is_testimony(claim: Statement) -> bool:
    """Whether the source of a claim is the reviewer's own words, which are the claim's quote."""
    return hashlib.sha256(claim.quote.encode()).hexdigest() == claim.source


def logged(path: Path) -> list[bytes]:
    """The entries of a log that `Ledger.save` wrote; none where the copy is older than the first verdict."""
    return path.read_bytes().splitlines(keepends=True) if path.exists() else []
