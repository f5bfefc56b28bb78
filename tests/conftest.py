"""What every test may use: the root of the checkout, and the labelled texts beside it where they are there.

On continuous integration (`CI=true`) a browser, gold or npm test that was skipped is a failure: it means that a tool or the
texts are missing, and that the run proves less than it says.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("PHAHE_SHARED", ROOT.parent / "shared"))
MUST_RUN = ("browser", "gold", "npm")
_skipped: list[str] = []

# An example is right or wrong however long a busy machine takes over it: speed is for tests/benchmarks.
settings.register_profile("untimed", parent=settings(), deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled texts and conformance cases beside the project; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"the labelled texts are not beside the project ({SHARED.name}/ is absent)")
    return SHARED


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    expected_failure = hasattr(report, "wasxfail")  # it ran: pytest only counts it among the skipped
    if report.skipped and not expected_failure and any(mark in report.keywords for mark in MUST_RUN):
        _skipped.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.skipped and any(mark in report.nodeid for mark in MUST_RUN):
        _skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if os.environ.get("CI") == "true" and _skipped and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if os.environ.get("CI") == "true" and _skipped:
        terminalreporter.section("browser, gold and npm tests must run here, but were skipped", red=True)
        for node in _skipped:
            terminalreporter.line(node)
