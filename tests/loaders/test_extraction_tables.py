"""Every row of the tables of mentions does what its example says."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from loaders.extraction import numbering
from loaders.extraction.issuers import issuer_at
from loaders.extraction.lexicon import table
from loaders.extraction.mentions import find
from loaders.extraction.normal import fold, normal
from loaders.extraction.plenums import resolve


def rows(name, key):
    return [pytest.param(row, id=row[key]) for row in table(name)]


DATA = files("loaders.extraction").joinpath("data")
TABLES = sorted(entry.name.removesuffix(".tsv") for entry in DATA.iterdir() if entry.name.endswith(".tsv"))


@pytest.mark.parametrize("name", TABLES)
def test_no_table_says_the_same_twice(name):
    said = Counter(tuple(value for column, value in row.items() if column != "example") for row in table(name))
    assert [row for row, times in said.items() if times > 1] == []


@pytest.mark.parametrize("row", rows("types", "word"))
def test_a_type_word_begins_a_citation_of_its_type(row):
    found = find(normal(f"Theo {row['example']}.").content)
    assert found, row
    assert (found[0].type, found[0].start) == (row["code"], 5)


@pytest.mark.parametrize("row", rows("symbols", "symbol"))
def test_a_symbol_speaks_for_its_type(row):
    number = numbering.number_at(row["example"], 0)
    assert number is not None
    assert number.end == len(row["example"])
    assert number.type == row["type"]


@pytest.mark.parametrize("row", rows("acronyms", "symbol"))
def test_a_body_is_known_in_a_symbol(row):
    number = numbering.number_at(row["example"], 0)
    assert number is not None
    assert row["symbol"].upper() in {g.upper() for g in number.groups}


@pytest.mark.parametrize("row", rows("repairs", "seen"))
def test_a_misread_symbol_is_mended_beside_what_is_printed(row):
    mended = numbering.repaired(row["example"])
    assert mended is not None
    assert row["meant"] in mended
    assert numbering.key(mended) == numbering.key(row["example"])


@pytest.mark.parametrize("row", rows("issuers", "name"))
def test_a_body_is_read_whole(row):
    example = row["example"]
    issuer = issuer_at(example, fold(example), 0)
    assert issuer is not None
    assert issuer.name == example


@pytest.mark.parametrize("row", rows("law_names", "name"))
def test_a_law_is_known_by_name_also_in_small_letters_and_mid_sentence(row):
    (found, *_) = find(normal(f"theo quy định của Luật {row['name']} thì phải làm").content)
    assert fold(found.title) == fold(row["name"])


@pytest.mark.parametrize("row", rows("furniture", "name"))
def test_page_furniture_is_taken_out(row):
    example = row["example"].replace("\\n", "\n")
    text = f"Thông tư số\n{example}\n 5/2020/TT-BTC quy định"
    assert re.sub(r"\s+", " ", normal(text).content) == "Thông tư số 5/2020/TT-BTC quy định"


@pytest.mark.parametrize(
    "row", [p for p in rows("plenums", "number") if p.values[0]["type"] == "NQ" and p.values[0]["subject"]]
)
def test_a_plenum_resolves_to_its_resolution(row):
    found = resolve(int(row["plenum"]), row["term"], row["subject"] or None)
    assert found is not None
    assert (found.number, found.date) == (row["number"], row["date"])
