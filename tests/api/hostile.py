"""What strangers may do to a server, as a table: queries, and ways of holding a connection. Names say what is meant.

`QUERIES` gives for each text the statuses that are right: what cannot be read or is refused is 400, what costs too much
503; some texts an engine may well answer. `LINES` are functions of an address and seconds that hold connections.
"""

import contextlib
import socket
import threading
import time
from urllib.parse import urlsplit

ANY = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
REFUSED, COSTLY, EITHER = (400,), (503,), (200, 400, 503)


def nested(opening, inner, closing, times):
    return opening * times + inner + closing * times


QUERIES = {
    "counting everything with everything": (f"SELECT (COUNT(*) AS ?n) {ANY}", COSTLY),
    "sorting everything with everything": (f"SELECT * {ANY} ORDER BY ?l ?a", COSTLY),
    "sorting by chance": (f"SELECT * {ANY} ORDER BY RAND()", COSTLY),
    "all distinct": (f"SELECT DISTINCT * {ANY}", COSTLY),
    "counting distinct": (f"SELECT (COUNT(DISTINCT *) AS ?n) {ANY}", COSTLY),
    "grouping by everything": (f"SELECT ?a ?l (COUNT(*) AS ?n) {ANY} GROUP BY ?a ?l", COSTLY),
    "having": (f"SELECT ?a {ANY} GROUP BY ?a HAVING (COUNT(?l) > 1000000000)", COSTLY),
    "concatenating": (f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?l))) AS ?n) {ANY}", COSTLY),
    "a sum over everything": (f"SELECT (SUM(STRLEN(CONCAT(STR(?a), STR(?l)))) AS ?n) {ANY}", COSTLY),
    "a filter that is never true": (f"SELECT * {ANY[:-1]} FILTER(STR(?a) = CONCAT(STR(?l), 'x')) }}", COSTLY),
    "taking away": (f"SELECT (COUNT(*) AS ?n) {ANY[:-1]} MINUS {{ ?a ?k ?i }} }}", COSTLY),
    "exists for each": (f"SELECT (COUNT(*) AS ?n) {ANY[:-1]} FILTER NOT EXISTS {{ ?a ?x ?l . ?l ?y ?a }} }}", COSTLY),
    "a graph of everything": (f"CONSTRUCT {{ ?a ?e ?l }} {ANY} ORDER BY ?l", COSTLY),
    "everything described": ("DESCRIBE ?a ?d { ?a ?b ?c . ?d ?e ?f }", (200, 503)),
    "an answer without end": ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", (200, 503)),
    "all paths": ("SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>|^!<urn:x>)* ?b . ?b (!<urn:x>|^!<urn:x>)* ?c }", COSTLY),
    "paths of paths": ("SELECT (COUNT(*) AS ?n) { ?a ((!<urn:x>)*/(^!<urn:x>)*)* ?b . ?b (!<urn:x>)* ?c }", COSTLY),
    "a path of 1,000 steps": ("ASK { ?s " + "/".join(["!<urn:p>"] * 1_000) + " ?o }", EITHER),
    "a path of 5,000 steps": ("ASK { ?s " + "/".join(["<urn:p>"] * 5_000) + " ?o }", REFUSED),
    "a path of 5,000 choices": ("ASK { ?s " + "|".join(["<urn:p>"] * 5_000) + " ?o }", REFUSED),
    "1,000 patterns": ("ASK { " + " ".join(f"?v{n} ?p{n} ?v{n + 1} ." for n in range(1_000)) + " }", EITHER),
    "1,000 blank nodes": ("ASK { ?s ?p " + nested("[ ?q ", "1", " ]", 180) + " }", EITHER),
    "a long list": ("ASK { ?s ?p (" + " 1" * 10_000 + ") }", EITHER),
    "brackets": ("ASK { FILTER(" + nested("(", "1", ")", 20_000) + ") }", REFUSED),
    "groups": ("ASK " + nested("{", "", "}", 5_000), REFUSED),
    "optional groups": ("ASK " + nested("{ OPTIONAL ", "{ ?s ?p ?o }", "}", 190), EITHER),
    "queries in queries": ("SELECT * " + nested("{ { SELECT * ", "{ ?s ?p ?o }", " } }", 90), EITHER),
    "exists in exists": ("ASK { ?s ?p ?o " + nested("FILTER EXISTS { ?s ?p ?o ", "", "}", 190) + " }", EITHER),
    "conditions in conditions": ("ASK { FILTER(" + nested("IF(true, ", "1", ", 0)", 190) + ") }", EITHER),
    "exclamation marks": ("ASK { FILTER(" + "!" * 30_000 + "true) }", REFUSED),
    "signs": ("ASK { FILTER(" + "- " * 15_000 + "1) }", REFUSED),
    "or": ("ASK { FILTER(" + " || ".join(["false"] * 5_000) + ") }", REFUSED),
    "9,000 unions": ("ASK {{}" + "UNION{}" * 9_000 + "}", REFUSED),
    "10,000 unions": ("ASK {{}" + "UNION{}" * 10_000 + "}", REFUSED),
    "1,900 unions": ("SELECT * {{?s ?p ?o}" + " UNION {?s ?p ?o}" * 1_900 + "}", EITHER),
    "3,000 filters": ("ASK { " + "FILTER(1)" * 3_000 + " }", EITHER),
    "3,000 prefixes": ("".join(f"PREFIX p{n}:<urn:{n}>" for n in range(3_000)) + "ASK {}", EITHER),
    "20,000 values": ("SELECT * { VALUES ?x {" + " 1" * 20_000 + "} VALUES ?y {" + " 2" * 10_000 + "} }", EITHER),
    "one of 20,000": ("ASK { ?s ?p ?o FILTER(?o IN (" + ",".join("1" * 1 for _ in range(20_000)) + ")) }", EITHER),
    "a regular expression": ('ASK { ?s ?p ?o FILTER REGEX("' + "a" * 5_000 + '", "(a*)*(a*)*(a*)*b") }', EITHER),
    "a large regular expression": ('ASK { ?s ?p ?o FILTER REGEX(STR(?o), "((a{99}){99}){99}") }', EITHER),
    "a text that doubles": (
        'SELECT (STRLEN(?z) AS ?n) { BIND("'
        + "x" * 1_000
        + '" AS ?v0) '
        + " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(24))
        + " BIND(?v24 AS ?z) }",
        COSTLY,
    ),
    "a text that is replaced": (
        "SELECT (STRLEN(" + "REPLACE(" * 8 + '"' + "a" * 100 + '"' + ', "a", "aaaaaaaaaa")' * 8 + ") AS ?n) {}",
        COSTLY,
    ),
    "another server": ("SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }", REFUSED),
    "another server, without blanks": ("SELECT * { ?s ?p ?o.SERVICESILENT<http://127.0.0.1:9/>{ ?s ?p ?o } }", REFUSED),
    "another server, behind a string": ('SELECT * { VALUES ?x {"""a"} SERVICE <http://127.0.0.1:9/> { } }', REFUSED),
    "data of another server": ("SELECT * FROM <http://127.0.0.1:9/data.ttl> { ?s ?p ?o }", (200,)),
    "a file": ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", (200,)),
    "a load": ("LOAD <http://127.0.0.1:9/data.ttl>", (403,)),
    "an update": ("DROP ALL", (403,)),
    "a string without end": ('SELECT * { ?s ?p """' + "x" * 50_000, REFUSED),
    "noise": ("\x00\x01}{)(<>?$\"'" * 1_000, REFUSED),
    "too long": ("ASK { " + "?s ?p ?o . " * 10_000 + " }", REFUSED),
}


