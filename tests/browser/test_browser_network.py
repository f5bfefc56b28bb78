"""The network view and the SPARQL editor in a real browser: they work, they stay here, and no payload runs."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from api.pages.urls import lineage_url
from api.views import pyvis_html
from graph.values import Edge, Evidence, Node, Subgraph

pytestmark = pytest.mark.browser

RUN = "window.ran=1"
PAYLOADS = {
    "image": f'<img src=x onerror="{RUN}">',
    "script": f"</script><script>{RUN}</script>",
    "href": f'see href <a href="javascript:{RUN}" onmouseover="{RUN}">here</a><img src=x onerror="{RUN}">',
    "svg": f'<svg onload="{RUN}"></svg>',
    "comment": f"<!--<script>{RUN}</script>-->",
    "textarea": f"</textarea><img src=x onerror={RUN}>",
    "quote": f'" onmouseover="{RUN}" x="',
    "apostrophe": f"');{RUN};('",
    "template": "{{ 7*7 }}{% raw %}",
    "unicode": f"\u2028{RUN}\u2029",
    "bidi": f"\u202e<b onclick='{RUN}'>\u202c",
    "markup": f"<b>bold</b>*md*_md_`{RUN}`",
    "style": f"</style><script>{RUN}</script>",
}
PLACES = ("number", "title", "issuer", "type", "iri", "predicate", "quote", "date")


def poisoned(payload: str) -> Subgraph:
    """Two documents and an edge with the payload in every place that text can come to."""
    made = {"type": f"X{payload}", "label": payload, "number": payload, "title": payload, "issuer": payload}
    head = Node(f"https://w3id.org/phahe/id/doc/vn/x/{payload}", "document", date="2020", **made)
    tail = Node("https://w3id.org/phahe/id/doc/vn/y", "document", level="central", sphere="party", **made)
    proof = Evidence(f"https://w3id.org/phahe/id/assertion/{payload}", "0" * 64, payload, 0, 1)
    return Subgraph(head.iri, (head, tail), (Edge(head.iri, f"p{payload}", tail.iri, (proof,)),), 2)


@pytest.mark.parametrize("name", PAYLOADS)
def test_no_payload_runs(name: str, browser, tmp_path: Path) -> None:
    file = tmp_path / "view.html"
    file.write_text(pyvis_html(poisoned(PAYLOADS[name]), site="https://site.example"), encoding="utf-8")
    page = browser.new_page(viewport={"width": 900, "height": 700})
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-drawn]")
    box = page.locator("#network canvas").bounding_box()
    for x, y in ((0.2, 0.3), (0.5, 0.5), (0.8, 0.7), (0.3, 0.7)):
        page.mouse.move(box["x"] + box["width"] * x, box["y"] + box["height"] * y)
        page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)
    page.fill("#words", PAYLOADS[name][:20])
    assert page.evaluate("window.ran") is None
    assert page.locator("img").count() == 0
    assert asked == [file.as_uri()]
    assert said == []
    page.close()


def test_clicking_a_box_tells_about_it(browser, tmp_path: Path) -> None:
    known = Path(__file__).parents[1] / "api" / "data" / "lineage.json"
    file = tmp_path / "view.html"
    file.write_text(pyvis_html(msgspec.json.decode(known.read_bytes(), type=Subgraph)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1100, "height": 800})
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-drawn]")
    page.fill("#words", "ket luan 49")
    assert page.locator("#found").text_content() == "1"
    page.wait_for_timeout(100)
    box = page.locator("#network canvas").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#details:not([hidden])")
    assert "Kết luận 49-KL/TW" in page.locator("#details").text_content()
    page.fill("#words", "zzz")
    assert page.locator("#found").text_content() == "không thấy"
    page.close()


def test_a_box_is_dragged_and_stays_where_it_is_put(browser, tmp_path: Path) -> None:
    known = Path(__file__).parents[1] / "api" / "data" / "lineage.json"
    file = tmp_path / "view.html"
    file.write_text(pyvis_html(msgspec.json.decode(known.read_bytes(), type=Subgraph)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1100, "height": 800})
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-drawn]")
    page.fill("#words", "ket luan 49")
    page.wait_for_timeout(100)
    box = page.locator("#network canvas").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 180, y + 150, steps=5)
    page.mouse.up()
    page.wait_for_timeout(400)
    page.mouse.click(x - 180, y + 150)
    page.wait_for_selector("#details:not([hidden])")
    assert "Kết luận 49-KL/TW" in page.locator("#details").text_content()
    page.close()


def test_the_view_works_in_its_sandboxed_frame(tab, reader) -> None:
    page = tab.open(lineage_url(reader.pick("49-KL/TW").iri, view="network"))
    frame = page.frame_locator("iframe.network")
    frame.locator("#network canvas").wait_for()
    assert frame.locator("html[data-drawn]").count() == 1
    inner = next(one for one in page.frames if one.parent_frame)
    assert inner.evaluate("window.origin") == "null"


def test_the_editor_asks_this_server_only_even_by_a_shared_link(tab) -> None:
    page = tab.open("/sparql-ui#query=SELECT%20%2A%20WHERE%20%7B%7D&endpoint=https%3A%2F%2Fevil.example%2Fsparql")
    page.wait_for_selector(".yasqe .CodeMirror")
    page.wait_for_timeout(300)
    assert "WHERE {}" in page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
    assert tab.faults(leave_out="#editor") == []


def test_a_sample_query_runs_in_the_editor(tab) -> None:
    page = tab.open("/sparql-ui")
    page.wait_for_selector(".yasqe .CodeMirror")
    page.get_by_role("button", name="Văn bản và hoạt động thực hiện một văn bản").click()
    page.wait_for_selector(".yasr table tbody tr")
    assert "489" in page.locator(".yasr").text_content()


@pytest.mark.context(java_script_enabled=False)
def test_the_plain_form_answers_without_script(tab) -> None:
    page = tab.open("/sparql")
    page.get_by_role("button", name="Chạy").click()
    rows = page.locator("table tbody tr")
    assert rows.count() > 2
    assert page.locator("table a[href^='/d/']").count() > 2


def test_a_bad_query_is_told_in_words(tab) -> None:
    page = tab.open("/sparql?query=SELECT", status=400)
    tab.bad = [said for said in tab.bad if "400" not in said]
    assert page.get_by_role("alert").is_visible()
    assert page.get_by_label("Câu hỏi SPARQL").input_value() == "SELECT"
