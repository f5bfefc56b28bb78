"""The sources that a request brings: files, pasted texts and addresses, by form or as JSON, every one with bounds."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import PurePosixPath
from typing import Annotated, Any, Final

from msgspec import Meta
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from api import forms
from api.loads import Upload
from api.pipeline import is_address
from api.problems import Problem
from ontology.model import Value

MOST_ADDRESSES: Final = 200
LONGEST_ADDRESS: Final = 2_000
LONGEST_NAME: Final = 200

FORM: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "files": {"type": "array", "maxItems": forms.FILES, "items": {"type": "string", "format": "binary"}},
        "address": {"type": "array", "maxItems": MOST_ADDRESSES, "items": {"type": "string", "format": "uri"}},
        "text": {"type": "string", "maxLength": forms.PART},
        "name": {"type": "string", "maxLength": LONGEST_NAME},
    },
}
"""The form in which sources are sent, for the description; `name` is what the pasted `text` is to be called."""


class Pasted(Value, frozen=True, gc=False):
    """A text that was pasted, and what to call it."""

    text: Annotated[str, Meta(min_length=1, max_length=forms.PART, examples=["Kết luận số 49-KL/TW ngày 10/5/2019"])]
    name: Annotated[str, Meta(max_length=LONGEST_NAME, examples=["ghi-chep.txt"])] = ""


class Wanted(Value, frozen=True, gc=False):
    """Sources to load, as JSON: addresses that the server fetches (http and https, public ones) and pasted texts."""

    addresses: Annotated[tuple[str, ...], Meta(max_length=MOST_ADDRESSES)] = ()
    texts: Annotated[tuple[Pasted, ...], Meta(max_length=100)] = ()


class Sources(Value, frozen=True, gc=False):
    """What a request brings."""

    files: tuple[Upload, ...] = ()
    addresses: tuple[str, ...] = ()


async def of(request: Request) -> Sources:
    """The sources of a request; raises Problem where it brings none, or some that cannot be."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == "application/json":
        wanted: Wanted = await forms.value(request, Wanted)
        found = Sources(tuple(pasted(one.text, one.name) for one in wanted.texts), _addresses(wanted.addresses))
    elif media_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
        async with contextlib.AsyncExitStack() as stack:
            fields = await forms.form(request)
            stack.push_async_callback(fields.close)
            found = await of_form(fields)
    else:
        raise Problem("media-type", "Sources are sent as a form (multipart/form-data) or as application/json.")
    if not found.files and not found.addresses:
        raise Problem("invalid", "No source is named: send files, a text, or addresses.")
    return found


async def of_form(fields: FormData) -> Sources:
    """The sources of a form with `files`, a pasted `text` with its `name`, and `address` (one a line, or several)."""
    files = [one for one in fields.getlist("files") if isinstance(one, UploadFile) and (one.filename or one.size)]
    found = [Upload(_name(one.filename or ""), await one.read()) for one in files]
    text, name = (fields.get(field, "") for field in ("text", "name"))
    if isinstance(text, str) and isinstance(name, str) and text.strip():
        found.append(pasted(text, name))
    stated = [one for one in fields.getlist("address") if isinstance(one, str)]
    if len(stated) > MOST_ADDRESSES:
        raise _too_many()
    return Sources(tuple(found), _addresses([line.strip() for one in stated for line in one.splitlines()]))


def pasted(text: str, name: str = "") -> Upload:
    """A pasted text as a source: under its name, which ends in `.txt`, or one made of its hash."""
    data = text.encode("utf-8", "replace")
    given = _name(name[:LONGEST_NAME]) if name.strip() else f"pasted-{hashlib.sha256(data).hexdigest()[:12]}"
    return Upload(given if given.lower().endswith(".txt") else f"{given}.txt", data)


def _name(given: str) -> str:
    """The name of a file without any path."""
    name = PurePosixPath(given.replace("\\", "/")).name
    if name in ("", ".", "..") or not name.isprintable() or len(name) > LONGEST_NAME:
        raise Problem("invalid", f"Every file has a name, of at most {LONGEST_NAME} characters.")
    return name


def _too_many() -> Problem:
    return Problem("invalid", f"At most {MOST_ADDRESSES} addresses are loaded at a time.")


def _addresses(given: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(one for one in given if one))
    if len(found) > MOST_ADDRESSES:
        raise _too_many()
    for one in found:
        if not is_address(one) or len(one) > LONGEST_ADDRESS or not one.isprintable():
            raise Problem("invalid", "An address begins with http:// or https:// and has at most 2000 characters.")
    return found
