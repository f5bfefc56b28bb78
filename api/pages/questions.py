"""The questions of the audit pages and their addresses: all that a page shows is told by its address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from api.pages.urls import in_language
from ontology.errors import WrongUse
from ontology.model import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

OF_ONE: Final = ("chain", "coverage", "deadlines", "impact", "changes", "diffusion")
"""The questions about one document."""
OF_ALL: Final = ("checks", "obtain")
"""The questions about everything that is loaded."""
SHARED: Final = ("of", "on")
"""What goes with a reader from one question to the next."""
PAGE: Final = 100
FURTHEST: Final = 100_000


class Address(Value, frozen=True):
    """The address of a page: its path, what it asks for, its language."""

    path: str
    given: tuple[tuple[str, str], ...]
    lang: str

    @classmethod
    def of(cls, request: Request, lang: str) -> Address:
        """The address that was asked for, parts that say nothing left out."""
        pairs = request.query_params.multi_items()
        return cls(
            request.url.path, tuple((key, value) for key, value in pairs if key != "lang" and value.strip()), lang
        )

    def get(self, name: str, default: str = "") -> str:
        """One part of it."""
        return dict(self.given).get(name, default)

    def to(self, **changes: str | None) -> str:
        """The same page with some parts changed (None: left out), from its first page of rows on."""
        kept = [pair for pair in self.given if pair[0] not in changes and pair[0] != "page"]
        changed = [(name, value) for name, value in changes.items() if value]
        return in_language(self._with(self.path, [*kept, *changed]), self.lang)

    def page(self, number: int) -> str:
        """Another page of the same rows."""
        return self.to(page=str(number) if number > 1 else None)

    def question(self, name: str) -> str:
        """Another question about the same document on the same day."""
        shared = [pair for pair in self.given if pair[0] in SHARED] if name in OF_ONE else []
        return in_language(self._with(f"/audit/{name}", shared), self.lang)

    def file(self, ending: str) -> str:
        """The answer as a file: the same rows, all of them."""
        return self._with(f"{self.path}.{ending}", [pair for pair in self.given if pair[0] != "page"])

    @staticmethod
    def _with(path: str, pairs: Sequence[tuple[str, str]]) -> str:
        return f"{path}?{urlencode(pairs)}" if pairs else path


class Rows(Value, frozen=True):
    """One page of rows: these, of how many, from which (1 is the first) to which, and the pages around it."""

    rows: tuple[object, ...]
    total: int
    first: int
    last: int
    before: str | None
    after: str | None


def rows(found: Sequence[object], here: Address, size: int = PAGE) -> Rows:
    """The page of rows that an address asks for; a page beyond the last is the last."""
    written = here.get("page", "1")
    asked = int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 1
    number = max(1, min(asked, -(-len(found) // size)))
    start = (number - 1) * size
    shown = tuple(found[start : start + size])
    after = here.page(number + 1) if start + size < len(found) else None
    return Rows(
        shown,
        len(found),
        start + 1 if shown else 0,
        start + len(shown),
        here.page(number - 1) if number > 1 else None,
        after,
    )


def chosen(written: str, known: Sequence[str], what: str) -> str | None:
    """One of the words a part of an address may be; None where it is left out; raises WrongUse."""
    if not written.strip():
        return None
    if written not in known:
        raise WrongUse(f"{written!r} is no {what}; it is one of: {', '.join(known)}")
    return written
