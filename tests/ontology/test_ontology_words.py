"""Whatever is written or asked with the prefix `phahe:` is a word that the ontology defines, as what it is used for."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from ontology import compilation
from ontology.namespaces import PHAHE

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"(?<![\w/-])phahe:([A-Za-z][A-Za-z0-9]*)")
TEXTS = [*ROOT.glob("graph/queries/*.rq"), *ROOT.glob("ontology/**/*.ttl"), *ROOT.glob("docs/*.md")]
CODE = [path for folder in ("ontology", "graph", "api") for path in ROOT.joinpath(folder).rglob("*.py")]
WRITERS = ("graph/quads.py", "graph/reviewquads.py")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return compilation.read().graph


@pytest.fixture(scope="module")
def defined(graph: Graph) -> set[str]:
    return {str(word).removeprefix(PHAHE) for word in graph.subjects(RDF.type) if str(word).startswith(PHAHE)}


def strings(path: Path) -> str:
    """The string literals of a module, one a line; its f-strings' fixed parts too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return "\n".join(
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is str
    )


def test_there_is_something_to_look_at():
    assert len(TEXTS) > 20
    assert len(CODE) > 50
    assert all(NAMED.search(strings(ROOT / name)) for name in WRITERS)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_texts_use_defined_words(path, defined):
    assert set(NAMED.findall(path.read_text(encoding="utf-8"))) <= defined


def test_code_uses_defined_words(defined):
    found = {(path.name, word) for path in CODE for word in NAMED.findall(strings(path))}
    assert sorted(one for one in found if one[1] not in defined) == []


def words(source: str) -> tuple[set[str], set[str]]:
    """The classes and the properties that a module of quads writes: `add(subject, TYPE, name("phahe:Class"))`."""
    classes, properties = set(), set()
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        if len(call.args) < 2:
            continue
        typed = isinstance(call.args[1], ast.Name) and call.args[1].id == "TYPE"
        found = NAMED.findall(ast.unparse(call.args[2 if typed and len(call.args) > 2 else 1]))
        (classes if typed else properties).update(found)
    return classes, properties


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_written_is_defined_as_what_it_is(name, graph):
    classes, properties = words(ROOT.joinpath(name).read_text(encoding="utf-8"))
    assert classes
    assert properties
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)
    for word in classes:
        assert {OWL.Class, RDFS.Class} & set(graph.objects(URIRef(PHAHE + word), RDF.type)), word
    for word in properties:
        assert set(kinds) & set(graph.objects(URIRef(PHAHE + word), RDF.type)), word
