"""The body of a request as a form, or as a value of ours; both with bounds."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from starlette.datastructures import FormData
from starlette.requests import Request

from api.problems import Problem

FILES: Final = 500
"""Files of one form."""

FIELDS: Final = 1_000
"""Other fields of one form."""

PART: Final = 8 * 1024 * 1024
"""Bytes of one field that is no file: a pasted text."""


async def form(request: Request) -> FormData:
    """The fields and files of a form, read once for each request; whoever takes files from it closes it."""
    return await request.form(max_files=FILES, max_fields=FIELDS, max_part_size=PART)


async def value(request: Request, kind: Any) -> Any:  # noqa: ANN401 - any type that msgspec can read
    """The JSON body as a value of `kind`; raises Problem 415 for another media type, 422 where it does not fit."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise Problem("media-type", "The body is application/json.", headers={"Accept": "application/json"})
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except msgspec.ValidationError as error:
        raise Problem("invalid", f"The body does not fit: {error}.") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Problem("bad-request", "The body is no JSON.") from error
