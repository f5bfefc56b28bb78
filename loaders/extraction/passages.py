"""How pages speak of documents and of what they hold: small questions about folded text beside a citation."""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction.lexicon import begins

_ABOUT: Final = re.compile(r"[\s,“\"]*(?:về|về việc)(?: ban hành)?\s*[“\"]?")
_CONTENTS: Final = re.compile(
    r"(?:\W{0,3}[\da-zđ]{1,2}[).] )?(?:(?:những|một số|các|nhiều) )?(?:nội dung|điểm|vấn đề)(?: [\w ]{2,30})?"
    r" (?:của|trong|tại|về)(?: các)?"
)
_GOALS: Final = re.compile(
    r"(?:[^:]{3,400}[,;] (?=(?:nhằm|để|phấn đấu|góp phần) ))?"
    r"\W*(?:(?:nhằm|để|phấn đấu|góp phần|tiếp tục|từng bước|quyết tâm|tích cực|quan trọng|vào việc)[ ,]+){0,4}"
    r"(?:hoàn thành|đạt được|đạt|thực hiện|hiện thực hóa)(?: (?:thắng lợi|xuất sắc|thành công|tốt"
    r"|toàn diện|và vượt)){0,3} (?:các |những )?(?:(?:mục tiêu|chỉ tiêu|nhiệm vụ|kế hoạch)(?:,| và)? ?){1,3}"
    r"(?:(?:của|theo|tại|trong|mà|đề ra) ?){0,3}"
    r"(?:(?<= )(?:(?!quy định|hướng dẫn)[^;:.]){3,120}? (?:theo|tại|trong|của)(?: tinh thần| chỉ đạo tại)? )?"
)
_DRAFT: Final = re.compile(
    r"(?<!\w)(?:dự thảo|dự án)(?: \w+)? (?:luật|nghị quyết|nghị định|thông tư|pháp lệnh|quyết định)(?!\w)"
)
_DIRECTS: Final = re.compile(
    r"\W*(?:ban hành (?:ngày )?[\d/.-]{3,10})?(?:(?:,\s*)?(?:để|nhằm) [^;:.()]{3,200}?)?,\s*[^,;:.()]{3,70}?"
    r"(?:, [^,;:.()]{3,40}?)? "
    r"(?:giao|yêu cầu|chỉ đạo|đề nghị|lưu ý|chỉ thị|đồng ý|thống nhất|chấp thuận|cho phép)(?!\w)[^;.]{0,400}"
)

_DEMANDS: Final = re.compile(
    r"(?: ngày [\d/.-]{5,10})?(?:(?:,? (?:về|v/v) [^;.]{3,220}?)?, (?:giao|yêu cầu|đề nghị|chỉ đạo|lưu ý|chỉ thị)"
    r"|(?: gửi [^;.]{3,160}?,?)? (?:yêu cầu|đề nghị|chỉ đạo|lưu ý|chỉ thị))(?!\w)[^;.]{0,400}"
)
_INSIDE: Final = re.compile(
    r"[\W\d]*(?:(?:mới đây|vừa qua|theo đó|cùng ngày|trước đó|ngoài ra|bên cạnh đó|cũng"
    r"|(?:sáng|chiều|tối)?(?: nay)? ?(?:ngày )?[\d/.() -]{3,12}),?\s+)?(?:tại|trong)(?: các)?\W*"
)
_HONOURS: Final = re.compile(
    begins("hội nghị|lễ|buổi") + r"(?: [^\W\d]+){0,4} (?:biểu dương|tuyên dương|tôn vinh|vinh danh|gặp mặt)(?!\w)"
    r"[^;:.]{0,90}(?:trong|về)(?: việc| tổ chức)?\s*$"
)
_THEME: Final = re.compile(
    r"(?<!\w)(?:chủ đề|đề tài|tham luận|mang tên|cuộc thi|hội thi)(?!\w)[^“”\".;]{0,30}[“\"][^“”\"]{0,200}$"
)
# What papers of others are about: `quán triệt các quy định của tỉnh về (thực hiện D)`.
_PAPERS: Final = re.compile(
    r"(?<!\w)(?:các|một số|những|nhiều) (?:văn bản|nghị quyết|kết luận|chỉ thị|quy định|hướng dẫn|chủ trương)"
    r"(?:, [^\W\d]+ [^\W\d]+){0,3}(?: chỉ đạo| lãnh đạo)? của [^;:.“”]{2,60}? (?:về(?: việc)?|liên quan đến)"
    r"(?: (?:tiếp tục|đẩy mạnh|tăng cường|tổ chức|triển khai|việc|lãnh đạo|chỉ đạo|thực hiện|thi hành|tốt"
    r"|nghiêm|nghiêm túc|có hiệu quả)){0,6}\s*$"
)
_PAPERS_FAR: Final = 160
_HONOURS_ENDS: Final = ("trong", "về", "việc", "tổ chức")
_CLOSE: Final = 24
_STATED: Final = re.compile(r"(?!.*(?<!\w)theo(?!\w))[^;:.“”]{0,240}? (?:(?:quy|qui) định )?tại(?: các| những)?\W*")
_AT_THE_EVENT: Final = re.compile(r"\W*(?:tại|trong) (?:hội nghị|buổi|lớp)[^;:.,]{0,40}, ")

