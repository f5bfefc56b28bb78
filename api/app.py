"""The server as one value: `create_app(settings)` puts the routes together; nothing is opened before it starts."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from functools import partial
from importlib.resources import files
from typing import Final

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from api import problems, schemas, straight
from api.control import Job, Writer
from api.dumping import Dumping
from api.envelope import Envelope, methods
from api.loads import Loads
from api.pages import failures
from api.routes import (
    auditing,
    audits,
    bodies,
    documents,
    dumps,
    finding,
    guidance,
    health,
    loading,
    loads,
    pages,
    portraits,
    proofs,
    queries,
    reviews,
    searches,
    service,
    session,
    sources,
    sparql,
    things,
    verdicts,
    views,
)
from api.sessions import Sessions
from api.settings import Settings
from api.snapshots import Snapshots
from api.straight import Front
from api.tally import Tally
from api.watching import Watching
from graph import crew

API = "1.0"
"""The version of the REST API: it changes when an answer changes its shape."""

QUERY_SIZE = 256 * 1024
"""Bytes of the body of a query: the longest text that is taken, percent-encoded, and then some."""

DESCRIPTION = """The lineage of Vietnamese public policy: documents, who implements what, and the quotes that say so.
Reading needs no key. Answers carry `X-Data-Version`; failures are problem documents (RFC 9457)."""


REST: Final = (documents, audits, bodies, verdicts, searches, queries, sources, loads)
"""The modules of the REST API."""

PAGES: Final = (finding, portraits, proofs, pages, auditing, views, guidance, reviews, loading, session)
"""The modules of the pages."""

MODULES: Final = (*PAGES, sparql, things, dumps, *REST, service, health)
"""All modules of routes; where several would answer, the first does."""


class Static(StaticFiles):
    """The files of the pages. What an address with a version (`?v=`) gives never changes: browsers may keep it."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, with how long it may be kept."""
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            versioned = scope["query_string"].startswith(b"v=")
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if versioned else "no-cache"
        return response


def create_app(settings: Settings) -> FastAPI:
    """The site, the REST API and the SPARQL endpoint over the data directory of `settings`."""
    app = Front(
        title="phahe",
        version=API,
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.settings = settings
    app.state.tally = Tally()
    app.state.snapshots = Snapshots(settings, app.state.tally)
    app.state.serving = app.state.snapshots.lanes
    app.state.age = app.state.snapshots.age
    app.state.sessions = Sessions(settings.data, settings.session)
    for module in MODULES:
        app.include_router(module.router, responses=schemas.REFUSALS)
    app.mount("/static", Static(directory=str(files("api.pages") / "static"), check_dir=False), name="static")
    envelope = partial(
        Envelope,
        body_size=settings.body_size,
        uploads=dict.fromkeys((loads.PATH, "/load"), settings.upload_size) | {straight.PATH: QUERY_SIZE},
        methods=methods(route for module in MODULES for route in module.router.routes),
    )
    app.wrap(sparql.answered, partial(Watching, tally=app.state.tally), envelope)
    problems.install(app, failures.page)
    schemas.install(app)
    return app


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    snapshots: Snapshots = app.state.snapshots

    def changed(job: Job) -> None:
        """After a rebuild the copies that are open are no longer those that are published."""
        if job.verb == "rebuild":
            snapshots.refresh()

    app.state.writer = Writer(app.state.settings.data, changed)
    app.state.loads = Loads(app.state.writer)
    app.state.dumps = Dumping(app.state.settings.data)
    async with app.state.writer.listening():
        yield
        await app.state.loads.close()
    app.state.dumps.close()
    snapshots.close()
    await crew.reaped()
