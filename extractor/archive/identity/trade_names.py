"""Names of businesses and groups, which outlets give with the word for their kind or without, in full or by the brand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from extractor.archive.identity import Verdict
from extractor.archive.identity.folding import solid
from extractor.archive.identity.glossary import synonymous
from extractor.archive.identity.likeness import digits, is_slip, swaps_consonants

if TYPE_CHECKING:
    from extractor.archive.identity.bodies import Form

# kinds of business and of groups, whose names outlets give with the word or without, or with another
_TRADE = (
    r"ร้านอาหาร|ร้าน|ครัว|คาเฟ่|โรงแรม|รีสอร์[ทต]|โฮมสเตย์|โรงงาน|โรงสี(?:ข้าว|ไฟ)?|โรงทอ(?:ผ้า)?|ฟาร์ม|ไร่|สวน|บ้าน|กลุ่ม|สตรี|แม่บ้าน|วิสาหกิจชุมชน|ชุมชน|ชมรม|เครือข่าย"
    r"|ทีม|วง|คณะ|ค่าย|แบรนด์|สำนักพิมพ์|หนังสือพิมพ์|นิตยสาร|มูลนิธิ|สมาคม|สถาบัน|ศูนย์การเรียนรู้|พิพิธภัณฑ์"
)
_BEFORE = re.compile(rf"^(?:{_TRADE}|company)+(?=[ก-๎a-z]{{4}})")
_AFTER = re.compile(r"(?:รีสอร์[ทต]|โฮเทล|โฮมสเตย์|กรุ๊ป|โฮลดิ้งส?|คอร์ปอเรชั่น|group|holdings?|hotel|resort|thailand|ประเทศไทย)$")
_ASIDE = re.compile(r"\([^()]*\)")
_HONOUR = re.compile(r"เฉลิมพระเกียรติ|ในพระบรม|ในพระราช|ในสมเด็จ")
_DISTINCTIVE = 6  # letters of a name that tells itself
_LONG = 8
_LONG_END = 12  # letters of an end that hardly two groups have
_NOUN = re.compile("^(?:การ|ความ)(?=[ก-๎]{3})")
_STARTS = 4  # letters of a trade name that begins a company's, or is it without the word for its kind
_FEWEST = 3  # letters of what is left between two words that outlets leave out
_OTHERS = re.compile(r"\d|เหนือ|ใต้|ตะวัน|กลาง|ใหม่|เก่า|น้อย|ใหญ่|ชาย|หญิง|สาขา|เขต|บ้าน|จังหวัด|อำเภอ|ตำบล")
"""What makes another body of a name that holds the first."""

_DIFFERENT = Verdict("different", 0.0, ("the names differ",))


def compare_trade_names(one: Form, other: Form) -> Verdict:
    """Whether two names are of one business or group, told with its kind or without, in full or by its brand: never surely."""
    heads = {one.head, other.head}
    official = {head for head in heads if head and head != "company" and not _BEFORE.match(head + "กกกก")}
    if official:
        return _one_honoured(one, other) if len(heads) == 1 else _DIFFERENT
    cores = (_plain(one), _plain(other))
    shorter, longer = sorted(cores, key=len)
    if len(shorter) < _STARTS or _are_elsewhere((one, other), cores):
        return _DIFFERENT
    if shorter == longer:
        return Verdict("doubtful", 0.6, ("the same name but for the word for its kind",))
    if digits(shorter) == digits(longer) and is_slip(shorter, longer, least=6) and not swaps_consonants(shorter, longer):
        return Verdict("doubtful", 0.55, ("a slip, and another word for its kind",))
    if longer.startswith(shorter) and not _OTHERS.search(longer, len(shorter)) and ends_word(longer, len(shorter)):
        return Verdict("doubtful", 0.55, ("one name begins the other",))
    if (at := _same_start(shorter, longer)) >= _STARTS and synonymous(shorter[at:], longer[at:]):
        return Verdict("doubtful", 0.6, ("one name begins as the other, and goes on with words for the same",))
    if len(shorter) >= _DISTINCTIVE and longer.endswith(shorter) and not _OTHERS.search(longer[: -len(shorter)]):
        return Verdict("doubtful", 0.7 if len(shorter) >= _LONG_END else 0.55, ("one name ends the other",))
    if len(shorter) >= _LONG and len(shorter) * 5 >= len(longer) * 3 and _leaves_out(shorter, longer):
        return Verdict("doubtful", 0.6, ("one leaves out a word",))
    return _DIFFERENT


def kind_untold(one: Form, other: Form) -> Verdict | None:
    """A name without the word for its kind, and the same with it, whole or cut short: ขนส่งทางบก, กรมการขนส่งทางบก; else null."""
    short, full = (one, other) if not one.head else (other, one)
    if not full.head or full.head == "company" or short.province or short.digits != full.digits:
        return None
    told, core = (_NOUN.sub("", form.core) for form in (short, full))
    if len(told) < _DISTINCTIVE or told.startswith("จังหวัด"):
        return None
    if told == core:
        return Verdict("doubtful", 0.6, ("the same name, but one does not tell the kind of body",))
    rest = core[len(told) :]
    if core.startswith(told) and len(told) * 2 >= len(core) and ends_word(core, len(told)) and not _OTHERS.match(rest):
        return Verdict("doubtful", 0.6, ("one name begins the other, and does not tell the kind of body",))
    return None


def are_trades(*heads: str) -> bool:
    """Whether words for kinds of body are all of businesses and groups: กลุ่ม, วิสาหกิจชุมชน.

    >>> are_trades("กลุ่ม", "วิสาหกิจชุมชน"), are_trades("โรงเรียน", "กลุ่ม")
    (True, False)
    """
    return all(_BEFORE.match(head + "กกกก") for head in heads)


def _same_start(one: str, other: str) -> int:
    """How many letters two solid names begin with alike, to the end of a word of both."""
    at = next((at for at, (here, there) in enumerate(zip(one, other, strict=False)) if here != there), min(len(one), len(other)))
    while at > 0 and not (at < min(len(one), len(other)) and ends_word(one, at) and ends_word(other, at)):
        at -= 1
    return at


def _leaves_out(shorter: str, longer: str) -> bool:
    """Whether a name is the other without a word or two, its beginning and its end being the other's."""
    edits = Levenshtein.opcodes(longer, shorter)
    if any(edit.tag not in {"equal", "delete"} for edit in edits):
        return False
    kept = [edit.src_end - edit.src_start for edit in edits if edit.tag == "equal"]
    gone = [longer[edit.src_start : edit.src_end] for edit in edits if edit.tag == "delete"]
    return (
        0 < len(gone) <= 2
        and min(kept) >= _FEWEST
        and edits[0].tag == edits[-1].tag == "equal"
        and not any(_OTHERS.search(part.replace("บ้าน", "")) for part in gone)
    )


