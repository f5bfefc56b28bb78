"""`phahe serve --plain DIR`: an ordinary SPARQL store with query, update and graph store; writing needs a key."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

from fastapi import FastAPI

from api import problems
from api.costs import Costs
from api.envelope import Envelope, methods
from api.lanes import Lanes
from api.routes import health, plain
from api.settings import Settings
from api.straight import Front
from api.tally import Tally
from api.watching import Watching
from graph import crew
from graph.plain import PlainStore

TITLE = "phahe: a plain SPARQL store"


class PlainService:
    """A plain store and the lanes on its newest copy."""

    def __init__(self, path: Path, settings: Settings, tally: Tally) -> None:
        self.store = PlainStore(path)
        self._tally = tally
        self._costs = Costs()
        self._changed = time.time()
        self._settings = settings
        self._lock = threading.Lock()
        self._lanes: list[Lanes] = []

    def lanes(self) -> Lanes:
        """Lanes on a copy that holds every change made before this call."""
        with self._lock:
            version, path = self.store.copy()
            if not self._lanes or self._lanes[-1].version != version:
                made = Lanes(path, version, self._settings, tally=self._tally, costs=self._costs, defaults=None)
                self._lanes.append(made)
                self._changed = time.time()
                while len(self._lanes) > 1:
                    self._lanes.pop(0).retire()
            return self._lanes[-1]

    def age(self) -> tuple[str, float]:
        """The version that is served, and since when (seconds since 1970)."""
        return self.lanes().version, self._changed

    def close(self) -> None:
        """End the processes and let go of the store."""
        with self._lock:
            for lanes in self._lanes:
                lanes.close()
            self.store.close()


def create_plain_app(settings: Settings) -> FastAPI:
    """The service over the directory `settings.plain`; keys are those of the data directory."""
    assert settings.plain is not None
    path = settings.plain

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.plain = PlainService(path, settings, app.state.tally)
        app.state.serving, app.state.age = app.state.plain.lanes, app.state.plain.age
        yield
        app.state.plain.close()
        await crew.reaped()

    app = Front(title=TITLE, docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.settings = settings
    app.state.tally = Tally()
    app.include_router(plain.router)
    app.include_router(health.router)
    routes = (*plain.router.routes, *health.router.routes)
    envelope = partial(Envelope, body_size=settings.body_size, methods=methods(routes))
    app.wrap(plain.sparql, partial(Watching, tally=app.state.tally), envelope)
    problems.install(app)
    return app
