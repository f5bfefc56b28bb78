"""Published copies: what readers open. A copy never changes; its id says what it was made of.

A copy holds the store (by hard links), the catalogue and the lineage index. It is made beside its place and renamed,
then `current` is switched to it, so that no reader ever sees half of one.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from graph.records import sync, write
from ontology.errors import NotFound

KEPT: Final = 5
BUILDER: Final = "1"


def version_of(readings: Iterable[tuple[str, str]], register: str, reviews: str) -> str:
    """The id of the build of these readings: equal inputs, equal id."""
    total = hashlib.sha256(f"builder {BUILDER} register {register} reviews {reviews}\n".encode())
    for sha256, digest in readings:
        total.update(f"{sha256} {digest}\n".encode())
    return total.hexdigest()[:16]


class Published:
    """The published copies of one data directory."""

    def __init__(self, root: Path) -> None:
        self.root = root / "published"

    def current(self) -> str:
        """The id of the newest copy; raises NotFound where nothing is published yet."""
        try:
            return (self.root / "current").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            raise NotFound("nothing is loaded yet: load a source first (`phahe load PATH`)") from None

    def path(self, version: str) -> Path:
        """The directory of a copy; raises NotFound for one that was never made or has been pruned."""
        path = self.root / version
        if not version.isalnum() or not path.is_dir():
            raise NotFound(
                f"there is no published version {version}; there are: {', '.join(self.versions()) or 'none'}"
            )
        return path

    def versions(self) -> list[str]:
        """The ids of all copies, oldest first."""
        if not self.root.is_dir():
            return []
        copies = [path for path in self.root.iterdir() if path.is_dir() and path.name.isalnum()]
        return [path.name for path in sorted(copies, key=lambda path: (path.stat().st_mtime_ns, path.name))]

    def draft(self, version: str) -> Path:
        """An empty place to make a copy in; what an interrupted publishing left there is cleared."""
        draft = self.root / f".{version}.draft"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        return draft

    def switch(self, draft: Path, version: str) -> None:
        """Put a finished draft in place and make it the current copy."""
        target = self.root / version
        if target.exists():
            shutil.rmtree(draft)
            target.touch()
        else:
            draft.rename(target)
        sync(self.root)
        write(self.root / "current", version.encode("ascii"))

    def prune(self, keep: int = KEPT) -> list[str]:
        """Remove all but the newest copies, and drafts that were left; the ids of those removed."""
        for draft in self.root.glob(".*.draft"):
            shutil.rmtree(draft, ignore_errors=True)
        current = self.current()
        old = [version for version in self.versions()[: -keep or None] if version != current]
        for version in old:
            shutil.rmtree(self.root / version, ignore_errors=True)
        return old
