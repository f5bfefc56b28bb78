"""What a lineage costs to draw: CPU of the server, and of Chromium's main thread until the page stands (DevTools).

The picture is a tangle that nothing can be gathered of; beside it the network view of the same nodes, and a hub of 5,000.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from api.app import create_app
from api.pages.drawing import lineage_svg
from api.pages.lineages import Asked
from api.pages.showing import show
from api.settings import Settings
from graph.library import Library
from graph.reader import Reader
from ontology.model import Document
from tests.api.live import serving
from tests.benchmarks.rows import Row, cpu_seconds
from tests.graph.pages import page as source

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TANGLE, CHILDREN, SHEET = 500, 5000, 500
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
ISSUERS = ("Ban Bí thư", "Thủ tướng Chính phủ", "Bộ Giáo dục và Đào tạo", "Ủy ban nhân dân tỉnh Nghệ An")
ROOT, HUB = "1/KH-UBND", "489/QĐ-TTg"
VIEWS = {"drawing and tables": "", "network view": "/pyvis"}


def rows() -> Iterator[Row]:
    """The server first, then the browser, where there is one."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with Library(data) as library:
            library.keep_many([tangle(), *(hub(sheet) for sheet in range(CHILDREN // SHEET))])
            library.publish()
        with Reader.open(data) as reader:
            paths = {name: reader.pick(name).iri.partition("/id/doc/")[2] for name in (ROOT, HUB)}
            yield from _server(reader, paths)
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        if chromium:
            yield from _browser(data, paths, chromium)


def tangle() -> tuple[object, ...]:
    """A source that names documents of all levels: each carries out an earlier one, two in three cite another."""
    made = [
        Document(f"t{at}", "KH", f"{at + 1}/KH-UBND", f"{2007 + at // 26}-{1 + at % 12:02}-11", ISSUERS[3], "kế hoạch")
        for at in range(TANGLE)
    ]
    edges = [(f"t{at}", "implements", f"t{(at - 1) // 2}") for at in range(1, TANGLE)]
    edges += [(f"t{at}", "cites", f"t{at * 5 % at}") for at in range(2, TANGLE) if at % 3]
    return source("tangle", tuple(made), tuple(edge for edge in dict.fromkeys(edges) if edge[0] != edge[2]))


def hub(sheet: int) -> tuple[object, ...]:
    """A source that names the decision and many plans below it."""
    made = [Document("d", "QĐ", HUB, "2020-04-08", ISSUERS[1], "ban hành Kế hoạch")]
    numbers = range(sheet * SHEET + 10_000, (sheet + 1) * SHEET + 10_000)
    made += [Document(f"k{at}", "KH", f"{at}/KH-UBND", "2020-08-20", ISSUERS[3], "kế hoạch") for at in numbers]
    return source(f"hub{sheet}", tuple(made), tuple((f"k{at}", "implements", "d") for at in numbers))


def _server(reader: Reader, paths: dict[str, str]) -> Iterator[Row]:
    asked = Asked(paths[ROOT], 0, 12)
    shown = show(reader, asked, "vi")
    yield Row("boxes of the tangle", float(len(shown.subgraph.nodes)), "boxes")
    yield Row("  its walk and evidence", cpu_seconds(lambda: show(reader, asked, "vi")) * 1000, "ms")
    yield Row("  its SVG", cpu_seconds(lambda: lineage_svg(shown.subgraph, dress=shown.dress)) * 1000, "ms")
    hubbed = Asked(paths[HUB])
    yield Row("hub of 5,000, walked and gathered", cpu_seconds(lambda: show(reader, hubbed, "vi")) * 1000, "ms")


def _browser(data: Path, paths: dict[str, str], chromium: str) -> Iterator[Row]:
    from playwright.sync_api import sync_playwright

    with serving(create_app(Settings(data=data))) as site, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=chromium, args=list(FLAGS))
        empty = _tasks(browser, f"{site}/about")
        yield Row("a page without a drawing, browser CPU", empty, "s")
        for name, view in VIEWS.items():
            taken = _tasks(browser, f"{site}/lineage/{paths[ROOT]}{view}?up=0&down=12")
            yield Row(f"tangle, {name}, browser CPU", taken, "s", empty, "empty")
        yield Row("hub of 5,000, browser CPU", _tasks(browser, f"{site}/lineage/{paths[HUB]}"), "s", empty, "empty")
        browser.close()


def _tasks(browser: Browser, address: str, runs: int = 3) -> float:
    """The least time, of some runs, that the main thread of a page worked until it stood still."""
    return min(_once(browser, address) for _ in range(runs))


def _once(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 1180, "height": 820})
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    tab.goto(address, wait_until="load")
    tab.wait_for_timeout(1200)
    found = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    context.close()
    return float(found["TaskDuration"])
