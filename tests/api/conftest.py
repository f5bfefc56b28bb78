"""A small graph of the examples that come with phahe, loaded once; commands and servers are tried on it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from api import keys, pipeline
from api.cli import main
from api.settings import Settings
from tests.api.live import client_of

EXAMPLES = Path(__file__).resolve().parents[2] / "api" / "examples"
LOADED = (
    "02-ke-hoach-211-hai-phong.docx",
    "04-quyet-dinh-628.docx",
    "06-giao-ban-tuyen-giao-song-lam.txt",
    "13-hoi-dap-van-thu.txt",
)


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    """A data directory that tests only read."""
    folder = tmp_path_factory.mktemp("phahe") / "data"
    report = pipeline.keep([pipeline.Item(name, str(EXAMPLES / name)) for name in LOADED], folder)
    assert report.failed == ()
    return folder


@pytest.fixture(scope="session")
def tokens(data):
    """The text of a key of each scope."""
    return {scope: keys.create(data, (scope,))[1] for scope in keys.SCOPES}


@pytest.fixture(scope="session")
def client(data, tokens):
    """A client of the real server over `data`."""
    from api.app import create_app

    with client_of(create_app(Settings(data=data, workers=1, short_lane=1, long_lane=2))) as made:
        yield made


@pytest.fixture
def phahe(data, monkeypatch):
    """Run a command on `data`: `phahe("chain", "211/KH-UBND")` gives click's result."""
    monkeypatch.delenv("PHAHE_DATA", raising=False)

    def run(*args, on=data, **options):
        monkeypatch.setenv("PHAHE_DATA", str(on))
        return CliRunner().invoke(main, [str(one) for one in args], **options)

    return run
