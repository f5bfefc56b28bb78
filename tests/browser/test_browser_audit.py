"""The audit pages in a real browser: clean for axe, narrow, without script, on paper, with hostile content and a large hub."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from api import pipeline
from api.app import create_app
from api.pages.inquiries import NEAREST
from api.pages.questions import OF_ALL, OF_ONE
from api.settings import Settings
from graph.library import Library
from graph.searches import Searches, declared
from graph.values import Kept
from ontology.model import Document, Extraction, Relation, Source, Span, Text
from ontology.registers import load
from tests.api.live import serving
from tests.browser.conftest import HOSTILE, ROOT, Tab

pytestmark = pytest.mark.browser

ORDER, DAY, HUB = "489/QĐ-TTg", "2021-06-30", "1000/QĐ-TTg"
CHILDREN = 5_000
LONG = "dài " * 2_500 + '<script>window.ran = 1</script>"><img src=x onerror="window.ran=1"> \u202e'
SEARCH = {"body": "Hải Dương", "place": "<b>kho</b>", "since": "2019-05-10", "until": DAY, "items": "412", "by": "A"}
ADDRESSES = [
    "/audit",
    *(f"/audit/{question}" for question in (*OF_ONE, *OF_ALL)),
    f"/audit/chain?of={ORDER}&confidence=0.98&level=province",
    f"/audit/coverage?of={ORDER}&on={DAY}&sort=state",
    f"/audit/deadlines?of={ORDER}&on={DAY}",
    f"/audit/impact?of={ORDER}",
    f"/audit/changes?of={ORDER}",
    f"/audit/changes?of={ORDER}&since=2019-06-01",
    f"/audit/diffusion?of={ORDER}",
    f"/audit/checks?of={ORDER}",
]


def hub() -> tuple[Kept, bytes, Extraction]:
    """One source in which a decision has hundreds of plans, and a title that means ill and does not end."""
    content, relations = f"{LONG}\n", []
    documents = [Document("d0", "QĐ", HUB, "2020-01-02", "Thủ tướng Chính phủ", LONG)]
    for at in range(1, CHILDREN + 1):
        line = f"Kế hoạch {at}/KH-BTC thực hiện {HUB}."
        documents.append(Document(f"d{at}", "KH", f"{at}/KH-BTC", "2020-03-04", "Bộ Tài chính"))
        span = Span(len(content), len(content) + len(line))
        relations.append(Relation(f"d{at}", "implements", "d0", span, confidence=0.9, rule="made"))
        content += line + "\n"
    original = content.encode()
    kept = Kept(Source(hashlib.sha256(original).hexdigest(), "text/plain", ("hub.txt",), title=LONG), Text(content))
    return kept, original, Extraction("hub", tuple(documents), (), tuple(relations), extractor="test 1")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site of the examples, of what means ill, of a hub, with one declared search."""
    folder = tmp_path_factory.mktemp("audit-site")
    hostile = folder / "hostile.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    examples = sorted(path for path in ROOT.joinpath("api/examples").iterdir() if path.name != "manifest.json")
    paths = [(f"examples/{path.name}", path) for path in examples] + [("hostile.txt", hostile)]
    assert not pipeline.keep([pipeline.Item(name, str(path)) for name, path in paths], folder / "data").failed
    with Library(folder / "data") as library:
        library.keep_many([hub()])
        library.publish()
    Searches(folder / "data").add(declared(SEARCH | {"on": "2021-07-01"}, load()))
    with serving(create_app(Settings(data=folder / "data"))) as address:
        yield address


