"""Commands follow a name that was given up, say so, and say of one that was withdrawn when."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from api.cli import main
from graph.library import Library
from ontology.namespaces import ID
from tests.graph.pages import ALL
from tests.graph.test_moves import APRIL, BY_YEAR, FULL, FULLER, MAY, VAGUE, YEAR

PLAN = ID + "doc/vn/ubnd-hai-phong/kh/2020/211-kh-ubnd"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with Library(tmp_path / "data") as library:
        for one in (VAGUE, ALL[0], FULL):
            library.keep(*one)
        library.publish()
    return tmp_path / "data"


def run(data: Path, *words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [*words, "--data", str(data)])
    return result.exit_code, result.stdout, result.stderr


def vague(data: Path) -> str:
    with Library(data) as library:
        return next(name for name in library.live.voids.names() if "~" in name)


@pytest.mark.parametrize("command", [("status",), ("chain",), ("graph", "-o", "FILE")], ids=lambda one: one[0])
def test_a_name_that_was_given_up_is_followed(data: Path, command: tuple[str, ...], tmp_path: Path) -> None:
    old = vague(data)
    words = [str(tmp_path / "f.html") if word == "FILE" else word for word in command]
    _, _, told = run(data, words[0], old, *words[1:])
    assert f"{old} is {FULLER} since the load of 20" in told


def test_a_name_that_was_withdrawn_is_told(data: Path) -> None:
    with Library(data) as library:
        library.remove(ALL[0][0].source.sha256)
        library.publish()
    status, out, told = run(data, "chain", PLAN)
    assert (status, out) == (1, "")
    assert f"{PLAN} was withdrawn by the removal of 20" in told


def test_a_name_that_became_two_lists_them(data: Path) -> None:
    with Library(data) as library:
        for one in (APRIL, BY_YEAR, MAY):
            library.keep(*one)
        library.publish()
        assert len(library.live.voids.moved(YEAR).to) >= 1  # type: ignore[union-attr]
    status, _, told = run(data, "status", YEAR)
    assert status == 1
    assert YEAR in told
    assert "/2020-04-08/491-qd-ttg" in told
