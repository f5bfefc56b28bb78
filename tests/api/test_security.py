"""The headers of every route, what failures may not tell, and the code audit."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from api.app import MODULES

ROOT = Path(__file__).resolve().parents[2]
OTHERS = [
    ("GET", "/static/site.css"),
    ("GET", "/no/such/page"),
    ("PROPFIND", "/"),
    ("OPTIONS", "/sparql"),
    ("GET", "/%00"),
    ("BREW", "/"),
]
ROUTES = [
    *sorted(
        {
            (method, re.sub(r"\{[^}]*\}", "none", route.path))
            for module in MODULES
            for route in module.router.routes
            for method in route.methods
        }
    ),
    *OTHERS,
]
LEAKS = re.compile(r"Traceback|site-packages|\.py\b|/dev/shm|/tmp/|/root/|/home/|line \d+, in")
SOURCES = re.compile(r"https?://(?!w3id\.org/phahe)")


@pytest.mark.parametrize(("method", "path"), ROUTES, ids=" ".join)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_every_answer_carries_the_headers(client, method, path, accept):
    answer = client.request(method, path, headers={"Accept": accept})
    headers = answer.headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert "'unsafe-inline'" not in policy.get("script-src", "")
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert not SOURCES.search(headers["content-security-policy"])
    assert "frame-ancestors" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert re.fullmatch(r"[0-9a-f]{16}", headers["x-request-id"])
    assert "server" not in headers
    if method not in ("GET", "HEAD", "OPTIONS") and path != "/sparql":
        assert "access-control-allow-origin" not in headers
    for cookie in headers.get_list("set-cookie"):
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie.replace("Strict", "strict")
    assert answer.status_code < 500
    if answer.status_code >= 400:
        assert not LEAKS.search(answer.text), answer.text[:500]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("/sparql", b"\xff\xfe"),
        ("/sparql", b"query=%ff"),
        ("/sparql", b"query=" + b"%28" * 60_000),
        ("/api/v1/loads", b"{"),
    ],
)
def test_a_failure_tells_nothing_of_the_server(client, path, content):
    answer = client.post(path, content=content, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert not LEAKS.search(answer.text)


@pytest.mark.skipif(
    shutil.which("bandit", path=str(Path(sys.executable).parent)) is None, reason="bandit is not installed"
)
def test_bandit_finds_nothing():
    command = [
        str(Path(sys.executable).with_name("bandit")),
        "-q",
        "-c",
        "pyproject.toml",
        "-r",
        "api",
        "graph",
        "loaders",
        "ontology",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def test_each_exclusion_has_a_reason():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    skips = tomllib.loads(text)["tool"]["bandit"]["skips"]
    assert all(re.search(rf'"{one}",  # \w', text) for one in skips)
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for package in ("api", "graph", "loaders", "ontology")
        for path in (ROOT / package).rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"# noqa: S\d+\s*$", line)
    ]
    assert bare == []


THREATS = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")


def test_each_test_that_the_threat_model_names_is_there():
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", THREATS)
    assert len(named) >= 15
    for path, test in named:
        assert (ROOT / path).exists(), path
        assert not test or f"def {test}(" in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{test}"
