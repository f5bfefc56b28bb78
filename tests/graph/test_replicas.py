"""Copies by the pages that changed: each is what the file was, for ever, however the file was written and left."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import replicas
from graph.indexing import grown, whole
from graph.library import Library
from graph.lineage import FILES
from graph.replicas import Original, locked_alone, shared
from tests.graph.pages import ALL

ROWS = 400


def written(path: Path) -> Original:
    """A file of some hundred pages, opened for writing."""
    original = Original(path, sqlite3.connect(path, isolation_level=None))
    original.db.execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, text TEXT)")
    if not original.db.execute("SELECT count(*) FROM t").fetchone()[0]:
        original.db.executemany("INSERT INTO t VALUES (?, ?)", [(row, f"{row} " * 300) for row in range(ROWS)])
    return original


def content(db: sqlite3.Connection) -> list[tuple[int, str]]:
    return db.execute("SELECT id, text FROM t ORDER BY id").fetchall()


def read(path: Path) -> list[tuple[int, str]]:
    db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return content(db)
    finally:
        db.close()


STEPS = st.lists(st.sampled_from(["write", "delete", "copy", "close", "leave", "rewrite", "reserve"]), max_size=24)


class Writer:
    """Does one thing after the other with a file and its copies, and remembers what each copy must hold."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.dice = random.Random(seed)
        self.original = written(folder / "file")
        self.copies: list[tuple[Path, list[tuple[int, str]]]] = []
        self.turn = 0

    def write(self) -> None:
        rows = [(self.dice.randrange(2 * ROWS), f"{self.turn} {self.dice.random()} " * 90) for _ in range(5)]
        self.original.db.executemany("INSERT OR REPLACE INTO t VALUES (?, ?)", rows)

    def delete(self) -> None:
        self.original.db.execute("DELETE FROM t WHERE id % 97 = ?", (self.dice.randrange(97),))

    def copy(self) -> None:
        target = self.folder / f"v{self.turn}" / "file"
        target.parent.mkdir()
        self.original.copy(target)
        self.copies.append((target, content(self.original.db)))
        if len(self.copies) > 2:
            self.original.retire(self.copies.pop(0)[0])

    def close(self) -> None:
        self.original.settle()
        self.leave()

    def leave(self) -> None:
        """Close without a word, as where an error ends the process: the log is written into the file unnoted."""
        self.original.db.close()
        self.original = written(self.folder / "file")

    def rewrite(self) -> None:
        self.original.rewrite()
        self.original.db.execute("UPDATE t SET text = text || ?", (str(self.turn),))

    def reserve(self) -> None:
        self.original.reserve()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, seed=st.integers(0, 1 << 16))
def test_every_copy_is_and_stays_what_the_file_was(
    steps: list[str], seed: int, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replicas, "LARGE", 1)
    writer = Writer(tmp_path_factory.mktemp("replicas"), seed)
    for writer.turn, step in enumerate(["copy", *steps, "copy"]):
        getattr(writer, step)()
        for target, was in writer.copies:
            assert read(target) == was
    writer.original.db.close()


def test_a_change_of_a_page_copies_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replicas, "LARGE", 1)
    original = written(tmp_path / "file")
    original.copy(tmp_path / "one")
    original.reserve()
    original.db.execute("UPDATE t SET text = 'other' WHERE id = 7")
    copied: list[Path] = []
    whole_file = replicas.shutil.copyfile
    monkeypatch.setattr(
        replicas.shutil, "copyfile", lambda source, target: copied.append(target) or whole_file(source, target)
    )
    pages: list[int] = []
    write_page = os.pwrite
    monkeypatch.setattr(replicas.os, "pwrite", lambda *given: pages.append(given[2]) or write_page(*given))
    original.copy(tmp_path / "two")
    assert copied == []
    assert 1 <= len(pages) <= 8
    assert read(tmp_path / "two") == content(original.db)
    assert read(tmp_path / "one") != read(tmp_path / "two")
    original.db.close()


