"""The normal form that the grammar reads, with the way back to the text as it stands.

Composed letters (NFC), plain spaces and hyphens, one letter for look-alikes, nothing invisible, no page furniture
(heads of the Official Gazette, signature stamps, print footers), no words broken by spaces or run together, no spaces
that a tokenizer has put before its punctuation. Newlines stay; a text that a page has flattened to one line is broken
where its paragraphs begin. Where nothing has to be changed the form is the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from loaders.extraction import flattened, letters, oldwords
from loaders.extraction.broken import gaps
from loaders.extraction.letters import UNKNOWN, codes, strict
from loaders.extraction.lexicon import table
from ontology.model import Span, Value

_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_BREAKS: Final = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_LOOKALIKE: Final = dict(
    zip("АВСЕНІЈКМОРЅТХУасеіјорѕхуÐΑΒΕΗΙΚΜΝΟΡΤΧ", "ABCEHIJKMOPSTXYaceijopsxyĐABEHIKMNOPTX", strict=True)
)
_PLAIN: Final = dict.fromkeys(_SPACES, " ") | dict.fromkeys(_BREAKS, "\n") | dict.fromkeys(_DASHES, "-") | _LOOKALIKE
_SPECIAL: Final = re.compile(f"[{''.join(map(re.escape, _PLAIN))}]")
_INVISIBLE: Final = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u180e"
_MARKS: Final = "\u0300-\u036f"
_DIRT: Final = re.compile(f"[{_INVISIBLE}{_MARKS}]")
_UNCLEAN: Final = re.compile(f"[{_INVISIBLE}{_MARKS}{''.join(map(re.escape, _PLAIN))}]")
_HIDDEN: Final = re.compile(f"[{_INVISIBLE}]")
_PIECE: Final = re.compile(f"[^\\W\\d_][{_MARKS}{_INVISIBLE}]*[{_MARKS}]|[{_INVISIBLE}]+")
_TONES: Final = (
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"), ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"),
    ("oẽ", "õe"), ("oẹ", "ọe"), ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
)  # fmt: skip
_OLD_TONES: Final = tuple(
    (old, new, re.compile(rf"{old}(?<!q{old})(?!\w)" if old[0] == "u" else rf"{old}(?!\w)")) for old, new in _TONES
)
_OLD_TONE: Final = re.compile(r"[àáảãạèéẻẽẹỳýỷỹỵ](?!\w)(?:(?<=o.)|(?<=u.)(?<!qu.))")
_NO_WORD: Final = "".join(char for char in letters.whole("isprintable") if not char.isalnum() and char != "_") + "\n"
_OLD_KINDS: Final = letters.kinds("o", "u", "àáảãạèéẻẽẹỳýỷỹỵ", _NO_WORD, "q", unknown=4)
_Q: Final = 5
_LONG: Final = 1000
_APART: Final = 2
_SET_APART: Final = re.compile(r"(?<=[^\s.,;:(]) {1,3}(?=[,;:)](?:\s|$)|\.(?:\s|$))|(?<=[\s(]\() {1,3}(?=\S)")
_LINE_END: Final = re.compile(r"\n(?! *\n)")
_LINE_END_CODES: Final = re.compile(rb"\n(?! *\n)")


class Normal(Value, frozen=True, gc=False):
    """A normal form: its `content`, and where pieces of it stand in the original.

    `here[k]` is an offset of the normal form from which on it runs parallel to the original from `there[k]`. Both are
    empty where every code point keeps its place. `length` is that of the original.
    """

    content: str
    length: int
    here: tuple[int, ...] = ()
    there: tuple[int, ...] = ()

    def start(self, offset: int) -> int:
        """The original offset of the code point at `offset`."""
        if not self.here:
            return offset
        k = bisect_right(self.here, offset) - 1
        return min(self.there[k] + offset - self.here[k], self.length)

    def end(self, offset: int) -> int:
        """The original offset just after the code point before `offset` (with the marks composed into it)."""
        if not self.here:
            return offset
        if offset == 0:
            return 0
        k = bisect_right(self.here, offset - 1) - 1
        plain = self.there[k] + offset - self.here[k]
        if k + 1 < len(self.here) and self.here[k + 1] == offset and self._composed(k):
            return self.there[k + 1]
        return min(plain, self.length)

    def _composed(self, k: int) -> bool:
        """Whether piece `k` is one letter that several code points of the original were composed into."""
        return self.here[k + 1] - self.here[k] == 1 and self.there[k + 1] - self.there[k] > 1

    def span(self, span: Span) -> Span:
        """`span` of the normal form as a span of the original."""
        start = self.start(span.start)
        return Span(start, max(self.end(span.end), start))


_WIDEST: Final = 24
# `Cản cứ Luật A`: a scan has misread the word that begins the grounds; as long as the right one.
_MISREAD_GROUND: Final = re.compile(
    r"C(?!ăn cứ)(?<!\wC)[ăảâấàáã]n c[ứửừú]"
    r"(?= (?:vào |theo )?(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh|Nghị|Quyết|Thông|Chỉ thị|Điều))"
)
_OPENED: Final = re.compile(r"(?<=[ \n(])”(?=\w)")


def normal(text: str) -> Normal:
    """The normal form of `text`."""
    clean = UNKNOWN not in codes(text) or not _UNCLEAN.search(text)  # nothing unclean has a byte of its own
    content = text if clean else _plain(text)
    if " ”" in content:  # a quotation that opens with the closing mark
        content = _OPENED.sub("“", content)
    content = flattened.lines(_MISREAD_GROUND.sub("Căn cứ", content))
    cuts = _furniture(content) + gaps(content) + _spaced(content) + _loose(content) + flattened.words(content)
    cuts += oldwords.cuts(content)
    if not clean and UNKNOWN in codes(content) and _DIRT.search(content):
        cuts += [(m.start(), m.end(), _composed(m.group())) for m in _PIECE.finditer(content)]
    return _rebuilt(content, sorted(cuts)) if cuts else Normal(content, len(text))


def _plain(text: str) -> str:
    """`text` with plain spaces, breaks, hyphens and letters, one for one."""
    if _SPECIAL.search(text):
        for char in set(_SPECIAL.findall(text)):
            text = text.replace(char, _PLAIN[char])
    return text


@lru_cache(maxsize=1024)
def _composed(piece: str) -> str:
    """The letters that a letter with marks stands for; nothing for invisible characters alone."""
    return unicodedata.normalize("NFC", _HIDDEN.sub("", piece))


def _rebuilt(content: str, cuts: list[tuple[int, int, str]]) -> Normal:
    parts: list[str] = []
    here: list[int] = [0]
    there: list[int] = [0]
    done = size = 0
    for start, end, new in cuts:
        if start < done:
            continue
        parts += (content[done:start], new)
        size += start - done
        if new:
            here.append(size)
            there.append(start)
        size += len(new)
        here.append(size)
        there.append(end)
        done = end
    parts.append(content[done:])
    return Normal("".join(parts), len(content), tuple(here), tuple(there))


_FURNITURE: Final = tuple(
    (strict(row["probe"]), re.compile(row["pattern"], re.MULTILINE)) for row in table("furniture")
)


def _loose(content: str) -> list[tuple[int, int, str]]:
    """The spaces that end a line of words: a line break alone stands between two words, as one space would."""
    known = codes(content)
    found, place = [], known.find(b" \n")
    while place >= 0:
        start = place
        while start and place - start < _WIDEST and content[start - 1] == " ":
            start -= 1
        if start and place - start < _WIDEST and not content[start - 1].isspace():
            found.append((start, place + 1, ""))
        place = known.find(b" \n", place + 2)
    return found


def _furniture(content: str) -> list[tuple[int, int, str]]:
    """The stretches of `content` that belong to the page and not to the text."""
    found = []
    known = codes(content)
    for probe, pattern in _FURNITURE:
        if probe in known:
            found += [(m.start(), m.end(), "") for m in pattern.finditer(content)]
    return found


def _spaced(content: str) -> list[tuple[int, int, str]]:
    """The spaces before punctuation, where a tokenizer set it apart as it does words (`Bộ A , Bộ B tổ chức .`)."""
    known = codes(content)
    commas = known.count(b" , ")
    rare = not commas and b"," in known
    if (
        rare
        or 2 * commas < known.count(b",")
        or (commas < _APART and commas + known.count(b" ) ") + known.count(b" .") < _APART)
    ):
        return []
    return [(m.start(), m.end(), "") for m in _SET_APART.finditer(content)]


def fold(text: str) -> str:
    """The folded twin of a text (see `_fold`); the last long ones are remembered, as every stage asks for them."""
    return _fold(text) if len(text) < _LONG else _remembered(text)


def _folded(text: str) -> str:
    """The folded twin of a long text, told from its bytes where each of its characters has one."""
    low = letters.lower(text)
    if low is None or _may_be_old(low):
        return _fold(text)
    wide = b"\n\n" in low or b"\n " in low
    joined = _LINE_END_CODES.sub(b" ", low) if wide else low.replace(b"\n", b" ")
    folded = letters.printed(joined)
    letters.keep(folded, joined)
    return folded


def _may_be_old(low: bytes) -> bool:
    """Whether a text, in the bytes of small letters, holds a tone mark where the old spelling had it (`_OLD_TONE`)."""
    kind = (low + b" ").translate(_OLD_KINDS)
    place = kind.find(b"\2\3\4")
    while place > 0 and kind[place - 1] == _Q:
        place = kind.find(b"\2\3\4", place + 1)
    return place >= 0 or b"\1\3\4" in kind


def _fold(text: str) -> str:
    """`text` in lower case, tone marks where the new spelling has them, line breaks as spaces; of the same length.

    A line break before a blank line stays: a run of spaces never leads from one paragraph to the next.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    if _OLD_TONE.search(low):
        old_tones = {low[m.start() - 1 : m.end()] for m in _OLD_TONE.finditer(low)}
        old_tones.add(low[:2])
        for old, new, pattern in _OLD_TONES:
            low = pattern.sub(new, low) if old in old_tones else low
    return _joined(low)


def _joined(low: str) -> str:
    if "\n\n" in low or "\n " in low:  # a blank line may follow
        return _LINE_END.sub(" ", low)
    return low.replace("\n", " ")


_remembered: Final = lru_cache(maxsize=4)(_folded)
