"""The house: packages are ours and not shadowed, layers hold, every licence and document is where it is promised."""

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("ontology", "graph", "loaders", "api")
TOP = {
    *PACKAGES,
    *(
        ".ci",
        ".gitattributes",
        ".gitignore",
        ".importlinter",
        "CHANGELOG.md",
        "LICENSE",
        "Makefile",
        "README.md",
        "docs",
    ),
    *("hatch_build.py", "pyproject.toml", "tests", "tools"),
}


@pytest.mark.parametrize("name", PACKAGES)
def test_package_is_the_one_of_this_checkout(name):
    """Flat top-level names are easily shadowed by another distribution: the one imported is ours."""
    module = importlib.import_module(name)
    assert Path(module.__file__).resolve().is_relative_to(ROOT)
    assert (ROOT / name / "py.typed").exists()


def test_wheel_lists_its_packages():
    """Packages are listed, never found: tests must not get into the wheel."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert tuple(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == PACKAGES


def test_layers_hold():
    """The layers of docs/architecture.md are the imports of the code."""
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports())"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    ("package", "only_in"), [("fastapi", "api"), ("jinja2", "api"), ("pyvis", "api"), ("pyoxigraph", "graph")]
)
def test_packages_stay_in_their_layer(package, only_in):
    """A heavy package is imported by one layer alone."""
    offenders = [
        str(path.relative_to(ROOT))
        for name in PACKAGES
        if name != only_in
        for path in (ROOT / name).rglob("*.py")
        if any(
            line.strip().startswith((f"import {package}", f"from {package}"))
            for line in path.read_text(encoding="utf-8").splitlines()
        )
    ]
    assert offenders == []


def test_nothing_stray_is_kept():
    """A command's output that lands in the checkout by mistake is not committed."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a checkout of git")
    assert {name.split("/")[0] for name in listed.stdout.splitlines()} - TOP == set()


def test_no_module_is_an_attic():
    """Modules hold one idea: none is over 400 lines, none is called utils, helpers or common."""
    modules = [path for name in PACKAGES for path in (ROOT / name).rglob("*.py")]
    assert modules
    long = {
        str(p.relative_to(ROOT)): n for p in modules if (n := len(p.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}
    assert [p for p in modules if p.stem in {"utils", "helpers", "common"}] == []
