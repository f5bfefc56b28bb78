"""The pages over the examples that ship: what each says, in both languages, and the files and failures beside them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from lxml import etree, html

from api import pipeline
from api.app import create_app
from api.pages import language
from api.pages.urls import evidence_url, lineage_url, node_url
from api.pipeline import Item
from api.settings import Settings
from graph.reader import Reader
from tests.api.live import client_of

ROOT = Path(__file__).resolve().parents[2]
HTML = {"Accept": "text/html"}
CHAIN = ["211/KH-UBND", "489/QĐ-TTg", "49-KL/TW", "11-CT/TW"]


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """The data directory with the examples."""
    folder = tmp_path_factory.mktemp("pages") / "data"
    files = sorted(path for path in ROOT.joinpath("api/examples").iterdir() if path.name != "manifest.json")
    assert not pipeline.keep([Item(f"examples/{path.name}", str(path)) for path in files], folder).failed
    return folder


@pytest.fixture(scope="module")
def reader(data: Path):
    """What the site reads."""
    with Reader.open(data) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(data: Path):
    """A client of the site."""
    with client_of(create_app(Settings(data=data)), headers=HTML) as made:
        yield made


@pytest.fixture(scope="module")
def iris(reader) -> dict[str, str]:
    """The IRIs of the chain by number."""
    return {number: reader.pick(number).iri for number in CHAIN}


def tree(answer, status: int = 200):
    """The page of an answer."""
    assert answer.status_code == status, answer.text[:300]
    return html.document_fromstring(answer.text)


def said(page) -> str:
    """All that a page says."""
    return re.sub(r"\s+", " ", page.text_content())


@pytest.mark.parametrize("words", ["49-KL/TW", "kl 49", "ket luan 49", "Kết luận 49 Ban Bí thư"])
def test_search_finds_by_number_and_words_with_or_without_marks(client, iris, words: str) -> None:
    page = tree(client.get("/", params={"q": words}))
    assert page.xpath("//ol[@class='hits']/li[1]//a[@class='name']/@href")[0] == node_url(iris["49-KL/TW"])


def test_a_facet_narrows_and_can_be_taken_back(client) -> None:
    page = tree(client.get("/", params={"q": "thực hiện"}))
    first = page.xpath("//section[@class='facet'][1]//a")[0]
    narrowed = tree(client.get(first.get("href")))
    chosen = narrowed.xpath("//section[@class='facet'][1]//a[@aria-current='true']")
    assert len(chosen) == 1
    assert "q=th" in chosen[0].get("href")
    assert "type=" not in chosen[0].get("href")


def test_nothing_found_says_what_to_do(client) -> None:
    assert "zzzz" in said(tree(client.get("/?q=zzzz")).find(".//div[@class='note']"))


def test_an_empty_data_directory_says_what_to_do(tmp_path: Path) -> None:
    with client_of(create_app(Settings(data=tmp_path / "none")), headers=HTML) as empty:
        for address in ("/", "/sources", "/data", "/about"):
            tree(empty.get(address))
        assert "phahe load" in said(tree(empty.get("/")))
        assert "phahe load" in said(tree(empty.get("/sources")))
        assert "phahe load" in said(tree(empty.get("/d/vn/bbt/kl/2019/49-kl-tw"), 404))


def test_a_document_shows_facts_with_sources_and_relations_with_quotes(client, reader, iris) -> None:
    page = tree(client.get(node_url(iris["49-KL/TW"])))
    dossier = reader.dossier(iris["49-KL/TW"])
    for fact in dossier.facts:
        assert fact.value[:4] in said(page)
    assert page.xpath("//table[@class='facts']//td[contains(@class,'refs')]/a/@href")
    links = page.xpath("//ul[@class='links']/li/a[@class='end']/@href")
    assert {node_url(iris["489/QĐ-TTg"]), node_url(iris["11-CT/TW"])} <= set(links)
    quotes = [re.sub(r"\s+", " ", quote.text_content()) for quote in page.iter("blockquote")]
    for edge in (*dossier.out, *dossier.into):
        if len(edge.evidence) > 2:
            assert page.xpath(f"//a[@href='{evidence_url(edge.evidence[0].iri)}#beside']")
        for item in edge.evidence[:2]:
            assert re.sub(r"\s+", " ", item.exact) in quotes


def test_a_document_carries_schema_org_data_and_its_alternates(client, iris) -> None:
    page = tree(client.get(node_url(iris["211/KH-UBND"])))
    held = json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])
    assert held["@type"] == "Legislation"
    assert held["@id"] == iris["211/KH-UBND"]
    assert iris["489/QĐ-TTg"] in [one["@id"] for one in held["legislationEnsuresImplementationOf"]]
    for address in page.xpath("//link[@rel='alternate' and @type]/@href"):
        assert client.get(address).status_code == 200, address


def test_the_lineage_page_and_its_files_have_the_same_edges(client, iris) -> None:
    address = lineage_url(iris["211/KH-UBND"])
    page = tree(client.get(address))
    drawn = {
        (edge.get("data-head"), edge.get("data-tail")) for edge in page.xpath("//*[contains(@class,'edge family')]")
    }
    pairs = set(zip(*[[iris[number] for number in part] for part in (CHAIN[:-1], CHAIN[1:])], strict=True))
    assert pairs <= drawn
    assert len(page.xpath("//h2[@id='table']/following-sibling::div//tbody/tr")) == len(drawn)
    rows = csv.DictReader(io.StringIO(client.get(f"{address}/edges.csv").text.removeprefix("\ufeff")))
    assert {(row["head_iri"], row["tail_iri"]) for row in rows} == drawn
    svg = etree.fromstring(client.get(f"{address}/drawing.svg").content)
    assert {
        (edge.get("data-head"), edge.get("data-tail"))
        for edge in svg.iter()
        if edge.get("class", "").startswith("edge ")
    } == drawn
    graphml = etree.fromstring(client.get(f"{address}/lineage.graphml").content)
    ends = {(edge.get("source"), edge.get("target")) for edge in graphml.iter("{*}edge")}
    assert len(ends) == len(drawn)
    network = tree(client.get(f"{address}/network.html"))
    graph = json.loads(network.get_element_by_id("graph").text)
    assert {(edge["from"], edge["to"]) for edge in graph["edges"]} == drawn


def test_the_network_view_comes_with_a_policy_of_its_own(client, iris) -> None:
    answer = client.get(f"{lineage_url(iris['49-KL/TW'])}/pyvis")
    policy = answer.headers["content-security-policy"]
    assert "sandbox allow-scripts" in policy
    assert "frame-ancestors 'self'" in policy
    assert "default-src 'none'" in policy


def test_steps_and_relations_narrow_the_lineage(client, iris) -> None:
    def shown(**query: str) -> set[str]:
        page = tree(client.get(lineage_url(iris["211/KH-UBND"], **query)))
        return {node.get("data-iri") for node in page.xpath("//a[starts-with(@class,'node')]")}

    assert iris["49-KL/TW"] not in shown(up="1", down="0")
    assert iris["49-KL/TW"] in shown(up="2", down="0", p="implements")
    assert iris["11-CT/TW"] not in shown(up="9", down="0", p="implements")


def test_the_chain_page_tells_the_whole_chain(client) -> None:
    page = tree(client.get("/chain", params={"from": CHAIN[0], "to": CHAIN[-1]}))
    paths = [[said(end) for end in path.xpath(".//a[@class='end']")] for path in page.xpath("//ol[@class='steps']")]
    assert ["Kế hoạch 211/KH-UBND", "Quyết định 489/QĐ-TTg", "Kết luận 49-KL/TW", "Chỉ thị 11-CT/TW"] in paths
    assert len(page.xpath("//span[contains(@class,'badge warn link')]")) == len(paths)


def test_evidence_marks_the_quote_where_it_stands(client, reader, iris) -> None:
    for edge in reader.dossier(iris["49-KL/TW"]).out:
        for item in edge.evidence:
            page = tree(client.get(evidence_url(item.iri)))
            assert page.xpath("//mark[@id='quote']")[0].text_content() == item.exact
            assert item.source in said(page)
            whole = page.xpath("//div[@class='actions']/a/@href")[0]
            marked = tree(client.get(whole.split("#")[0]))
            mark = marked.get_element_by_id(whole.split("#")[1])
            assert item.exact.startswith(mark.text_content())


ADDRESSES = [
    "/",
    "/?q=thực+hiện",
    "/chain?from=211/KH-UBND",
    "/queries",
    "/queries/implementers?document=49-KL/TW",
    "/sources",
]
ADDRESSES += ["/ontology", "/about", "/data", "/accessibility", "/sparql", "/sparql-ui", "/nowhere"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_english_page_says_nothing_in_vietnamese_but_what_is_marked_so(client, address: str) -> None:
    page = html.document_fromstring(client.get(f"{address}{'&' if '?' in address else '?'}lang=en").text)
    assert page.get("lang") == "en"
    for element in page.xpath("//*[@lang='vi'] | //code | //pre | //textarea | //script"):
        element.clear(keep_tail=True)
    text = said(page)
    same = {both["vi"] for both in language.catalogue().values() if both["vi"] in both["en"]}
    ours = {both["vi"] for both in language.catalogue().values() if len(both["vi"]) > 5 and "{" not in both["vi"]}
    assert [words for words in ours - same if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_keep_the_language(client, address: str) -> None:
    page = html.document_fromstring(client.get(f"{address}{'&' if '?' in address else '?'}lang=en").text)
    inside = [link for link in page.xpath("//main//a/@href | //nav//a[not(@hreflang)]/@href") if link.startswith("/")]
    ours = [link for link in inside if not re.match(r"/(static|docs|id|api|dumps|dcat|ontology\.ttl|data$)", link)]
    assert ours
    assert [
        link for link in ours if "lang=en" not in link and not re.search(r"/\w+\.(svg|csv|graphml|html)", link)
    ] == []


def test_the_same_page_is_offered_in_the_other_language(client, iris) -> None:
    page = tree(client.get(f"{lineage_url(iris['49-KL/TW'])}?up=2&lang=en"))
    assert page.xpath("//link[@hreflang='vi']/@href")[0].endswith("?up=2")
    assert page.xpath("//link[@hreflang='en']/@href")[0].endswith("?up=2&lang=en")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404),
        ("/d/vn/x/y/z/1", 404),
        ("/lineage/vn/x", 404),
        ("/e/nothing", 404),
        ("/source/ffff", 404),
        ("/queries/nothing", 404),
        ("/chain?from=zzzz", 404),
        ("/lineage/vn/bbt/kl/2019/49-kl-tw?up=99", 422),
        ("/queries/documents?type=%22&year=2020", 400),
    ],
)
def test_failures_are_pages_that_help(client, address: str, status: int) -> None:
    page = tree(client.get(address), status)
    assert page.xpath("//main//input[@name='q']")
    assert "Traceback" not in said(page)
    assert str(ROOT) not in said(page)


def test_programs_get_problems_not_pages(client) -> None:
    answer = client.get("/d/vn/x/y/z/1", headers={"Accept": "application/json"})
    assert answer.headers["content-type"].startswith("application/problem+json")


def test_an_unchanged_page_is_not_sent_again(client) -> None:
    first = client.get("/")
    assert client.get("/", headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    assert client.get("/?lang=en", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_every_page_forbids_what_is_not_ours(client, iris) -> None:
    for address in [*ADDRESSES, node_url(iris["49-KL/TW"]), lineage_url(iris["49-KL/TW"])]:
        answer = client.get(address)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        page = html.document_fromstring(answer.text)
        assert not page.xpath("//@style | //style | //@onclick")
        assert all(
            script.get("src", "").startswith("/static/") or script.get("type") == "application/ld+json"
            for script in page.iter("script")
        )
