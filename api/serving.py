"""Runs a server until it is told to stop: says where, takes another port where the wanted one is in use."""

from __future__ import annotations

import errno
import gc
import math
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import uvicorn
from fastapi import FastAPI

from api import logs, terminal
from api.connections import patience
from api.settings import Settings
from ontology.errors import StoreError, WrongUse

SWITCH: Final = 0.001
"""Seconds after which one thread of the server lets another go on."""

BACKLOG: Final = 2048
"""Connections that may wait to be accepted: what uvicorn itself asks for."""


def serve(settings: Settings, *, any_port: bool = False) -> None:
    """Serve `settings` until SIGINT or SIGTERM; `any_port`: a free port where the wanted one is in use."""
    create = _plain(settings.plain) if settings.plain is not None else _site(settings.data)
    listener = listen(settings.host, settings.port, any_port=any_port)
    logs.begin(settings.log, settings.log_form)
    run(create(settings), listener, settings)


def _plain(path: Path) -> Callable[[Settings], FastAPI]:
    """How to make the server of a plain store; raises StoreError where the store cannot be opened."""
    from api.plain import create_plain_app
    from graph.plain import PlainStore

    PlainStore(path).close()
    return create_plain_app


def _site(data: Path) -> Callable[[Settings], FastAPI]:
    """How to make the server of a data directory, which is made where there is none; StoreError where it cannot be."""
    from api.app import create_app

    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{data} cannot be made: {error.strerror}") from error
    return create_app


def listen(host: str, port: int, *, any_port: bool = False) -> socket.socket:
    """A socket that listens; raises WrongUse where the address is not this machine's or the port is in use."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With TCP named, asyncio sends small pieces at once; without, each answer waits 40 ms for an acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        # From here on a client waits in the queue, so the address may be told before the server runs.
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            if any_port:
                return listen(host, 0)
            raise WrongUse(f"port {port} is in use; choose another (--port, 0 for any)") from error
        raise WrongUse(f"cannot listen on {host}:{port}: {error.strerror or error}") from error
    return listener


def address(listener: socket.socket) -> str:
    """The web address of a listening socket."""
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def configured(app: FastAPI, settings: Settings) -> uvicorn.Config:
    """How uvicorn serves `app`: with patience for slow clients, and time for answers under way when it ends."""
    return uvicorn.Config(
        app,
        http=patience(settings.connections, settings.patience, app.state.tally.dropped.inc),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=math.ceil(settings.stop),
    )


def run(app: FastAPI, listener: socket.socket, settings: Settings) -> None:
    """Run `app` on `listener` until SIGINT or SIGTERM asks it to end; the first line on stdout is the address.

    Then no more clients are taken in, and the answers under way are finished.
    """
    server = uvicorn.Server(configured(app, settings))
    # What is there by now stays for good: looking through it for garbage again and again would hold clients up.
    gc.collect()
    gc.freeze()
    # What is read beside the event loop gives way to it soon.
    sys.setswitchinterval(SWITCH)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with listener:
        try:
            terminal.out(address(listener))
            terminal.say("serving; Ctrl-C ends it")
            server.run(sockets=[listener])
        except KeyboardInterrupt:
            return
    if not server.started:
        raise StoreError("the server could not start; the lines above say why")
