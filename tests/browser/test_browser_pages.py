"""Every page in a real browser: reachable for all, in both languages, light and dark, narrow, without script, hostile."""

from __future__ import annotations

from itertools import combinations

import pytest

from api.pages.urls import evidence_url, lineage_url, node_url

pytestmark = pytest.mark.browser

PLAN, ROOT, MIDDLE = "211/KH-UBND", "11-CT/TW", "49-KL/TW"
PLAIN = [
    "/",
    "/?q=khuyen+hoc",
    "/?q=zzzz",
    "/chain?from=211/KH-UBND&to=11-CT/TW",
    "/queries",
    "/sources",
    "/ontology",
    "/about",
    "/data",
    "/accessibility",
    "/start",
    "/help",
    "/accuracy",
    "/session",
]
PLAIN += [
    "/queries/implementers?document=49-KL/TW",
    "/sparql",
    "/sparql?query=SELECT+*+WHERE+%7B+%3Fs+%3Fp+%3Fo+%7D+LIMIT+3",
]
NARROW = {"viewport": {"width": 320, "height": 640}}


@pytest.fixture(scope="session")
def addresses(reader) -> list[str]:
    """An address of every kind of page."""
    focus, middle = reader.pick(PLAN), reader.pick(MIDDLE)
    item = reader.dossier(middle.iri).out[0].evidence[0]
    own = [node_url(focus.iri), node_url(middle.iri), lineage_url(focus.iri), lineage_url(middle.iri, down="3")]
    return [*PLAIN, *own, evidence_url(item.iri), f"/source/{item.source}?mark={item.start}-{item.end}"]


def in_english(address: str) -> str:
    """The same page in English."""
    return f"{address}{'&' if '?' in address else '?'}lang=en"


@pytest.mark.context(color_scheme="light")
def test_every_page_is_clean_in_light(tab, addresses) -> None:
    for address in addresses:
        tab.open(address)
        assert (address, tab.faults()) == (address, [])


@pytest.mark.context(color_scheme="dark")
def test_every_page_is_clean_in_dark_and_english(tab, addresses) -> None:
    for address in addresses:
        page = tab.open(in_english(address))
        assert page.locator("html").get_attribute("lang") == "en"
        assert (address, tab.faults()) == (address, [])


