"""What a text is for the search: folded, cut at its spaces, and cut into words.

Both sides go through here, what is indexed and what is asked, so that two spellings of one name meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractor.archive.identity import folding
from extractor.tokenise import words

_WITHIN_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")
# the dot within an abbreviation: ก.พ.ร. and รพ.สต., but not ดร.สมชาย
_INNER_DOT = re.compile(r"\.(?=[^\W\d_]{1,2}(?:[.\s]|$))")
_REPEAT = re.compile(r"(?:(?<!\s)\s+)?ๆ\s*")
# all but spaces and the letters, marks and digits that nearly all texts are made of: for speed alone
_OTHER = re.compile("[^ 0-9a-zก-ฮะ-ฺเ-ํ]")
_LATIN = re.compile("[\u00aa-\u024f\u1e00-\u1eff]")


def fold(text: str) -> str:
    """`text` with what two writers write differently made one: letters, digits and marks, one space between pieces.

    Dots of abbreviations, quotation marks and ฯ go; other punctuation and symbols become a space; capitals become small
    letters; Latin letters lose their accents, Thai ones keep their marks. For the rest as `identity.folding.fold`, which keeps
    dots and accents.

    >>> fold("สำนักงาน ก.พ.ร. (OPDC)"), fold("พช."), fold("ดร.สมชาย"), fold("PMQA 4.0")
    ('สำนักงาน กพร opdc', 'พช', 'ดร สมชาย', 'pmqa 40')
    """
    clean = _REPEAT.sub("ๆ ", _INNER_DOT.sub("", _WITHIN_NUMBER.sub("", folding.fold(text))))
    if _LATIN.search(clean):
        clean = _LATIN.sub(lambda match: _plain(match[0]), clean)
    if _OTHER.search(clean):
        clean = "".join([c if c.isalnum() or unicodedata.category(c)[0] == "M" or c == "ๆ" else " " for c in clean])
    return " ".join(clean.split())


def _plain(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c)).casefold()


def joined(text: str) -> str:
    """The folded text without its spaces: สมชาย ใจดี and สมชายใจดี are one.

    >>> joined("สำนักงาน ก.พ.ร.")
    'สำนักงานกพร'
    """
    return fold(text).replace(" ", "")


@lru_cache(maxsize=50_000)
def segments(piece: str) -> tuple[str, ...]:
    """The words of a folded piece, in its order.

    >>> segments("พัฒนาชุมชน")
    ('พัฒนา', 'ชุมชน')
    """
    return tuple(word for word in words(piece) if not word.isspace())


def terms(text: str) -> list[str]:
    """The words of a text in its order: folded, cut at its spaces, then each piece into its words.

    >>> terms("รางวัลเลิศรัฐ ประจำปี ๒๕๖๕")
    ['รางวัล', 'เลิศ', 'รัฐ', 'ประจำปี', '2565']
    """
    return [word for piece in fold(text).split() for word in segments(piece)]


def whole_words(folded: str) -> set[str]:
    """What a slip may be put right to: the words of a folded name, and its pieces as they stand between spaces.

    >>> sorted(whole_words("สมชาย ใจดี"))
    ['ชาย', 'สม', 'สมชาย', 'ใจดี']
    """
    return {word for piece in folded.split() for word in (piece, *segments(piece))}
