"""The five pages the project began from, loaded as a user loads them, and asked by command, SPARQL over HTTP and page.

What the pages state is written here as facts (number, date, predicate); the pages themselves are not shipped.
"""

import json

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import main
from api.settings import Settings
from graph.library import Library
from graph.reader import Reader

EDGES = {
    ("211/KH-UBND", "implements", "489/QĐ-TTg"),
    ("489/QĐ-TTg", "implements", "49-KL/TW"),
    ("49-KL/TW", "continues", "11-CT/TW"),
    ("211/KH-UBND", "alignedWith", None),
    (None, "implements", "628/QĐ-TTg"),
    ("628/QĐ-TTg", "implements", "51-KL/TW"),
    ("51-KL/TW", "continues", "29-NQ/TW"),
    ("141-KH/BTGTU", "reviews", "37-CT/TW"),
    ("dissemination", "disseminates", "49-KL/TW"),
    ("review", "reviews", "12-CTr/TU"),
    ("implementation", "implements", "12-CTr/TU"),
    ("review", "reviews", "36-NQ/TW"),
    ("review", "reviews", "37-CT/TW"),
    ("review", "reviews", "38-CT/TW"),
}
DATES = {
    "211/KH-UBND": "2020-08-20",
    "489/QĐ-TTg": "2020-04-08",
    "49-KL/TW": "2019-05-10",
    "11-CT/TW": "2007-04-13",
    "628/QĐ-TTg": "2020-05-11",
    "51-KL/TW": "2019-05-30",
    "29-NQ/TW": "2013-11-04",
    "37-CT/TW": "2014-06-06",
    "12-CTr/TU": "2016-05-09",
    "36-NQ/TW": "2014-07-01",
    "38-CT/TW": "2009-09-07",
}
LINEAGE = """
PREFIX phahe: <https://w3id.org/phahe/ontology#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
SELECT ?head ?kind ?predicate ?number WHERE {
  GRAPH <https://w3id.org/phahe/id/graph/lineage> { ?s ?predicate ?o . ?o a phahe:Document .
    OPTIONAL { ?s eli:id_local ?head } OPTIONAL { ?s phahe:kind ?kind } OPTIONAL { ?o eli:id_local ?number } }
  FILTER(STRSTARTS(STR(?predicate), "https://w3id.org/phahe/ontology#"))
  FILTER(?predicate NOT IN (phahe:mayBe))
}
"""


@pytest.fixture(scope="module")
def data(shared, tmp_path_factory):
    path = tmp_path_factory.mktemp("seeds") / "data"
    done = CliRunner().invoke(main, ["load", str(shared / "seeds")], env={"PHAHE_DATA": str(path)})
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture(scope="module")
def client(data):
    with TestClient(create_app(Settings(data=data))) as client:
        yield client


def command(data, *words):
    done = CliRunner().invoke(main, list(words), env={"PHAHE_DATA": str(data)})
    assert done.exit_code == 0, done.output
    return done.stdout


def edges_over_http(client):
    answer = client.get("/sparql", params={"query": LINEAGE}, headers={"Accept": "application/sparql-results+json"})
    assert answer.status_code == 200, answer.text
    rows = answer.json()["results"]["bindings"]

    def local(row, key):
        return row[key]["value"].rpartition("#")[2].rpartition("/")[2] if key in row else None

    return [
        (
            row["head"]["value"] if "head" in row else local(row, "kind"),
            local(row, "predicate"),
            row.get("number", {}).get("value"),
        )
        for row in rows
    ]


@pytest.mark.gold
def test_lineage_over_sparql_is_what_the_pages_state_and_nothing_else(client):
    found = edges_over_http(client)
    assert sorted(map(str, found)) == sorted(map(str, EDGES))


@pytest.mark.gold
def test_chain_command_goes_up_to_the_roots(data):
    chain = json.loads(command(data, "chain", "211/KH-UBND", "--up", "--format", "json"))
    walks = [[node["number"] for node in path["nodes"]] for path in chain["up"]]
    assert ["211/KH-UBND", "489/QĐ-TTg", "49-KL/TW", "11-CT/TW"] in walks
    assert any(walk[-3:] == ["628/QĐ-TTg", "51-KL/TW", "29-NQ/TW"] for walk in walks)
    for path in chain["up"]:
        assert all(link["edge"]["evidence"] for link in path["links"])


@pytest.mark.gold
@pytest.mark.parametrize(("number", "date"), DATES.items())
def test_dates_are_the_ones_stated_or_registered(data, number, date):
    with Reader.open(data) as reader:
        assert reader.pick(number).date == date


@pytest.mark.gold
@pytest.mark.parametrize("number", ["49-KL/TW", "11-CT/TW", "37-CT/TW"])
def test_document_named_on_two_pages_is_one_node_with_evidence_of_both(data, number):
    with Reader.open(data) as reader:
        dossier = reader.dossier(reader.pick(number).iri)
    assert len({mention.source for mention in dossier.mentions}) == 2


@pytest.mark.gold
def test_pages_show_the_chain_with_its_quotes(client, data):
    with Reader.open(data) as reader:
        node = reader.pick("489/QĐ-TTg")
    page = client.get("/", params={"q": "489/QĐ-TTg"}, follow_redirects=True)
    assert page.status_code == 200
    assert "489/QĐ-TTg" in page.text
    thing = client.get(
        node.iri.replace("https://w3id.org/phahe", ""), headers={"Accept": "text/html"}, follow_redirects=True
    )
    assert thing.status_code == 200
    for number in ("211/KH-UBND", "49-KL/TW"):
        assert number in thing.text


@pytest.mark.gold
def test_every_quote_stands_in_its_source(data):
    assert command(data, "check", "--evidence")


def test_register_alone_yields_no_edge(tmp_path):
    """Identity comes from the register, edges never."""
    with Library(tmp_path) as library:
        library.publish()
    with Reader.open(tmp_path) as reader:
        answer = json.loads(reader.query(LINEAGE, accept="application/sparql-results+json").body)
    assert answer["results"]["bindings"] == []
