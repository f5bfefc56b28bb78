"""The real server over a small graph: forms, refusals, headers, identity of versions."""

import csv
import io
import json

import pytest
import rdflib

LINEAGE = "https://w3id.org/phahe/id/graph/lineage"
DOC = "/id/doc/vn/bbt/kl/2019/49-kl-tw"
CONTINUES = "PREFIX phahe: <https://w3id.org/phahe/ontology#> SELECT ?s ?o { ?s phahe:continues ?o }"
BUILD = "PREFIX phahe: <https://w3id.org/phahe/ontology#> CONSTRUCT WHERE { ?s phahe:continues ?o }"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def kind_of(response):
    return response.headers["content-type"].partition(";")[0]


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (CONTINUES, None, "application/sparql-results+json"),
        (CONTINUES, "*/*", "application/sparql-results+json"),
        (CONTINUES, "application/json", "application/sparql-results+json"),
        (CONTINUES, "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONTINUES, "text/csv", "text/csv"),
        (CONTINUES, "text/tab-separated-values", "text/tab-separated-values"),
        (CONTINUES, "text/csv;q=0.5, application/sparql-results+xml;q=0.6", "application/sparql-results+xml"),
        ("ASK {}", "text/turtle, application/sparql-results+json;q=0.1", "application/sparql-results+json"),
        (BUILD, None, "text/turtle"),
        (BUILD, "application/n-triples", "application/n-triples"),
        (BUILD, "application/n-quads", "application/n-quads"),
        (BUILD, "application/trig", "application/trig"),
        (BUILD, "application/ld+json", "application/ld+json"),
        (BUILD, "application/rdf+xml", "application/rdf+xml"),
        (BUILD, "application/rdf+xml;q=0.2, application/n-triples;q=0.9", "application/n-triples"),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_forms(client, query, accept, media_type):
    headers = {"Accept": accept} if accept else {"Accept": ""}
    response = client.get("/sparql", params={"query": query}, headers=headers)
    assert response.status_code == 200
    assert kind_of(response) == media_type
    assert response.headers["vary"] == "Accept"
    assert response.headers["x-data-version"]
    if query == BUILD:
        form = {"application/n-quads": "nquads", "application/trig": "trig"}.get(media_type, media_type)
        graph = rdflib.Dataset() if form in ("nquads", "trig") else rdflib.Graph()
        graph.parse(data=response.text, format=form)
        assert any("49-kl-tw" in str(subject) for subject in graph.subjects())
    else:
        assert "49-kl-tw" in response.text or query == "ASK {}"


@pytest.mark.parametrize("form", ["csv", "json", "xml", "tsv"])
def test_format_goes_before_accept(client, form):
    response = client.get("/sparql", params={"query": CONTINUES, "format": form}, headers={"Accept": "image/png"})
    assert response.status_code == 200
    assert form in kind_of(response) or form == "tsv"


@pytest.mark.parametrize(
    ("method", "path", "options", "status", "kind"),
    [
        ("GET", "/sparql", {"params": {"query": "SELECT * {"}}, 400, "bad-query"),
        (
            "GET",
            "/sparql",
            {"params": {"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}},
            400,
            "bad-query",
        ),
        ("GET", "/sparql", {"params": {"query": "ASK {" + "{" * 5000}}, 400, "bad-query"),
        ("GET", "/sparql", {"params": [("query", "ASK {}"), ("query", "ASK {}")]}, 400, "bad-request"),
        ("GET", "/sparql", {"params": {"update": "CLEAR ALL"}}, 400, "bad-request"),
        ("GET", "/sparql", {"params": {"query": CONTINUES}, "headers": {"Accept": "image/png"}}, 406, "not-acceptable"),
        ("GET", "/sparql", {"params": {"query": BUILD}, "headers": {"Accept": "text/csv"}}, 406, "not-acceptable"),
        ("GET", "/sparql", {"params": {"query": "ASK {}", "format": "yaml"}}, 406, "not-acceptable"),
        ("GET", "/sparql", {"headers": {"Accept": "image/png"}}, 406, "not-acceptable"),
        ("GET", "/sparql", {"params": {"query": "ASK {}", "version": "0000000000000000"}}, 404, "not-found"),
        ("GET", "/sparql", {"params": {"query": "ASK {}", "version": "../../etc"}}, 404, "not-found"),
        ("GET", "/sparql", {"params": {"query": "CLEAR ALL"}}, 403, "read-only"),
        ("POST", "/sparql", {"data": {"update": "CLEAR ALL"}}, 403, "read-only"),
        (
            "POST",
            "/sparql",
            {"content": "CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}},
            403,
            "read-only",
        ),
        ("POST", "/sparql", {"content": "ASK {}", "headers": {"Content-Type": "text/plain"}}, 415, "media-type"),
        (
            "POST",
            "/sparql",
            {"content": b"x" * (17 << 20), "headers": {"Content-Type": "application/sparql-query"}},
            413,
            "too-large",
        ),
        ("PUT", "/sparql", {"params": {"query": "ASK {}"}}, 405, "method"),
        ("PUT", "/graph-store", {"params": {"graph": "urn:g"}, "content": ""}, 403, "read-only"),
        ("POST", "/graph-store", {"params": {"graph": "urn:g"}, "content": ""}, 403, "read-only"),
        ("DELETE", "/graph-store", {"params": {"graph": LINEAGE}}, 403, "read-only"),
        ("GET", "/graph-store", {}, 400, "bad-request"),
        ("GET", "/api/v1/nothing", {}, 404, "not-found"),
        ("GET", "/api/v1/named", {"params": {"name": "999/XYZ"}}, 404, "not-found"),
        ("GET", "/api/v1/named", {"params": {"name": "TW"}}, 409, "ambiguous"),
        ("GET", "/api/v1/named", {}, 422, "invalid"),
        ("GET", "/api/v1/documents", {"params": {"cursor": "x"}}, 404, "not-found"),
        ("GET", "/api/v1/documents", {"params": {"since": "2020-02-30"}}, 422, "invalid"),
        ("GET", "/api/v1/documents", {"headers": {"Accept": "image/png"}}, 406, "not-acceptable"),
        ("GET", "/api/v1/coverage", {"params": {"of": "49-KL/TW", "expected": "/etc/bodies.csv"}}, 422, "invalid"),
        ("GET", "/api/v1/coverage", {"params": {"of": "49-KL/TW", "expected": "districts:nowhere"}}, 404, "not-found"),
        ("GET", "/api/v1/documents/doc/vn/none", {}, 404, "not-found"),
        ("GET", "/api/v1/chains", {"params": {"of": "49-KL/TW", "depth": "0"}}, 422, "invalid"),
        ("GET", "/api/v1/chains", {"params": {"of": "49-KL/TW", "predicate": "eats"}}, 422, "invalid"),
        ("GET", "/api/v1/assertions/none", {}, 404, "not-found"),
        ("GET", "/api/v1/sources/00000000", {}, 404, "not-found"),
        ("GET", "/api/v1/queries/none", {}, 404, "not-found"),
        ("GET", "/api/v1/queries/chain-up", {"params": {"x": "y"}}, 400, "bad-request"),
        ("GET", "/api/v1/search", {"params": {"q": "x", "limit": "501"}}, 422, "invalid"),
        ("POST", "/api/v1/stats", {}, 405, "method"),
        ("GET", "/id/doc/vn/none", {}, 404, "not-found"),
        ("GET", "/id/doc/vn/none.ttl", {}, 404, "not-found"),
        ("GET", "/id/%3Cx%3E.ttl", {}, 404, "not-found"),
        ("GET", DOC, {"headers": {"Accept": "image/png"}}, 406, "not-acceptable"),
        ("GET", "/problems/none", {}, 404, "not-found"),
    ],
)
def test_refusals_are_problem_documents(client, method, path, options, status, kind):
    response = client.request(method, path, **options)
    assert response.status_code == status, response.text
    assert kind_of(response) == "application/problem+json"
    problem = response.json()
    assert problem["type"] == f"/problems/{kind}"
    assert problem["status"] == status
    assert "\n" not in problem["detail"]
    assert "/tmp" not in response.text
    assert client.get(problem["type"]).json()["status"] == status


def test_a_bad_query_names_its_line(client):
    problem = client.get("/sparql", params={"query": "SELECT *\n{ ?s ?p }"}).json()
    assert "2:" in problem["detail"]


def test_an_ambiguous_name_lists_candidates(client):
    candidates = client.get("/api/v1/named", params={"name": "TW"}).json()["candidates"]
    assert any(one["iri"].endswith("49-kl-tw") and "49-KL/TW" in one["label"] for one in candidates)


def test_a_query_by_each_way_of_asking(client):
    answers = [
        client.get("/sparql", params={"query": CONTINUES}),
        client.post("/sparql", data={"query": CONTINUES}),
        client.post("/sparql", content=CONTINUES, headers={"Content-Type": "application/sparql-query"}),
    ]
    assert len({response.text for response in answers}) == 1


def test_the_default_data_set_is_lineage_and_register(client):
    ask = "ASK { ?a a <https://w3id.org/phahe/ontology#Assertion> }"
    assert client.get("/sparql", params={"query": ask}).json()["boolean"] is False
    anywhere = "ASK { GRAPH ?g { ?a a <https://w3id.org/phahe/ontology#Assertion> } }"
    assert client.get("/sparql", params={"query": anywhere}).json()["boolean"] is True


def test_the_data_set_of_the_request(client):
    ask = {"query": "ASK { ?s ?p ?o }"}
    assert client.get("/sparql", params=ask | {"default-graph-uri": LINEAGE}).json()["boolean"] is True
    assert client.get("/sparql", params=ask | {"default-graph-uri": "urn:none"}).json()["boolean"] is False
    named = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    rows = client.get("/sparql", params={"query": named, "named-graph-uri": LINEAGE}).json()["results"]["bindings"]
    assert [row["g"]["value"] for row in rows] == [LINEAGE]


def test_a_query_that_never_ends_costs_only_its_client(client):
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    response = client.get("/sparql", params={"query": endless})
    assert response.status_code == 503
    assert response.json()["type"] == "/problems/query-limit"
    assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_the_service_describes_itself(client):
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=response.text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (None, sd.endpoint, rdflib.URIRef(f"{client.base_url}/sparql")) in graph
    assert (None, sd.name, rdflib.URIRef(LINEAGE)) in graph
    assert list(graph.objects(None, sd.supportedLanguage)) == [sd.SPARQL11Query]


def test_a_graph_by_name(client):
    lineage = client.get("/graph-store", params={"graph": LINEAGE}, headers={"Accept": "application/n-triples"})
    assert "49-kl-tw> <https://w3id.org/phahe/ontology#continues>" in lineage.text
    default = client.get("/graph-store?default", headers={"Accept": "application/n-triples"})
    assert len(default.text) > len(lineage.text)


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        (BROWSER, "/d/vn/bbt/kl/2019/49-kl-tw"),
        (None, "/d/vn/bbt/kl/2019/49-kl-tw"),
        ("text/turtle", f"{DOC}.ttl"),
        ("application/ld+json", f"{DOC}.jsonld"),
        ("application/n-triples", f"{DOC}.nt"),
        ("application/rdf+xml", f"{DOC}.rdf"),
        ("application/json", f"{DOC}.json"),
        ("application/json;q=0.5, text/turtle;q=0.8", f"{DOC}.ttl"),
    ],
)
def test_a_thing_sends_to_its_page_or_its_data(client, accept, location):
    response = client.get(DOC, headers={"Accept": accept or "*/*"})
    assert response.status_code == 303
    assert response.headers["location"] == location
    assert response.headers["vary"] == "Accept"
    assert client.get(location).status_code == 200


def test_data_of_a_thing(client):
    response = client.get(f"{DOC}.ttl")
    graph = rdflib.Graph().parse(data=response.text, format="turtle")
    thing = rdflib.URIRef(f"https://w3id.org/phahe{DOC}")
    assert set(graph.subjects()) == {thing}
    assert (thing, rdflib.URIRef("http://data.europa.eu/eli/ontology#id_local"), rdflib.Literal("49-KL/TW")) in graph
    assert f'<{thing}>; rel="canonical"' in response.headers["link"]


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("SELECT ?x { GRAPH ?g { ?x a phahe:Activity } }", "/d/activity/"),
        ("SELECT ?x { GRAPH ?g { ?x a phahe:Assertion } }", "/e/"),
        ("SELECT ?x { GRAPH ?g { ?x a phahe:Source } }", "/source/"),
        ("SELECT ?x { GRAPH ?x { ?s a phahe:Assertion } }", "/sparql?"),
        ("SELECT (phaheid:body\\/bbt AS ?x) {}", "/sparql?"),
        ("SELECT (phaheid:place\\/hai-phong AS ?x) {}", "/sparql?"),
        ("SELECT ?x { GRAPH ?g { ?a phahe:evidence ?x } }", "/sparql?"),
    ],
)
def test_a_browser_gets_a_page_of_every_thing(client, query, kind):
    prefixes = "PREFIX phahe: <https://w3id.org/phahe/ontology#> PREFIX phaheid: <https://w3id.org/phahe/id/> "
    found = client.get("/sparql", params={"query": f"{prefixes}{query} LIMIT 1", "format": "json"}).json()
    iri = found["results"]["bindings"][0]["x"]["value"]
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    sent = client.get(iri.removeprefix("https://w3id.org/phahe"), headers=browser)
    assert sent.status_code == 303
    assert sent.headers["location"].startswith(kind)
    page = client.get(sent.headers["location"], headers=browser)
    assert page.status_code == 200
    assert kind_of(page) == "text/html"
    if kind == "/sparql?":
        assert f"&lt;{iri}&gt;" in page.text
        assert "<pre" in page.text


