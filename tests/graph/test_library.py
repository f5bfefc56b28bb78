"""The data directory: order does not matter, what leaves leaves nothing, and no crash loses what was acknowledged."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.export import export
from graph.library import Library
from graph.reader import Reader
from ontology.errors import Ambiguous, NotFound, SourceError, StoreError
from ontology.model import Extraction, Span
from tests.graph.pages import ALL, PLAN, page

ROOT = Path(__file__).resolve().parents[2]
PAGES = ALL


def exported(library: Library) -> bytes:
    out = io.BytesIO()
    export(library.store.store, library.catalogue, "nquads", out)
    return out.getvalue()


@pytest.fixture(scope="module")
def scratch(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[frozenset[int], bytes]:
    return {}


def from_scratch(empty: Path, tmp: Path, kept: frozenset[int], known: dict[frozenset[int], bytes]) -> bytes:
    if kept not in known:
        path = tmp / ("s" + "".join(map(str, sorted(kept))))
        shutil.copytree(empty, path)
        with Library(path) as library:
            library.keep_many([PAGES[number] for number in sorted(kept)])
            known[kept] = exported(library)
        shutil.rmtree(path)
    return known[kept]


STEPS = st.lists(
    st.tuples(st.sampled_from(["keep", "remove", "several"]), st.integers(0, len(PAGES) - 1)), min_size=1, max_size=9
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_graph_depends_on_the_set_of_sources_only(
    empty: Path,
    scratch: dict[frozenset[int], bytes],
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, int]],
) -> None:
    tmp = tmp_path_factory.mktemp("steps")
    path = Path(shutil.copytree(empty, tmp / "data"))
    kept: set[int] = set()
    with Library(path) as library:
        for step, number in steps:
            if step == "keep":
                library.keep(*PAGES[number])
                kept.add(number)
            elif step == "several":
                library.keep_many(PAGES[number:])
                kept |= set(range(number, len(PAGES)))
            elif number in kept:
                library.remove(PAGES[number][0].source.sha256)
                kept.discard(number)
        assert exported(library) == from_scratch(empty, tmp, frozenset(kept), scratch)
    shutil.rmtree(tmp)


def test_what_left_leaves_nothing(data: Path) -> None:
    with Library(data) as library:
        empty = exported(library)
        library.keep_many(PAGES)
        assert exported(library) != empty
        for kept, _, _ in PAGES:
            library.remove(kept.source.sha256)
        assert exported(library) == empty
        assert library.catalogue.db.execute("SELECT count(*) FROM nodes").fetchone() == (0,)


def test_the_register_alone_states_no_relation_and_no_document(data: Path) -> None:
    with Library(data) as library:
        assert b"ontology#Document>" not in exported(library).replace(b"eli", b"")
        library.publish()
    with Reader.open(data) as reader:
        assert reader.stats()["edges"] == 0
        assert reader.stats()["documents"] == 0


def test_a_bulk_build_is_the_same_graph(data: Path) -> None:
    with Library(data) as library:
        library.keep_many(PAGES)
        one_by_one = exported(library)
        library.rebuild()
        library.live.build_anew(dict(library.files.stamps()))
        assert exported(library) == one_by_one


def test_the_same_source_twice_changes_nothing(data: Path) -> None:
    with Library(data) as library:
        assert library.keep(*PAGES[0])
        assert not library.keep(*PAGES[0])
        assert library.keep_many([PAGES[0], PAGES[0], PAGES[1]]) == 1


def test_another_place_of_the_same_bytes_is_kept_whatever_comes_first(data: Path, empty: Path, tmp_path: Path) -> None:
    from msgspec.structs import replace

    kept, original, extraction = PAGES[0]
    other = replace(kept, source=replace(kept.source, locations=("https://example.org/a",), title="A"))
    results = []
    for name, order in (("x", (kept, other)), ("y", (other, kept))):
        with Library(Path(shutil.copytree(empty, tmp_path / name))) as library:
            for one in order:
                library.keep(one, original, extraction)
            results.append((exported(library), library.version()))
            assert library.find("https://example.org/a") == kept.source.sha256
    assert results[0] == results[1]


def test_sources_are_found_by_place_and_by_hash(data: Path) -> None:
    with Library(data) as library:
        library.keep_many(PAGES)
        sha256 = PAGES[0][0].source.sha256
        assert library.find("/tmp/chain.txt") == library.find(sha256) == library.find(sha256[:10]) == sha256
        with pytest.raises(NotFound, match="no source 'nothing' is kept"):
            library.find("nothing")


def test_two_sources_of_one_place_are_ambiguous(data: Path) -> None:
    from msgspec.structs import replace

    with Library(data) as library:
        for kept, original, extraction in PAGES[:2]:
            library.keep(replace(kept, source=replace(kept.source, locations=("/tmp/one",))), original, extraction)
        with pytest.raises(Ambiguous, match="2 sources answer"):
            library.find("/tmp/one")


def test_bytes_that_are_not_those_read_are_refused(data: Path) -> None:
    kept, _, extraction = PAGES[0]
    with Library(data) as library, pytest.raises(StoreError, match="not those of source"):
        library.keep(kept, b"other", extraction)


def test_an_extraction_that_names_what_is_not_there_is_refused(data: Path) -> None:
    from msgspec.structs import replace

    kept, original, extraction = PAGES[0]
    broken = replace(extraction, relations=(replace(extraction.relations[0], tail="d99"),))
    outside = replace(extraction, documents=(replace(PLAN, mentions=(Span(0, 10_000),)),), relations=())
    with Library(data) as library:
        for one in (broken, outside):
            with pytest.raises(SourceError, match="cannot be kept"):
                library.keep(kept, original, one)
        assert library.sources() == []


def test_a_second_writer_is_told_who_writes(data: Path) -> None:
    with Library(data), pytest.raises(StoreError, match=f"process {os.getpid()} is writing"):
        Library(data)


def test_nothing_is_made_where_only_reading_was_meant(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no data directory"):
        Library(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_a_damaged_store_is_told_and_rebuilt_from_the_records(data: Path) -> None:
    with Library(data) as library:
        library.keep_many(PAGES)
        whole = exported(library)
        store = library.store.path
    for part in store.iterdir():
        if part.suffix in {".sst", ".log"} or part.name.startswith("MANIFEST"):
            part.write_bytes(b"damaged")
    with pytest.raises(StoreError, match="phahe rebuild"):
        Library(data)
    Library.repair(data)
    with Library(data) as library:
        assert exported(library) == whole


def test_a_damaged_catalogue_is_told_and_rebuilt_from_the_records(data: Path) -> None:
    with Library(data) as library:
        library.keep_many(PAGES)
        whole = exported(library)
    (data / "live" / "catalogue.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(StoreError, match="phahe rebuild"):
        Library(data)
    Library.repair(data)
    with Library(data) as library:
        assert exported(library) == whole


def test_a_damaged_record_is_told_and_keeps_nothing_else_from_opening(data: Path) -> None:
    with Library(data) as library:
        library.keep_many(PAGES[:2])
    record = data / "records" / f"{PAGES[0][0].source.sha256}.json"
    record.write_bytes(record.read_bytes()[:100])
    with Library(data) as library:
        assert len(library.faults) == 1
        assert "load its source again" in library.faults[0]
        assert library.keep(*PAGES[0])
    with Library(data) as library:
        assert library.faults == []
        assert len(library.sources()) == 2


def test_a_new_extractor_replaces_what_the_old_one_read(data: Path, empty: Path, tmp_path: Path) -> None:
    from msgspec.structs import replace

    kept, original, extraction = PAGES[0]
    newer = replace(extraction, relations=extraction.relations[:1], extractor="test 2")
    with Library(data) as library:
        library.keep(kept, original, extraction)
        first = library.publish()
        library.keep(kept, original, newer)
        second = library.publish()
        again = exported(library)
    assert first != second
    with Library(Path(shutil.copytree(empty, tmp_path / "fresh"))) as library:
        library.keep(kept, original, newer)
        assert exported(library) == again
    with Reader.open(data, first) as reader:
        assert reader.stats()["edges"] == 3
        assert reader.kept(kept.source.sha256).text == kept.text


def test_an_older_copy_still_shows_the_evidence_of_a_source_that_left(data: Path) -> None:
    with Library(data) as library:
        library.keep_many(PAGES[:2])
        first = library.publish()
        sha256 = PAGES[0][0].source.sha256
        library.remove(sha256)
        library.publish()
    with Reader.open(data, first) as reader:
        assert reader.kept(sha256).text == PAGES[0][0].text
        assert reader.original(sha256) == PAGES[0][1]
    with Reader.open(data) as reader, pytest.raises(NotFound):
        reader.kept(sha256)


def test_what_no_copy_shows_any_more_leaves_the_attic(data: Path) -> None:
    sha256 = PAGES[0][0].source.sha256
    with Library(data) as library:
        library.keep(*PAGES[0])
        library.publish()
        library.remove(sha256)
        library.publish()
        assert library.files.original(sha256) == PAGES[0][1]
        for one in PAGES[1:]:
            library.keep(*one)
            library.publish()
        library.published.history = list  # no day is known whose last copy must stay
        library.keep(*page("one more", ()))
        library.publish()
        with pytest.raises(NotFound, match="is not kept"):
            library.files.original(sha256)
        assert list(library.files.attic.iterdir()) == []


def test_versions_say_what_they_were_made_of(data: Path, empty: Path, tmp_path: Path) -> None:
    with Library(data) as library:
        library.keep_many(PAGES[:3])
        one = library.publish()
        assert library.publish() == one
    with Library(Path(shutil.copytree(empty, tmp_path / "other"))) as library:
        library.keep_many(PAGES[2::-1])
        assert library.publish() == one


def test_old_copies_are_pruned_but_never_the_current_one(data: Path) -> None:
    with Library(data) as library:
        versions = []
        for one in PAGES:
            library.keep(*one)
            versions.append(library.publish())
        library.remove(PAGES[-1][0].source.sha256)
        again = library.publish()
        assert again.startswith(versions[-2])
        assert library.published.current() == again
        assert len(library.published.versions()) == 5
        assert again in library.published.versions()


WRITER = """
    import sys
    from pathlib import Path
    sys.path.insert(0, {root!r})
    from tests.graph.test_library import PAGES
    from graph.library import Library
    with Library(Path(sys.argv[1])) as library:
        print("open", flush=True)
        for turn in range(1000):
            for number, one in enumerate(PAGES):
                library.keep(*one)
                print("kept", number, flush=True)
            for number in (turn % len(PAGES), (turn + 3) % len(PAGES)):
                library.remove(PAGES[number][0].source.sha256)
                print("removed", number, flush=True)
                library.publish()
