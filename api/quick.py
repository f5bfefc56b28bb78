"""Processes for kinds of query known to be light: each is sent several at once, and answers one after the other.

So a process that has answered finds its next question there, and neither it nor the server has to be woken. Where a
query is not light after all, its process is ended, it goes to the long lane, and those behind it are asked anew.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from graph.crew import Gone, Hand, Passed, Reply

DEPTH: Final = 8
"""Questions that one process may have before it."""

GROWN: Final = 512 << 20
"""Bytes of memory after which a process is not asked again: what a large answer took is given back."""

MOST_TURNS: Final = 20
"""Times that this time is given to a query that did not get the processor."""

SHARE: Final = 0.4
"""Of the short lane's time, what a query known to be light may take before those behind it are asked elsewhere."""


class Quick:
    """`size` processes, made by `make` and taken away by `end`; `seconds` is the time of the short lane."""

    def __init__(
        self, size: int, seconds: float, make: Callable[[], Awaitable[Hand]], end: Callable[[Hand], None]
    ) -> None:
        self._size = size
        self._seconds = seconds * SHARE
        self._make = make
        self._end = end
        self._hands: list[Hand] = []
        self._watched: set[Hand] = set()
        self._overran: set[Hand] = set()
        self._making = asyncio.Lock()
        self._retired = False

    async def reply(self, frame: bytes) -> asyncio.Future[Reply] | None:
        """The reply, which is there; None where the query is to be put another way: all are busy, or it overran."""
        hand = await self._least_busy()
        if hand is None:
            return None
        reply = hand.ask(frame)
        self._watch(hand)
        try:
            await reply
        except Passed:
            return None
        except Gone:
            self._drop(hand)
            if hand in self._overran:
                self._overran.discard(hand)
                return None
        if not hand.pending and (self._retired or hand.peak > GROWN):
            self._drop(hand)
        return reply

    def retire(self) -> None:
        """End the processes that have nothing to answer; the others end when they have answered."""
        self._retired = True
        for hand in list(self._hands):
            if not hand.pending:
                self._drop(hand)

    async def _least_busy(self) -> Hand | None:
        if len(self._hands) < self._size and not self._making.locked():
            async with self._making:
                self._hands.append(await self._make())
        hand = min(self._hands, key=lambda one: one.pending, default=None)
        if hand is None or hand.pending >= DEPTH:
            return None
        if hand.ended:
            self._drop(hand)
            return None
        return hand

    def _watch(self, hand: Hand) -> None:
        if hand not in self._watched:
            self._watched.add(hand)
            self._later(hand, hand.answers, hand.cpu(), turns=0)

    def _later(self, hand: Hand, answers: int, before: float, *, turns: int) -> None:
        asyncio.get_running_loop().call_later(self._seconds, self._look, hand, answers, before, turns)

    def _look(self, hand: Hand, answers: int, before: float, turns: int) -> None:
        """End a process that has been at one question for its time, unless others had the processor meanwhile."""
        if hand.ended or not hand.pending:
            self._watched.discard(hand)
        elif hand.answers != answers:
            self._later(hand, hand.answers, hand.cpu(), turns=0)
        elif hand.cpu() - before > self._seconds / 2 or turns == MOST_TURNS:
            self._overran.add(hand)
            self._drop(hand)
        else:
            self._later(hand, answers, before, turns=turns + 1)

    def _drop(self, hand: Hand) -> None:
        self._watched.discard(hand)
        if hand in self._hands:
            self._hands.remove(hand)
            self._end(hand)
