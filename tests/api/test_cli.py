"""The commands on a small graph: what they say, in which form, and with which exit status."""

import csv
import io
import json

import pytest
from rich.console import Console

from api import terminal
from api.cli import COMMANDS, SECTIONS
from tests.api.conftest import EXAMPLES, LOADED

CHAIN = ["211/KH-UBND", "489/QĐ-TTg", "49-KL/TW", "11-CT/TW"]


def test_help_shows_every_command_under_its_section(phahe):
    result = phahe("--help")
    assert result.exit_code == 0
    for heading, names in SECTIONS.items():
        assert f"{heading}:" in result.stdout
        for name in names:
            assert f"\n  {name} " in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(phahe, command):
    result = phahe(command, "--help")
    assert result.exit_code == 0
    assert f"phahe {command}" in result.stdout.split("Options:")[0].split("\n", 2)[2]


def test_chain_up_as_a_person_sees_it(phahe):
    result = phahe("chain", "211/KH-UBND", "--up", "--to", "11-CT/TW")
    assert result.exit_code == 0
    cards = [line.split("  ")[0] for line in result.stdout.splitlines() if line[0:1].isdigit()]
    assert any(cards[place : place + 4] == CHAIN for place in range(len(cards)))
    assert "thực hiện (implements)" in result.stdout
    assert "tiếp tục thực hiện (continues)" in result.stdout
    assert f"»  {LOADED[0]}, confidence " in result.stdout


def test_chain_as_json_has_a_quote_for_every_step(phahe):
    result = phahe("chain", "211/KH-UBND", "--to", "11-CT/TW", "--format", "json")
    paths = json.loads(result.stdout)["up"]
    (path,) = [one for one in paths if [node["number"] for node in one["nodes"]] == CHAIN]
    assert [link["edge"]["predicate"] for link in path["links"]] == ["implements", "implements", "continues"]
    assert all(link["edge"]["evidence"][0]["exact"] for link in path["links"])


def test_chain_as_csv_has_a_row_for_every_quote(phahe):
    rows = list(csv.DictReader(io.StringIO(phahe("chain", "211/KH-UBND", "--up", "--format", "csv").stdout)))
    assert {row["step"] for row in rows} >= {"1", "2", "3"}
    assert all(row["quote"] and len(row["source"]) == 64 for row in rows)


@pytest.mark.parametrize(
    ("options", "up", "down"), [((), True, True), (("--up",), True, False), (("--down",), False, True)]
)
def test_directions(phahe, options, up, down):
    chain = json.loads(phahe("chain", "489/QĐ-TTg", *options, "--format", "json").stdout)
    assert (bool(chain["up"]), bool(chain["down"])) == (up, down)


def test_depth_is_counted_in_steps(phahe):
    chain = json.loads(phahe("chain", "211/KH-UBND", "--up", "--depth", "1", "--format", "json").stdout)
    assert {len(path["links"]) for path in chain["up"]} == {1}


@pytest.mark.parametrize("words", [["49-KL/TW"], ["ket", "luan", "49"], ["Kết luận 49"]])
def test_search_by_number_and_by_words(phahe, words):
    result = phahe("search", *words, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["hits"][0]["node"]["number"] == "49-KL/TW"


def test_search_says_how_much_it_leaves_out(phahe):
    result = phahe("search", "TW", "--limit", "1", "--format", "csv")
    assert result.stdout_bytes.count(b"\r\n") == 2
    assert "1 of " in result.stderr


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("json", '{"head"'),
        ("csv", "n\n"),
        ("tsv", "?n\n"),
        ("xml", "<?xml"),
        ("table", " n\n"),
    ],
)
def test_query_forms(phahe, form, begins):
    question = 'SELECT ?n { ?d eli:id_local ?n FILTER(?n = "49-KL/TW") }'
    result = phahe("query", question, "--format", form)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith(begins)
    assert "49-KL/TW" in result.stdout


def test_query_from_a_file_into_a_file(phahe, tmp_path):
    question, answer = tmp_path / "q.rq", tmp_path / "a.ttl"
    question.write_text("CONSTRUCT WHERE { ?s phahe:continues ?o }")
    assert phahe("query", "--file", question, "-o", answer).exit_code == 0
    assert "49-kl-tw" in answer.read_text()
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_query_by_name(phahe):
    result = phahe("query", "--name", "chain-up", "--param", "document=211/KH-UBND", "--format", "csv")
    assert result.exit_code == 0
    assert "11-CT/TW" in result.stdout
    assert "chain-up" in phahe("query", "--list").stdout


