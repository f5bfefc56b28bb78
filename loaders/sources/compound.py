"""Microsoft's compound files: a small file system in a file, in which old Word kept its parts.

After the published description [MS-CFB]: sectors chained by a table, a directory of entries, small streams packed into
one larger. Only the streams of the topmost folder are given; every chain is followed at most once round.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Sector numbers from here on mean the end of a chain, or no sector.
NONE: Final = 0xFFFFFFFA
ENTRY: Final = 128
HEADER_SLOTS: Final = 109


class _Entry(NamedTuple):
    """An entry of the directory: name, where its chain begins, its size, and its place in the tree of entries."""

    name: str
    sector: int
    size: int
    left: int
    right: int
    child: int


class Compound:
    """An opened compound file; raises ValueError where it is damaged."""

    def __init__(self, data: bytes) -> None:
        try:
            self._open(data)
        except (struct.error, IndexError) as error:
            raise ValueError("damaged compound file") from error

    def _open(self, data: bytes) -> None:
        """Read the tables that say where everything lies."""
        shift, small_shift = struct.unpack_from("<HH", data, 0x1E)
        if shift not in (9, 12) or small_shift != 6:
            raise ValueError("no compound file of a known version")
        self._size = 1 << shift
        self._sectors = [data[start : start + self._size] for start in range(self._size, len(data), self._size)]
        first, _, self._cutoff, small, _, more = struct.unpack_from("<6I", data, 0x30)
        slots = list(struct.unpack_from(f"<{HEADER_SLOTS}I", data, 0x4C)) + list(self._more_slots(more))
        named = dict.fromkeys(slot for slot in slots if slot < NONE)  # once each: no file can swell by repeating them
        table = b"".join(self._sectors[slot] for slot in named)
        self._table = _numbers(table)
        self._small_table = _numbers(b"".join(self._chain(small)))
        self._directory = b"".join(self._chain(first))
        root = self._entry(0)
        self._small = b"".join(self._chain(root.sector))
        self._found = {entry.name: entry for entry in self._below(root.child)}

    def _more_slots(self, sector: int) -> Iterator[int]:
        """The sectors of the table that the header has no room to name."""
        for _ in self._sectors:
            if sector >= NONE:
                return
            *slots, sector = _numbers(self._sectors[sector])
            yield from slots

    def _chain(self, sector: int) -> Iterator[bytes]:
        """The sectors of a chain; raises ValueError where it runs in a circle."""
        for _ in self._sectors:
            if sector >= NONE:
                return
            yield self._sectors[sector]
            sector = self._table[sector]
        if sector < NONE:
            raise ValueError("a chain of sectors runs in a circle")

    def _small_chain(self, sector: int) -> Iterator[bytes]:
        """The pieces of a stream that is packed among the small ones."""
        for _ in self._small_table:
            if sector >= NONE:
                return
            yield self._small[64 * sector : 64 * sector + 64]
            sector = self._small_table[sector]

    def _entry(self, number: int) -> _Entry:
        """An entry of the directory."""
        entry = self._directory[ENTRY * number : ENTRY * number + ENTRY]
        (length,) = struct.unpack_from("<H", entry, 64)
        name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")
        return _Entry(name, *struct.unpack_from("<II", entry, 116), *struct.unpack_from("<III", entry, 68))

    def _below(self, number: int) -> Iterator[_Entry]:
        """The entries of one folder: the tree of neighbours that hangs from its first."""
        seen: set[int] = set()
        waiting = [number]
        while waiting:
            number = waiting.pop()
            if number < NONE and number not in seen:
                seen.add(number)
                entry = self._entry(number)
                yield entry
                waiting += [entry.left, entry.right]

    def __contains__(self, name: str) -> bool:
        return name in self._found

    def stream(self, name: str) -> bytes:
        """A stream of the topmost folder; raises ValueError where it is damaged or not there."""
        if name not in self._found:
            raise ValueError(f"no stream {name}")
        entry = self._found[name]
        chain = self._small_chain(entry.sector) if entry.size < self._cutoff else self._chain(entry.sector)
        try:
            return b"".join(chain)[: entry.size]
        except IndexError as error:
            raise ValueError("damaged compound file") from error


def _numbers(data: bytes) -> tuple[int, ...]:
    """Bytes as numbers of four bytes each."""
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
