"""Two lanes for strangers' queries, so that heavy ones cannot starve light ones.

A query starts in the short lane. What is not done there in a moment is stopped and begun again in the long lane, which
has its own processes; where those are all taken, the client is told to come back.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from api.settings import Settings
from graph.workers import LINEAGE_AND_REGISTER, Answer, Busy, Limits, Pool
from ontology.errors import QueryTimeout

SHORT_WAIT: Final = 5.0
"""Seconds a query waits for its turn in the short lane: there, no turn takes long."""

LONG_WAIT: Final = 1.0
"""Seconds it waits in the long lane before the client is told that the server is busy."""


class Lanes:
    """The processes that answer strangers' queries on one published copy."""

    def __init__(
        self, path: Path, version: str, settings: Settings, *, defaults: Sequence[str] | None = LINEAGE_AND_REGISTER
    ) -> None:
        self.version = version
        self._short = Pool(path, size=settings.workers, defaults=defaults)
        self._long = Pool(path, size=settings.workers, defaults=defaults)
        self._limits = Limits(
            seconds=settings.short_lane,
            memory_bytes=settings.query_memory,
            result_bytes=settings.answer_size,
            rows=settings.answer_rows,
            wait=SHORT_WAIT,
        )
        self._seconds = {False: settings.long_lane, True: settings.keyed_lane}

    def ask(  # noqa: PLR0913 - the parts of a request
        self,
        text: str,
        form: str,
        *,
        default: Sequence[str] | None = None,
        named: Sequence[str] | None = None,
        base: str | None = None,
        keyed: bool = False,
    ) -> Answer:
        """The answer in `form`; raises QueryError, QueryTimeout, or Busy where the long lane is full."""
        try:
            answer = self._short.ask(
                text, accept=form, limits=self._limits, default_graphs=default, named_graphs=named, base=base
            )
        except Busy:
            raise
        except QueryTimeout:
            limits = replace(self._limits, seconds=self._seconds[keyed], wait=LONG_WAIT)
            answer = self._long.ask(
                text, accept=form, limits=limits, default_graphs=default, named_graphs=named, base=base
            )
        return replace(answer, version=self.version)

    def close(self) -> None:
        """End the processes."""
        self._short.close()
        self._long.close()
