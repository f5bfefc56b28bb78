"""What may stand between a cue and the documents on its two sides: pure questions about a stretch of folded text."""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction.lexicon import table

REACH: Final = 130
"""A cue reaches its object over this many characters of small words."""
FAR: Final = 420
"""A change that an instrument makes itself reaches this far over the name of a part."""
_ACTS: Final = "văn bản|nghị định|thông tư|quyết định|nghị quyết|chỉ thị|thông tư liên tịch|luật|pháp lệnh"
_PLANNED: Final = "kế hoạch|chương trình|đề án|quy chế|quy định|công văn|hướng dẫn|thông tri|kết luận|báo cáo"
_DAY: Final = r"ngày [\d\s/.-]+(?:tháng \d+)?(?: năm \d+)?\s*"
_BESIDE: Final = re.compile(r" vào (?:ngay )?(?:phía )?(?:sau|trước) (?:điểm|khoản|điều|mục|chương|phụ lục) \w{1,6}")
_WORD: Final = re.compile(r"[^\W_]+")
_SCOPED: Final = re.compile(
    r"[^;:.“”]{0,40}?(?:một số|các) (?:điều|nội dung|quy định|khoản)[^;:.“”]{0,170}(?:của|tại)\W*"
)
_SHARE: Final = re.compile(
    r"[^;:.“”]{0,24}?(?:nội dung|dự án|tiểu dự án|hợp phần|nội dung thành phần)[^;:.“”]{0,90} thuộc\W*"
)
_KINDS: Final = re.compile(
    rf"[^;.“”]{{0,30}}(?:các )?(?:{_ACTS})(?: pháp luật| chỉ đạo| mới| quan trọng)*"
    rf"(?:,? (?:gồm|bao gồm|như|là))?(?: sau(?: đây)?| dưới đây)?(?: của [^;.:]{{2,80}})?(?: số)?\W*"
)
_LISTING: Final = re.compile(
    r"[^;:.“”]{0,40}? (?:tại|trong) (?:hội nghị|lớp|buổi|đợt)(?: [^;:.,]{2,24})?,? (?:gồm|bao gồm|là|như)"
    r"(?: có)?(?: các)?\W*"
)
_YEARS: Final = re.compile(r"\d+|năm|giữa|kỳ|nhiệm|hơn|gần")
_LEGAL: Final = re.compile(
    r"(?:theo|như|đúng)(?: các)? (?:quy|qui) định (?:tại|của|trong)(?: các)?\W*$"
    r"|(?<!kèm )(?<!hành )(?<!duyệt )theo\W*$"
)
_PLACED: Final = re.compile(r"(?<!định )(?<!dẫn )(?:tại|của)\W*$")
_OF_PART: Final = re.compile(
    r"(?:kèm theo|kèm|tại|của|trong|ban hành theo|phê duyệt theo|bởi|thuộc)(?: các)?"
    rf"(?: (?:{_ACTS}))?(?: sau(?: đây)?| dưới đây)?\W*$|\d\W*$"
    r"|(?:phụ lục|mẫu|biểu|danh mục)[^,;.]{0,20}$"
)
_DROPS: Final = re.compile(
    r"(?<!\w)(?:vi phạm|khi|nếu|trường hợp|phát hiện|trừ|do|thuộc thẩm quyền"
    r"|(?<!kèm )(?<!hành )theo(?! phụ lục| mẫu| danh mục| thủ tục))(?!\w)"
)
_QUOTATION: Final = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
_BRACKETS: Final = re.compile(r"\([^()]{0,120}\)")
_ISSUER: Final = re.compile(
    rf"[\s,]*(?:{_DAY})?của (?!.*(?<!\w)(?:đã|vừa|cũng|sẽ)(?!\w))(?!.*,.*(?<!\w)(?:yêu cầu|đề nghị|kiến nghị)(?!\w))"
    r"[^;:.“”\"]{2,120}"
)
_TITLED: Final = re.compile(r"(?<!\w)(?:về|v/v)(?!\w)[^,]*,")  # its title, and behind a comma somebody else
_MADE: Final = re.compile(
    r"\s*(?:được|do)(?: [^;:.,]{2,60})? (?:ban hành|thông qua)(?: tại kỳ họp [^,;.:]{2,24}?)?"
    rf"\s*(?:{_DAY})?,?\s*(?:là )?(?:để|nhằm)?\s*"
)
_RESULTS: Final = re.compile(
    r"(?:giám sát|kiểm tra|thanh tra|khảo sát)(?: (?:việc|chuyên đề|công tác|tình hình))*(?: về)?(?: việc)?\s*$"
    r"|(?<!\w)(?:kết quả|tình hình)(?!\w)[^;:.,]{0,40}$"
)
_COMMA: Final = re.compile(r",\s*")
_OWN_NAME: Final = re.compile(
    r"[^\w;:]*(?:(?:hành động|công tác|tổng thể|phối hợp|liên tịch)\W*)?(?:của [^,;.:()]{1,80})?[^\w;:]*"
)
_FURTHER: Final = re.compile(r"(?=.*(?:hướng dẫn|quy định|sửa đổi|bãi bỏ))[^;:.]{0,200}(?:,|và|,? đồng thời)\s*")
_NAME_OPEN: Final = re.compile(
    rf"(?:[\s,]*(?:{_DAY})?(?:của [^;:.“”]{{2,90}}?)?)?\s*"
    r"(?:hướng dẫn|quy định|về|sửa đổi|bổ sung|ban hành|thực hiện|thi hành|công bố)(?!\w)"
    r"(?:(?!(?:,| và) (?:điều|khoản|điểm|phụ lục|mẫu|quy chế|quy định|điều lệ|danh mục|thông tư|nghị định|quyết định))"
    r"[^;:.])*"
)
_AS_RULED: Final = re.compile(r"\W*(?:đúng |như )?(?:theo|quy định|qui định|như)(?!\w)")
_VALID: Final = re.compile(
    r"\W*(?:đã )?có hiệu lực(?: thi hành)?(?: kể)? (?:từ|vào|sau) (?:ngày |thời điểm )?[^;:()]{1,50}?"
    r"(?:,| và|,? đồng thời)\s*"
)
_ACTED_ON: Final = re.compile(
    r"(?<!\w)(?:quán triệt|thực hiện|triển khai|học tập|thi hành|phổ biến|tuyên truyền|cụ thể hóa)(?!\w)"
    r"(?!.*(?<!\w)(?:quán triệt|thực hiện|triển khai|học tập|thi hành|phổ biến|tuyên truyền|cụ thể hóa)(?!\w))"
)
_DIRECTED: Final = re.compile(
    r"\s*(?:ý kiến |các )?(?:chỉ đạo|kết luận|yêu cầu|đề nghị|quy định(?= của))(?: của [^;:.,“”\"]{2,80})?"
    r" (?:tại|trong|nêu tại|theo)(?: các)?\s*"
)
_SEVERAL: Final = re.compile(r"\s*(?:một số|các) điều(?!\w)")
_UNTIL: Final = re.compile(r"(?<!\w)đến (?:khi|hết|lúc|thời điểm)(?!\w)[^;.:]{0,40}$")
_NEXT_TO: Final = re.compile(r"\W*(?:theo|của|tại)\W*")
_GUIDED: Final = re.compile(r"\s+(?:các|những|cho|đối với|toàn thể|công đoàn|cấp ủy|ubnd|chi bộ) [^;:.,“”\"]{2,60}?\s+")
_TASKS: Final = re.compile(
    r"[^;:.“”\"]{0,50}?(?:nhiệm vụ|nội dung|giải pháp|mục tiêu|chỉ tiêu|chủ trương|quan điểm|điểm mới)"
    r"(?:(?:,| và)? (?:cơ bản|chính|đổi mới|quan trọng|được giao|được nêu|đã được|đã|đề ra|đặt ra|nêu|giao|xác định"
    r"|chủ yếu|trọng tâm|cụ thể|của|"
    r"nhiệm vụ|nội dung|giải pháp|mục tiêu|chỉ tiêu|phân công|trong kế hoạch))*\s+(?:tại|trong|của|theo)(?: các)?\s*"
)
_ISSUING: Final = re.compile(r"(?<!\w)(?:ban hành|phê duyệt|thông qua)(?: và ban hành)?\s*[“\"]?$")
_JUST_ISSUED: Final = re.compile(
    r"(?<!\w)(?:ban hành|ký|ký ban hành|công bố|(?:đã|vừa|mới) (?:ra|có))(?: (?:công )?văn(?: bản)?)?(?: số)?\W*$"
)
_AT_ACT: Final = re.compile(r"[\s”\"]*(?:kèm theo|tại|theo|bằng)(?: các)?\s*")
_ANNEXED: Final = re.compile(
    r"(?:[^;:.“”]{0,180}?\s)?(?:quy định|quy chế|điều lệ|phụ lục|mẫu|danh mục|bảng giá|đơn giá|biểu)"
    r"(?: [^;:.“”]{0,80}?)?"
    r" (?:được )?(?:ban hành )?kèm theo\s*"
)
_AIMED: Final = re.compile(
    r"[\s,”\")]*(?:\([^()]{2,80}\)[\s,]*)?(?:trong đó,? [^;:.“”()]{2,100}\s)?"
    r"(?:để|nhằm)(?: tiếp tục| tổ chức| kịp thời)?\s*"
)
_PURPOSE: Final = re.compile(r"(?<!\w)(?:để|nhằm)\W*$")
_SPAN_AGAIN: Final = re.compile(
    r"(?:,|;|(?<!\w)và)\s+(?:(?:sơ kết|tổng kết)\s+)?(?P<years>\d{1,2}) năm(?: triển khai| tổ chức)?\s*$"
)
_BY: Final = re.compile(r"(?<!\w)(?<!kèm )theo(?: tinh thần| quy định| yêu cầu| nội dung)?(?: của| tại)?\W*$")
_OF_THIS: Final = re.compile(
    r"(?:điểm|khoản|điều|mục) (?:[\w.]{1,6} )?(?:điều |khoản )?này theo (?:quy|qui) định (?:tại|của)\W*$"
)
_IN_SPIRIT: Final = re.compile(r"theo tinh thần(?: của| tại)?\W*$")
_ORDERED: Final = re.compile(
    r"(?:\s+(?:tại|ở|đối với|trên địa bàn) [^,;.:()]{2,90})?\s*,?\s+theo(?: tinh thần| nội dung)?(?: của| tại)?\W*"
)
_RULED: Final = re.compile(
    r"(?:theo|các|những|như|đúng) (?:các )?(?:quy|qui) định (?:tại|của|trong|ở)(?: các)?\W*$"
    r"|(?:quy|qui) định (?:tại|của|trong)\W*$|hướng dẫn (?:tại|của)\W*$"
)
_SEPARATOR: Final = re.compile(
    r"(?:[,;]|(?<!\w)(?:và|hoặc|hay|cùng|cũng như|cùng với|đồng thời))\s*"
    r"(?:(?:và|các|cả|tại|theo|của|những)\s+){0,3}$"
)
_NAMING: Final = re.compile(r"(?:gọi|viết)(?: chung| tắt)*(?: là)?\W*$|viết tắt\W*$")
_NOMINAL: Final = re.compile(
    r"\W*(?:kèm theo (?:quyết định|nghị quyết|thông tư|nghị định) này )?(?:bản )?(?:các |một số )?"
    rf"(?:{_PLANNED}|{_ACTS})(?: hành động| liên tịch| công tác| chi tiết| tổng thể| phối hợp)?"
    r"(?: số [\w/-]+)?(?: của [^,;.:()]{1,70})?(?: về(?: việc)?)?\W*"
)
_CARRIED: Final = re.compile(
    r"(?:kèm theo |theo )?(?:quyết định|nghị quyết|thông tư|nghị định|kế hoạch|chỉ thị|công văn)? ?(?:này)?\W*$"
)
_WORK: Final = re.compile(r"(?:\W|(?:việc|các|những|hoạt động|công tác|nội dung|nhiệm vụ|quá trình|tổ chức|để)(?!\w))*")
_EASED: Final = re.compile(
    r"[^;:.“”]{0,160}?(?<!\w)(?:tháo gỡ|giải đáp|xử lý|khắc phục|giải quyết)(?!\w)[^;:.“”]{0,60}?"
    r"(?:khó khăn|vướng mắc|bất cập|hạn chế|tồn tại)[^;:.“”]{0,60}?(?:trong|khi)(?: (?:việc|quá trình|công tác))*\s*"
)
_OPENING: Final = re.compile(
    r"[\W\d]*(?:(?:kể )?từ (?:ngày|thời điểm)[^;.]{0,90}?(?:hiệu lực|này|ký)(?: thi hành)?[^,;.]{0,60},?\s*"
    r"|nay|và|đồng thời|thông qua|thống nhất|nhất trí|tán thành|quyết định|nghị định|thông tư|này|ban hành|điều"
    r"|khoản|cùng)*[\W\d]*"
)
_STATES: Final = re.compile(r"\W*quy định (?:về |việc )*[^;:.]{0,40}(?:,|và)\W*")
_FORCE: Final = re.compile(r"(?:kể )?từ ngày|có hiệu lực|hiệu lực thi hành|đăng công báo|ngày ký|và")
_PROGRAMME: Final = re.compile(r"(?<!\w)(?:chương trình|chương trình hành động|kế hoạch|đề án)\W*$")
_WITH: Final = re.compile(r"[^;.:]{0,60}?(?<!\w)với (?:việc )?[^;.:]{0,120}")


