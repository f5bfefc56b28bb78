"""Copies of a SQLite file that one process writes, made by copying what changed: a change of a page costs a page.

The file is written by way of a log (WAL), whose frames name the pages that they change. Before they are written into
the file their numbers are noted. A file that was a copy some states ago is brought up to date by the pages noted since;
such a file is the copy that is pruned. Where anything is in doubt the whole file is copied.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import shutil
import sqlite3
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from graph.records import write
from ontology.errors import StoreError

HEADER: Final = 32
FRAME: Final = 24
RETAINED: Final = 32
"""States whose pages are remembered: as many publications a spare file may be behind."""

LONG: Final = 256 << 20
"""Bytes that the log may grow to before it is written into the file."""

LARGE: Final = 16 << 20
"""Bytes from which a file is worth a spare."""


class State(msgspec.Struct, frozen=True):
    """Which state of which file. `size` and `changed` are those of the file then, to see that nobody else wrote it."""

    token: str
    count: int = 0
    size: int = 0
    changed: int = 0


class Original:
    """The file that is written and copied; `db` is the one connection to it, with no transaction open."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self.db = db
        self.folder = path.with_suffix(".pages")
        self.spare = self.folder / "spare"
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")

    def rewrite(self) -> None:
        """Before the whole file is written anew: without the log, and copies of it are whole ones."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.db.execute("PRAGMA journal_mode = DELETE")

    def settle(self) -> State:
        """Write what the log holds into the file, having noted its pages; the state that it is in then."""
        self.db.execute("PRAGMA journal_mode = WAL")
        before, pages = self._state(), _changed(self.path)
        after = before
        if len(pages) or not before.size:
            after = State(before.token, before.count + 1)
            write(self._list(after.count), pages.astype("<u4").tobytes())
        (busy, *_) = self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreError(f"{self.path} is in use by another process: let it end first")
        seen = self.path.stat()
        after = State(after.token, after.count, seen.st_size, seen.st_mtime_ns)
        if after != before:
            self._note("state", after)
            self._list(after.count - RETAINED).unlink(missing_ok=True)
        return after

    @property
    def long(self) -> bool:
        """Whether the log has grown so long that it should be written into the file."""
        log = _log(self.path)
        return log.exists() and log.stat().st_size > LONG

    def copy(self, target: Path) -> None:
        """Put a copy at `target`, which is not there yet: a file that no later change of this one reaches."""
        state = self.settle()
        if self._refresh(state):
            (self.folder / "spare.json").unlink()
            self.spare.rename(target)
        else:
            self.spare.unlink(missing_ok=True)
            shutil.copyfile(self.path, target)
        _note(target.with_suffix(".state"), state)

    def reserve(self) -> None:
        """Have a spare file ready for the next copy, if the file is large: a whole one where none was left over."""
        state = self.settle()
        if state.size >= LARGE and not self.spare.exists():
            shutil.copyfile(self.path, self.folder / ".spare")
            (self.folder / ".spare").rename(self.spare)
            self._note("spare.json", state)

    def retire(self, copy: Path) -> None:
        """Keep a copy that is no longer wanted as the spare file, unless there is one or it is too old."""
        state = _noted(copy.with_suffix(".state"))
        now = self._state()
        if state and state.token == now.token and now.count - state.count < RETAINED and not self.spare.exists():
            (self.folder / "spare.json").unlink(missing_ok=True)
            copy.rename(self.spare)
            self._note("spare.json", state)

    def _refresh(self, now: State) -> bool:
        """Bring the spare file to the state of this one; False where it cannot be, or somebody still reads it."""
        then = _noted(self.folder / "spare.json")
        if then is None or then.token != now.token or not self.spare.exists():
            return False
        lists = [self._list(count) for count in range(then.count + 1, now.count + 1)]
        if not all(path.exists() for path in lists):
            return False
        changed = np.unique(np.concatenate([np.empty(0, "<u4"), *(np.fromfile(path, "<u4") for path in lists)]))
        with self.path.open("rb") as source, self.spare.open("rb+") as target:
            if not locked_alone(target.fileno()):
                return False
            size = page_size(source.read(HEADER))
            if len(changed) * size * 2 > now.size:
                return False
            for number in changed.tolist():
                os.pwrite(target.fileno(), os.pread(source.fileno(), size, (number - 1) * size), (number - 1) * size)
            target.truncate(now.size)
        return True

    def _state(self) -> State:
        """The state that was noted, if the file is as it was then; else the first of a new count."""
        noted = _noted(self.folder / "state")
        seen = self.path.stat()
        if noted and (noted.size, noted.changed) == (seen.st_size, seen.st_mtime_ns):
            return noted
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        return State(secrets.token_hex(8))

    def _list(self, count: int) -> Path:
        return self.folder / f"{count:08}"

    def _note(self, name: str, state: State) -> None:
        _note(self.folder / name, state)


def shared(path: Path) -> int | None:
    """A handle that, as long as it is open, keeps a copy from being made another; None where it is no copy any more."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        if path.stat().st_ino == os.fstat(handle).st_ino:
            return handle
    except (BlockingIOError, FileNotFoundError):
        pass
    os.close(handle)
    return None


def locked_alone(handle: int) -> bool:
    """Whether nobody reads a file through `shared`; then nobody can until the handle is closed."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def page_size(header: bytes) -> int:
    """The size of a page, from the beginning of a SQLite file."""
    size = int.from_bytes(header[16:18], "big")
    return 65536 if size == 1 else size


def _changed(path: Path) -> NDArray[np.uint32]:
    """The numbers of the pages that the log of a file holds, each once; some that did not come to hold may be among."""
    log = _log(path)
    if not log.exists() or log.stat().st_size <= HEADER:
        return np.empty(0, np.uint32)
    frames = np.memmap(log, np.uint8, "r", HEADER)
    with path.open("rb") as file:
        step = FRAME + page_size(file.read(HEADER))
    count = len(frames) // step
    numbers = frames[: count * step].reshape(count, step)[:, :4].copy().view(">u4").ravel()
    return np.unique(numbers).astype(np.uint32)


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _note(path: Path, state: State) -> None:
    """Write a state down; where a crash loses it a whole copy is made, so nothing waits for the disk."""
    fresh = path.with_name(f".{path.name}")
    fresh.write_bytes(msgspec.json.encode(state))
    fresh.replace(path)


def _noted(path: Path) -> State | None:
    with contextlib.suppress(OSError, msgspec.DecodeError):
        return msgspec.json.decode(path.read_bytes(), type=State)
    return None
