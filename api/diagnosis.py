"""What can be wrong on a machine, looked at one thing after the other; nothing is changed."""

from __future__ import annotations

import importlib
import os
import platform
import resource
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec

from api import control, keys, terminal
from api.report.picture import FONT
from api.settings import Settings
from graph import confinement
from ontology.errors import NotFound, PhaheError, StoreError, WrongUse
from ontology.model import Value

NATIVE: Final = ("pyoxigraph", "pypdfium2", "lxml", "numpy", "ahocorasick_rs")
"""The packages that are compiled for a kind of machine, without which phahe does not run."""

FREE: Final = 1 << 30
"""Bytes that ought to be free where the data is."""

FILES: Final = 2048
"""Files that ought to be open at once: each connection is one, each part of a store another."""

BUILT: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""A day before which this program was not made: a clock that stands there is wrong."""


class Examined(Value, frozen=True, gc=False):
    """One thing that was looked at. What is not `well` and not `grave` costs speed or comfort, nothing else."""

    what: str
    well: bool
    says: str
    grave: bool = True


def examined(data: Path) -> list[Examined]:
    """All that there is to look at, for the data directory `data`."""
    return [*_program(), *_machine(), *_directory(data), *_service(data)]


def _program() -> Iterator[Examined]:
    """What was installed."""
    yield Examined("Python", sys.version_info >= (3, 11), f"{platform.python_version()} on {platform.machine()}")
    for name in NATIVE:
        yield _tried(f"package {name}", partial(_version, name))
    yield msgspec.structs.replace(_tried("fast reading (hyperscan)", partial(_version, "hyperscan")), grave=False)
    yield _tried("fonts of reports", _fonts)
    vendor = files("api.pages") / "static" / "vendor"
    said = "there" if vendor.is_dir() else "missing: install the wheel, or Node, and install again"
    yield Examined("browser files", vendor.is_dir(), said)


def _machine() -> Iterator[Examined]:
    """What it runs on."""
    coding = sys.getfilesystemencoding()
    said = coding if coding == "utf-8" else f"{coding}: set PYTHONUTF8=1, else Vietnamese file names are lost"
    yield Examined("file names", coding == "utf-8", said)
    now = datetime.now(UTC)
    said = f"{now:%Y-%m-%d %H:%M} UTC" if now > BUILT else f"stands at {now:%Y-%m-%d}: set it, keys and jobs go by it"
    yield Examined("clock", now > BUILT, said)
    confined = confinement.possible()
    said = (
        "query processes have no network"
        if confined
        else "query processes keep their network: not Linux on x86-64 or ARM64"
    )
    yield Examined("confinement", confined, said, grave=False)
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = most >= FILES
    yield Examined(
        "open files", enough, f"{most} at once" + ("" if enough else f": raise it to {FILES} (ulimit -n)"), grave=False
    )


def _directory(data: Path) -> Iterator[Examined]:
    """Where the data is."""
    parent = next(one for one in (data, *data.absolute().parents) if one.exists())
    usable = parent.is_dir() and os.access(parent, os.R_OK | os.W_OK | os.X_OK)
    said = f"{data}: readable and writable" if usable else f"{parent} is not a directory that can be read and written"
    yield Examined("data directory", usable, said)
    free = shutil.disk_usage(parent).free
    said = f"{free >> 20} MiB free" + ("" if free >= FREE else f": make room, {FREE >> 20} MiB ought to be free")
    yield Examined("disk", free >= FREE, said)
    yield _tried("keys", lambda: _keys(data))
    yield _tried("published copy", lambda: _published(data))


def _service(data: Path) -> Iterator[Examined]:
    """What serves it."""
    try:
        settings = Settings.load(data=data)
    except WrongUse as error:
        yield Examined("settings", well=False, says=str(error))
        return
    yield Examined("settings", well=True, says="can be read")
    running = control.running(data)
    yield Examined("server", well=True, says="running" if running else "not running")
    if not running:
        yield _tried("port", lambda: _port(settings))
    needed = 2 * settings.workers * settings.query_memory
    there = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    said = f"{there >> 20} MiB; query processes may take {needed >> 20} MiB together"
    yield Examined(
        "memory", there >= needed, said + ("" if there >= needed else ": lower PHAHE_QUERY_MEMORY"), grave=False
    )


def _version(package: str) -> str:
    return str(getattr(importlib.import_module(package), "__version__", "there"))


def _fonts() -> str:
    import typst

    there = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True).families()
    if FONT not in there:
        raise StoreError(f"{FONT} is missing: install the package typst again")
    return FONT


def _keys(data: Path) -> str:
    there = keys.listed(data)
    path = data / keys.FILE
    if path.exists() and path.stat().st_mode & 0o077:
        raise StoreError(f"{path} can be read by other users: chmod 600 {path}")
    return f"{len(there)} kept"


def _published(data: Path) -> str:
    from graph.reader import Reader

    try:
        reader = Reader.open(data)
    except NotFound:
        return "none yet (phahe load)"
    with reader:
        reader.query("ASK {}")
        return f"version {reader.version}, {terminal.counted(reader.stats())}; a query was answered"


def _port(settings: Settings) -> str:
    from api.serving import listen

    listen(settings.host, settings.port).close()
    return f"{settings.host}:{settings.port} is free"


def _tried(what: str, look: Callable[[], str]) -> Examined:
    try:
        return Examined(what, well=True, says=look())
    except (ImportError, PhaheError, OSError, sqlite3.DatabaseError) as error:
        return Examined(what, well=False, says=" ".join(str(error).split()))
