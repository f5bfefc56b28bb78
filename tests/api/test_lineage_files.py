"""A lineage on paper: the PDF holds the drawing, every edge and every quote, in either language, and is tagged."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pypdfium2
import pytest

from api.pages import language
from api.pages.drawing import edge_words
from api.pages.dressing import PLAIN, Dressing
from api.report.lineage import lineage_pdf
from graph.values import Subgraph

KNOWN = msgspec.json.decode(Path(__file__).with_name("data").joinpath("lineage.json").read_bytes(), type=Subgraph)


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_the_paper_says_what_the_page_says(lang: str) -> None:
    made = lineage_pdf(KNOWN, PLAIN, lang)
    text = text_of(made)
    assert language.say("shown_of", lang, shown=len(KNOWN.nodes), total=KNOWN.total) in text
    for edge in KNOWN.edges:
        assert edge_words(edge, lang) in text
        assert edge.evidence[0].exact.split(" ")[0] in text
    assert b"/StructTreeRoot" in made
    with pypdfium2.PdfDocument(made) as document:
        width, height = document[0].get_size()
    assert width > height


def test_equal_values_give_equal_bytes() -> None:
    assert lineage_pdf(KNOWN, PLAIN, "vi") == lineage_pdf(KNOWN, PLAIN, "vi")


def test_groups_and_statuses_are_on_paper_and_a_group_counts_for_none() -> None:
    node = msgspec.structs.replace(KNOWN.nodes[-1], kind="group", label="34 văn bản", title="2020–2024")
    edges = tuple(edge for edge in KNOWN.edges if node.iri in {edge.head, edge.tail})
    nodes = tuple(one for one in KNOWN.nodes if one.iri != node.iri)
    other = Subgraph(KNOWN.focus, (*nodes, node), edges, 41)
    counts = {(edge.head, edge.predicate, edge.tail): 34 for edge in edges}
    text = text_of(lineage_pdf(other, Dressing(counts=counts, statuses={nodes[0].iri: "còn hiệu lực"}), "vi"))
    assert f"hiện {len(nodes)}/41" in text
    assert "34 văn bản" in text


def test_hostile_text_is_set_and_never_run() -> None:
    evil = '#panic("x") <script>window.ran=1</script> \u202e $x$ \\ #set page(width: 1pt)'
    node = msgspec.structs.replace(KNOWN.nodes[0], title=evil, issuer=evil, number=evil)
    made = lineage_pdf(Subgraph(node.iri, (node,), (), 1), PLAIN, "vi")
    assert made.startswith(b"%PDF")
    assert "#panic" in text_of(made)
