"""The record of a source as the graph is made from it: what lies on disk, with what reviewers say of it put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.attachment import Reviewed, reviewed
from graph.ledger import Ledger
from graph.quads import Record
from graph.records import Records, reading_digest
from ontology.errors import StoreError
from ontology.model import encode


class Readings:
    """The records of a data directory, seen through its log of verdicts."""

    def __init__(self, files: Records, ledger: Ledger) -> None:
        self.files = files
        self.ledger = ledger
        self._fresh: dict[str, tuple[Record, str]] = {}

    def hold(self, records: Mapping[str, Record]) -> None:
        """Remember records that were just written, so that they need not be read again; an empty mapping forgets."""
        self._fresh = {sha256: (record, reading_digest(encode(record))) for sha256, record in records.items()}

    def record(self, sha256: str) -> tuple[Record, str]:
        """The record itself and the digest that tells one reading of a source from another."""
        if sha256 in self._fresh:
            return self._fresh[sha256]
        record = self.files.get(sha256)
        return record, reading_digest(encode(record))

    def reading(self, sha256: str) -> tuple[Record, str]:
        """The record as reviewers have it, and the digest of the record itself."""
        record, digest = self.record(sha256)
        return reviewed(record, self.ledger.of(sha256)).record, digest

    def reviewed(self, sha256: str) -> Reviewed:
        """The record with what reviewers say of it, claim by claim."""
        return reviewed(self.record(sha256)[0], self.ledger.of(sha256))

    def verdicts(self, sha256: str) -> dict[str, str]:
        """`confirmed` or `rejected` by the IRI of an assertion of a source."""
        return self.reviewed(sha256).verdicts() if self.ledger.of(sha256) else {}

    def stamp(self, sha256: str) -> str:
        """What changes whenever the record of a source, or what is said of it, does."""
        return self.ledger.stamped(sha256, self.files.stamp(sha256))

    def stamps(self) -> dict[str, str]:
        """The stamp of each kept source."""
        return {sha256: self.ledger.stamped(sha256, stamp) for sha256, stamp in self.files.stamps()}

    def readable(self, hashes: Iterable[str], faults: list[str]) -> list[str]:
        """Those sources whose record can be read, in order; of the others `faults` is told."""
        found = []
        for sha256 in sorted(hashes):
            try:
                self.files.get(sha256)
                found.append(sha256)
            except StoreError as error:
                faults.append(str(error))
        return found
