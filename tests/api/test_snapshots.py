"""A new copy is handed out when it is ready: nobody waits for it, nobody gets half of it."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from api import snapshots
from api.settings import Settings
from api.snapshots import Snapshots
from graph.library import Library
from graph.reader import Reader
from tests.graph.pages import ALL


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with Library(tmp_path / "data") as library:
        library.keep(*ALL[0])
        library.publish()
    return tmp_path / "data"


def published(data: Path, number: int) -> str:
    with Library(data) as library:
        library.keep(*ALL[number])
        return library.publish()


def test_readers_go_on_with_the_copy_before_until_the_new_one_is_ready(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = threading.Event()
    prepare = Reader.prepare
    monkeypatch.setattr(snapshots, "LARGE", 0)
    monkeypatch.setattr(Reader, "prepare", lambda reader: (ready.wait(30), prepare(reader))[1])
    opened = Snapshots(Settings(data=data))
    try:
        before = opened.reader().version
        after = published(data, 1)
        assert opened.reader().version == before
        assert opened.reader().version == before != after
        assert opened.reader(after).version == after, "who asks for it by name waits"
        ready.set()
        wait_for(opened, after)
        assert opened.age()[0] == after
    finally:
        ready.set()
        opened.close()


def test_a_small_copy_is_handed_out_at_once(data: Path) -> None:
    opened = Snapshots(Settings(data=data))
    try:
        opened.reader()
        assert opened.reader().version != published(data, 1) == opened.reader().version
    finally:
        opened.close()


def test_a_copy_that_cannot_be_opened_is_told_to_who_asks_next(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "LARGE", 0)
    opened = Snapshots(Settings(data=data))
    try:
        opened.reader()
        after = published(data, 1)
        (data / "published" / after / "catalogue.sqlite").write_bytes(b"damaged")
        deadline = time.monotonic() + 30
        with pytest.raises(Exception, match="damaged"):  # noqa: PT012 - how often it is asked before is not told
            while time.monotonic() < deadline:
                opened.reader()
    finally:
        opened.close()


def wait_for(opened: Snapshots, version: str) -> None:
    deadline = time.monotonic() + 30
    while opened.reader().version != version:
        assert time.monotonic() < deadline
        time.sleep(0.01)
