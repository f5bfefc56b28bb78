"""The REST API over a small graph: pages of lists, forms, preconditions of verdicts, declared searches, versions."""

import csv
import io

import pytest

from api import keys, pipeline
from api.app import REST, create_app
from api.settings import Settings
from tests.api.conftest import EXAMPLES, LOADED
from tests.api.live import client_of

KL = "doc/vn/bbt/kl/2019/49-kl-tw"
LISTS = [
    ("/api/v1/documents", {}),
    ("/api/v1/documents", {"kind": "document", "sphere": "state"}),
    (f"/api/v1/documents/{KL}/relations", {}),
    (f"/api/v1/documents/{KL}/evidence", {}),
    ("/api/v1/sources", {}),
    ("/api/v1/claims", {}),
    ("/api/v1/checks", {}),
    ("/api/v1/bodies", {"limit": "40"}),
]
TABLES = [
    *LISTS,
    ("/api/v1/search", {"q": "kế hoạch"}),
    ("/api/v1/chains", {"of": "211/KH-UBND"}),
    ("/api/v1/chain-audit", {"of": "211/KH-UBND"}),
    ("/api/v1/coverage", {"of": "49-KL/TW", "on": "2020-12-31"}),
    ("/api/v1/deadlines", {"of": "49-KL/TW"}),
    ("/api/v1/impact", {"of": "49-KL/TW"}),
    ("/api/v1/changes", {"of": "49-KL/TW", "since": "2019-05-10"}),
    ("/api/v1/contradictions", {}),
    ("/api/v1/dangling", {}),
    ("/api/v1/diffusion", {"of": "49-KL/TW"}),
    ("/api/v1/verdicts", {}),
    ("/api/v1/searches", {}),
]


def all_of(client, path, **params):
    """Every item of a list, by following the links to the next page."""
    response = client.get(path, params=params)
    items, pages = [], 0
    while True:
        assert response.status_code == 200, response.text
        page = response.json()
        items += page["items"]
        pages += 1
        assert pages < 500
        if page["next"] is None:
            assert "link" not in response.headers
            assert len(items) == page["total"]
            return items
        assert response.links["next"]["url"].endswith(f"cursor={page['next']}")
        response = client.get(response.links["next"]["url"])


@pytest.mark.parametrize(("path", "params"), LISTS)
def test_pages_hold_each_item_once_whatever_their_size(client, path, params):
    whole = all_of(client, path, **{"limit": "500"} | params)
    assert all_of(client, path, **params | {"limit": params.get("limit", "2")}) == whole
    if path != "/api/v1/checks":
        assert whole, "a list with nothing in it tests nothing"


def test_pages_of_a_search_hold_each_hit_once(client):
    whole = client.get("/api/v1/search", params={"q": "kế hoạch", "limit": "500"}).json()
    response, hits = client.get("/api/v1/search", params={"q": "kế hoạch", "limit": "1"}), []
    while True:
        hits += response.json()["hits"]
        if "next" not in response.links:
            break
        response = client.get(response.links["next"]["url"])
    assert hits == whole["hits"]
    assert len(hits) == whole["total"] > 1


@pytest.mark.parametrize(
    ("params", "fits"),
    [
        ({"kind": "activity"}, lambda one: one["kind"] == "activity"),
        ({"type": "KH"}, lambda one: one["type"] == "KH"),
        ({"level": "province"}, lambda one: one["level"] == "province"),
        ({"sphere": "party"}, lambda one: one["sphere"] == "party"),
        ({"province": "hai-phong"}, lambda one: one["place"] == "hai-phong"),
        ({"year": "2020"}, lambda one: (one["date"] or "").startswith("2020")),
        ({"since": "2020-01-01"}, lambda one: (one["date"] or "") >= "2020-01-01"),
        ({"until": "2019-12-31"}, lambda one: one["date"] and one["date"] <= "2019-12-31"),
        ({"seen": "true"}, lambda one: one["seen"]),
        ({"ambiguous": "true"}, lambda one: one["ambiguous"]),
        ({"body": "https://w3id.org/phahe/id/body/bbt"}, lambda one: (one["issuer_iri"] or "").endswith("/bbt")),
    ],
    ids=lambda one: "fits" if callable(one) else str(one),
)
def test_documents_by_what_they_are(client, params, fits):
    every = all_of(client, "/api/v1/documents", limit="500")
    assert all_of(client, "/api/v1/documents", **params) == [one for one in every if fits(one)]


