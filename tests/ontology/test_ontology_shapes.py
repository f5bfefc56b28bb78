"""The shapes: a true graph satisfies them, and each of them can fail."""

from __future__ import annotations

import warnings
from functools import cache
from io import BytesIO
from itertools import islice
from pathlib import Path

import pytest
from rdflib import RDF, SH, BNode, Graph, URIRef

from graph.library import Library
from graph.values import Kept
from ontology import compilation
from ontology.namespaces import PREFIXES
from tests.benchmarks import generate

SHAPES = Path(compilation.HERE) / "shapes.ttl"
SHAPE = "https://w3id.org/phahe/ontology/shapes#"
PREFIX_LINES = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items()) + (
    "PREFIX kind: <https://w3id.org/phahe/id/kind/>\nPREFIX : <https://w3id.org/phahe/id/test/>\n"
)
TRUE = """
:plan a phahe:Document ; eli:type_document <https://w3id.org/phahe/id/type/kh> ; rdfs:label "Kế hoạch 211/KH-UBND" ;
    eli:id_local "211/KH-UBND" ; eli:date_document "2020-08-20"^^xsd:date ; eli:passed_by :ubnd ; phahe:seen true ;
    dcterms:title "thực hiện Quyết định số 489/QĐ-TTg" ; phahe:ownText :page ; phahe:mention :words ;
    phahe:implements :decision .
:decision a phahe:Document, eli:LegalResource ; eli:type_document <https://w3id.org/phahe/id/type/qd> ;
    rdfs:label "Quyết định 489/QĐ-TTg" ; eli:date_document "2020"^^xsd:gYear ; phahe:seen false .
:unclear a phahe:Document ; eli:type_document <https://w3id.org/phahe/id/type/ct> ; rdfs:label "Chỉ thị 37" ;
    phahe:seen false ; phahe:ambiguous true ; phahe:mayBe :decision .
:meeting a phahe:Activity ; phahe:kind <https://w3id.org/phahe/id/kind/meeting> ; rdfs:label "họp" ;
    prov:wasAssociatedWith :ubnd ; prov:startedAtTime "2020-09"^^xsd:gYearMonth ; phahe:reviews :decision .
:edge a phahe:Assertion ; rdf:subject :plan ; rdf:predicate phahe:implements ; rdf:object :decision ;
    phahe:evidence :words ; phahe:confidence 0.97 ; phahe:rule "title" ; phahe:cue "thực hiện" ; phahe:provision "Điều 1" ;
    prov:wasGeneratedBy :run ; prov:wasQuotedFrom :page .
:review a phahe:Assertion ; rdf:subject :meeting ; rdf:predicate phahe:reviews ; rdf:object :decision ;
    phahe:evidence :words ; phahe:confidence 1.0 ; phahe:rule "activity" ; prov:wasGeneratedBy :run ;
    prov:wasQuotedFrom :page .
:words a oa:SpecificResource ; oa:hasSource :page ; oa:hasSelector :position, :quote ; phahe:page "1"^^xsd:positiveInteger .
:position a oa:TextPositionSelector ; oa:start "10"^^xsd:nonNegativeInteger ; oa:end "19"^^xsd:nonNegativeInteger .
:quote a oa:TextQuoteSelector ; oa:exact "thực hiện" ; oa:prefix "" ; oa:suffix " Quyết" .
:duty a phahe:Obligation ; dcterms:description "báo cáo" ; phahe:evidence :words ; phahe:about :decision ;
    phahe:due "2020-09-10"^^xsd:date ; phahe:obligedBody :ubnd .
:figure a phahe:Result ; dcterms:description "mở lớp" ; phahe:evidence :words ; phahe:value 44.0 ; phahe:unit "lớp" .
:page a phahe:Source ; dcterms:format "text/plain" ;
    phahe:sha256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" .
:run a phahe:ExtractorRun ; prov:used :page ; prov:wasAssociatedWith :reader .
:reader a phahe:Extractor ; schema:softwareVersion "1" .
:ubnd a phahe:Body ; rdfs:label "Ủy ban nhân dân" ; phahe:level <https://w3id.org/phahe/id/level/province> ;
    phahe:sphere <https://w3id.org/phahe/id/sphere/state> ; phahe:series :ubnd ; org:subOrganizationOf :ubnd .
:hp a phahe:Place ; rdfs:label "thành phố Hải Phòng" ; phahe:level <https://w3id.org/phahe/id/level/province> ;
    phahe:validTo "2025-06-30"^^xsd:date .
:merger a org:ChangeEvent ; org:originalOrganization :hp ; org:resultingOrganization :hp2 ;
    prov:startedAtTime "2025-07-01"^^xsd:date .
:khoa a phahe:Term ; rdfs:label "khóa XI" ; phahe:validFrom "2011-01-18"^^xsd:date .
:hn8 a phahe:Plenum ; phahe:term :khoa ; phahe:ordinal "8" .
"""
# shape that must speak; what is taken out; what is put in
FAULTS = [
    ("Document", ":plan eli:type_document ?x", ""),
    ("Document", "", ":plan eli:type_document <https://w3id.org/phahe/id/type/qd>"),
    ("Document", ":plan eli:type_document ?x", ':plan eli:type_document "KH"'),
    ("Document", ":plan rdfs:label ?x", ""),
    ("Document", ":plan eli:id_local ?x", ':plan eli:id_local ""'),
    ("Document", ":plan eli:date_document ?x", ':plan eli:date_document "20/8/2020"'),
    ("Document", ":plan eli:passed_by ?x", ':plan eli:passed_by "UBND"'),
    ("Document", ":plan eli:passed_by ?x", ":plan eli:passed_by :nobody"),
    ("Document", ":plan dcterms:title ?x", ':plan dcterms:title ""'),
    ("Document", ":plan phahe:seen ?x", ""),
    ("Document", ":plan phahe:ownText ?x", ":plan phahe:ownText :nowhere"),
    ("Document", ":plan phahe:mention ?x", ":plan phahe:mention :nothing"),
    ("Document", ":unclear phahe:ambiguous ?x", ""),
    ("Document", ":unclear phahe:mayBe ?x", ':unclear phahe:mayBe "489"'),
    ("Document", "", "_:b a phahe:Document"),
    ("Activity", ":meeting phahe:kind ?x", ""),
    ("Activity", ":meeting phahe:kind ?x", ':meeting phahe:kind "meeting"'),
    ("Activity", ":meeting rdfs:label ?x", ""),
    ("Activity", ":meeting prov:wasAssociatedWith ?x", ":meeting prov:wasAssociatedWith :nobody"),
    ("Activity", ":meeting prov:startedAtTime ?x", ':meeting prov:startedAtTime "tháng 9"'),
    ("Activity", ":meeting phahe:reviews ?x", ""),
    ("Edge", ":edge ?p ?x", ""),
    ("Edge", ":edge rdf:predicate ?x", ":edge rdf:predicate phahe:cites"),
    ("Head", "", ":hp phahe:cites :decision . :e2 a phahe:Assertion ; rdf:subject :hp"),
    ("Tail", ":plan phahe:implements ?x", ":plan phahe:implements :meeting"),
    ("Tail", ":plan phahe:implements ?x", ":plan phahe:implements :unheard"),
    ("Assertion", ":edge rdf:subject ?x", ""),
    ("Assertion", "", ":edge rdf:predicate phahe:cites"),
    ("Assertion", ":edge rdf:predicate ?x", ":edge rdf:predicate phahe:likes"),
    ("Assertion", ":edge rdf:object ?x", ':edge rdf:object "489"'),
    ("Assertion", ":edge phahe:evidence ?x", ""),
    ("Assertion", ":edge phahe:confidence ?x", ""),
    ("Assertion", ":edge phahe:confidence ?x", ":edge phahe:confidence 1.2"),
    ("Assertion", ":edge phahe:confidence ?x", ':edge phahe:confidence "high"'),
    ("Assertion", ":edge phahe:rule ?x", ':edge phahe:rule ""'),
    ("Assertion", "", ':edge phahe:cue "khác"'),
    ("Assertion", ":edge phahe:provision ?x", ":edge phahe:provision 5"),
    ("Assertion", ":edge prov:wasGeneratedBy ?x", ""),
    ("Assertion", ":edge prov:wasQuotedFrom ?x", ":edge prov:wasQuotedFrom :nowhere"),
    ("Evidence", ":words oa:hasSource ?x", ""),
    ("Evidence", ":words oa:hasSelector :quote", ""),
    ("Evidence", ":quote a oa:TextQuoteSelector", ":quote a oa:TextPositionSelector"),
    ("Evidence", ":position a oa:TextPositionSelector", ""),
    ("Evidence", ":words phahe:page ?x", ':words phahe:page "1"'),
    ("Length", ":quote oa:exact ?x", ':quote oa:exact "thực hiện."'),
    ("Evidence", ":words a oa:SpecificResource ; oa:hasSource ?x", ""),
    ("Position", ":position oa:start ?x", ':position oa:start "19"^^xsd:nonNegativeInteger'),
    ("Position", ":position oa:end ?x", ""),
    ("Position", ":position oa:start ?x", ":position oa:start -1"),
    ("Quote", ":quote oa:exact ?x", ""),
    ("Quote", "", ':quote oa:prefix "a"'),
    ("Quote", "", ':quote oa:suffix "a"'),
    ("Obligation", ":duty dcterms:description ?x", ""),
    ("Obligation", ":duty phahe:evidence ?x", ""),
    ("Obligation", ":duty phahe:due ?x", ""),
    ("Obligation", ":duty phahe:due ?x", ':duty phahe:due "soon"'),
    ("Obligation", "", ':duty phahe:since "soon"'),
    ("Obligation", "", ':duty phahe:period "yearly"'),
    ("Obligation", "", ':duty phahe:within "30 days"'),
    ("Obligation", ":duty phahe:about ?x", ':duty phahe:about "489"'),
    ("Obligation", "", ":duty phahe:obligedBody :hp"),
    ("Result", ":figure phahe:value ?x", ""),
    ("Result", ":figure phahe:value ?x", ':figure phahe:value "44"'),
    ("Result", ":figure dcterms:description ?x", ""),
    ("Result", ":figure phahe:evidence ?x", ""),
    ("Result", "", ':figure phahe:percentOfTarget "all"'),
    ("Result", "", ':figure phahe:reportingBody "x"'),
    ("Source", ":page phahe:sha256 ?x", ""),
    ("Source", ":page phahe:sha256 ?x", ':page phahe:sha256 "ABC"'),
    ("Source", ":page dcterms:format ?x", ':page dcterms:format "text"'),
    ("Source", "", ':page prov:wasRevisionOf "older"'),
    ("Run", ":run prov:used ?x", ""),
    ("Run", ":run prov:wasAssociatedWith ?x", ":run prov:wasAssociatedWith :ubnd"),
    ("Extractor", ":reader schema:softwareVersion ?x", ""),
    ("Body", ":ubnd rdfs:label ?x", ""),
    ("Body", ":ubnd phahe:level ?x", ":ubnd phahe:level :high"),
    ("Body", ":ubnd phahe:sphere ?x", ":ubnd phahe:sphere :both"),
    ("Body", ":ubnd phahe:series ?x", ":ubnd phahe:series :hp"),
    ("Body", ":ubnd org:subOrganizationOf ?x", ":ubnd org:subOrganizationOf :hp"),
    ("Place", ":hp rdfs:label ?x", ""),
    ("Place", ":hp phahe:level ?x", ""),
    ("Place", ":hp phahe:validTo ?x", ':hp phahe:validTo "2025"'),
    ("Place", "", ':hp phahe:validFrom "long ago"'),
    ("Change", ":merger org:originalOrganization ?x", ""),
    ("Change", ":merger org:resultingOrganization ?x", ""),
    ("Change", ":merger prov:startedAtTime ?x", ""),
    ("Term", ":khoa rdfs:label ?x", ""),
    ("Term", ":khoa phahe:validFrom ?x", ""),
    ("Plenum", ":hn8 phahe:term ?x", ""),
    ("Plenum", ":hn8 phahe:ordinal ?x", ""),
    ("Concept", "kind:meeting skos:notation ?x", ""),
    ("Concept", "", 'kind:meeting skos:prefLabel "Treffen"@de'),
    ("Concept", "", 'kind:meeting skos:prefLabel "assembly"@en'),
    ("Concept", "kind:meeting skos:inScheme ?x", ""),
]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(SHAPES, format="turtle")


