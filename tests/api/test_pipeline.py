"""From files to a graph: what is kept, what is known, what is left out; the order never matters."""

from pathlib import Path

from api import pipeline
from api.pipeline import Failure, Item
from graph.reader import Reader
from tests.api.conftest import EXAMPLES, LOADED

PATHS = [str(EXAMPLES / name) for name in LOADED]


def exported(folder):
    import io

    out = io.BytesIO()
    with Reader.open(folder) as reader:
        reader.export("nquads", out)
    return out.getvalue()


def test_each_source_is_new_once(tmp_path):
    folder = tmp_path / "data"
    first = pipeline.load(PATHS, folder)
    assert [one.state for one in first.loaded] == ["new"] * 4
    assert [one.name for one in first.loaded] == PATHS
    again = pipeline.load(PATHS, folder)
    assert [one.state for one in again.loaded] == ["known"] * 4
    assert again.version == first.version


def test_the_order_of_loading_does_not_matter(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    forth = pipeline.load(PATHS, one)
    for path in reversed(PATHS):
        back = pipeline.load([path], other)
    assert forth.version == back.version
    assert exported(one) == exported(other)


def test_a_source_taken_out_leaves_nothing(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    pipeline.load(PATHS, one)
    removed = pipeline.remove(PATHS[0], one)
    assert removed.name == PATHS[0]
    kept = pipeline.load(PATHS[1:], other)
    assert removed.version == kept.version
    assert exported(one) == exported(other)


def test_a_rebuild_changes_nothing(tmp_path):
    report = pipeline.load(PATHS, tmp_path / "data")
    before = exported(tmp_path / "data")
    assert pipeline.rebuild(tmp_path / "data") == pipeline.Rebuilt(str(report.version))
    assert exported(tmp_path / "data") == before


def test_a_rehearsal_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    report = pipeline.rehearse(PATHS)
    assert [one.state for one in report.loaded] == ["read"] * 4
    assert report.version is None
    assert list(tmp_path.iterdir()) == []


def test_nothing_found_makes_no_directory(tmp_path):
    report = pipeline.load([str(tmp_path / "absent.txt")], tmp_path / "data")
    assert [one.name for one in report.failed] == [str(tmp_path / "absent.txt")]
    assert not (tmp_path / "data").exists()


def test_a_folder_is_its_readable_files_by_name(tmp_path):
    for name in ("b.txt", "a.html", "c.jpg"):
        (tmp_path / name).write_text("Kết luận số 49-KL/TW ngày 10/5/2019")
    found = pipeline.items([str(tmp_path), str(tmp_path / "b.txt"), "https://example.org/x"])
    assert [one.name for one in found] == [str(tmp_path / "a.html"), str(tmp_path / "b.txt"), "https://example.org/x"]
    assert [isinstance(one, Item) and one.path is None for one in found] == [False, False, True]


def test_a_relative_path_is_kept_as_it_was_given(tmp_path, monkeypatch):
    (tmp_path / "page.txt").write_text("Kết luận số 49-KL/TW ngày 10/5/2019")
    monkeypatch.chdir(tmp_path)
    pipeline.load(["page.txt"], tmp_path / "data")
    with Reader.open(tmp_path / "data") as reader:
        assert reader.sources()[0].locations == ("page.txt",)
    assert pipeline.remove("page.txt", tmp_path / "data").name == "page.txt"


def test_many_are_read_in_processes_and_one_bad_one_costs_itself(tmp_path):
    for place in range(12):
        (tmp_path / f"{place:02}.txt").write_text(f"Kết luận số {place + 40}-KL/TW ngày 10/5/2019 của Ban Bí thư")
    (tmp_path / "05.txt").write_bytes(b"")
    seen = []
    report = pipeline.load([str(tmp_path)], tmp_path / "data", progress=lambda *told: seen.append(told))
    assert len(report.loaded) == 11
    assert [Path(one.name).name for one in report.failed] == ["05.txt"]
    assert sorted(done for done, _, _ in seen) == list(range(1, 13))
    assert {of for _, of, _ in seen} == {12}


def test_what_the_system_refuses_to_read_is_a_failure(tmp_path):
    failure = pipeline.prepare(Item("folder", str(tmp_path)))
    assert isinstance(failure, Failure)
    assert "cannot be read" in failure.reason


def test_an_address_that_answers_nothing_is_a_failure():
    failure = pipeline.prepare(Item("http://127.0.0.1:9/x"))
    assert isinstance(failure, Failure)
    assert "own machine" in failure.reason
