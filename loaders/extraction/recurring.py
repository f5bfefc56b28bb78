"""Whether what recurs is a duty (`hằng năm báo cáo`) and not a thing (`kế hoạch hằng năm`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import bodies, schedules
from loaders.extraction.mandates import fills_cell, mood, narrated, told
from loaders.extraction.marks import between, starts_at
from loaders.extraction.moments import in_title, named_around, titled
from loaders.extraction.terms import acted
from loaders.extraction.wording import either, pattern

if TYPE_CHECKING:
    from loaders.extraction.marks import Place
    from loaders.extraction.moments import Moment

# What a time that the act is due by is labelled with.
_LABELS: Final = (
    r"hoàn thành|thực hiện|báo cáo|gửi|nộp|trình|tổ chức|triển khai|xây dựng|ban hành|kết thúc|hoàn thiện|khai|"
    r"giải quyết|đánh giá|kiểm tra|rà soát|tổng hợp|thống kê|họp"
)
LABEL: Final = pattern(_LABELS)
# What recurs as a thing; `Sở Tài chính` and the like are bodies, that a duty may follow.
NOUN: Final = pattern(
    rf"(?<!\w)(?<!sở\x20)(?<!bộ\x20)(?<!phòng\x20)(?<!ngành\x20){either('deadline_words', 'noun')} ?$"
)
_INTO: Final = pattern(
    r"(?<!\w)(?:đưa|lồng ghép|bổ sung|gắn) [^;]{3,240} vào (?:nội dung |chương trình |kế hoạch |việc |công tác )?"
    r"(?:sinh hoạt|chương trình|kế hoạch|báo cáo|tiêu chí|bình xét|đánh giá|xếp loại|kiểm tra|công tác)[^.;,]{0,50}$"
)
_TIED: Final = pattern(
    r"(?:gắn với|cùng với|lồng ghép (?:vào|trong|với)|kết hợp (?:với|trong))(?: [^;.]{0,80})?"
    r"(?:đánh giá|báo cáo|tổng kết|kiểm điểm|sơ kết|bình xét)[^;.]{0,60}$"
)
# `báo cáo Chính phủ tại phiên họp thường kỳ hằng tháng`: the session recurs, and the act with it.
_AT_SESSION: Final = pattern(
    r"(?<!\w)(?:báo cáo|đánh giá|kiểm điểm|công bố|công khai|cập nhật)(?!\w)[^.;:]{0,90} (?:tại|trong|vào) (?:các )?"
    r"(?:phiên họp|cuộc họp|buổi họp|hội nghị|kỳ họp|họp)(?: (?:giao ban|thường kỳ|định kỳ|[^\W\d_]{2,9})){0,4} $"
)
_TIED_REACH: Final = 300  # no match is longer: a search of a long clause for what stands at its end costs
_NOUN_REACH: Final = 100
_REPORT: Final = pattern(
    r"(?<!\w)(?:báo cáo|tổng hợp|thống kê|sơ kết|tổng kết|đánh giá|kiểm tra|giám sát|rà soát|kiểm điểm|công bố|"
    r"công khai|tổ chức)(?!\w)"
)
_NOMINAL: Final = pattern(
    r"(?<!\w)(?:việc|khi|kết quả|căn cứ|theo|về|quy trình|chế độ|hướng dẫn|phục vụ|để|cho|trong|làm|của|từ(?! đó)|"
    r"mẫu|hồ sơ|đối tượng)"
    r"(?: [^\W\d_]+){0,4} ?$"
)
_CONNECTED: Final = pattern(r" ?(?:từ đó|sau đó|qua đó|trên cơ sở đó|đồng thời),? ")
_THING: Final = pattern(r"(?:phục vụ|cho|về|của) (?:công tác|hoạt động|việc|đợt|cuộc) $")
_KIND_OF: Final = pattern(r"(?:kỳ|mẫu|biểu|đối với|theo|của|loại|các) $")
_CHAIN: Final = re.compile(r"(?:[\w ]{2,18}(?:,| và) ?){1,5}")
# A plan or estimate that is drawn up each year and handed on: `lập dự toán thu, chi hằng năm trình Sở Tài chính`.
_DRAWN_UP: Final = pattern(
    r"(?<!\w)(?:lập|xây dựng|tổng hợp) (?:dự toán|kế hoạch|báo cáo|danh mục|chương trình|phương án)(?!\w)[^.;:]{0,90}$"
)
_HANDED_ON: Final = pattern(r",? ?(?:để |và )?(?:trình|gửi|nộp|báo cáo)(?!\w)")
# Acts of which `theo tháng` says how often: `kê khai, nộp phí theo tháng, quyết toán năm`.
_DECLARED: Final = pattern(r"(?<!\w)(?:kê khai|khai|nộp|quyết toán|báo cáo|tổng hợp|thống kê)(?!\w)")
_ALLOWED: Final = pattern(
    r"\(?hoặc $|(?<!\w)(?:hồ sơ|tờ) khai(?: [^\W\d_]+){0,3} ?$|(?<!\w)(?:để|chuyển sang|"
    r"được (?:thực hiện|kê khai|nộp|phép)|có thể|loại thuế|lựa chọn)(?!\w)[^;.]*$"
)
# `Khai thuế theo quý:`, `Khai thuế theo quý đối với ...`: a way of declaring that a heading names.
_WAY: Final = pattern(r"\W*(?:kê khai|khai|nộp)(?: [^\W\d_]+){0,3} ?")
_KINDS: Final = pattern(r"(?<!\w)(?:loại thuế|các loại|hồ sơ khai)(?!\w)[^;.]{0,200}$")
_HEADED: Final = pattern(r" ?(?::|$|(?:đối với|là|áp dụng|được|gồm|bao gồm)(?!\w))")
_SETTLED: Final = pattern(r"(?:^|,|;| và|thực hiện|phải)[ \n]*$")
_END: Final = re.compile(r"\s*(?:$|[.;](?!\d))|\s+(?:tại|trên|hoặc|qua)\s")
_COUNTING: Final = pattern(
    r"(?<!\w)(?:thống kê|khảo sát|báo cáo|tổng hợp|sơ kết|tổng kết|đánh giá|kiểm tra|giám sát|rà soát|kiểm điểm|"
    r"công bố|nộp|đóng|kê khai|công khai|tổ chức|cập nhật|kiểm kê|bồi dưỡng|tập huấn|xếp loại)(?!\w)"
)
_ANEW: Final = pattern(
    r"(?<!\w)(?:(?:phải |cần )?được (?:tổ chức |tiến hành )?|do [^,;.:]{3,100} )"
    r"(?:thực hiện|tiến hành|tổ chức|lập|xây dựng|rà soát|cập nhật|công bố|"
    r"công khai|đánh giá|kiểm tra|kiểm kê|thống kê|điều chỉnh|khảo sát|xác định|ban hành|báo cáo|tổng kết|sơ kết)"
    r"(?: một lần| định kỳ| thường xuyên| lại)?"
    r"(?: (?:từ|vào|trước|trong) (?:ngày \d{1,2} ?(?:/|tháng) ?\d{1,2}|tháng \d{1,2}|quý [iv\d]{1,3}))? ?$"
)
_ANEW_REACH: Final = 150
_ACCOUNTS: Final = ("quyết toán", "công khai", "kiểm toán", "kiểm kê")
_OF_ACCOUNTS: Final = pattern(
    r"(?<!\w)(?:quyết toán|công khai|kiểm toán|kiểm kê)"
    r"(?: (?:việc )?(?:thu|chi|thu, chi|kinh phí|tài chính|ngân sách|tài sản|"
    r"báo cáo|dự toán|số liệu|quỹ|nguồn|kết quả|hoạt động|thuế|phí|lệ phí)){1,4} ?$"
)
_UNLAID: Final = pattern(
    r"(?<!\w)(?:đã|đang|nếu|trường hợp|mà|khi|số|những|trên cơ sở|căn cứ|kết quả|theo|tiền|lương|trợ cấp|phụ cấp|"
    r"kinh phí)(?!\w)"
)
_NEAR: Final = 70
_COUNTING_REACH: Final = 160
_FINAL: Final = re.compile(r"\s*(?:$|[,.;)]|gửi|về|theo|với|cho|tùy (?:thuộc|theo))")
_HANDED: Final = pattern(r"(?<!\w)(?:gửi|nộp|đối chiếu|cung cấp|chuyển)(?!\w)")
"""Acts that recur where they are laid on somebody in so many words: `có trách nhiệm gửi số liệu hằng tháng`."""
_STRONG: Final = ("định kỳ", "6 tháng", "06 tháng", "sáu tháng")
_CLOCK: Final = pattern(r"(?:^|[ ,(])(?:vào |trước |chậm nhất )?(?:ngày \d{1,2}|\d{1,2} ?(?:giờ|h)(?: ?\d{2})?) ?$")


# A report by its name, as a list has it: `a) Báo cáo hằng năm về kiểm toán;` - not whom it is made to: `về Sở Y tế`.
_REPORT_ON: Final = re.compile(r"[^\w]*(?:\w[.)] )?báo cáo $")
# `a) Báo cáo tài chính hằng năm và báo cáo hoạt động hằng năm;`: reports by their names.
_REPORT_NAMED: Final = pattern(
    r"[^\w]*(?:\w[.)] )?báo cáo (?:tài chính|hoạt động|kiểm toán|quản trị|thường niên)[^,;:]{0,60}"
)
_ON: Final = pattern(rf" về (?:kiểm toán (?!nhà nước)|(?!(?:các )?(?:{either('body_words', 'head')})(?!\w)))")

_TERM_REACH: Final = 160
_DAY_OF_TERM: Final = pattern(
    rf"(?<!\w)(?:thời hạn|hạn|thời gian)(?: (?:cuối|chót))?(?: [^\W\d_]+){{0,2}}? (?:{_LABELS})"
    r"(?: [^\W\d_]+){0,6}? (?:là|vào|trước)(?: trước)?(?: ngày)? \d{1,2}(?: ?[/.-] ?| tháng )\d{1,2} $"
)
_LINKS: Final = frozenset(("", "có trách nhiệm", "chủ trì", "phải", "thực hiện"))


def recurring(at: Moment) -> bool:
    """`hằng năm`, `định kỳ 6 tháng`, `báo cáo tháng`: of a duty, not of a thing (`kế hoạch hằng năm`)."""
    if _name(at) or _allowed(at):
        return False
    if schedules.item(at) or _due_each(at):
        return True
    if at.words.startswith(("theo ", "quyết toán")):
        return _by_step(at)
    if at.words.startswith("báo cáo"):
        said = between(at.said.orders, at.start, at.time.start) or at.acts_before()
        return bool(said) and not _KIND_OF.search(at.before) and mood(at)
    return (submitted(at.before, at.after) and mood(at) and not told(at)) or _done_anew(at)


def _due_each(at: Moment) -> bool:
    """`thời hạn gửi báo cáo là 30/10 hằng năm`: the day by which something is due each time."""
    if not at.before[-2:].rstrip()[-1:].isdigit():
        return False
    return _DAY_OF_TERM.search(at.before, max(0, len(at.before) - _TERM_REACH)) is not None and not told(at)


def _allowed(at: Moment) -> bool:
    """Whether the act is one that somebody may do: `có thể gộp báo cáo định kỳ hằng năm`."""
    rights = between(at.said.rights, at.start, at.time.start)
    may = bool(rights) and at.page.folded.startswith("có thể", rights[-1][0])
    return may and not between(at.said.musts, rights[-1][1], at.time.start)


def _name(at: Moment) -> bool:
    """Whether the recurrence is part of a name: of a document, or of a report in a list."""
    if named_around(at.page, at.time.start) and not at.before.strip(" ,-"):
        return True
    if in_title(at.page, at.first, at.time.start) and not at.after.strip(" ."):
        return True
    if "báo cáo" not in at.before[:_NEAR]:
        return False
    on = _REPORT_ON.fullmatch(at.before) and _ON.match(at.after)
    return bool(on or (_REPORT_NAMED.fullmatch(at.before) and not at.act_follows()))


def _done_anew(at: Moment) -> bool:
    """Whether the time is that of an act, and not of the thing that the act is done to."""
    if _fixed_field(at) or into(at.before):
        return (_fixed_field(at) or mood(at)) and not told(at)
    tied = _TIED.search(at.before[-_TIED_REACH:]) is not None
    if tied or _AT_SESSION.search(at.before[-_TIED_REACH:]):
        return (mood(at) and (tied or not told(at))) or (tied and bool(at.acts_before()))
    if _laid_down(at):
        return True
    if settled(at.before) and at.page.normative:
        return not told(at) and not between(at.said.rights, at.start, at.time.start)
    if told(at) or (at.time.kind == "period" and NOUN.search(at.before[-_NOUN_REACH:])):
        return False
    return _recurring_duty(at)


def _laid_down(at: Moment) -> bool:
    """`Kế hoạch cấp huyện được lập hằng năm`: a provision in the passive, of an act done anew; not one that pays."""
    near = at.before[-_ANEW_REACH:]
    if not at.page.normative or ("được" not in near and "do " not in near):
        return False
    done = _ANEW.search(near)
    return done is not None and not _UNLAID.search(at.before, 0, len(at.before) - len(near) + done.start())


def into(before: str) -> bool:
    """Whether what stands right before a recurrence is put into something that is done anew: `đưa X vào sinh hoạt`."""
    return " vào " in before and _INTO.search(before) is not None


def settled(before: str) -> bool:
    """Whether an act that is done of each year's accounts stands right before: `quyết toán kinh phí` + `hằng năm`."""
    near = before[-_NOUN_REACH:]
    if not any(word in near for word in _ACCOUNTS):
        return False
    act = _OF_ACCOUNTS.search(before, max(0, len(before) - _NOUN_REACH))
    return act is not None and not _NOMINAL.search(before, 0, act.start())