def _vocabulary(place: str) -> frozenset[str]:
    return frozenset(w for row in table("links") if row["place"] == place for w in _WORD.findall(row["phrase"]))


_OBJECT: Final = _vocabulary("object")
_SUBJECT: Final = _vocabulary("subject")


def bare(gap: str, most: int = REACH) -> bool:
    """Whether nothing but small words, parts and numbers stands between a cue and its object."""
    gap = _BESIDE.sub("", gap)
    if (
        _SCOPED.fullmatch(gap)
        or _SHARE.fullmatch(gap)
        or (len(gap) < most and _TASKS.fullmatch(gap))
        or (len(gap) < 160 and (_KINDS.fullmatch(gap) or _LISTING.fullmatch(gap)))
    ):
        return True
    return len(gap) < most and all(w in _OBJECT or len(w) < 2 or w[0].isdigit() for w in _WORD.findall(gap))


def of_this_text(gap: str) -> bool:
    """Whether a part of this very text is changed, as D rules: `Bãi bỏ X tại khoản này theo quy định tại D`."""
    return _OF_THIS.search(gap[-60:]) is not None


def as_ruled(gap: str) -> bool:
    """Whether an act is done as a document rules, which carries no document out: `thực hiện theo quy định tại D`."""
    return _AS_RULED.match(gap) is not None


