"""The lineage page in a real browser: fold, gather, open, light, grey, fit, days, tabs and files, a hub, hostile names."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from api.app import create_app
from api.pages.urls import lineage_path, lineage_url
from api.settings import Settings
from graph.library import Library
from ontology.model import Document
from tests.api.live import serving
from tests.graph.pages import page as source

pytestmark = pytest.mark.browser

PLAN, MIDDLE = "211/KH-UBND", "49-KL/TW"
CHILDREN, SHEET = 5000, 500
LONG = "kế hoạch rất dài " * 600
RIGHT_TO_LEFT = "\u202eđảo chiều\u202c <script>window.ran = 1</script>"


def plans(sheet: int):
    """A source that names the decision and many plans that carry it out, among them two with names that mean ill."""
    decision = Document("d0", "QĐ", "489/QĐ-TTg", "2020-04-08", "Thủ tướng Chính phủ", "ban hành Kế hoạch")
    made = [decision]
    for at in range(SHEET):
        number = sheet * SHEET + at + 1
        title = {1: LONG, 2: RIGHT_TO_LEFT}.get(number, "thực hiện Quyết định số 489/QĐ-TTg")
        day = f"{2020 + number % 4}-{1 + number % 12:02}-11"
        made.append(Document(f"k{at}", "KH", f"{number}/KH-UBND", day, "Ủy ban nhân dân tỉnh Nghệ An", title))
    return source(f"hub{sheet}", tuple(made), tuple((f"k{at}", "implements", "d0") for at in range(SHEET)))


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """The address of a site whose decision has five thousand plans below it."""
    data = tmp_path_factory.mktemp("hub") / "data"
    with Library(data) as library:
        library.keep_many(plans(sheet) for sheet in range(CHILDREN // SHEET))
        library.publish()
    with serving(create_app(Settings(data=data))) as address:
        yield address


def names(page) -> set[str]:
    """The names in the drawing."""
    return set(page.locator("svg.lineage[role=group] .node .name").all_text_contents())


def status(page) -> str:
    """What the page says of how much is shown."""
    return page.get_by_role("status").first.text_content()


@pytest.mark.context(java_script_enabled=False)
def test_a_hub_of_five_thousand_opens_by_and_by_without_script(tab, hub) -> None:
    tab.site = hub
    page = tab.open("/lineage/vn/ttg/qd/2020/489-qd-ttg")
    assert page.locator("svg[role=group] .node").count() == 2
    assert "hiện 1/5.001" in status(page)
    assert "5.000 văn bản gộp trong 1 ô" in status(page)
    page.locator("svg a.group").click()
    assert page.locator("svg[role=group] a.node").count() == 22
    assert "hiện 21/5.001" in status(page)
    page.locator("svg a.group").click()
    assert page.locator("svg[role=group] a.node").count() == 42
    page.get_by_role("link", name="thu gọn lại").click()
    assert page.locator("svg[role=group] .node").count() == 2


def test_names_that_are_long_or_turn_the_order_stay_in_their_boxes(tab, hub) -> None:
    tab.site = hub
    for number in ("1/KH-UBND", "2/KH-UBND"):
        page = tab.open(f"/d?q={number}")
        page.locator("a", has_text="Xem phả hệ").first.click()
        assert page.locator("svg[role=group] .node.focus").count() == 1
        assert page.evaluate("window.ran") is None
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert tab.faults() == []


@pytest.mark.context(java_script_enabled=False)
def test_folding_hides_what_lies_behind_and_says_how_much(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(PLAN).iri))
    before = names(page)
    page.locator("svg a[aria-label='Thu gọn những gì ở sau Quyết định 489/QĐ-TTg']").click()
    assert "fold=" in page.url
    folded = names(page)
    assert before - folded >= {"Kết luận 49-KL/TW", "Chỉ thị 11-CT/TW"}
    assert "Quyết định 489/QĐ-TTg" in folded
    page.locator("svg a.more", has_text="+").first.click()
    assert names(page) >= before


@pytest.mark.context(java_script_enabled=False)
def test_a_level_is_gathered_and_opened_again(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(MIDDLE).iri, down="3"))
    before = names(page)
    page.get_by_text("Chọn lọc và làm mờ").click()
    page.get_by_label("Tỉnh, thành phố").check()
    page.get_by_role("button", name="Xem", exact=True).click()
    assert "gather=province" in page.url
    assert page.locator("svg a.group").count() == 1
    assert page.locator("svg .lane-province.node").count() == 1
    page.locator("svg a.group").click()
    assert names(page) == before


@pytest.mark.context(java_script_enabled=False)
def test_a_time_greys_and_never_cuts(tab, reader) -> None:
    address = lineage_url(reader.pick(PLAN).iri)
    before = names(tab.open(address))
    page = tab.open(f"{address}?since=2020")
    assert names(page) == before
    grey = set(page.locator("svg .node.outside .name").all_text_contents())
    assert {"Kết luận 49-KL/TW", "Chỉ thị 11-CT/TW"} <= grey
    assert "Kế hoạch 211/KH-UBND" not in grey
    assert page.locator("table.edges td", has_text="ngoài khoảng thời gian").count() >= 2


@pytest.mark.context(java_script_enabled=False)
def test_as_of_a_day_leaves_out_what_came_later(tab, reader) -> None:
    page = tab.open(f"{lineage_url(reader.pick(MIDDLE).iri, down='3')}&as_of=2020-05-01")
    assert "Kế hoạch 211/KH-UBND" not in names(page)
    assert "Quyết định 489/QĐ-TTg" in names(page)
    assert "1/5/2020" in page.locator(".kicker").text_content()


@pytest.mark.context(java_script_enabled=False)
def test_confirmed_only_says_what_to_do_where_nothing_is_confirmed(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(PLAN).iri, min="confirmed"))
    assert page.locator("svg[role=group] .node").count() == 1
    assert "chưa" in page.locator("div.note").text_content().lower()


@pytest.mark.context(java_script_enabled=False)
def test_a_chain_can_be_lit_by_its_address(tab, reader) -> None:
    middle = reader.pick(MIDDLE)
    page = tab.open(f"{lineage_url(reader.pick(PLAN).iri)}?trace={lineage_path(middle.iri)}")
    lit = set(page.locator("svg.tracing .node.lit .name").all_text_contents())
    assert lit == {"Kế hoạch 211/KH-UBND", "Quyết định 489/QĐ-TTg", "Kết luận 49-KL/TW", "Chỉ thị 11-CT/TW"}


def test_the_mouse_lights_a_chain_and_a_lit_one_comes_back(tab, reader) -> None:
    middle, plan = reader.pick(MIDDLE), reader.pick(PLAN)
    page = tab.open(lineage_url(plan.iri))
    page.locator("svg[role=group] a.node", has_text="Chỉ thị 11-CT/TW").hover()
    assert page.locator("svg.tracing .node.lit").count() == 4
    page.mouse.move(2, 2)
    assert page.locator("svg.tracing").count() == 0
    page = tab.open(f"{lineage_url(plan.iri)}?trace={lineage_path(middle.iri)}")
    page.locator("svg[role=group] a.node", has_text="Nghị quyết 29-NQ/TW").hover()
    page.mouse.move(2, 2)
    assert "Kết luận 49-KL/TW" in set(page.locator("svg.tracing .node.lit .name").all_text_contents())


@pytest.mark.context(viewport={"width": 700, "height": 800})
def test_fit_to_page_needs_no_scrolling(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(PLAN).iri))
    frame = "document.querySelector('.drawing')"
    assert page.evaluate(f"{frame}.scrollWidth > {frame}.clientWidth")
    page.get_by_role("link", name="Vừa khung").click()
    assert "fit=yes" in page.url
    assert page.evaluate(f"{frame}.scrollWidth <= {frame}.clientWidth")
    assert page.get_by_role("link", name="Cỡ thật").is_visible()


@pytest.mark.context(color_scheme="dark")
@pytest.mark.parametrize("query", ["", "view=table", "view=network", "gather=party&since=2020&fit=yes", "down=6&up=6"])
def test_every_state_of_the_page_is_clean(tab, reader, query: str) -> None:
    for lang in ("vi", "en"):
        page = tab.open(f"{lineage_url(reader.pick(MIDDLE).iri)}?{query}&lang={lang}")
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        assert tab.faults() == []


@pytest.mark.context(java_script_enabled=False)
def test_tabs_keep_the_choice(tab, reader) -> None:
    page = tab.open(f"{lineage_url(reader.pick(PLAN).iri)}?up=2&since=2020")
    page.get_by_role("link", name="Bảng").click()
    assert {"up=2", "since=2020", "view=table"} <= set(page.url.partition("?")[2].split("&"))
    assert page.locator("table.nodes tbody tr").first.is_visible()
    page.get_by_role("link", name="Mạng (pyvis)").click()
    assert page.locator("iframe.network").get_attribute("src").endswith("framed=yes")


def test_the_table_of_documents_says_what_the_drawing_says(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(MIDDLE).iri, up="6", down="6"))
    drawn = page.locator("svg[role=group] .node").count()
    assert drawn == page.locator("table.nodes tbody tr").count()
    pills = page.locator("svg[role=group] a.more").count()
    assert pills == page.locator("table.nodes a.pill").count()


@pytest.mark.parametrize("state", ["", "gather=province", "fold=vn/ttg/qd/2020/489-qd-ttg", "since=2020&until=2021"])
def test_nothing_in_the_drawing_meets(tab, reader, state: str) -> None:
    page = tab.open(f"{lineage_url(reader.pick(MIDDLE).iri)}?up=6&down=6&{state}")
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('svg .edge-label')].map(label => label.querySelector('text').getBBox())
            .concat([...document.querySelectorAll('svg .card:not(.under)')].map(card => card.getBBox()))
            .map(box => [box.x, box.y, box.width, box.height])"""
    )
    assert len(boxes) > 4
    for (x, y, w, h), (u, v, p, q) in combinations(boxes, 2):
        assert not (x < u + p and u < x + w and y < v + q and v < y + h)
    covered = page.evaluate(
        """() => [...document.querySelectorAll('svg .more:not(.less)')].filter(more => {
            const pill = more.querySelector('rect').getBBox();
            const note = more.previousElementSibling.closest('.node')?.querySelector('.note')?.getBBox();
            return note && note.x + note.width > pill.x && note.y + note.height > pill.y;
        }).length"""
    )
    assert covered == 0