def in_english(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang=en"


@pytest.mark.context(color_scheme="light")
def test_every_audit_page_is_clean_in_light(tab: Tab) -> None:
    for address in ADDRESSES:
        tab.open(address)
        assert (address, tab.faults()) == (address, [])


@pytest.mark.context(color_scheme="dark")
def test_every_audit_page_is_clean_in_dark_and_english(tab: Tab) -> None:
    for address in ADDRESSES:
        page = tab.open(in_english(address))
        assert page.locator("html").get_attribute("lang") == "en"
        assert (address, tab.faults()) == (address, [])


@pytest.mark.context(viewport={"width": 320, "height": 640})
def test_no_audit_page_scrolls_sideways_on_a_narrow_screen(tab: Tab) -> None:
    for address in ADDRESSES:
        page = tab.open(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


@pytest.mark.context(viewport={"width": 640, "height": 480}, device_scale_factor=2)
def test_no_audit_page_scrolls_sideways_at_twice_the_size(tab: Tab) -> None:
    for address in ADDRESSES:
        page = tab.open(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, address


@pytest.mark.context(java_script_enabled=False)
def test_an_audit_without_script(tab: Tab) -> None:
    """From the bar at the top to a body of the matrix, its search, the calendar and the evidence."""
    page = tab.open("/")
    page.get_by_role("link", name="Kiểm tra", exact=True).click()
    page.get_by_label("Văn bản cần kiểm tra").fill(ORDER)
    page.get_by_role("button", name="Ai đã thực hiện").click()
    page.get_by_label("Xét đến ngày").fill(DAY)
    page.get_by_role("button", name="Xem", exact=True).click()
    assert f"on={DAY}" in page.url
    page.get_by_role("link", name=re.compile("đã tìm, không thấy")).click()
    assert page.locator("tbody th[scope=row]").all_text_contents() == ["Hải Dương"]
    page.get_by_role("navigation", name="Câu hỏi kiểm tra").get_by_role("link", name="Thời hạn").click()
    assert f"on={DAY}" in page.url
    page.locator("table.months a").first.click()
    assert "#due-" in page.url
    page.get_by_role("link", name="Tình trạng").click()
    assert page.locator("th[aria-sort]").count() == 1
    page.locator("td a", has_text="xem trong bản lưu").first.click()
    assert page.locator("mark, .text").count()


def test_keys_reach_every_link_of_the_matrix_in_order(tab: Tab) -> None:
    page = tab.open(f"/audit/coverage?of={ORDER}&on={DAY}&state=found")
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.id"))
    for wanted in ("of", "set", "on", "geography"):
        assert wanted in reached
    assert any(one and one.startswith("/audit/coverage.csv") for one in reached)
    assert any(one and one.startswith("/d/") for one in reached)


@pytest.mark.parametrize("question", OF_ONE)
def test_hostile_titles_and_a_hub_do_no_harm(tab: Tab, question: str) -> None:
    page = tab.open(f"/audit/{question}?of={HUB}&since=2019-01-01&limit=1000&set=ministries")
    assert page.evaluate("window.ran") is None
    assert page.locator("main script, main img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1180


def test_a_hub_is_shown_in_pages_up_to_the_nearest_thousand_and_counted_whole(tab: Tab) -> None:
    page = tab.open(f"/audit/impact?of={HUB}")
    seen = page.locator("tbody tr").count()
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        seen += page.locator("tbody tr").count()
    assert seen == NEAREST
    assert f"{CHILDREN:,}".replace(",", ".") in page.locator("main").inner_text()


def test_on_paper_the_form_is_gone_and_the_address_is_there(tab: Tab) -> None:
    page = tab.open(f"/audit/coverage?of={ORDER}&on={DAY}")
    page.emulate_media(media="print")
    assert not page.locator("form.ask").is_visible()
    assert not page.locator("nav.questions").is_visible()
    assert "/audit/coverage?of=" in page.locator(".onpaper").inner_text()
    assert page.locator("table.dense").first.is_visible()


def test_files_are_saved_under_the_name_of_the_document(tab: Tab, tmp_path: Path) -> None:
    page = tab.open(f"/audit/deadlines?of={ORDER}&on={DAY}")
    for label, name in (("CSV", "csv"), ("XLSX", "xlsx"), ("Lịch (.ics)", "ics")):
        with page.expect_download() as taken:
            page.get_by_role("link", name=label, exact=True).click()
        assert taken.value.suggested_filename == f"deadlines-489-qd-ttg.{name}"
        taken.value.save_as(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 100
