"""Document and evidence pages in a real browser: a hub of 5,000, hostile titles, as of a day, side by side, on paper."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from api.app import create_app
from api.pages.urls import evidence_url, node_url
from api.settings import Settings
from graph.library import Library
from graph.reader import Reader
from tests.api.live import serving
from tests.browser.conftest import Tab
from tests.browser.hub import CHILDREN, HOSTILE, pages

pytestmark = pytest.mark.browser

WAYS = [
    pytest.param({"color_scheme": "light"}, "vi", id="light-vi"),
    pytest.param({"color_scheme": "dark"}, "en", id="dark-en"),
]


@pytest.fixture(scope="module")
def heavy(data: Path, tmp_path_factory):
    """The site over the examples with the sources that mean ill: its address, and what it reads."""
    path = Path(
        shutil.copytree(data, tmp_path_factory.mktemp("heavy") / "data", ignore=shutil.ignore_patterns("*.sock"))
    )
    with Library(path) as library:
        library.keep_many(pages())
        library.publish()
    with Reader.open(path) as reader, serving(create_app(Settings(data=path))) as address:
        yield address, reader


@pytest.fixture
def opened(browser, heavy):
    """Opens a watched tab on the heavy site with options of its context."""
    tabs = []

    def open_tab(**options) -> Tab:
        context = browser.new_context(**{"viewport": {"width": 1180, "height": 820}, **options})
        tabs.append((context, Tab(context, heavy[0])))
        return tabs[-1][1]

    yield open_tab
    for context, tab in tabs:
        context.close()
        assert tab.bad == []


@pytest.mark.parametrize(("options", "lang"), WAYS)
def test_a_hub_of_thousands_is_shown_in_part_and_paged(opened, heavy, options, lang: str) -> None:
    tab, hub = opened(**options), heavy[1].pick("7777/QĐ-TTg")
    page = tab.open(node_url(hub.iri, lang))
    assert page.locator("#into ~ .links > li").count() == 10
    total = CHILDREN + len(HOSTILE)
    assert f"{total:,}".replace(",", "." if lang == "vi" else ",") in page.locator(".further").first.text_content()
    assert page.locator(".years ul > li").count() == 60
    assert tab.faults() == []
    page.locator(".further a").first.click()
    first = page.locator(".links a.end").all_text_contents()
    assert len(first) == 50
    page.locator("a[rel=next]").click()
    assert "page=2" in page.url
    assert not set(first) & set(page.locator(".links a.end").all_text_contents())
    assert tab.faults() == []
    tab.open(f"{node_url(hub.iri)}?p=implements&way=into&page=101")
    assert page.locator(".links a.end").count() == total % 50
    assert page.locator("a[rel=next]").count() == 0


@pytest.mark.parametrize(("options", "lang"), WAYS)
@pytest.mark.parametrize("number", [one.number for one in HOSTILE])
def test_hostile_titles_are_text_and_break_nothing(opened, heavy, options, lang: str, number: str) -> None:
    tab, reader = opened(**options), heavy[1]
    node = reader.pick(number)
    quote = reader.dossier(node.iri).out[0].evidence[0]
    for address in (
        node_url(node.iri, lang),
        f"/?q={number}&lang={lang}",
        evidence_url(quote.iri, lang),
        f"/source/{quote.source}?lang={lang}",
        f"/sources?lang={lang}",
    ):
        page = tab.open(address)
        assert page.evaluate("window.ran") is None
        assert page.locator("main img, main script:not([type])").count() == 0
        assert page.locator("a[href^='javascript:']").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
        assert (address, tab.faults()) == (address, [])


def test_hostile_titles_fit_a_narrow_screen(opened, heavy) -> None:
    tab, reader = opened(viewport={"width": 320, "height": 640}, reduced_motion="reduce"), heavy[1]
    for number in (*(one.number for one in HOSTILE), "7777/QĐ-TTg"):
        page = tab.open(node_url(reader.pick(number).iri))
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, number
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_no_page_names_a_place_of_the_machine(opened, heavy) -> None:
    tab, reader = opened(), heavy[1]
    quote = reader.dossier(reader.pick("901/KH-UBND").iri).out[0].evidence[0]
    assert quote.location.startswith("/tmp/")
    for address in (
        evidence_url(quote.iri),
        f"/source/{quote.source}",
        "/sources",
        node_url(reader.pick("901/KH-UBND").iri),
    ):
        assert "/tmp/" not in tab.open(address).content(), address


@pytest.mark.context(java_script_enabled=False)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_status_of_another_day_without_script(tab, reader, lang: str) -> None:
    node = reader.pick("93/2014/TT-BGDĐT")
    page = tab.open(node_url(node.iri, lang))
    assert page.locator("#status ~ p .badge.told").first.is_visible()
    assert "97/2021/TT-BGDĐT" in page.locator("#status ~ .links").first.text_content()
    page.locator("#as_of").fill("2015-01-01")
    page.locator(".as-of button").click()
    assert "as_of=2015-01-01" in page.url
    assert page.locator("#status ~ p .badge.good").first.is_visible()
    page.locator(".as-of a").click()
    assert "as_of" not in page.url


def test_a_day_that_is_none_is_told(tab) -> None:
    tab.open("/d/vn/bbt/kl/2019/49-kl-tw?as_of=gestern", status=400)
    assert tab.faults() == []
    tab.bad = [said for said in tab.bad if "400" not in said]


def test_all_evidence_of_a_relation_stands_side_by_side(tab, reader) -> None:
    edge = max(reader.dossier(reader.pick("49-KL/TW").iri).into, key=lambda edge: len(edge.evidence))
    page = tab.open(evidence_url(edge.evidence[0].iri))
    cards = page.locator(".beside > li")
    assert cards.count() == len(edge.evidence) > 2
    assert sorted(cards.locator("mark").all_text_contents()) == sorted(one.exact for one in edge.evidence)
    boxes = [card.bounding_box() for card in cards.all()[:2]]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]
    cards.nth(1).get_by_role("link", name="xem trong bản lưu").click()
    assert page.locator("mark#quote").text_content() == cards.first.locator("mark").text_content()


def test_a_page_of_a_pdf_is_shown_whole_with_its_number(tab, reader) -> None:
    edges = [edge for node in ("489/QĐ-TTg", "97/2021/TT-BGDĐT") for edge in reader.dossier(reader.pick(node).iri).out]
    quote = next(one for edge in edges for one in edge.evidence if one.page)
    page = tab.open(evidence_url(quote.iri))
    assert page.locator(".text .page").first.text_content() == f"trang {quote.page}"
    kept = reader.kept(quote.source)
    starts = [*kept.text.pages, len(kept.text.content)]
    body = kept.text.content[starts[quote.page - 1] : starts[quote.page]]
    assert body.strip() in page.locator(".text").evaluate(
        "e => { e.querySelectorAll('.page').forEach(p => p.remove()); return e.textContent }"
    )


def test_a_quote_leads_into_the_live_page_with_a_text_fragment(tab, reader) -> None:
    quotes = [one for node in ("49-KL/TW", "211/KH-UBND") for edge in (*reader.dossier(reader.pick(node).iri).out, *reader.dossier(reader.pick(node).iri).into) for one in edge.evidence]  # fmt: skip
    live = [one for one in quotes if one.location and one.location.startswith("http")]
    for one in live[:2]:
        link = tab.open(evidence_url(one.iri)).locator("a[href*=':~:text=']").first
        assert "-" not in link.get_attribute("href").partition(":~:text=")[2].replace("%2D", "")


def test_every_heading_is_reached_by_keyboard_from_the_contents(tab, reader) -> None:
    page = tab.open(node_url(reader.pick("49-KL/TW").iri))
    links = page.locator(".contents a")
    assert links.count() >= 7
    for link in links.all():
        target = link.get_attribute("href")
        assert page.locator(target).count() == 1, target
    walked = []
    page.locator(".contents a").first.focus()
    for _ in range(60):
        walked.append(
            page.evaluate(
                "document.activeElement.getAttribute('href') || document.activeElement.id || document.activeElement.className"
            )
        )
        page.keyboard.press("Tab")
    assert walked[:3] == [link.get_attribute("href") for link in links.all()[:3]]
    assert "as_of" in walked
    hidden = page.evaluate("[...document.querySelectorAll('main a, main button')].filter(e => e.tabIndex < 0).length")
    assert hidden == 0


@pytest.mark.context(permissions=["clipboard-read", "clipboard-write"])
def test_a_citation_is_copied(tab, reader) -> None:
    page = tab.open(node_url(reader.pick("49-KL/TW").iri))
    page.locator("button.copy").first.click()
    page.locator("button.copy", has_text="đã chép").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Kết luận số 49-KL/TW ngày 10/5/2019")


def test_paper_has_the_quotes_and_not_the_controls(tab, reader) -> None:
    page = tab.open(node_url(reader.pick("49-KL/TW").iri))
    page.emulate_media(media="print")
    for control in (".contents", ".as-of", ".actions", "button.copy", ".top nav"):
        assert not page.locator(control).first.is_visible(), control
    assert page.locator("blockquote").first.is_visible()
    assert page.pdf().startswith(b"%PDF")
