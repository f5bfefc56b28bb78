"""Both SPARQL forms in a real browser: saved queries, completions of our words, drawn graphs, links to documents."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

GRAPH = "PREFIX+phahe:+<https://w3id.org/phahe/ontology%23>+CONSTRUCT+WHERE+{+?a+phahe:implements+?b+}"
SAVED = {"vi": ("Câu hỏi có sẵn", "Lấy câu hỏi", "Chạy"), "en": ("Saved query", "Take this query", "Run")}


def editor(tab, lang: str = "vi"):
    """The page with the editor ready."""
    page = tab.open(f"/sparql-ui?lang={lang}")
    page.wait_for_selector(".yasqe .CodeMirror")
    return page


@pytest.mark.context(java_script_enabled=False)
@pytest.mark.parametrize("lang", SAVED)
def test_a_saved_query_is_taken_and_run_without_script(tab, lang: str) -> None:
    page = tab.open(f"/sparql?lang={lang}")
    label, take, run = SAVED[lang]
    assert page.get_by_label(label).locator("option").count() >= 20
    page.get_by_label(label).select_option("chain-graph")
    page.get_by_role("button", name=take).click()
    page.get_by_role("button", name=run, exact=True).click()
    drawn = page.locator(".drawing svg[role=group]")
    assert {"211/KH-UBND", "11-CT/TW"} <= {name.split(" ")[-1] for name in drawn.locator(".name").all_text_contents()}
    drawn.locator("a.node", has_text="49-KL/TW").first.click()
    page.wait_for_url("**/d/vn/bbt/kl/2019/49-kl-tw*")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_drawn_answer_is_clean(browser, site, scheme: str) -> None:
    from tests.browser.conftest import Tab

    context = browser.new_context(color_scheme=scheme)
    tab = Tab(context, site)
    tab.open(f"/sparql?query={GRAPH}&lang=en")
    assert tab.page.locator(".drawing svg").count() > 0
    assert tab.faults() == []
    assert tab.bad == []
    context.close()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("PREFIX pha", "phahe: <https://w3id.org/phahe/ontology#>"),
        ("PREFIX phahe: <https://w3id.org/phahe/ontology#> SELECT * { ?s phahe:impl", "phahe:implements"),
        ("PREFIX phahe: <https://w3id.org/phahe/ontology#> SELECT * { ?s a phahe:Doc", "phahe:Document"),
        ("PREFIX eli: <http://data.europa.eu/eli/ontology#> SELECT * { ?s eli:id_", "eli:id_local"),
    ],
)
def test_the_editor_completes_our_words(tab, text: str, wanted: str) -> None:
    page = editor(tab)
    page.evaluate(
        """text => {
            const held = document.querySelector('.CodeMirror').CodeMirror;
            held.setValue(text); held.focus(); held.setCursor(0, text.length);
        }""",
        text,
    )
    page.keyboard.press("Control+Space")
    page.locator(".CodeMirror-hints li", has_text=wanted).first.wait_for()


def test_the_editor_draws_a_graph_and_links_documents(tab) -> None:
    page = editor(tab)
    page.get_by_role("button", name="Chuỗi lên dưới dạng đồ thị").click()
    page.wait_for_selector(".yasr table tbody tr")
    page.locator(".yasr button, .yasr a", has_text="Kết quả dạng hình vẽ").first.click()
    drawing = page.locator(".yasr .drawing svg[role=group]")
    drawing.wait_for()
    assert drawing.locator("a.node[href^='/d/']").count() >= 4


def test_documents_in_the_editors_answer_lead_to_their_pages(tab) -> None:
    page = editor(tab)
    page.get_by_role("button", name="Văn bản và hoạt động thực hiện một văn bản").click()
    page.wait_for_selector(".yasr table tbody tr")
    with page.context.expect_page() as opened:
        page.locator(".yasr table a[href*='/id/doc/']").first.click()
    opened.value.wait_for_url(f"{tab.site}/d/**")


def test_both_forms_offer_the_same_queries(tab) -> None:
    offered = set(tab.open("/sparql").locator(".saved a").all_text_contents())
    assert set(editor(tab).locator("[data-sample]").all_text_contents()) == offered
    assert len(offered) >= 20
