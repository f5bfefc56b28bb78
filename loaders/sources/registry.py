"""The kinds of file that can be read, and the reading of one: by its first bytes, then by its suffix.

A new kind (a scan, a crawl, a data set, an archive) is a module with a `FORMAT` and a line in `FORMATS`, or a call of
`register` from outside.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Final

from loaders.sources import html, pdf, text, word
from loaders.sources.formats import Content, Format
from ontology.errors import SourceError
from ontology.model import Source, Text, Value

MAX_BYTES: Final = 64 << 20
HEAD: Final = 1 << 13
FORMATS: Final[dict[str, Format]] = {kind.name: kind for kind in (pdf.FORMAT, word.FORMAT, html.FORMAT, text.FORMAT)}
# Plain text by their bytes, but data by their meaning: not read as prose.
DATA: Final = frozenset(
    {
        ".json",
        ".jsonl",
        ".ndjson",
        ".csv",
        ".tsv",
        ".xml",
        ".yaml",
        ".yml",
        ".ttl",
        ".nt",
        ".nq",
        ".trig",
        ".rdf",
        ".jsonld",
        ".sql",
        ".py",
        ".js",
        ".css",
        ".warc",
        ".parquet",
    }
)
# How archives, packed files, Parquet and crawls begin.
PACKED: Final = (b"PK\x03\x04", b"\x1f\x8b", b"PAR1", b"WARC/")


class Read(Value, frozen=True, gc=False):
    """A source and the text that was read of it."""

    source: Source
    text: Text


def register(kind: Format) -> None:
    """Add a kind of file, before the others; its name replaces one that is there."""
    others = {name: known for name, known in FORMATS.items() if name != kind.name}
    FORMATS.clear()
    FORMATS.update({kind.name: kind, **others})


def read(data: bytes, *, name: str, location: str | None = None) -> Read:
    """The source and text of `data`.

    `name` is the name of the file, whose suffix helps to tell its kind; `location` the path or address it was met
    under (`name` where None). Raises SourceError, in one line that begins with `name`.
    """
    try:
        content = _content(data, name)
    except SourceError as error:
        raise SourceError(f"{name}: {error}") from error
    source = Source(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=content.media_type,
        locations=(location or name,),
        title=content.title,
        publisher=content.publisher,
        published=content.published,
        pages=len(content.pages) or None,
    )
    return Read(source, Text(content.content, content.encoding, content.pages, content.notes))


def _content(data: bytes, name: str) -> Content:
    """What the reader of the right kind makes of `data`; raises SourceError where there is nothing to read."""
    if not data:
        raise SourceError("this file is empty")
    if len(data) > MAX_BYTES:
        raise SourceError(f"this file is larger than {MAX_BYTES >> 20} MB; split it")
    content = _kind(data, PurePath(name).suffix.lower()).read(data)
    if not content.content.strip():
        raise SourceError("this file holds no text")
    return content


def _kind(data: bytes, suffix: str) -> Format:
    """The kind of `data`: by its first bytes, by its suffix, or plain text; raises SourceError for what is not read."""
    head = data[:HEAD]
    for kind in FORMATS.values():
        if kind.sniff(head):
            return kind
    for kind in FORMATS.values():
        if suffix in kind.suffixes:
            return kind
    if suffix in DATA or head.startswith(PACKED):
        raise SourceError(f"files of this kind ({suffix or 'archive'}) are not read; what is read: {kinds()}")
    return text.FORMAT


def kinds() -> str:
    """The kinds that are read, with their suffixes, for people: `PDF (.pdf), ...`."""
    return ", ".join(f"{kind.name} ({' '.join(sorted(kind.suffixes))})" for kind in FORMATS.values())


def gather(paths: Iterable[Path]) -> list[Path]:
    """The files that `paths` name, in their order; of a folder its readable files at any depth, sorted by name.

    In folders hidden files and files of unknown suffix are passed over, and a folder is entered once, whatever links
    lead to it. Raises SourceError for a path that is not there and for a folder without a readable file.
    """
    files: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found = sorted(_readable(path, set()), key=lambda file: file.relative_to(path).parts)
            if not found:
                raise SourceError(f"{path}: no readable file in this folder; what is read: {kinds()}")
            files.update(dict.fromkeys(found))
        elif path.is_file():
            files[path] = None
        else:
            raise SourceError(f"{path}: no such file or folder")
    return list(files)


def _readable(folder: Path, entered: set[Path]) -> Iterator[Path]:
    """The files below a folder that have a suffix of a known kind."""
    real = folder.resolve()
    if real in entered:
        return
    entered.add(real)
    suffixes = frozenset().union(*(kind.suffixes for kind in FORMATS.values()))
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise SourceError(f"{folder}: cannot be opened ({error.strerror})") from error
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if path.is_dir():  # not of the entry: that fails on a link to itself
            yield from _readable(path, entered)
        elif path.suffix.lower() in suffixes and path.is_file():
            yield path
