"""What is damaged is mended by the command that the message names, and a bare number means a document of that number."""

import networkx as nx
import pytest

PAGE = """Ủy ban nhân dân tỉnh Cao Bằng ban hành Kế hoạch số 71/KH-UBND ngày 04/5/2021 thực hiện Nghị quyết số 52-NQ/TW
ngày 27/9/2019 của Bộ Chính trị về chủ động tham gia cuộc Cách mạng công nghiệp lần thứ tư."""


@pytest.fixture
def page(tmp_path, invoke):
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    assert invoke("load", path).exit_code == 0
    return path


@pytest.fixture
def invoke(tmp_path):
    from click.testing import CliRunner

    from api.cli import main

    def run(*words):
        return CliRunner().invoke(main, [str(word) for word in words], env={"PHAHE_DATA": str(tmp_path / "data")})

    return run


def test_a_damaged_pointer_is_told_and_mended(tmp_path, page, invoke):
    (tmp_path / "data/published/current").write_bytes(b"\xff\xfe garbage \xc4\x90")
    told = invoke("chain", "71/KH-UBND")
    assert (told.exit_code, "phahe rebuild" in told.stderr, len(told.stderr.splitlines())) == (3, True, 1)
    assert invoke("rebuild").exit_code == 0
    assert invoke("chain", "71/KH-UBND").exit_code == 0


def test_a_damaged_original_is_found_and_mended_by_loading_again(tmp_path, page, invoke):
    (original,) = (path for path in (tmp_path / "data/originals").rglob("*") if path.is_file())
    original.write_bytes(b"not what was read")
    assert invoke("check", "--evidence", "--severity", "high").exit_code == 1
    assert invoke("load", page).exit_code == 0
    assert original.read_bytes() == page.read_bytes()
    assert invoke("check", "--evidence", "--severity", "high").exit_code == 0


def test_a_bare_number_means_documents_of_that_number(page, invoke):
    found = invoke("chain", "52", "--format", "json")
    assert found.exit_code == 0
    assert '"52-NQ/TW"' in found.stdout


def test_an_empty_name_is_wrong_use(page, invoke):
    assert invoke("chain", "").exit_code == 2


def test_a_bad_query_says_what_was_expected(page, invoke):
    told = invoke("query", "SELECT ?s WHERE { ?s ?p ")
    assert told.exit_code == 2
    assert "expected" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_graphml_edges_have_ids_of_their_own_and_quotes(tmp_path, page, invoke):
    assert invoke("export", "--format", "graphml", "-o", tmp_path / "graph.xml").exit_code == 0
    text = (tmp_path / "graph.xml").read_text(encoding="utf-8")
    graph = nx.read_graphml(tmp_path / "graph.xml")
    ids = [line.split('id="')[1].split('"')[0] for line in text.splitlines() if "<edge " in line]
    assert ids
    assert len(ids) == len(set(ids))
    assert all("52-NQ/TW" in fields["quote"] and fields["confidence"] > 0 for _, _, fields in graph.edges(data=True))
