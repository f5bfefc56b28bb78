"""An application served for real: uvicorn in a thread, on a free port of this machine."""

import contextlib
import threading
import time

import httpx
import uvicorn

from api.serving import address, configured, listen


@contextlib.contextmanager
def serving(app):
    """Serve `app` while the context lasts; gives its address, without the last slash."""
    listener = listen("127.0.0.1", 0)
    server = uvicorn.Server(configured(app, app.state.settings.model_copy(update={"stop": 2})))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert time.monotonic() < deadline, "the server took too long to start"
        time.sleep(0.01)
    try:
        yield address(listener).rstrip("/")
    finally:
        server.should_exit = True
        thread.join(15)
        listener.close()
        assert not thread.is_alive(), "the server did not stop"


@contextlib.contextmanager
def client_of(app, **options):
    """A client of `app`, which is served while the context lasts."""
    with serving(app) as base, httpx.Client(base_url=base, timeout=60, trust_env=False, **options) as client:
        yield client
