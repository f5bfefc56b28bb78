"""The data directory: what is kept of every source, and the graph that follows from it. One process writes at a time.

`records/` and `originals/` are the truth. The catalogue and the live store are made from them, and brought in step when
the library is opened, whatever happened before: a source is kept when its record is in place, and gone when it is not.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from graph import clocks, layout, publication
from graph.attachment import Reviewed
from graph.catalogue import Catalogue
from graph.chronicle import Chronicle
from graph.contract import validated
from graph.ledger import LOG, Ledger
from graph.live import Live
from graph.locking import locked
from graph.publication import EVENTS, Published
from graph.quads import Record
from graph.readings import Readings
from graph.records import Records, merged
from graph.registry import register_version
from graph.reviewquads import testimony
from graph.store import EmbeddedStore
from graph.values import Kept
from graph.verdicts import Verdict
from ontology import registers
from ontology.errors import Ambiguous, NotFound, StoreError, WrongUse
from ontology.model import Extraction, Source

BATCH: Final = 500
BULK: Final = 2_000


class Library:
    """A data directory opened for writing; a context manager. Raises StoreError where another process writes in it.

    `faults` tells of records that cannot be read; all other sources are there without them.
    """

    def __init__(self, path: Path, *, create: bool = True, clock: Callable[[], datetime] = clocks.now) -> None:
        self.path = path
        self.faults: list[str] = []
        self.clock = clock
        if not create and layout.found(path) is None:
            raise NotFound(f"there is no data directory at {path}: load a source first, or set PHAHE_DATA")
        self._lock = locked(path)
        try:
            layout.settle(path)
            self.register = registers.load()
            self.files = Records(path)
            self.ledger = Ledger(path)
            self.published = Published(path, clock)
            self.readings = Readings(self.files, self.ledger)
            self.live = self._opened()
            self._reconcile()
        except BaseException:
            os.close(self._lock)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the directory."""
        self.live.close()
        os.close(self._lock)

    @property
    def catalogue(self) -> Catalogue:
        """The writer's own catalogue."""
        return self.live.catalogue

    @property
    def store(self) -> EmbeddedStore:
        """The writer's own store."""
        return self.live.store

    def keep(self, kept: Kept, original: bytes, extraction: Extraction) -> bool:
        """Keep one source and bring the graph in step; False where exactly this was kept already."""
        return self.keep_many([(kept, original, extraction)]) == 1

    def keep_many(
        self, items: Iterable[tuple[Kept, bytes, Extraction]], *, progress: Callable[[int], None] | None = None
    ) -> int:
        """Keep many sources, in batches; how many were new or changed. `progress` is told the number done so far.

        Of more than one batch the records are kept first, each batch on disk before the next; then the graph is brought
        in step with all of them at once.
        """
        changed, done = set[str](), 0
        iterator = iter(items)
        while batch := list(islice(iterator, BATCH)):
            kept = self._put(batch, changed)
            changed |= kept.keys()
            done += len(batch)
            if len(batch) == done < BATCH:
                self.readings.hold(kept)
                self.live.apply("load", self._stamped(kept), [])
                self.readings.hold({})
            if progress:
                progress(done)
        if done >= BATCH:
            self._reconcile()
        return len(changed)

    def remove(self, source: str) -> Source:
        """Take a source out, named by location, address or beginning of its hash; the graph is as if it never came."""
        sha256 = self.find(source)
        if self.ledger.testimonies().get(sha256):
            raise WrongUse("this source is what a reviewer stated by hand: take it back with `phahe review undo`")
        record = self.files.get(sha256)
        self.files.remove(sha256)
        self.live.apply("remove", {}, [sha256])
        return record.source

    def find(self, source: str) -> str:
        """The hash of the source so named; raises NotFound or Ambiguous."""
        names = [source, str(Path(source).absolute()), Path(source).name]
        for name in names:
            found = self.catalogue.sources_named(name)
            if len(found) == 1:
                return found[0]
            if found:
                known = {one.sha256: one for one in self.catalogue.sources()}
                candidates = tuple(
                    (known[sha256].title or ", ".join(known[sha256].locations), sha256) for sha256 in found
                )
                raise Ambiguous(f"{len(found)} sources answer to {source!r}: give the beginning of a hash", candidates)
        raise NotFound(
            f"no source {source!r} is kept: give its path as loaded, its address, or its hash (from 6 digits)"
        )

    def sources(self) -> list[Source]:
        """All kept sources, by hash."""
        return self.catalogue.sources()

    def record(self, sha256: str) -> Record:
        """What is kept of one source."""
        return self.files.get(sha256)

    def judge(self, verdict: Verdict) -> Verdict:
        """Write a verdict and bring the graph in step with it."""
        kept = self.ledger.append(verdict)
        self._testify()
        sha256 = kept.claim.source
        self.live.apply("verdict", self._stamped([sha256]) if self.catalogue.source(sha256) else {}, [])
        return kept

    def reviewed(self, sha256: str) -> Reviewed:
        """A source's record with what reviewers say of it put in."""
        return self.readings.reviewed(sha256)

    def version(self) -> str:
        """The id of the build that is held now: equal for equal sources, register and verdicts."""
        return publication.version_of(
            self.catalogue.readings(), register_version(), self.catalogue.meta("reviews") or ""
        )

    def publish(self, *, anew: bool = False) -> str:
        """Make what is held now the copy that readers see, unless they see it already; returns the copy's id.

        It is the id of the build; where that build was published with another log before, a part for the log is added.
        `anew`: make the copy also where there is one of this id, which may be damaged.
        """
        version = self.published.named(self.version(), self.live.voids.count())
        with contextlib.suppress(NotFound, StoreError):
            if self.published.current() == version and not anew:
                return version
        draft = self.published.draft(version)
        if anew or version not in self.published.versions():
            self.live.publish(self.published.root, version, draft)
            self.ledger.save(draft / LOG)
            (draft / EVENTS).write_bytes(b"%d" % self.live.voids.count())
        self.published.switch(draft, version, replacing=anew)
        with self.catalogue.resting() as file:
            pruned = self.published.prune(retire=lambda copy: file.retire(copy / "catalogue.sqlite"))
            file.reserve()
        if pruned:
            self._sweep()
        return version

    def rebuild(self) -> None:
        """Make the catalogue and the live store anew from the kept records."""
        self.live.close()
        shutil.rmtree(self.live.path)
        self.live = self._opened()
        self._reconcile()

    @classmethod
    def repair(cls, path: Path) -> None:
        """Make all that is derived anew, where it is too damaged to open: only records and originals are trusted."""
        handle = locked(path)
        try:
            layout.mend(path)
            shutil.rmtree(path / "live", ignore_errors=True)
        finally:
            os.close(handle)
        cls(path, create=False).close()

    def _opened(self) -> Live:
        return Live(
            self.path / "live", self.register, self.readings, Chronicle(self.path), lambda: clocks.stamp(self.clock())
        )

    def _reconcile(self) -> None:
        """Do what a crash or a change of the register left undone."""
        now = self.readings.stamps()
        before = self.catalogue.stamps()
        changed = {sha256: stamp for sha256, stamp in now.items() if before.get(sha256) != stamp}
        going = sorted(set(before) - set(now))
        if self.live.outdated or (len(changed) > BULK and len(changed) > len(before) // 4):
            hashes = self.readings.readable(now, self.faults)
            with self._shown() as old:
                self.live.build_anew({sha256: now[sha256] for sha256 in hashes}, old)
            self._testify()
            return
        hashes = self.readings.readable(changed, self.faults)
        for start in range(0, len(hashes), BATCH):
            self.live.apply("load", {sha256: now[sha256] for sha256 in hashes[start : start + BATCH]}, [])
        if going or self.live.behind:
            self.live.apply("remove" if going else "verdict", {}, going)
        self._testify()

    def _testify(self) -> None:
        """Keep as sources what reviewers stated by hand and stand by, and no longer what they took back."""
        for sha256, said in self.ledger.testimonies().items():
            kept = self.catalogue.source(sha256) is not None
            if said and not kept:
                self.keep_many([testimony(said)])
            elif kept and not said:
                self.files.remove(sha256)
                self.live.apply("remove", {}, [sha256])

    def _stamped(self, hashes: Iterable[str]) -> dict[str, str]:
        return {sha256: self.readings.stamp(sha256) for sha256 in hashes}

    @contextlib.contextmanager
    def _shown(self) -> Iterator[Catalogue | None]:
        """The catalogue of the current published copy, if there is one that can be read."""
        try:
            path = self.published.path(self.published.current())
            shown = Catalogue(path / "catalogue.sqlite", readonly=True)
        except (NotFound, StoreError):
            yield None
            return
        with contextlib.closing(shown):
            yield shown

    def _sweep(self) -> None:
        """Forget the originals and readings of sources that left, once no published copy shows them."""
        with contextlib.ExitStack() as stack:
            copies = []
            for version in self.published.versions():
                copy = Catalogue(self.published.path(version) / "catalogue.sqlite", readonly=True)
                copies.append(stack.enter_context(contextlib.closing(copy)))

            def readings(sha256: str) -> set[str]:
                return {found[1] for copy in copies if (found := copy.source(sha256))}

            self.files.sweep(readings)

    def _put(self, batch: Sequence[tuple[Kept, bytes, Extraction]], waiting: set[str]) -> dict[str, Record]:
        """Keep the records of a batch that say anything new; `waiting` are those kept but not yet in the catalogue."""
        items: dict[str, tuple[Record, bytes]] = {}
        for kept, original, extraction in batch:
            sha256 = kept.source.sha256
            before = items[sha256][0] if sha256 in items else self._kept(sha256, waiting)
            record = merged(Record(kept.source, kept.text, validated(extraction, kept.text)), before)
            if record != before or not self.files.whole(sha256, original):
                items[sha256] = (record, original)
        self.files.put(list(items.values()))
        return {sha256: record for sha256, (record, _) in items.items()}

    def _kept(self, sha256: str, waiting: set[str]) -> Record | None:
        """The record that is kept already; None where there is none, or none that can be read."""
        if sha256 not in waiting and self.catalogue.source(sha256) is None:
            return None
        with contextlib.suppress(StoreError):
            return self.files.get(sha256)
        return None
