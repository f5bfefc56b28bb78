"""Search, suggestions, document and evidence pages as HTML and JSON: what addresses hold and what is never shown."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from api.pages import arranging, browsing, citation
from api.pages.emphasis import emphasis
from api.pages.naming import brief, place_name, reason_words
from api.pages.urls import evidence_url, node_url
from graph.reader import Reader
from graph.values import Edge, Evidence, Node

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def reader(data):
    with Reader.open(data) as opened:
        yield opened


def tree(client, address: str, status: int = 200, **params: object):
    answer = client.get(address, params=params or None, headers=HTML)
    assert answer.status_code == status, answer.text[:300]
    return html.document_fromstring(answer.text)


@pytest.mark.parametrize(
    ("q", "label"), [("49-KL", "Kết luận 49-KL/TW"), ("hoi nghi trung uong 8", "Nghị quyết 29-NQ/TW")]
)
def test_suggestions_are_words_and_addresses(client, q: str, label: str) -> None:
    answer = client.get("/suggest", params={"q": q})
    assert answer.headers["content-type"] == "application/json"
    told = answer.json()
    assert told["query"] == q
    assert told["options"][0]["label"] == label
    assert client.get(told["options"][0]["url"], headers=HTML).status_code == 200
    assert str(len(told["options"])) in told["told"]


def test_suggestions_speak_the_language_of_the_page(client) -> None:
    (option,) = client.get("/suggest", params={"q": "ban bí thư tr", "lang": "en"}).json()["options"][-1:]
    assert "issuer" in option["detail"]
    assert option["url"].endswith("body=bbt&lang=en")


@pytest.mark.parametrize("q", ["", "k", "???", "zzzzzz", '"', "a" * 400])
def test_nothing_is_suggested_for_nothing(client, q: str) -> None:
    assert client.get("/suggest", params={"q": q}).json()["options"] == []


def test_a_query_that_is_too_long_is_refused(client) -> None:
    assert client.get("/suggest", params={"q": "a" * 401}).status_code == 422


def test_every_choice_of_a_facet_gives_as_many_answers_as_it_says(client) -> None:
    page = tree(client, "/", q="thực hiện")
    links = page.xpath("//section[@class='facet']//a")
    assert len(links) > 8
    for link in links:
        narrowed = tree(client, link.get("href"))
        count = int(link.xpath("string(span[@class='num'])"))
        assert len(narrowed.xpath("//ol[@class='hits']/li")) == count, link.get("href")
        (chosen,) = narrowed.xpath("//a[@aria-current='true']")
        assert "thực hiện" in parse_qs(urlsplit(chosen.get("href")).query)["q"]


def test_the_home_page_browses_by_group(client) -> None:
    page = tree(client, "/", lang="en")
    links = page.xpath("//div[@class='browse']//a/@href")
    assert any(link.startswith("/?level=central") for link in links)
    assert all("lang=en" in link for link in links)


def test_a_facet_that_is_none_is_left_out_of_the_address_and_changes_nothing(client) -> None:
    assert len(tree(client, "/?q=khuyến+học&nonsense=1").xpath("//ol[@class='hits']/li")) == len(
        tree(client, "/?q=khuyến+học").xpath("//ol[@class='hits']/li")
    )


@pytest.mark.parametrize("address", ["/?q=x&evidence=maybe", "/d/vn/bbt/kl/2019/49-kl-tw?as_of=tomorrow"])
def test_a_value_that_cannot_be_is_told(client, address: str) -> None:
    tree(client, address, 400)


@pytest.mark.parametrize("query", ["p=nothing", "p=implements&kind=nothing"])
def test_relations_that_are_none_are_told(client, query: str) -> None:
    tree(client, f"/d/vn/bbt/kl/2019/49-kl-tw?{query}", 422)


def test_a_document_page_has_all_its_parts(client, reader) -> None:
    node = reader.pick("49-KL/TW")
    page = tree(client, node_url(node.iri))
    for part in ("status", "out", "into", "timeline", "facts", "identity", "cite", "history"):
        assert page.get_element_by_id(part) is not None
    for target in page.xpath("//nav[@class='contents']//a/@href"):
        assert page.get_element_by_id(target.removeprefix("#")) is not None
    (held,) = page.xpath("//script[@type='application/ld+json']/text()")
    assert json.loads(held)["legislationLegalForce"] == "https://schema.org/InForce"
    assert reader.version in page.xpath("string(//dl[@class='pairs'])")


def test_an_activity_has_a_page_without_a_status(client, reader) -> None:
    (iri,) = reader.catalogue.db.execute("SELECT iri FROM nodes WHERE kind = 'activity' LIMIT 1").fetchone()
    page = tree(client, node_url(iri))
    assert not page.xpath("//*[@id='status']")
    assert not page.xpath("//script[@type='application/ld+json']")


def test_evidence_stands_side_by_side_with_the_first_shown_above() -> None:
    proofs = tuple(Evidence(f"i{at}", "s", "q", 0, 1) for at in range(60))
    edge = Edge("h", "cites", "t", proofs)
    first = arranging.beside(edge, proofs[7], 1)
    assert first.items[0] == proofs[7]
    assert (first.total, first.pages) == (60, 3)
    rest = [one for number in (1, 2, 3) for one in arranging.beside(edge, proofs[7], number).items]
    assert sorted(one.iri for one in rest) == sorted(one.iri for one in proofs)
    assert arranging.beside(edge, proofs[7], 99).number == 3


def test_the_evidence_page_names_where_a_source_was_met(client, reader) -> None:
    quote = reader.dossier(reader.pick("211/KH-UBND").iri).out[0].evidence[0]
    page = tree(client, evidence_url(quote.iri))
    assert "02-ke-hoach-211-hai-phong.docx" in page.text_content()


@pytest.mark.parametrize(
    ("location", "name"),
    [
        ("/home/somebody/files/tin.html", "tin.html"),
        ("C:\\Users\\somebody\\tin.html", "tin.html"),
        ("https://example.org/a/b?c=d", "https://example.org/a/b?c=d"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("folder/", "folder"),
        ("archive.zip/inside.txt", "inside.txt"),
    ],
)
def test_a_place_is_named_without_its_machine(location: str, name: str) -> None:
    assert place_name(location) == name


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("đẩy mạnh khuyến học", "khuyen hoc", "đẩy mạnh <mark>khuyến học</mark>"),
        ("Đất đai & nhà", "dat", "<mark>Đất</mark> đai &amp; nhà"),
        ("<b>số</b> 49-KL/TW", "49-KL/TW", "&lt;b&gt;số&lt;/b&gt; <mark>49-KL/TW</mark>"),
        ("không có gì", "zzz", "không có gì"),
        ("a\u0301p dụng", "ap", "a\u0301p dụng"),
        ("", "x", ""),
    ],
)
def test_words_are_marked_and_all_else_is_escaped(text: str, query: str, marked: str) -> None:
    assert str(emphasis(text, query)) == marked


def test_long_titles_end_at_a_word() -> None:
    assert brief("ngắn") == "ngắn"
    assert brief(None) == ""
    cut = brief("từ " * 200)
    assert cut.endswith("từ …")
    assert len(cut) <= 184


def test_every_form_of_a_citation_holds_the_number_and_cannot_break_out() -> None:
    node = Node(
        "https://w3id.org/phahe/id/doc/x",
        "document",
        "KH",
        "Kế hoạch 1/KH",
        "1/KH",
        "2020-01-02",
        "a } b \\ {c",
        "UBND",
    )
    forms = dict(citation.forms(node, "v1"))
    assert set(forms) == {"text", "short", "report", "bibtex"}
    assert all("1/KH" in text for text in forms.values())
    assert node.iri in forms["report"]
    assert "v1" in forms["report"]
    title = next(line for line in forms["bibtex"].splitlines() if "title" in line)
    assert title == "  title = {a b c},"


def test_reasons_have_words_in_both_languages() -> None:
    for reason in ("an activity has no status", "not yet issued on this day"):
        assert reason_words(reason, "vi") != reason_words(reason, "en") != reason
    assert reason_words("something new", "vi") == "something new"


def test_addresses_of_a_search_hold_all_its_state() -> None:
    made = browsing.address("a b", {"type": ("KL", "CT"), "body": ("https://w3id.org/phahe/id/body/bbt",)}, "en", 3)
    assert parse_qs(urlsplit(made).query) == {
        "q": ["a b"],
        "type": ["KL", "CT"],
        "body": ["bbt"],
        "page": ["3"],
        "lang": ["en"],
    }
    assert browsing.address("", {}, "vi") == "/"
