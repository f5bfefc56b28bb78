"""The instrument that a page tells of: whose issue it reports, what its sentences say of it and in its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import alternatives, table
from loaders.extraction.normal import fold
from loaders.extraction.reading import Link
from loaders.extraction.typenames import INSTRUMENT, code_of

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.tokens import Token

_NEAR: Final = 700
_SAYS: Final = deferred(
    rf"\W*(?P<word>{alternatives(row['word'] for row in table('types'))}) (?:cũng )?(?P<verb>nêu|chỉ rõ|yêu cầu"
    rf"|khẳng định|nhấn mạnh|quy định|xác định)(?!\w)"
)
_ORDERS: Final = (
    r"(?<!hành )(?<!ra )(?<!ký )(?<!có )(?<!tại )(?<!theo )(?<!trong )(?<!của )chỉ thị|yêu cầu|giao|chỉ đạo"
)
_SO: Final = deferred(r"\W*theo đó(?!\w)")
_SO_WHO: Final = deferred(  # `Theo đó, Sở GD&ĐT yêu cầu`: by the letters of its name, or by what the name begins with
    r"\W*theo đó,? (?P<body>\w+ (?P<letters>[^\W\d]{2,4}&[^\W\d]{2,4})|[^,;:.]{4,60}?)"
    rf" (?:{_ORDERS})(?!\w)"
)
_LETTERS: Final = deferred(r"(?P<words>.{4,60}?) ?\((?P<letters>[^()\s]{2,12})\)(?P<rest>.{0,40})")
_AS_SAID: Final = deferred(
    r"(?<!\w)(?<!đã )(?:thực hiện|áp dụng)(?: (?!đã(?!\w))[^\W\d]+){1,12} theo(?: đúng)?(?: các)? $"
)
# What those who are addressed are to do, as the page tells it: `Theo đó, các sở tiếp tục thực hiện (D)`.
_SO_DOES: Final = deferred(
    r"\W*theo đó,? (?:(?:các|sở|ubnd|ủy ban|thủ trưởng|chủ tịch|những)(?!\w)[^;:.]{2,200}? )?"
    r"(?:tiếp tục|chủ động|tập trung|nghiêm túc|khẩn trương|tăng cường|triển khai|tổ chức|thực hiện|rà soát|cần|phải"
    r"|có trách nhiệm|chịu trách nhiệm|căn cứ|đẩy mạnh)(?!\w)"
    r"(?:(?! (?:đã|vừa|đang|được|sẽ|số|cho biết|cho rằng|phát biểu)(?!\w))[^;:.]){0,200}"
)
_TOPICAL: Final = deferred(r"\W*(?:theo đó|kế hoạch|chương trình|chỉ thị|kết luận|nghị quyết)(?!\w)")
_FOR: Final = deferred(
    rf"\W*(?:(?:với )?(?:mục đích|mục tiêu) (?:chung )?(?:của )?(?:việc ban hành )?)?"
    rf"(?P<word>{INSTRUMENT})(?: (?:này|trên))?(?: được (?:ban hành|xây dựng)| đề ra)?"
    r"(?: (?:nhằm|để|là|với mục đích|có mục tiêu))+(?: [^.:“”\"]{3,900}?[ ,;](?:góp phần|hướng tới|tiến tới))?"
    r"(?: tiếp tục| tổ chức| kịp thời)? "
)
# `Đây là sự (thể chế hóa D)`, `Đây là văn bản nhằm (cụ thể hóa D)`: what the sentence before has told of.
_THIS: Final = deferred(
    r"\W*đây (?:chính |cũng |được xem |được coi )?là (?:một )?"
    r"(?:sự(?! kiện)|văn bản|nghị quyết|nghị định|quyết định|chính sách|luật)"
    r"(?: (?!(?:khi|lúc|chưa|không|riêng|khó|của (?:ông|bà|anh|chị|tôi|chúng))(?!\w))[^\s;:.]+){0,18}?\s*"
)
_BODY: Final = r"(?:ban bí thư|bộ chính trị|thường trực|ban thường vụ)"
_LEVEL: Final = deferred(
    r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)"
    r"|thủ tướng(?= chính phủ)"
)
_IMPERATIVE: Final = deferred(
    r"\W*(?:(?:đồng thời|bên cạnh đó|ngoài ra|cùng với đó|song song đó),? )?(?:tiếp tục|tăng cường|chủ động|đẩy mạnh"
    r"|tập trung|khẩn trương|rà soát|thực hiện|triển khai|tổ chức|bảo đảm|đảm bảo|nghiêm túc|kịp thời|phối hợp|xây dựng"
    r"|nâng cao|quán triệt|chỉ đạo|kiểm tra|nghiên cứu|xử lý|thường xuyên|tuyên truyền|phổ biến)(?!\w)"
)
_GIVEN: Final = ("như sau:", "sau đây:", "như sau", "nội dung sau:")
_VERBS: Final = ("ban hành", "ra", "có", "ký", "đã thông qua", "vừa thông qua")
_LEDE: Final = deferred(r"(?:ban hành|(?:đã|vừa) thông qua|(?<!\w)ra|(?<!\w)có|(?<!\w)ký)$")


class Topic:
    """What the sentences of one block say of the page's instrument; which one it is, `reading` knows."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.fold = reading.fold
        self.speaker: Link | None = None  # the instrument that speaks in the sentence: `Chỉ thị nêu rõ`

    def tells(self, node: int, at: int, *, alone: bool) -> None:
        """Note the instrument that the page is about: the first whose issue it reports."""
        reading = self.reading
        if (
            reading.topic is None
            and reading.own is None
            and alone
            and node not in reading.plans
            and (lede := self.fold[max(0, at - 30) : at].rstrip()).endswith(_VERBS)
            and _LEDE.search(lede)
        ):
            reading.topic, reading.topic_at = node, at

    def reported(self, sentence: int, actor: tuple[int, int]) -> int | None:
        """The instrument whose content a sentence tells, that begins with `Theo đó` or goes on after `như sau:`."""
        topic = self.reading.topic
        if topic is None or _SO.match(self.fold, sentence):
            return topic
        line = self.reading.text.find("\n", self.reading.topic_at)
        given = 0 <= line <= sentence and self.fold[self.reading.topic_at : line].rstrip().endswith(_GIVEN)
        issuer = self.reading.grouping.documents[topic].issuer
        return topic if given and issuer is not None and fold(issuer) == self.fold[slice(*actor)].strip() else None

    def goes_on(self, sentence: int, start: int) -> int | None:
        """The instrument whose content the page tells, where the sentence goes on telling it."""
        return self.reading.topic if _TOPICAL.match(self.fold, sentence, start) else None

    def aimed(self, sentence: int, start: int) -> int | None:
        """The page's instrument, where a sentence says what it is for: `Chương trình hành động nhằm cụ thể hóa D`."""
        topic = self.reading.topic
        if (
            topic is not None
            and self.fold.find("đây ", sentence, start) >= 0
            and _THIS.fullmatch(self.fold, sentence, start)
        ):
            return topic
        match = None if topic is None else _FOR.fullmatch(self.fold, sentence, start)
        return topic if topic is not None and match and code_of(match["word"]) == self.reading.type_of(topic) else None

    def speaks(self, node: int, token: Token) -> None:
        """`Chỉ thị nêu rõ`: what the sentence names, it names in that instrument's words.

        An instrument that the sentence names by its number is another: it is spoken of.
        """
        references, place = self.reading.references, token.place + 1
        stop = self.fold.find(". ", token.end, token.end + _NEAR)
        while place < len(references) and references[place].start < (stop if stop >= 0 else token.end + _NEAR):
            if references[place].number is not None and self.reading.node(place) == node:
                return
            place += 1
        self.speaker = Link(node, "cites", "speech", self.fold[token.start : token.end], token.end)

    def speech(self, sentence: int, at: int) -> Link | None:
        """What a document is told of that the page's instrument itself names, in its words or its issuer's order."""
        if self.speaker is not None:
            return self.speaker
        topic = self.reading.topic
        said = _SAYS.match(self.fold, sentence, at)
        if topic is not None and said is not None and code_of(said["word"]) == self.reading.type_of(topic):
            return Link(topic, "cites", "speech", said["verb"], at)
        as_said = _SO.match(self.fold, sentence) and _AS_SAID.search(self.fold, sentence, at)
        if topic is not None and (as_said or _SO_DOES.fullmatch(self.fold, sentence, at)):
            return Link(topic, "cites", "speech", "theo" if as_said else "theo đó", at)
        issuer = None if topic is None else self.reading.grouping.documents[topic].issuer
        if topic is None or issuer is None:
            return None
        sentence = max(sentence, at - _NEAR)
        name = fold(issuer)
        short = _LEVEL.match(name)  # `UBND tỉnh` of `UBND tỉnh Long Hà`
        name = short.group() if short else name.removeprefix("thường trực ")
        so, names = _SO_WHO.match(self.fold, sentence, at), _names(name)
        if so is not None and (so["letters"] or any(known.startswith(so["body"]) for known in names)):
            same = so["body"].split()[0] == name.split()[0]
            return Link(topic, "cites", "speech", "theo đó", at) if same else None
        given = self._order(names, sentence, at)
        if given is None and _IMPERATIVE.match(self.fold, sentence, at):  # one more of its orders
            given = self._order(names, max(self.reading.topic_at, sentence - _NEAR), sentence)
        return Link(topic, "cites", "speech", given.group()[-12:].strip(), at) if given else None

    def _order(self, names: tuple[str, ...], start: int, end: int) -> re.Match[str] | None:
        """The order that the body of these names gives between `start` and `end`."""
        found = ((name, self.fold.find(name, start, end)) for name in names)
        orders = (_order_of(name).search(self.fold, place, end) for name, place in found if place >= 0)
        return next((order for order in orders if order), None)


def _names(name: str) -> tuple[str, ...]:
    """What a body is called later on: `sở giáo dục & đào tạo (gd&đt)` is `sở gd&đt` too."""
    match = _LETTERS.fullmatch(name)
    if match is None:
        return (name,)
    head = match["words"].split()[0]
    short = (match["letters"], f"{head} {match['letters']}")
    return (match["words"] + match["rest"], *(letters + match["rest"] for letters in short))


@lru_cache(maxsize=256)
def _order_of(name: str) -> re.Pattern[str]:
    """What says that the body `name` gives an order; its first letter stands in front: `re` seeks that alone."""
    first, rest = re.escape(name[:1]), re.escape(name[1:])
    return re.compile(rf"{first}(?<!\w{first}){rest}(?:, {_BODY})?[^;.,]{{0,30}}\s(?:{_ORDERS})(?!\w)")
