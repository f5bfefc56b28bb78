"""Schemathesis over the description of the whole API, against a server over a graph of its own, with all its checks.

Addresses that it makes up are not fetched, and its loads may queue up as far as they will.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from api import keys, loads, pipeline
from api.app import create_app
from api.settings import Settings
from ontology.errors import SourceError
from tests.api.conftest import EXAMPLES, LOADED
from tests.api.live import serving

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RUN = "import sys; from schemathesis.cli import schemathesis; sys.exit(schemathesis())"
CASES = re.compile(r"^\s*(\d+) generated", re.MULTILINE)


@pytest.fixture
def server(tmp_path, monkeypatch):
    """The address of a server that may be written to, and the key that opens all of it."""

    def refused(url, **_):
        raise SourceError(f"{url}: nothing is fetched in tests")

    monkeypatch.setattr(pipeline, "fetch", refused)
    monkeypatch.setattr(pipeline, "ALONE", 1_000)
    monkeypatch.setattr(loads, "WAITING", 100_000)
    data = tmp_path / "data"
    pipeline.keep([pipeline.Item(name, str(EXAMPLES / name)) for name in LOADED], data)
    key = keys.create(data, ("admin",), label="An")[1]
    with serving(create_app(Settings(data=data, workers=1))) as base:
        yield base, key


def found(server, tmp_path, *options):
    """What a run says at its end, and how many cases it tried."""
    base, key = server
    done = subprocess.run(
        [
            *(sys.executable, "-W", "ignore", "-c", RUN),
            *("--config-file", str(HERE / "schemathesis.toml"), "run", f"{base}/openapi.json"),
            *("--header", f"Authorization: Bearer {key}", "--checks", "all", "--request-timeout", "80"),
            *("--suppress-health-check", "all", "--seed", "1", *options),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "SCHEMATHESIS_HOOKS": "tests.api.schemathesis_hooks", "COLUMNS": "120"},
    )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-5_000:]
    return int(CASES.search(done.stdout)[1])


def test_it_finds_nothing_in_a_short_run(server, tmp_path):
    assert found(server, tmp_path, "--phases", "examples,coverage", "--max-examples", "1") >= 500


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_it_finds_nothing_in_a_long_run(server, tmp_path):
    assert found(server, tmp_path, "--max-examples", "50") >= 2000
