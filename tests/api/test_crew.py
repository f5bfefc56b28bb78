"""Processes of an event loop: whoever stops waiting for one to start leaves nothing behind."""

import asyncio
import contextlib
import gc
import subprocess
from pathlib import Path

import pytest

from graph import crew
from graph.answers import Limits
from graph.crew import Hand, reaped
from graph.publication import Published
from ontology.errors import StoreError

MEMORY = Limits().memory_bytes


@pytest.fixture(scope="module")
def store(data):
    published = Published(data)
    return published.path(published.current()) / "store"


@pytest.fixture
def begun(monkeypatch):
    """The processes that were started."""
    started = []
    begin = subprocess.Popen

    def kept(*args, **kwargs):
        started.append(begin(*args, **kwargs))
        return started[-1]

    monkeypatch.setattr(crew.subprocess, "Popen", kept)
    return started


def sockets():
    gc.collect()
    count = 0
    for end in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # the folder itself, while it was listed
            count += str(end.readlink()).startswith("socket:")
    return count


@pytest.mark.parametrize("seconds", [0, 0.001, 0.003, 0.01, 0.05])
def test_a_start_that_is_called_off_leaves_nothing(store, begun, seconds):
    """A full shutdown of the loop follows, as when a server ends while a process starts."""

    async def scenario():
        start = asyncio.create_task(Hand.start(store, MEMORY))
        await asyncio.sleep(seconds)
        if not start.cancel():  # a quick machine: it is there already
            start.result().end()
        await asyncio.wait((start,))
        assert {process.returncode for process in begun} <= {-9} or not start.cancelled()
        await reaped()

    before = sockets()
    asyncio.run(scenario())
    assert {process.returncode for process in begun} <= {-9}
    assert sockets() == before


def test_a_start_that_is_called_off_twice_leaves_nothing(store, begun):
    async def scenario():
        start = asyncio.create_task(Hand.start(store, MEMORY))
        for _ in range(3):
            await asyncio.sleep(0)
            start.cancel()
        with pytest.raises(asyncio.CancelledError):
            await start
        await reaped()

    before = sockets()
    asyncio.run(scenario())
    assert [process.returncode for process in begun] == [-9]
    assert sockets() == before


@pytest.mark.parametrize("seconds", [0, 0.001, 0.003, 0.01, 0.05])
def test_a_loop_that_ends_during_a_start_leaves_nothing(store, begun, seconds):
    """Nobody waits for the start: what the loop itself does at its end must be enough."""

    async def scenario():
        start = asyncio.create_task(Hand.start(store, MEMORY))
        await asyncio.sleep(seconds)
        if start.done():  # a quick machine: it is there already
            start.result().end()
            await reaped()

    before = sockets()
    asyncio.run(scenario())
    assert [process.returncode for process in begun] == [-9]
    assert sockets() == before


def test_a_process_that_cannot_be_started_is_told(store, monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(crew.subprocess, "Popen", full)
    before = sockets()
    with pytest.raises(StoreError, match="no process can be started"):
        asyncio.run(Hand.start(store, MEMORY))
    assert sockets() == before
