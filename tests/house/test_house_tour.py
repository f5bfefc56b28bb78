"""The tour of the pages is what its table says, its pictures are there, and it stops at every kind of page."""

from __future__ import annotations

import importlib.util

import pytest

from api.pages.navigation import entries


@pytest.fixture(scope="module")
def tool(root):
    """The script that makes the tour."""
    pytest.importorskip("playwright.sync_api")
    spec = importlib.util.spec_from_file_location("screenshots", root / "tools" / "screenshots.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_the_one_that_is_made(root, tool):
    assert (root / "docs/tour.md").read_text(encoding="utf-8") == tool.written(tool.stops())


def test_every_picture_is_there(root, tool):
    names = [stop.name for stop in tool.stops()]
    assert len(set(names)) == len(names) > 20
    assert [name for name in names if not (root / "docs/screenshots" / f"{name}.png").is_file()] == []


def test_the_tour_stops_wherever_the_bars_lead(tool):
    seen = {stop.address.partition("?")[0] for stop in tool.stops()}
    led = {entry.address for place in ("top", "foot") for entry in entries(place)}
    assert led - seen - {"/docs", "/sources", "/about", "/queries"} == set()
