"""Terms as text are read back by a store as what they were made of."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import terms

PRINTABLE = st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff"))


def read(term: str) -> object:
    (quad,) = ox.parse(f"<urn:s> <urn:p> {term} <urn:g> .\n", format=ox.RdfFormat.N_QUADS)
    return quad.object


@given(PRINTABLE)
def test_any_text_comes_back(value: str) -> None:
    found = read(terms.text(value))
    assert isinstance(found, ox.Literal)
    assert found.value == value


@given(st.text())
def test_no_text_breaks_a_line(value: str) -> None:
    written = terms.text(value)
    assert "\n" not in written
    written.encode()
    read(written)


@given(st.text(min_size=1))
def test_an_iri_never_ends_early(value: str) -> None:
    assert isinstance(read(terms.iri("http://example.org/" + value.encode("utf-8", "replace").decode())), ox.NamedNode)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2019-05-10", "date"), ("2019-05", "gYearMonth"), ("2019", "gYear"), ("2019-13-10", None), ("2019-5-1", None),
        ("hôm qua", None), ("2019-05-32", None),
    ],
)  # fmt: skip
def test_dates_are_typed_as_far_as_they_go(value: str, kind: str | None) -> None:
    written = terms.date(value)
    assert written.endswith(f"#{kind}>" if kind else '"')


@pytest.mark.parametrize(
    ("value", "written"), [(0.97, "0.97"), (1.0, "1"), (300, "300"), (-0.00001, "0"), (1.5, "1.5"), (0.1 + 0.2, "0.3")]
)
def test_decimals_have_one_form(value: float, written: str) -> None:
    assert terms.decimal(value) == f'"{written}"^^<http://www.w3.org/2001/XMLSchema#decimal>'


def test_equal_lines_count_once_and_nothing_is_written_for_nothing() -> None:
    lines = terms.Lines("urn:g")
    for _ in range(2):
        lines.add("<urn:s>", "<urn:p>", terms.text("x"))
    lines.add("<urn:s>", "<urn:p>", None)
    assert lines.sorted() == ['<urn:s> <urn:p> "x" <urn:g> .\n']