def years(gap: str) -> bool:
    """The same for a verb that takes stock, over a span of years: `sơ kết 3 năm ... D`."""
    return len(gap) < REACH and bare(_YEARS.sub(" ", gap))


def part(gap: str, *, guides: bool) -> bool:
    """Whether the gap is a long name of a part: `Thay thế Danh mục ... ban hành kèm theo D`."""
    gap = unquoted(gap)
    if ";" in gap or ". " in gap or "[" in gap or _LEGAL.search(gap):
        return False
    if guides:
        return bool(_PLACED.search(gap))
    return not _DROPS.search(gap) and bool(_OF_PART.search(gap))


def small(gap: str) -> bool:
    """Whether only small words stand between a document and the verb of its name."""
    return all(w in _SUBJECT or len(w) < 2 or w.isdigit() for w in _WORD.findall(gap))


def attributive(gap: str, printed: str) -> bool:
    """Whether a verb after `gap` belongs to the name of the document before it: small words or an issuer between."""
    gap = unbracketed(gap)
    if len(gap) >= 150 or ";" in gap or ":" in gap:
        return False
    if small(gap):
        return True
    if _MADE.fullmatch(gap):
        return True
    if not _ISSUER.fullmatch(gap) or _TITLED.search(gap):
        return False
    offset = len(printed) - len(gap)
    return offset != 0 or all(printed[m.end()].isupper() for m in _COMMA.finditer(gap) if m.end() < len(printed))


