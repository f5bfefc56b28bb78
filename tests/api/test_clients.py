"""Real clients against the real server: rdflib's SPARQLStore, SPARQLWrapper, curl."""

import json
import shutil
import subprocess

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

PHAHE = "https://w3id.org/phahe/ontology#"
KL = rdflib.URIRef("https://w3id.org/phahe/id/doc/vn/bbt/kl/2019/49-kl-tw")
CONTINUES = rdflib.URIRef(f"{PHAHE}continues")
SELECT = f"SELECT ?o WHERE {{ <{KL}> <{CONTINUES}> ?o }}"


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "csv", "tsv"])
def test_rdflib_sparqlstore(client, method, form):
    graph = rdflib.Graph(SPARQLStore(f"{client.base_url}/sparql", method=method, returnFormat=form))
    (row,) = graph.query(SELECT)
    assert str(row[0]).endswith("11-ct-tw")
    if form in ("xml", "json"):
        assert bool(graph.query(f"ASK {{ <{KL}> <{CONTINUES}> ?o }}"))


def test_rdflib_walks_the_graph(client):
    graph = rdflib.Graph(SPARQLStore(f"{client.base_url}/sparql"))
    (tail,) = graph.objects(KL, CONTINUES)
    assert (None, rdflib.URIRef(f"{PHAHE}implements"), KL) in graph
    assert str(tail).endswith("11-ct-tw")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper(client, method):
    wrapper = pytest.importorskip("SPARQLWrapper")
    asked = wrapper.SPARQLWrapper(f"{client.base_url}/sparql")
    asked.setMethod(method)
    asked.setQuery(SELECT)
    asked.setReturnFormat(wrapper.JSON)
    (row,) = asked.queryAndConvert()["results"]["bindings"]
    assert row["o"]["value"].endswith("11-ct-tw")
    asked.setQuery(f"CONSTRUCT WHERE {{ ?s <{CONTINUES}> ?o }}")
    asked.setReturnFormat(wrapper.TURTLE)
    assert (KL, CONTINUES, None) in rdflib.Graph().parse(data=asked.queryAndConvert(), format="turtle")


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("ways", [["-G"], []], ids=["GET", "POST"])
def test_curl(client, ways):
    command = ["curl", "-sS", *ways, f"{client.base_url}/sparql", "--data-urlencode", f"query={SELECT}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    (row,) = json.loads(done.stdout)["results"]["bindings"]
    assert row["o"]["value"].endswith("11-ct-tw")


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl_follows_a_thing_to_its_data(client):
    command = ["curl", "-sSL", "-H", "Accept: text/turtle", f"{client.base_url}/id/doc/vn/bbt/kl/2019/49-kl-tw"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert (KL, CONTINUES, None) in rdflib.Graph().parse(data=done.stdout, format="turtle")
