"""Makes docs/tour.md and its pictures again: the examples loaded, the site served, Chromium looking.

The stops of the tour stand in `tour.tsv`. `python tools/screenshots.py [NAME...]` takes all pictures, or those named.
"""

from __future__ import annotations

import csv
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from api import keys, pipeline
from api.app import create_app
from api.pages.urls import in_language, lineage_path
from api.pipeline import Item
from api.settings import Settings
from graph.queries import get
from graph.reader import Reader
from tests.api.live import serving

ROOT = Path(__file__).resolve().parents[1]
PICTURES, TOUR = ROOT / "docs" / "screenshots", ROOT / "docs" / "tour.md"
WIDTH, HEIGHT = 1160, 780
HOW: dict[str, dict[str, Any]] = {
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 360, "height": 780}},
    "signed": {},
    "sample": {},
    "": {},
}
"""The options of the browser's context; `signed` signs in first, `sample` runs a query in the editor."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HEAD = """# A tour of the pages

Made by `python tools/screenshots.py` from `tools/tour.tsv`, over the examples that ship; `phahe demo` serves them.
*Một vòng qua các trang, trên các ví dụ đi kèm.*
"""


class Stop(NamedTuple):
    """A stop: the name of its picture, the page, its language, how it is looked at, where it ends, its captions."""

    name: str
    address: str
    lang: str
    how: str
    until: str
    vi: str
    en: str


def stops() -> list[Stop]:
    """The stops in order."""
    text = Path(__file__).with_name("tour.tsv").read_text(encoding="utf-8")
    return [Stop(**row) for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)]


def written(tour: list[Stop]) -> str:
    """The page of the tour."""
    parts = [f"\n## {one.en}\n\n*{one.vi}*\n\n![{one.en}](screenshots/{one.name}.png)\n" for one in tour]
    return HEAD + "".join(parts)


def names(reader: Reader) -> dict[str, str]:
    """What stands for the names in addresses."""
    plan, middle, decision = (reader.pick(number).iri for number in ("211/KH-UBND", "49-KL/TW", "489/QĐ-TTg"))
    proof = reader.dossier(middle).out[0].evidence[0].iri
    return {
        "plan": lineage_path(plan),
        "middle": lineage_path(middle),
        "decision": lineage_path(decision),
        "quote": quote(proof.partition("/assertion/")[2], safe="/~_-"),
        "drawn": quote(get("chain-graph").text, safe=""),
    }


def until(page: Page, selector: str) -> dict[str, object]:
    """The options of a picture that ends below an element; of what fits the screen where none is named."""
    if not selector:
        return {}
    box = page.locator(selector).first.bounding_box()
    height = box["y"] + box["height"] + 16 if box else HEIGHT
    return {"full_page": True, "clip": {"x": 0, "y": 0, "width": page.viewport_size["width"], "height": height}}


def take(browser: Browser, site: str, stop: Stop, filled: dict[str, str], key: str) -> None:
    """One picture."""
    context = browser.new_context(**{"viewport": {"width": WIDTH, "height": HEIGHT}, **HOW[stop.how]})
    page = context.new_page()
    if stop.how == "signed":
        page.goto(f"{site}/session")
        page.locator("input[name=key]").fill(key)
        page.keyboard.press("Enter")
        page.wait_for_load_state("networkidle")
    page.goto(site + in_language(stop.address.format(**filled), stop.lang))
    if stop.how == "sample":
        page.locator("[data-sample]", has_text="implement").first.click()
        page.wait_for_selector(".yasr table tbody tr")
        page.evaluate("window.scrollTo(0, 0)")
    page.wait_for_timeout(700)
    page.screenshot(path=PICTURES / f"{stop.name}.png", **until(page, stop.until))
    context.close()


def main(wanted: list[str]) -> None:
    """Takes the whole tour, or the named stops of it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    TOUR.write_text(written(stops()), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        files = sorted(path for path in ROOT.joinpath("api/examples").iterdir() if path.name != "manifest.json")
        pipeline.keep([Item(f"examples/{path.name}", str(path)) for path in files], data)
        key = keys.create(data, ("review", "load"), label="An")[1]
        with Reader.open(data) as reader:
            filled = names(reader)
        with serving(create_app(Settings(data=data))) as site, sync_playwright() as running:
            path = os.environ.get("CHROMIUM") or shutil.which("chromium")
            browser = running.chromium.launch(executable_path=path, args=FLAGS)
            for stop in stops():
                if not wanted or stop.name in wanted:
                    take(browser, site, stop, filled, key)
            browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