@pytest.mark.context(**NARROW)
def test_no_page_scrolls_sideways_on_a_narrow_screen(tab, addresses) -> None:
    for address in addresses:
        page = tab.open(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


@pytest.mark.context(viewport={"width": 640, "height": 480}, device_scale_factor=2)
def test_no_page_scrolls_sideways_at_twice_the_size(tab, addresses) -> None:
    for address in addresses:
        page = tab.open(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, address


@pytest.mark.context(java_script_enabled=False)
def test_search_to_evidence_without_script(tab) -> None:
    page = tab.open("/")
    page.get_by_role("searchbox").fill("ke hoach 211")
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("link", name="Kế hoạch 211/KH-UBND").first.click()
    page.get_by_role("link", name="Xem phả hệ").click()
    assert page.locator("svg.lineage a.node").count() >= 4
    page.get_by_label("Số bậc lên").select_option("1")
    page.get_by_role("button", name="Xem", exact=True).click()
    assert "up=1" in page.url
    row = page.locator("#table ~ .scroll tr", has_text="Quyết định 489/QĐ-TTg").first
    row.locator("a", has_text="xem trong bản lưu").first.click()
    quote = page.locator("mark#quote").text_content()
    assert "489/QĐ-TTg" in quote
    page.get_by_role("link", name="Đọc cả bản lưu").click()
    assert page.locator("mark").first.text_content() == quote


def test_the_chain_page_shows_every_link_with_its_quote(tab) -> None:
    page = tab.open("/chain?from=211/KH-UBND&to=11-CT/TW")
    steps = page.locator(".steps").first.locator("li")
    assert [step.locator("a.end").text_content() for step in steps.all()] == [
        "Kế hoạch 211/KH-UBND",
        "Quyết định 489/QĐ-TTg",
        "Kết luận 49-KL/TW",
        "Chỉ thị 11-CT/TW",
    ]
    assert steps.locator("blockquote").count() >= 3


def test_arrow_keys_walk_the_chain(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(PLAN).iri))
    page.locator("svg a.node.focus").focus()
    walked = []
    for _ in range(3):
        page.keyboard.press("ArrowUp")
        walked.append(page.evaluate("document.activeElement.querySelector('.name').textContent"))
    assert walked[0] in {"Quyết định 489/QĐ-TTg", "Kế hoạch thực hiện Quyết…"}
    assert page.locator("svg.tracing .node.lit").count() >= 3
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.locator("svg.tracing").count() == 0
    page.locator("svg a.node.focus").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/d/**")


def test_tab_reaches_the_skip_link_first_and_the_drawing_in_order(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(PLAN).iri))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_boxes_hold_their_words_and_labels_do_not_meet(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(MIDDLE).iri, up="6", down="6"))
    spilled = page.evaluate(
        """() => [...document.querySelectorAll('svg .node')].filter(node => {
            const card = node.querySelector('.card').getBBox();
            return [...node.querySelectorAll('text')].some(text => text.getBBox().x + text.getBBox().width > card.x + card.width - 4);
        }).map(node => node.textContent.trim())"""
    )
    assert spilled == []
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('svg .edge-label')].map(label => label.querySelector('text').getBBox())
            .concat([...document.querySelectorAll('svg .card')].map(card => card.getBBox()))
            .map(box => [box.x, box.y, box.width, box.height])"""
    )
    assert len(boxes) > 6
    for (x, y, w, h), (u, v, p, q) in combinations(boxes, 2):
        assert not (x < u + p and u < x + w and y < v + q and v < y + h)


def test_expanding_shows_more_and_says_how_much(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(PLAN).iri, down="0"))
    before = page.locator("svg a.node").count()
    button = page.locator("svg a.more").first
    more = int(button.locator("text").text_content().removeprefix("+"))
    button.click()
    assert "expand=" in page.url
    assert page.locator("svg a.node").count() == before + more
    assert f"hiện {before + more}/" in page.get_by_role("status").first.text_content()


def test_the_table_says_what_the_drawing_says(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(MIDDLE).iri, up="6", down="6"))
    drawn = page.locator("svg .edge").count()
    assert drawn == page.locator("#table ~ .scroll tbody tr").count() > 2


def test_targets_are_big_enough_to_hit(tab, addresses) -> None:
    page = tab.open(addresses[0])
    small = page.evaluate(
        "() => [...document.querySelectorAll('nav a, button, input, summary')].filter(e => e.getBoundingClientRect().height < 24).length"
    )
    assert small == 0


def test_failures_are_pages_of_the_site(tab) -> None:
    page = tab.open("/nowhere", status=404)
    assert page.locator("main input[name=q]").is_visible()
    assert tab.faults() == []
    tab.bad = [said for said in tab.bad if "404" not in said]


def test_an_ambiguous_name_lists_its_candidates(tab, reader) -> None:
    page = tab.open("/d?q=kế hoạch", status=409)
    assert page.locator("main .hits a.name").count() > 1
    assert tab.faults() == []
    tab.bad = [said for said in tab.bad if "409" not in said]


def test_hostile_text_is_shown_as_text(tab, reader) -> None:
    node = reader.pick("966/KH-UBND")
    for address in [node_url(node.iri), lineage_url(node.iri), "/?q=966", "/sources"]:
        page = tab.open(address)
        assert page.evaluate("window.ran") is None
        assert page.locator("img").count() == 0
        assert "49" not in page.title()
    page = tab.open(f"/source/{reader.dossier(node.iri).out[0].evidence[0].source}")
    assert "<script>window.ran = 1</script>" in page.locator(".text").text_content()
    assert "{{ 7 * 7 }}" in page.locator(".text").text_content()


def test_printing_leaves_out_what_paper_cannot_do(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(PLAN).iri))
    page.emulate_media(media="print")
    assert not page.locator(".top nav").is_visible()
    assert not page.locator(".tools").is_visible()
    assert page.locator("svg.lineage[role=group]").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_an_unchanged_page_is_not_sent_again(tab) -> None:
    page = tab.open("/about")
    answer = page.request.get(tab.site + "/about")
    again = page.request.get(tab.site + "/about", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status == 304
