"""Makes the pictures of docs/screenshots again: the examples loaded, the site served, Chromium looking.

python tools/screenshots.py [FOLDER]
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from api import pipeline
from api.app import create_app
from api.pages.urls import evidence_url, lineage_url, node_url
from api.pipeline import Item
from api.settings import Settings
from graph.reader import Reader
from graph.searches import Searches, declared
from ontology.registers import load
from tests.api.live import serving

ROOT = Path(__file__).resolve().parents[1]
WIDTH, HEIGHT = 1160, 780
DAY = "2021-06-30"
SEARCH = {
    "body": "Hải Dương",
    "place": "exercise",
    "since": "2019-05-10",
    "until": DAY,
    "items": "412",
    "by": "exercise",
    "on": "2021-07-01",
}
"""A search that is part of the exercise: nobody made it."""
END = {
    "document": "main > .legend",
    "lineage": "main > .legend",
    "lineage-dark": "main > .legend",
    "network": "iframe.network",
    "audit-coverage": "main table.dense tbody tr:nth-child(4)",
    "audit-deadlines": "main table.stack tbody tr:nth-child(4)",
}
"""Pictures that end below an element; the others show what fits the screen."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def tour(reader: Reader) -> dict[str, tuple[str, dict[str, object]]]:
    """The pictures by name: the address and the options of the browser's context."""
    plan, middle = reader.pick("211/KH-UBND").iri, reader.pick("49-KL/TW").iri
    quote = reader.dossier(middle).out[0].evidence[0]
    dark, narrow = {"color_scheme": "dark"}, {"viewport": {"width": 360, "height": 780}}
    return {
        "search": ("/?q=khuyến học", {}),
        "document": (node_url(middle), {}),
        "lineage": (lineage_url(plan), {}),
        "lineage-dark": (lineage_url(middle, "en", down="3"), dark),
        "lineage-narrow": (lineage_url(plan), narrow),
        "network": (lineage_url(middle, down="3", view="network"), {}),
        "chain": ("/chain?from=211/KH-UBND&to=11-CT/TW", {}),
        "evidence": (evidence_url(quote.iri), {}),
        "audit-coverage": (f"/audit/coverage?of=489/QĐ-TTg&on={DAY}&sort=state", {}),
        "audit-deadlines": (f"/audit/deadlines?of=489/QĐ-TTg&on={DAY}", {}),
        "audit-checks": ("/audit/checks?lang=en", {}),
        "sparql": ("/sparql-ui?lang=en", {}),
    }


def until(page: Page, selector: str | None) -> dict[str, object]:
    """The options of a picture that ends below an element; of what fits the screen where none is named."""
    if selector is None:
        return {}
    box = page.locator(selector).first.bounding_box()
    height = box["y"] + box["height"] + 16 if box else HEIGHT
    return {"full_page": True, "clip": {"x": 0, "y": 0, "width": page.viewport_size["width"], "height": height}}


def main(folder: Path) -> None:
    """Takes the whole tour."""
    with tempfile.TemporaryDirectory() as data:
        files = sorted(path for path in ROOT.joinpath("api/examples").iterdir() if path.name != "manifest.json")
        pipeline.keep([Item(f"examples/{path.name}", str(path)) for path in files], Path(data))
        Searches(Path(data)).add(declared(SEARCH, load()))
        with Reader.open(Path(data)) as reader:
            stops = tour(reader)
        with serving(create_app(Settings(data=Path(data)))) as site, sync_playwright() as running:
            path = os.environ.get("CHROMIUM") or shutil.which("chromium")
            browser = running.chromium.launch(executable_path=path, args=FLAGS)
            for name, (address, options) in stops.items():
                context = browser.new_context(**{"viewport": {"width": WIDTH, "height": HEIGHT}, **options})
                page = context.new_page()
                page.goto(site + address)
                if name == "sparql":
                    page.locator("[data-sample]", has_text="implement").first.click()
                    page.wait_for_selector(".yasr table tbody tr")
                page.wait_for_timeout(700)
                page.screenshot(path=folder / f"{name}.png", **until(page, END.get(name)))
                context.close()
            browser.close()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    main(target)
