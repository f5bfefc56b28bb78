"""Runs one function over many items, in processes of this machine: the crash of one costs that one alone."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from multiprocessing.context import ForkServerContext

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

AHEAD: Final = 2
"""Items handed out for each process: enough that none waits, few enough that memory stays bounded."""


class Crash(msgspec.Struct, frozen=True):
    """What became of an item whose process died under it (a fault in native code, no memory left), or met a fault."""

    reason: str = "the process at work on it died"


def run(
    function: Callable[[Item], Outcome],
    items: Sequence[Item],
    *,
    workers: int | None = None,
    preload: Sequence[str] = (),
) -> Iterator[tuple[int, Outcome | Crash]]:
    """Each item's place and outcome, as they come. `function` is a function of a module; items can be pickled.

    `workers` is the number of processes (the machine's cores), 0: none, all is done here; `preload` names modules
    imported once for all of them. Failures that are foreseen are outcomes of `function`; what it raises is a fault.
    """
    if workers == 0:
        yield from _here(function, items)
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    engine = _Engine(function, context, workers or os.cpu_count() or 1)
    waiting = enumerate(items)
    while True:
        suspects = yield from engine.until_crash(waiting)
        if not suspects:
            return
        for place, item in suspects:
            yield place, engine.alone(item)


class _Engine(Generic[Item, Outcome]):
    """One function, and the kind and number of processes it runs in."""

    def __init__(self, function: Callable[[Item], Outcome], context: ForkServerContext, workers: int) -> None:
        self.function = function
        self.context = context
        self.workers = workers

    def until_crash(
        self, waiting: Iterator[tuple[int, Item]]
    ) -> Generator[tuple[int, Outcome | Crash], None, list[tuple[int, Item]]]:
        """Run what waits; returns the items that were in hand when a process died (none: all is done)."""
        running: dict[Future[Outcome], tuple[int, Item]] = {}
        with ProcessPoolExecutor(self.workers, self.context) as pool:
            try:
                while True:
                    for one in islice(waiting, AHEAD * self.workers - len(running)):
                        running[self._submitted(pool, one[1])] = one
                    if not running:
                        return []
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        outcome = _outcome(future)
                        yield running.pop(future)[0], outcome
            except BrokenProcessPool:
                return sorted(running.values(), key=lambda one: one[0])

    def _submitted(self, pool: ProcessPoolExecutor, item: Item) -> Future[Outcome]:
        """A place in the pool for `item`; in a pool that has just died, a future that says so."""
        try:
            return pool.submit(self.function, item)
        except BrokenProcessPool as error:
            dead: Future[Outcome] = Future()
            dead.set_exception(error)
            return dead

    def alone(self, item: Item) -> Outcome | Crash:
        """The outcome of an item in a process of its own, which tells whether it is the one that crashes."""
        with ProcessPoolExecutor(1, self.context) as pool:
            try:
                return _outcome(pool.submit(self.function, item))
            except BrokenProcessPool:
                return Crash()


def _here(function: Callable[[Item], Outcome], items: Iterable[Item]) -> Iterator[tuple[int, Outcome | Crash]]:
    with ThreadPoolExecutor(1) as thread:
        for place, item in enumerate(items):
            yield place, _outcome(thread.submit(function, item))


def _outcome(future: Future[Outcome]) -> Outcome | Crash:
    """What a future gave; a fault of ours costs its item, not the others; a dead process is raised."""
    fault = future.exception()
    if isinstance(fault, BrokenProcessPool):
        raise fault
    if fault is not None:
        return Crash(f"a fault of phahe ({type(fault).__name__}: {fault}): please report it")
    return future.result()
