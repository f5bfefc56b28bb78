"""Plain text: the file exactly as decoded. A web page saved as text keeps its menus; only its title is picked out."""

from __future__ import annotations

from typing import Final

from loaders.sources.formats import Content, Format
from loaders.sources.headings import published_in, title_of
from loaders.text import decode


def read(data: bytes) -> Content:
    """The text of a plain file; raises SourceError where the bytes are no text."""
    decoded = decode(data)
    return Content(
        content=decoded.content,
        media_type="text/plain",
        encoding=decoded.encoding,
        title=title_of(decoded.content),
        published=published_in(decoded.content),
        notes=decoded.notes,
    )


def sniff(head: bytes) -> bool:
    """Never by its bytes: text is what no other kind claims."""
    return not head


FORMAT: Final = Format("text", frozenset({".txt", ".text", ".md"}), sniff, read)
