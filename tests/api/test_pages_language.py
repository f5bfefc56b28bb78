"""The words of the pages: complete in both languages, and none left in the templates themselves."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from api.pages import language, navigation
from api.pages.rendering import environment

PAGES = Path(language.__file__).parent
TEMPLATES = sorted(PAGES.joinpath("templates").iterdir())
SAME = {"SPARQL", "SHA", "Turtle", "JSON", "LD", "HTML", "CSV", "SVG", "RDF", "XML", "ELI", "GraphML", "pyvis", "phahe"}
"""Names that are the same in both languages."""
SPOKEN = ("title", "alt", "aria-label", "placeholder")
WORD = re.compile(r"[^\W\d_]{2,}")


class Words(HTMLParser):
    """Collects what a reader sees or hears, but for code."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in {"code", "script", "style"}
        self.found += [value or "" for name, value in attrs if name in SPOKEN]

    def handle_endtag(self, tag):
        self.silent -= tag in {"code", "script", "style"}

    def handle_data(self, data):
        self.found += [] if self.silent else [data]


def written(template: Path) -> set[str]:
    """The words that stand in a template outside of expressions."""
    pieces = environment().lex(template.read_text(encoding="utf-8"))
    words = Words()
    words.feed("".join(value if kind == "data" else "" for _, kind, value in pieces))
    return {word for text in words.found for word in WORD.findall(text)} - SAME


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_text_stands_in_a_template(template: Path) -> None:
    placeholders = {"KH", "UBND", "CT", "TW"} if template.name == "chain.html" else set()
    assert written(template) - placeholders == set()


def test_the_check_finds_text_that_stands_in_a_template(tmp_path: Path) -> None:
    template = tmp_path / "x.html"
    template.write_text('<p title="Xin chào">{{ word }} người đọc <code>skip</code></p>', encoding="utf-8")
    assert written(template) == {"Xin", "chào", "người", "đọc"}


def asked_for() -> tuple[set[str], set[str]]:
    """The keys that templates and code name, and the beginnings of those they compose."""
    text = "\n".join(
        path.read_text(encoding="utf-8") for path in [*TEMPLATES, *PAGES.glob("*.py"), PAGES.parent / "views.py"]
    )
    whole = set(re.findall(r"""say\(["']([\w-]+)["'],""", text))
    begun = set(re.findall(r"""say\(["']([\w-]+_)["'] ~""", text)) | set(re.findall(r"""f["']([a-z0-9]+_)\{""", text))
    return whole | {entry.key for place in ("top", "foot") for entry in navigation.entries(place)}, begun


def test_every_message_asked_for_is_there() -> None:
    whole, _ = asked_for()
    assert whole - set(language.catalogue()) == set()
    assert len(whole) > 100


def test_every_message_is_asked_for() -> None:
    whole, begun = asked_for()
    left = {key for key in language.catalogue() if key not in whole and not key.startswith(tuple(begun))}
    assert left - {"yes", "no"} == set()


@pytest.mark.parametrize("key", sorted(language.catalogue()))
def test_a_message_has_both_languages_and_the_same_blanks(key: str) -> None:
    vi, en = (language.catalogue()[key][lang] for lang in language.LANGUAGES)
    assert vi.strip() == vi != ""
    assert en.strip() == en != ""
    assert sorted(re.findall(r"\{(\w+)\}", vi)) == sorted(re.findall(r"\{(\w+)\}", en))


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("2019-05-10", "10/5/2019", "10 May 2019"),
        ("2019-05", "5/2019", "May 2019"),
        ("2019", "2019", "2019"),
        (None, "không rõ ngày", "no date"),
    ],
)
def test_dates(value: str | None, vi: str, en: str) -> None:
    assert language.date(value, "vi") == vi
    assert language.date(value, "en") == en


def test_numbers() -> None:
    assert language.number(1234567, "vi") == "1.234.567"
    assert language.number(1234567, "en") == "1,234,567"


def test_labels_are_those_of_the_ontology() -> None:
    assert language.predicate("continues", "vi") == "tiếp tục thực hiện"
    assert language.predicate("implements", "en", inverse=True) == "is implemented by"
    assert language.type_label("KL", "vi") == "Kết luận"
    assert language.predicate("unheardOf", "vi") == "unheardOf"