def _one_honoured(one: Form, other: Form) -> Verdict:
    """โรงพยาบาลบ้านสวน, and the same with เฉลิมพระเกียรติ behind it."""
    plain = [_HONOUR.split(form.core, maxsplit=1)[0] for form in (one, other)]
    if plain[0] == plain[1] and len(plain[0]) >= _DISTINCTIVE:
        return Verdict("doubtful", 0.6, ("the same name, one without the words of honour",))
    return _DIFFERENT


def _are_elsewhere(forms: tuple[Form, Form], cores: tuple[str, str]) -> bool:
    """Whether a place in brackets behind one name is not the other's: ร้านป้าแมะ (ท่าแพ), ร้านป้าแมะ ปัตตานี."""
    here, there = (solid(" ".join(_ASIDE.findall(form.folded))) for form in forms)
    if here and there:
        return here != there
    return any(
        aside and full.startswith(core) and full[len(core) :] not in {"", aside}
        for aside, core, full in ((here, *cores), (there, *cores[::-1]))
    )


def _plain(form: Form) -> str:
    """A trade name without the word for its kind, before or behind it, and without what stands in brackets."""
    name = solid(_ASIDE.sub(" ", form.folded)) or form.whole
    bare = _BEFORE.sub("", name)
    return _AFTER.sub("", bare) if len(_AFTER.sub("", bare)) >= _STARTS else bare


def ends_word(text: str, at: int) -> bool:
    """Whether a word ends at a place of a solid text: a Thai vowel or tone mark never begins one."""
    if text[at - 1].isascii() and text[at].isascii():
        return True
    return text[at] not in "ะาำิีึืฺุูัํ็่้๊๋์" and text[at - 1] not in "เแโใไั"
