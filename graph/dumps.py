"""Dumps of a published copy as files to be taken away, each with its checksum: made once, kept while the copy is."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

import msgspec

from graph.publication import Published
from graph.records import write
from ontology.errors import NotFound, StoreError
from ontology.model import Value

if TYPE_CHECKING:
    from graph.reader import Reader

FOLDER: Final = "dumps"
FORMS: Final = {
    "phahe.nq.gz": "nquads",
    "phahe.trig.gz": "trig",
    "phahe.ttl.gz": "turtle",
    "phahe.jsonld.gz": "jsonld",
    "phahe.graphml.gz": "graphml",
}
"""The files, with the forms of `phahe export`."""

LEVEL: Final = 6


class Dump(Value, frozen=True, gc=False):
    """A file of a version: its name, its size in bytes, the SHA-256 of its bytes in hex."""

    version: str
    name: str
    size: int
    sha256: str


class Dumps:
    """The dumps of a data directory. One is made at a time; the same version gives the same bytes."""

    def __init__(self, data: Path) -> None:
        self.root = data / FOLDER
        self.published = Published(data)
        self._turn = threading.Lock()

    def known(self, version: str) -> dict[str, Dump]:
        """The dumps of a version that are made, by name."""
        found = {}
        for name in FORMS:
            try:
                found[name] = msgspec.json.decode(self._told(version, name).read_bytes(), type=Dump)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except msgspec.DecodeError:
                self._told(version, name).unlink(missing_ok=True)
        return found

    def path(self, dump: Dump) -> Path:
        """Where the bytes of a dump lie."""
        return self.root / dump.version / dump.name

    def made(self, reader: Reader, name: str) -> Dump:
        """The dump of this name of the reader's version, made now where it is not; raises NotFound, StoreError."""
        if name not in FORMS:
            raise NotFound(f"there is no dump {name!r}; there are: {', '.join(FORMS)}")
        with self._turn:
            found = self.known(reader.version).get(name)
            if found is not None and self.path(found).is_file():
                return found
            try:
                return self._make(reader, name)
            except OSError as error:
                raise StoreError(f"the dump {name} cannot be written in {self.root}: {error.strerror}") from error

    def _make(self, reader: Reader, name: str) -> Dump:
        folder = self.root / reader.version
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f".{name}.draft"
        with draft.open("wb") as file, gzip.GzipFile("", "wb", LEVEL, file, mtime=0) as packed:
            reader.export(FORMS[name], cast("BinaryIO", packed))
        with draft.open("rb") as written:
            digest = hashlib.file_digest(written, "sha256").hexdigest()
        dump = Dump(reader.version, name, draft.stat().st_size, digest)
        draft.replace(folder / name)
        write(self._told(reader.version, name), msgspec.json.encode(dump) + b"\n")
        self._prune()
        return dump

    def _told(self, version: str, name: str) -> Path:
        return self.root / version / f"{name}.json"

    def _prune(self) -> None:
        """Let go of the dumps of copies that are no longer kept."""
        kept = set(self.published.versions())
        for folder in self.root.iterdir():
            if folder.name not in kept:
                shutil.rmtree(folder, ignore_errors=True)
