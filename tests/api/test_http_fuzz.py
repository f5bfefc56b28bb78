"""Whatever is sent, the answer is an answer: never a 500, never a connection that is cut."""

import string

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

QUIET = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = st.text(max_size=60)
BYTES = st.binary(max_size=60)
HEADER = st.text(alphabet=string.printable.strip() + " ", max_size=80).map(str.strip)
ODD = st.one_of(
    TEXT, st.sampled_from(["\x00", "\ud7ff", "%00", "../../etc/passwd", "'", '"', "<", "{", "}", "\\", "49-KL/TW\x00"])
)
PATHS = [
    "/api/v1/search?q={}",
    "/api/v1/search?q=x&year={}",
    "/api/v1/search?q=x&type={}",
    "/api/v1/search?q=x&limit={}",
    "/api/v1/named?name={}",
    "/api/v1/documents/{}",
    "/api/v1/chains?of={}",
    "/api/v1/chains?of=49-KL/TW&to={}",
    "/api/v1/chains?of=49-KL/TW&depth={}",
    "/api/v1/around?of=49-KL/TW&predicate={}",
    "/api/v1/assertions/{}",
    "/api/v1/sources/{}",
    "/api/v1/sources/{}/original",
    "/api/v1/queries/{}",
    "/api/v1/queries/chain-up?document={}",
    "/api/v1/queries/documents?year={}",
    "/id/{}",
    "/id/{}.ttl",
    "/id/graph/{}.nt",
    "/sparql?query={}",
    "/sparql?query=ASK%7B%7D&default-graph-uri={}",
    "/sparql?query=ASK%7B%7D&version={}",
    "/sparql?query=ASK%7B%7D&format={}",
    "/graph-store?graph={}",
    "/problems/{}",
]


def escaped(data):
    return "".join(f"%{byte:02X}" for byte in data)


@given(path=st.sampled_from(PATHS), value=st.one_of(ODD.map(lambda text: text.encode("utf-8", "surrogatepass")), BYTES))
@example(path="/id/{}", value=b"\xff\xfe")
@example(path="/api/v1/sources/{}", value=b"\x00")
@example(path="/sparql?query=ASK%7B%7D&version={}", value=b"current")
@example(path="/sparql?query=ASK%7B%7D&default-graph-uri={}", value=b"relative")
@example(path="/api/v1/search?q={}", value=b'"unclosed AND (')
@settings(parent=QUIET, max_examples=250)
def test_any_value_anywhere(client, path, value):
    response = client.get(path.format(escaped(value)))
    assert response.status_code < 500, (response.url, response.text)


@given(
    accept=HEADER,
    held=HEADER,
)
@QUIET
def test_any_header(client, accept, held):
    headers = {"Accept": accept, "If-None-Match": held, "Content-Type": accept}
    assert client.get("/sparql?query=ASK%7B%7D", headers=headers).status_code in (200, 304, 406)
    assert client.post("/sparql", content=b"ASK {}", headers=headers).status_code in (200, 400, 403, 406, 415)


@given(body=st.one_of(BYTES, TEXT.map(str.encode), TEXT.map(lambda text: f"query={text}".encode())))
@QUIET
def test_any_body(client, body):
    for kind in ("application/sparql-query", "application/x-www-form-urlencoded"):
        response = client.post("/sparql", content=body, headers={"Content-Type": kind})
        assert response.status_code < 500, (body, response.text)


@given(authorization=HEADER)
@QUIET
def test_any_key(client, authorization):
    response = client.post(
        "/api/v1/loads", headers={"Authorization": authorization}, files=[("files", ("a.txt", b"x"))]
    )
    assert response.status_code == 401
