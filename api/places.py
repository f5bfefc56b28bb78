"""Places in a lane, given out in turn: to the kinds of query known to be light first."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Final, Protocol

from graph.answers import Busy

BUSY: Final = "all places for queries are taken: ask again in a moment"


class Gauge(Protocol):
    """What shows a number that goes up and down."""

    def set(self, value: float) -> None:
        """Show a number."""


class Places:
    """So many places. Used from one event loop."""

    def __init__(self, size: int, most_waiting: int, waiting: Gauge) -> None:
        self._free = size
        self._most = most_waiting
        self._gauge = waiting
        self._first: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

    async def take(self, seconds: float, *, first: bool = False) -> None:
        """Wait for a place; raises Busy where none is free in so many seconds, or too many wait already."""
        line = self._first if first else self._others
        if not line and self._free:
            self._free -= 1
            return
        if len(line) >= self._most:
            raise Busy(BUSY)
        loop = asyncio.get_running_loop()
        place: asyncio.Future[None] = loop.create_future()
        line.append(place)
        self._show()
        timer = loop.call_later(seconds, _give_up, place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and place.exception() is None:
                self.give()
            raise
        finally:
            timer.cancel()
            if place in line:
                line.remove(place)
            self._show()

    def take_now(self) -> bool:
        """Take a place if one is free and nobody waits for it."""
        if not self._free or self._first or self._others:
            return False
        self._free -= 1
        return True

    def give(self) -> None:
        """Give a place back, to whoever is next."""
        self._free += 1
        for line in (self._first, self._others):
            while line and self._free:
                place = line.popleft()
                if not place.done():
                    self._free -= 1
                    place.set_result(None)

    def _show(self) -> None:
        self._gauge.set(len(self._first) + len(self._others))


def _give_up(place: asyncio.Future[None]) -> None:
    if not place.done():
        place.set_exception(Busy(BUSY))
