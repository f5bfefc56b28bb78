"""What is due as a calendar file (iCalendar, RFC 5545): an all-day event for each duty and day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from graph.audit_values import Deadlines, Duty, Task
from ontology import identity

WIDTH = 75
"""The most octets of a line of iCalendar."""


def calendar(found: Deadlines) -> bytes:
    """The calendar of what is due by a policy. Its stamp is the day asked about, so that it can be made again."""
    stamp = f"{found.day.replace('-', '')}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//phahe//audit//VI",
        f"X-WR-CALNAME:{_text(found.policy.label)}",
    ]
    for duty, task in zip(found.duties, found.tasks, strict=True):
        if duty.due:
            lines += _event(duty, task, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(duty: Duty, task: Task, stamp: str) -> Iterator[str]:
    day = str(duty.due)
    after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    counts = ", ".join(f"{name} {count}" for name, count in task.counts.items())
    documents = ", ".join(node.label for node in duty.documents)
    quote = " ".join(duty.evidence.exact.split())
    yield "BEGIN:VEVENT"
    yield f"UID:{identity.digest(duty.iri, duty.due)}@phahe"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{day.replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{after.replace('-', '')}"
    yield f"SUMMARY:{_text(f'{duty.who or documents}: {duty.what}')}"
    yield f"DESCRIPTION:{_text(f'{documents}. «{quote}» {task.word} ({counts})')}"
    yield f"URL:{duty.evidence.iri}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """A text as RFC 5545 has it."""
    plain = "".join(mark for mark in " ".join(value.split()) if mark.isprintable())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> bytes:
    """A line cut into pieces of at most `WIDTH` octets, never inside a character."""
    pieces: list[bytes] = []
    piece = b""
    for mark in line:
        octets = mark.encode()
        if len(piece) + len(octets) > WIDTH - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
