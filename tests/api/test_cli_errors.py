"""Whatever goes wrong is one line on stderr, an exit status, and nothing lost."""

import json
import os
import socket
import subprocess
import sys

import pytest

from api import keys
from graph.library import Library
from graph.plain import PlainStore
from tests.api.conftest import EXAMPLES, LOADED

GOOD = EXAMPLES / LOADED[3]


def lines(text):
    return [line for line in text.splitlines() if line]


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.7\n garbage")
    (folder / "not.docx").write_bytes(b"PK\x03\x04 garbage")
    return folder


@pytest.mark.parametrize(
    ("args", "status", "says"),
    [
        (["chain", "999/XYZ-ABC"], 1, "no document answers to '999/XYZ-ABC'"),
        (["chain", "489/QĐ-TTg", "--to", "30/2020/NĐ-CP"], 1, "no chain from Quyết định 489/QĐ-TTg"),
        (["search", "zzzzqqqq"], 1, "nothing found for 'zzzzqqqq'"),
        (["graph", "999/XYZ-ABC", "-o", "x.html"], 1, "no document answers"),
        (["remove", "never-loaded.txt"], 1, "no source 'never-loaded.txt'"),
        (["query", "--name", "nonsense"], 1, "there is no query 'nonsense'"),
        (["query", "SELECT * {"], 2, "error at 1:11"),
        (["query", "SELECT *\n{ ?s ?p }"], 2, "error at 2:"),
        (["query", "ASK { ?s phahe:implements }"], 2, "error at 1:27"),
        (["query", "INSERT DATA { <urn:a> <urn:b> 1 }"], 2, "updates are refused"),
        (["query", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"], 2, "SERVICE is refused"),
        (["query", "ASK {" + "(" * 500], 2, "brackets deep"),
        (["query"], 2, "give one query"),
        (["query", "ASK {}", "--name", "chain-up"], 2, "give one query"),
        (["query", "ASK {}", "--param", "a=b"], 2, "--param goes with --name"),
        (["query", "--name", "chain-up", "--param", "document"], 2, "KEY=VALUE"),
        (["query", "--name", "chain-up", "--param", "x=y"], 2, "has no parameter x"),
        (["query", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "table"], 2, "a graph is no table"),
        (["query", "ASK {}", "--format", "yaml"], 2, "'yaml' is not one of"),
        (["query", "--file", "absent.rq"], 2, "absent.rq"),
        (["export", "-o", "absent/folder/x.nq"], 2, "absent/folder/x.nq cannot be written"),
        (["chain"], 2, "Missing argument 'NUMBER'"),
        (["explain", "absent.txt"], 3, "phahe: absent.txt: no such file or folder"),
        (["explain", "ftp://example.org/x"], 3, "phahe: ftp://example.org/x: "),
        (["nonsense"], 2, "No such command 'nonsense'"),
        (["chain", "x", "--nonsense"], 2, "No such option '--nonsense'"),
        (["key", "create", "--scope", "root"], 2, "'root' is not one of"),
        (["key", "revoke", "12345678"], 1, "no key '12345678'"),
        (["serve", "--host", "256.1.1.1"], 2, "cannot listen on 256.1.1.1"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else None,
)
def test_one_line_and_a_status(phahe, args, status, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = phahe(*args)
    assert result.exit_code == status
    (line,) = lines(result.stderr)
    assert line.startswith("phahe: ")
    assert says in line
    assert not result.stdout
    assert list(tmp_path.iterdir()) == []


def test_an_ambiguous_number_lists_its_candidates(phahe):
    result = phahe("chain", "TW")
    assert result.exit_code == 1
    first, *candidates = lines(result.stderr)
    assert "documents answer to 'TW'" in first
    assert any("49-KL/TW" in line and "<https://w3id.org/phahe/id/doc/" in line for line in candidates)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("absent.txt", "absent.txt"),
        ("empty.txt", "empty"),
        ("binary.txt", "binary"),
        ("damaged.pdf", "damaged.pdf"),
        ("not.docx", "not.docx"),
    ],
)
def test_a_bad_file_is_told_and_the_others_are_kept(phahe, files, tmp_path, name, says):
    new = tmp_path / "new"
    result = phahe("load", files / name, GOOD, "--format", "json", on=new)
    assert result.exit_code == 3
    report = json.loads(result.stdout)
    assert [one["state"] for one in report["loaded"]] == ["new"]
    assert [one["name"] for one in report["failed"]] == [str(files / name)]
    (line,) = [line for line in lines(result.stderr) if line.startswith("phahe: ")]
    assert line.startswith(f"phahe: {files / name}: ")
    assert line.count(str(files)) == 1
    assert says in line
    assert phahe("search", "30/2020/NĐ-CP", on=new).exit_code == 0


@pytest.mark.parametrize("name", ["absent.txt", "empty.txt", "binary.txt", "damaged.pdf"])
def test_extract_tells_of_a_bad_file_too(phahe, files, name):
    result = phahe("extract", files / name, GOOD)
    assert result.exit_code == 3
    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == [GOOD.name]
    assert len(lines(result.stderr)) == 1


def test_nothing_is_loaded_yet(phahe, tmp_path):
    for command in (["chain", "1"], ["search", "x"], ["query", "ASK {}"], ["export"], ["check"], ["remove", "x.txt"]):
        result = phahe(*command, on=tmp_path / "none")
        assert result.exit_code == 1, command
        assert "load a source first" in result.stderr
    assert not (tmp_path / "none").exists()


def test_a_locked_store_is_told_and_nothing_is_lost(phahe, tmp_path):
    folder = tmp_path / "new"
    assert phahe("load", GOOD, on=folder).exit_code == 0
    with Library(folder):
        result = phahe("load", GOOD, on=folder)
        assert result.exit_code == 3
        (line,) = lines(result.stderr)
        assert "is writing in" in line
        assert phahe("search", "30/2020/NĐ-CP", on=folder).exit_code == 0
    assert phahe("load", GOOD, on=folder).exit_code == 0


@pytest.mark.parametrize(
    "damaged", ["live/store*", "live/catalogue.sqlite", "published/*/store", "published/*/catalogue.sqlite"]
)
def test_what_is_damaged_is_told_in_one_line_and_made_anew(phahe, tmp_path, damaged):
    folder = tmp_path / "new"
    assert phahe("load", GOOD, on=folder).exit_code == 0
    for path in [one for found in folder.glob(damaged) for one in (found.iterdir() if found.is_dir() else [found])]:
        path.unlink()
        path.write_bytes(b"garbage")
    told = phahe("check", on=folder) if "published" in damaged else phahe("load", EXAMPLES / LOADED[2], on=folder)
    assert told.exit_code == 3
    (line,) = lines(told.stderr)
    assert "phahe rebuild" in line
    assert phahe("rebuild", on=folder).exit_code == 0
    assert phahe("search", "30/2020/NĐ-CP", on=folder).exit_code == 0
    assert phahe("check", "--evidence", on=folder).exit_code == 0


def test_a_record_that_cannot_be_read_is_told_and_a_load_of_its_source_mends_it(phahe, tmp_path):
    folder = tmp_path / "new"
    assert phahe("load", GOOD, EXAMPLES / LOADED[2], on=folder).exit_code == 0
    record = next(folder.glob("records/*.json"))
    record.write_bytes(b"garbage")
    told = phahe("rebuild", on=folder)
    assert told.exit_code == 3
    fault, done = lines(told.stderr)
    assert f"the record {record} is damaged: load its source again" in fault
    assert done.startswith("rebuilt; version ")
    assert phahe("load", GOOD, EXAMPLES / LOADED[2], on=folder).exit_code == 3
    assert phahe("load", GOOD, on=folder).exit_code == 0
    assert phahe("rebuild", on=folder).exit_code == 0
    assert phahe("check", "--evidence", on=folder).exit_code == 0


def test_a_plain_store_that_is_in_use_is_told(phahe, tmp_path):
    with PlainStore(tmp_path / "plain"):
        result = phahe("serve", "--plain", tmp_path / "plain", "--port", 0)
    assert result.exit_code == 3
    (line,) = lines(result.stderr)
    assert "is writing in" in line


def test_a_port_in_use_is_told(phahe, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = phahe("serve", "--port", taken.getsockname()[1], on=tmp_path / "data")
    assert result.exit_code == 2
    (line,) = lines(result.stderr)
    assert "is in use" in line


def test_a_damaged_key_file_is_told(phahe, tmp_path):
    (tmp_path / keys.FILE).write_text("{")
    result = phahe("key", "list", on=tmp_path)
    assert result.exit_code == 3
    assert "damaged" in result.stderr


def test_the_key_alone_is_the_last_line(phahe, tmp_path):
    result = phahe("key", "create", "--scope", "load", on=tmp_path / "empty")
    assert result.exit_code == 0
    (text,) = result.stdout.splitlines()
    assert keys.holder(tmp_path / "empty", text).scopes == ("load",)


def run(*args, data, **options):
    command = [sys.executable, "-c", "from api.cli import main; main()", *map(str, args)]
    return subprocess.run(
        command,
        env={**os.environ, "PHAHE_DATA": str(data)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **options,
    )


def test_help_is_quick_and_needs_nothing_heavy():
    script = "import sys\nfrom api.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint([m for m in ('pyoxigraph', 'fastapi', 'rich', 'numpy', 'networkx', 'pydantic') if m in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == "[]\n"


def test_a_reader_that_leaves_is_no_error(data):
    command = f"{sys.executable} -c 'from api.cli import main; main()' export | head -c 100 > /dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, "PHAHE_DATA": str(data)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_results_and_messages_keep_apart(data):
    done = run("search", "49-KL/TW", "--format", "csv", data=data)
    assert done.returncode == 0
    assert done.stdout.startswith("type,number")
    assert done.stderr == ""
