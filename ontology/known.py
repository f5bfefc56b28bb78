"""What a register knows of documents by name: terms, plenums, well-known documents and laws."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from ontology.folding import folded, tokens
from ontology.identity import number as parsed
from ontology.model import Value

LAWS: Final = {tokens("Bộ luật"): "BL", tokens("Luật"): "L", tokens("Pháp lệnh"): "PL", tokens("Hiến pháp"): "HP"}
YEAR: Final = tokens("năm")
STATE: Final = tokens("nước")


class Term(Value, frozen=True, gc=False):
    """A term (`khóa`) of the Central Committee (`bchtw`), the National Assembly (`qh`), or a congress (`dh-dang`)."""

    id: str
    body: str
    roman: str
    start: str
    end: str | None = None
    source: str = ""
    sure: bool = True


class Plenum(Value, frozen=True, gc=False):
    """A sitting of the Central Committee. `ordinal` is `8`, `6-2` (second sitting) or `bt-1` (extraordinary)."""

    id: str
    term: str
    ordinal: str
    start: str
    end: str | None = None
    source: str = ""
    sure: bool = True


class KnownDocument(Value, frozen=True, gc=False):
    """A document that the register knows. `issuers` are ids of bodies (two for a joint one).

    `number` is empty for a constitution, which is known by its year. Where `sure` is false number and date rest on no
    text that was read: such a row may forbid a guess, and never supports one.
    """

    type: str
    number: str
    date: str
    issuers: tuple[str, ...] = ()
    term: str | None = None
    plenum: str | None = None
    title: str | None = None
    source: str = ""
    sure: bool = True


class Archive:
    """Known documents, found by number, by plenum or by name."""

    def __init__(self, documents: Iterable[KnownDocument]) -> None:
        self.documents = tuple(documents)
        self._counted: dict[tuple[str, str], list[KnownDocument]] = defaultdict(list)
        self._adopted: dict[str, list[KnownDocument]] = defaultdict(list)
        self._titled: dict[tuple[str, str], list[KnownDocument]] = defaultdict(list)
        for document in self.documents:
            self._file(document)

    def _file(self, document: KnownDocument) -> None:
        parts = parsed(document.number)
        if parts:
            self._counted[document.type, parts.count + parts.letter].append(document)
        if document.plenum:
            self._adopted[document.plenum].append(document)
        if document.type in LAWS.values():
            self._titled[document.type, folded(document.title or "")].append(document)

    def numbered(self, code: str, number: str) -> list[KnownDocument]:
        """Documents of a type under a number, by day. Parts that `number` leaves out (`37`) are left open."""
        asked = parsed(number)
        if asked is None:
            return []
        found = []
        for document in self._counted.get((code, asked.count + asked.letter), []):
            held = parsed(document.number)
            if held and asked.symbol in ("", held.symbol) and asked.year in (None, held.year):
                found.append(document)
        return found

    def adopted(self, plenum: str) -> list[KnownDocument]:
        """Documents that a plenum (`xi-8`) adopted, by day."""
        return list(self._adopted.get(plenum, []))

    def named(self, name: str, date: str | None = None) -> list[KnownDocument]:
        """Laws, codes, ordinances and constitutions of a name (`Luật Đất đai`, `Bộ luật Dân sự năm 2015`), by day.

        With the day of the text that names it, only the last one made by then.
        """
        words = tuple(word for word in tokens(name) if word != ",")
        head = next((form for form in LAWS if words[: len(form)] == form), None)
        if head is None:
            return []
        title, year = _cut_year(words[len(head) :])
        if LAWS[head] == "HP" and title[:1] == STATE:
            title = ()
        found = [d for d in self._titled.get((LAWS[head], " ".join(title)), []) if d.date.startswith(year)]
        made = [d for d in found if date is None or d.date[: len(date)] <= date]
        return made if date is None else made[-1:]


def _cut_year(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """A name without the year at its end, and that year or an empty string."""
    if not words or not (words[-1].isdigit() and len(words[-1]) == 4):
        return words, ""
    rest = words[:-1]
    return (rest[: -len(YEAR)] if rest[-len(YEAR) :] == YEAR else rest), words[-1]
