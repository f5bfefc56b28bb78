"""Who may do what: every route of the server, without a key and with a key of each scope.

The table is checked against the routes that there are, so that no route comes without a row.
"""

import csv
from pathlib import Path

import pytest

from api import keys, pipeline
from api.app import MODULES, create_app
from api.settings import Settings
from tests.api.conftest import EXAMPLES, LOADED
from tests.api.live import client_of

SCOPES = (None, *keys.SCOPES)

TABLE = {
    (method, path): scope
    for method, path, scope in csv.reader(
        (Path(__file__).parent / "authorisation.tsv").read_text(encoding="utf-8").splitlines()[1:], delimiter="\t"
    )
}
"""The scope that opens each route: `-` is open to everybody, `read` to every key."""

OPEN_WRITES = {
    ("POST", "/sparql"): "a query is a reading, whatever its method; an update is refused to everybody",
    ("POST", "/session"): "signing in",
    ("PUT", "/graph-store"): "refused to everybody",
    ("POST", "/graph-store"): "refused to everybody",
    ("PATCH", "/graph-store"): "refused to everybody",
    ("DELETE", "/graph-store"): "refused to everybody",
}
"""Routes with a method that may change something, and that yet need no key: why."""

NEEDED = {row: scope for row, scope in TABLE.items() if scope != "-"}
FILLED = {
    "identity": "0123456789abcdef",
    "sha256": "00000000",
    "name": "0123456789ab",
    "version": "0123456789abcdef",
    "kind": "scope",
}


def routes():
    """Every route of the server, each method by itself."""
    return sorted(
        {
            (method, route.path.replace(":path", ""))
            for module in MODULES
            for route in module.router.routes
            for method in route.methods - {"HEAD"}
        }
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server over a graph of its own, and a key of each scope."""
    data = tmp_path_factory.mktemp("authorisation") / "data"
    pipeline.keep([pipeline.Item(LOADED[3], str(EXAMPLES / LOADED[3]))], data)
    tokens = {scope: keys.create(data, (scope,))[1] for scope in keys.SCOPES}
    with client_of(create_app(Settings(data=data, workers=1))) as client:
        yield client, tokens


def opens(scope, needed):
    return needed is None or (scope is not None and scope in (needed, "admin")) or (needed == "read" and scope)


@pytest.mark.parametrize("scope", SCOPES, ids=str)
@pytest.mark.parametrize(("method", "path"), routes(), ids=" ".join)
def test_every_route_by_every_scope(server, method, path, scope):
    client, tokens = server
    address = path
    for name in (part.split("}")[0] for part in path.split("{")[1:]):
        address = address.replace(f"{{{name}}}", FILLED.get(name, "doc"))
    headers = {"Authorization": f"Bearer {tokens[scope]}"} if scope else {}
    response = client.request(method, address, headers=headers)
    needed = None if TABLE[method, path] == "-" else TABLE[method, path]
    if opens(scope, needed):
        assert response.status_code != 401, response.text
        assert response.status_code != 403 or (method, path) in OPEN_WRITES, response.text
    else:
        assert response.status_code == (401 if scope is None else 403), response.text
        assert response.json()["type"] == ("/problems/key-needed" if scope is None else "/problems/scope")
    assert response.status_code < 500


def test_the_table_names_every_route_and_no_other():
    assert sorted(TABLE) == routes(), "a route without a row in authorisation.tsv, or a row without a route"
    assert set() == set(OPEN_WRITES) - set(TABLE)


def test_whatever_may_change_something_needs_a_key_or_says_why_not():
    unsafe = {row for row in routes() if row[0] not in ("GET", "HEAD", "OPTIONS")}
    assert unsafe == (set(NEEDED) & unsafe) | set(OPEN_WRITES)
    assert not set(NEEDED) & set(OPEN_WRITES)


def test_what_is_described_as_keyed_is_what_needs_a_key(server):
    client, _ = server
    described = client.get("/openapi.json").json()["paths"]
    secured = {
        (method.upper(), path)
        for path, ways in described.items()
        for method, way in ways.items()
        if way.get("security")
    }
    assert secured == {row for row in NEEDED if row[1].startswith("/api/")}