def test_a_copy_that_somebody_reads_is_not_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replicas, "LARGE", 1)
    original = written(tmp_path / "file")
    original.copy(tmp_path / "one")
    handle = shared(tmp_path / "one")
    assert handle is not None
    reader = sqlite3.connect(f"file:{tmp_path / 'one'}?mode=ro&immutable=1", uri=True)
    was = content(reader)
    original.retire(tmp_path / "one")
    original.db.execute("UPDATE t SET text = 'other' WHERE id % 50 = 0")
    original.copy(tmp_path / "two")
    assert content(reader) == was
    assert read(tmp_path / "two") == content(original.db) != was
    reader.close()
    os.close(handle)
    original.db.close()


def test_the_log_is_written_into_the_file_when_it_grows_long(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replicas, "LONG", 4096)
    with Library(data) as library:
        for one in ALL:
            library.keep(*one)
            assert not library.catalogue.original.long
        monkeypatch.setattr(replicas, "LONG", 1 << 30)
        library.publish()


def test_what_was_put_aside_is_no_copy_any_more(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    assert shared(tmp_path / "none") is None
    with (tmp_path / "file").open("rb") as alone:
        assert locked_alone(alone.fileno())
        assert shared(tmp_path / "file") is None


KILLED = """
    import os, signal, sqlite3, sys
    from pathlib import Path
    sys.path.insert(0, {root!r})
    from graph import replicas
    from tests.graph.test_replicas import written
    original = written(Path(sys.argv[1]))
    original.db.execute("UPDATE t SET text = 'other' WHERE id = 7")
    moment = sys.argv[2]
    def die(*given): os.kill(os.getpid(), signal.SIGKILL)
    class Dying:
        def execute(self, text):
            if moment == "before" and "wal_checkpoint" in text: die()
            return original_db.execute(text)
    original_db, original.db = original.db, Dying()
    if moment == "after": replicas._note = die
    if moment == "list": replicas.write = die
    original.copy(Path(sys.argv[1]).with_name("two"))
"""


@pytest.mark.parametrize("moment", ["list", "before", "after"])
def test_a_process_killed_while_it_settles_leaves_no_page_behind(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replicas, "LARGE", 1)
    path = tmp_path / "file"
    original = written(path)
    original.copy(tmp_path / "one")
    original.reserve()
    original.db.close()
    root = str(Path(__file__).resolve().parents[2])
    script = textwrap.dedent(KILLED).format(root=root)
    ended = subprocess.run([sys.executable, "-c", script, str(path), moment], check=False)
    assert ended.returncode == -signal.SIGKILL
    original = written(path)
    original.copy(tmp_path / "three")
    assert dict(content(original.db))[7] == "other"
    assert read(tmp_path / "three") == content(original.db)
    original.db.close()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.integers(0, 2 * len(ALL) - 1), min_size=1, max_size=8))
def test_an_index_that_grew_is_the_index_of_all_edges(
    steps: list[int], empty: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    import shutil

    data = Path(shutil.copytree(empty, tmp_path_factory.mktemp("index") / "data"))
    with Library(data) as library:
        library.keep_many(ALL[:2])
        published = library.publish()
        for number in steps:
            kept = ALL[number % len(ALL)]
            if number < len(ALL):
                library.keep(*kept)
            elif library.catalogue.source(kept[0].source.sha256):
                library.remove(kept[0].source.sha256)
            found = grown(library.catalogue, library.published.path(published))
            assert found is not None
            expected = whole(library.catalogue)
            for one, other in ((found.up, expected.up), (found.down, expected.down)):
                assert one.offsets.tolist() == other.offsets.tolist()
                assert one.targets.tolist() == other.targets.tolist()
                assert one.predicates.tolist() == other.predicates.tolist()
                assert [array.dtype for array in (one.offsets, one.targets, one.predicates)] == [
                    array.dtype for array in (other.offsets, other.targets, other.predicates)
                ]
            if number % 3 == 0:
                published = library.publish()
    assert len(FILES) == 6