@pytest.mark.parametrize("path", ["type/kl", "place/hai-phong", "graph/lineage", "body/bbt"])
def test_things_without_a_page_have_data(client, path):
    response = client.get(f"/id/{path}", headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert response.status_code == 200
    assert kind_of(response) == "text/turtle"
    assert len(rdflib.Graph().parse(data=response.text, format="turtle")) > 0


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/search?q=49-KL/TW",
        "/api/v1/named?name=49-KL/TW",
        "/api/v1/documents/doc/vn/bbt/kl/2019/49-kl-tw",
        "/api/v1/chains?of=211/KH-UBND&to=11-CT/TW",
        "/api/v1/around?of=49-KL/TW",
        "/api/v1/queries",
        "/api/v1/sources",
        "/api/v1/stats",
        "/sparql?query=ASK%7B%7D",
        "/readyz",
        "/healthz",
        "/docs",
        "/openapi.json",
        "/context.jsonld",
        "/",
    ],
)
def test_get_and_head_agree(client, path):
    got, head = client.get(path), client.head(path)
    assert got.status_code == head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == str(len(got.content))
    for response in (got, head):
        assert "default-src 'none'" in response.headers["content-security-policy"]
        assert "unsafe-eval" not in response.headers["content-security-policy"]
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["referrer-policy"] == "no-referrer"
        assert len(response.headers["x-request-id"]) == 16


