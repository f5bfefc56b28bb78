"""A real browser against the real server, over a graph built from the examples that ship and one hostile source.

Every page that a test opens is watched: a request that leaves the server, an error on the console or an exception in a
script fails the test. The browser is Debian's Chromium (or the one that CHROMIUM names).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from api import pipeline
from api.app import create_app
from api.pipeline import Item
from api.settings import Settings
from graph.reader import Reader
from tests.api.live import serving

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "build" / "browser" / "axe.min.js"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --font-render-hinting=none"
)
HOSTILE = """ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG
Số: 966/KH-UBND
Hải Phòng, ngày 14 tháng 3 năm 2021

KẾ HOẠCH
<script>window.ran = 1</script><img src="https://evil.example/x.png" onerror="window.ran = 1"> href \u202e

Thực hiện Quyết định số 489/QĐ-TTg ngày 08/4/2020 của Thủ tướng Chính phủ, {{ 7 * 7 }} ủy ban ban hành kế hoạch này.
"""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "context(**options): options of the browser context of a test")


def missing(reason: str) -> None:
    """Skips, or on continuous integration fails: there nothing may be missing."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


def chromium() -> str | None:
    """The browser to drive, where there is one."""
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def data(tmp_path_factory) -> Path:
    """The data directory: the examples that ship, and a source that means ill."""
    folder = tmp_path_factory.mktemp("site")
    hostile = folder / "hostile.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    examples = sorted(path for path in ROOT.joinpath("api/examples").iterdir() if path.name != "manifest.json")
    items = [Item(f"examples/{path.name}", str(path)) for path in examples] + [Item("hostile.txt", str(hostile))]
    report = pipeline.keep(items, folder / "data")
    assert not report.failed
    return folder / "data"


@pytest.fixture(scope="session")
def reader(data: Path):
    """What the site reads."""
    with Reader.open(data) as opened:
        yield opened


@pytest.fixture(scope="session")
def site(data: Path):
    """The address of the running site."""
    with serving(create_app(Settings(data=data))) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests."""
    path = chromium()
    if path is None:
        missing("no Chromium: install it, or name one in CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=path, args=FLAGS.split())
        yield opened
        opened.close()


@pytest.fixture(autouse=True)
def settled(monkeypatch) -> None:
    """A click that leads to another page has ended when that page is there whole, with its scripts: then it is read."""
    playwright = pytest.importorskip("playwright.sync_api")
    click = playwright.Locator.click

    def clicked(locator, **options) -> None:
        click(locator, **options)
        locator.page.wait_for_load_state()

    monkeypatch.setattr(playwright.Locator, "click", clicked)


class Tab:
    """A page that is watched."""

    def __init__(self, context, site: str) -> None:
        self.page = context.new_page()
        self.page.set_default_timeout(15_000)
        self.site = site
        self.bad: list[str] = []
        self.page.on("request", self._asked)
        self.page.on("console", lambda said: self.bad.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.bad.append(str(error)))

    def _asked(self, request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.bad.append(f"request to {request.url}")

    def open(self, address: str, status: int = 200):
        """Opens an address of the site."""
        answer = self.page.goto(self.site + address)
        assert answer.status == status, f"{address}: {answer.status}"
        return self.page

    def faults(self, leave_out: str | None = None) -> list[str]:
        """What axe finds: rule and the first element of each."""
        if not AXE.is_file():
            missing("axe-core is not there: pip install -e . brings it")
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        script = """([tags, out]) => axe.run(out ? {exclude: [out]} : document, {runOnly: tags}).then(
            found => found.violations.map(one => one.id + " " + one.nodes[0].html.slice(0, 200)))"""
        return self.page.evaluate(script, [tags, leave_out])


@pytest.fixture
def tab(browser, site, request):
    """A tab of a new context; its options come from the marker `context`."""
    marker = request.node.get_closest_marker("context")
    options = {"viewport": {"width": 1180, "height": 820}, **(marker.kwargs if marker else {})}
    context = browser.new_context(**options)
    opened = Tab(context, site)
    yield opened
    context.close()
    assert opened.bad == []
