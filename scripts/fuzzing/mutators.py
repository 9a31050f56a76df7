"""Ways in which an article gets spoilt: on its characters as feeds and pages spoil it, on its bytes as disks and lines do.

A mutator takes the text (or the bytes), the source of chance, and other articles to borrow from; it hands back a new one.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    TextMutator: TypeAlias = Callable[[str, Random, Sequence[str]], str]
    ByteMutator: TypeAlias = Callable[[bytes, Random], bytes]

LONGEST = 20_000
"""Characters that no mutator goes beyond; what grows with length has a test of its own."""

_BITS = (
    "รางวัล|รางวัลชนะเลิศ |รางวัลที่ 1 |ประจำปี 2565 |ประเภท|สาขา|ระดับดี |ผลงาน “|ได้แก่ |และ|โดย |นาย|นาง|นางสาว|ดร.|พล.ต.อ.|กรม|"
    "โรงเรียน|จังหวัด|วันที่ 31 กันยายน 2565 |วันที่ 10-12 ก.ย. 65 |คว้า 9 รางวัล |ณ |พิธีมอบ|เป็นประธาน|ครั้งที่ 12 |1) |2. |1.1) |๓. |- |• |"
    "(|)|“|”|\"|'|‘|’|«|»|[|]|…|ฯ|ฯลฯ|ๆ|/|:|,|;|Award |of the Year|2nd |Mr. |Ph.D. |จ.|อ.|ต.|อบต.|บริษัท จำกัด (มหาชน)"
).split("|")
_INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u202e\u2060\ufeff\u0e33\u0e4d\u0e48\u0e49\u0e31\u0e38\u0e3a\u0301\u20dd\ufe0f"
_SPACES = "\t\x0b\x0c\x1c\x1f\x85\xa0\u1680\u2003\u2028\u2029\u202f\u3000\r\n"
_SCRIPTS = (
    "ລາງວັນຊະນະເລີດ ປະຈໍາປີ 2565", "រង្វាន់ជ័យលាភី", "ဆုရရှိသူ ၂၀၂၂", "最優秀賞受賞 2022年9月12日", "جائزة أفضل ١٢/٩/٢٠٢٢", "פרס השנה",
    "Премия года 2022", "पुरस्कार २०२२", "🏆🥇👨‍👩‍👧‍👦🇹🇭", "Ｐｒｉｚｅ ２０２２", "𝐀𝐰𝐚𝐫𝐝", "ﷺ", "İıß", "ǅ", "Z̴͖̈a̷͉̔l̶̰̚g̵̣̈o̷̦̓",
)  # fmt: skip
_HTML = (
    "<p>", "</p>", "<br/>", "<div class='news'>", "</div>", "<script>var a='รางวัล';</script>", "<!--", "-->", "&nbsp;",
    "&amp;amp;", "&#3585;", "&#xD800;", "<![CDATA[", "<table><tr><td>",
    "<a href='javascript:1'>", "<title>", "<", ">", "<b", "<svg><style>",
)  # fmt: skip


def _stretch(text: str, chance: Random, most: int) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randrange(1, most + 1))


def _insert(text: str, chance: Random, bit: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + bit + text[at:]


def cut(text: str, chance: Random, _: Sequence[str]) -> str:
    """A stretch is missing."""
    start, end = _stretch(text, chance, 200)
    return text[:start] + text[end:]


def truncate(text: str, chance: Random, _: Sequence[str]) -> str:
    """Begins late, or ends early."""
    at = chance.randrange(len(text) + 1)
    return text[at:] if chance.random() < 0.4 else text[:at]


def move(text: str, chance: Random, _: Sequence[str]) -> str:
    """A stretch stands elsewhere."""
    start, end = _stretch(text, chance, 150)
    return _insert(text[:start] + text[end:], chance, text[start:end])


def repeat(text: str, chance: Random, _: Sequence[str]) -> str:
    """A stretch stands there many times over."""
    start, end = _stretch(text, chance, chance.choice((1, 5, 40, 300)))
    times = min(int(math.exp(chance.uniform(0.7, 6))), max(1, (LONGEST - len(text)) // max(1, end - start)))
    return text[:start] + text[start:end] * times + text[end:]


def shuffle_lines(text: str, chance: Random, _: Sequence[str]) -> str:
    """The lines stand in another order."""
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def shuffle_words(text: str, chance: Random, _: Sequence[str]) -> str:
    """The words of a stretch stand in another order."""
    start, end = _stretch(text, chance, 400)
    words = text[start:end].split(" ")
    chance.shuffle(words)
    return text[:start] + " ".join(words) + text[end:]


def rejoin_lines(text: str, chance: Random, _: Sequence[str]) -> str:
    """Lines run on, or break elsewhere."""
    old, new = chance.choice((("\n", " "), ("\n", ""), (" ", "\n"), ("\n", "\r\n"), ("\n", "\r"), ("\n", "\n\n\n"), (" ", "")))
    start, end = _stretch(text, chance, 2000)
    return text[:start] + text[start:end].replace(old, new) + text[end:]


def splice(text: str, chance: Random, others: Sequence[str]) -> str:
    """A stretch of another article stands in the middle."""
    other = chance.choice(others)
    start, end = _stretch(other, chance, 400)
    return _insert(text, chance, other[start:end])


def put_bits(text: str, chance: Random, _: Sequence[str]) -> str:
    """Words and marks that the grammar goes by, where they do not belong."""
    for _time in range(chance.randrange(1, 9)):
        text = _insert(text, chance, chance.choice(_BITS) * chance.choice((1, 1, 1, 1, 2, 30)))
    return text


def put_odd(text: str, chance: Random, _: Sequence[str]) -> str:
    """Invisible characters, loose marks, odd spaces and line ends."""
    for _time in range(chance.randrange(1, 12)):
        text = _insert(text, chance, chance.choice(chance.choice((_INVISIBLE, _SPACES))) * chance.choice((1, 1, 2, 9)))
    return text


def put_any(text: str, chance: Random, _: Sequence[str]) -> str:
    """Characters of all of Unicode, those included that are none."""
    top = chance.choice((0x80, 0x0E80, 0x3000, 0x10000, 0x110000))
    bit = "".join(chr(chance.randrange(top)) for _time in range(chance.randrange(1, 30)))
    return _insert(text, chance, bit)


def put_script(text: str, chance: Random, _: Sequence[str]) -> str:
    """Words in another script."""
    return _insert(text, chance, chance.choice(_SCRIPTS))


def put_html(text: str, chance: Random, _: Sequence[str]) -> str:
    """What is left of a page's markup."""
    for _time in range(chance.randrange(1, 6)):
        text = _insert(text, chance, chance.choice(_HTML) * chance.choice((1, 1, 1, 20)))
    return text


