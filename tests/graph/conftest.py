from __future__ import annotations

import shutil
import socket
import subprocess
import sysconfig
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from graph.library import Library
from graph.reader import Reader
from graph.review import Bench, Decision
from graph.verdicts import Verdict
from tests.graph.bench import CHAIN
from tests.graph.pages import ALL

TIME = datetime(2026, 3, 1, 4, 5, 6, tzinfo=UTC)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory that holds nothing but the register; copy it before writing."""
    path = tmp_path_factory.mktemp("empty") / "data"
    Library(path).close()
    return path


@pytest.fixture
def data(empty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(empty, tmp_path / "data"))


@pytest.fixture(scope="session")
def loaded(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with all the small pages, published; not to be written to."""
    path = Path(shutil.copytree(empty, tmp_path_factory.mktemp("loaded") / "data"))
    with Library(path) as library:
        library.keep_many(ALL)
        library.publish()
    return path


@pytest.fixture
def library(data: Path) -> Iterator[Library]:
    """A library that keeps one page, at a time that stands still."""
    with Library(data, clock=lambda: TIME) as found:
        found.keep(*CHAIN)
        yield found


@pytest.fixture
def decide(library: Library) -> Callable[..., Verdict]:
    """Gives a verdict of An's on a claim."""

    def made(act: str, name: str = "", **parts: object) -> Verdict:
        given = {"by": "An", "why": "đã đọc bản gốc"} | parts
        return Bench(library).decide(Decision(act, claim=name, **given))

    return made


@pytest.fixture(scope="session")
def reader(loaded: Path) -> Iterator[Reader]:
    with Reader.open(loaded) as found:
        yield found


def server() -> str | None:
    beside = Path(sysconfig.get_path("scripts")) / "oxigraph"
    return str(beside) if beside.exists() else shutil.which("oxigraph")


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    binary = server()
    if binary is None:
        pytest.skip("no oxigraph server is installed (pip install oxigraph)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [binary, "serve", "--location", str(tmp_path_factory.mktemp("server")), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        for _ in range(100):
            try:
                httpx.get(f"http://127.0.0.1:{port}/", timeout=1)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
        process.terminate()
