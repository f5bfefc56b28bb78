"""What may stand between a cue and the documents on its two sides: pure questions about a stretch of folded text."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from loaders.extraction.deferred import deferred
from loaders.extraction.lexicon import table

REACH: Final = 130
"""A cue reaches its object over this many characters of small words."""
FAR: Final = 420
"""A change that an instrument makes itself reaches this far over the name of a part."""
ACTS: Final = "văn bản|nghị định|thông tư|quyết định|nghị quyết|chỉ thị|thông tư liên tịch|luật|pháp lệnh"
"""A pattern for the words that name acts, alone or several."""
_REMEMBERED: Final = 200  # what is asked of shorter stretches is remembered
_BESIDE: Final = deferred(r" vào (?:ngay )?(?:phía )?(?:sau|trước) (?:điểm|khoản|điều|mục|chương|phụ lục) \w{1,6}")
_WORD: Final = deferred(r"[^\W_]+")
_SCOPED: Final = deferred(
    r"[^;:.“”]{0,40}?(?:một số|các) (?:điều|nội dung|quy định|khoản)[^;:.“”]{0,170}(?:của|tại)\W*"
)
_SHARE: Final = deferred(
    r"[^;:.“”]{0,24}?(?:nội dung|dự án|tiểu dự án|hợp phần|nội dung thành phần)[^;:.“”]{0,90} thuộc\W*"
)
_KINDS: Final = deferred(
    rf"[^;.“”]{{0,30}}(?:các )?(?:(?:{ACTS}|kết luận|quy định|hướng dẫn|kế hoạch)(?:,| và|, và) (?:các )?){{0,4}}"
    rf"(?:{ACTS}|kết luận|quy định)"
    r"(?: pháp luật| chỉ đạo| mới| quan trọng)*"
    r"(?: (?:được|do) [^;.:,]{3,60}? (?:thông qua|ban hành)(?: [^;.:,]{2,50})?)?"
    r"(?: (?:của )?(?:hội nghị|trung ương|đại hội) [^;.:,“”]{2,70}?)?"  # of which plenum
    rf"(?:,? (?:gồm|bao gồm|như|là|đó là))?(?: có)?(?: sau(?: đây)?| dưới đây)?(?: của [^;.:]{{2,80}})?(?: số)?\W*"
)
_LISTING: Final = deferred(
    r"[^;:.“”]{0,40}? (?:tại|trong) (?:hội nghị|lớp|buổi|đợt)(?: [^;:.,]{2,24})?,? (?:gồm|bao gồm|là|như)"
    r"(?: có)?(?: các)?\W*"
)
_RULES_OF: Final = deferred(
    r"\s*(?:một số |các |những |toàn bộ )?(?:quy định|nội dung|điều kiện|thủ tục|mức)"
    r"(?:(?! (?:theo|trái|căn cứ|để|nhằm|sẽ|đã|được|do|phải)(?!\w)) [^\s;:.,“”()]+){1,28}"
    r" (?:tại|của|trong|thuộc)(?: các)?\s*"
)
_RULED_AT: Final = deferred(
    r"\s*(?!(?:theo|trái|do|khi|để|nhằm|cho)(?!\w))[^;:.“”()]{3,90} (?:quy định|qui định|nêu) (?:tại|trong)\s*"
)
_PAID: Final = deferred(r"\s*(?:tăng |giảm )?(?:mức )?(?:trợ cấp|phụ cấp|tiền lương|lương|lương hưu)(?!\w)")
_LEGAL: Final = deferred(
    r"(?:theo|như|đúng)(?: các)? (?:quy|qui) định (?:tại|của|trong)(?: các)?\W*$"
    r"|(?<!kèm )(?<!hành )(?<!duyệt )theo\W*$"
)
_PLACED: Final = deferred(r"(?<!định )(?<!dẫn )(?:tại|của)\W*$")
# What the document rules over is no part of it: `gói thầu thuộc phạm vi điều chỉnh của D`.
_RULED_BY: Final = deferred(
    r"(?<!\w)(?:phạm vi(?: điều chỉnh| áp dụng)?|đối tượng(?: điều chỉnh| áp dụng)?|diện(?: điều chỉnh)?"
    r"|thành viên|quy mô|mục đích) của\W*$"
)
_OF_PART: Final = deferred(
    r"(?:kèm theo|kèm|tại|của|trong|ban hành theo|phê duyệt theo|bởi|thuộc)(?: các)?"
    rf"(?: (?:{ACTS}))?(?: sau(?: đây)?| dưới đây)?\W*$|\d\W*$"
    r"|(?:phụ lục|mẫu|biểu|danh mục)[^,;.]{0,20}$|(?:phần )?căn cứ(?: ban hành)?\W*$"
)
_DROPS: Final = deferred(
    r"(?<!\w)(?:vi phạm|khi|nếu|trường hợp|phát hiện|trừ|do|thuộc thẩm quyền"
    r"|(?<!kèm )(?<!hành )theo(?! phụ lục| mẫu| danh mục| thủ tục))(?!\w)"
)
_POWERS: Final = deferred(r" thuộc (?:thẩm quyền|phạm vi)(?: (?:giải quyết|quản lý|quyết định|chức năng))?")
_MEANS: Final = deferred(r"[^;:.]{0,120}? (?:bằng|thành|thông qua)(?: (?:việc|ban hành|xây dựng|các|những|nhiều))*\s*")
_ISSUED_WITH: Final = deferred(r"(?<!\w)(?:ban hành|công bố|phê duyệt) (?:kèm theo|theo|tại)\W*$")
_QUOTATION: Final = deferred(r"[“\"][^”\"]*(?:[”\"]|$)")
_BRACKETS: Final = deferred(r"\([^()]{0,120}\)")
_AUDIENCE: Final = deferred(
    r"(?: (?:rộng rãi|sâu rộng|sâu sắc|kịp thời|đầy đủ|nghiêm túc|trực tiếp),?){0,3} (?:đến|tới|cho) "
    r"(?:(?:toàn thể|tất cả|mọi|các tầng lớp|các|đông đảo|hơn|gần|trên|toàn bộ|đội ngũ|[\d.]+) ){0,3}"
    r"(?:cán bộ|đảng viên|hội viên|đoàn viên|nhân dân|người dân|công chức|công nhân|học sinh|giáo viên|quần chúng"
    r"|bà con|chi bộ|cấp ủy|đại biểu|học viên|chiến sĩ|thành viên|phụ nữ|thanh niên|đồng bào)"
    r"(?:(?! (?:theo|để|nhằm|việc|về|thực hiện|biết|được|thông qua|bằng|trong khi)(?!\w))[^;:.“”\"()]){0,90}?"
    r"(?: (?:(?:những|các|một số) )?(?:nội dung|tinh thần|điểm mới)(?: (?:cơ bản|cốt lõi|chính|của|trong))*| về)?\s*"
)
_AS_RULED: Final = deferred(r"\W*(?:đúng |như )?(?:theo|quy định|qui định|như)(?!\w)")
_KEPT_UP: Final = deferred(r"\s*(?:(?!theo(?!\w))[^\s;:.,“”()]+\s+){2,20}theo\s+(?:tinh thần\s+)?(?:các\s+)?")
_ACTED_ON: Final = deferred(
    r"(?<!\w)(?:quán triệt|thực hiện|triển khai|học tập|thi hành|phổ biến|tuyên truyền|cụ thể hóa)(?!\w)"
    r"(?!.*(?<!\w)(?:quán triệt|thực hiện|triển khai|học tập|thi hành|phổ biến|tuyên truyền|cụ thể hóa)(?!\w))"
)
_DIRECTED: Final = deferred(
    r"\s*(?:(?:theo|ý kiến|các) )*(?:chỉ đạo|kết luận|yêu cầu|đề nghị|(?:ý kiến|quy định|hướng dẫn)(?= của))"
    r"(?: của [^;:.,“”\"]{2,80})?"
    r" (?:tại|trong|nêu tại|theo)(?: các)?\s*"
    r"(?:(?:công điện|công văn|văn bản|chỉ thị|nghị quyết|quyết định|thông báo|kế hoạch|kết luận)(?: sau)? ?:\s*)?"
)
_JOINED: Final = deferred(r"\s*(?:,|;|và|cùng với|cùng)(?: và)?(?= )")
_SEVERAL: Final = deferred(r"\s*(?:một số|các) điều(?!\w)")
_TASKS: Final = deferred(
    r"(?:(?!(?<!\w)đã(?!\w))[^;:.“”\"]){0,50}?"  # what somebody has done is another clause
    r"(?:nhiệm vụ|nội dung|giải pháp|mục tiêu|chỉ tiêu|chủ trương|quan điểm|điểm mới|đường lối|định hướng"
    r"|quy định mới|quy định cơ bản|các (?:đề án|dự án|chương trình|hoạt động))"
    r"(?:(?:,| và)? (?:của đảng(?: ta)?|(?:của )?nhà nước|chủ trương|quan điểm|đường lối|lớn|được|cơ bản|chính"
    r"|đổi mới|quan trọng|cốt lõi|cốt yếu|then chốt|nổi bật|mới"
    r"|đã được|đã|đề ra|đặt ra|nêu|giao|xác định|chủ yếu|trọng tâm|cụ thể|của|"
    r"nhiệm vụ|nội dung|giải pháp|mục tiêu|chỉ tiêu|phân công|trong kế hoạch))*\s+(?:tại|trong|của|theo)(?: các)?\s*"
    # with what they are about: `khâu đột phá về nông nghiệp đề ra trong`, `các chỉ tiêu mà`
    r"|[^;:.“”\"]{0,50}?(?:nhiệm vụ|khâu đột phá|giải pháp|mục tiêu|chỉ tiêu)"
    r"(?:[^;:.“”\"]{0,60}? (?:đề ra|đặt ra|nêu|xác định|giao)(?: ra)? (?:tại|trong|ở)| mà)(?: các)?\s*"
)
_ANNEXED: Final = deferred(
    r"(?:[^;:.“”]{0,180}?\s)?(?:quy định|quy chế|điều lệ|phụ lục|mẫu|danh mục|bảng giá|đơn giá|biểu)"
    r"(?: [^;:.“”]{0,80}?)?"
    r" (?:được )?(?:ban hành |công bố )?kèm theo\s*"
)
# In which field of law it is: `tuyên truyền pháp luật về (Luật Cư trú)`.
_FIELD: Final = deferred(
    r"(?: (?:kiến thức|một số|các|những|nội dung|quy định|chính sách|văn bản|về|của|cơ bản),?)*"
    r" pháp luật(?: (?:về|liên quan đến|như|gồm|bao gồm|trong))?:?\s*"
)
_CHIEFLY: Final = deferred(
    r"(?: (?:đồng bộ|nghiêm túc|nghiêm|có hiệu quả|hiệu quả|tốt|kịp thời))* (?:các|những|nhiều)"
    r" (?:chủ trương|chính sách|nghị quyết|chỉ thị|kết luận|đường lối|quan điểm)[^;:.“”\"]{0,90}?,"
    r" (?:nhất là|đặc biệt là|trọng tâm là|trước hết là)"
    r"(?: (?:việc|thực hiện|triển khai|các))*\s*"
)
"""Many things of one kind, of which the document is the chief: `(triển khai) các chủ trương của Đảng, nhất là (D)`."""
_OF_THIS: Final = deferred(
    r"(?:điểm|khoản|điều|mục) (?:[\w.]{1,6} )?(?:điều |khoản )?này theo (?:quy|qui) định (?:tại|của)\W*$"
)
_NAMED_FIRST: Final = deferred(
    r"\s*(?:các |sự )?(?:chương trình|kế hoạch|nhiệm vụ|chỉ đạo|hướng dẫn|ý kiến|chủ trương|văn bản|phương hướng)"
    r" (?!số )[^;:.()“”]{3,120}?(?:,| và|, và)\s*(?:các )?"
)
# What else is taught, named first: `tuyên truyền về tác hại của ma túy và (D)`.
_TAUGHT_FIRST: Final = deferred(
    r"\s*(?:về |các |những |nội dung |kiến thức ){1,3}(?!việc thực hiện)"
    r"(?:(?! (?:theo|thực hiện|ký|tổ chức|đã|sẽ|để|nhằm|cho|đến|tới|tại|do|khi|vi phạm|xử lý)(?!\w))"
    r"[^;:.()“”\d]){3,110}?"
    r"(?:,| và|, và)\s+(?:các |một số )?(?:nội dung |quy định |điều )?(?:(?:cơ bản )?của )?"
)
_SEPARATOR: Final = deferred(
    r"(?:[,;]|(?<!\w)(?:và|hoặc|hay|cùng|cũng như|cùng với|đồng thời))\s*"
    r"(?:(?:và|các|cả|tại|theo|của|những|một phần|toàn bộ)\s+){0,3}$"
)
_NAMING: Final = deferred(r"(?:gọi|viết)(?: chung| tắt)*(?: là)?\W*$|viết tắt\W*$")
_WITH: Final = deferred(r"[^;.:]{0,60}?(?<!\w)với (?:việc )?[^;.:]{0,120}")


def means(gap: str) -> bool:
    """Whether what follows is the means by which the document before is carried out: `cụ thể hóa A bằng B`."""
    return _MEANS.fullmatch(gap) is not None


def _vocabulary(place: str) -> frozenset[str]:
    return frozenset(w for row in table("links") if row["place"] == place for w in _WORD.findall(row["phrase"]))


_OBJECT: Final = _vocabulary("object")
_SUBJECT: Final = _vocabulary("subject")


def bare(gap: str, most: int = REACH) -> bool:
    """Whether nothing but small words, parts and numbers stands between a cue and its object."""
    return _bare(gap, most) if len(gap) < _REMEMBERED else _bare.__wrapped__(gap, most)


@lru_cache(maxsize=4096)
def _bare(gap: str, most: int) -> bool:
    gap = _BESIDE.sub("", gap)
    if (
        _SCOPED.fullmatch(gap)
        or _SHARE.fullmatch(gap)
        or (len(gap) < most and (_TASKS.fullmatch(gap) or _FIELD.fullmatch(gap)))
        or (len(gap) < 160 and (_KINDS.fullmatch(gap) or _LISTING.fullmatch(gap) or _CHIEFLY.fullmatch(gap)))
    ):
        return True
    return len(gap) < most and all(w in _OBJECT or len(w) < 2 or w[0].isdigit() for w in _WORD.findall(gap))


def of_this_text(gap: str) -> bool:
    """Whether a part of this very text is changed, as D rules: `Bãi bỏ X tại khoản này theo quy định tại D`."""
    return _OF_THIS.search(gap[-60:]) is not None


def as_ruled(gap: str) -> bool:
    """Whether an act is done as a document rules, which carries no document out: `thực hiện theo quy định tại D`."""
    return _AS_RULED.match(gap) is not None


def kept_up(gap: str) -> bool:
    """Whether an act is gone on with as a document has begun it: `(tiếp tục) hỗ trợ công nhân theo (D)`."""
    return _KEPT_UP.fullmatch(gap) is not None


def part(gap: str, *, guides: bool) -> bool:
    """Whether the gap is a long name of a part: `Thay thế Danh mục ... ban hành kèm theo D`."""
    gap = unquoted(gap)
    if ";" in gap or ". " in gap or "[" in gap or _LEGAL.search(gap):
        return False
    if guides:
        return bool(_PLACED.search(gap)) and not _RULED_BY.search(gap)
    drops = _DROPS.search(_POWERS.sub("", gap) if _ISSUED_WITH.search(gap) else gap)
    return not drops and bool(_OF_PART.search(gap))


def rules_of(gap: str) -> bool:
    """Whether the gap names what rules of a document are changed, as a page tells it: `quy định về mức phạt tại`."""
    return len(gap) < REACH + 60 and _RULES_OF.fullmatch(gap) is not None


def ruled_at(gap: str) -> bool:
    """Whether the gap names what is ruled at a part: `(sửa đổi) đối tượng ưu tiên quy định tại (khoản 1 Điều 7 D)`."""
    return len(gap) < REACH and _RULED_AT.fullmatch(gap) is not None and not _DROPS.search(gap)


def paid(gap: str) -> bool:
    """Whether sums are what is adjusted, and not the document that lays them down: `(điều chỉnh) mức trợ cấp`."""
    return _PAID.match(gap) is not None


def small(gap: str) -> bool:
    """Whether only small words stand between a document and the verb of its name."""
    return all(w in _SUBJECT or len(w) < 2 or w.isdigit() for w in _WORD.findall(gap))


def acted_on(left: str) -> bool:
    """Whether `left` ends with a verb of carrying out or making known, and small words."""
    match = _ACTED_ON.search(left)
    return match is not None and bare(left[match.end() :])


def annexed(gap: str) -> bool:
    """A part of what the object carries: `Điều 4 Quy định ban hành kèm theo`."""
    return _ANNEXED.fullmatch(gap) is not None


def audience(gap: str) -> bool:
    """Those to whom a document is made known, between the verb and the document: `phổ biến đến toàn thể cán bộ`."""
    return len(gap) < REACH and _AUDIENCE.fullmatch(gap) is not None


def separates(left: str) -> bool:
    """Whether `left` ends with what joins the members of a list."""
    return _SEPARATOR.search(left) is not None


def naming(left: str) -> bool:
    """Whether `left` ends with `sau đây gọi là`."""
    return ("gọi" in left or "viết" in left) and _NAMING.search(left) is not None


def whole(gap: str) -> bool:
    """Whether a passive change is of the whole document: `được sửa đổi, bổ sung một số điều theo`."""
    return _SEVERAL.match(gap) is not None


def pairs(gap: str) -> bool:
    """Whether `gap` holds the `với` that ties two documents."""
    return _WITH.fullmatch(gap) is not None


def directed(gap: str) -> bool:
    """`ý kiến chỉ đạo của UBND tỉnh tại` between a verb of carrying out and what gives the direction."""
    return len(gap) < REACH and _DIRECTED.fullmatch(gap) is not None


def listed_first(gap: str) -> bool:
    """Something else that is carried out, named first: `(thực hiện) chương trình công tác năm 2018, (D)`."""
    return len(gap) < FAR and _NAMED_FIRST.fullmatch(gap) is not None


def taught_first(gap: str) -> bool:
    """Something else that is made known, named first: `(tuyên truyền) về phòng cháy và (D)`."""
    return len(gap) < REACH and _TAUGHT_FIRST.fullmatch(gap) is not None


def directed_too(gap: str) -> bool:
    """One more that is carried out, told by whose direction it gives: `và hướng dẫn của Sở Y tế tại`."""
    joined = _JOINED.match(gap)
    return joined is not None and directed(gap[joined.end() :])


def unquoted(text: str) -> str:
    """`text` without its quotations."""
    return _QUOTATION.sub(" ", text) if "“" in text or '"' in text else text


def unbracketed(text: str) -> str:
    """`text` without what stands in brackets."""
    return _BRACKETS.sub(" ", text) if "(" in text else text
