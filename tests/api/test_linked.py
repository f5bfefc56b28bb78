"""Linked data: things in every form, names that were refined or withdrawn, the DCAT description, dumps."""

import gzip
import hashlib
import json
import time

import pytest
import rdflib
from rdflib.compare import isomorphic

from api import dumping, keys, pipeline
from api.app import create_app
from api.contexts import CONTEXT
from api.routes import dumps
from api.settings import Settings
from graph.dumps import FORMS
from ontology.namespaces import ID
from tests.api.conftest import EXAMPLES, LOADED
from tests.api.live import client_of

DOC = "/id/doc/vn/bbt/kl/2019/49-kl-tw"
PAGE = "text/html,application/xhtml+xml"
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
VAGUE = "Chương trình hành động số 12-CTr/TU của Tỉnh ủy về nâng cao chất lượng nguồn nhân lực cán bộ."
FULL = (
    "Chương trình hành động số 12-CTr/TU ngày 09/5/2016 của Tỉnh ủy Cao Bằng "
    "về nâng cao chất lượng nguồn nhân lực cán bộ."
)


def graph(response, form):
    return rdflib.Graph().parse(data=response.text, format=form)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    "path", [DOC, "/id/graph/lineage", "/id/body/bbt", "/id/doc/vn/ubnd-hai-phong/kh/2020/211-kh-ubnd"]
)
def test_a_thing_says_the_same_in_every_form(client, path):
    turtle = graph(client.get(f"{path}.ttl"), "turtle")
    assert len(turtle) > 3
    for extension, form in (("nt", "nt"), ("rdf", "xml"), ("jsonld", "json-ld")):
        response = client.get(f"{path}.{extension}")
        assert response.status_code == 200
        assert response.headers["etag"]
        assert isomorphic(graph(response, form), turtle), form


def test_json_for_linked_data_is_compact_and_carries_its_context(client):
    found = client.get(f"{DOC}.jsonld").json()
    assert found["@id"] == ID + DOC.removeprefix("/id/")
    assert found["continues"] == ID + "doc/vn/bct/ct/2007/11-ct-tw"
    assert found["eli:id_local"] == "49-KL/TW"
    assert found["@context"]["continues"] == {"@id": "phahe:continues", "@type": "@id"}
    context = client.get("/context.jsonld").json()["@context"]
    assert context == CONTEXT
    assert found["@context"].items() <= context.items()


def test_a_page_of_a_document_tells_machines_what_it_is(client):
    text = client.get("/d/vn/bbt/kl/2019/49-kl-tw").text
    told = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert (told["@type"], told["@id"]) == ("Legislation", ID + DOC.removeprefix("/id/"))
    assert told["legislationIdentifier"] == "49-KL/TW"


@pytest.fixture
def server(tmp_path):
    """A server over a graph of its own, asked by somebody who may load."""
    data = tmp_path / "data"
    data.mkdir()
    key = keys.create(data, ("load",))[1]
    with client_of(create_app(Settings(data=data, workers=1)), headers={"Authorization": f"Bearer {key}"}) as client:
        yield client


def loaded(server, text, name):
    report = server.post("/api/v1/loads?wait=60", json={"texts": [{"text": text, "name": name}]}).json()["report"]
    return report["loaded"][0]["sha256"], report["version"]


def the_document(server):
    (one,) = server.get("/api/v1/documents", params={"kind": "document"}).json()["items"]
    return one["iri"].removeprefix(ID)


def test_a_name_that_was_refined_leads_on_by_every_way_of_asking(server):
    loaded(server, VAGUE, "vague.txt")
    vague = the_document(server)
    loaded(server, FULL, "full.txt")
    full = the_document(server)
    assert vague != full
    for before, after in (
        (f"/id/{vague}", f"/id/{full}"),
        (f"/id/{vague}.ttl", f"/id/{full}.ttl"),
        (f"/id/{vague}.jsonld", f"/id/{full}.jsonld"),
        (f"/id/{vague}.json", f"/id/{full}.json"),
        (f"/api/v1/documents/{vague}", f"/api/v1/documents/{full}"),
        (f"/api/v1/documents/{vague}/relations?limit=2", f"/api/v1/documents/{full}/relations?limit=2"),
        (f"/d/{vague.removeprefix('doc/')}", f"/d/{full.removeprefix('doc/')}"),
    ):
        for accept in ("*/*", PAGE):
            moved = server.get(before, headers={"Accept": accept})
            assert (moved.status_code, moved.headers["location"]) == (301, after), before
        assert server.get(after, follow_redirects=True).status_code == 200
    by_name = server.get("/api/v1/named", params={"name": ID + vague})
    assert by_name.json()["node"]["iri"] == ID + full


