"""The words of the ontology: complete, in two languages, and in step with what the code reads."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from ontology import compilation, identity, terms
from ontology.namespaces import ID, PHAHE

PREDICATES = """implements continues reviews basedOn guides details amends replaces repeals suspends corrects
consolidates promulgates disseminates alignedWith cites""".split()  # noqa: SIM905
TYPES = """HP BL L PL L-CTN NQ NĐ QĐ CT TT TTLT KL QyĐ QC HD KH CTr ĐA BC TB CV CĐ TTr ĐL TL VBHN CL SL KH-kt
KHÁC""".split()  # noqa: SIM905
KINDS = ["dissemination", "review", "inspection", "meeting", "implementation"]
VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìóòõúùýĩũ]", re.IGNORECASE)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return compilation.read().graph


def test_compiled_file_is_in_step_with_the_turtle():
    assert terms.COMPILED.read_text(encoding="utf-8") == compilation.compiled()


def test_there_are_exactly_the_words_of_the_guideline():
    assert sorted(terms.PREDICATES) == sorted(PREDICATES)
    assert sorted(terms.TYPES) == sorted(TYPES)
    assert sorted(terms.KINDS) == sorted(KINDS)
    assert list(terms.LEVELS) == ["central", "ministry", "province", "district", "commune"]
    assert sorted(terms.SPHERES) == ["mass", "party", "state"]


@pytest.mark.gold
def test_the_guideline_lists_the_same_words(shared):
    guideline = (shared / "gold" / "GUIDELINE.md").read_text(encoding="utf-8")
    predicates = re.findall(r"^\| `(\w+)` \|", guideline, re.MULTILINE)
    listed = guideline.partition("- `type`:")[2].partition("- `number`:")[0]
    kinds = guideline.partition("`kind`:")[2].partition("- `actor`:")[0]
    assert sorted(terms.PREDICATES) == sorted(predicates)
    assert sorted(terms.TYPES) == sorted(re.findall(r"`([^`]+)`", listed))
    assert sorted(terms.KINDS) == sorted(re.findall(r"`(\w+)` \(", kinds))


def test_every_word_is_explained_in_both_languages(graph):
    bare = []
    for subject in {s for s in graph.subjects(RDF.type) if isinstance(s, URIRef) and str(s).startswith(PHAHE)}:
        for predicate in (RDFS.label, RDFS.comment):
            languages = sorted(str(o.language) for o in graph.objects(subject, predicate))
            if languages != ["en", "vi"]:
                bare.append((str(subject), predicate, languages))
    assert not bare


def test_vietnamese_texts_are_vietnamese(graph):
    texts = [
        str(o)
        for p in (RDFS.comment, SKOS.definition)
        for o in graph.objects(None, p)
        if getattr(o, "language", "") == "vi"
    ]
    assert len(texts) > 100
    assert all(VIETNAMESE.search(text) for text in texts)


@pytest.mark.parametrize("predicate", terms.PREDICATES.values(), ids=lambda p: p.name)
def test_a_predicate_has_all_that_code_reads(predicate, graph):
    assert predicate.label_vi != predicate.inverse_vi
    assert predicate.cues
    assert (URIRef(predicate.iri), RDFS.subPropertyOf, URIRef("http://data.europa.eu/eli/ontology#refers_to")) in graph
    assert predicate.eli != "eli:implements"


def test_strength_is_a_total_order_with_grounds_and_mentions_last():
    order = list(terms.PREDICATES.values())
    assert all(a.strength > b.strength for a, b in pairwise(order))
    assert [p.name for p in order[-2:]] == ["basedOn", "cites"]
    assert terms.strongest(["cites", "basedOn", "amends"]) == "amends"
    with pytest.raises(KeyError):
        terms.strongest(["likes"])


def test_relations_that_no_vocabulary_has_stay_our_own():
    assert [p.name for p in terms.PREDICATES.values() if p.eli is None] == ["continues", "reviews", "disseminates"]


def test_slugs_are_unique_and_agree_with_identity():
    every = [*terms.TYPES.values(), *terms.NARROWER_TYPES.values()]
    assert len({t.slug for t in every}) == len(every)
    assert len({t.code for t in every}) == len(every)
    assert all(identity.document_type(code) == t.iri for code, t in terms.TYPES.items())
    assert all(identity.kind(code) == k.iri for code, k in terms.KINDS.items())
    assert [terms.TYPES[code].slug for code in ("QĐ", "QyĐ", "ĐA", "ĐL")] == ["qd", "qyd", "da", "dl"]


def test_narrower_types_lead_to_a_type_of_the_list():
    assert {t.broader for t in terms.NARROWER_TYPES.values()} <= set(terms.TYPES)
    assert all(t.broader is None for t in terms.TYPES.values())


def test_concepts_stand_in_the_scheme_that_their_address_names(graph):
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        kind, _, slug = str(concept).removeprefix(ID).partition("/")
        scheme = graph.value(concept, SKOS.inScheme)
        assert str(scheme) == f"{ID}scheme/{ {'status': 'statuses'}.get(kind, kind + 's') }"
        assert re.fullmatch(r"[a-z0-9-]+", slug)
        assert graph.value(scheme, RDF.type) == SKOS.ConceptScheme


def test_only_state_types_count_as_legislation():
    for one in terms.TYPES.values():
        assert not one.legislation or "state" in one.spheres
    assert not terms.TYPES["KH"].legislation


def test_ontology_says_what_it_is(graph):
    subject = URIRef(PHAHE.rstrip("#"))
    assert (subject, RDF.type, OWL.Ontology) in graph
    assert graph.value(subject, OWL.versionInfo) == Literal(terms.VERSION)


def test_import_is_quick_and_pulls_in_no_rdf_library():
    code = "import sys, ontology.terms; print(sorted({'rdflib', 'pyoxigraph'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout.strip() == "[]"


def test_compiling_refuses_a_word_that_says_too_little_or_too_much():
    broken = Graph()
    word = URIRef(PHAHE + "likes")
    broken.add((word, RDFS.label, Literal("thích", lang="vi")))
    broken.add((word, RDFS.domain, RDFS.Resource))
    broken.add((word, RDFS.domain, RDFS.Literal))
    reading = compilation.Reading(broken)
    with pytest.raises(ValueError, match="needs exactly one rdfs:label in en"):
        compilation.labels(reading, word)
    with pytest.raises(ValueError, match="2 values of rdfs:domain"):
        reading.one(word, "rdfs:domain")


def test_compiling_writes_what_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(compilation, "HERE", tmp_path)
    compilation.main()
    assert (tmp_path / "terms.json").read_bytes() == terms.COMPILED.read_bytes()