def in_brackets(lead: str, *, change: bool) -> bool:
    """Whether a verb after `lead` opens its brackets, or follows a clause of validity there."""
    return not lead.strip() or (change and valid(", " + lead))


def valid(gap: str) -> bool:
    """`, có hiệu lực từ ngày 1/4/2023 và` between a document and what it changes."""
    return len(gap) < REACH and _VALID.fullmatch(gap) is not None


def acted_on(left: str) -> bool:
    """Whether `left` ends with a verb of carrying out or making known, and small words."""
    match = _ACTED_ON.search(left)
    return match is not None and bare(left[match.end() :])


def results(gap: str) -> bool:
    """Whether the name of a report speaks of results: `kết quả 5 năm`."""
    return _RESULTS.search(gap) is not None


def owned(gap: str) -> bool:
    """`hành động của Chính phủ` between a plan's type word and the verb of its name."""
    return _OWN_NAME.fullmatch(gap) is not None


def aimed(gap: str) -> bool:
    """`để`, `nhằm` between a document's title and the verb of its purpose."""
    return _AIMED.fullmatch(gap) is not None


def purposed(gap: str) -> bool:
    """Whether `gap` ends with the word for a purpose."""
    return _PURPOSE.search(gap) is not None


def span_again(left: str) -> str | None:
    """The years of a second span that is reviewed: `sơ kết 3 năm thực hiện A và 2 năm`."""
    match = _SPAN_AGAIN.search(left)
    return match["years"].lstrip("0") if match else None


def guided(gap: str) -> bool:
    """Those who are guided, between `hướng dẫn` and what they carry out: `các trường tiểu học`."""
    return _GUIDED.fullmatch(gap) is not None