@pytest.mark.parametrize(("path", "params"), TABLES)
def test_every_table_can_be_had_for_a_spreadsheet(client, path, params):
    by_format = client.get(path, params={**params, "format": "csv"})
    by_accept = client.get(path, params=params, headers={"Accept": "text/csv"})
    assert by_format.content == by_accept.content
    assert by_format.headers["content-type"] == "text/csv; charset=utf-8"
    assert by_format.content.startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(by_format.text.removeprefix("\ufeff"))))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert client.get(path, params=params).headers["etag"] != by_format.headers["etag"]


@pytest.mark.parametrize(("path", "params"), [*TABLES, ("/api/v1/named", {"name": "49-KL/TW"}), ("/api/v1/stats", {})])
def test_every_answer_has_a_tag_and_a_version(client, path, params):
    first = client.get(path, params=params)
    assert first.status_code == 200, first.text
    if path != "/api/v1/searches":
        assert first.headers["x-data-version"]
    again = client.get(path, params=params, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_formula_of_a_source_is_text_in_a_spreadsheet(tmp_path):
    source = tmp_path / "x.txt"
    source.write_text("Kế hoạch số 12/KH-UBND ngày 03/02/2021 của UBND tỉnh Thái Bình.", encoding="utf-8")
    data = tmp_path / "data"
    pipeline.keep([pipeline.Item("=cmd|' /C calc'!A0", str(source))], data)
    with client_of(create_app(Settings(data=data, workers=1))) as client:
        assert ",'=cmd" in client.get("/api/v1/sources", params={"format": "csv"}).text


def test_bodies_tell_their_life(client):
    every = {one["iri"]: one for one in all_of(client, "/api/v1/bodies", limit="500")}
    assert every["https://w3id.org/phahe/id/body/bbt"]["documents"] >= 1
    assert client.get("/api/v1/bodies/bbt").json()["body"]["name"] == "Ban Bí thư Trung ương Đảng"
    local = next(one for one in every.values() if not one["register"])
    assert client.get(f"/api/v1/bodies/{local['iri'].split('/id/body/')[1]}").json()["body"] == local
    assert client.get("/api/v1/bodies/nobody").status_code == 404


def test_the_modules_of_the_api_begin_where_it_begins():
    assert {route.path[:8] for module in REST for route in module.router.routes} == {"/api/v1/"}


@pytest.fixture
def desk(tmp_path):
    """A server over a graph of its own, with the keys of two reviewers."""
    data = tmp_path / "data"
    pipeline.keep([pipeline.Item(name, str(EXAMPLES / name)) for name in LOADED[3:]], data)
    names = {
        name: {"Authorization": f"Bearer {keys.create(data, ('review',), label=name)[1]}"} for name in ("An", "Bình")
    }
    with client_of(create_app(Settings(data=data, workers=1))) as client:
        yield client, names


def one_claim(client, state="open"):
    found = client.get("/api/v1/claims", params={"state": state}).json()["items"]
    return found[0]["assertion"].rsplit("/", 1)[1], found[0]


def test_a_verdict_is_signed_seen_at_once_and_taken_back(desk):
    client, names = desk
    digest, claim = one_claim(client)
    edge = {"head": claim["head"]["iri"], "predicate": claim["predicate"], "tail": claim["tail"]["iri"]}
    path = edge["head"].split("/id/")[1]
    sent = {"act": "reject", "claim": digest, "why": "văn bản khác"}
    made = client.post("/api/v1/verdicts", json=sent, headers=names["An"])
    assert made.status_code == 201, made.text
    judged = made.json()
    assert (judged["verdict"]["by"], judged["verdict"]["act"]) == ("An", "rejected")
    assert client.get(made.headers["location"]).json() == judged["verdict"]
    assert client.get("/readyz").json()["version"] == judged["version"]
    assert client.get(f"/api/v1/documents/{path}/relations", params={"direction": "out"}).json()["items"] == []
    old = client.get("/api/v1/claims", params={"state": "all"}).json()["items"][0]
    assert old["verdict"]["id"] == judged["verdict"]["id"]
    undo = {"act": "undo", "claim": digest, "seen": old["version"]}
    assert client.post("/api/v1/verdicts", json=undo, headers=names["Bình"]).status_code == 201
    found = client.get(f"/api/v1/documents/{path}/relations", params={"direction": "out"}).json()["items"]
    assert [(one["predicate"], one["tail"]) for one in found] == [(edge["predicate"], edge["tail"])]
    assert [one["act"] for one in all_of(client, "/api/v1/verdicts", limit="1")] == ["undone", "rejected"]


def test_two_reviewers_do_not_overrule_each_other_unseen(desk):
    client, names = desk
    digest, _ = one_claim(client)
    tag = client.get(f"/api/v1/claims/{digest}").headers["etag"]
    sent = {"act": "confirm", "claim": digest}
    first = client.post("/api/v1/verdicts", json=sent, headers=names["An"] | {"If-Match": tag})
    assert first.status_code == 201
    late = client.post("/api/v1/verdicts", json=sent, headers=names["Bình"] | {"If-Match": tag})
    assert (late.status_code, late.json()["type"]) == (412, "/problems/precondition")
    blind = client.post("/api/v1/verdicts", json=sent, headers=names["Bình"])
    assert (blind.status_code, blind.json()["type"]) == (409, "/problems/conflict")
    assert "An" in blind.json()["detail"]
    seen = client.get(f"/api/v1/claims/{digest}")
    rejected = {"act": "reject", "claim": digest, "why": "đã xem lại"}
    again = client.post("/api/v1/verdicts", json=rejected, headers=names["Bình"] | {"If-Match": seen.headers["etag"]})
    assert again.status_code == 201
    version = client.get(f"/api/v1/claims/{digest}").json()["version"]
    back = client.post("/api/v1/verdicts", json=sent | {"seen": version}, headers=names["An"])
    assert back.status_code == 201


def test_an_edge_is_corrected_and_one_added(desk):
    client, names = desk
    digest, claim = one_claim(client)
    sent = {"act": "correct", "claim": digest, "why": "chỉ sửa đổi", "predicate": "amends"}
    assert client.post("/api/v1/verdicts", json=sent, headers=names["An"]).status_code == 201
    path = claim["head"]["iri"].split("/id/")[1]
    out = client.get(f"/api/v1/documents/{path}/relations", params={"direction": "out"}).json()["items"]
    assert [one["predicate"] for one in out] == ["amends"]
    added = {"act": "add", "head": "Kế hoạch số 12/KH-UBND ngày 03/02/2021 của UBND tỉnh Thái Bình"}
    added |= {"predicate": "implements", "tail": claim["head"]["number"], "why": "biết chắc"}
    assert client.post("/api/v1/verdicts", json=added, headers=names["An"]).status_code == 201
    into = client.get(f"/api/v1/documents/{path}/relations", params={"direction": "into"}).json()["items"]
    assert [one["predicate"] for one in into] == ["implements"]


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ({"act": "dance"}, 422, "invalid"),
        ({"act": "confirm"}, 422, "invalid"),
        ({"act": "reject", "claim": "0123456789ab"}, 422, "invalid"),
        ({"act": "reject", "claim": "0123456789ab", "why": "  "}, 422, "invalid"),
        ({"act": "confirm", "claim": "0123456789ab"}, 404, "not-found"),
        ({"act": "undo", "claim": "0123456789ab"}, 404, "not-found"),
        ({"act": "add", "head": "gì đó", "predicate": "implements", "tail": "49-KL/TW", "why": "x"}, 404, "not-found"),
        ([], 422, "invalid"),
    ],
    ids=str,
)
def test_verdicts_that_are_none(desk, body, status, kind):
    client, names = desk
    response = client.post("/api/v1/verdicts", json=body, headers=names["An"])
    assert (response.status_code, response.json()["type"]) == (status, f"/problems/{kind}"), response.text


