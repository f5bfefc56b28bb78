"""What stands before a sentence proper: its dateline and its adverbs of time and place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from loaders.extraction import actors
from loaders.extraction.deferred import deferred
from loaders.extraction.eventdays import AT

_DATELINE_REACH: Final = 44
_DATELINE: Final = deferred(r"[^\W\d_]+(?:\.vn)?(?: [^\W\d_]+){0,3} ?(?:\([^()]{1,20}\) ?)?[-–] ?(?=[a-zđủ])")
_PLACED: Final = r"(?:huyện|quận|xã|phường|thành phố|tỉnh|thị xã|thị trấn|tp)(?!\w| ủy| đoàn)"
_LEADING: Final = deferred(
    r"(?:\([^()]{1,40}\)|[\s\W]|date (?:19|20)\d\d-\d\d(?:-\d\d)?(?!\w)"
    r"|(?:vào |trong )?(?:sáng nay|chiều nay|tối nay|sáng|chiều|tối|trưa|hôm nay|hôm qua"
    r"|vừa qua|mới đây|cùng ngày|(?:nhân |trong )?dịp này)(?!\w)"
    r"|(?:ngày )?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?"
    r"|(?:vào |trong )?(?:lúc |hồi |khoảng )?\d{1,2} ?(?:giờ|h|g)(?: ?\d{1,2}(?: phút|p)?)?(?!\w)"
    r"|vào(?= (?:ngày|lúc|hồi))|(?:và|đến)(?= (?:sáng|chiều|tối|ngày) ?(?:ngày )?\d)|ngày \d{1,2}(?= (?:và|đến) )"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)|chủ nhật"
    r"|(?:trong )?các ngày \d[\d,; và]{1,16}[/.-]\d{1,2}(?:[/.-]\d{4})?"
    r"|(?:trong )?\d{1,2} (?:tháng|ngày) (?:đầu|cuối) năm(?: \d{4})?"
    r"|(?:trong )?(?:hai|ba|bốn|0?[2-5]) ngày,? (?:từ )?\d{1,2}(?:[/.-]\d{1,2})?(?:,| và| đến|-) ?(?=\d)"
    r"|ngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?|(?:trong |từ )?(?:năm|quý|tháng|giai đoạn|nhiệm kỳ) (?:[ivx]+"
    r"|\d+)(?:\s*[/-]\s*\d+)*(?: này)?|(?:nhiệm kỳ|giai đoạn) này"
    rf"|{AT}(?=\s*,)"
    rf"(?:, (?!(?!{_PLACED})(?:{actors.WORDS['body']})(?!\w))[^,;.]{{2,24}}(?=,\s(?:{actors.WORDS['body']}) ))?"
    r"|theo (?:báo cáo|thông tin|số liệu|thống kê) [^.;:,]{2,80}(?=,)"
    r"|(?:từ đầu năm |tính )?đến (?:nay|thời điểm (?:này|hiện tại))(?!\w)"
    rf"|dưới sự (?:chủ trì|điều hành|chỉ đạo|lãnh đạo) của (?:(?! đã | vừa | tổ chức | họp )[^;.:]){{3,160}}"
    rf"(?=, (?:{actors.WORDS['body']})(?!\w))"
    r"|(?:thực hiện|theo) (?:sự )?(?:chỉ đạo|phân công|chương trình công tác|kế hoạch công tác)(?: của)?"
    r" [^;:.,\d]{2,60}(?=, )"
    r"|(?:ngay )?từ (?:những ngày )?đầu (?:năm|quý|nhiệm kỳ)(?!\w)"
    r"|trong (?:thời gian |vòng )?\d{1,2} ngày(?=,)"
    r"|từ (?:ngày )?\d{1,2}(?:/\d{1,2})?(?: ?[-–] ?| đến (?:hết )?(?:ngày )?)(?=\d)"
    r"|tiếp tục (?:chương trình|đợt|kế hoạch) (?:công tác|làm việc|kiểm tra|giám sát)[^,;.]{0,60}(?=,)"
    r"|trong (?:tháng|quý|năm|kỳ|tuần)(?: qua| này| vừa qua)?(?=,)"
    r"|hiện nay|ngoài ra|bên cạnh đó|đồng thời|theo đó|đặc biệt|(?:ngay )?sau đó|tiếp đó|trước đó|cụ thể(?=, đoàn )"
    r"|(?:qua|từ|nhờ|do|cùng với|cùng|song song|song song với|thêm vào) đó(?=,)|(?:chính )?vì (?:vậy|thế)|nhìn chung"
    r"|mặt khác|tiếp theo(?=,)|đáng chú ý(?=,)|nổi bật(?=,)|trên cơ sở đó(?=,)|cũng trong (?:dịp|ngày|sáng|chiều) này"
    r"|thời gian qua|(?:(?:những|các|\d+|hai|ba|bốn|mười) )?(?:năm|tháng)(?: rưỡi)? qua|\d+)*"
)


@lru_cache(maxsize=64)  # several rules ask it of one clause
def lead(fold: str, start: int, end: int) -> int:
    """Where the sentence proper begins after its dateline and its adverbs of time and place."""
    head = fold[start : min(end, start + _DATELINE_REACH)]
    if "-" in head or "–" in head:
        line = _DATELINE.match(fold, start, end)
        start = line.end() if line and not _named_on(fold, line, end) else start
    match = _LEADING.match(fold, start, end)
    return match.end() if match else start


def _named_on(fold: str, line: re.Match[str], end: int) -> bool:
    """Whether what looks like a dateline begins the name of a body: `Sở Lao động - Thương binh và Xã hội`."""
    if actors.BODY_AT.match(line.string, line.start()) is None:
        return False
    lead_on = _LEADING.match(fold, line.end(), end)
    return not (lead_on and lead_on.group().strip()) and actors.BODY_AT.match(fold, line.end(), end) is None
