"""`phahe serve --plain DIR`: an ordinary SPARQL store with query, update and graph store; writing needs a key."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import AsyncIterator
from pathlib import Path

from fastapi import FastAPI

from api import problems
from api.envelope import Envelope
from api.lanes import Lanes
from api.routes import health, plain
from api.settings import Settings
from graph.plain import PlainStore

TITLE = "phahe: a plain SPARQL store"


class PlainService:
    """A plain store and the lanes on its newest copy."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self.store = PlainStore(path)
        self._settings = settings
        self._lock = threading.Lock()
        self._lanes: list[Lanes] = []

    def lanes(self) -> Lanes:
        """Lanes on a copy that holds every change made before this call."""
        with self._lock:
            version, path = self.store.copy()
            if not self._lanes or self._lanes[-1].version != version:
                self._lanes.append(Lanes(path, version, self._settings, defaults=None))
                while len(self._lanes) > 2:
                    self._lanes.pop(0).close()
            return self._lanes[-1]

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
        app.state.plain = PlainService(path, settings)
        yield
        app.state.plain.close()

    app = FastAPI(title=TITLE, docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.settings = settings
    app.include_router(plain.router)
    app.include_router(health.router)
    app.add_middleware(Envelope, body_size=settings.body_size)
    problems.install(app)
    return app
