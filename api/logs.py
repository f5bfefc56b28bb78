"""The log of the server, on stderr: a line of JSON for programs, or of words for a person at a terminal.

Each line names the request it belongs to. No line holds a header, a query or a body; what looks like a key all the same
is made unreadable before it is written.
"""

from __future__ import annotations

import logging
import re
import sys
import time
from contextvars import ContextVar
from typing import Final

import msgspec

REQUEST: Final[ContextVar[str | None]] = ContextVar("phahe_request", default=None)
"""The id of the request that is being answered."""

LOG: Final = logging.getLogger("phahe.access")

SECRET: Final = re.compile(
    r"(?i)(bearer\s+|authorization\W+)[\w~+/.=-]{8,}|(phahe_)[\w-]{20,}|(?<![\w-])[\w-]{43}(?![\w-])"
)
"""What may be a secret: what follows its usual names, our keys, and 256 bits as sessions write them."""


class Line(logging.Formatter):
    """A record as a line of JSON: `time` (UTC), `level`, `logger`, `request`, `message`, and the parts of an answer."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the line."""
        line: dict[str, object] = {
            "time": f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(record.created))}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "request": REQUEST.get(),
            "message": concealed(record.getMessage()),
        }
        line |= getattr(record, "parts", {})
        if record.exc_info:
            line["error"] = concealed(self.formatException(record.exc_info))
        return msgspec.json.encode(line).decode()


class Words(logging.Formatter):
    """A record for a person: what happened, and the id of the request where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the line."""
        text = concealed(super().format(record))
        request = REQUEST.get()
        return f"{text} [{request}]" if request else text


def concealed(text: str) -> str:
    """`text` with everything that may be a secret taken out."""
    return SECRET.sub(lambda found: f"{found[1] or found[2] or ''}***", text)


def answered(method: str, path: str, status: int, seconds: float, size: int) -> None:
    """Log an answer, where answers are logged. Of the address only the path: the rest may be anything."""
    if LOG.isEnabledFor(logging.INFO):
        parts = {
            "method": method,
            "path": concealed(path),
            "status": status,
            "ms": round(seconds * 1000, 3),
            "bytes": size,
        }
        LOG.info("%s %s %d in %.1f ms", method, path, status, seconds * 1000, extra={"parts": parts})


def begin(level: str, form: str) -> None:
    """Log from now on what is of this level or above; `form` is `json`, `text`, or `auto` (text on a terminal)."""
    text = form == "text" or (form == "auto" and sys.stderr.isatty())
    handler = logging.StreamHandler()
    handler.setFormatter(Words("%(levelname)s: %(message)s") if text else Line())
    for name in ("phahe", "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level.upper())
    logging.getLogger("uvicorn").setLevel(max(logging.WARNING, logging.getLogger("phahe").level))
