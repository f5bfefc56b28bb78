"""Which reader reads what, what is refused and in which words, and which files a folder gives."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from loaders.sources import registry
from loaders.sources.formats import Content, Format
from loaders.sources.registry import gather, kinds, read
from ontology.errors import SourceError

PAGE = b"<!DOCTYPE html><html><body><p>" + "Kế hoạch số 7/KH-UBND về việc học. ".encode() * 12 + b"</p></body></html>"


def archive(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)
    return buffer.getvalue()


def test_a_source_knows_its_bytes_and_where_they_were_met():
    data = "Kế hoạch".encode()
    got = read(data, name="a.txt", location="docs/a.txt")
    assert got.source.sha256 == hashlib.sha256(data).hexdigest()
    assert got.source.locations == ("docs/a.txt",)
    assert got.source.media_type == "text/plain"
    assert got.source.pages is None
    assert got.text.content == "Kế hoạch"
    assert read(data, name="a.txt").source.locations == ("a.txt",)


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("page", PAGE, "text/html"),
        ("page.txt", PAGE, "text/html"),
        ("page.html", "chỉ là chữ, không có thẻ nào".encode(), "text/html"),
        ("page.php", b"\xef\xbb\xbf" + PAGE, "text/html"),
        ("note", "Kế hoạch".encode(), "text/plain"),
        ("note.txt", "Trang này mở đầu bằng <html> và <body>.".encode(), "text/plain"),
        ("page", b"<?xml version='1.0'?>\n<!-- x -->\n" + PAGE, "text/html"),
        ("note.log", "Kế hoạch".encode(), "text/plain"),
        ("page.htm", PAGE.decode().encode("utf-16"), "text/html"),
    ],
)
def test_the_bytes_say_the_kind_before_the_suffix(name, data, media_type):
    assert read(data, name=name).source.media_type == media_type


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "no text"),
        ("a.txt", bytes(200), "binary file"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(range(64)), "binary file"),
        ("a.json", b"{}", r"kind \(\.json\) are not read; what is read: .*PDF.*\.docx.*\.html.*\.txt"),
        ("a.csv", b"a,b", r"kind \(\.csv\)"),
        ("a.zip", archive(x=b"y"), r"kind \(\.zip\)"),
        ("a", archive(x=b"y"), r"kind \(archive\)"),
        ("a.docx", archive(x=b"y"), "holds no Word document"),
        ("a.docx", b"PK\x03\x04 broken", "damaged"),
        ("a.pdf", b"%PDF-1.7 broken", "damaged"),
        ("a.pdf", b"no pdf at all", "damaged"),
        ("a.html", b"<html><body><script>1</script></body></html>", "no text"),
        ("a.html", b"<html>", "no text|empty"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(name, data, words):
    with pytest.raises(SourceError, match=words) as caught:
        read(data, name=name)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


def test_a_source_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(registry, "MAX_BYTES", 10)
    with pytest.raises(SourceError, match="larger"):
        read(b"eleven bytes", name="a.txt")


def test_a_new_kind_comes_first_and_replaces_its_name(monkeypatch):
    monkeypatch.setattr(registry, "FORMATS", dict(registry.FORMATS))
    for words in ("one", "two"):
        kind = Format(
            "new", frozenset({".new"}), lambda head: head == b"NEW", lambda _, words=words: Content(words, "x/new")
        )
        registry.register(kind)
    assert read(b"NEW", name="a.txt").text.content == "two"
    assert read(b"other", name="a.new").source.media_type == "x/new"
    assert list(registry.FORMATS).count("new") == 1
    assert kinds().startswith("new (.new)")


def test_the_same_bytes_give_the_same_text():
    assert read(PAGE, name="a.html") == read(PAGE, name="a.html")


@pytest.fixture
def folder(tmp_path):
    for name in (
        "b.txt",
        "a.html",
        "sub/c.PDF",
        "sub/.hidden.txt",
        ".git/d.txt",
        "data.json",
        "picture.png",
        "sub/z/e.docx",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def names(paths, folder):
    return [str(path.relative_to(folder)) for path in paths]


def test_a_folder_gives_its_readable_files_by_name(folder):
    assert names(gather([folder]), folder) == ["a.html", "b.txt", "sub/c.PDF", "sub/z/e.docx"]


def test_files_keep_the_order_given_and_come_once(folder):
    got = gather([folder / "sub", folder / "data.json", folder, folder / "b.txt"])
    assert names(got, folder) == ["sub/c.PDF", "sub/z/e.docx", "data.json", "a.html", "b.txt"]


def test_links_that_lead_round_are_entered_once(folder):
    (folder / "sub" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "self").symlink_to(folder / "self")
    assert names(gather([folder]), folder)[:3] == ["a.html", "b.txt", "sub/c.PDF"]


@pytest.mark.parametrize("name", ["nowhere.txt", "nowhere/"])
def test_a_missing_path_is_said(tmp_path, name):
    with pytest.raises(SourceError, match="no such file or folder"):
        gather([tmp_path / name])


def test_a_folder_without_readable_files_is_said(tmp_path):
    (tmp_path / "a.bin").write_bytes(b"x")
    with pytest.raises(SourceError, match="no readable file"):
        gather([tmp_path])
