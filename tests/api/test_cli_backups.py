"""A backup holds all that is kept, and gives back the same graph."""

import os
import subprocess
import sys

PAGE = """Ủy ban nhân dân tỉnh Cao Bằng ban hành Kế hoạch số 71/KH-UBND ngày 04/5/2021 thực hiện Nghị quyết số 52-NQ/TW
ngày 27/9/2019 của Bộ Chính trị về chủ động tham gia cuộc Cách mạng công nghiệp lần thứ tư."""


def phahe(data, *words):
    command = [sys.executable, "-c", "from api.cli import main; main()", *map(str, words)]
    return subprocess.run(
        command, env=os.environ | {"PHAHE_DATA": str(data)}, capture_output=True, text=True, check=False
    )


def test_a_backup_restores_the_same_graph(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert phahe(tmp_path / "one", "load", tmp_path / "page.txt").returncode == 0
    assert phahe(tmp_path / "one", "backup", tmp_path / "kept.tar").returncode == 0
    done = phahe(tmp_path / "two", "restore", tmp_path / "kept.tar")
    assert done.returncode == 0, done.stderr
    exports = [phahe(tmp_path / name, "export", "--format", "nquads").stdout for name in ("one", "two")]
    assert "71/KH-UBND" in exports[0]
    assert exports[0] == exports[1]


def test_a_backup_never_overwrites_and_a_restore_wants_an_empty_directory(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    phahe(tmp_path / "one", "load", tmp_path / "page.txt")
    assert phahe(tmp_path / "one", "backup", tmp_path / "kept.tar").returncode == 0
    again = phahe(tmp_path / "one", "backup", tmp_path / "kept.tar")
    assert (again.returncode, len(again.stderr.splitlines())) == (2, 1)
    over = phahe(tmp_path / "one", "restore", tmp_path / "kept.tar")
    assert (over.returncode, len(over.stderr.splitlines())) == (2, 1)


def test_a_file_that_is_no_backup_is_told(tmp_path):
    (tmp_path / "x.tar").write_bytes(b"nothing of the kind")
    done = phahe(tmp_path / "two", "restore", tmp_path / "x.tar")
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
