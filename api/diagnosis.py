"""What can be wrong on a machine, looked at one thing after the other; nothing is changed."""

from __future__ import annotations

import importlib
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Final

from api import terminal
from api.control import socket_path
from ontology.errors import PhaheError
from ontology.model import Value

NATIVE: Final = ("pyoxigraph", "pypdfium2", "lxml", "numpy", "ahocorasick_rs")
"""The packages that are compiled for a kind of machine, without which phahe does not run."""

FREE: Final = 1 << 30
"""Bytes that ought to be free where the data is."""


class Examined(Value, frozen=True, gc=False):
    """One thing that was looked at."""

    what: str
    well: bool
    says: str


def examined(data: Path) -> list[Examined]:
    """All that there is to look at, for the data directory `data`."""
    return list(_examined(data))


def _examined(data: Path) -> Iterator[Examined]:
    yield Examined("Python", sys.version_info >= (3, 11), f"{platform.python_version()} on {platform.machine()}")
    for name in NATIVE:
        yield _tried(f"package {name}", partial(_version, name))
    vendor = files("api.pages") / "static" / "vendor"
    yield Examined(
        "browser files", vendor.is_dir(), "there" if vendor.is_dir() else "missing: install the wheel, or Node"
    )
    parent = next(one for one in (data, *data.absolute().parents) if one.exists())
    writable = os.access(parent, os.W_OK)
    yield Examined("data directory", writable, f"{data}: {'writable' if writable else 'not writable'}")
    free = shutil.disk_usage(parent).free
    yield Examined("disk", free >= FREE, f"{free >> 20} MiB free")
    yield _tried("published copy", lambda: _published(data))
    running = socket_path(data).exists()
    yield Examined("server", well=True, says="running" if running else "not running")


def _version(package: str) -> str:
    return str(getattr(importlib.import_module(package), "__version__", "there"))


def _published(data: Path) -> str:
    from graph.reader import Reader

    if not data.exists():
        return "none yet (phahe load)"
    with Reader.open(data) as reader:
        return f"version {reader.version}, {terminal.counted(reader.stats())}"


def _tried(what: str, look: Callable[[], str]) -> Examined:
    try:
        return Examined(what, well=True, says=look())
    except (ImportError, PhaheError) as error:
        return Examined(what, well=False, says=str(error))
