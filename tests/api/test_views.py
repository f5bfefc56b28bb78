"""The pyvis view as a file: what stands in it, and that nothing of what it shows can be taken for script."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import msgspec
import pytest
from lxml import html

from api.pages.layout import plan
from api.views import OfflineNetwork, policy, pyvis_html
from graph.values import Edge, Subgraph
from ontology.errors import WrongUse

KNOWN = msgspec.json.decode(Path(__file__).with_name("data").joinpath("lineage.json").read_bytes(), type=Subgraph)
EVIL = '</script><script>window.ran=1</script><img src=x onerror="window.ran=1"> href'


def data_of(page: str) -> dict:
    """The graph that a page holds."""
    return json.loads(html.document_fromstring(page).get_element_by_id("graph").text)


def test_nodes_stand_where_the_drawing_has_them_and_nothing_moves() -> None:
    graph = data_of(pyvis_html(KNOWN))
    drawn = plan(KNOWN, [0.0] * len(KNOWN.edges))
    boxes = {box.iri: box for box in drawn.boxes}
    assert {node["id"] for node in graph["nodes"]} == set(boxes)
    placed = {node["id"]: node for node in graph["nodes"]}
    for axis in ("x", "y"):
        assert sorted(boxes, key=lambda iri: getattr(boxes[iri], axis)) == sorted(
            boxes, key=lambda iri: placed[iri][axis]
        )
    assert graph["options"]["physics"] == {"enabled": False}


def test_two_relations_of_one_pair_are_two_edges() -> None:
    first = KNOWN.edges[0]
    both = Subgraph(KNOWN.focus, KNOWN.nodes, (first, Edge(first.head, "cites", first.tail)), 8)
    edges = data_of(pyvis_html(both))["edges"]
    assert len({edge["id"] for edge in edges}) == 2
    assert [edge["label"] for edge in edges] == ["thực hiện", "viện dẫn"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_file_asks_for_nothing_and_runs_two_scripts(lang: str) -> None:
    page = pyvis_html(KNOWN, lang=lang)
    tree = html.document_fromstring(page)
    assert not tree.xpath("//@src | //link | //iframe | //object | //base")
    scripts = [script for script in tree.iter("script") if script.get("type") != "application/json"]
    assert len(scripts) == 2
    allowed = re.findall(r"'sha256-([^']+)'", tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0])
    bodies = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert allowed == [base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in bodies]
    assert all(source in policy() for source in allowed)
    assert page.startswith("<!doctype html>")


def test_without_a_site_nothing_is_linked_and_the_quotes_stand_in_the_table() -> None:
    page = pyvis_html(KNOWN)
    tree = html.document_fromstring(page)
    assert not tree.xpath("//a/@href")
    assert all(node["url"] is None for node in data_of(page)["nodes"])
    quotes = [quote.text_content() for quote in tree.iter("q")]
    assert quotes == [item.exact for edge in KNOWN.edges for item in edge.evidence]
    assert data_of(pyvis_html(KNOWN, site=""))["nodes"][0]["url"].startswith("/d/")


def test_hostile_text_stays_text() -> None:
    nodes = tuple(msgspec.structs.replace(node, title=EVIL, issuer=EVIL, number=EVIL) for node in KNOWN.nodes)
    edges = tuple(
        msgspec.structs.replace(edge, evidence=(msgspec.structs.replace(edge.evidence[0], exact=EVIL),))
        for edge in KNOWN.edges
    )
    tree = html.document_fromstring(pyvis_html(Subgraph(KNOWN.focus, nodes, edges, 8)))
    assert len(list(tree.iter("script"))) == 3
    assert not list(tree.iter("img"))
    assert EVIL in data_of(pyvis_html(Subgraph(KNOWN.focus, nodes, edges, 8)))["nodes"][0]["lines"][0]


def test_two_builds_are_the_same_bytes() -> None:
    assert pyvis_html(KNOWN) == pyvis_html(KNOWN)


@pytest.mark.parametrize("method", ["show", "save_graph", "from_DOT", "set_template"])
def test_what_writes_unescaped_text_is_refused(method: str) -> None:
    with pytest.raises(WrongUse, match="write_html"):
        getattr(OfflineNetwork(KNOWN), method)("x")


def test_writing_is_utf8_whatever_the_locale(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    OfflineNetwork(KNOWN).write_html(str(tmp_path / "x.html"))
    assert "Kết luận 49-KL/TW" in (tmp_path / "x.html").read_text(encoding="utf-8")