@pytest.mark.parametrize("path", ["/api/v1/search?q=49", "/sparql?query=ASK%7B%7D", f"{DOC}.ttl", "/api/v1/stats"])
def test_what_is_held_is_not_sent_again(client, path):
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/api/v1/stats", True),
        ("GET", "/sparql?query=ASK%7B%7D", True),
        ("GET", f"{DOC}.ttl", True),
        ("GET", "/", False),
        ("POST", "/api/v1/loads", False),
        ("DELETE", "/api/v1/sources/00", False),
    ],
)
def test_other_sites_may_read_data_and_write_nothing(client, method, path, allowed):
    response = client.request(method, path, headers={"Origin": "https://example.org"})
    assert (response.headers.get("access-control-allow-origin") == "*") is allowed
    assert "access-control-allow-credentials" not in response.headers


def test_preflight(client):
    ask = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    sparql = client.options("/sparql", headers=ask)
    assert sparql.status_code == 204
    assert "POST" in sparql.headers["access-control-allow-methods"]
    assert "Authorization" not in sparql.headers["access-control-allow-headers"]
    loads = client.options("/api/v1/loads", headers=ask)
    assert "POST" not in loads.headers["access-control-allow-methods"]


def test_answers_of_the_rest_api(client):
    chain = client.get("/api/v1/chains", params={"of": "211/KH-UBND", "to": "11-CT/TW", "down": False}).json()
    walks = [[node["number"] for node in path["nodes"]] for path in chain["up"]]
    assert ["211/KH-UBND", "489/QĐ-TTg", "49-KL/TW", "11-CT/TW"] in walks
    evidence = chain["up"][0]["links"][0]["edge"]["evidence"][0]
    path = evidence["iri"].removeprefix("https://w3id.org/phahe/id/assertion/")
    stated = client.get(f"/api/v1/assertions/{path}").json()
    text = stated["kept"]["text"]["content"]
    assert text[stated["evidence"]["start"] : stated["evidence"]["end"]] == evidence["exact"]
    around = client.get("/api/v1/around", params={"of": "49-KL/TW", "predicate": "continues"}).json()
    assert {edge["predicate"] for edge in around["edges"]} == {"continues"}


