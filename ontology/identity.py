"""Every IRI that phahe writes, minted from content alone: the same thing has the same name on every machine.

Names are ASCII. What a name does not keep apart, identity does not keep apart: case, accents, `Đ` and `D`, kinds of
dash and slash, spaces, leading zeros. A part that is not known is written `_`; a document that is known only as one
source names it carries `~` and a digest of that naming, so that it can never pass for the document itself.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from ontology.model import Value
from ontology.namespaces import ID

UNKNOWN: Final = "_"

LINEAGE: Final = ID + "graph/lineage"
REGISTER: Final = ID + "graph/register"
REVIEW: Final = ID + "graph/review"
LOG: Final = ID + "graph/log"

# Cyrillic and Greek letters that print like Latin ones and slip into numbers typed on a wrong keyboard.
LOOKALIKES: Final = str.maketrans("АВЕКМНОРСТУХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXaeopcyxijsABEZHIKMNOPTYXo")
MARKS: Final = dict.fromkeys((*range(0x0300, 0x0370), 0xAD, 0x200B, 0x200C, 0x200D))
NUMBER: Final = re.compile(
    r"\D*?0*(\d+)\s*([A-Za-z]{0,3}(?![A-Za-z]))?\s*(?:[-/.\s]\s*((?:19|20)\d\d)(?!\d))?(.*)", re.DOTALL
)


class Number(Value, frozen=True, gc=False):
    """A document number taken apart: `30a/2020/NĐ-CP` is count `30`, letter `a`, year 2020, symbol `nd-cp`."""

    count: str
    letter: str = ""
    year: int | None = None
    symbol: str = ""

    @property
    def slug(self) -> str:
        """The number as it stands in IRIs: `30a-2020-nd-cp`."""
        parts = (self.count + self.letter, str(self.year) if self.year else "", self.symbol)
        return "-".join(part for part in parts if part)

    def core(self, code: str) -> str:
        """The number without the letters of its own type `code`, which are at times left out where it holds its year.

        >>> Number("6", "", 2013, "pl-ubtvqh13").core("PL"), Number("6", "", 2013, "ubtvqh13").core("PL")
        ('6-2013-ubtvqh13', '6-2013-ubtvqh13')
        """
        own = f"{slug(code)}-"
        if not self.year or not self.symbol.startswith(own):
            return self.slug
        return "-".join((self.count + self.letter, str(self.year), self.symbol.removeprefix(own)))


class Key(Value, frozen=True, gc=False):
    """What the identity of a document depends on. `period` is the year (`2019`) or the term (`khoa-x`).

    `naming` is the digest of how one source names the document, where that is all that is known of it.
    """

    type: str
    body: str | None = None
    period: str | None = None
    number: str | None = None
    naming: str | None = None


def fold(text: str) -> str:
    """`text` in lower-case ASCII letters without marks (`Đ` is `d`), everything else as it stands."""
    plain = unicodedata.normalize("NFD", text.translate(LOOKALIKES)).translate(MARKS)
    return unicodedata.normalize("NFKC", plain).casefold().replace("đ", "d")


def slug(text: str) -> str:
    """`text` as a path segment: folded, every run of other characters one hyphen; empty text gives `_`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-") or UNKNOWN


def number(text: str) -> Number | None:
    """The parts of a document number however it is printed, or None where `text` holds no digit.

    `TƯ` and `T.Ư` (the older spelling of the Central Committee's symbol) are `TW`: without its mark the first would be
    the symbol of a provincial committee.
    """
    central = re.sub(r"T\s?\.?\s?[ƯW]\.?(?!\w)", "TW", unicodedata.normalize("NFC", text.translate(LOOKALIKES)))
    match = NUMBER.match(fold(central))
    if match is None:
        return None
    count, letter, year, symbol = match.groups()
    folded = slug(symbol)
    return Number(count, letter or "", int(year) if year else None, "" if folded == UNKNOWN else folded)


def digest(*parts: object) -> str:
    """Twenty hexadecimal digits that stand for `parts`, in order, None and empty text kept apart."""
    data = "".join("-" if part is None else f"{len(str(part))}:{part}" for part in parts)
    return hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def document(key: Key) -> str:
    """The document with this identity: `.../id/doc/vn/bbt/kl/2019/49-kl-tw`."""
    segments = (slug(key.body or ""), slug(key.type), slug(key.period or ""), slug(key.number or ""))
    naming = f"~{key.naming}" if key.naming else ""
    return f"{ID}doc/vn/{'/'.join(segments)}{naming}"


def source(sha256: str) -> str:
    """The bytes with this hash."""
    return f"{ID}source/{sha256}"


def source_graph(sha256: str) -> str:
    """The graph of what one source says."""
    return f"{ID}graph/source/{sha256}"


def _counted(kind: str) -> Callable[..., str]:
    """Names by a digest of all that makes the thing what it is, in order."""

    def mint(*parts: object) -> str:
        return f"{ID}{kind}/{digest(*parts)}"

    return mint


def _filed(kind: str) -> Callable[[str], str]:
    """Names by the key under which a table, a log or a scheme has the thing."""

    def mint(key: str) -> str:
        return f"{ID}{kind}/{slug(key)}"

    return mint


evidence: Final = _counted("evidence")
"""One stretch of the text of a source: its hash, start and end."""
assertion: Final = _counted("assertion")
"""A source's stating of a claim: its hash, what it says, of what (as printed), and where; not which IRIs that means."""
activity: Final = _counted("activity")
"""An activity as one source tells of it: its hash, then what it says."""
obligation: Final = _counted("obligation")
"""An obligation as one source states it: its hash, then what it says."""
result: Final = _counted("result")
"""A reported figure as one source states it: its hash, then what it says."""
run: Final = _counted("run")
"""The reading of one source by one version of the extractor: its hash, the version."""
event: Final = _counted("event")
"""An entry of the log of what was done to the data: its number, act, time and sources."""

verdict: Final = _filed("verdict")
"""An entry of the log of verdicts."""
extractor: Final = _filed("extractor")
"""A version of the extractor."""
body: Final = _filed("body")
"""A body of the register."""
place: Final = _filed("place")
"""A place of the register."""
change: Final = _filed("change")
"""A change of bodies or places (a merger, a renaming) of the register."""
term: Final = _filed("term")
"""A term of a congress or assembly."""
document_type: Final = _filed("type")
"""The concept of a document type, by its code."""
kind: Final = _filed("kind")
"""The concept of a kind of activity."""


def reviewer(name: str) -> str:
    """A person who gives verdicts, by name."""
    return f"{ID}reviewer/{slug(name)}~{digest(name)}"


def named_body(sha256: str, name: str) -> str:
    """A body that the register does not hold, as one source names it."""
    return f"{ID}body/{UNKNOWN}/{slug(name)}~{digest(sha256, name)}"


def local(iri: str) -> str:
    """The path of one of our IRIs below `/id/`; raises ValueError for a foreign one."""
    if not iri.startswith(ID):
        raise ValueError(f"not one of ours: {iri!r}")
    return iri[len(ID) :]
