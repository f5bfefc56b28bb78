"""First visit, help, accuracy, data and empty sites in a real browser; the weight of scripts; a whole walk by keyboard."""

from __future__ import annotations

import pytest

from api.app import create_app
from api.pages.urls import lineage_url, node_url
from api.settings import Settings
from tests.api.live import serving

pytestmark = pytest.mark.browser

SCRIPTS = 100 * 1024
"""The most bytes of script on an ordinary page, libraries included."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """The address of a site with nothing loaded."""
    with serving(create_app(Settings(data=tmp_path_factory.mktemp("empty") / "none"))) as address:
        yield address


@pytest.mark.context(java_script_enabled=False)
@pytest.mark.parametrize(("lang", "word"), [("vi", "Mở trang"), ("en", "Open the page")])
def test_the_first_visit_leads_through_all_stations_without_script(tab, lang: str, word: str) -> None:
    page = tab.open(f"/start?lang={lang}")
    links = [link.get_attribute("href") for link in page.locator(".stations a.button", has_text=word).all()]
    assert len(links) == 10
    for link in links:
        tab.open(link)
        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("main h1").count() == 1
        page.go_back()
        assert page.url.endswith(f"/start?lang={lang}")


@pytest.mark.context(java_script_enabled=False)
def test_an_empty_site_says_what_to_do_on_every_page(tab, empty) -> None:
    tab.site = empty
    for address in ("/", "/start", "/data", "/sources", "/queries", "/sparql-ui"):
        page = tab.open(address)
        assert "phahe load PATH" in page.locator("main").text_content(), address
    for address in ("/help", "/accuracy", "/ontology", "/about", "/accessibility", "/sparql", "/session"):
        tab.open(address)


def test_an_empty_site_is_clean(tab, empty) -> None:
    tab.site = empty
    for address in ("/start", "/data", "/queries?lang=en"):
        tab.open(address)
        assert (address, tab.faults()) == (address, [])


def test_the_glossary_can_be_linked_to(tab) -> None:
    page = tab.open("/help?lang=en#word-lineage")
    assert page.locator("#word-lineage").is_visible()
    assert page.locator(".glossary > div").count() >= 25


def test_accuracy_is_shown_with_its_intervals_in_both_languages(tab) -> None:
    assert tab.open("/accuracy").locator("table td", has_text="đến").count() > 20
    page = tab.open("/accuracy?lang=en")
    assert page.locator("table td", has_text=" to ").count() > 20
    assert page.locator("table td", has_text="not measured").count() > 0


def test_the_data_page_tells_how_far_it_reaches(tab) -> None:
    page = tab.open("/data?lang=en")
    assert page.locator("#reach ~ .scroll tbody tr").count() >= 2
    assert "current" in page.locator("#copies ~ ul li").first.text_content()


def test_ordinary_pages_carry_little_script(tab, reader) -> None:
    plan = reader.pick("211/KH-UBND").iri
    weights: list[int] = []
    tab.page.on(
        "response",
        lambda answer: weights.append(len(answer.body())) if answer.url.split("?")[0].endswith(".js") else None,
    )
    pages = [
        "/",
        "/?q=49",
        "/start",
        "/help",
        "/data",
        "/sparql",
        "/chain",
        "/queries",
        node_url(plan),
        lineage_url(plan),
    ]
    for address in pages:
        weights.clear()
        tab.open(address)
        tab.page.wait_for_load_state("networkidle")
        assert sum(weights) <= SCRIPTS, (address, weights)


WALK = """() => {
    const seen = element => element.checkVisibility() && !element.closest('details:not([open]) > :not(summary)');
    const ways = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    return [...document.querySelectorAll(ways)].filter(seen).length;
}"""
HERE = """() => {
    const here = document.activeElement;
    if (!here || here === document.body) { return null; }
    window.walked = window.walked || new Set();
    const again = window.walked.has(here);
    window.walked.add(here);
    const box = here.getBoundingClientRect();
    const shown = here.className === 'skip' || (box.bottom > 0 && box.top < innerHeight);
    return { again, shown, name: (here.getAttribute('aria-label') || here.textContent || here.id).trim().slice(0, 60) };
}"""


@pytest.mark.context(reduced_motion="reduce", viewport={"width": 1180, "height": 820})
@pytest.mark.parametrize("kind", ["start", "sparql", "lineage", "data"])
def test_tab_walks_a_whole_page_in_sight(tab, reader, kind: str) -> None:
    address = lineage_url(reader.pick("211/KH-UBND").iri) if kind == "lineage" else f"/{kind}"
    page = tab.open(address)
    count = page.evaluate(WALK)
    walked = []
    for _ in range(count + 5):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or here["again"]:
            break
        assert here["shown"], here
        walked.append(here["name"])
    assert len(walked) == count, walked
