"""What people are answered with: cards, chains, dossiers, evidence, findings and exports of one published copy."""

from __future__ import annotations

import io
import json
import shutil
import threading
from pathlib import Path

import networkx as nx
import pytest
import rdflib

from graph import checks_sources
from graph.library import Library
from graph.network import graphml, to_networkx
from graph.reader import Reader
from graph.values import Subgraph
from ontology.errors import NotFound, WrongUse
from ontology.model import Document
from ontology.namespaces import PHAHE, PREFIXES
from tests.graph.pages import ALL, page

PLAN = "https://w3id.org/phahe/id/doc/vn/ubnd-hai-phong/kh/2020/211-kh-ubnd"
CONCLUSION = "https://w3id.org/phahe/id/doc/vn/bbt/kl/2019/49-kl-tw"
DIRECTIVE = "https://w3id.org/phahe/id/doc/vn/bct/ct/2007/11-ct-tw"


def labels(nodes) -> list[str]:
    return [node.label for node in nodes]


def test_the_chain_up_is_read_from_the_plan_to_the_directive(reader: Reader) -> None:
    chain = reader.chain(PLAN, down=False)
    (path,) = chain.up
    assert [node.number for node in path.nodes] == ["211/KH-UBND", "489/QĐ-TTg", "49-KL/TW", "11-CT/TW"]
    assert [link.edge.predicate for link in path.links] == ["implements", "implements", "continues"]
    assert [link.gap_days for link in path.links] == [134, 334, 4410]
    assert path.links[0].edge.evidence[0].exact == "211/KH-UBND implements 489/QĐ-TTg."
    assert chain.total == "1"
    assert chain.version == reader.version


def test_the_chain_down_ends_with_what_follows(reader: Reader) -> None:
    chain = reader.chain(DIRECTIVE, up=False)
    assert {path.nodes[0].type for path in chain.down} == {"KH", "dissemination"}
    assert all(path.nodes[-1].iri == DIRECTIVE for path in chain.down)


def test_the_evidence_of_edges_is_what_the_store_holds(reader: Reader) -> None:
    """Pages read quotes from the catalogue, SPARQL from the store: they are the same, to the last letter."""
    stored = {}
    query = """SELECT * { GRAPH ?graph { ?claim a phahe:Assertion ; rdf:subject ?head ; rdf:predicate ?name ;
      rdf:object ?tail ; phahe:confidence ?confidence ; phahe:rule ?rule ; phahe:evidence ?quote .
      ?quote oa:hasSelector [ oa:start ?start ; oa:end ?end ] , [ oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix ]
      OPTIONAL { ?claim phahe:provision ?provision } OPTIONAL { ?quote phahe:page ?page } } }"""
    prefixes = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("phahe", "rdf", "oa"))
    for row in json.loads(reader.query(prefixes + query, accept="json").body)["results"]["bindings"]:
        found = {name: cell["value"] for name, cell in row.items()}
        stored[found["claim"]] = (
            found["head"], found["name"].removeprefix(PHAHE), found["tail"], found["exact"], int(found["start"]),
            int(found["end"]), found["prefix"], found["suffix"], int(found["page"]) if "page" in found else None,
            found["rule"], float(found["confidence"]), found.get("provision"), found["graph"].rpartition("/")[2],
        )  # fmt: skip
    keys = sorted({(head, name, tail) for head, name, tail, *_ in stored.values()})
    told = {
        one.iri: (
            edge.head, edge.predicate, edge.tail, one.exact, one.start, one.end, one.prefix, one.suffix, one.page,
            one.rule, one.confidence, one.provision, one.source,
        )
        for edge in reader.witness.edges(keys)
        for one in edge.evidence
    }  # fmt: skip
    assert stored
    assert told == stored


def test_a_chain_between_two_documents(reader: Reader) -> None:
    chain = reader.chain(PLAN, to=CONCLUSION)
    assert [len(path.nodes) for path in chain.up] == [3]
    assert chain.down == ()
    narrow = reader.chain(PLAN, to=DIRECTIVE, predicates=frozenset({"implements"}))
    assert narrow.total == "0"


def test_what_lies_around_is_nearest_first_and_says_how_much_there_is(reader: Reader) -> None:
    whole = reader.around(CONCLUSION, depth=5)
    assert whole.total == len(whole.nodes) == 5
    assert whole.nodes[0].iri == CONCLUSION
    part = reader.around(CONCLUSION, depth=5, limit=2)
    assert (len(part.nodes), part.total) == (2, 5)
    assert {edge.head for edge in part.edges} | {edge.tail for edge in part.edges} <= {node.iri for node in part.nodes}
    assert reader.around(CONCLUSION, depth=1, down=False).total == 2


def test_degrees_count_neighbours(reader: Reader) -> None:
    assert reader.degrees([CONCLUSION, PLAN]) == {CONCLUSION: (1, 2), PLAN: (1, 0)}


