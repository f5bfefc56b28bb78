"""The search box and its answers in a real browser: suggestions by keyboard and mouse, facets, paging, without script."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from api.pages.urls import node_url

pytestmark = pytest.mark.browser


def suggested(page, text: str):
    """Types into the box; the list once it answers all that was typed."""
    box = page.locator("#q")
    box.click()
    box.press_sequentially(text)
    page.locator("[role=listbox][aria-busy=false]").wait_for()
    return page.locator("[role=listbox] [role=option]")


def test_the_box_suggests_and_the_keyboard_chooses(tab, reader) -> None:
    page = tab.open("/")
    options = suggested(page, "ket luan 4")
    assert "49-KL/TW" in options.first.text_content()
    box = page.locator("#q")
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-controls") == page.locator("[role=listbox]").get_attribute("id")
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    assert tab.faults() == []
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowUp")
    assert options.last.get_attribute("aria-selected") == "true"
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**" + node_url(reader.pick("49-KL/TW").iri))


def test_escape_closes_and_enter_without_a_choice_searches(tab) -> None:
    page = tab.open("/")
    suggested(page, "khuyen h")
    page.locator("#q").press("Escape")
    assert not page.locator("[role=listbox]").is_visible()
    assert page.locator("#q").input_value() == "khuyen h"
    page.locator("#q").press("ArrowDown")
    assert page.locator("[role=listbox]").is_visible()
    page.locator("#q").press("Enter")
    page.wait_for_url("**/?q=khuyen+h*")
    assert page.locator(".hits > li").count() >= 1


def test_a_body_leads_to_what_it_issued(tab) -> None:
    page = tab.open("/?lang=en")
    options = suggested(page, "thu tuong chinh")
    body = options.filter(has_text="issuer")
    assert body.count() == 1
    body.click()
    page.wait_for_url("**body=ttg**")
    assert "lang=en" in page.url
    assert {text.split(" ")[0] for text in page.locator(".hits a.name").all_text_contents()} <= {
        "Decision",
        "Directive",
    }


def test_leaving_the_box_closes_the_list(tab) -> None:
    page = tab.open("/")
    suggested(page, "49")
    page.keyboard.press("Tab")
    assert page.locator("#q").get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.type") == "submit"


def test_hostile_titles_are_suggested_as_text(tab) -> None:
    page = tab.open("/")
    options = suggested(page, "966")
    assert "966/KH-UBND" in options.first.text_content()
    assert page.evaluate("window.ran") is None
    assert page.locator("[role=listbox] img, [role=listbox] script").count() == 0


@pytest.mark.context(java_script_enabled=False)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_facets_choose_several_values_and_give_them_back_without_script(tab, lang: str) -> None:
    page = tab.open(f"/?q=th%E1%BB%B1c+hi%E1%BB%87n&lang={lang}")
    everything = page.locator(".hits > li").count()
    kinds = page.locator("section[aria-labelledby=facet-type] a")
    counts = [int(link.locator(".num").text_content()) for link in kinds.all()]
    assert sum(counts) == everything
    kinds.nth(0).click()
    assert page.locator(".hits > li").count() == counts[0]
    page.locator("section[aria-labelledby=facet-type] a:not([aria-current])").first.click()
    assert page.locator(".hits > li").count() == counts[0] + counts[1]
    assert len(parse_qs(urlsplit(page.url).query)["type"]) == 2
    assert page.locator(".taken .chip").count() == 2
    page.locator(".taken .chip").first.click()
    assert page.locator(".hits > li").count() == counts[1]
    page.locator(".taken a:not(.chip)").click()
    assert page.locator(".hits > li").count() == everything


def test_words_are_marked_however_they_were_typed(tab) -> None:
    page = tab.open("/?q=khuyen+hoc+khuyen+tai")
    marks = page.locator(".hits mark").all_text_contents()
    assert "khuyến học, khuyến tài" in " ".join(page.locator(".hits").all_text_contents())
    assert {word.casefold() for mark in marks for word in re.findall(r"\w+", mark)} == {"khuyến", "học", "tài"}


def test_an_ambiguous_name_shows_what_tells_its_documents_apart(tab) -> None:
    page = tab.open("/d?q=thông tư", status=409)
    hits = page.locator("main .hits > li")
    assert hits.count() > 3
    dates = [time.get_attribute("datetime") for time in hits.locator("time").all()]
    assert dates == sorted(dates, reverse=True)
    assert tab.faults() == []
    page.get_by_role("link", name="Xem trong trang tra cứu").click()
    assert page.locator(".hits > li").count() > 3
    tab.bad = [said for said in tab.bad if "409" not in said]


@pytest.mark.context(viewport={"width": 320, "height": 640}, color_scheme="dark")
def test_suggestions_fit_a_narrow_screen(tab) -> None:
    page = tab.open("/")
    suggested(page, "quyet dinh")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    box = page.locator("[role=listbox]").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert tab.faults() == []


@pytest.mark.context(viewport={"width": 320, "height": 640})
def test_on_a_narrow_screen_a_link_leads_to_the_facets(tab) -> None:
    page = tab.open("/?q=th%E1%BB%B1c+hi%E1%BB%87n")
    page.get_by_role("link", name="lọc kết quả").click()
    assert page.evaluate("location.hash") == "#facets"
    assert page.locator("#facets").is_visible()


@pytest.mark.parametrize("address", ["/", "/?q=khuyen", "/d/vn/bbt/kl/2019/49-kl-tw"])
def test_ordinary_pages_load_little_script(tab, address: str) -> None:
    sizes = []
    tab.page.on("response", lambda answer: sizes.append(len(answer.body())) if ".js" in answer.url else None)
    tab.open(address)
    tab.page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes) <= 100_000