def connected(address):
    parts = urlsplit(address)
    line = socket.create_connection((parts.hostname, parts.port), timeout=30)
    line.settimeout(1)
    return line


def held(lines, seconds):
    """Hold lines open until the server ends them all, or the time is over; how many it ended."""
    until, ended = time.monotonic() + seconds, set()
    while time.monotonic() < until and len(ended) < len(lines):
        for line in lines:
            if line not in ended:
                with contextlib.suppress(BlockingIOError, TimeoutError):
                    line.setblocking(False)  # noqa: FBT003
                    try:
                        if not line.recv(1):
                            ended.add(line)
                    except ConnectionError:
                        ended.add(line)
        time.sleep(0.05)
    for line in lines:
        line.close()
    return len(ended)


def silence(address, seconds):
    """Connect and say nothing."""
    return held([connected(address) for _ in range(20)], seconds)


def half_a_request(address, seconds):
    lines = [connected(address) for _ in range(20)]
    for line in lines:
        line.sendall(b"GET /sparql?query=ASK%20%7B%7D HTTP/1.1\r\nHost: x\r\nX-Half: ")
    return held(lines, seconds)


def half_a_body(address, seconds):
    lines = [connected(address) for _ in range(20)]
    for line in lines:
        line.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n\r\nASK"
        )
    return held(lines, seconds)


