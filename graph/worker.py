"""A process that answers queries on one published copy, and may be killed at any moment.

It is run by file name in an isolated interpreter and imports nothing of ours but two files beside it. Requests and
answers are frames on its standard input and output: four bytes of length, a JSON header, four of length, the body.
"""

from __future__ import annotations

import importlib.util
import itertools
import json
import os
import resource
import struct
import sys
import threading
import time
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import IO, Any

import pyoxigraph as ox

WATCH = 0.5


class Full(Exception):
    """The answer has grown past its bound."""


class Bounded:
    """A writer that stops what writes to it at a number of bytes, and keeps what came before."""

    def __init__(self, bound: int) -> None:
        self.bound = bound
        self.parts: list[bytes] = []
        self.size = 0

    def write(self, data: bytes) -> int:
        """Take `data`, or raise Full."""
        self.parts.append(bytes(data[: max(0, self.bound - self.size)]))
        self.size += len(data)
        if self.size > self.bound:
            raise Full
        return len(data)

    def flush(self) -> None:
        """There is nothing to flush."""


def main(path: str, memory: int, prefixes: dict[str, str]) -> None:
    """Answer requests until standard input ends."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    confined = beside("confinement").confine()
    cut = beside("truncation").cut
    threading.Thread(target=watch, args=(os.getppid(),), daemon=True).start()
    store = ox.Store.read_only(path)
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    send(sink, {"ready": True, "confined": confined}, b"")
    while (header := receive(source)) is not None:
        started, worked = time.perf_counter(), time.process_time()
        try:
            reply, body = answer(store, header, prefixes)
            if reply["kind"] == "select":
                body, reply["truncated"] = cut(body, reply["media_type"], header["rows"], full=reply["truncated"])
        except SyntaxError as error:
            reply, body = {"error": "syntax", "message": str(error)}, b""
        except (ValueError, RuntimeError, OSError, TypeError) as error:
            reply, body = {"error": "failed", "message": str(error)}, b""
        reply["seconds"] = time.perf_counter() - started
        reply["cpu"] = time.process_time() - worked
        reply["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        send(sink, reply, body)


def beside(name: str) -> ModuleType:
    """The module in the file of that name beside this one."""
    found = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def watch(parent: int) -> None:
    """End when the process that started this one has ended, even in the middle of a query."""
    while os.getppid() == parent:
        time.sleep(WATCH)
    os._exit(1)


def answer(store: ox.Store, header: dict[str, Any], prefixes: dict[str, str]) -> tuple[dict[str, Any], bytes]:
    """The reply to one query."""
    result = store.query(header["query"], base_iri=header.get("base"), **dataset(header))
    if isinstance(result, ox.QueryTriples):
        return graph(result, header, prefixes)
    form = solutions_format(header["solutions"])
    kind = "ask" if isinstance(result, ox.QueryBoolean) else "select"
    out = Bounded(header["bytes"])
    full = False
    try:
        result.serialize(out, format=form)  # type: ignore[arg-type]
    except Full:
        full = True
    return {"kind": kind, "media_type": header["solutions"], "truncated": full}, b"".join(out.parts)


def graph(triples: ox.QueryTriples, header: dict[str, Any], prefixes: dict[str, str]) -> tuple[dict[str, Any], bytes]:
    """A graph in its format, as many triples of it as the bounds allow."""
    form = ox.RdfFormat.from_media_type(header["graph"])
    kept = list(itertools.islice(triples, header["rows"] + 1))
    truncated = len(kept) > header["rows"]
    kept = kept[: header["rows"]]
    while True:
        out = Bounded(header["bytes"])
        try:
            ox.serialize(kept, out, format=form, prefixes=prefixes)  # type: ignore[arg-type]
            break
        except Full:
            truncated = True
            kept = kept[: len(kept) // 2]
    return {"kind": "graph", "media_type": header["graph"], "truncated": truncated}, b"".join(out.parts)


def dataset(header: dict[str, Any]) -> dict[str, Any]:
    """The dataset of a query, where the request or its lane names one."""
    found: dict[str, Any] = {}
    if header.get("default_graphs") is not None:
        found["default_graph"] = [node(name) for name in header["default_graphs"]] or node("urn:none")
    if header.get("named_graphs") is not None:
        found["named_graphs"] = [node(name) for name in header["named_graphs"]]
    return found


node = lru_cache(64)(ox.NamedNode)
solutions_format = lru_cache(8)(ox.QueryResultsFormat.from_media_type)


def receive(source: IO[bytes]) -> dict[str, Any] | None:
    """The next request, or None at the end."""
    length = source.read(4)
    if len(length) < 4:
        return None
    found: dict[str, Any] = json.loads(source.read(struct.unpack("!I", length)[0]))
    return found


def send(sink: IO[bytes], header: dict[str, Any], body: bytes) -> None:
    """Send a reply."""
    data = json.dumps(header).encode()
    sink.write(struct.pack("!I", len(data)) + data + struct.pack("!I", len(body)) + body)
    sink.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3]))