def test_searches_are_declared_used_and_withdrawn(desk):
    client, names = desk
    sent = {"body": "Thái Bình", "place": "vbpl.vn", "since": "2020-03-05", "until": "2021-06-30", "items": 12}
    sent |= {"on": "2021-07-01"}
    made = client.post("/api/v1/searches", json=sent, headers=names["An"])
    assert made.status_code == 201, made.text
    assert (made.json()["by"], made.json()["key"]) == ("An", "place/thai-binh")
    assert client.post("/api/v1/searches", json=sent, headers=names["An"]).json() == made.json()
    assert all_of(client, "/api/v1/searches") == [made.json()]
    ask = {"of": "30/2020/NĐ-CP", "on": "2021-06-30"}
    cells = {one["key"]: one["state"] for one in client.get("/api/v1/coverage", params=ask).json()["cells"]}
    assert cells["place/thai-binh"] == "looked"
    assert client.delete(made.headers["location"], headers=names["Bình"]).status_code == 200
    assert client.get(made.headers["location"]).status_code == 404
    cells = {one["key"]: one["state"] for one in client.get("/api/v1/coverage", params=ask).json()["cells"]}
    assert cells["place/thai-binh"] == "not_collected"


def test_an_old_version_is_asked_again(desk, tmp_path):
    client, names = desk
    before = client.get("/api/v1/stats").headers["x-data-version"]
    digest, _ = one_claim(client)
    sent = {"act": "reject", "claim": digest, "why": "sai"}
    client.post("/api/v1/verdicts", json=sent, headers=names["An"])
    now = client.get("/api/v1/claims", params={"state": "open"}).json()
    then = client.get("/api/v1/claims", params={"state": "open", "version": before}).json()
    assert (now["total"], then["total"]) == (0, 1)
    assert then["version"] == before
    assert client.get("/api/v1/claims", params={"version": "0" * 16}).status_code == 404
    changed = client.get("/api/v1/changes/known", params={"of": "30/2020/NĐ-CP", "since": before}).json()
    assert len(changed["edges_gone"]) == 1


def test_pages_of_a_search_are_all_of_the_version_of_the_first(desk):
    client, names = desk
    path = "/api/v1/search?q=nghị định"
    first = client.get(f"{path}&limit=1")
    assert "next" in first.links, "a list of one page tests nothing"
    digest, _ = one_claim(client)
    client.post("/api/v1/verdicts", json={"act": "reject", "claim": digest, "why": "sai"}, headers=names["An"])
    second = client.get(first.links["next"]["url"])
    assert second.status_code == 200
    assert second.headers["x-data-version"] == first.headers["x-data-version"]
    assert client.get(f"{path}&limit=1").headers["x-data-version"] != first.headers["x-data-version"]
    assert second.json() != first.json()


@pytest.mark.parametrize("key", [("nothere", 1), ("0" * 16, 1), ("../../x", 1), (1, 2), (), ("x", -1), ("x", 10**9)])
def test_a_cursor_of_no_list(client, key):
    from api.paging import sealed

    for path in ("/api/v1/search?q=x", "/api/v1/checks?", "/api/v1/claims?"):
        assert client.get(f"{path}&cursor={sealed(*key)}").status_code == 404
