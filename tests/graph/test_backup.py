"""A backup holds the truth, can be taken while others write, and gives the same graph again."""

from __future__ import annotations

import io
import tarfile
import threading
from pathlib import Path

import pytest

from graph.backup import backup, restore
from graph.export import export
from graph.library import Library
from ontology.errors import StoreError, WrongUse
from tests.graph.pages import ALL


def taken(data: Path) -> bytes:
    out = io.BytesIO()
    backup(data, out)
    return out.getvalue()


def graph_of(data: Path) -> bytes:
    out = io.BytesIO()
    with Library(data, create=False) as library:
        export(library.store.store, library.catalogue, "nquads", out)
    return out.getvalue()


def test_what_is_restored_is_the_same_graph(data: Path, tmp_path: Path) -> None:
    with Library(data) as library:
        library.keep_many(ALL)
    archive = taken(data)
    assert taken(data) == archive
    assert restore(io.BytesIO(archive), tmp_path / "new") == len(ALL)
    assert graph_of(tmp_path / "new") == graph_of(data)
    for kept, original, _ in ALL:
        with Library(tmp_path / "new") as library:
            assert library.files.original(kept.source.sha256) == original


def test_a_backup_taken_while_a_library_is_written_to_is_whole(data: Path, tmp_path: Path) -> None:
    archives: list[bytes] = []
    done = threading.Event()

    def take() -> None:
        while not done.is_set():
            archives.append(taken(data))

    thread = threading.Thread(target=take)
    with Library(data) as library:
        thread.start()
        for turn in range(3):
            for one in ALL:
                library.keep(*one)
            library.remove(ALL[turn][0].source.sha256)
        done.set()
        thread.join()
    for number, archive in enumerate(archives[:: max(1, len(archives) // 4)]):
        path = tmp_path / str(number)
        count = restore(io.BytesIO(archive), path)
        with Library(path) as library:
            assert library.faults == []
            assert len(library.sources()) == count


def test_a_directory_that_holds_something_is_not_overwritten(data: Path) -> None:
    with pytest.raises(WrongUse, match="not empty"):
        restore(io.BytesIO(taken(data)), data)
    with pytest.raises(WrongUse, match="no data directory"):
        backup(data / "none", io.BytesIO())


@pytest.mark.parametrize("name", ["../escape", "/etc/passwd", "records/../../x", "live/store-1/x", "reviews/../x"])
def test_a_foreign_archive_is_refused(tmp_path: Path, name: str) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo(name), io.BytesIO(b""))
    out.seek(0)
    with pytest.raises(StoreError, match="no backup of phahe"):
        restore(out, tmp_path / "new")
    assert not (tmp_path / "escape").exists()


def test_a_damaged_or_cut_archive_is_told_and_no_library_is_made_of_it(data: Path, tmp_path: Path) -> None:
    with Library(data) as library:
        library.keep_many(ALL)
    with pytest.raises(StoreError, match="damaged or is none"):
        restore(io.BytesIO(b"nothing" * 1000), tmp_path / "one")
    with pytest.raises(StoreError, match=r"damaged|cut short"):
        restore(io.BytesIO(taken(data)[:4096]), tmp_path / "two")
    assert not (tmp_path / "two" / "layout.json").exists()
