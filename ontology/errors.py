"""The failures a user can meet. Each says in one line what is wrong and what to do, and names its exit status."""

from __future__ import annotations


class PhaheError(Exception):
    """Base of every error phahe raises on purpose. `status` is the exit status of the command line."""

    status = 3


class WrongUse(PhaheError):
    """The command or request cannot be carried out as it was put."""

    status = 2


class NotFound(PhaheError):
    """Nothing in the data answers to what was asked for."""

    status = 1


class Moved(NotFound):
    """A name (`iri`) was given up for a better one; `to` are the names that it means now."""

    def __init__(self, message: str, to: tuple[str, ...] = (), iri: str = "") -> None:
        super().__init__(message)
        self.to = to
        self.iri = iri


class Gone(NotFound):
    """What was asked for was there, and was withdrawn."""


class Ambiguous(PhaheError):
    """Several documents answer to what was asked for; `candidates` names them (label, IRI)."""

    status = 1

    def __init__(self, message: str, candidates: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates


class Conflict(PhaheError):
    """Somebody else changed the same thing meanwhile: look again, then decide."""

    status = 1


class SourceError(PhaheError):
    """A source cannot be read: missing, empty, binary, damaged, or of an unknown kind."""


class StoreError(PhaheError):
    """The store cannot be opened, is locked by another process, or is damaged."""


class QueryError(PhaheError):
    """A query was refused or failed."""

    status = 2


class QueryTimeout(QueryError):
    """A query took longer, or more memory, than its lane allows."""

    status = 3
