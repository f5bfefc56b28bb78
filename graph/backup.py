"""Backup and restore of a data directory, while it is in use: the truth alone, as one tar file.

Records, originals, verdicts and declared searches are files that are only ever put in place whole, so no standstill is
needed: whatever set is caught, the graph of that set is made from it. What is derived is not copied.
"""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from graph.records import SHA256, write
from ontology.errors import StoreError, WrongUse

PARTS: Final = ("reviews", "searches")
NAME: Final = re.compile(
    r"layout\.json|records/[0-9a-f]{64}\.json|originals/[0-9a-f]{2}/[0-9a-f]{64}|log\.jsonl|"
    r"(?:reviews|searches)/[\w.-]*\w|published/history\.jsonl"
)


def backup(data: Path, out: BinaryIO) -> int:
    """Write a tar file of all that is kept in `data`, the same bytes for the same things; how many sources it holds."""
    if not (data / "layout.json").exists():
        raise WrongUse(f"there is no data directory at {data}")
    count = 0
    with tarfile.open(fileobj=out, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        for path in _things(data):
            try:
                content = path.read_bytes()
            except FileNotFoundError:
                # It was taken out while this ran: then it is not in the backup either.
                continue
            member = tarfile.TarInfo(path.relative_to(data).as_posix())
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
            count += member.name.startswith("records/")
    return count


def restore(source: BinaryIO, data: Path) -> int:
    """Put the contents of a backup into a new data directory; how many sources it holds. Open it to build the graph."""
    if data.exists() and any(data.iterdir()):
        raise WrongUse(f"{data} is not empty: restore into a new directory")
    count = 0
    layout: bytes | None = None
    try:
        with tarfile.open(fileobj=source, mode="r|*") as archive:
            for member in archive:
                if not member.isfile() or not NAME.fullmatch(member.name):
                    raise StoreError(f"this is no backup of phahe: it holds {member.name!r}")
                content = archive.extractfile(member)
                assert content
                if member.name == "layout.json":
                    layout = content.read()
                    continue
                write(data / member.name, content.read())
                count += member.name.startswith("records/")
    except tarfile.TarError as error:
        raise StoreError(f"the backup is damaged or is none: {error}") from error
    if layout is None:
        raise StoreError("the backup is cut short: its last entry is missing")
    # Last, so that a directory that was restored in part is never taken for a whole one.
    write(data / "layout.json", layout)
    return count


def _things(data: Path) -> Iterator[Path]:
    """What is copied, in order; a record after its original, the layout last, to show that nothing is missing."""
    for record in sorted((data / "records").glob("*.json")):
        sha256 = record.stem
        if SHA256.fullmatch(sha256):
            yield data / "originals" / sha256[:2] / sha256
            yield record
    for part in PARTS:
        yield from sorted(path for path in (data / part).glob("*") if path.is_file() and not path.name.startswith("."))
    yield data / "log.jsonl"
    yield data / "published" / "history.jsonl"
    yield data / "layout.json"