FILES = {
    "drawing.svg": b"<svg",
    "lineage.pdf": b"%PDF",
    "edges.csv": b"\xef\xbb\xbfhead",
    "lineage.graphml": b"<?xml",
    "lineage.ttl": b"@prefix",
    "lineage.jsonld": b"[",
    "network.html": b"<!doctype html>",
}


def test_every_file_is_saved_under_its_name(tab, reader) -> None:
    page = tab.open(f"{lineage_url(reader.pick(PLAN).iri)}?gather=party")
    for link in page.locator(".export a").all():
        name = Path(link.get_attribute("href").partition("?")[0]).name
        answer = page.request.get(tab.site + link.get_attribute("href"))
        assert answer.status == 200, name
        assert answer.headers["content-disposition"].startswith("attachment")
        assert FILES[name] in answer.body()[:800], name


def test_files_hold_what_is_gathered(tab, hub) -> None:
    tab.site = hub
    page = tab.open("/lineage/vn/ttg/qd/2020/489-qd-ttg")
    answer = page.request.get(f"{hub}/lineage/vn/ttg/qd/2020/489-qd-ttg/edges.csv")
    assert len(answer.body().splitlines()) >= CHILDREN - 1


@pytest.mark.context(reduced_motion="reduce")
def test_nothing_moves_where_motion_is_not_wanted(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick(PLAN).iri))
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.context(viewport={"width": 320, "height": 640})
@pytest.mark.parametrize("query", ["", "view=table", "view=network", "gather=party&since=2020", "fit=yes"])
def test_no_state_scrolls_sideways_on_a_narrow_screen(tab, reader, query: str) -> None:
    page = tab.open(f"{lineage_url(reader.pick(MIDDLE).iri)}?{query}")
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
