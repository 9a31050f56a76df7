"""A clean copy of a text for matching, and the way back to the text as it was given.

What changes on the copy: odd spaces become a plain space, Thai digits become 0–9, zero-width characters and soft hyphens
go, ํ + า becomes ำ, เเ becomes แ, doubled vowels and tone marks are written once, marks in the wrong order are put right,
the private-use glyphs that old Thai PDFs leave become the marks they draw, and an ำ that was torn becomes one again: its
halves apart (จ านวน), or one half lost (จ�านวน, จำ�นวน). A pair of marks of which both open or both close (”ก”, “ก“) gets
one of each. Of more than 40 spaces in a row 40 stay. Nothing else: NFKC would take ำ apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter

from extractor.phrases import Phrases

# U+F700–F71A as the Windows Thai fonts drew shifted vowels and tone marks (WTT 2.0 glyph variants).
_PRIVATE_USE = {
    0xF700: "ฐ",
    0xF701: "ิ",
    0xF702: "ี",
    0xF703: "ึ",
    0xF704: "ื",
    0xF705: "่",
    0xF706: "้",
    0xF707: "๊",
    0xF708: "๋",
    0xF709: "์",
    0xF70A: "่",
    0xF70B: "้",
    0xF70C: "๊",
    0xF70D: "๋",
    0xF70E: "์",
    0xF70F: "ญ",
    0xF710: "ั",
    0xF711: "ํ",
    0xF712: "็",
    0xF713: "่",
    0xF714: "้",
    0xF715: "๊",
    0xF716: "๋",
    0xF717: "์",
    0xF718: "ุ",
    0xF719: "ู",
    0xF71A: "ฺ",
}
_SPACES = "\t\x0b\x0c\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_ONE_TO_ONE: dict[int, str] = {
    **{ord(space): " " for space in _SPACES},
    **{ord("๐") + digit: str(digit) for digit in range(10)},
    **_PRIVATE_USE,
    0x2028: "\n",
    0x2029: "\n",
}
_COMMON = {ord(common) for common in "\t\xa0๐๑๒๓๔๕๖๗๘๙"}
_REPLACED = [(chr(old), new) for old, new in _ONE_TO_ONE.items() if old in _COMMON]
_REPLACED_SELDOM = [(chr(old), new) for old, new in _ONE_TO_ONE.items() if old not in _COMMON]
# Half of a surrogate pair is no character, and no JSON can hold it: a line break, so that no mention runs over it.
HALF_PAIR = re.compile(f"[{chr(0xD800)}-{chr(0xDFFF)}]")
# words whose ำ is a space and า where a PDF's letters were read without their marks: สำนัก, จำนวน, ประจำปี
_BEFORE_AM = "กคจดตทนลสอ"
_AFTER_AM = "บล|เภอ|นัก|หรับ|เร็จ|คัญ|นวน|กัด|ปี|หนด|เนิน|ดับ|งาน|เสนอ|แหน่ง|สั่ง|นวย"
_EDIT = re.compile(
    r"(?P<nothing>[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+|\r(?=\n)|(?<=[ ]{40})[ ]+)"
    r"|(?P<newline>\r)"
    r"|(?P<tone_am>(?P<first_tone>[่-๋])ํา)"  # น + ้ + ํ + า → น้ำ
    r"|(?P<am>ํ(?P<am_tone>[่-๋]?)า)"  # น + ํ + ้ + า → น้ำ
    r"|(?P<ae>เเ)"
    r"|(?P<am_first>ำ(?P<late_tone>[่-๋]))"  # นำ้ → น้ำ
    r"|(?P<tone_first>(?P<early>[่-์])(?P<vowel>[ัิ-ฺ็ํ]))"  # ท่ี → ที่
    r"|(?P<torn_am>(?:(?<=[ก-ฮ]) )?(?:(?<=[ก-ฮ ])�(?P<torn_tone>[่-๋]?)[าำ]|ำ�|า�(?=[ก-ฮเ-ไ])))"  # จ�านวน, จำ�นวน, ประจ า�ปี
    rf"|(?P<parted_am>(?P<parted>[{_BEFORE_AM}]) า(?={_AFTER_AM}))"  # จ านวน → จำนวน
    r"|(?P<doubled>(?P<mark>[ัำิ-ฺ็-๎])(?P=mark)+)"
)


def _beginnings() -> list[str]:
    """The one or two characters with which every match of `_EDIT` begins."""
    tones = [chr(code) for code in range(ord("่"), ord("์") + 1)]
    vowels = ["ั", *(chr(code) for code in range(ord("ิ"), ord("ฺ") + 1)), "็", "ํ"]
    ranges = ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064))
    nothing = ["\u00ad", "\u180e", "\ufeff", *(chr(code) for first, last in ranges for code in range(first, last + 1))]
    pairs = {tone + vowel for tone in tones for vowel in vowels}
    pairs |= {"ํา", "เเ", *("ํ" + tone for tone in tones), *("ำ" + tone for tone in tones)}
    pairs |= {mark * 2 for mark in (*tones, *vowels, "ำ", "๎")}
    torn = ["�", *(mark + "�" for mark in "าำ"), " �", " า�", *(consonant + " า" for consonant in _BEFORE_AM)]
    return ["\r", *nothing, *torn, *sorted(pairs)]


# tells where _EDIT is to be tried, since the engine's own search for it is slower by far; and before that, by the lowest
# numbers, whether a text holds what is seldom replaced
_PLACES = Phrases([*(old for old, _ in _REPLACED_SELDOM), *_beginnings()], few=True)

# No table needs more spaces, and rules that pass over them would pass over tens of thousands again and again.
_WIDE = " " * 41
_TOO_WIDE = re.compile("[ ]{40}([ ]+)")


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Brings spans of the normalised copy back to the text as given.

    `points` are positions in the copy from which `shifts` (source minus copy) hold; `widths` gives the number of source
    characters of those characters of the copy that stand for more than one.
    """

    points: list[int] = field(default_factory=list)
    shifts: list[int] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)

    def start(self, position: int) -> int:
        """Source offset of the character at `position` of the copy."""
        at = bisect_right(self.points, position)
        return position + (self.shifts[at - 1] if at else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Source span of the copy's `start:end`: from its first character's start to its last one's end."""
        if not self.points:
            return start, end
        if end <= start:
            at = self.start(start)
            return at, at
        return self.start(start), self.start(end - 1) + self.widths.get(end - 1, 1)


def normalise(text: str) -> tuple[str, OffsetMap]:
    r"""The clean copy of `text`, and the map back.

    >>> clean, offsets = normalise("ก\u200bํา")
    >>> clean, offsets.span(1, 2)
    ('กำ', (2, 4))
    """
    for old, new in _REPLACED:
        if old in text:
            text = text.replace(old, new)
    if text.count("“") != text.count("”"):
        text = _with_pairs(text)
    try:
        text.encode()  # far quicker than to search for them
    except UnicodeEncodeError:
        text = HALF_PAIR.sub("\n", text)
    places = _PLACES.find(text)
    if any(number < len(_REPLACED_SELDOM) for number, _, _ in places):
        for old, new in _REPLACED_SELDOM:
            text = text.replace(old, new)
        places = _PLACES.find(text)
    offsets = OffsetMap()
    pieces: list[str] = []
    taken = made = 0
    if _WIDE in text:
        places = sorted([*places, *((-1, *match.span(1)) for match in _TOO_WIDE.finditer(text))], key=itemgetter(1))
    for _, start, _ in places:
        match = _EDIT.match(text, start) if start >= taken else None
        if match is None:
            continue
        pieces.append(text[taken : match.start()])
        made += match.start() - taken
        taken = match.end()
        new = _respelt(match)
        pieces.append(new)
        old_length = match.end() - match.start()
        if len(new) != old_length:
            if new:
                offsets.widths[made + len(new) - 1] = old_length - len(new) + 1
            offsets.points.append(made + len(new))
            offsets.shifts.append(taken - made - len(new))
        made += len(new)
    if not pieces:
        return text, offsets
    pieces.append(text[taken:])
    return "".join(pieces), offsets


_MARK = re.compile(r"[“”\n]")


def _with_pairs(text: str) -> str:
    """The text with each mark that opens where it must close, or closes where it must open, turned: ได้รับรางวัล”ก” → “ก”."""
    turned = list(text)
    opened = False
    for mark in _MARK.finditer(text):
        at = mark.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if mark.group() == "”":
            if not opened and after.isalnum():
                turned[at] = "“"
            opened = turned[at] == "“"
        elif mark.group() == "“":
            if opened and not after.isalnum() and not before.isspace():
                turned[at] = "”"
            opened = turned[at] == "“"
        else:
            opened = False
    return "".join(turned)


def _respelt(match: re.Match[str]) -> str:
    """What stands in the copy for a match of `_EDIT`."""
    groups = match.groupdict()
    if groups["nothing"] is not None:
        return ""
    if groups["newline"] is not None:
        return "\n"
    if groups["am"] is not None:
        return f"{groups['am_tone']}ำ"
    if groups["tone_am"] is not None:
        return f"{groups['first_tone']}ำ"
    if groups["torn_am"] is not None:
        return f"{groups['torn_tone'] or ''}ำ"
    if groups["parted_am"] is not None:
        return f"{groups['parted']}ำ"
    if groups["ae"] is not None:
        return "แ"
    if groups["am_first"] is not None:
        return f"{groups['late_tone']}ำ"
    if groups["tone_first"] is not None:
        return f"{groups['vowel']}{groups['early']}"
    return str(groups["mark"])
