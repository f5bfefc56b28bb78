"""The parts that pages are made of: addresses, marked text, windows of the lineage, files for spreadsheets, tables."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.pages import exports, library, sparql, tables, urls
from api.pages.citation import citation, legislation
from api.pages.marking import pieces, window
from api.pages.naming import title_of
from api.pages.windows import LIMIT, Window, merged, view
from graph.portrait import Group, Portrait
from graph.status import Standing
from graph.values import Edge, Evidence, Node, Subgraph
from ontology.model import Text
from ontology.namespaces import ID

KNOWN = msgspec.json.decode(Path(__file__).with_name("data").joinpath("lineage.json").read_bytes(), type=Subgraph)
KL49 = next(node for node in KNOWN.nodes if node.number == "49-KL/TW")
FOCUS = KNOWN.nodes[0]


@pytest.mark.parametrize(
    ("iri", "page"),
    [
        (f"{ID}doc/vn/bbt/kl/2019/49-kl-tw", "/d/vn/bbt/kl/2019/49-kl-tw"),
        (f"{ID}doc/vn/_/kh/_/12~0a1b", "/d/vn/_/kh/_/12~0a1b"),
        (f"{ID}activity/0a1b", "/d/activity/0a1b"),
    ],
)
def test_addresses_go_both_ways(iri: str, page: str) -> None:
    assert urls.node_url(iri) == page
    assert urls.iri_of(page.removeprefix("/d/")) == iri
    assert urls.node_url(iri, "en") == f"{page}?lang=en"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "/etc/passwd", "http://", "", None, "http://["]
)
def test_only_the_web_becomes_a_link(address: str | None) -> None:
    assert urls.web(address) is None


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        ("Kết luận số 49-KL/TW, ngày", "K%E1%BA%BFt%20lu%E1%BA%ADn%20s%E1%BB%91%2049%2DKL%2FTW%2C%20ng%C3%A0y"),
        ("một\n  hai", "m%E1%BB%99t%20hai"),
    ],
)
def test_text_fragments_escape_what_browsers_take_for_syntax(quote: str, fragment: str) -> None:
    assert urls.text_fragment("https://x.example/a#old", quote) == f"https://x.example/a#:~:text={fragment}"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_text_fragments_never_hold_raw_syntax(quote: str) -> None:
    made = urls.text_fragment("https://x.example/", quote)
    parts = made.split("#:~:text=")[1].split(",")
    assert len(parts) == (1 if len(quote) <= urls.LONG else 2)
    assert not any(set("-&, \n") & set(part) for part in parts)
    assert " ".join(quote.split()).startswith(unquote(parts[0]).strip()) or len(quote) <= urls.LONG


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5),
    st.sets(st.integers(0, 59)),
)
def test_marked_text_is_the_text(content: str, spans: list[tuple[int, int]], pages: set[int]) -> None:
    text = Text(content, pages=tuple(sorted(pages)))
    given_spans = [(f"s{at}", min(span), max(span)) for at, span in enumerate(spans) if span[0] != span[1]]
    made = pieces(text, given_spans)
    assert "".join(piece.text for piece in made) == content
    for name, start, end in given_spans:
        assert "".join(piece.text for piece in made if name in piece.marks) == content[start:end]


def test_a_window_begins_and_ends_at_lines() -> None:
    text = "\n".join(f"dòng {at}" for at in range(400))
    start = text.index("dòng 200")
    begin, end = window(text, start, start + 8, margin=50)
    assert text[begin:end].startswith("dòng ")
    assert begin < start < end < len(text)


def test_marks_of_an_address() -> None:
    assert library.marks(["3-9", "9-3", "x", "1-", "-1", "٣-٩9"]) == [("m3-9", 3, 9)]


class Around:
    """Answers `around` from a subgraph, as a reader does."""

    def around(self, iri, *, depth=1, up=True, down=True, predicates=None, limit=800):
        distance = {iri: 0}
        for wanted, a, b in ((up, "head", "tail"), (down, "tail", "head")):
            front = {iri} if wanted else set()
            for step in range(1, depth + 1):
                edges = [edge for edge in KNOWN.edges if predicates is None or edge.predicate in predicates]
                front = {getattr(edge, b) for edge in edges if getattr(edge, a) in front}
                for met in front:
                    distance.setdefault(met, step)
        kept = sorted(distance, key=lambda name: (distance[name], name))[:limit]
        nodes = tuple(node for node in KNOWN.nodes if node.iri in kept)
        edges = tuple(edge for edge in KNOWN.edges if edge.head in kept and edge.tail in kept)
        return Subgraph(iri, nodes, edges, len(distance), "v")


def numbers(subgraph: Subgraph) -> set[str | None]:
    """The numbers of the nodes."""
    return {node.number for node in subgraph.nodes}


def test_a_window_counts_steps_from_the_focus_in_each_direction() -> None:
    assert numbers(view(Around(), Window(FOCUS.iri, 1, 0))) == {"211/KH-UBND", "489/QĐ-TTg", "628/QĐ-TTg"}
    assert numbers(view(Around(), Window(KL49.iri, 0, 1))) == {"49-KL/TW", "489/QĐ-TTg", None}
    assert numbers(view(Around(), Window(KL49.iri, 0, 0))) == {"49-KL/TW"}


def test_a_window_keeps_to_the_chosen_relations() -> None:
    made = view(Around(), Window(FOCUS.iri, 4, 0, frozenset({"implements"})))
    assert numbers(made) == {"211/KH-UBND", "489/QĐ-TTg", "49-KL/TW"}


def test_a_big_answer_is_cut_and_says_so() -> None:
    nodes = tuple(Node(f"{ID}doc/vn/x/{at}", "document", "KH", str(at)) for at in range(LIMIT + 9))
    made = merged(nodes[0].iri, [Subgraph(nodes[0].iri, nodes, (), 5000)])
    assert len(made.nodes) == LIMIT
    assert made.total == 5000


@pytest.mark.parametrize("cell", ["=1+1", "+x", "-x", "@x", "\tx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert exports.safe(cell) == f"'{cell}"


def test_csv_has_a_line_for_each_quote_with_both_ends() -> None:
    text = exports.edges_csv(KNOWN, "vi")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == sum(len(edge.evidence) for edge in KNOWN.edges)
    assert rows[0]["head"] == "Kế hoạch 211/KH-UBND"
    assert rows[0]["tail_date"] == "2020-04-08"
    assert rows[0]["quote"] == KNOWN.edges[0].evidence[0].exact


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        (None, None),
        ("về công tác khuyến học", "về công tác khuyến học"),
        ("a" * 190 + " ngày khuy", "a" * 190 + " ngày …"),
        ("a" * 194 + " ngày", "a" * 194 + " ngày …"),
        ("a" * 190 + ", " + "b" * 8, "a" * 190 + " …"),
        ("về " + "a" * 300, "về " + "a" * 300),
    ],
)
def test_a_title_that_was_cut_ends_with_a_word(stated: str | None, shown: str | None) -> None:
    assert title_of(Node("iri", "document", "KH", "label", title=stated)) == shown


def test_a_citation_names_what_the_decree_asks_for() -> None:
    assert (
        citation(KL49) == "Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư, tiếp tục thực hiện Chỉ thị số 11-CT/TW"
    )
    bare = Node(KL49.iri, "document", "KL", "Kết luận của Ban Bí thư", date="2019")
    assert citation(bare) == "Kết luận của Ban Bí thư năm 2019"


def test_schema_org_data_holds_identity_and_relations() -> None:
    out = tuple(edge for edge in KNOWN.edges if edge.head == FOCUS.iri)
    others = {node.iri: node for node in KNOWN.nodes}
    groups = tuple(
        Group(edge.predicate, inverse=False, kind="document", total=1, edges=(edge,), others=(others[edge.tail],))
        for edge in out
    )
    shown = Portrait(FOCUS, (), (), groups, (), 0, (), 0, (), (), "")
    made = legislation(shown, Standing(FOCUS.iri, "2026-01-01", "repealed"))
    assert made["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert json.loads(json.dumps(made))["@type"] == "Legislation"
    assert made["legislationIdentifier"] == "211/KH-UBND"
    assert [one["@id"] for one in made["legislationEnsuresImplementationOf"]] == [out[0].tail]
    assert made["subjectOf"] == ["https://haiphong.example/tin/kh-211"]


def test_results_become_tables_with_links_of_ours_and_of_the_web_only() -> None:
    evil = {"type": "uri", "value": "javascript:alert(1)"}
    row = {
        "a": {"type": "uri", "value": KL49.iri},
        "b": evil,
        "c": {"type": "literal", "value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
    }
    data = json.dumps({"head": {"vars": ["a", "b", "c", "d"]}, "results": {"bindings": [row]}}).encode()
    (cells,) = tables.of_results(data, "en").rows
    assert cells[0].url == "/d/vn/bbt/kl/2019/49-kl-tw?lang=en"
    assert cells[1].url is None
    assert cells[2].numeric
    assert cells[3].text == ""
    assert tables.of_results(b'{"head": {}, "boolean": false}').verdict is False


def test_the_form_begins_with_a_query_that_names_its_prefixes() -> None:
    assert sparql.starter().startswith("PREFIX phahe: <https://w3id.org/phahe/ontology#>")


def test_evidence_of_an_edge_stays_with_it_when_windows_merge() -> None:
    edge = Edge(FOCUS.iri, "cites", KL49.iri, (Evidence("i", "s", "q", 0, 1),))
    part = Subgraph(FOCUS.iri, (FOCUS, KL49), (edge,), 2)
    assert merged(FOCUS.iri, [part, part]).edges == (edge,)
