"""Two lanes for strangers' queries, so that heavy ones cannot starve light ones: limits by cost, not by address.

A query starts in the short lane. What is not done there in a moment moves with its process to the long lane, where it
runs on what processor time nobody else wants, and another process takes its place; where the long lane is full, the
client is told when to come back. What shape of query was heavy before goes to the long lane at once, and half of the
short lane's processes are kept for shapes known to be light: a flood of new and heavy queries cannot take them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from api.costs import Costs, shape
from api.places import Places
from api.quick import GROWN, MOST_TURNS, Quick
from api.settings import Settings
from api.tally import Tally
from graph.answers import LINEAGE_AND_REGISTER, Answer, Limits, answered, lost, request
from graph.crew import Gone, Hand, Reply
from ontology.errors import QueryTimeout, StoreError

SHORT_WAIT: Final = 5.0
"""Seconds a query waits for its turn in the short lane: there, no turn takes long."""

LONG_WAIT: Final = 1.0
"""Seconds it waits in the long lane before the client is told that the server is busy."""

MOST_WAITING: Final = 256
"""Queries that may wait for one lane."""

BEHIND: Final = 5
"""The priority of processes that are asked what nobody knows the cost of: behind the server and the light ones."""

Leaving = Callable[[], Awaitable[object]]


class Left(Exception):
    """The client has gone: nobody waits for the answer."""


class Lanes:
    """The processes that answer strangers' queries on one published copy. Used from one event loop."""

    def __init__(  # noqa: PLR0913 - the parts of a service
        self,
        path: Path,
        version: str,
        settings: Settings,
        *,
        tally: Tally | None = None,
        costs: Costs | None = None,
        defaults: Sequence[str] | None = LINEAGE_AND_REGISTER,
    ) -> None:
        self.version = version
        self._path = path
        self._defaults = defaults
        self._limits = Limits(
            seconds=settings.short_lane,
            memory_bytes=settings.query_memory,
            result_bytes=settings.answer_size,
            rows=settings.answer_rows,
        )
        self._seconds = {False: settings.long_lane, True: settings.keyed_lane}
        self._tally = tally or Tally()
        self._costs = costs or Costs()
        quick = settings.workers // 2
        self._quick = Quick(quick, settings.short_lane, self._made, self._end)
        self._short = Places(settings.workers - quick, MOST_WAITING, self._tally.waiting.labels("short"))
        self._long = Places(settings.workers, MOST_WAITING, self._tally.waiting.labels("long"))
        self._idle: list[Hand] = []
        self._hands: set[Hand] = set()
        self._starting: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._retired = False

    async def ask(  # noqa: PLR0913 - the parts of a request
        self,
        text: str,
        *,
        solutions: str | None,
        graph: str | None,
        default: Sequence[str] | None = None,
        named: Sequence[str] | None = None,
        base: str | None = None,
        keyed: bool = False,
        leaving: Leaving | None = None,
    ) -> Answer:
        """The answer, graphs and solutions each in its media type; raises QueryError, QueryTimeout, Busy, Left."""
        self._loop = asyncio.get_running_loop()
        frame = request(
            text,
            solutions=solutions,
            graph=graph,
            limits=self._limits,
            default_graphs=default,
            named_graphs=named,
            base=base,
            defaults=self._defaults,
        )
        kind = shape(text)
        if self._costs.light(kind) and (reply := await self._quick.reply(frame)):
            return self._answer(reply, kind, self._limits)
        if not self._costs.heavy(kind):
            answer = await self._shortly(frame, kind, keyed=keyed, leaving=leaving)
            if answer is not None:
                return answer
        await self._long.take(LONG_WAIT)
        hand = None
        try:
            hand = await self._hand()
            hand.lower()
            return await self._at_length(hand.ask(frame), kind, keyed=keyed, leaving=leaving)
        finally:
            self._end(hand)
            self._long.give()

    async def _shortly(self, frame: bytes, kind: int, *, keyed: bool, leaving: Leaving | None) -> Answer | None:
        """The answer from the short lane; None where the query is to begin again in the long lane."""
        await self._short.take(SHORT_WAIT, first=self._costs.light(kind))
        hand, held = None, True
        try:
            hand = await self._hand()
            before, reply = hand.cpu(), hand.ask(frame)
            if await self._in_time(hand, reply, before):
                resting, hand = hand, None
                self._rest(resting)
                return self._answer(reply, kind, self._limits)
            self._costs.overran(kind)
            if not self._long.take_now():
                self._tally.kills.labels("short lane").inc()
                return None
            held = False
            self._short.give()
            hand.lower()
            try:
                return await self._at_length(reply, kind, keyed=keyed, leaving=leaving)
            finally:
                self._long.give()
        finally:
            self._end(hand)
            if held:
                self._short.give()

    async def _in_time(self, hand: Hand, reply: asyncio.Future[Reply], before: float) -> bool:
        """Whether the reply comes in the time of the short lane; longer where others had the processor meanwhile."""
        for _ in range(MOST_TURNS):
            if await settled(reply, self._limits.seconds):
                return True
            if hand.cpu() - before > self._limits.seconds / 2:
                break
        return False

    async def _at_length(
        self, reply: asyncio.Future[Reply], kind: int, *, keyed: bool, leaving: Leaving | None
    ) -> Answer:
        """The answer of a process in the long lane, which is ended afterwards, with all the memory it took."""
        limits = replace(self._limits, seconds=self._seconds[keyed])
        if not await settled(reply, limits.seconds, leaving):
            self._tally.kills.labels("time").inc()
            raise lost(None, limits)
        if not reply.done():
            self._tally.kills.labels("client left").inc()
            raise Left
        return self._answer(reply, kind, limits)

    def _answer(self, reply: asyncio.Future[Reply], kind: int, limits: Limits) -> Answer:
        try:
            answer = answered(*reply.result())
        except Gone as gone:
            problem = lost(gone.code, limits)
            self._tally.kills.labels("memory" if isinstance(problem, QueryTimeout) else "crash").inc()
            raise problem from None
        self._costs.learn(kind, answer.cpu)
        return replace(answer, version=self.version)

    async def _hand(self) -> Hand:
        """A process that waits to be asked."""
        while self._idle:
            hand = self._idle.pop()
            if not hand.ended:
                return hand
            self._hands.discard(hand)
        hand = await self._made()
        hand.lower(BEHIND)
        return hand

    async def _made(self) -> Hand:
        hand = await Hand.start(self._path, self._limits.memory_bytes)
        self._hands.add(hand)
        return hand

    def _rest(self, hand: Hand) -> None:
        """Let a process wait for the next question, or end it where it has grown."""
        if hand.ended or hand.peak > GROWN or self._retired:
            self._end(hand)
        else:
            self._idle.append(hand)

    def _end(self, hand: Hand | None) -> None:
        """End a process that is not to be asked again, and start another in its stead."""
        if hand is None:
            return
        hand.end()
        self._hands.discard(hand)
        if not self._retired and not self._idle and self._starting is None:
            self._starting = asyncio.get_running_loop().create_task(self._start())

    async def _start(self) -> None:
        try:
            hand = await self._made()
        except StoreError:
            return
        finally:
            self._starting = None
        hand.lower(BEHIND)
        self._rest(hand)

    def retire(self) -> None:
        """Answer what is being asked, then end: a newer copy is there. May be called from any thread."""
        self._retired = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end_idle)

    def _end_idle(self) -> None:
        idle, self._idle = self._idle, []
        for hand in idle:
            self._end(hand)
        self._quick.retire()

    def close(self) -> None:
        """End all processes, and what they are at."""
        self._retired = True
        if self._starting is not None:
            self._starting.cancel()
        for hand in self._hands:
            hand.end()
        self._hands, self._idle = set(), []


async def settled(future: asyncio.Future[Reply], seconds: float, leaving: Leaving | None = None) -> bool:
    """Wait until `future` is done, or the client leaves; False where neither comes in so many seconds."""
    loop = asyncio.get_running_loop()
    waiter: asyncio.Future[bool] = loop.create_future()

    def wake(value: bool) -> None:  # noqa: FBT001 - the outcome
        if not waiter.done():
            waiter.set_result(value)

    timer = loop.call_later(seconds, wake, False)  # noqa: FBT003 - the outcome
    future.add_done_callback(lambda _: wake(True))  # noqa: FBT003 - the outcome
    gone = asyncio.ensure_future(leaving()) if leaving else None
    if gone is not None:
        gone.add_done_callback(lambda _: wake(True))  # noqa: FBT003 - the outcome
    try:
        return await waiter
    finally:
        timer.cancel()
        if gone is not None:
            gone.cancel()
