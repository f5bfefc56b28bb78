"""The plain store: whole graphs by name, updates, and copies that hold every change before them."""

import pyoxigraph as ox
import pytest

from graph.plain import PlainStore
from graph.updates import Using
from ontology.errors import NotFound, QueryError, StoreError, WrongUse

TURTLE = b"<urn:s> <urn:p> <relative>, 'x' ."


@pytest.fixture
def store(tmp_path):
    with PlainStore(tmp_path / "plain") as opened:
        yield opened


def triples(data):
    return {str(quad.triple) for quad in ox.parse(data, format=ox.RdfFormat.N_TRIPLES)}


def test_a_graph_is_put_read_added_to_and_deleted(store):
    assert store.put("urn:g", TURTLE, "turtle", base="http://h/") is True
    assert triples(store.get("urn:g", "ntriples")) == {
        "<urn:s> <urn:p> <http://h/relative>",
        '<urn:s> <urn:p> "x"',
    }
    assert store.put("urn:g", b"<urn:s> <urn:p> 'y' .", "turtle", keep=True) is False
    assert len(triples(store.get("urn:g", "ntriples"))) == 3
    assert store.put("urn:g", b"<urn:s> <urn:p> 'z' .", "turtle") is False
    assert triples(store.get("urn:g", "ntriples")) == {'<urn:s> <urn:p> "z"'}
    assert store.graphs() == ["urn:g"]
    store.delete("urn:g")
    with pytest.raises(NotFound):
        store.get("urn:g", "turtle")
    with pytest.raises(NotFound):
        store.delete("urn:g")


def test_the_default_graph_is_always_there(store):
    assert store.get(None, "ntriples") == b""
    assert store.put(None, TURTLE, "turtle", base="http://h/") is False
    assert len(triples(store.get(None, "ntriples"))) == 2
    store.delete(None)
    assert store.get(None, "ntriples") == b""


def test_an_empty_graph_exists(store):
    assert store.put("urn:empty", b"", "turtle") is True
    assert store.get("urn:empty", "ntriples") == b""


@pytest.mark.parametrize(
    ("graph", "data", "form", "message"),
    [
        ("urn:g", b"<urn:s> <urn:p>", "turtle", "be read as turtle"),
        ("urn:g", b"{", "jsonld", "be read as jsonld"),
        ("relative", TURTLE, "turtle", "not an absolute IRI"),
    ],
)
def test_what_cannot_be_put_changes_nothing(store, graph, data, form, message):
    store.put("urn:g", b"<urn:s> <urn:p> 'x' .", "turtle")
    with pytest.raises(WrongUse, match=message):
        store.put(graph, data, form)
    assert triples(store.get("urn:g", "ntriples")) == {'<urn:s> <urn:p> "x"'}


def test_updates_and_their_data_set(store):
    store.update("INSERT DATA { GRAPH <urn:a> { <urn:s> <urn:p> 1 } GRAPH <urn:b> { <urn:s> <urn:p> 2 } }")
    store.update("INSERT { <urn:t> <urn:p> ?o } WHERE { ?s ?p ?o }", using=Using(("urn:b",), ()))
    assert b'<urn:t> <urn:p> "2"' in store.get(None, "ntriples")
    assert b'"1"' not in store.get(None, "ntriples")
    with pytest.raises(QueryError, match="cannot be done"):
        store.update("INSERT DATA {")
    with pytest.raises(QueryError, match="LOAD is refused"):
        store.update("LOAD <http://127.0.0.1:1/>")


def test_a_copy_holds_every_change_before_it_and_none_after(store):
    store.put("urn:g", TURTLE, "turtle", base="http://h/")
    version, path = store.copy()
    assert store.copy() == (version, path)
    store.delete("urn:g")
    later, other = store.copy()
    assert later != version
    assert len(list(ox.Store.read_only(str(path)))) == 2
    assert list(ox.Store.read_only(str(other))) == []


def test_one_process_writes(store):
    with pytest.raises(StoreError, match="is writing"):
        PlainStore(store.path)


def test_what_was_written_is_there_after_closing(tmp_path):
    with PlainStore(tmp_path / "p") as store:
        store.put("urn:g", TURTLE, "turtle", base="http://h/")
        store.copy()
    with PlainStore(tmp_path / "p") as store:
        assert store.graphs() == ["urn:g"]
        assert store.copy()[1].is_dir()
