"""The numbers Word draws before paragraphs, counted as it counts them."""

from __future__ import annotations

import pytest
from lxml import etree

from loaders.sources.numbering import SPELLINGS, Numbering, W

SPACE = f'xmlns:w="{W[1:-1]}"'


def element(xml: str, name: str) -> etree._Element:
    return etree.fromstring(f"<w:{name} {SPACE}>{xml}</w:{name}>")


def level(number: int, words: str, spelling: str = "decimal", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{spelling}"/><w:lvlText w:val="{words}"/></w:lvl>'


BULLET = "\uf0b7"
LISTS = element(
    f'<w:abstractNum w:abstractNumId="7">{level(0, "Điều %1.")}{level(1, "%2.")}{level(2, "%3)", "lowerLetter")}{level(3, "%1.%2")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="8">{level(0, BULLET, "bullet")}{level(1, "", "none")}{level(2, "%3.", "upperRoman", 4)}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num>',
    "numbering",
)
STYLES = element(
    '<w:style w:styleId="dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="con"><w:basedOn w:val="dieu"/></w:style><w:style w:styleId="vong"><w:basedOn w:val="vong"/></w:style>',
    "styles",
)


def paragraph(numbered: str) -> etree._Element:
    """A paragraph in list and level `3:1`, of a style `=dieu`, or in none."""
    if numbered.startswith("="):
        return element(f'<w:pPr><w:pStyle w:val="{numbered[1:]}"/></w:pPr>', "p")
    if ":" in numbered:
        name, _, depth = numbered.partition(":")
        return element(f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr></w:pPr>', "p")
    return element("", "p")


@pytest.mark.parametrize(
    ("paragraphs", "labels"),
    [
        ("1:0 1:1 1:1 1:2 1:2 1:0 1:1", ["Điều 1.", "1.", "2.", "a)", "b)", "Điều 2.", "1."]),
        ("1:0 - 1:0", ["Điều 1.", "", "Điều 2."]),
        ("1:0 1:1 1:3", ["Điều 1.", "1.", "1.1"]),
        ("2:0 2:1 2:2 2:2", ["-", "", "IV.", "V."]),
        ("1:0 3:0 3:0", ["Điều 1.", "Điều 10.", "Điều 11."]),
        ("=dieu =con 1:0 =vong =fremd", ["Điều 1.", "Điều 2.", "Điều 3.", "", ""]),
        ("0:0 9:0 1:8 x:y", ["", "", "", ""]),
    ],
)
def test_labels(paragraphs, labels):
    numbering = Numbering(LISTS, STYLES)
    assert [numbering.label(paragraph(words)).rstrip() for words in paragraphs.split()] == labels


def test_a_document_without_lists_has_no_numbers():
    assert Numbering(None, None).label(paragraph("1:0")) == ""


@pytest.mark.parametrize(
    ("spelling", "number", "words"),
    [
        ("lowerRoman", 1994, "mcmxciv"),
        ("upperRoman", 8, "VIII"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 2, "B"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 0, "a"),
    ],
)
def test_spellings(spelling, number, words):
    assert SPELLINGS[spelling](number) == words