def issued(left: str) -> bool:
    """Whether `left` ends with a verb by which a body issues what follows."""
    return _JUST_ISSUED.search(left) is not None


def approved(left: str, gap: str) -> bool:
    """Whether a verb of issuing stands before a plan, and `tại` after it: `phê duyệt A tại B`."""
    return _ISSUING.search(left) is not None and _AT_ACT.fullmatch(gap) is not None


def annexed(gap: str) -> bool:
    """A part of what the object carries: `Điều 4 Quy định ban hành kèm theo`."""
    return _ANNEXED.fullmatch(gap) is not None


def further(gap: str) -> bool:
    """A second verb of the same name: `hướng dẫn ... và`."""
    return _FURTHER.fullmatch(gap) is not None


def in_name(gap: str) -> bool:
    """Whether what follows `gap` still belongs to the name that a document opened before it."""
    return len(gap) < 300 and _NAME_OPEN.fullmatch(unbracketed(gap)) is not None


def adjoins(gap: str) -> bool:
    """Whether a document follows the one before it as part of its name."""
    return _NEXT_TO.fullmatch(gap) is not None or (by(gap) and in_name(gap))


def by(left: str) -> bool:
    """Whether `left` ends with a `theo` that names a ground."""
    return _BY.search(left) is not None


def in_spirit(left: str) -> bool:
    """Whether `left` ends with `theo tinh thần`, which names no ground."""
    return _IN_SPIRIT.search(left) is not None


def ordered(gap: str) -> bool:
    """`tại UBND xã, theo` between what is inspected and what orders the inspection."""
    return _ORDERED.fullmatch(gap) is not None


def ruled(left: str) -> bool:
    """Whether `left` ends with `theo quy định tại`, which no name does."""
    return _RULED.search(left) is not None


def separates(left: str) -> bool:
    """Whether `left` ends with what joins the members of a list."""
    return _SEPARATOR.search(left) is not None


def naming(left: str) -> bool:
    """Whether `left` ends with `sau đây gọi là`."""
    return _NAMING.search(left) is not None


def nominal(gap: str) -> bool:
    """Whether `gap` is a bare type word, with the body that owns it: `Kế hoạch của Chính phủ`."""
    return _NOMINAL.fullmatch(gap) is not None


def carried(gap: str) -> bool:
    """Whether `gap` ends with `kèm theo Quyết định này`."""
    return _CARRIED.search(gap) is not None


def eased(gap: str) -> bool:
    """Whether a name eases what a verb after `gap` meets with: `tháo gỡ khó khăn, vướng mắc trong (thi hành D)`."""
    return len(gap) < FAR and _EASED.fullmatch(gap) is not None


def work(gap: str) -> bool:
    """Whether `gap` names the work that the verb after it tells of: `lồng ghép với các hoạt động triển khai`."""
    return _WORK.fullmatch(gap) is not None


def opens(lead: str) -> bool:
    """Whether a verb after `lead` opens its clause."""
    return len(lead) < 200 and _OPENING.fullmatch(lead) is not None


def states(gap: str) -> bool:
    """`quy định việc ..., ` between the instrument and its verb of change."""
    return _STATES.fullmatch(gap) is not None


def in_force(gap: str) -> bool:
    """Whether a clause of validity stands between the instrument and its verb: `có hiệu lực từ ngày ký và`."""
    return _FORCE.search(gap) is not None


def whole(gap: str) -> bool:
    """Whether a passive change is of the whole document: `được sửa đổi, bổ sung một số điều theo`."""
    return _SEVERAL.match(gap) is not None


def programme(left: str) -> bool:
    """Whether `left` ends with the bare word for a plan."""
    return _PROGRAMME.search(left) is not None


def until(lead: str) -> bool:
    """Whether `lead` ends with a time that runs on: `cho đến khi giấy phép`."""
    return _UNTIL.search(lead, max(0, len(lead) - 60)) is not None


def pairs(gap: str) -> bool:
    """Whether `gap` holds the `với` that ties two documents."""
    return _WITH.fullmatch(gap) is not None


def directed(gap: str) -> bool:
    """`ý kiến chỉ đạo của UBND tỉnh tại` between a verb of carrying out and what gives the direction."""
    return len(gap) < REACH and _DIRECTED.fullmatch(gap) is not None


def unquoted(text: str) -> str:
    """`text` without its quotations."""
    return _QUOTATION.sub(" ", text)


def unbracketed(text: str) -> str:
    """`text` without what stands in brackets."""
    return _BRACKETS.sub(" ", text)
