"""The client's wish decides the form: weights, narrowness, order."""

import pytest

from api.negotiation import best, ranges, wants_page, weight

OFFERS = (("application/sparql-results+json", "json"), ("application/sparql-results+xml", "xml"), ("text/csv", "csv"))


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "json"),
        ("", "json"),
        ("*/*", "json"),
        ("text/csv", "csv"),
        ("TEXT/CSV", "csv"),
        ("text/*", "csv"),
        ("application/sparql-results+xml;q=0.9, text/csv;q=0.8", "xml"),
        ("application/sparql-results+xml;q=0.5, text/csv;q=0.8", "csv"),
        ("text/csv;q=0.5, */*;q=0.4", "csv"),
        ("application/*;q=0.2, application/sparql-results+xml;q=0.9", "xml"),
        ("*/*, application/sparql-results+json;q=0", "xml"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("text/csv;q=rubbish", None),
        ("text/csv;header=present", "csv"),
        ("*", "json"),
    ],
)
def test_the_best_offer(accept, expected):
    assert best(accept, OFFERS) == expected


def test_the_narrowest_range_decides():
    accepted = ranges("text/*;q=0.9, text/csv;q=0.1, */*;q=0.5")
    assert weight(accepted, "text/csv") == 0.1
    assert weight(accepted, "text/plain") == 0.9
    assert weight(accepted, "image/png") == 0.5


@pytest.mark.parametrize(
    ("accept", "page"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", True),
        ("text/html", True),
        ("*/*", False),
        (None, False),
        ("text/turtle, text/html;q=0.5", False),
        ("application/sparql-results+json,*/*;q=0.9", False),
        ("text/html;q=0", False),
    ],
)
def test_a_browser_is_told_from_a_program(accept, page):
    assert wants_page(accept) is page
