"""The writer's own catalogue and store, kept in step with the records: all in it is derived and can be made anew.

The catalogue commits last, so that what it says of a source holds for the store and the log as well: whatever a crash
cut short is done again when the directory is next opened.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from graph.build import Builder
from graph.catalogue import Catalogue
from graph.chronicle import Chronicle, Entry, all_lines, event_lines, present
from graph.indexing import grown, whole
from graph.ledger import Ledger
from graph.lineage import Lineage
from graph.moves import Moves, Watch
from graph.readings import Readings
from graph.records import sync
from graph.registry import register_lines, register_version
from graph.reviewquads import review_lines
from graph.store import Change, EmbeddedStore
from graph.voids import Voids
from ontology import identity
from ontology.errors import StoreError
from ontology.registers import Register


class Live:
    """Catalogue, store and log of a data directory, opened by its one writer. `clock` gives the time of an event.

    `path` is the directory of what is derived, `chronicle` the log, which is not.
    """

    def __init__(
        self, path: Path, register: Register, readings: Readings, chronicle: Chronicle, clock: Callable[[], str]
    ) -> None:
        self.path = path
        self.register = register
        self.readings = readings
        self.chronicle = chronicle
        self.clock = clock
        path.mkdir(parents=True, exist_ok=True)
        self.catalogue = Catalogue(path / "catalogue.sqlite")
        try:
            self.store = EmbeddedStore(path / (self.catalogue.meta("store") or "store-1"))
        except BaseException:
            self.catalogue.close()
            raise
        self.voids = Voids(self.catalogue.db)
        self.builder = Builder(self.catalogue, register, readings.reading, readings.verdicts)
        self._closed = path / "closed"
        try:
            self._begin()
        except BaseException:
            self.catalogue.close()
            self.store.close()
            raise

    @property
    def ledger(self) -> Ledger:
        """The log of verdicts."""
        return self.readings.ledger

    @property
    def outdated(self) -> bool:
        """Whether all of it was made with another register, or never."""
        return self.catalogue.meta("register") != register_version()

    @property
    def behind(self) -> bool:
        """Whether there are verdicts that it does not hold yet."""
        return (self.catalogue.meta("reviews") or "") != self.ledger.head

    def close(self) -> None:
        """Let go of the files, with all of the store on disk."""
        whole_store = False
        with contextlib.suppress(StoreError):
            self.store.flush()
            whole_store = True
        self.catalogue.close()
        self.store.close()
        if whole_store:
            self._closed.touch()

    def apply(self, act: str, coming: Mapping[str, str], going: Sequence[str]) -> None:
        """Bring all in step with sources that come (with their stamps) and go; it holds when this returns.

        What the store does not have on disk yet is brought in step again after the machine itself was stopped: the
        catalogue names it. So the store, which takes forty waits for the disk to be flushed, is flushed by `publish`.
        """
        try:
            change, moves = self.builder.change(coming, going)
            self.store.apply(change)
            self.catalogue.touch((*change.graphs, *(subject for _, subject in change.subjects)))
            self._note_verdicts()
            self._note(act, tuple(sorted({*coming, *going})), moves)
            self.catalogue.commit()
        except BaseException:
            self.catalogue.rollback()
            raise
        if self.catalogue.original.long:
            with self.catalogue.resting() as file:
                file.settle()

    def build_anew(self, stamps: Mapping[str, str], old: Catalogue | None = None) -> None:
        """Make catalogue and store of these sources, beside the old ones; the catalogue's commit switches to them.

        `old` is a published catalogue that tells which names were in use, where the present one holds none.
        """
        before = present(self.chronicle.entries())
        if self.catalogue.meta("register"):
            act = "register" if self.outdated else "load"
        else:
            act = "load" if self.chronicle.size() else "migrate"
        watch = Watch(self.catalogue)
        # An older version of phahe may have made the published one: what cannot be read there is not told of.
        with contextlib.suppress(sqlite3.Error):
            watch.everything(old if old and not self.catalogue.stamps() else self.catalogue)
        self.catalogue.clear()
        lines = self.path / "everything.nq"
        with lines.open("w", encoding="utf-8") as out:
            out.writelines(register_lines(self.register))
            out.writelines(self.builder.everything(stamps))
            out.writelines(review_lines(self.ledger.entries))
            for entry in self.chronicle.entries():
                self.voids.note(entry)
            self._note(
                act, tuple(sorted({*stamps} ^ before)), watch.moves(filter(watch.names.is_there, self.voids.names()))
            )
            out.writelines(all_lines(self.chronicle.entries()))
        self._switch(lines)

    def publish(self, published: Path, version: str, draft: Path) -> None:
        """Fill a draft: the store by hard links, the lineage index and the catalogue by what changed."""
        self.store.flush()
        self.store.publish(draft / "store")
        self.index(published, version).save(draft)
        with self.catalogue.resting() as file:
            file.copy(draft / "catalogue.sqlite")

    def index(self, published: Path, version: str) -> Lineage:
        """The index of all edges for a copy, made of that of the last copy and what was touched since, where it can."""
        found = None
        before = self.catalogue.meta("index")
        if before:
            with contextlib.suppress(StoreError):
                found = grown(self.catalogue, published / before)
        found = found or whole(self.catalogue)
        self.catalogue.db.execute("DELETE FROM touched")
        self.catalogue.set_meta("index", version)
        self.catalogue.commit()
        return found

    def _begin(self) -> None:
        """Put in order what was left when the directory was not closed."""
        made = self.catalogue.meta("register") is not None
        if made:
            # What a crash left in the log of a change that did not come to hold is written again with the change.
            self.chronicle.cut(int(self.catalogue.meta("log") or 0))
        if self._closed.exists():
            self._closed.unlink()
            sync(self.path)
        elif made:
            self._again()

    def _again(self) -> None:
        """Bring the store in step with the catalogue in all that was touched since it was last known to be on disk."""
        touched = self.catalogue.touched()
        lines = (*all_lines(self.chronicle.entries()), *review_lines(self.ledger.entries))
        change = self.builder.again(touched)
        self.store.apply(
            Change((*change.graphs, identity.LOG, identity.REVIEW), change.subjects, (*change.lines, *lines))
        )
        self.store.flush()
        self.catalogue.commit()

    def _switch(self, lines: Path) -> None:
        """Fill a new store from a file of lines, note what it is in step with, and commit to it."""
        name = next(name for count in range(1, 1000) if not (self.path / (name := f"store-{count}")).exists())
        store = EmbeddedStore(self.path / name)
        store.bulk(lines)
        store.flush()
        for key, value in (
            ("register", register_version()),
            ("reviews", self.ledger.head),
            ("store", name),
            ("log", str(self.chronicle.size())),
        ):
            self.catalogue.set_meta(key, value)
        self.catalogue.commit()
        lines.unlink()
        old = self.store.path
        self.store.close()
        self.store = store
        shutil.rmtree(old)

    def _note_verdicts(self) -> None:
        """Bring the review graph in step with the log: mostly by its last entry alone."""
        before = self.catalogue.meta("reviews") or ""
        if before == self.ledger.head:
            return
        new = self.ledger.after(before)
        graphs = () if new else (identity.REVIEW,)
        self.store.apply(Change(graphs, (), tuple(review_lines(new or self.ledger.entries))))
        self.catalogue.set_meta("reviews", self.ledger.head)

    def _note(self, act: str, sources: tuple[str, ...], moves: Moves) -> None:
        """Write down what was done, where it says anything, and bring catalogue and log graph in step with it."""
        if not moves and (not sources or act == "verdict"):
            return
        entry = Entry(self.voids.count() + 1, act, self.clock(), sources, moves)
        size = self.chronicle.append(entry)
        change = self.voids.note(entry)
        self.store.apply(Change((), change.subjects, (*change.lines, *event_lines(entry))))
        self.catalogue.set_meta("log", str(size))