def test_an_edge_that_two_pages_state_has_both_quotes(reader: Reader) -> None:
    dossier = reader.dossier(CONCLUSION)
    (edge,) = dossier.out
    assert (edge.predicate, edge.tail) == ("continues", DIRECTIVE)
    assert {one.source for one in edge.evidence} == {one[0].source.sha256 for one in ALL[:2]}
    assert {node.iri for node in dossier.others} >= {DIRECTIVE}


def test_facts_name_the_sources_that_state_them(reader: Reader) -> None:
    facts = reader.dossier(DIRECTIVE).facts
    by_name = {(fact.name, fact.value): fact for fact in facts}
    assert len(by_name["number", "11-CT/TW"].sources) == 2
    assert len(by_name["date", "2007-04-13"].sources) == 1
    assert ("term", "X") in by_name


def test_what_only_the_register_knows_is_marked_so(data: Path) -> None:
    with Library(data) as library:
        library.keep(*page("bare", (Document("d1", "CT", "11-CT/TW", None, "Bộ Chính trị khóa X"),)))
        library.publish()
    with Reader.open(data) as reader:
        facts = reader.dossier(DIRECTIVE).facts
        assert [(fact.value, fact.register) for fact in facts if fact.name == "date"] == [("2007-04-13", True)]


def test_one_assertion_leads_to_its_source(reader: Reader) -> None:
    evidence = reader.chain(PLAN, down=False).up[0].links[0].edge.evidence[0]
    edge, again, kept = reader.evidence(evidence.iri)
    assert again == evidence
    assert edge.head == PLAN
    assert kept.text.content[evidence.start : evidence.end] == evidence.exact
    assert kept.text.content[: evidence.start].endswith(evidence.prefix)
    assert reader.original(evidence.source) == ALL[0][1]
    with pytest.raises(NotFound, match="no assertion"):
        reader.evidence("https://w3id.org/phahe/id/assertion/none")


def test_a_partial_document_says_what_it_may_be(reader: Reader) -> None:
    (node,) = [hit.node for hit in reader.find("12-CTr/TU", filters={"ambiguous": "true"}).hits] or [None]
    assert node is None, "its title says which it is"
    hits = reader.find("49-KL/TW", filters={"ambiguous": "true"}).hits
    assert hits[0].node.ambiguous == (CONCLUSION,)


def test_a_candidate_that_only_the_register_knows_has_a_card(data: Path) -> None:
    with Library(data) as library:
        library.keep(*page("bare", (Document("d1", "CT", "37-CT/TW"),)))
        library.publish()
    with Reader.open(data) as reader:
        (candidate,) = reader.find("37-CT/TW").hits[0].node.ambiguous
        assert reader.node(candidate).label == "Chỉ thị 37-CT/TW (2014)"
        assert reader.stats()["documents"] == 1


def test_counts(reader: Reader) -> None:
    stats = reader.stats()
    assert stats["sources"] == len(ALL)
    assert stats["activities"] == 1
    assert stats["edges"] == 8
    assert stats["assertions"] == 9
    assert stats["seen"] == 1


def test_many_threads_read_at_once(reader: Reader) -> None:
    failures: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(10):
                assert len(reader.chain(PLAN).up) == 1
                assert reader.find("kết luận").total
        except BaseException as error:  # noqa: BLE001 - told to the main thread
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_reader_knows_when_it_is_stale(data: Path) -> None:
    with Library(data) as library:
        library.keep(*ALL[0])
        first = library.publish()
    with Reader.open(data) as reader:
        assert not reader.stale()
        with Library(data) as library:
            library.keep(*ALL[1])
            library.publish()
        assert reader.stale()
        assert reader.stats()["sources"] == 1
        assert Reader.current(data) != first


def test_nothing_loaded_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="nothing is loaded yet"):
        Reader.open(tmp_path)


def test_a_version_that_is_none_is_told(loaded: Path) -> None:
    with pytest.raises(NotFound, match=r"there is no published version \.\./x"):
        Reader.open(loaded, "../x")


FORMS = {"nquads": "nquads", "trig": "trig", "turtle": "turtle", "jsonld": "json-ld"}


def exported(reader: Reader, form: str) -> bytes:
    out = io.BytesIO()
    reader.export(form, out)
    return out.getvalue()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("form", FORMS)
def test_rdflib_reads_every_export(reader: Reader, form: str) -> None:
    graph = rdflib.Dataset() if form in {"nquads", "trig"} else rdflib.Graph()
    graph.parse(data=exported(reader, form), format=FORMS[form])
    assert len(graph) > 1000
    assert not any(isinstance(term, rdflib.BNode) for quad in graph for term in quad[:3])


def test_networkx_reads_graphml(reader: Reader) -> None:
    graph = nx.read_graphml(io.BytesIO(exported(reader, "graphml")), force_multigraph=True)
    assert graph.number_of_edges() == reader.stats()["edges"]
    assert graph.nodes[PLAN]["label"] == "Kế hoạch 211/KH-UBND (Hải Phòng, 2020)"


@pytest.mark.parametrize("form", [*FORMS, "graphml"])
def test_exports_are_the_same_bytes_in_any_order_of_loading(
    reader: Reader, form: str, empty: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copytree(empty, tmp_path / "other"))
    with Library(path) as library:
        for one in reversed(ALL):
            library.keep(*one)
        library.publish()
    with Reader.open(path) as other:
        assert exported(other, form) == exported(reader, form)


