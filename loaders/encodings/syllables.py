"""What a Vietnamese syllable can look like: the measure by which a guessed encoding is judged.

Every syllable is an onset, a nucleus and a coda from short closed lists, with at most one tone; text read in the wrong
encoding breaks this at once (`Quy?t ®Þnh`). Only words with a letter outside ASCII count: the others look alike in all
encodings.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

# Grave, acute, tilde, hook above, dot below.
TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
ONSETS: Final = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
NUCLEI: Final = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oă oai oao oay oe oeo oi oo ôi ơi ua uâ uây uê ui "
    "uô uôi uơ uy uya uyê uyu ưa ưi ươ ươi ươu ưu yê yêu"
)
CODAS: Final = "c ch m n ng nh p t"
SYLLABLE: Final = re.compile(
    f"(?:{'|'.join(ONSETS.split())})?(?:{'|'.join(NUCLEI.split())})(?:{'|'.join(CODAS.split())})?"
)
ABBREVIATION: Final = re.compile("[A-ZĐ]+")
WORD: Final = re.compile(r"(?:[^\W\d_]|[\u0300-\u0323])+")


def is_syllable(word: str) -> bool:
    """Whether `word` could be a Vietnamese syllable, in any letter case and normal form.

    >>> is_syllable("ngh\u1ecb"), is_syllable("\u00aeÞnh")
    (True, False)
    """
    letters = unicodedata.normalize("NFD", word.lower())
    plain = "".join(letter for letter in letters if letter not in TONES)
    if len(letters) - len(plain) > 1:
        return False
    return SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)) is not None


def plausibility(text: str) -> float:
    """The share of the words with letters outside ASCII that could be syllables; 0.0 where there is no such word.

    Damage (U+FFFD and the C1 controls) counts as a word that could not; abbreviations (`QĐ`) do not count.
    """
    words = Counter(word for word in WORD.findall(text) if not word.isascii() and not ABBREVIATION.fullmatch(word))
    damage = sum(1 for letter in text if letter == "\ufffd" or "\x80" <= letter <= "\x9f")
    total = words.total() + damage
    return sum(count for word, count in words.items() if is_syllable(word)) / total if total else 0.0
