"""Working on the pages in a real browser: signing in, reviewing with one key each, reading sources before keeping them."""

from __future__ import annotations

import shutil

import pytest

from api import keys
from api.app import create_app
from api.settings import Settings
from graph.docket import Docket
from graph.reader import Reader
from tests.api.live import serving

pytestmark = pytest.mark.browser

TEXT = "Kế hoạch số 15/KH-UBND ngày 3/2/2021 của UBND tỉnh Nam Định triển khai Quyết định số 489/QĐ-TTg ngày 08/4/2020."
HOSTILE = "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'> \u202e " + TEXT


@pytest.fixture
def desk(data, tmp_path):
    """A data directory of its own, to be written to."""
    return shutil.copytree(data, tmp_path / "data", ignore=shutil.ignore_patterns("control.sock"))


@pytest.fixture
def site(desk):
    with serving(create_app(Settings(data=desk))) as address:
        yield address


@pytest.fixture
def signed(tab, desk):
    """A tab in which a reviewer who may load has signed in; gives a way to open pages."""
    text = keys.create(desk, ("review", "load"), label="Nguyễn Văn An")[1]
    page = tab.open("/session?next=/review")
    page.locator("input[name=key]").fill(text)
    with page.expect_navigation():  # to the end of loading: the keys are the script's
        page.keyboard.press("Enter")
    assert page.locator("#case").is_visible()
    return tab


def acts(desk) -> list[str]:
    with Reader.open(desk) as reader:
        return [one.act for one in Docket(reader).log]


@pytest.mark.parametrize("key_and_act", [("c", "confirmed"), ("r", "rejected")])
def test_one_key_decides_and_one_takes_it_back(signed, desk, key_and_act) -> None:
    key, act = key_and_act
    page = signed.page
    first = page.locator(".side .end").all_inner_texts()
    page.keyboard.press(key)
    page.wait_for_url("**done=*")
    assert acts(desk) == [act]
    assert page.locator(".side .end").all_inner_texts() != first
    with page.expect_navigation():
        page.keyboard.press("u")
    assert acts(desk) == [act, "undone"]
    assert page.locator(".side .end").all_inner_texts() == first


def test_skipping_and_going_back_by_key(signed) -> None:
    page = signed.page
    quote = page.locator(".context mark").first.inner_text()
    page.keyboard.press("s")
    page.wait_for_url("**skip=1*")
    assert page.locator("h2").first.inner_text().startswith("Quan hệ thứ 2 ")
    page.keyboard.press("b")
    page.wait_for_url(lambda address: "skip" not in address)
    assert page.locator(".context mark").first.inner_text() == quote


def test_correcting_by_key_writes_what_the_quote_states(signed, desk) -> None:
    page = signed.page
    page.keyboard.press("e")
    assert page.locator("#c-relation").evaluate("one => one === document.activeElement")
    now = page.locator("#c-relation").input_value()
    page.locator("#c-relation").select_option("reviews" if now != "reviews" else "cites")
    page.locator("#c-why").fill("cùng thực hiện")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=*")
    assert acts(desk) == ["corrected"]


def test_keys_are_not_taken_while_somebody_writes_nor_when_switched_off(signed, desk) -> None:
    page = signed.page
    page.keyboard.press("e")
    page.locator("#c-why").fill("")
    page.locator("#c-why").press_sequentially("cru")
    assert page.locator("#c-why").input_value() == "cru"
    page.locator("#keys").uncheck()
    page.locator("h1").click()
    page.keyboard.press("c")
    page.reload()
    assert not page.locator("#keys").is_checked()
    assert acts(desk) == []


@pytest.mark.context(java_script_enabled=False)
def test_reviewing_and_loading_without_script(signed, desk) -> None:
    page = signed.page
    page.locator("#reject button").click()
    assert acts(desk) == ["rejected"]
    signed.open("/load")
    page.locator("#text").fill(TEXT)
    page.locator("button[name=dry]").click()
    page.locator(".balance button").wait_for()
    page.locator(".balance button").click()
    page.locator(".note.done").wait_for()


def test_a_text_is_read_then_kept(signed) -> None:
    page = signed.open("/load")
    page.locator("#text").fill(HOSTILE)
    page.locator("button[name=dry]").click()
    page.locator(".balance").wait_for()
    page.get_by_role("link", name="Kế hoạch 15/KH-UBND").click()
    assert page.evaluate("window.ran") is None
    page.locator(".balance button").click()
    page.locator(".note.done").wait_for()
    signed.open("/d?q=15/KH-UBND")
    assert "Nam Định" in page.locator("main").inner_text()


def test_files_are_dropped_on_the_page(signed) -> None:
    page = signed.open("/load")
    page.evaluate(
        """text => {
            const all = new DataTransfer();
            all.items.add(new File([text], "ke-hoach.txt", {type: "text/plain"}));
            document.getElementById("drop").dispatchEvent(new DragEvent("drop", {dataTransfer: all, cancelable: true}));
        }""",
        TEXT,
    )
    assert page.locator("#chosen").inner_text() == "ke-hoach.txt"
    page.locator("button[name=keep]").click()
    page.locator(".note.done").wait_for()


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_working_pages_are_clean_and_narrow(signed, lang, scheme) -> None:
    page = signed.page
    page.emulate_media(color_scheme=scheme)
    signed.open("/load")
    page.locator("#text").fill(TEXT)
    page.locator("button[name=dry]").click()
    page.locator(".balance").wait_for()
    job = page.url.removeprefix(signed.site)
    page.goto(f"{signed.site}/review")
    page.keyboard.press("c")
    page.wait_for_url("**done=*")
    for address in ("/review", "/review/log", "/load", job.partition("?")[0], "/session"):
        page.set_viewport_size({"width": 1180, "height": 820})
        signed.open(f"{address}?lang={lang}" if lang == "en" else address)
        assert (address, signed.faults()) == (address, [])
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