def test_what_was_withdrawn_is_gone_and_stays_in_the_version_that_had_it(server):
    sha256, before = loaded(server, FULL, "full.txt")
    path = the_document(server)
    loaded(server, "Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư.", "other.txt")
    assert server.delete(f"/api/v1/sources/{sha256}").status_code == 200
    for address in (
        f"/id/{path}",
        f"/id/{path}.ttl",
        f"/id/{path}.json",
        f"/id/source/{sha256}",
        f"/api/v1/documents/{path}",
        f"/api/v1/sources/{sha256}",
        f"/d/{path.removeprefix('doc/')}",
    ):
        gone = server.get(address, headers={"Accept": "application/json"})
        assert (gone.status_code, gone.json()["type"]) == (410, "/problems/gone"), address
        assert server.get(address, headers={"Accept": PAGE}).status_code == 410
    sent = server.get(f"/id/{path}", params={"version": before}, headers={"Accept": "text/turtle"})
    assert (sent.status_code, sent.headers["location"]) == (303, f"/id/{path}.ttl?version={before}")
    then = server.get(sent.headers["location"])
    assert then.status_code == 200
    assert "12-CTr/TU" in then.text
    assert server.get("/id/doc/vn/never/was").status_code == 404


@pytest.mark.parametrize(
    ("accept", "form"),
    [("text/turtle", "turtle"), ("application/ld+json", "json-ld"), ("application/rdf+xml", "xml")],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_catalogue_names_every_dump_with_its_checksum(client, accept, form):
    for name in FORMS:
        assert client.get(f"/dumps/{name}", follow_redirects=True).status_code == 200
    found = graph(client.get("/dcat", headers={"Accept": accept}), form)
    assert len(set(found.subjects(rdflib.RDF.type, DCAT.Catalog))) == 1
    assert len(set(found.subjects(rdflib.RDF.type, DCAT.DataService))) == 2
    (dataset,) = found.subjects(rdflib.RDF.type, DCAT.Dataset)
    assert str(found.value(dataset, DCAT.version)) == client.get("/readyz").json()["version"]
    files = list(found.objects(dataset, DCAT.distribution))
    assert len(files) == len(FORMS)
    for one in files:
        data = client.get(str(found.value(one, DCAT.downloadURL))).content
        assert int(found.value(one, DCAT.byteSize)) == len(data)
        checksum = found.value(one, SPDX.checksum)
        assert str(found.value(checksum, SPDX.checksumValue)).lower() == hashlib.sha256(data).hexdigest()
        assert found.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256


def test_dumps_hold_what_export_gives_and_their_sums_are_listed(client, phahe, tmp_path):
    version = client.get("/readyz").json()["version"]
    for name, form in FORMS.items():
        exported = tmp_path / name
        assert phahe("export", "--format", form, "-o", exported).exit_code == 0
        response = client.get(f"/dumps/{version}/{name}")
        assert response.headers["content-type"] == "application/gzip"
        assert gzip.decompress(response.content) == exported.read_bytes()
        assert response.headers["etag"] == f'"{hashlib.sha256(response.content).hexdigest()}"'
    sums = client.get(f"/dumps/{version}/SHA256SUMS").text
    assert {line.split("  ")[1] for line in sums.splitlines()} == set(FORMS)
    assert {one["sha256"] for one in client.get("/dumps").json()} == {line[:64] for line in sums.splitlines()}


@pytest.mark.parametrize("path", ["/dumps/none", "/dumps/0000000000000000/phahe.nq.gz", "/dumps/../keys.json"])
def test_dumps_that_are_none(client, path):
    assert client.get(path).status_code == 404


def test_dumps_of_versions_that_are_not_kept_are_let_go(tmp_path):
    data = tmp_path / "data"
    pipeline.keep([pipeline.Item(LOADED[3], str(EXAMPLES / LOADED[3]))], data)
    stale = data / "dumps" / "0123456789abcdef"
    stale.mkdir(parents=True)
    with client_of(create_app(Settings(data=data, workers=1))) as client:
        assert client.get("/dumps/phahe.ttl.gz", follow_redirects=True).status_code == 200
    assert not stale.exists()


def test_a_dump_that_takes_long_is_told_and_does_not_keep_the_server_from_stopping(tmp_path, monkeypatch):
    data = tmp_path / "data"
    pipeline.keep([pipeline.Item(LOADED[3], str(EXAMPLES / LOADED[3]))], data)
    monkeypatch.setattr(dumping, "make", asleep)
    monkeypatch.setattr(dumps, "PATIENCE", 0.2)
    with client_of(create_app(Settings(data=data, workers=1))) as client:
        late = client.get("/dumps/phahe.ttl.gz", follow_redirects=True)
        assert (late.status_code, late.json()["type"]) == (503, "/problems/busy")
        assert int(late.headers["retry-after"]) > 0
        assert client.get("/dcat").status_code == 200


def asleep(*_):
    time.sleep(600)


def test_a_dump_that_cannot_be_written_is_a_fault_of_the_store(tmp_path):
    data = tmp_path / "data"
    pipeline.keep([pipeline.Item(LOADED[3], str(EXAMPLES / LOADED[3]))], data)
    (data / "dumps").write_bytes(b"no directory")
    with client_of(create_app(Settings(data=data, workers=1))) as client:
        failed = client.get("/dumps/phahe.ttl.gz", follow_redirects=True)
        assert (failed.status_code, failed.json()["type"]) == (503, "/problems/store")
        assert str(tmp_path) not in failed.text
