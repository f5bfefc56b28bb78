"""The generator of the examples makes the committed files, and the same bytes each time. Needs what only it needs."""

from __future__ import annotations

import importlib.util
import sys

import pytest

from loaders.sources.registry import read


@pytest.fixture(scope="module")
def generator(root):
    pytest.importorskip("reportlab", reason="reportlab is needed only to make the examples again")
    spec = importlib.util.spec_from_file_location("make_examples", root / "tools" / "make_examples.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_examples"] = module
    spec.loader.exec_module(module)
    if not module.FONTS.is_dir():
        pytest.skip("the DejaVu fonts are needed only to make the examples again")
    module.register_fonts()
    return module


def test_the_same_sources_give_the_same_bytes(generator, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        generator.make(tmp_path / name)
    made = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert made
    for name in made:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_committed_files_are_what_is_made(generator, tmp_path):
    for path in generator.make(tmp_path):
        committed = (generator.EXAMPLES / path.name).read_bytes()
        assert read(path.read_bytes(), name=path.name).text == read(committed, name=path.name).text
