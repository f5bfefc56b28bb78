"""`phahe doctor` on a well machine, and with one thing wrong at a time: it says which, and what to do."""

import importlib
import json
import shutil
import socket
from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from api import diagnosis, keys
from api.report import picture


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def home(tmp_path, data):
    shutil.copytree(data, tmp_path / "data", ignore=shutil.ignore_patterns("*.sock", "keys.json*"))
    return tmp_path / "data"


@pytest.fixture
def port(monkeypatch):
    """A port that is free."""
    with socket.create_server(("127.0.0.1", 0)) as line:
        number = line.getsockname()[1]
    monkeypatch.setenv("PHAHE_PORT", str(number))
    return number


def found(data):
    return {one.what: one for one in diagnosis.examined(data)}


def test_all_is_well(home, port, phahe):
    wrong = [one for one in diagnosis.examined(home) if not one.well and one.grave]
    assert wrong == []
    assert phahe("doctor", on=home).exit_code == 0
    assert "a query was answered" in found(home)["published copy"].says


def test_nothing_loaded_yet_is_well(tmp_path, port):
    assert found(tmp_path / "none")["published copy"].says == "none yet (phahe load)"


def a_missing_package(monkeypatch, _home, name="pyoxigraph"):
    real = importlib.import_module

    def missing(wanted, *args):
        if wanted == name:
            raise ImportError(f"No module named {wanted!r}")
        return real(wanted, *args)

    monkeypatch.setattr(diagnosis.importlib, "import_module", missing)


def without_hyperscan(monkeypatch, home):
    a_missing_package(monkeypatch, home, "hyperscan")


def without_fonts(monkeypatch, _home):
    monkeypatch.setattr(diagnosis, "FONT", "A Font That Nobody Has")
    assert picture.FONT != diagnosis.FONT


def an_old_clock(monkeypatch, _home):
    class Then(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2012, 1, 1, tzinfo=tz or UTC)

    monkeypatch.setattr(diagnosis, "datetime", Then)


def other_file_names(monkeypatch, _home):
    monkeypatch.setattr(diagnosis.sys, "getfilesystemencoding", lambda: "ascii")


def another_kind_of_machine(monkeypatch, _home):
    monkeypatch.setattr(diagnosis.confinement.platform, "machine", lambda: "riscv64")


def few_files(monkeypatch, _home):
    monkeypatch.setattr(diagnosis.resource, "getrlimit", lambda _kind: (256, 256))


def no_rights(monkeypatch, home):
    monkeypatch.setattr(diagnosis.os, "access", lambda path, _mode: path != home)


def a_full_disk(monkeypatch, _home):
    monkeypatch.setattr(diagnosis.shutil, "disk_usage", lambda _path: Usage(1 << 40, 1 << 40, 1 << 20))


def damaged_keys(_monkeypatch, home):
    (home / "keys.json").write_text("{", encoding="utf-8")


def keys_for_all_to_read(_monkeypatch, home):
    keys.create(home, ("read",))
    (home / "keys.json").chmod(0o644)


def a_damaged_store(_monkeypatch, home):
    for path in (home / "published").glob("*/store/*"):
        path.write_bytes(b"x" * 100)


def a_store_that_is_gone(_monkeypatch, home):
    for path in (home / "published").glob("*/store"):
        shutil.rmtree(path)


def a_damaged_catalogue(_monkeypatch, home):
    for path in (home / "published").glob("*/catalogue.sqlite"):
        path.write_bytes(b"x" * 5000)


def an_unknown_copy(_monkeypatch, home):
    (home / "published" / "current").write_bytes(b"\x00\xff")


def a_setting_that_is_none(monkeypatch, home):
    (home / "phahe.toml").write_text("prot = 8000\n", encoding="utf-8")
    monkeypatch.setenv("PHAHE_SETTINGS", str(home / "phahe.toml"))


def a_setting_of_the_wrong_kind(monkeypatch, _home):
    monkeypatch.setenv("PHAHE_WORKERS", "many")


def too_much_memory(monkeypatch, _home):
    monkeypatch.setenv("PHAHE_QUERY_MEMORY", str(1 << 50))


FAULTS = [
    (a_missing_package, "package pyoxigraph", "No module named", True),
    (without_hyperscan, "fast reading (hyperscan)", "No module named", False),
    (without_fonts, "fonts of reports", "install the package typst again", True),
    (an_old_clock, "clock", "2012-01-01: set it", True),
    (other_file_names, "file names", "PYTHONUTF8=1", True),
    (another_kind_of_machine, "confinement", "keep their network", False),
    (few_files, "open files", "ulimit -n", False),
    (no_rights, "data directory", "is not a directory that can be read and written", True),
    (a_full_disk, "disk", "1 MiB free: make room", True),
    (damaged_keys, "keys", "keys.json is damaged", True),
    (keys_for_all_to_read, "keys", "chmod 600", True),
    (a_damaged_store, "published copy", "rebuild", True),
    (a_store_that_is_gone, "published copy", "rebuild", True),
    (a_damaged_catalogue, "published copy", "", True),
    (an_unknown_copy, "published copy", "phahe rebuild", True),
    (a_setting_that_is_none, "settings", "sets prot, which is no setting", True),
    (a_setting_of_the_wrong_kind, "settings", "workers is not valid", True),
    (too_much_memory, "memory", "lower PHAHE_QUERY_MEMORY", False),
]


@pytest.mark.parametrize(("fault", "what", "says", "grave"), FAULTS, ids=lambda one: getattr(one, "__name__", None))
def test_a_fault_is_told(monkeypatch, home, port, fault, what, says, grave):
    fault(monkeypatch, home)
    one = found(home)[what]
    assert not one.well
    assert says in one.says
    assert "\n" not in one.says
    assert one.grave is grave


def test_a_taken_port_is_told(home, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as line:
        monkeypatch.setenv("PHAHE_PORT", str(line.getsockname()[1]))
        assert "is in use" in found(home)["port"].says


def test_what_is_wrong_is_the_exit_status(home, port, phahe):
    (home / "keys.json").write_text("{", encoding="utf-8")
    result = phahe("doctor", "--format", "json", on=home)
    assert result.exit_code == 3
    assert [one["what"] for one in json.loads(result.stdout) if not one["well"] and one["grave"]] == ["keys"]
    assert "WRONG" in phahe("doctor", on=home).stdout
