"""The accuracy card says what was measured, on what, and how sure that is."""

from __future__ import annotations

import importlib.util
import json

import pytest

from loaders.extraction.extract import VERSION


@pytest.fixture(scope="module")
def tool(root):
    spec = importlib.util.spec_from_file_location("accuracy_tool", root / "tools" / "accuracy.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def card(root):
    return json.loads((root / "api" / "accuracy.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(10, 10, 0.7225, 1.0), (0, 10, 0.0, 0.2775), (50, 100, 0.4038, 0.5962), (281, 283, 0.9746, 0.9981)],
)
def test_wilson_intervals_are_those_of_the_tables(tool, hits, n, low, high):
    found = tool.wilson(hits, n)
    assert found["low"] == pytest.approx(low, abs=2e-4)
    assert found["high"] == pytest.approx(high, abs=2e-4)


def test_of_nothing_there_is_no_share(tool):
    assert tool.wilson(0, 0) is None


def test_few_items_are_not_measured(tool):
    assert tool.row("suspends", 3, 3, 9, 3)["precision"] is None
    assert tool.row("guides", 9, 9, 10, 9)["recall"]["value"] == 0.9


def test_the_card_is_of_this_extractor(card):
    assert card["extractor"] == VERSION


def test_the_card_says_whose_texts_they_are_and_that_they_were_seen(card):
    assert len(card["sets"]) == 3
    for made in card["sets"]:
        assert made["status"] == "development set, seen by its authors"
        assert len(made["labels"]) == 64


def test_every_row_holds_its_interval_and_few_items_hold_none(card):
    rows = [row for made in card["sets"] for row in (*made["rows"], *made["predicates"])]
    assert rows
    for row in rows:
        assert row["measured"] == (row["n"] >= card["least"])
        for name in ("precision", "recall", "share"):
            if row.get(name):
                assert row[name]["low"] <= row[name]["value"] <= row[name]["high"]
            else:
                assert name not in row or not row["measured"] or not row.get("predicted")


@pytest.mark.gold
def test_the_labels_are_those_the_card_was_made_with(card, tool, shared):
    labels = {made["name"]: made["labels"] for made in card["sets"]}
    assert labels["cases"] == tool.digest(list((shared / "gold" / "cases").glob("*.json")))
    assert labels["legal texts, random"] == tool.digest([shared / "corpus" / "vnlegaltext_mentions.jsonl"])


@pytest.mark.gold
@pytest.mark.long
def test_the_card_holds_what_the_extractor_reaches_now(card, tool, shared):
    assert tool.card(shared) == card