def change_digits(text: str, chance: Random, _: Sequence[str]) -> str:
    """Other figures: other days, years and numbers of items, in either kind of digits, some of them absurd."""
    share = chance.random()
    kinds = chance.choice(("0123456789", "๐๑๒๓๔๕๖๗๘๙", "09", "٠١٢²½Ⅷ"))
    return "".join(chance.choice(kinds) if char.isdigit() and chance.random() < share else char for char in text)


def change_characters(text: str, chance: Random, _: Sequence[str]) -> str:
    """Neighbouring characters change places, or one takes another's."""
    chars = list(text)
    for _time in range(chance.randrange(1, 20)):
        if len(chars) > 1:
            at, other = chance.randrange(len(chars) - 1), chance.randrange(len(chars))
            chars[at : at + 2] = chars[at + 1], chars[at] if chance.random() < 0.5 else chars[other]
    return "".join(chars)


def misread(text: str, chance: Random, _: Sequence[str]) -> str:
    """Once read in the wrong encoding."""
    start, end = _stretch(text, chance, 400)
    wrong = (
        text[start:end].encode("utf-8", "replace").decode(chance.choice(("cp1252", "latin-1", "cp874", "utf-16-le")), "replace")
    )
    return text[:start] + wrong + text[end:]


def change_case(text: str, chance: Random, _: Sequence[str]) -> str:
    """Latin letters in the other case."""
    return chance.choice((str.upper, str.lower, str.swapcase))(text)


TEXT_MUTATORS: tuple[TextMutator, ...] = (
    cut, truncate, move, repeat, shuffle_lines, shuffle_words, rejoin_lines, splice, put_bits, put_bits, put_odd, put_any,
    put_script, put_html, change_digits, change_characters, misread, change_case,
)  # fmt: skip


def mutate(text: str, chance: Random, others: Sequence[str]) -> str:
    """`text` spoilt in one to six ways."""
    for _time in range(chance.randrange(1, 7)):
        text = chance.choice(TEXT_MUTATORS)(text, chance, others)[:LONGEST]
    return text


# --- bytes


def flip_bits(data: bytes, chance: Random) -> bytes:
    """Single bits are wrong."""
    changed = bytearray(data)
    for _time in range(chance.choice((1, 1, 2, 8, 64))):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut_bytes(data: bytes, chance: Random) -> bytes:
    """Ends early, or a stretch is missing."""
    start = chance.randrange(len(data) + 1)
    return data[:start] if chance.random() < 0.5 else data[:start] + data[start + chance.randrange(1, 60) :]


def repeat_bytes(data: bytes, chance: Random) -> bytes:
    """A block was written twice."""
    start = chance.randrange(len(data) + 1)
    end = start + chance.choice((16, 512, 4096))
    return data[:end] + data[start:end] + data[end:]


def put_bytes(data: bytes, chance: Random) -> bytes:
    """Foreign bytes in the middle."""
    at = chance.randrange(len(data) + 1)
    bit = chance.choice((b"\0", b"\n", b'"', b"{", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1f\x8b", b"\\", b",", chance.randbytes(9)))
    return data[:at] + bit + data[at:]


BYTE_MUTATORS: tuple[ByteMutator, ...] = (flip_bits, cut_bytes, repeat_bytes, put_bytes)


def mutate_bytes(data: bytes, chance: Random) -> bytes:
    """`data` spoilt in one to three ways."""
    for _time in range(chance.randrange(1, 4)):
        data = chance.choice(BYTE_MUTATORS)(data, chance)
    return data
