"""The adjunct that opens a sentence (`Thực hiện D, ...`, `Căn cứ D, ...`), and the main clause that does what it says.

Read are the words before the verb or the document that opens a sentence, and those of the clause after it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from loaders.extraction import activities, deeds, moods, typewords
from loaders.extraction.deferred import deferred
from loaders.extraction.reading import Link

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.tokens import Token

_NEAR, _FAR = 700, 1_500
_SOON: Final = 40
FRONT: Final = -1
"""Head of what a fronted adjunct says, until the main clause names who does it."""
_BEGINS: Final = deferred(
    r"(?:[\W]*[^\W\d_]{2,14}(?:\.vn)?(?: [^\W\d_]{2,8}){0,2} ?\)? ?[-–] )?"
    r"[\W\d]*(?:(?:trong )?(?:những|các|mấy|\d+|thời gian|vừa)[\w ]{0,16} (?:qua|gần đây)\s*,\s*(?!việc))?"
    r"(?:(?:vào |trong )?(?:sáng|chiều|tối)?\s*ngày [\d/.-]{3,10}(?: năm \d{4})?\s*,\s*)?"
    r"(?:(?:theo đó|đồng thời|bên cạnh đó|ngoài ra|cụ thể|trước đó),?\s+)?(?:(?:để|nhằm|với mục đích)\s+)?"
    r"(?:(?:nghiêm túc|tích cực|chủ động|kịp thời|khẩn trương)\s+)?"
    r"(?:(?:tiếp tục|tổ chức|trên cơ sở|trong|quán triệt(?: sâu sắc)?(?:,| và))\s+)?(?:việc\s+|quá trình\s+)?"
)
_OPENS: Final = deferred(  # behind who tells it
    r"(?:[\W\d]*(?:theo (?:báo cáo|thông tin|đánh giá)[^.;:,]{0,80},|"
    r"[^.;:]{2,120}? (?:cho thấy|cho biết|khẳng định|nêu rõ)(?: rằng)?[,:])\s+)?" + _BEGINS.pattern
)
# The last words of both; else a mark or a figure stands before the verb.
_FRONT_ENDS: Final = (
    *("đó", "thời", "ra", "thể", "để", "nhằm", "đích", "túc", "cực", "động", "trương", "tục", "chức", "sở", "trong"),
    *("và", "việc", "trình", "đấu", "phần", "tâm"),
)
_TELLING: Final = ("theo ", "cho thấy", "cho biết", "khẳng định", "nêu rõ")
_PROLONGS: Final = deferred(r"(?<!\w)(?:để|nhằm|mục đích)\s+tiếp tục\s")
_ADJUNCT: Final = deferred(
    r"\W*(?:kỷ niệm|chào mừng|hưởng ứng|nhân dịp|nhằm|để|trên cơ sở|căn cứ|trước (?:tình hình|thực trạng|yêu cầu)"
    r"|xuất phát từ|xác định|nhận thức)(?!\w)[^;.]*,\W*(?:đồng thời\s+)?"
    r"(?:(?:phấn đấu|góp phần|quyết tâm)\s+)?"
)
_GROUND: Final = deferred(
    r"\W*(?:để|nhằm|thực hiện|triển khai) [^;:.,]{5,200}? theo (?:ý kiến |tinh thần )?(?:chỉ đạo|yêu cầu|đề nghị)"
    r"(?: của [^;:.,]{2,80})? tại\s*|"
    r"[\W\d]*(?:(?:để|nhằm) [^;:.]{5,160}, )?(?:căn cứ|trên cơ sở)(?: vào| theo)?"
    r"(?: (?:các )?(?:quy định|nội dung) (?:của|tại))?\s*"
)
_ISSUES: Final = deferred(
    r"(?:ban hành|r(?<!\wr)a|c(?<!\wc)ó|k(?<!\wk)ý|xây dựng|công bố|phê duyệt|thông qua)(?: (?:một số"
    r"|các) [\w ]{3,30}, (?:trong đó )?có| (?:chương trình|kế hoạch|hướng dẫn|đề án)(?: [\w,]+){0,12} \()?\s*$"
)
_PUTS_OUT: Final = deferred(
    r"(?<!\w)(?:ban hành|ra|ký|ký kết|(?:đã|vừa|mới|biểu quyết|thống nhất) thông qua|(?:đã|vừa|mới|ký) phê duyệt)\s*$"
)
_SENDS: Final = deferred(r"(?<!\w)(?:có|gửi)\s*$")  # `đã có Công văn gửi các sở về việc X`
_SENT: Final = frozenset({"CV", "CĐ"})
_DRAWS_UP: Final = deferred(r"(?<!\w)(?:đã|vừa) (?:kịp thời |chủ động )?xây dựng\s*$")  # `đã xây dựng Đề án “X”`
_REPLIES: Final = deferred(
    r",\s*[^,;:.]{3,120} (?:báo cáo|thông báo|kính trình|phúc đáp|trả lời|đánh giá)(?!\w)"
    r"[^;.]{0,120}(?:sau|sau đây)\s*[:.]?\s*$"
)
# What a document of the adjunct lays on somebody: `trong đó giao Sở Y tế lập kế hoạch`.
_WHEREIN: Final = deferred(
    r",\s*(?:trong đó(?: có)? (?:giao|yêu cầu|đề nghị|phân công|chỉ đạo)|(?:giao|phân công) \w)[^;.]*"
)
_CLAUSE: Final = deferred(r",\s*(?!(?:\w+ )?(?:nhiệm kỳ|khóa|giai đoạn) )[^\W\d][^,;]{20,}")


_TOLD: Final = r"(?:cho biết|cho thấy|cho hay|khẳng định|nêu rõ|đánh giá|thông tin|nhấn mạnh|nhìn nhận)(?: rằng)?[,:]? "
_YEARS: Final = (
    r"(?:trải qua|qua|sau|trong(?: suốt)?|suốt)(?: (?:hơn|gần|suốt|chặng đường))? (?:\d{1,2}|một|hai|ba|bốn"
    r"|năm|sáu|bảy|tám|chín"
    r"|mười|nhiều|những|các|thời gian|quá trình|giai đoạn)(?: (?:năm|tháng|tuần|ngày|nhiệm kỳ|qua|đầu))*"
)
_BESIDES: Final = (
    r"(?:cùng với|song song với|bên cạnh|đồng thời với|ngoài) (?:việc|công tác)|(?:ngay )?sau khi(?: được)?"
    r"|nhờ(?: (?:có|việc|biết))?|(?:với|bằng|thông qua) việc"
)
_AHEAD: Final = (
    r"là (?:một trong (?:những |số )?)?(?:các )?(?:địa phương|đơn vị|ngành|tỉnh|huyện|xã|bộ"
    r"|trường)[^;:.,]{0,60}? (?:trong|về)"
)
_WITH_BODY: Final = deferred(
    rf"(?:(?:^|[,:–-] |\n|{_TOLD})\W*|^[^;:.,]{{0,40}}\) ?[-–]? ?)(?:theo đó, |đến nay, |cụ thể, )?(?:{_YEARS}"
    rf"|{_BESIDES}|{_AHEAD})"
    r"(?:,? (?:triển khai|tổ chức|lãnh đạo|chỉ đạo|quán triệt|học tập|nghiên cứu|nghiêm túc|kiên trì|tích cực"
    r"|và|việc|công tác))*\s*$"
)
# The last words that it may end with: it is looked for nowhere else.
_WITH_BODY_ENDS: Final = (
    *("khai", "chức", "đạo", "quán triệt", "học tập", "cứu", "túc", "trì", "cực", "và", "việc", "tác"),
    *("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nhiều", "những", "các"),
    *(
        "gian",
        "trình",
        "đoạn",
        "tháng",
        "tuần",
        "ngày",
        "kỳ",
        "qua",
        "đầu",
        "khi",
        "được",
        "trong",
        "về",
        "nhờ",
        "có",
        "biết",
    ),
    *"0123456789",
)
"""What stands beside the main clause and has its subject: `Qua 5 năm thực hiện D, BODY đã ...`."""
_BARE: Final = deferred(r"(?:toàn )?(?:tỉnh|huyện|xã|phường|thành phố|thị xã|quận|ngành|đơn vị|địa phương|sở) đã(?!\w)")
_REPORT_OF: Final = deferred(
    r"\s*theo (?:báo cáo|đánh giá|thông tin|số liệu|thống kê) (?:của|từ) (?P<actor>[^;:.,]{4,80}),"
)
_CLOSE: Final = 40
_TO_COME: Final = deferred(  # what is yet to be done: `Sở Y tế sẽ (tổ chức)`, `thời gian tới, X (tập trung)`
    r"(?: (?:sẽ|dự kiến|cần(?! thơ| giờ| giuộc| đước)|phải|chưa|không(?! ngừng| những| chỉ)"
    r"|chuẩn bị|phấn đấu|quyết tâm)"
    r"(?: [^\W\d_]+){0,4}\s*$)|(?:thời gian tới|sắp tới|tới đây|năm tới|tháng tới|giai đoạn tới),? $"
)
_FOLLOWS: Final = deferred(r"(?P<done>(?<!\w)đã(?!\w))|,\s+")


class Adjuncts:
    """The adjuncts of one block's sentences, with the documents in them whose main clause is yet to come."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.fold = reading.fold
        self.fronted: list[tuple[int, int, Link]] = reading.carried
        self.lent: list[tuple[int, int, Link]] = []  # of adjuncts that have the subject of the main clause
        self.settled = False  # whether some document or body has taken what the adjunct says

    def fronts(self, sentence: int, token: Token) -> bool:
        """Whether the verb at `token` opens its sentence: `Thực hiện D, ...`, `Để triển khai D, ...`."""
        lead = self.fold[sentence : token.start]
        last = lead.rstrip()
        if len(lead) >= _NEAR or (last and last[-1].isalpha() and not last.endswith(_FRONT_ENDS)):
            return False
        opens = _OPENS if any(word in lead for word in _TELLING) else _BEGINS
        return bool(opens.fullmatch(lead) or _ADJUNCT.fullmatch(lead))

    def prolongs(self, sentence: int, token: Token) -> bool:
        """Whether the adjunct in front says that its document goes on: `Để tiếp tục thực hiện D, ...`."""
        return _PROLONGS.search(self.fold, max(sentence, token.start - _NEAR), token.start) is not None

    def grounded(self, sentence: int, at: int) -> bool:
        """Whether the document at `at` is the ground that a sentence opens with: `Căn cứ D, X ban hành E`."""
        near = self.reading.own is None and at - sentence < _NEAR
        return near and _GROUND.fullmatch(self.fold, sentence, at) is not None

    def bare(self, token: Token) -> None:
        """`Để triển khai chỉ thị, ...`: a bare type word in the adjunct is the last document of its type."""
        named = typewords.fronted(self.reading, token.start, token.end)
        if named is not None:
            said = self.fold[token.start : token.end]
            self.fronted.append((*named, Link(FRONT, "implements", "front", said, token.end)))

    def bare_beside(self, token: Token) -> None:
        """`Sau 3 năm thực hiện nghị quyết, BODY đã ...`: a bare type word there, the last document of its type."""
        assert token.cue is not None
        named = typewords.fronted(self.reading, token.start, token.end)
        if named is not None:
            self.lent.append((*named, Link(FRONT, token.cue.predicate, "span", token.cue.words, token.end)))

    def beside(self, start: int, token: Token) -> bool:
        """Whether the verb at `token` stands in an adjunct with the main clause's subject: `Qua 5 năm thực hiện D`."""
        if self.reading.own is not None or self.reading.asked:
            return False
        left = self.fold[max(start, token.start - _NEAR) : token.start]
        return left.rstrip().endswith(_WITH_BODY_ENDS) and _WITH_BODY.search(left) is not None

    def shared(self, start: int, end: int) -> tuple[int, int] | None:
        """The body that the main clause behind an adjunct, which ends about `start`, says to have done something."""
        for comma in _FOLLOWS.finditer(self.fold, start, min(end, start + _NEAR)):
            actor = deeds.doing(self.fold, comma.end(), end) or self._reported(start, comma.end(), end)
            if actor is not None or comma["done"]:
                return actor
        return None

    def _reported(self, start: int, clause: int, end: int) -> tuple[int, int] | None:
        """`Theo báo cáo của Huyện ủy A, sau 3 năm thực hiện D, huyện đã ...`: who reports is who has done it."""
        if _BARE.match(self.fold, clause, min(end, clause + _CLOSE)) is None:
            return None
        low = max(0, start - _FAR)
        sentence = max(self.fold.rfind(". ", low, start), self.fold.rfind("\n", low, start), low - 1) + 1
        by = _REPORT_OF.match(self.fold, sentence, start)
        return by.span("actor") if by and deeds.body(by["actor"]) else None

    def issued(self, at: int, last: int) -> bool:
        """Whether the document at `at` is what the main clause after an adjunct issues."""
        named = self.fold.endswith("(", 0, at)  # `ban hành Kế hoạch hành động của ngành (Kế hoạch số 5/KH-SYT)`
        return bool(self.fronted) and bool(_ISSUES.search(self.fold[max(0 if named else last, at - 140) : at]))

    def announces(self, index: int, at: int) -> bool:
        """`Thực hiện D, BODY ban hành Kế hoạch X`: an instrument without a number, named by more than D itself."""
        reference = self.reading.references[index]
        if self.reading.own is not None or not self.fronted or not self.reading.text[reference.start].isupper():
            return False
        adjunct = min(at, self.reading.references[self.fronted[-1][0]].stop)
        if at - adjunct > _NEAR or moods.has(self.fold, adjunct, at, moods.UNDONE):
            return False
        inner = range(index + 1, bisect_left(self.reading.starts, reference.stop))
        known = {node for _, node, _ in self.fronted}
        low, quoted = max(0, at - 24), "“" in self.reading.text[reference.start : reference.stop]
        sent = reference.type in _SENT and _SENDS.search(self.fold, low, at)
        puts_out = _PUTS_OUT.search(self.fold, low, at) or sent or (quoted and _DRAWS_UP.search(self.fold, low, at))
        return bool(puts_out) and not any(self.reading.node(i) in known for i in inner)

    def main(self, sentence: int, end: int, *, told: bool = False) -> tuple[int, int] | None:
        """The body that acts in the main clause after the adjunct of this sentence, or after one carried over.

        `told` says that to report, to inform or to reply is an act as well: an instrument's own.
        """
        references = self.reading.references
        start = sentence
        for i, _, link in reversed(self.fronted):
            reference = references[i]
            if reference.start < sentence and link.at < sentence:
                break  # those before it were read before this sentence too
            if sentence <= reference.start < end and reference.end > start:
                start = reference.end
        return activities.actor_of(self.fold, start, min(end, start + _FAR), self.reading.text, told=told)

    def begin(self, sentence: int) -> int:
        """Where the words behind the adjunct in front begin, in the sentence that begins at `sentence`."""
        stops = (max(r.end, r.head_stop) for r in (self.reading.references[i] for i, _, _ in self.fronted))
        return max(sentence, max(stops, default=sentence))

    def to_come(self, sentence: int, actor: tuple[int, int]) -> bool:
        """Whether the body of a main clause is told to be about to act, and has not acted yet."""
        start = max(sentence, self.reading.references[self.fronted[-1][0]].end) if self.fronted else sentence
        before = self.fold[max(start, actor[0] - _SOON) : actor[0]]
        return bool(_TO_COME.search(before) or _TO_COME.search(self.fold[slice(*actor)]))

    def replies(self, sentence: int, end: int) -> bool:
        """Whether the instrument says after the adjunct what it is for: `Thực hiện D, UBND huyện báo cáo như sau:`."""
        return _REPLIES.search(self.fold, max(sentence, end - _NEAR), end) is not None

    def drop(self) -> None:
        """What the adjuncts say has been taken, or nobody will take it."""
        self.fronted.clear()
        self.settled = False

    def spent(self, sentence: int, end: int) -> bool:
        """Whether the adjunct's sentence has ended with a main clause of its own; the next is none of its."""
        start = max(sentence, self.reading.references[self.fronted[-1][0]].stop) if self.fronted else sentence
        rest = self.fold[start:end].rstrip()
        return rest.endswith(".") and _CLAUSE.search(_WHEREIN.sub("", rest, 1)) is not None