def test_quads_hold_the_sources_and_neither_log_nor_review(reader: Reader) -> None:
    lines = exported(reader, "nquads").decode().splitlines()
    assert lines == sorted(set(lines))
    graphs = {line.rsplit("<", 1)[1].partition(">")[0] for line in lines}
    assert sum("/graph/source/" in graph for graph in graphs) == len(ALL)
    assert not any(graph.endswith(("/log", "/review")) for graph in graphs)


def test_an_export_that_is_none_is_told(reader: Reader) -> None:
    with pytest.raises(WrongUse, match="there are: nquads"):
        reader.export("pdf", io.BytesIO())


def test_every_edge_has_a_live_assertion_whose_quote_stands_in_its_source(reader: Reader) -> None:
    contents = {source.sha256: reader.kept(source.sha256).text.content for source in reader.sources()}
    for edge in reader.around(CONCLUSION, depth=9).edges:
        assert edge.evidence
        for one in edge.evidence:
            assert contents[one.source][one.start : one.end] == one.exact


def test_eli_stands_beside_where_both_ends_are_of_the_state_and_once(reader: Reader) -> None:
    eli = "http://data.europa.eu/eli/ontology#"
    text = f"SELECT ?a ?b {{ ?a <{eli}repeals> ?b }}"
    assert reader.query(text, accept="csv").body.decode().count("\n") == 2
    assert reader.query(f"ASK {{ ?a <{eli}ensures_implementation_of> ?b }}", accept="csv").body.strip() == b"false"


def test_subgraphs_become_networks(reader: Reader) -> None:
    subgraph = reader.around(CONCLUSION, depth=5)
    network = to_networkx(subgraph)
    assert network.number_of_nodes() == 5
    assert (
        network.edges[PLAN, "https://w3id.org/phahe/id/doc/vn/ttg/qd/2020-04-08/489-qd-ttg", "implements"]["confidence"]
        == 0.9
    )
    assert graphml(subgraph) == graphml(subgraph)
    assert graphml(Subgraph("x", (), (), 0)).startswith(b"<?xml")


def found_by(path: Path, *pages) -> dict[str, list]:
    with Library(path) as library:
        library.keep_many(pages)
        library.publish()
    with Reader.open(path) as reader:
        found: dict[str, list] = {}
        for finding in reader.check(evidence=True):
            found.setdefault(finding.check, []).append(finding)
        return found


DECREE = Document("d1", "NĐ", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ")
OLDER = Document("d2", "NĐ", "110/2004/NĐ-CP", "2004-04-08", "Chính phủ")


def test_sound_pages_give_no_grave_finding(data: Path) -> None:
    found = found_by(data, *ALL)
    assert not [one for findings in found.values() for one in findings if one.severity == "high"]


FAULTS = [
    ("self-reference", (("d1", "amends", "d1"),)),
    ("cycle", (("d1", "basedOn", "d2"), ("d2", "basedOn", "d1"))),
    ("later", (("d2", "implements", "d1"),)),
]


@pytest.mark.parametrize(("kind", "relations"), FAULTS)
def test_a_seeded_fault_is_found_with_its_quotes(
    data: Path, kind: str, relations: tuple[tuple[str, str, str], ...]
) -> None:
    (finding,) = found_by(data, page("fault", (DECREE, OLDER), relations))[kind]
    assert finding.severity == "high"
    assert finding.evidence
    assert finding.advice


def test_two_dates_of_one_document_are_found(data: Path) -> None:
    from msgspec.structs import replace

    title = "công tác văn thư trong hoạt động của cơ quan"
    pages = [page(day, (replace(DECREE, date=f"2020-03-{day}", title=title),)) for day in ("05", "15")]
    (finding,) = found_by(data, *pages)["two dates"]
    assert "2020-03-05, 2020-03-15" in finding.message


def test_what_is_only_named_is_dangling(data: Path) -> None:
    found = found_by(data, page("one", (DECREE, OLDER), (("d1", "replaces", "d2"),)))
    assert [finding.nodes[0] for finding in found["dangling"]] == [
        "https://w3id.org/phahe/id/doc/vn/cp/nd/2004/110-2004-nd-cp"
    ]


def test_bytes_and_texts_that_were_changed_are_found(data: Path) -> None:
    with Library(data) as library:
        library.keep_many(ALL[:2])
        library.publish()
        files = library.files
    one, two = (item[0].source.sha256 for item in ALL[:2])
    files.original_path(one).write_bytes(b"other")
    files.original_path(two).unlink()
    with Reader.open(data) as reader:
        found = [finding for finding in reader.check(evidence=True) if finding.check == "original"]
        assert len(found) == 2


def test_a_quote_that_does_not_match_is_found(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not {finding.check for finding in reader.check(evidence=True)} & {"quote", "original"}
    monkeypatch.setattr(checks_sources, "quotes_of", lambda *_: [(0, 3, "sai")])
    assert "quote" in {finding.check for finding in reader.check(evidence=True)}