@pytest.mark.parametrize(
    ("question", "status", "says"),
    [("ASK { ?s phahe:continues ?o }", 0, "yes"), ("ASK { ?s phahe:continues ?s }", 1, "no")],
)
def test_yes_and_no(phahe, question, status, says):
    result = phahe("query", question)
    assert (result.exit_code, result.stdout) == (status, f"{says}\n")


@pytest.mark.parametrize("form", ["nquads", "trig", "turtle", "jsonld", "graphml"])
def test_export(phahe, tmp_path, form):
    first, second = tmp_path / "first", tmp_path / "second"
    for path in (first, second):
        assert phahe("export", "--format", form, "-o", path).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    assert b"49-kl-tw" in first.read_bytes()


def test_export_to_stdout(phahe):
    assert "49-kl-tw" in phahe("export").stdout


def test_graph_is_one_file_that_needs_no_network(phahe, tmp_path):
    page = tmp_path / "around.html"
    assert phahe("graph", "49-KL/TW", "-o", page).exit_code == 0
    text = page.read_text()
    assert "49-KL/TW" in text
    assert 'src="http' not in text


def test_check_finds_nothing_grave(phahe):
    result = phahe("check", "--evidence", "--format", "json")
    assert result.exit_code == 0
    assert [one for one in json.loads(result.stdout) if one["severity"] == "high"] == []


def test_extract_writes_one_object_a_source_in_order(phahe):
    result = phahe("extract", EXAMPLES / LOADED[3], EXAMPLES / LOADED[2])
    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == [LOADED[3], LOADED[2]]
    assert "30/2020/NĐ-CP" in phahe("extract", EXAMPLES / LOADED[3], "--format", "table").stdout


def test_explain_marks_the_quote(phahe):
    result = phahe("explain", EXAMPLES / LOADED[3])
    assert result.exit_code == 0
    assert "30/2020/NĐ-CP" in result.stdout
    assert "{" in result.stdout
    assert "rule " in result.stdout
    reasons = json.loads(phahe("explain", EXAMPLES / LOADED[3], "--format", "json").stdout)
    assert all(one["rule"] and one["quote"] for one in reasons)


def test_accuracy_says_what_it_was_measured_on(phahe):
    result = phahe("accuracy")
    assert result.exit_code == 0
    assert "implements" in result.stdout
    assert "labels " in result.stdout
    card = json.loads(phahe("accuracy", "--format", "json").stdout)
    few = [row for one in card["sets"] for row in one["rows"] + one["predicates"] if row["n"] < card["least"]]
    assert few
    assert not any(row["measured"] for row in few)


def test_body_tells_what_became_of_a_province(phahe):
    result = phahe("body", "Hải", "Dương")
    assert result.exit_code == 0
    assert "2025-07-01" in result.stdout
    assert "answered for now by: thành phố Hải Phòng" in result.stdout
    assert json.loads(phahe("body", "Hải Dương", "--format", "json").stdout)["ended"] == "2025-06-30"
    assert phahe("body", "Nowhere").exit_code == 1


def test_doctor_finds_this_machine_well(phahe):
    result = phahe("doctor", "--format", "json")
    named = {one["what"]: one for one in json.loads(result.stdout)}
    assert named["published copy"]["well"]
    assert named["package pyoxigraph"]["well"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(None, ""), (3, "3"), ("49-KL/TW", "49-KL/TW"), ("=1+1", "'=1+1"), ("-1", "'-1"), ("@x", "'@x"), ("+1", "'+1")],
)
def test_a_cell_is_no_formula(cell, expected):
    assert terminal.harmless(cell) == expected


def test_a_narrow_table_folds_and_cuts_nothing(monkeypatch, capsys):
    monkeypatch.setattr(terminal, "console", lambda: Console(width=40))
    terminal.out_table(("Source", "State"), [("https://w3id.org/phahe/id/doc/vn/bbt/kl/2019/49-kl-tw", "new")])
    shown = capsys.readouterr().out
    assert "…" not in shown
    assert "https://w3id.org/phahe/id/doc/vn/bbt/kl/2019/49-kl-tw" in "".join(
        line.split("   ")[0].strip() for line in shown.splitlines()[2:]
    )


def test_a_named_query_says_which_examples_it_took(phahe):
    left_out = phahe("query", "--name", "implementers")
    assert left_out.exit_code == 0
    assert "document is the example, 49-KL/TW (else: --param document=...)" in left_out.stderr
    assert left_out.stderr.endswith("1 row\n")
    given = phahe("query", "--name", "implementers", "--param", "document=49-KL/TW")
    assert given.stdout == left_out.stdout
    assert "example" not in given.stderr
