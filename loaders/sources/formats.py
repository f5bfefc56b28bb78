"""What every reader of a kind of file gives back, and how a kind announces itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ontology.model import Value


class Content(Value, frozen=True, gc=False, omit_defaults=True):
    """What was read of a file: its text and what the file itself says about its making.

    `pages` holds the offset at which each page begins; `published` is an ISO date; `notes` are one-line remarks.
    """

    content: str
    media_type: str
    encoding: str = "utf-8"
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


class Format(NamedTuple):
    """A kind of file: how it is called, known by its first bytes (`sniff`) or its suffix, and read.

    `read` raises SourceError, in one line that says what to do, where the bytes are damaged.
    """

    name: str
    suffixes: frozenset[str]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes], Content]
