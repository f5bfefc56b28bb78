"""Numbers that tell of no carrying out: what a plan sets out, who came to a congress, what befell people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.extraction.lexicon import begins
from loaders.extraction.runs import PEOPLE
from loaders.extraction.wording import pattern

if TYPE_CHECKING:
    from loaders.extraction.counts import Mark

# `đề ra 45 nhiệm vụ giao cho 12 phòng`: what a plan holds, and for whom.
_SET_OUT: Final = pattern(
    begins("đưa ra|đề ra|đặt ra|xác định") + r"(?: [^\W\d_]+){0,2} \d{1,4} "
    r"(?:nhiệm vụ|giải pháp|nhóm|chỉ tiêu|mục tiêu|nội dung|đầu việc)(?!\w)[^.;]{0,60}$"
)
_SET_OUT_REACH: Final = 110
_EACH_YEAR: Final = pattern(r"[^.;,/]{1,40}/ ?(?:năm|tháng|ngày)(?!\w)")  # `bình quân 112 tổ nghề ra đời/năm`
_ON_AVERAGE: Final = ("bình quân ", "trung bình ")
# `4.554 xã (bằng 51,2% tổng số xã)`: the same figure once more.
_OF_THE_WHOLE: Final = pattern(r"\d [^\W\d_]+(?: [^\W\d_]+){0,3} \((?:bằng|chiếm)(?: t[ỷỉ] lệ)?(?: [^\W\d_]+){0,2} $")
_OF_THE_WHOLE_REACH: Final = 60
# Those who came to a congress or a session, which no document is carried out by.
_ASSEMBLY: Final = pattern(
    begins("tổ chức|khai mạc|tiến hành|diễn ra|dự") + r"(?: thành công| trọng thể)? "
    r"(?:đại hội|kỳ họp|phiên họp|lễ (?:kỷ niệm|khai|công bố|trao|bế))(?!\w)[^.;]*$"
)
_ASSEMBLY_REACH: Final = 200
# `Đoàn giám sát do đồng chí A làm Trưởng đoàn cùng 8 thành viên đã ...`: who acts.
_OF_A_TEAM: Final = pattern(r"(?<!\w)(?:đoàn|tổ|ban)(?!\w)[^.;]{0,160} (?:cùng|và|với) $")
_OF_A_TEAM_REACH: Final = 240
# What those who are counted said or voted, and what befell them: no work on a document.
_SPOKE: Final = pattern(
    r"[^.;:,\d]{0,50}? (?:được (?:hỏi|khảo sát|lấy ý kiến)|phát biểu|tranh luận|chất vấn|đặt câu hỏi|tán thành"
    r"|biểu quyết|bỏ phiếu"
    r"|bị (?:ảnh hưởng|thiệt hại|ngập|sập|hư hỏng|tốc mái|cô lập|nhiễm|mắc|chết|thương))(?!\w)"
)
_SUFFERED: Final = pattern(r"(?:[^\W\d_]+ ){1,2}(?:chết|tử vong|thiệt mạng|mất tích)(?!\w)")
_HARMED: Final = ("làm chết ", "bị thương ", "thiệt mạng ")


# What somebody is charged with: `chiếm đoạt 86 tỷ đồng`.
_CRIME: Final = pattern(
    begins(
        "chiếm đoạt|lừa đảo|trộm cắp|tham ô|hối lộ|gây thiệt hại|gây thất thoát|thất thoát|trốn thuế|rửa tiền"
        "|thu lợi|hưởng lợi|bị hại|bị cáo|đánh bạc"
    )
    + r"(?!\w)[^.;:]{0,60}$"
)
_CRIME_REACH: Final = 80
# Those who are only to have something: `812 học sinh được đề nghị hỗ trợ gạo`.
_ASKED_FOR: Final = pattern(r"[^.;:,\d]{0,50}? được (?:đề nghị|đề xuất|dự kiến)(?!\w)")


def unrelated(folded: str, first: int, mark: Mark) -> bool:
    """Whether the number of `mark`, in the sentence from `first` on, tells of something else than what was done.

    What a plan holds, how much there is of a thing each year, who came to a congress, of how many a team is made, or a
    figure that was given before.
    """
    number = mark.number

    def low(reach: int) -> int:
        return max(first, number - reach)

    if folded.startswith("%", mark.unit) and _OF_THE_WHOLE.search(folded, low(_OF_THE_WHOLE_REACH), number):
        return True
    if folded.endswith(_ON_AVERAGE, 0, number) and _EACH_YEAR.match(folded, mark.unit):
        return True
    if _CRIME.search(folded, low(_CRIME_REACH), number) or _ASKED_FOR.match(folded, mark.unit):
        return True
    if _SET_OUT.search(folded, low(_SET_OUT_REACH), number):
        return True
    if PEOPLE.match(folded, mark.unit) and _ASSEMBLY.search(folded, low(_ASSEMBLY_REACH), number):
        return True
    team = folded.startswith("thành viên", mark.unit) and mark.word == "đã"
    return team and _OF_A_TEAM.search(folded, low(_OF_A_TEAM_REACH), number) is not None


def befell(folded: str, mark: Mark) -> bool:
    """Whether those who are counted only spoke, or came to harm: `9 người chết`, `làm chết 9 người`."""
    if _SPOKE.match(folded, mark.unit) or (mark.word == "%" and _SPOKE.match(folded, mark.unit + 1)):
        return True
    return folded.endswith(_HARMED, 0, mark.number) or _SUFFERED.match(folded, mark.unit) is not None
