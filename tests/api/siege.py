"""An honest client without a key, measured while nothing else happens and while a server is under siege."""

import http.client
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = (
    "SELECT ?p ?o {{ <https://w3id.org/phahe/id/{0}> ?p ?o }}",
    (
        "SELECT ?s ?t {{ ?s <https://w3id.org/phahe/ontology#implements> <https://w3id.org/phahe/id/{0}> "
        "OPTIONAL {{ ?s <http://purl.org/dc/terms/title> ?t }} }} LIMIT 20"
    ),
    "ASK {{ <https://w3id.org/phahe/id/{0}> a <https://w3id.org/phahe/ontology#Document> }}",
)
ABOUT = tuple(f"doc/vn/bbt/kl/20{year:02d}/{number}-kl-tw" for year in range(10, 20) for number in range(40, 50))


def answered(address, seconds, pause=0.005):
    """The times of an honest client's answers, in seconds, sorted; every answer is a right one."""
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
    until, times, at = time.monotonic() + seconds, [], 0
    while time.monotonic() < until:
        text = QUESTIONS[at % len(QUESTIONS)].format(ABOUT[at % len(ABOUT)])
        started = time.perf_counter()
        line.request("GET", "/sparql?query=" + quote(text), headers={"Accept": "application/sparql-results+json"})
        response = line.getresponse()
        body = response.read()
        times.append(time.perf_counter() - started)
        assert response.status == 200, (response.status, body[:300])
        at += 1
        time.sleep(pause)
    line.close()
    return sorted(times)


def p99(times):
    return times[min(len(times) - 1, int(len(times) * 0.99))]


def besieged(address, seconds):
    """An honest client's p99, in seconds: quiet, and during an attack by another process."""
    answered(address, 1)
    quiet = p99(answered(address, max(3, seconds / 3)))
    # The attackers give way: they stand for other machines, whose processors are not the server's.
    command = ["nice", "-n", "10", sys.executable, "-m", "tests.api.hostile", address, str(seconds + 2)]
    with subprocess.Popen(command, cwd=ROOT) as attackers:
        try:
            time.sleep(1)
            under = p99(answered(address, seconds))
        finally:
            attackers.wait(120)
    return quiet, under
