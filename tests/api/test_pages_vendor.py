"""The browser files of others: pinned by hash, without addresses, with their licences."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from api.pages import vendored

PAGES = Path(vendored.__file__).parent
LOCK = json.loads(PAGES.joinpath("package-lock.json").read_text(encoding="utf-8"))
ASKED = json.loads(PAGES.joinpath("package.json").read_text(encoding="utf-8"))
VENDOR = json.loads(PAGES.joinpath("vendor.json").read_text(encoding="utf-8"))["packages"]


def test_the_lock_file_names_no_address_and_pins_every_package_by_hash() -> None:
    assert "://" not in json.dumps(LOCK)
    assert all(entry["integrity"].startswith("sha512-") for path, entry in LOCK["packages"].items() if path)


@pytest.mark.parametrize("package", VENDOR, ids=lambda package: package["name"])
def test_each_package_is_the_same_version_everywhere(package: dict) -> None:
    name, version = package["name"], package["version"]
    assert {**ASKED["dependencies"], **ASKED["devDependencies"]}[name] == version
    assert LOCK["packages"][f"node_modules/{name}"]["version"] == version
    assert LOCK["packages"][f"node_modules/{name}"]["license"].strip("()") == package["licence"]


@pytest.mark.parametrize(
    "package", [one for one in VENDOR if not one.get("tests")], ids=lambda package: package["name"]
)
def test_the_files_are_there_and_are_those_that_were_looked_at(package: dict) -> None:
    folder = PAGES / "static" / "vendor" / package["into"]
    for path, digest in package["files"].items():
        assert hashlib.sha256(folder.joinpath(Path(path).name).read_bytes()).hexdigest() == digest
    licences = folder.joinpath("LICENCES.txt").read_text(encoding="utf-8")
    assert f"{package['name']} {package['version']}: " in licences
    assert len(licences) > 1000


def test_what_is_only_for_tests_is_not_shipped() -> None:
    assert [package.name for package in vendored.packages()] == ["@zazuko/yasgui", "swagger-ui-dist", "vis-network"]
    assert not list(PAGES.joinpath("static", "vendor").glob("**/axe*"))


def test_our_own_scripts_are_small() -> None:
    assert sum(path.stat().st_size for path in PAGES.joinpath("static").glob("*.js")) < 20_000
