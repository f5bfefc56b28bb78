"""One writer at a time: the lock on a directory, and who holds it."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from ontology.errors import StoreError


def locked(path: Path) -> int:
    """The writer's lock on a data directory; raises StoreError naming the process that holds it."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        handle = os.open(path / "writer.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise StoreError(f"cannot write in {path}: {error.strerror}") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        holder = os.read(handle, 32).decode("ascii", "replace").strip()
        os.close(handle)
        raise StoreError(f"process {holder or 'unknown'} is writing in {path}: wait until it ends") from None
    os.ftruncate(handle, 0)
    os.write(handle, str(os.getpid()).encode())
    return handle
