"""The layout of a data directory: an older one is taken over whole, a newer one refused, a damaged note mended."""

from __future__ import annotations

import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph import layout, takeover
from graph.backup import backup, restore
from graph.catalogue import VERSION, version_of
from graph.library import Library
from graph.reader import Reader
from graph.review import Bench, Decision
from graph.values import Redirect, Tombstone
from ontology import identity
from ontology.errors import NotFound, StoreError
from tests.graph.older import made_older
from tests.graph.pages import ALL

PLAN = "211/KH-UBND"
DAYS = [datetime(2026, 3, day, 12, tzinfo=UTC) for day in (1, 2, 3)]


@pytest.fixture
def older(data: Path) -> Path:
    """Layout 1 with three days of history: pages, a verdict and more pages, a removal."""
    with Library(data, clock=lambda: DAYS[0]) as library:
        library.keep_many(ALL[:2])
        library.publish()
    with Library(data, clock=lambda: DAYS[1]) as library:
        claim = library.catalogue.db.execute("SELECT iri FROM claims ORDER BY iri").fetchone()[0]
        Bench(library).decide(Decision("confirm", "An", "", claim))
        library.keep_many(ALL)
        library.publish()
    with Library(data, clock=lambda: DAYS[2]) as library:
        library.remove(ALL[4][0].source.sha256)
        library.publish()
    made_older(data)
    return data


def seen(data: Path, day: str | None = None) -> tuple[bytes, object, object]:
    with Reader.known_on(data, day) as reader:
        out = io.BytesIO()
        reader.export("nquads", out, reviews=True)
        plan = reader.pick(PLAN).iri
        # The name of the copy is not what it says.
        chain = reader.chain(plan)
        return out.getvalue(), (chain.up, chain.down, chain.total), reader.dossier(plan).out


def test_an_older_directory_is_taken_over_with_its_history(older: Path, tmp_path: Path) -> None:
    before = {path.name: (path / "store").exists() for path in (older / "published").iterdir() if path.is_dir()}
    with Library(older, clock=lambda: DAYS[2]) as library:
        library.publish()
        entries = [(entry.act, len(entry.sources)) for entry in library.live.chronicle.entries()]
        assert entries == [("migrate", len(ALL) - 1)]
    assert layout.found(older) == layout.LAYOUT
    assert all((older / "published" / name).exists() for name in before)
    assert {version_of(path) for path in (older / "published").glob("*/catalogue.sqlite")} == {VERSION}

    fresh = tmp_path / "fresh"
    with Library(fresh, clock=lambda: DAYS[0]) as library:
        library.keep_many(ALL[:2])
        library.publish()
    first = seen(fresh)
    shutil.copytree(older / "reviews", fresh / "reviews")
    with Library(fresh, clock=lambda: DAYS[1]) as library:
        library.keep_many(ALL)
        library.publish()
    second = seen(fresh)
    with Library(fresh, clock=lambda: DAYS[2]) as library:
        library.remove(ALL[4][0].source.sha256)
        library.publish()
    assert seen(older) == seen(fresh)
    assert seen(older, "2026-03-02") == second
    assert seen(older, "2026-03-01") == first


def test_a_name_that_was_in_use_in_the_older_directory_is_led_on(older: Path) -> None:
    gone = ALL[0][0].source.sha256
    (older / "records" / f"{gone}.json").unlink()
    with Library(older) as library:
        assert isinstance(library.live.voids.moved(identity.source(gone)), Tombstone)
        assert not isinstance(library.live.voids.moved(identity.source(ALL[1][0].source.sha256)), Redirect)


def test_a_reader_says_what_to_do_with_an_older_copy(older: Path) -> None:
    with pytest.raises(StoreError, match=r"made by an older phahe: run `phahe rebuild`"):
        Reader.open(older)


def test_one_command_takes_it_over(older: Path) -> None:
    Library.repair(older)
    with Reader.known_on(older, "2026-03-02") as reader:
        assert reader.pick(PLAN).number == PLAN
    assert layout.found(older) == layout.LAYOUT


def test_a_backup_of_an_older_directory_can_be_restored(older: Path, tmp_path: Path) -> None:
    tar = io.BytesIO()
    backup(older, tar)
    tar.seek(0)
    restore(tar, tmp_path / "restored")
    with Library(tmp_path / "restored", create=False) as library:
        assert len(library.sources()) == len(ALL) - 1
    assert layout.found(tmp_path / "restored") == layout.LAYOUT


def test_a_takeover_that_was_cut_short_is_done_again(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill, count = takeover._fill, []

    def failing(*given: object) -> None:
        count.append(given)
        if len(count) == 2:
            raise OSError("no room")
        fill(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(takeover, "_fill", failing)
    with pytest.raises(OSError, match="no room"):
        Library(older)
    assert layout.found(older) == 1
    with Library(older) as library:
        library.publish()
    assert layout.found(older) == layout.LAYOUT
    assert seen(older, "2026-03-02")


@pytest.mark.parametrize("opening", [Library, Reader.open, Library.repair], ids=["write", "read", "rebuild"])
def test_a_newer_layout_is_refused_and_left_as_it_is(data: Path, opening: type[Library]) -> None:
    with Library(data) as library:
        library.keep(*ALL[0])
        library.publish()
    (data / "layout.json").write_text('{"layout": 99}\n')
    with pytest.raises(StoreError, match=r"has layout 99, which a newer phahe made; this one knows 2"):
        opening(data)
    assert (data / "live" / "catalogue.sqlite").exists()
    assert (data / "layout.json").read_text() == '{"layout": 99}\n'


@pytest.mark.parametrize("note", [b"", b"\x00\xff", b"{}", b"[1]", b'{"layout": "2"}', b'{"layout": 2, "x": 1}', None])
def test_a_damaged_note_is_told_and_mended_by_a_rebuild(data: Path, note: bytes | None) -> None:
    with Library(data) as library:
        library.keep_many(ALL[:3])
        library.publish()
    whole = seen(data)
    path = data / "layout.json"
    if note is None:
        path.unlink()
    else:
        path.write_bytes(note)
    for opening in (Library, Reader.open):
        with pytest.raises(StoreError, match=r"layout\.json is (damaged|missing): run `phahe rebuild`"):
            opening(data)
    Library.repair(data)
    assert layout.found(data) == layout.LAYOUT
    assert seen(data) == whole


def test_an_empty_place_has_no_layout(tmp_path: Path) -> None:
    assert layout.found(tmp_path / "none") is None
    with pytest.raises(NotFound):
        Library(tmp_path / "none", create=False)
