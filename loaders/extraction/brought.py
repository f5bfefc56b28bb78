"""Verbs that carry a document out only with words behind it, or only in front of a sentence.

`X đưa D vào cuộc sống`, `Để đưa D đi vào cuộc sống, X ...`; `Hưởng ứng D, X ...`, `Chấp hành D, X ...`.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.extraction.cues import Cue
from loaders.extraction.tokens import Token

_BRINGS: Final = re.compile(r"(?<!\w)(?P<verb>đưa)(?: các)?(?: nội dung| tinh thần)?(?: của)?\s+$")
_INTO: Final = re.compile(
    r"(?:\s+(?:của|về) [^.;:]{2,90}?)?,?\s+(?:sớm |thực sự |nhanh chóng |ngày càng |từng bước )*(?:đi )?(?:sâu )?vào"
    r" (?:cuộc sống|thực tiễn|thực tế|đời sống)(?!\w)"
)
_OPENS: Final = re.compile(
    r"[\W\d]*(?:(?:theo đó|đồng thời|bên cạnh đó|ngoài ra),? )?(?:(?:để|nhằm) )?(?:(?:nghiêm túc|tích cực) )?"
    r"(?P<verb>hưởng ứng|chấp hành|bám sát|tiếp thu)(?: (?:nghiêm|tốt|nghiêm túc|nội dung|tinh thần|của))*\s+"
)
_REACH: Final = 40
_SAID: Final = 260


def verb(fold: str, sentence: int, at: int, stop: int) -> Token | None:
    """The verb right before a document at `at`, whose name ends at `stop`, by which it is carried out, if one is."""
    found = _BRINGS.search(fold, max(sentence, at - _REACH), at)
    if found is not None and _INTO.match(fold, stop, stop + _SAID) is None:
        return None
    found = found or (_OPENS.fullmatch(fold, sentence, at) if at - sentence < 2 * _REACH else None)
    if found is None:
        return None
    start, end = found.span("verb")
    return Token("cue", start, end, -1, Cue(found["verb"], "implements", "verb"))
