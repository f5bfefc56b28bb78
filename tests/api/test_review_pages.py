"""The review page: what it shows to whom, and that every decision ends in the log and in the lineage."""

from __future__ import annotations

import re
import shutil
import weakref
from urllib.parse import parse_qs, urlsplit

import pytest

from api import keys
from api.app import create_app
from api.pages.reviewing import queue_of
from api.settings import Settings
from graph.docket import Docket
from graph.reader import Reader
from tests.api.live import client_of


def field(text: str, name: str) -> str:
    """The value of the first hidden field of this name."""
    found = re.search(rf'name="{name}" value="([^"]*)"', text)
    assert found, name
    return found[1]


@pytest.fixture
def site(data, tmp_path):
    """A site of its own to write to, and a client that nobody has signed in with."""
    copy = shutil.copytree(data, tmp_path / "data", ignore=shutil.ignore_patterns("control.sock"))
    with client_of(create_app(Settings(data=copy, workers=1)), follow_redirects=True) as client:
        client.data = copy
        yield client


def signed(site, scope: str = "review", label: str = "Nguyễn Văn An"):
    """Sign in with a new key of this scope."""
    text = keys.create(site.data, (scope,), label=label)[1]
    page = site.get("/session", params={"next": "/review"})
    answer = site.post("/session", data={"csrf": field(page.text, "csrf"), "key": text, "next": "/review"})
    assert answer.status_code == 200
    return answer.text


def sent(site, page: str, act: str, **more: str):
    """Send the form of an act as the page holds it."""
    names = ("csrf", "claim") if act == "undo" else ("csrf", "claim", "version")
    part = page if act == "undo" else page[page.index('id="case"') :]
    return site.post("/review", data={name: field(part, name) for name in names} | {"act": act} | more)


def log(site):
    with Reader.open(site.data) as reader:
        return Docket(reader).log


def test_a_stranger_sees_the_claim_and_its_quote_and_no_form(site):
    page = site.get("/review").text
    assert "<mark" in page
    assert 'method="post"' not in page
    assert "phahe key create --scope review" in page
    assert site.post("/review", data={"act": "confirm", "claim": "x"}).status_code == 401


def test_a_key_of_another_scope_opens_no_decision(site):
    signed(site, "load")
    assert 'id="confirm"' not in site.get("/review").text


def test_confirming_goes_on_to_the_next_claim_and_can_be_taken_back(site):
    page = signed(site)
    first = field(page[page.index('id="case"') :], "claim")
    after = sent(site, page, "confirm")
    assert after.status_code == 200
    assert field(after.text[after.text.index('id="case"') :], "claim") != first
    (entry,) = log(site)
    assert (entry.act, entry.by, entry.claim.assertion) == ("confirmed", "Nguyễn Văn An", first)
    assert parse_qs(urlsplit(str(after.url)).query)["done"] == [entry.id]
    undone = sent(site, after.text, "undo")
    assert [one.act for one in log(site)] == ["confirmed", "undone"]
    assert field(undone.text[undone.text.index('id="case"') :], "claim") == first


def test_rejecting_takes_the_edge_out_of_the_lineage_with_the_reason_given(site):
    page = signed(site)
    sent(site, page, "reject", reason="Câu trích không nói quan hệ này")
    (entry,) = log(site)
    assert (entry.act, entry.why) == ("rejected", "Câu trích không nói quan hệ này")
    with Reader.open(site.data) as reader:
        case = Docket(reader).case(entry.claim.assertion)
        assert case.evidence.verdict == "rejected"


def test_a_correction_says_another_relation(site):
    page = signed(site)
    other = "cites" if "cites" not in field(page, "version") else "basedOn"
    assert sent(site, page, "correct", relation=other, why="chỉ nhắc tới").status_code == 200
    (entry,) = log(site)
    assert entry.act == "corrected"
    assert entry.correction.predicate == other


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"relation": "cites", "tail": "abc xyz", "why": "khác"}, "names no one document"),
        ({"why": ""}, "say why"),
    ],
)
def test_a_correction_that_cannot_be_kept_is_told_and_stays_in_the_form(site, more, told):
    answer = sent(site, signed(site), "correct", **more)
    assert answer.status_code == 400
    assert told in answer.text
    assert "<details" in answer.text
    assert log(site) == ()


def test_the_second_of_two_reviewers_is_told_what_the_first_decided(site):
    page = signed(site)
    sent(site, page, "confirm")
    second = sent(site, page, "reject", reason="khác")
    assert second.status_code == 409
    assert "Nguyễn Văn An" in second.text
    assert [one.act for one in log(site)] == ["confirmed"]


def test_a_form_without_the_token_of_the_session_is_refused(site):
    page = signed(site)
    assert sent(site, page, "confirm", csrf="x").status_code == 403
    assert log(site) == ()


def test_skipping_and_filters_stand_in_the_address(site):
    signed(site)
    first, second = (
        field(site.get("/review", params={"skip": skip}).text.split('id="case"')[1], "claim") for skip in (0, 1)
    )
    assert first != second
    page = site.get("/review", params={"predicate": "implements", "order": "impact", "skip": 1}).text
    assert "predicate=implements" in page
    assert "skip=2" in page
    assert site.get("/review", params={"order": "<b>", "skip": "-1", "predicate": "x"}).status_code == 200
    assert "Về đầu danh sách" in site.get("/review", params={"skip": 100_000}).text


def test_the_log_tells_who_did_what(site):
    assert "Chưa có ai duyệt" in site.get("/review/log").text
    sent(site, signed(site), "confirm")
    page = site.get("/review/log", params={"lang": "en"}).text
    assert "Nguyễn Văn An" in page
    assert "1 of 1 shown" in page


def test_a_copy_that_is_not_read_any_more_is_let_go_of(data):
    """The page keeps the queue of a copy by the copy; the queue must not keep the copy in turn."""
    reader = Reader.open(data)
    assert queue_of(reader) is queue_of(reader)
    assert queue_of(reader).progress()
    reader.close()
    gone = weakref.ref(reader)
    del reader
    assert gone() is None