def submitted(before: str, after: str) -> bool:
    """Whether what recurs is drawn up and handed on: `lập dự toán chi` + `hằng năm` + `trình Sở Tài chính`."""
    return bool(_HANDED_ON.match(after) and _DRAWN_UP.search(before))


def _by_step(at: Moment) -> bool:
    """`kê khai, nộp phí theo tháng, quyết toán năm`: of an act of declaring or paying that is a duty."""
    if told(at) or not mood(at) or _ALLOWED.search(at.before):
        return False
    if _KINDS.search(at.page.folded, at.cell, at.time.start) or (_WAY.fullmatch(at.before) and _HEADED.match(at.after)):
        return False
    if at.words.startswith("quyết toán"):
        return bool(_SETTLED.search(at.before))
    acts = at.acts_before()
    return any(_DECLARED.match(at.page.folded, *act) for act in acts[-2:])


def _fixed_field(at: Moment) -> bool:
    """`Thời hạn gửi báo cáo: trước ngày 20/12 hằng năm`."""
    label, colon, _ = at.words.partition(":")
    return at.time.kind == "fixed period" and bool(colon and LABEL.search(label))


def _recurring_duty(at: Moment) -> bool:
    before = at.acts_before()
    if before and at.before.rstrip().endswith("|"):
        return fills_cell(at)
    if at.fronted() or (at.before.rstrip().endswith((",", ":")) and not before):
        said = at.acts_after(260) or between(at.said.musts, at.time.end, at.end)
        return bool(said or acted(at)) and _unsaid(at)
    if before and not at.act_follows() and _THING.search(at.page.folded, at.start, before[-1][0]):
        return False
    if at.time.kind != "period" or at.words.startswith(_STRONG) or "lần" in at.words or _CLOCK.search(at.before):
        return bool(before or at.acts_after(120)) and _unsaid(at)
    if at.act_follows() and not at.after.lstrip().startswith(",") and _resumed(at, before):
        return _unsaid(at)
    final = _FINAL.match(at.after)
    must = between(at.said.musts, at.start, at.time.start)
    acts = [act for act in before if at.time.start - act[1] < _NEAR]
    near = [a for a in acts if any(p.match(at.page.folded, *a) for p in ((_REPORT, _HANDED) if must else (_REPORT,)))]
    return (bool(final and near and _governs(at, near[-1][0])) and mood(at)) or _counted(at)