"""


def killed_after(data: Path, seconds: float) -> Iterator[tuple[str, int]]:
    """What a writer acknowledged before it was killed."""
    script = textwrap.dedent(WRITER).format(root=str(ROOT))
    with subprocess.Popen([sys.executable, "-c", script, str(data)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        lines = process.stdout.read().splitlines()
    for line in lines:
        word, _, number = line.partition(" ")
        if number:
            yield word, int(number)


def survives(
    data: Path, seconds: float, kept: set[int], empty: Path, tmp: Path, known: dict[frozenset[int], bytes]
) -> set[int]:
    """Kill a writer, open again, and compare with what it acknowledged; one step more may have been under way."""
    for word, number in killed_after(data, seconds):
        (kept.add if word == "kept" else kept.discard)(number)
    with Library(data) as library:
        held = {number for number, one in enumerate(PAGES) if library.catalogue.source(one[0].source.sha256)}
        assert len(held ^ kept) <= 1
        assert exported(library) == from_scratch(empty, tmp, frozenset(held), known)
        library.publish()
    with Reader.open(data) as reader:
        assert not [finding for finding in reader.check(evidence=True) if finding.check in {"original", "quote"}]
    return held


def run_of_kills(count: int, data: Path, empty: Path, tmp: Path) -> None:
    kept: set[int] = set()
    known: dict[frozenset[int], bytes] = {}
    for turn in range(count):
        kept = survives(data, 0.003 + (turn * 0.0371) % 0.4, kept, empty, tmp, known)


def test_a_writer_killed_at_any_moment_loses_nothing_it_acknowledged(data: Path, empty: Path, tmp_path: Path) -> None:
    run_of_kills(20, data, empty, tmp_path)


@pytest.mark.long
def test_a_writer_killed_two_hundred_times(data: Path, empty: Path, tmp_path: Path) -> None:
    run_of_kills(200, data, empty, tmp_path)


def test_an_empty_extraction_is_a_source_like_any_other(data: Path) -> None:
    kept, original, _ = page("empty", ())
    with Library(data) as library:
        library.keep(kept, original, Extraction("empty", extractor="test 1"))
        assert len(library.sources()) == 1


def test_a_machine_that_stopped_leaves_no_hole_in_the_store(data: Path, tmp_path: Path) -> None:
    """The store may come back as it was when it was last flushed, the catalogue as it was at the last change."""
    with Library(data) as library:
        library.keep_many(PAGES[:3])
        library.publish()
        store = library.store.path
    shutil.copytree(store, tmp_path / "flushed")
    with Library(data) as library:
        library.keep_many(PAGES[3:])
        library.remove(PAGES[0][0].source.sha256)
        library.remove(PAGES[4][0].source.sha256)
        log = library.live.chronicle.path.read_bytes()
        whole = exported(library), set(library.store.store)
    (data / "live" / "closed").unlink()
    shutil.rmtree(store)
    shutil.move(tmp_path / "flushed", store)
    with Library(data) as library:
        assert (exported(library), set(library.store.store)) == whole
        assert library.live.chronicle.path.read_bytes() == log
