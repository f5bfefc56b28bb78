"""A wheel built from the checkout works in an empty environment elsewhere, without Node and without this folder."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest


def run(*command: str | Path, cwd: Path) -> str:
    env = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "PHAHE_DATA", "VIRTUAL_ENV"}}
    done = subprocess.run([str(c) for c in command], cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", out, root, cwd=out)
    return next(out.glob("*.whl"))


@pytest.mark.long
def test_wheel_holds_the_pages_files_and_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.startswith("api/pages/static/vendor/") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "docs/"))]


@pytest.mark.long
@pytest.mark.timeout(600)
def test_demo_runs_from_the_wheel_elsewhere(wheel, tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env/bin/python"
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    shown = run(tmp_path / "env/bin/phahe", "demo", "--no-serve", cwd=tmp_path)
    numbers = ["211/KH-UBND", "489/QĐ-TTg", "49-KL/TW", "11-CT/TW"]
    places = [shown.find(number) for number in numbers]
    assert -1 not in places
    assert places == sorted(places)