def _resumed(at: Moment, before: tuple[Place, ...]) -> bool:
    """Whether nothing but a body stands before the time in its part: `cơ quan thu phí hằng tháng nộp`."""
    folded = at.page.folded
    if at.before.rstrip().endswith(",") or (len(before) == 1 and bodies.named_by(folded, at.start, before[0])):
        return True
    return not before and bodies.is_body(folded, at.start, at.time.start)


def _counted(at: Moment) -> bool:
    """`Thống kê số người có việc làm hằng năm.`: a provision that ends with its recurrence, of acts done anew."""
    if not at.page.normative or not _END.match(at.after):
        return False
    begin = at.start + len(at.before) - len(at.before.lstrip(" -+"))
    acts = [act for act in at.acts_before() if at.time.start - act[1] < _COUNTING_REACH]
    body = bodies.subject(at.page.folded, begin, at.time.start, at.said)
    led = starts_at(at.said.acts, begin) or (body is not None and at.page.folded[body.end : body.act].strip() in _LINKS)
    return led and any(_COUNTING.match(at.page.folded, *act) for act in acts)


def _governs(at: Moment, place: int) -> bool:
    """Whether the verb at `place` is the main one of the clause: first, after its subject, or after an order."""
    before = at.page.folded[at.start : place]
    if _NOMINAL.search(before) or titled(at.page, place):
        return False
    verbs, lead = between(at.said.acts, at.start, place), _CONNECTED.match(before)
    begin = at.start + (lead.end() if lead else 0)
    if verbs and verbs[0][0] == begin and not at.page.folded[verbs[-1][1] : place].strip():  # `tổ chức sơ kết`
        return True
    if not before.strip(" ,-") or between(at.said.orders, at.start, place) or _CHAIN.fullmatch(before):
        return True
    body = bodies.subject(at.page.folded, at.start, at.end, at.said)
    return body is not None and place - body.act < 60


def _unsaid(at: Moment) -> bool:
    """Ordered, or a duty without a subject (`định kỳ hằng năm xây dựng ...`), which no story begins with."""
    if between(at.said.rights, at.time.end, min(at.end, at.time.end + 120)):
        return False
    return mood(at) or (at.act_follows() and not narrated(at))
