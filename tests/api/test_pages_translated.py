"""No text of ours is left in the other language: every page in English and in Vietnamese, over the examples that ship.

What comes from the data is marked as Vietnamese in an English page (`lang="vi"`), which is what a screen reader needs too;
so what is Vietnamese and not marked is ours, and untranslated.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from api import pipeline
from api.app import create_app
from api.pages import language
from api.pages.urls import evidence_url, lineage_url, node_url
from api.pipeline import Item
from api.settings import Settings
from graph.reader import Reader
from tests.api.live import client_of

ROOT = Path(__file__).resolve().parents[2]
SILENT = {"script", "style", "code", "pre", "textarea", "option"}
SPOKEN = ("title", "alt", "aria-label", "placeholder")
VIETNAMESE = re.compile(r"[ăâđêôơưàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]", re.IGNORECASE)
NUMBER = re.compile(r"\S*[\d/]\S*")
"""Numbers of documents keep their letters in every language: 489/QĐ-TTg."""
CODE = re.compile(r"\(?[A-ZĐÁy]{1,5}[),.]*")
"""Codes of types and bodies: QĐ, BGDĐT."""
QUOTED = re.compile(r"'[^']*'|“[^”]*”")
"""What was asked for, said back."""
WORDS = {"khuyến", "học", "học…", "Điều", "Tiếng", "Việt"}
"""The words to try in the search box, a part of a document, the name of the language."""
PARSER = "không đọc được câu hỏi: "
"""What follows this is said by the parser of SPARQL."""
ENGLISH = re.compile(r"\b(the|of|and|with|not|this|from|are|is|which|there|has|have|was)\b")
PAGES = ["/", "/?q=khuyen+hoc", "/?q=zzzz", "/chain?from=211/KH-UBND&to=11-CT/TW", "/chain", "/queries", "/sources"]
PAGES += [
    "/queries/implementers?document=49-KL/TW",
    "/sparql",
    "/sparql?query=ASK{}",
    "/sparql-ui",
    "/ontology",
    "/about",
]
PAGES += ["/data", "/accessibility", "/start", "/help", "/accuracy", "/session"]
FAILING = [
    "/nowhere",
    "/d?q=zzzz",
    "/d/vn/none",
    "/d?q=kế hoạch",
    "/d?q=",
    "/lineage/vn/none",
    "/queries/none",
    "/e/none",
]
FAILING += [
    "/source/none",
    "/sparql?query=SELECT",
    "/sparql?query=SELECT+*+{SERVICE+<http://x/>+{}}",
    "/lineage/a?up=99",
]
FAILING += ["/queries/implementers?document=zzzz", "/queries/documents?type=zz", "/chain?from=zzzz"]
WORKING = [
    "/audit",
    "/audit/chain?of=211/KH-UBND&to=11-CT/TW",
    "/audit/impact?of=49-KL/TW",
    "/audit/diffusion?of=49-KL/TW",
]
WORKING += [
    "/audit/changes?of=49-KL/TW&since=2020-01-01&until=2021-01-01",
    "/audit/obtain",
    "/review",
    "/review/log",
    "/load",
]
NAMING = ["/audit/coverage?of=489/QĐ-TTg", "/audit/deadlines?of=489/QĐ-TTg", "/audit/checks"]
"""Pages whose English sentences hold names of places, bodies and documents as the sources have them."""
STATES = ["", "?view=table", "?view=network", "?gather=party&since=2020&as_of=2021-01-01&min=confirmed"]


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """The data directory with the examples."""
    folder = tmp_path_factory.mktemp("translated") / "data"
    files = sorted(path for path in ROOT.joinpath("api/examples").iterdir() if path.name != "manifest.json")
    assert not pipeline.keep([Item(f"examples/{path.name}", str(path)) for path in files], folder).failed
    return folder


@pytest.fixture(scope="module")
def client(data: Path):
    """A client of the site that is taken for a browser."""
    with client_of(create_app(Settings(data=data)), headers={"Accept": "text/html"}) as made:
        yield made


@pytest.fixture(scope="module")
def addresses(data: Path) -> list[str]:
    """An address of every kind of page, the states of the lineage page, and those that fail."""
    with Reader.open(data) as reader:
        focus, middle = reader.pick("211/KH-UBND"), reader.pick("49-KL/TW")
        item = reader.dossier(middle.iri).out[0].evidence[0]
    found = [f"{lineage_url(one.iri)}{state}" for one in (focus, middle) for state in STATES]
    found += [node_url(focus.iri), node_url(middle.iri), evidence_url(item.iri), f"/source/{item.source}"]
    return [*PAGES, *WORKING, *found, *FAILING]


def in_language(address: str, lang: str) -> str:
    """The address in a language."""
    return f"{address}{'&' if '?' in address else '?'}lang={lang}"


def spoken(element, lang: str, marked: str):
    """What a reader sees or hears of an element, without what is marked as being in the language `marked`."""
    if (
        not isinstance(element.tag, str)
        or element.tag in SILENT
        or (element.tag == "title" and element.getparent().tag == "head")
    ):
        return
    lang = (
        element.get("lang")
        or element.get("xml:lang")
        or element.get("{http://www.w3.org/XML/1998/namespace}lang")
        or lang
    )
    if lang != marked:
        yield from (element.get(name) for name in SPOKEN if element.get(name))
        yield element.text or ""
    for child in element:
        yield from spoken(child, lang, marked)
        if lang != marked:
            yield child.tail or ""


def left_in_vietnamese(page: str) -> Counter[str]:
    """Words with Vietnamese letters that stand in an English page and are not marked."""
    texts = spoken(html.document_fromstring(page), "en", "vi")
    words = (word for text in texts for word in NUMBER.sub(" ", QUOTED.sub(" ", text)).split())
    left = (word for word in words if VIETNAMESE.search(word) and not CODE.fullmatch(word))
    return Counter(word for word in left if word not in WORDS)


def left_in_english(page: str) -> Counter[str]:
    """Stretches of English that stand in a Vietnamese page and are not marked."""
    texts = spoken(html.document_fromstring(page), "vi", "en")
    return Counter(
        text.strip()[:90] for text in texts if ENGLISH.search(NUMBER.sub(" ", text)) and not text.startswith(PARSER)
    )


def test_no_page_in_english_holds_vietnamese_of_ours(client, addresses: list[str]) -> None:
    left = {address: left_in_vietnamese(client.get(in_language(address, "en")).text) for address in addresses}
    assert {address: words for address, words in left.items() if words} == {}


def test_no_page_in_vietnamese_holds_english(client, addresses: list[str]) -> None:
    left = {address: left_in_english(client.get(address).text) for address in [*addresses, *NAMING]}
    assert {address: texts for address, texts in left.items() if texts} == {}


def test_the_check_sees_what_is_left() -> None:
    page = (
        '<html lang="en"><body><p>Kế hoạch <b lang="vi">của tỉnh</b> 211/KH-UBND</p><img alt="hình vẽ"></body></html>'
    )
    assert set(left_in_vietnamese(page)) == {"Kế", "hoạch", "hình", "vẽ"}
    assert left_in_english('<html><body><p>Lỗi</p><p>the end <i lang="en">of it</i></p></body></html>')["the end"] == 1


def test_messages_say_something_else_in_each_language() -> None:
    same = {key for key, said in language.catalogue().items() if said["vi"] == said["en"]}
    assert all(
        re.fullmatch(r"[\W\d]*|API|SPARQL|Enter|Esc|SPARQL 1.1:|BibTeX|January.*", language.say(key, "en"))
        for key in same
    ), same


def test_no_message_stands_twice() -> None:
    lines = ROOT.joinpath("api/pages/messages.tsv").read_text(encoding="utf-8").splitlines()
    twice = {key: count for key, count in Counter(line.split("\t")[0] for line in lines).items() if count > 1}
    assert twice == {}
