"""The pages on which sources are brought in: what was read is shown before it is kept."""

from __future__ import annotations

import re
import shutil
import time

import pytest

from api import keys
from api.app import create_app
from api.settings import Settings
from graph.reader import Reader
from tests.api.live import client_of

TEXT = "Kế hoạch số 15/KH-UBND ngày 3/2/2021 của UBND tỉnh Nam Định triển khai Quyết định số 489/QĐ-TTg ngày 08/4/2020."


@pytest.fixture
def site(data, tmp_path):
    copy = shutil.copytree(data, tmp_path / "data", ignore=shutil.ignore_patterns("control.sock"))
    with client_of(create_app(Settings(data=copy, workers=1)), follow_redirects=True) as client:
        client.data = copy
        yield client


@pytest.fixture
def token(site):
    """Sign in; gives the token of the session."""
    text = keys.create(site.data, ("load",), label="Bình")[1]
    page = site.get("/session").text
    site.post(
        "/session", data={"csrf": re.search(r'name="csrf" value="([^"]*)"', page)[1], "key": text, "next": "/load"}
    )
    return re.search(r'name="csrf" value="([^"]*)"', site.get("/load").text)[1]


def over(site, answer):
    """The page of a job once the job is over."""
    deadline = time.monotonic() + 60
    while 'id="job"' in answer.text:
        assert time.monotonic() < deadline
        time.sleep(0.05)
        answer = site.get(str(answer.url))
    return answer


def sources(site) -> int:
    with Reader.open(site.data) as reader:
        return len(reader.sources())


def test_a_stranger_is_asked_for_a_key(site):
    assert site.get("/load", headers={"accept": "text/html"}).status_code == 401
    assert site.post("/load", data={"text": TEXT}).status_code == 401


def test_a_pasted_text_is_shown_as_read_and_kept_only_when_asked(site, token):
    before = sources(site)
    read = over(site, site.post("/load", data={"csrf": token, "text": TEXT, "name": "ghi chép", "dry": "1"}))
    assert read.status_code == 200
    assert "<mark" in read.text
    assert "15/KH-UBND" in read.text
    assert 'class="state new"' in read.text
    assert 'class="state known"' in read.text
    anchors, links = set(re.findall(r'id="(s1-[^"]+)"', read.text)), set(re.findall(r'href="#([^"]+)"', read.text))
    assert links - {"main"} <= anchors
    assert sources(site) == before
    address = re.search(r'action="(/load/[0-9a-f]{16}/keep)"', read.text)[1]
    done = over(site, site.post(address, data={"csrf": token}))
    assert "Đã giữ lại" in done.text
    assert sources(site) == before + 1
    assert site.get("/d", params={"q": "15/KH-UBND"}).status_code == 200


def test_files_are_loaded_at_once_where_that_is_asked(site, token):
    before = sources(site)
    files = [("files", ("a.txt", TEXT.encode(), "text/plain")), ("files", ("b.pdf", b"no pdf", "application/pdf"))]
    done = over(site, site.post("/load", data={"csrf": token, "keep": "1"}, files=files))
    assert sources(site) == before + 1
    assert "b.pdf" in done.text
    assert "Các lần nạp" in site.get("/load").text


def test_nothing_given_is_told_and_what_was_typed_stays(site, token):
    answer = site.post("/load", data={"csrf": token, "text": "", "address": "trang <b>"})
    assert answer.status_code == 422
    assert "trang &lt;b&gt;" in answer.text
    assert site.post("/load", data={"csrf": token}).status_code == 422


def test_a_job_that_never_was_is_told(site, token):
    assert site.get("/load/" + "0" * 16).status_code == 404
    assert site.post("/load", data={"csrf": "x", "text": TEXT}).status_code == 403


def test_hostile_text_is_shown_as_text(site, token):
    hostile = f"<script>window.ran = 1</script> {{{{ 7 * 7 }}}} {TEXT}"
    read = over(site, site.post("/load", data={"csrf": token, "text": hostile, "dry": "1"}))
    assert "<script>window" not in read.text
    assert "{{ 7 * 7 }}" in read.text
