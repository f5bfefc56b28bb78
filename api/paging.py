"""Lists a page at a time: a cursor that says after which key the next page begins, and the link to it (RFC 8288)."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from api.problems import Problem
from ontology.model import Value

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

T = TypeVar("T")
K = TypeVar("K")


class Page(Value, Generic[T], frozen=True):
    """One page of a list. `next` is the cursor of the next one, None at the end; `total` counts the whole list."""

    items: tuple[T, ...]
    total: int
    next: str | None = None
    version: str = ""


def sealed(*key: str | float) -> str:
    """The cursor of the page after this key."""
    return base64.urlsafe_b64encode(msgspec.json.encode(key)).decode().rstrip("=")


def opened(cursor: str | None, kind: type[K], first: K) -> K:
    """The key of a cursor, as a tuple type; `first` without one. Raises Problem 404 where it is none of this list."""
    if cursor is None:
        return first
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=kind)
    except (ValueError, binascii.Error, msgspec.DecodeError) as error:
        raise Problem("not-found", "There is no such page: begin the list again, without a cursor.") from error


def linked(request: Request, response: Response, cursor: str | None) -> Response:
    """The answer with the link to the next page, where there is one."""
    if cursor is not None:
        url = request.url.include_query_params(cursor=cursor)
        response.headers.append("Link", f'<{url.path}?{url.query}>; rel="next"')
    return response