def test_a_source_and_its_bytes(client):
    source = client.get("/api/v1/sources").json()["items"][0]
    assert client.get(f"/api/v1/sources/{source['sha256'][:12]}").json()["source"] == source
    original = client.get(f"/api/v1/sources/{source['sha256']}/original")
    import hashlib

    assert hashlib.sha256(original.content).hexdigest() == source["sha256"]
    assert original.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in original.headers["content-security-policy"]


def test_a_named_query(client):
    response = client.get("/api/v1/queries/chain-up", params={"document": "211/KH-UBND", "format": "csv"})
    assert "11-CT/TW" in response.text
    assert [row["ancestor"] for row in csv.DictReader(io.StringIO(response.text))]
    assert response.headers["x-data-version"]
    names = {one["name"] for one in client.get("/api/v1/queries").json()}
    assert "chain-up" in names


def test_the_description_is_whole(client):
    description = client.get("/openapi.json").json()
    text = json.dumps(description)
    for name in {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}:
        assert name in description["components"]["schemas"], name
    assert "/api/v1/chains" in description["paths"]


def test_docs_ask_no_other_server(client):
    page = client.get("/docs").text
    assert "http://" not in page
    assert "https://" not in page


def test_a_browser_gets_pages(client):
    for path, status in (("/sparql", 200), ("/api/v1/nothing", 404), ("/api/v1/named?name=TW", 409)):
        response = client.get(path, headers={"Accept": BROWSER})
        assert response.status_code == status
        assert kind_of(response) == "text/html"


def test_a_browser_gets_the_answer_below_the_form(client):
    response = client.get("/sparql", params={"query": CONTINUES}, headers={"Accept": BROWSER})
    assert kind_of(response) == "text/html"
    assert "49-kl-tw" in response.text
    wrong = client.get("/sparql", params={"query": "SELECT * {"}, headers={"Accept": BROWSER})
    assert kind_of(wrong) == "text/html"
