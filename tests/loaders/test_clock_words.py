"""Every row of the word tables does in a sentence of its own what its role says."""

from __future__ import annotations

import pytest

from loaders.extraction import deadlines, results
from loaders.extraction.documents import group
from loaders.extraction.lexicon import table
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal

UNDER = "Thực hiện Chỉ thị số 21-CT/TU ngày 3/2/2021 của Tỉnh ủy: "
ORDERING = {"act", "order", "before", "within", "review", "part"}
SILENT = {"goal", "past", "right", "noun", "noact"}


def rows(name, roles):
    return [
        (row["role"], row["form"], row["example"]) for row in table(name) if row["role"] in roles and row["example"]
    ]


def duties(text):
    content = normal(text).content
    return deadlines.read(group(content, find(content)))


def figures(text):
    content = normal(UNDER + text).content
    return results.read(group(content, find(content)))


@pytest.mark.parametrize(
    ("role", "form", "example"),
    rows("deadline_words", ORDERING) + rows("time_words", ORDERING) + rows("body_words", {"head"}),
)
def test_an_ordering_word_makes_an_obligation(role, form, example):
    assert form.lower() in example.lower()
    assert duties(example)


@pytest.mark.parametrize(("role", "form", "example"), rows("body_words", {"head"}))
def test_a_body_is_who_the_act_is_laid_on(role, form, example):
    (duty,) = duties(example)
    assert duty.who is not None
    assert duty.who.lower().startswith(form)


@pytest.mark.parametrize(("role", "form", "example"), rows("deadline_words", SILENT))
def test_a_silencing_word_leaves_none(role, form, example):
    assert form.lower() in example.lower()
    assert duties(example) == ()


@pytest.mark.parametrize(
    ("role", "form", "example"), rows("result_words", {"verb", "joint", "about", "person", "target", "place"})
)
def test_a_reporting_word_makes_a_result(role, form, example):
    assert form.lower() in example.lower()
    assert figures(example)


@pytest.mark.parametrize(("role", "form", "example"), rows("result_words", {"never", "plan"}))
def test_a_figure_of_another_kind_is_none(role, form, example):
    assert form.lower() in example.lower()
    assert figures(example) == ()


@pytest.mark.parametrize(("role", "form", "example"), rows("result_words", {"tail"}))
def test_what_follows_the_article_is_none(role, form, example):
    assert form.lower() in example.lower()
    assert figures("huyện tổ chức hội nghị.\n\n" + example) == ()
