from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.library import Library
from graph.reader import Reader
from tests.graph.pages import ALL


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


@pytest.fixture(scope="session")
def reader(loaded: Path) -> Iterator[Reader]:
    with Reader.open(loaded) as found:
        yield found
