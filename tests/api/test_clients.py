"""Real clients against the real server: rdflib's SPARQLStore, SPARQLWrapper, curl, Comunica."""

import fcntl
import json
import shutil
import subprocess
from pathlib import Path

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

PHAHE = "https://w3id.org/phahe/ontology#"
KL = rdflib.URIRef("https://w3id.org/phahe/id/doc/vn/bbt/kl/2019/49-kl-tw")
CONTINUES = rdflib.URIRef(f"{PHAHE}continues")
ROOT = Path(__file__).resolve().parents[2]
NPM = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
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


@pytest.fixture(scope="module")
def comunica():
    """The folder in which Comunica is installed as its lock file says; it stays, so npm runs once."""
    folder, ours = ROOT / "build" / "comunica", Path(__file__).with_name("comunica")
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / "package-lock.json"
        if not done.exists() or done.read_bytes() != (ours / done.name).read_bytes():
            with_lock = folder / "fresh"
            shutil.rmtree(with_lock, ignore_errors=True)
            shutil.copytree(ours, with_lock)
            subprocess.run(NPM, cwd=with_lock, check=True, timeout=500, capture_output=True)
            shutil.rmtree(folder / "node_modules", ignore_errors=True)
            (with_lock / "node_modules").rename(folder / "node_modules")
            shutil.copy(ours / done.name, done)
        shutil.copy(ours / "ask.mjs", folder)
    return folder


@pytest.mark.npm
@pytest.mark.timeout(600)
@pytest.mark.skipif(shutil.which("npm") is None or shutil.which("node") is None, reason="Node is not installed")
def test_comunica(client, comunica):
    queries = [
        SELECT,
        f"ASK {{ <{KL}> <{CONTINUES}> ?o }}",
        f"CONSTRUCT WHERE {{ ?s <{CONTINUES}> ?o }}",
        f"SELECT (COUNT(*) AS ?n) {{ ?s <{PHAHE}implements>+ <{KL}> OPTIONAL {{ ?s <urn:none> ?x }} }}",
    ]
    command = ["node", "ask.mjs", f"{client.base_url}/sparql"]
    done = subprocess.run(
        command, cwd=comunica, input=json.dumps(queries), capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    assert len(answers) == 2 * len(queries)
    for one in (0, 1):
        (row,), told, triples, (counted,) = answers[one::2]
        assert row["o"].endswith("11-ct-tw")
        assert told is True
        assert [str(KL), str(CONTINUES), row["o"]] in triples
        assert int(counted["n"]) >= 2
