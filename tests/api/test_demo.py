"""The newcomer's command: the examples, the chain with its quotes, the site."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from api.cli import main
from graph.reader import Reader

CHAIN = ("211/KH-UBND", "489/QĐ-TTg", "49-KL/TW", "11-CT/TW")


def environment(**more):
    return {**os.environ, "PYTHONPATH": str(Path.cwd()), **more}


def test_the_demonstration_prints_the_chain_with_its_quotes(tmp_path):
    result = CliRunner().invoke(main, ["demo", "--no-serve", "--data", str(tmp_path / "demo")])
    assert result.exit_code == 0, result.stderr
    places = [re.search(rf"^{re.escape(number)} ", result.stdout, re.MULTILINE).start() for number in CHAIN]
    assert places == sorted(places)
    assert "«" in result.stdout
    with Reader.open(tmp_path / "demo") as reader:
        assert len(reader.sources()) >= 8
        locations = [place for source in reader.sources() for place in source.locations]
    assert all(place.startswith("examples/") for place in locations)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_demonstration_serves_on_another_port_where_its_own_is_taken(tmp_path, stop):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-c", "from api.cli import main; main()", "demo", "--port", str(port)]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(TMPDIR=str(tmp_path))
        )
        address = next((line.strip() for line in process.stdout if line.startswith("http://")), None)
        try:
            assert address, process.stderr.read()
            assert httpx.URL(address).port != port
            assert httpx.get(address, timeout=30, trust_env=False).status_code == 200
        finally:
            process.send_signal(stop)
            _, told = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in told
    assert list(tmp_path.glob("phahe-demo-*")) == []