_INSTEAD: Final = re.compile(r"[\W\d]*(?:nhằm |để |được ban hành (?:để |nhằm )?)?thay (?:thế )?(?:cho )?(?:các )?")
_OBJECTLESS: Final = re.compile(
    r"(?:(?:,| và|, và| đồng thời)? (?:học tập|quán triệt|triển khai|tổ chức|thực hiện|tuyên truyền|phổ biến|nghiêm túc"
    r"|kịp thời|sâu rộng|rộng rãi|đầy đủ|cụ thể))*"
    r"(?:\s*[.;]|\s*$|\s*, | (?:đến|tới|cho|với|bảo đảm|đảm bảo|bằng|trong toàn|ngay)(?!\w))"
)
_SINCE: Final = re.compile(
    r"\W*(?:(?:ngay )?sau khi (?:(?:có|nhận được|tiếp thu|tiếp nhận|nghiên cứu) |[^.]{5,500}? (?:được )?"
    r"(?:ban hành|ra đời|có hiệu lực))"
    r"|(?:xác định|nhận thức)(?: (?:rõ|đúng|đầy đủ|sâu sắc|được|về|và),?){0,4}"
    r" (?:tầm quan trọng|vai trò|ý nghĩa|vị trí)"
    r"(?:(?:,| và) [^\W\d]+(?: [^\W\d]+){0,2}){0,2}(?: to lớn| quan trọng)? của )"
)


def objectless(fold: str, start: int, end: int) -> bool:
    """Whether no object follows a verb of making known that ends at `start`: `quán triệt đến toàn thể đảng viên`."""
    return _OBJECTLESS.match(fold, start, end) is not None


def since(fold: str, sentence: int) -> bool:
    """Whether a sentence tells what was done once a document was there: `Sau khi có D, `."""
    return _SINCE.match(fold, sentence) is not None


def of_papers(fold: str, start: int, verb: int) -> bool:
    """Whether the verb at `verb` only says what papers of others are about."""
    low = max(start, verb - _PAPERS_FAR)
    return fold.find(" của ", low, verb) >= 0 and _PAPERS.search(fold, low, verb) is not None


def honoured(fold: str, start: int, verb: int) -> bool:
    """Whether those who carry out are honoured by an event: `Hội nghị biểu dương các điển hình trong thực hiện`.

    Or are only its theme: `hội thảo với chủ đề “Vai trò của Công đoàn trong thực hiện D”`.
    """
    near = fold[max(start, verb - _CLOSE) : verb].rstrip()
    if (not near or near.endswith(_HONOURS_ENDS)) and _HONOURS.search(fold, start, verb):
        return True
    quotes = fold.find("“", start, verb) >= 0 or fold.find('"', start, verb) >= 0
    return quotes and _THEME.search(fold, start, verb) is not None


def at_event(fold: str, sentence: int) -> bool:
    """Whether a sentence tells what happens at the event named before: `Tại hội nghị, `."""
    return _AT_THE_EVENT.match(fold, sentence) is not None


def inside(lead: str) -> bool:
    """Whether a sentence opens inside a document: `Tại`, `Mới đây, trong`, `Sáng 3/4, tại`."""
    return _INSIDE.fullmatch(lead) is not None


def orders(gap: str) -> bool:
    """Whether a body gives orders after a document was named: `, UBND tỉnh giao Sở Y tế làm theo`."""
    return _DIRECTS.fullmatch(gap) is not None


def demands(gap: str) -> bool:
    """Whether what a document was put out for is an order: ` về X, yêu cầu các sở làm theo`."""
    return _DEMANDS.fullmatch(gap) is not None


def goals(left: str) -> bool:
    """Whether `left` says that the goals of what follows are to be reached: `Góp phần hoàn thành các chỉ tiêu`."""
    return _GOALS.fullmatch(left) is not None


def drafted(gap: str) -> bool:
    """Whether `gap` comes to speak of a draft."""
    return _DRAFT.search(gap) is not None


def about(gap: str) -> bool:
    """Whether a document is followed by what it is about: `về`, `về việc ban hành`."""
    return _ABOUT.fullmatch(gap) is not None


def contents(gap: str) -> bool:
    """Whether `gap` names what of a document is told: `một số nội dung cơ bản của`, `những điểm mới trong`."""
    return _CONTENTS.fullmatch(gap) is not None


def stated(gap: str) -> bool:
    """Whether a guide is given to what parts of a document state: `hướng dẫn mức thu quy định tại (Điều 4 D)`."""
    return _STATED.fullmatch(gap) is not None


def instead(lead: str) -> bool:
    """Whether a sentence begins with what its subject takes the place of: `Thay thế cho (A, B quy định ...)`."""
    return _INSTEAD.fullmatch(lead) is not None
