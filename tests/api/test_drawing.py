"""The drawing of a lineage: its geometry on the known chain and on arbitrary graphs, and what its SVG says."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from api.pages import language, strokes
from api.pages.drawing import lineage_svg
from api.pages.geometry import overlap
from api.pages.layout import CHAIN, plan
from api.pages.lettering import fit, width
from api.pages.naming import name_of
from graph.values import Edge, Node, Subgraph
from ontology import terms

KNOWN = msgspec.json.decode(Path(__file__).with_name("data").joinpath("lineage.json").read_bytes(), type=Subgraph)
SVG = "{http://www.w3.org/2000/svg}"
LEVELS = [("central", "party"), ("central", "state"), ("ministry", "state"), ("province", "state"), ("commune", None)]
NAMES = {"211": "211/KH-UBND", "489": "489/QĐ-TTg", "49": "49-KL/TW", "11": "11-CT/TW"}


def node(at: int, level: str | None, sphere: str | None, date: str | None) -> Node:
    """A document of a made-up series."""
    iri = f"https://w3id.org/phahe/id/doc/vn/x/{at}"
    return Node(
        iri=iri, kind="document", type="KH", label=f"KH {at}", number=f"{at}/KH", date=date, level=level, sphere=sphere
    )


@st.composite
def subgraphs(draw: st.DrawFn, most: int = 14) -> Subgraph:
    """Graphs of all shapes: cycles, loops of two, several relations between one pair, documents without date or level."""
    count = draw(st.integers(1, most))
    dates = st.one_of(st.none(), st.sampled_from(["2007", "2019-05", "2020-02-30"]), st.dates().map(str))
    levels = st.sampled_from([*LEVELS, (None, None)])
    nodes = [node(at, *draw(levels), draw(dates)) for at in range(count)]
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1), st.sampled_from(sorted(terms.PREDICATES)))
    triples = draw(st.lists(ends.filter(lambda e: e[0] != e[1]), unique=True, max_size=20))
    edges = [Edge(nodes[head].iri, predicate, nodes[tail].iri) for head, tail, predicate in triples]
    return Subgraph(nodes[0].iri, tuple(nodes), tuple(edges), count)


def drawn(subgraph: Subgraph):
    """The plan with the widths that the drawing uses."""
    return plan(subgraph, [width(language.predicate(edge.predicate, "vi"), 11) + 8 for edge in subgraph.edges])


def meets(start, end, box) -> bool:
    """Whether an upright or level stretch runs through the inside of a box."""
    (x1, y1), (x2, y2) = start, end
    across = min(x1, x2) < box.right - 0.5 and max(x1, x2) > box.x + 0.5
    return across and min(y1, y2) < box.bottom - 0.5 and max(y1, y2) > box.y + 0.5


def check(subgraph: Subgraph) -> None:
    """The geometric promises of a drawing with a column to each document."""
    made = drawn(subgraph)
    labels = [route.label for route in made.routes]
    assert all(labels)
    assert len({box.x for box in made.boxes}) == len(made.boxes) == len(subgraph.nodes)
    assert len(made.routes) == len(subgraph.edges)
    things = [*made.boxes, *labels]
    assert not [pair for pair in combinations(things, 2) if overlap(*pair)]
    for route in made.routes:
        assert not [box for box in made.boxes for leg in pairwise(route.points) if meets(*leg, box)]
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(route.points))
    inside = [(x, y) for route in made.routes for x, y in route.points]
    assert all(0 <= x <= made.width and 0 <= y <= made.height for x, y in inside)
    assert all(box.right <= made.width and box.bottom <= made.height for box in made.boxes)


@settings(max_examples=60)
@given(subgraphs())
def test_nothing_collides(subgraph: Subgraph) -> None:
    check(subgraph)


def test_nothing_collides_at_forty_documents() -> None:
    nodes = [node(at, *LEVELS[at % 5], f"20{at % 20:02}-0{1 + at % 9}-11") for at in range(CHAIN)]
    ends = [(at, (at * 7 + 3) % at) for at in range(1, CHAIN)] + [(at, at // 2) for at in range(5, CHAIN, 2)]
    edges = [Edge(nodes[head].iri, "implements", nodes[tail].iri) for head, tail in sorted(set(ends)) if head != tail]
    check(Subgraph(nodes[0].iri, tuple(nodes), tuple(edges), CHAIN))


@settings(max_examples=30)
@given(subgraphs(most=8), st.randoms(use_true_random=False))
def test_the_order_of_nodes_does_not_matter(subgraph: Subgraph, random) -> None:
    nodes = list(subgraph.nodes)
    random.shuffle(nodes)
    other = Subgraph(subgraph.focus, tuple(nodes), subgraph.edges, subgraph.total)
    assert lineage_svg(other, lang="vi") == lineage_svg(subgraph, lang="vi")


def box_of(made, number: str):
    """The box of a document by its number."""
    return made.box(next(node.iri for node in KNOWN.nodes if node.number == NAMES[number]))


def test_the_known_chain_stands_in_time_and_level() -> None:
    made = drawn(KNOWN)
    check(KNOWN)
    chain = [box_of(made, number) for number in ("11", "49", "489", "211")]
    assert [box.lane for box in chain] == ["party", "party", "state", "province"]
    assert [box.x for box in chain] == sorted(box.x for box in chain)
    assert [box.y for box in chain] == sorted(box.y for box in chain)
    assert [lane.key for lane in made.lanes] == ["party", "state", "ministry", "province", "district", "commune"]
    assert [lane.key for lane in made.lanes if lane.empty] == ["ministry", "district"]
    assert [tick.text for tick in made.ticks] == ["2007", "2013", "2019", "2020", "2023"]


def test_no_two_edges_of_the_known_chain_cross() -> None:
    legs = [(route.edge, leg) for route in drawn(KNOWN).routes for leg in pairwise(route.points)]
    level = [(edge, leg) for edge, leg in legs if leg[0][1] == leg[1][1]]
    upright = [(edge, leg) for edge, leg in legs if leg[0][0] == leg[1][0]]
    crossings = [
        (a, b)
        for a, ((x1, y), (x2, _)) in level
        for b, ((x, y1), (_, y2)) in upright
        if a != b and min(x1, x2) < x < max(x1, x2) and min(y1, y2) < y < max(y1, y2)
    ]
    assert crossings == []


def test_arrows_point_from_head_to_tail() -> None:
    made = drawn(KNOWN)
    for route in made.routes:
        edge = KNOWN.edges[route.edge]
        head, tail = made.box(edge.head), made.box(edge.tail)
        (x, y), (end_x, end_y) = route.points[0], route.points[-1]
        assert y in (head.y, head.bottom)
        assert head.x < x < head.right
        assert end_y in (tail.y, tail.bottom)
        assert tail.x < end_x < tail.right


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_svg_is_well_formed_and_links_every_document_and_quote(lang: str) -> None:
    tree = etree.fromstring(f"<div>{lineage_svg(KNOWN, lang=lang)}</div>".encode())
    links = {link.get("href").split("?")[0] for link in tree.iter(SVG + "a")}
    assert {"/d/vn/ubnd-hai-phong/kh/2020/211-kh-ubnd", "/d/vn/bct/ct/2007/11-ct-tw"} <= links
    assert sum(link.startswith("/e/") for link in links) == len(KNOWN.edges)
    texts = {text.text for text in tree.iter(SVG + "text")}
    assert language.predicate("continues", lang) in texts
    assert name_of(KNOWN.nodes[0], lang) in texts
    titles = " ".join(title.text for title in tree.iter(SVG + "title"))
    assert KNOWN.edges[0].evidence[0].exact in titles


def test_a_hostile_title_stays_text() -> None:
    evil = '</title><script>alert(1)</script><a href="javascript:alert(1)">'
    focus = msgspec.structs.replace(KNOWN.nodes[0], title=evil, issuer=evil, number=evil)
    svg = lineage_svg(Subgraph(focus.iri, (focus,), (), 1), lang="vi", standalone=True)
    tree = etree.fromstring(svg.encode())
    assert not list(tree.iter(SVG + "script"))
    assert all(link.get("href").startswith("/d/") for link in tree.iter(SVG + "a"))


def test_a_standalone_file_carries_its_style_and_asks_for_nothing() -> None:
    svg = lineage_svg(KNOWN, lang="vi", standalone=True)
    assert "<style>" in svg
    assert "@import" not in svg
    assert "url(" not in svg


def test_big_pictures_are_overviews() -> None:
    count = CHAIN + 1
    nodes = tuple(node(at, *LEVELS[at % 5], f"20{at % 20:02}") for at in range(count))
    edges = tuple(Edge(nodes[at].iri, "cites", nodes[at // 2].iri) for at in range(1, count))
    made = drawn(Subgraph(nodes[0].iri, nodes, edges, 5000))
    assert not [pair for pair in combinations(made.boxes, 2) if overlap(*pair)]
    assert all(route.label is None for route in made.routes)
    assert len(made.routes) == len(edges)


def test_every_relation_has_a_pattern_of_its_own() -> None:
    assert set(strokes.drawn()) == set(terms.PREDICATES)
    assert len({strokes.dash(name) for name in terms.PREDICATES}) == len(terms.PREDICATES)


@given(st.text(max_size=80), st.floats(12, 300))
def test_fitted_text_fits(text: str, room: float) -> None:
    assert width(fit(text, room, 12), 12) <= room or fit(text, room, 12) == "…"