def a_byte_a_second(address, seconds):
    """Send the head of a request a byte a second."""
    line, until = connected(address), time.monotonic() + seconds
    with line, contextlib.suppress(OSError):
        for byte in b"GET / HTTP/1.1\r\n" + b"X-Long: " + b"x" * 10_000:
            line.sendall(bytes([byte]))
            if time.monotonic() > until:
                return 0
            time.sleep(min(1.0, seconds / 5))
    return 1


def slow_reading(address, seconds):
    """Ask for much, and take a byte a second of it."""
    query = "SELECT%20*%20%7B%20?a%20?b%20?c%20.%20?a%20?d%20?e%20%7D%20LIMIT%20200000"
    lines = [connected(address) for _ in range(4)]
    for line in lines:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.sendall(b"GET /sparql?query=" + query.encode() + b" HTTP/1.1\r\nHost: x\r\n\r\n")
    until, ended = time.monotonic() + seconds, 0
    for line in lines:
        with line, contextlib.suppress(OSError):
            while time.monotonic() < until:
                line.recv(1)
                time.sleep(min(1.0, seconds / 10))
    return ended


def leaving(address, seconds):
    """Ask for much, and go at once."""
    query = b"SELECT%20(COUNT(*)%20AS%20?n)%20%7B?a%20?b%20?c.?d%20?e%20?f.?g%20?h%20?i%7D"
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with connected(address) as line:
            line.sendall(b"GET /sparql?query=" + query + b" HTTP/1.1\r\nHost: x\r\n\r\n")
            time.sleep(0.05)
    return 0


def a_head_without_end(address, seconds):
    """Send a head of many megabytes."""
    del seconds
    with connected(address) as line, contextlib.suppress(OSError):
        line.sendall(b"GET / HTTP/1.1\r\n")
        for _ in range(200):
            line.sendall(b"X-Long: " + b"x" * 50_000 + b"\r\n")
    return 1


def a_body_without_end(address, seconds):
    """Send a body in pieces that never end."""
    del seconds
    with connected(address) as line, contextlib.suppress(OSError):
        line.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        for _ in range(400):
            line.sendall(b"C350\r\n" + b"x" * 50_000 + b"\r\n")
    return 1


def all_at_once(address, seconds):
    """Send hundreds of requests without waiting for an answer."""
    with connected(address) as line, contextlib.suppress(OSError):
        line.sendall(b"GET /sparql?query=ASK%20%7B%7D HTTP/1.1\r\nHost: x\r\n\r\n" * 500)
        until = time.monotonic() + seconds
        while time.monotonic() < until and line.recv(65536):
            pass
    return 1


LINES = (
    silence,
    half_a_request,
    half_a_body,
    a_byte_a_second,
    slow_reading,
    leaving,
    a_head_without_end,
    a_body_without_end,
    all_at_once,
)


def attack(address, seconds, threads=6):
    """Do all of this at once, again and again, for so many seconds."""
    import httpx

    until = time.monotonic() + seconds
    texts = [text for text, _ in QUERIES.values()]

    def ask(start):
        with httpx.Client(base_url=address, timeout=60, trust_env=False) as client:
            at = start
            while time.monotonic() < until:
                with contextlib.suppress(httpx.HTTPError):
                    client.post("/sparql", data={"query": texts[at % len(texts)]})
                at += 1

    def hold(way):
        while time.monotonic() < until:
            with contextlib.suppress(OSError):
                way(address, max(0.1, min(10.0, until - time.monotonic())))
            time.sleep(0.2)

    working = [threading.Thread(target=ask, args=(n * len(texts) // threads,)) for n in range(threads)]
    working += [threading.Thread(target=hold, args=(way,)) for way in LINES]
    for one in working:
        one.start()
    for one in working:
        one.join()


if __name__ == "__main__":
    import sys

    attack(sys.argv[1], float(sys.argv[2]))
