"""The shape of a text: lines, list items with their numbering, quotations and parentheses, as spans of the clean text.

A list may stand one item a line or run on inside one paragraph, and lists nest (1. → 1.1 → 1) …). Numbers are believed
only when they count: an item follows the one before it in its own style, or is the first of a list that goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from extractor.anchors import Words
from extractor.patterns import sought
from extractor.structure_words import BARE_HEADING, HEADING_LINE, INLINE_HEADING, ITEM_HEADS, LABEL_NEXT

_MARKER = sought(
    r"""
    (?P<bullet> (?<![^\n ]) (?:[✅✔☑➡→●•▪◾■◆▶►❖★☆⭐🏆🥇🥈🥉🔹🔸📌👉✨] \ufe0f?
        | [-–—*]+ (?=[ ]|[^\s\d*-]) | (?<![^\n])o(?=[ ]) ) ) (?=[ ]*\S)  # ✅ กรม… - กรม… o กรม…
    | (?: (?<![\d.,/:ก-๙A-Za-z-]) | (?<=และ) ) (?: \( (?P<round> \d{1,2}) \)                                     # (1)
        | (?P<path> \d{1,2} (?:\.\d{1,2})+) (?P<pathend> [.)]? | [ ]\) ) (?=[ ]*[^\s\d.,)%])            # 1.1) 1.1
        | (?P<plain> \d{1,2}) (?P<plainend> [.)] \)? | [ ]\)(?=[ ]) ) (?!\d)                      # 1) 1. 1 )
        | (?P<keycap> \d ) \ufe0f?\u20e3 )
    | (?<![^\n]) (?P<letter> [กขคงจฉชซ] ) (?P<letterend> [.)] ) (?=[ ][^\n ]{2})                       # ก. กรม…
    | (?<=[ก-๙”"]) (?: (?P<glued> \d{1,2}) (?P<gluedend> \) ) )                                  # …ได้แก่1)
    """,
    re.VERBOSE,
)
# where alone it can begin: at a bullet behind a blank, a bracket, or a figure of two digits at most, the last of which a mark
# follows
_BULLETS = "✅✔☑➡→●•▪◾■◆▶►❖★☆⭐🏆🥇🥈🥉🔹🔸📌👉✨-–—*"
_BULLET_PLACES = Words("|".join(f"{before}{bullet}" for before in " \n" for bullet in _BULLETS))
_BRACKET_PLACES = Words("(")
_DIGITS = frozenset("0123456789")
_FIGURE_ENDS = Words("|".join(f"{digit}{mark}" for digit in sorted(_DIGITS) for mark in (".", ")", "\ufe0f", "\u20e3", " ) ")))
# by which lists count that count with letters
_LETTERS = "กขคงจฉชซ"
_FIRST_LETTER = ("ก. ", "ก) ")
_LETTER_PLACE = re.compile(r"^[กขคงจฉชซ](?=[.)][ ])", re.MULTILINE)
# line breaks around a heading that stands between two items
_BREAKS_AROUND = 2
# ⏎o |ภาคเหนือ: a ring, as it comes out of a word processor
_RING, _RING_PLACE = "\no ", re.compile(r"^o(?=[ ])", re.MULTILINE)
_NOT_A_MARKER_AFTER = re.compile(r"[ ]*(?:น\.(?![ ]?ส\.)|ล้าน|บาท|%|เปอร์|โมง|นาที|ชั่วโมง|กม\.|ก\.ม\.)")
# นักเรียน: |1. นาย ก 2. นาย ข: the makers of one work
_LINE_OF_MEMBERS = re.compile(
    r"[ ]*(?:เยาวชน|นักเรียน|นักศึกษา|(?:คณะ)?ผู้(?:จัดทำ|พัฒนา|วิจัย|ประดิษฐ์|สร้าง)|(?:ราย(?:ชื่อ|นาม))?สมาชิก(?:ใน|ของ)?(?:ทีม)?|(?:คณะ)?นักวิจัย"
    r"|(?:ครู|อาจารย์)(?:ที่ปรึกษา|ผู้ควบคุม)[ก-๎]{0,12})[ ]?[:：]"
)
_CLOSING = {"“": "”", "‘": "’", "«": "»"}
_QUOTES = Words("“|”|‘|’|«|»|\"|'")
# a straight single mark between two letters
_APOSTROPHE = re.compile(r"(?<=[ก-๙A-Za-z])'(?=[ก-๙A-Za-z])")


@dataclass(slots=True)
class Item:
    """A list item: `start` is where its marker begins, `body` where its words do; `depth` 1 is an outermost list."""

    start: int
    body: int
    end: int
    depth: int
    style: str
    number: int
    parent: int | None
    children: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Structure:
    """Where things stand; all spans are of the clean text, in order."""

    lines: list[tuple[int, int]]
    items: list[Item]
    quotes: list[tuple[int, int]]
    _starts: list[int]
    _line_starts: list[int]

    def item_at(self, position: int) -> int | None:
        """Index of the innermost list item that holds `position`, or None."""
        at = bisect_right(self._starts, position) - 1
        index: int | None = at if at >= 0 else None
        while index is not None and not self.items[index].start <= position < self.items[index].end:
            index = self.items[index].parent
        return index

    def path_at(self, position: int) -> tuple[int, ...]:
        """Indices of the items that hold `position`, outermost first."""
        path: list[int] = []
        index = self.item_at(position)
        while index is not None:
            path.append(index)
            index = self.items[index].parent
        return tuple(reversed(path))

    def line_at(self, position: int) -> tuple[int, int]:
        """The line that holds `position`."""
        at = max(0, bisect_right(self._line_starts, position) - 1)
        return self.lines[at] if self.lines else (0, 0)

    def quote_at(self, position: int) -> tuple[int, int] | None:
        """The outermost quotation, marks included, that holds `position`."""
        at = bisect_right(self.quotes, (position, 1 << 60)) - 1
        while at >= 0 and self.quotes[at][0] > position - 3000:
            start, end = self.quotes[at]
            if start <= position < end:
                return start, end
            at -= 1
        return None


def find_structure(text: str) -> Structure:
    """The structure of a clean text.

    >>> [(i.number, i.depth) for i in find_structure("ได้แก่ 1) กรม ก 1.1) ดี 1.2) ดีเด่น 2) กรม ข").items]
    [(1, 1), (1, 2), (2, 2), (2, 1)]
    """
    lines = _find_lines(text)
    items = _find_items(text)
    return Structure(lines, items, _find_quotes(text), [item.start for item in items], [line[0] for line in lines])


def _find_lines(text: str) -> list[tuple[int, int]]:
    lines = []
    start = 0
    for part in text.split("\n"):
        end = start + len(part)
        if part and not part.isspace():
            lines.append((start, end))
        start = end + 1
    return lines


# a line of its own that says what the items after it are: ประเภทนวนิยาย, เหรียญเงิน
_HEAD_MARKS, _HEAD_BLANKS = re.compile(r"[ \-–•*]*"), re.compile(r"\s*")
# characters before such a list within which its heading begins
_INLINE = 220


@dataclass(slots=True)
class _Candidate:
    start: int
    body: int
    style: str
    number: int
    depth_hint: int
    at_line_start: bool


def _line_head(text: str, line: int) -> tuple[int, int]:
    """Where the marks and blanks that a line begins with end, and where the blanks alone do."""
    return _HEAD_MARKS.match(text, line).end(), _HEAD_BLANKS.match(text, line).end()  # type: ignore[union-attr]  # both match nothing


def _places(text: str) -> list[int]:
    """Where alone a marker can begin, in order."""
    places = {*_BRACKET_PLACES.find(text), *(before + 1 for before in _BULLET_PLACES.find(text))}
    if text[:1] in _BULLETS:
        places.add(0)
    for last in _FIGURE_ENDS.find(text):
        places.add(last - 1 if last and text[last - 1] in _DIGITS else last)
    if _RING in text:
        places.update(place.start() for place in _RING_PLACE.finditer(text))
    if text.startswith(_FIRST_LETTER) or any(f"\n{letter}" in text for letter in _FIRST_LETTER):
        places.update(place.start() for place in _LETTER_PLACE.finditer(text))
    return sorted(places)


def _candidates(text: str) -> list[_Candidate]:
    found = []
    done = looked = line = 0
    marks_end, blanks_end = _line_head(text, 0)
    for place in _places(text):
        match = _MARKER.match(text, place) if place >= done else None
        if match is None:
            continue
        start, body = match.span()
        done = body
        line_break = text.rfind("\n", looked, start)
        looked = start
        if line_break >= 0:
            line = line_break + 1
            marks_end, blanks_end = _line_head(text, line)
        at_line_start = marks_end >= start
        groups = match.groupdict()
        if groups["glued"]:
            bracket = text.rfind("(", max(line, start - 12), start)
            if bracket >= 0 and text.find(")", bracket, start) < 0:
                continue  # ก (ไม้1), ข (ม.2)
        if groups["bullet"]:
            if blanks_end < start:
                continue
            found.append(_Candidate(start, body, "bullet" + groups["bullet"].strip()[0], 0, 1, at_line_start=True))
            continue
        if _NOT_A_MARKER_AFTER.match(text, body) or (not at_line_start and _LINE_OF_MEMBERS.match(text, line, start)):
            continue
        if groups["round"]:
            style, number, hint = "(n)", int(groups["round"]), 1
        elif groups["path"]:
            parts = groups["path"].split(".")
            style, number, hint = f"path{len(parts)}:{'.'.join(parts[:-1])}", int(parts[-1]), len(parts)
        elif groups["plain"]:
            style, number, hint = "n" + groups["plainend"].strip(), int(groups["plain"]), 1
        elif groups["letter"]:
            style, number, hint = "letter" + groups["letterend"], _LETTERS.index(groups["letter"]) + 1, 1
        elif groups["glued"]:
            style, number, hint = "n)", int(groups["glued"]), 1
        else:
            style, number, hint = "keycap", int(groups["keycap"]), 1
        if number:
            found.append(_Candidate(start, body, style, number, hint, at_line_start))
    return found


def _find_items(text: str) -> list[Item]:
    candidates = _candidates(text)
    seconds: dict[str, list[int]] = {}  # where a list's second number stands, by style
    for candidate in candidates:
        if candidate.number == 2:
            seconds.setdefault(candidate.style, []).append(candidate.start)
    items: list[Item] = []
    stack: list[tuple[str, int, bool]] = []  # style, index of the open item, whether its list is one item a line
    levels: dict[str, int] = {}  # where in the stack a style stands; none stands there twice
    for candidate in candidates:
        level = levels.get(candidate.style)
        if level is None or not _follows(candidate, stack[level], items, text):
            if not (_begins(candidate, seconds.get(candidate.style, []), text) or _belongs(candidate, stack, items)):
                continue
            level = _level_of_new_list(candidate, stack, items, text, levels.get(candidate.style))
        if level < len(stack):
            body = items[stack[level][1]].body
            more = text.count("\n", body, candidate.start) >= _BREAKS_AROUND
            heading = HEADING_LINE.search(text, body, candidate.start) if more else None
            own = heading is not None and _ends_with_prize(text, items, stack[level][1], heading.start())
            gap_end = heading.start() if heading and not own else -1
        else:
            gap_end = -1
        restarts = bool(stack[level:]) and not _follows(candidate, stack[level], items, text)
        for _, index, _ in stack[level:]:
            items[index].end = candidate.start
            line_end = text.find("\n", items[index].body, candidate.start)
            if restarts and line_end >= 0 and not items[index].children:
                items[index].end = line_end  # the lines from there to a list that begins anew are its heading
            elif line_end < 0 and not items[index].children:
                begin = max(items[index].body, candidate.start - _INLINE)
                inline = INLINE_HEADING.search(text, begin, candidate.start)
                heads = ITEM_HEADS.fullmatch(text, items[index].body, candidate.start)
                bare = BARE_HEADING.search(text, begin, candidate.start) if restarts and candidate.number == 1 else None
                inline = inline or bare
                heads = None if bare or (inline and LABEL_NEXT.match(text, inline.start())) else heads
                items[index].end = items[index].body if heads else inline.start() if inline else candidate.start
            elif gap_end >= 0:
                items[index].end = gap_end  # so is a line that begins with a label's word
        for style, _, _ in stack[level:]:
            del levels[style]
        del stack[level:]
        levels[candidate.style] = level
        parent = stack[-1][1] if stack else None
        if parent is not None:
            items[parent].children.append(len(items))
        stack.append((candidate.style, len(items), candidate.at_line_start))
        items.append(Item(candidate.start, candidate.body, -1, level + 1, candidate.style, candidate.number, parent))
    _close(items, text)
    return items


def _follows(candidate: _Candidate, opened: tuple[str, int, bool], items: list[Item], text: str) -> bool:
    style, index, by_line = opened
    if style != candidate.style:
        return False
    if style.startswith("bullet"):
        lines = text.count("\n", items[index].start, candidate.start)
        return lines < _PARTED or (lines == _PARTED and _HEAD_ABOVE.search(text, items[index].body, candidate.start) is None)
    if by_line and not candidate.at_line_start and candidate.number != items[index].number + 1:
        return False
    return candidate.number == items[index].number + 1 and candidate.start - items[index].start < 6000


# - โรงเรียน ก⏎⏎|ประเภทประชาชน|⏎- นาย ข: a line behind an empty one, right above the next bullet, heads a list of its own
_PARTED = 3
_HEAD_ABOVE = re.compile(r"\n[ ]*\n[^\n]{2,120}\n[ ]*$")


def _begins(candidate: _Candidate, seconds: list[int], text: str) -> bool:
    if candidate.style.startswith("bullet"):
        return True
    if candidate.style.startswith("letter") and candidate.number != 1:
        return False
    if candidate.number == 1:
        following = bisect_right(seconds, candidate.start)
        by_line = candidate.at_line_start and not candidate.style.startswith("letter")
        return by_line or (following < len(seconds) and seconds[following] - candidate.start < 4000)
    return candidate.at_line_start and candidate.number <= 20 and candidate.style != "n." and len(text) > candidate.body


def _belongs(candidate: _Candidate, stack: list[tuple[str, int, bool]], items: list[Item]) -> bool:
    """Whether a number with points goes on from the open item's: 2.1 within 2."""
    if not candidate.style.startswith("path") or candidate.number != 1 or not stack:
        return False
    return candidate.style.partition(":")[2] == str(items[stack[-1][1]].number)


def _level_of_new_list(
    candidate: _Candidate, stack: list[tuple[str, int, bool]], items: list[Item], text: str, same: int | None
) -> int:
    """How many of the open items stay open around a list that begins with `candidate`; `same` is the one of its style."""
    level = len(stack)
    if same is not None:  # a list does not hold another of its own style: this one takes its place
        gap = text[items[stack[-1][1]].start : candidate.start]
        return 0 if _long_prose(gap) else same
    while level:
        _, index, by_line = stack[level - 1]
        last = items[index].children[-1] if items[index].children else index
        gap = text[items[last].start : candidate.start]
        if by_line and (gap.count("\n") <= 4 and not _long_prose(gap)):
            break
        if not by_line and "\n" not in gap:
            break
        level -= 1
    return level


def _long_prose(gap: str) -> bool:
    """Whether whole lines of running text stand in the gap, as they do between two lists but not within one."""
    return any(len(line) > 220 for line in gap.split("\n")[1:])


# ⏎โรงเรียน: โรงเรียนนาดี
_FORM_LINE = re.compile(r"\n[ ]*[ก-๎]{3,30}(?:[ ]?\([^()\n]{1,30}\))?[ ]?[:：][^\n]*")
# 🏆 ครูดีเด่น สาขาภาษาไทย|⏎นายปิติ ทองดี: who won, below the item's one line
_WHO_LINE = re.compile(
    r"\n[ \t]*(?:(?:ได้แก่|(?:ตก)?เป็นของ)[^\n]{2,250}"
    r"|(?:นาย|นาง|น\.ส\.|ด\.[ชญ]\.|เด็ก(?:ชาย|หญิง)|ดร\.|[ผร]ศ\.|ครู|โรงเรียน|ร\.ร\.|รพ\.|โรงพยาบาล|บริษัท|บจก|บมจ|กลุ่ม|วิสาหกิจ"
    r"|ชุมชน|บ้าน|เทศบาล|อบต\.|องค์การ|สำนักงาน|มหาวิทยาลัย|วิทยาลัย|ทีม)[^\n]{2,90})(?=\n|$)"
)


def _last_end(item: Item, items: list[Item], end: int, text: str) -> int:
    """Where the last item of a list ends if it goes on as the one before it does: with lines of a form, or with who won."""
    before = next((other for other in reversed(items[: items.index(item)]) if other.style == item.style), None)
    if before is None or before.parent != item.parent or before.number not in {item.number - 1, item.number}:
        return end
    first = text.find("\n", before.body, before.end)
    if first < 0:
        return end
    last = before.body + len(text[before.body : before.end].rstrip())
    if _ends_with_prize(text, items, items.index(before), text.rfind("\n", before.body, last)):
        while (line := _WORK_LINE.match(text, end)) is not None:
            end = line.end()
        return end
    if item.number > 1 and _FORM_LINE.search(text, before.body, before.end) is not None:
        while (line := _FORM_LINE.match(text, end)) is not None:
            end = line.end()
        return end
    if _BY_LINE.fullmatch(text, first, last) is not None:
        by = _BY_LINE.match(text, end)
        return end if by is None else by.end()
    who = _who_lines(text, first, many=True)
    if who == first or text[who : before.end].strip():
        return end
    many = text.find("\n", first + 1, who) >= 0 or _OPEN_END.search(text, item.body, end) is not None
    return _who_lines(text, end, many=many)


_PRIZE_WORD = r"(?:รางวัล|ระดับ|เหรียญ|(?:รอง)?ชนะเลิศ|ชมเชย)"
# ผลงาน “ก”|⏎โดย นาย ข|⏎รางวัลเหรียญทอง
_WORK_LINE = re.compile(
    rf"\n[ ]*(?:โดย(?!มี)|ของ|จาก|ผู้(?:ประดิษฐ์|วิจัย|พัฒนา|จัดทำ|คิดค้น)|(?:ได้(?:รับ)?)?{_PRIZE_WORD})[^\n]{{2,200}}(?=\n|$)"
)
# 1. สายลม|⏎โดย นาย ข โรงเรียน ค
_BY_LINE = re.compile(
    r"\n[ ]*(?:โดย(?!มี|ใน|ปี|จะ|ได้|เป็น|การ|เฉพาะ|สาร|ที่|ทาง|เมื่อ|รวม|ผู้|นอก|ทั้ง)|ของ[ ]|ผลงาน(?:ของ|โดย)"
    r"|ผู้(?:ประดิษฐ์|วิจัย|พัฒนา|จัดทำ|คิดค้น)[ ]?:?|เจ้าของผลงาน[ ]?:?)[ ]*[ก-ฮเ-ไA-Z“][^\n]{2,140}(?=\n|$)"
)
_WON_BELOW = re.compile(rf"\n[ ]*(?:ได้(?:รับ)?)?{_PRIZE_WORD}[^\n]{{0,160}}\s*(?=\n|$)")
_NAMES_WORK = re.compile(
    r"[ ]*(?:ผลงาน|โครงการ|เรื่อง|นวัตกรรม|สิ่งประดิษฐ์|งานวิจัย|ภาพ|คลิป"
    r"|“)[^\n]{4,}(?P<maker>(?:\n[ ]*|[ ])(?:โดย(?!มี)|ของ|ผู้(?:ประดิษฐ์|วิจัย|พัฒนา|จัดทำ|คิดค้น)))?"
)
_HEADED = re.compile(rf"(?:^|\n)[ ]*(?:[•●▪–*-][ ]*)?{_PRIZE_WORD}[^\n]{{0,60}}\s*$")


def _ends_with_prize(text: str, items: list[Item], index: int, at: int) -> bool:
    """Whether the line below `at` tells what an item's work has won: 1. ผลงาน “ก”⏎โดย นาย ข|⏎รางวัลเหรียญทอง.

    A list over which a prize stands has the next prize below its items.
    """
    item = items[index]
    if at <= item.body or _WON_BELOW.match(text, at) is None:
        return False
    named = _NAMES_WORK.match(text, item.body, at)
    if named is None or (text.rfind("\n", item.body, at) > 0 and named["maker"] is None):
        return False
    first = next(other for other in items if other.style == item.style and other.parent == item.parent)
    return _HEADED.search(text, max(0, first.start - 80), first.start) is None


# 3. สาขาการแสดง ได้แก่|⏎นางมาลี ทองดี⏎นายปิติ ใจงาม
_OPEN_END = re.compile(r"(?:ได้แก่|คือ|ดังนี้|[:：])[ ]*$")


def _who_lines(text: str, at: int, *, many: bool) -> int:
    """Where the lines that each say who won end, from the line end at `at`: one, or as many as there are."""
    while (line := _WHO_LINE.match(text, at)) is not None:
        at = line.end()
        if not many:
            break
    return at


def _close(items: list[Item], text: str) -> None:
    """Ends for the items that no later marker ended: the line for an inline list, the block for one item a line."""
    for item in reversed(items):
        bound = len(text) if item.parent is None else items[item.parent].end
        if item.end < 0:
            stop = text.find("\n", item.body)
            bound = bound if bound >= 0 else len(text)
            item.end = bound if stop < 0 or stop > bound else stop
            if text.startswith("\n", item.end):
                item.end = min(bound, _last_end(item, items, item.end, text))
        if item.children:
            item.end = max(item.end, items[item.children[-1]].end)
    for item in items:
        if item.parent is not None and item.end > items[item.parent].end:
            items[item.parent].end = item.end


# no quotation goes on into the next list item
_NEW_BLOCK = re.compile(r"\n[ ]*(?:[-•✅*][ ]?\S|\d{1,2}[.)])")


def _find_quotes(text: str) -> list[tuple[int, int]]:
    """Outermost quotations; one left open ends with its line, one broken across a line break is joined over it."""
    quotes: list[tuple[int, int]] = []
    opened: int | None = None
    depth = looked = 0
    straight = False
    breaks: list[int] = []  # the line breaks behind `opened`
    for at in _QUOTES.find(text):
        mark = text[at]
        if mark == "'" and _APOSTROPHE.match(text, at) is not None:
            continue
        if opened is None:
            breaks.clear()
        else:
            while (line_break := text.find("\n", looked, at)) >= 0:
                breaks.append(line_break)
                looked = line_break + 1
            if len(breaks) > 2 or any(_NEW_BLOCK.match(text, line_break, at) for line_break in breaks):
                opened, depth = None, 0
                breaks.clear()
        looked = at
        if mark in _CLOSING:
            if opened is None:
                opened, depth, straight = at, 0, False
            depth += 1
        elif mark in {"”", "’", "»"}:
            if opened is not None:
                depth -= 1
                if depth <= 0 or straight:
                    quotes.append((opened, at + 1))
                    opened, depth = None, 0
        elif opened is None:
            opened, depth, straight = at, 1, True
        elif straight or depth == 1:
            quotes.append((opened, at + 1))
            opened, depth = None, 0
    return quotes
