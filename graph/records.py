"""What is kept of each source, as files: the original bytes and one record. All else can be made anew from these.

A file is written beside its place, forced to disk, then renamed: it is there whole or not at all, whatever happens.
What is taken out goes to an attic, so that older published copies can still show their evidence, until they are pruned.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from graph.quads import Record
from ontology.errors import NotFound, StoreError
from ontology.model import decode, encode

FEW: Final = 8
SHA256: Final = re.compile(r"[0-9a-f]{64}")


def write(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole and on disk before this returns."""
    write_all([(path, data)])


def write_all(files: Sequence[tuple[Path, bytes]]) -> None:
    """Put each of `files` at its place, all of them on disk before this returns, with one wait for the disk if many."""
    written: list[tuple[Path, Path]] = []
    try:
        for path, data in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            written.append((temporary, path))
            with temporary.open("wb") as file:
                file.write(data)
                if len(files) <= FEW:
                    file.flush()
                    os.fsync(file.fileno())
        if len(files) > FEW:
            os.sync()
        for temporary, path in written:
            temporary.replace(path)
        for directory in sorted({path.parent for path, _ in files}):
            sync(directory)
    except OSError as error:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)
        raise StoreError(
            f"cannot write in {files[0][0].parent}: {error.strerror}; make room or check the rights"
        ) from error


def append(path: Path, line: bytes) -> None:
    """Add a line to a file, on disk before this returns; what a crash cut short before is ended first."""
    try:
        fresh = not path.exists()
        with path.open("ab+") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - 1))
            whole = file.read(1) in {b"", b"\n"}
            file.write((b"" if whole else b"\n") + line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        if fresh:
            sync(path.parent)
    except OSError as error:
        raise StoreError(f"cannot write {path.name}: {error.strerror}; make room or check the rights") from error


def sync(directory: Path) -> None:
    """Force the names in `directory` to disk."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Records:
    """The originals and records of one data directory."""

    def __init__(self, root: Path) -> None:
        self.originals = root / "originals"
        self.records = root / "records"
        self.attic = root / "attic"

    def put(self, items: Sequence[tuple[Record, bytes]]) -> None:
        """Keep sources: first their bytes, then their records, whose being there means that a source is kept."""
        for record, original in items:
            if hashlib.sha256(original).hexdigest() != record.source.sha256:
                raise StoreError(f"the bytes are not those of source {record.source.sha256[:12]}: read it again")
        for record, _ in items:
            self._shelve(record.source.sha256)
        places = [(self.original_path(record.source.sha256), original) for record, original in items]
        write_all([(path, original) for path, original in places if not _holds(path, original)])
        write_all([(self.path(record.source.sha256), encode(record)) for record, _ in items])

    def whole(self, sha256: str, original: bytes) -> bool:
        """Whether the bytes of a source lie there undamaged."""
        return _holds(self.original_path(sha256), original)

    def remove(self, sha256: str) -> None:
        """Take a source out: its record is gone when this returns, its bytes and readings are in the attic."""
        self._shelve(sha256)
        self.path(sha256).unlink(missing_ok=True)
        sync(self.records)
        original = self.original_path(sha256)
        if original.exists():
            self.attic.mkdir(parents=True, exist_ok=True)
            original.replace(self.attic / sha256)

    def get(self, sha256: str, digest: str | None = None) -> Record:
        """The record of a source; with `digest`, that very reading of it, which may be in the attic."""
        path = self.path(sha256)
        if digest is not None and not (path.exists() and reading_digest(path.read_bytes()) == digest):
            path = self.attic / f"{sha256}.{digest}.json"
        try:
            return decode(path.read_bytes(), Record)
        except FileNotFoundError:
            raise NotFound(f"no source {sha256[:12]} is kept") from None
        except msgspec.DecodeError as error:
            raise StoreError(f"the record {path} is damaged: load its source again ({error})") from error

    def original(self, sha256: str) -> bytes:
        """The bytes of a source as they were read."""
        for path in (self.original_path(sha256), self.attic / sha256):
            if path.exists():
                return path.read_bytes()
        raise NotFound(f"the original of source {sha256[:12]} is not kept")

    def sweep(self, readings: Callable[[str], AbstractSet[str]]) -> None:
        """Empty the attic of what no published copy shows any more; `readings` are the digests of a source in any."""
        if not self.attic.is_dir():
            return
        for path in sorted(self.attic.iterdir()):
            sha256, _, rest = path.name.partition(".")
            shown = readings(sha256)
            if SHA256.fullmatch(sha256) and not (rest.removesuffix(".json") in shown if rest else shown):
                path.unlink()

    def stamps(self) -> Iterator[tuple[str, str]]:
        """Each kept source with a stamp that changes whenever its record does."""
        if not self.records.exists():
            return
        with os.scandir(self.records) as entries:
            for entry in entries:
                sha256, dot, kind = entry.name.partition(".")
                if dot and kind == "json" and SHA256.fullmatch(sha256):
                    yield sha256, stamp(entry.stat())

    def stamp(self, sha256: str) -> str:
        """The stamp of one kept source."""
        return stamp(self.path(sha256).stat())

    def path(self, sha256: str) -> Path:
        """Where the record of a source lies."""
        return self.records / f"{sha256}.json"

    def original_path(self, sha256: str) -> Path:
        """Where the bytes of a source lie."""
        return self.originals / sha256[:2] / sha256

    def _shelve(self, sha256: str) -> None:
        """Copy the present reading to the attic under its digest."""
        path = self.path(sha256)
        if path.exists():
            data = path.read_bytes()
            write(self.attic / f"{sha256}.{reading_digest(data)}.json", data)


def merged(record: Record, before: Record | None) -> Record:
    """What to keep of a source that was kept before: the newer reading, and all that is known of the bytes.

    Where one extractor read the same bytes as two kinds of file, the kind first in order stays, so that the order of
    loading decides nothing.
    """
    if before is None:
        return record
    same = record.extraction.extractor == before.extraction.extractor
    base = before if same and before.source.media_type < record.source.media_type else record
    one, other = record.source, before.source
    known = {
        name: min((value for value in (getattr(one, name), getattr(other, name)) if value is not None), default=None)
        for name in ("title", "publisher", "province", "published", "retrieved", "pages", "revision_of")
    }
    source = replace(base.source, locations=tuple(sorted({*one.locations, *other.locations})), **known)
    return replace(base, source=source)


def stamp(status: os.stat_result) -> str:
    """What tells whether a file was replaced."""
    return f"{status.st_mtime_ns}-{status.st_size}-{status.st_ino}"


def reading_digest(data: bytes) -> str:
    """The digest that tells one reading of a source from another."""
    return hashlib.sha256(data).hexdigest()[:16]


def _holds(path: Path, data: bytes) -> bool:
    """Whether exactly `data` lies at `path`."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False