@cache
def base() -> Graph:
    graph = Graph().parse(data=PREFIX_LINES + TRUE, format="turtle")
    return graph.parse(compilation.HERE / "schemes" / "kinds.ttl", format="turtle")


def true_graph() -> Graph:
    return Graph() + base()


def broken(graph: Graph, shapes: Graph) -> set[str]:
    """Names of the node shapes that a graph breaks."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyshacl import validate
    _, report, _ = validate(graph, shacl_graph=shapes, inference="none")
    owners = {}
    for shape in shapes.subjects(RDF.type, SH.NodeShape):
        owners.setdefault(shape, set()).add(shape)
        for part in (*shapes.objects(shape, SH.property), *shapes.objects(shape, SH.sparql)):
            owners.setdefault(part, set()).add(shape)
    found = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, source = report.value(result, SH.focusNode), report.value(result, SH.sourceShape)
        assert focus is not None
        found |= {str(shape).removeprefix(SHAPE) for shape in owners[source]}
    return found


def test_a_true_graph_satisfies_every_shape(shapes):
    assert broken(true_graph(), shapes) == set()


def test_the_schemes_satisfy_every_shape(shapes):
    graph = true_graph()
    for scheme in sorted((compilation.HERE / "schemes").glob("*.ttl")):
        graph.parse(scheme, format="turtle")
    assert broken(graph, shapes) == set()


def test_a_graph_that_phahe_builds_satisfies_every_shape(shapes, tmp_path):
    with Library(tmp_path / "data") as library:
        library.keep_many(
            (Kept(page.source, page.text), page.text.content.encode(), page.extraction)
            for page in islice(generate.extractions(1000), 0, 1000, 50)
        )
        library.store.dump(dumped := BytesIO())
    quads = dumped.getvalue().decode().splitlines()
    graph = Graph().parse(data="".join(f"{quad.rpartition(' <')[0]} .\n" for quad in quads), format="nt")
    assert len(set(graph.subjects(RDF.type, URIRef(PREFIXES["phahe"] + "Assertion")))) > 20
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    assert broken(graph, shapes) == set()


@pytest.mark.parametrize(("shape", "out", "into"), FAULTS)
def test_a_fault_is_told(shapes, shape, out, into):
    graph = true_graph()
    size = len(graph)
    if out:
        graph.update(f"{PREFIX_LINES} DELETE {{ {out} }} WHERE {{ {out} }}")
        assert len(graph) < size, "the fault takes nothing out"
    if into:
        before = len(graph)
        graph.update(f"{PREFIX_LINES} INSERT DATA {{ {into} }}")
        assert len(graph) > before, "the fault puts nothing in"
    assert shape in broken(graph, shapes)


def test_every_shape_has_a_fault(shapes):
    names = {str(shape).removeprefix(SHAPE) for shape in shapes.subjects(RDF.type, SH.NodeShape)}
    assert names == {shape for shape, _, _ in FAULTS}


def test_every_part_of_a_shape_is_used(shapes):
    parts = {s for s in shapes.subjects(SH.path) if isinstance(s, URIRef)}
    assert parts
    assert parts <= set(shapes.objects(None, SH.property))
