"""The headline of a page, without the site's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.clean.dates import is_byline
from extractor.clean.lines import PARAGRAPH, Line, fold
from extractor.clean.site_lines import TABLE_ROW, TELLS, is_site_line, is_slogan
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_HEAD_LINES = 40  # how many lines from the top a headline is looked for in
_LONGEST = 400
_RUNNING = 225  # characters from which on a line is running text

_SEPARATORS = "-–—|•·»›:~/<"
_SEPARATOR = re.compile(r"\s+(?:[-–—|•·»›~]|::|//)\s+|\s*(?:\||»|::)\s*|\s*:\s+")
_BODY_HEADS = (
    r"สำนักงาน|สำนัก|กระทรวง|กรม|มหาวิทยาลัย|คณะ|วิทยาลัย|โรงเรียน|โรงพยาบาล|เทศบาล|องค์การ|องค์กร|จังหวัด|สถาบัน|ศูนย์|บริษัท|ธนาคาร"
    r"|สมาคม|มูลนิธิ|การ[ก-๎]+แห่งประเทศไทย"
)
# A site's name: มติชนออนไลน์, MSK News, กรมการพัฒนาชุมชน, thaigov.go.th.
_SITE = re.compile(
    r"ออนไลน์|online|news|นิวส์?$|ข่าว(?:สด)?$|^ข่าว|หนังสือพิมพ์|เว็บ|website|\.(?:com|net|org|co\.th|go\.th|ac\.th|or\.th|in\.th)\b"
    r"|โพสต์$|โพสต์ทูเดย์|post$|ทูเดย์|เดลี่|times$|^the\s|daily|today|รายวัน|ทีวี|\btv\b|channel|ช่อง\s?\d|สถานีโทรทัศน์|วิทยุ|radio|media"
    r"|มีเดีย|magazine|นิตยสาร|blog|บล็อก|thailand$|thai\b|official|หน้าแรก|^home$"
    r"|^(?:มติชน|ไทยรัฐ|เดลินิวส์|แนวหน้า|ประชาชาติ|สยามรัฐ|กรุงเทพธุรกิจ|ผู้จัดการ|บ้านเมือง|ฐานเศรษฐกิจ|คมชัดลึก|เดอะ|ประชาไท|ทันหุ้น|ข่าวหุ้น)"
    rf"|^(?:{_BODY_HEADS}|รัฐบาล|กอง|ม\.|university|ministry|department|office|faculty)[^\d]*$",
    re.IGNORECASE,
)
_LATIN_NAME = re.compile(r"(?:[A-Z][A-Za-z'&.]*|of|the|and|\d)(?:\s(?:[A-Z][A-Za-z'&.]*|of|the|and|[A-Z]*\d)){0,4}$")
_SAID = re.compile(r"[\d“\"]|จัด|คว้า|รับ|มอบ|ร่วม|เปิด|เตือน|แจ้ง|ประกาศ")
_SPEAKS = re.compile(r"ข่าว(?!ดี)|ออนไลน์|นิวส์|online|news|\btv\b|ทีวี", re.IGNORECASE)
_SITE_PREFIX = re.compile(r"\s*รัฐบาลไทย\s?-\s?(?:ข่าวทำเนียบรัฐบาล\s?-)?\s*")
_TITLE_LABEL = re.compile(
    r"(?:(?:หัวข้อ|ชื่อ|พาดหัว)(?:ข่าว|เรื่อง)?|หัวเรื่อง|เรื่อง|title|headline|subject)\s*[:：]\s*|เรื่อง\s{2,}", re.IGNORECASE
)
_BODY_START = re.compile(
    r"(?:กรุงเทพ[ก-๎ฯ]{0,8}|[ก-๎]{2,14})[ ,–-]{1,3}\(?วันที่\s?\d|(?:เมื่อ)?\s?วัน(?:นี้|ที่)\s"
    r"|เมื่อ(?:เวลา|เช้า|วัน)|\(?\d{1,2}\s(?:ม\.ค|ก\.พ)|ผู้สื่อข่าวรายงาน"
)
# สตอกโฮล์ม 3 ก.ย. – …, กรุงเทพฯ--24 ก.ค.--สำนักงาน ก: a text that tells first where it was sent from
_DATELINE = re.compile(
    r"(?:ถ\.|อ\.|จ\.)?[ก-๎A-Za-z .ฯ]{2,24}?[ ]?(?:--|[-–—/])?[ ]?\d{1,2}[ ]?(?:[มกพสตธ]\.[คพยส]\.|มี\.ค\.|เม\.ย\.|มิ\.ย\."
    r"|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)(?:[ก-๎]{2,3})?[ ]?(?:\d{2,4}[ ]?)?(?:--|[-–—])"
)
_TOLD = re.compile(
    r"เปิดเผย(?:ว่า|ถึง)|กล่าว(?:ว่า|ถึง|เพิ่มเติม)|แถลง(?:ว่า|ภายหลัง)|ทั้งนี้|โดยมี|เวลา\s?\d{1,2}[.:]\d\d\s?น"
    r"|(?:วันนี้|เมื่อวาน(?:นี้)?|เมื่อวัน(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ|ศุกร์|เสาร์)(?:ที่(?:ผ่านมา|แล้ว))?)[ ]?\(\d"
    r"|(?:นาย|นางสาว|นาง|ดร\.)[ก-๎]+\s[ก-๎]+\s.*เป็นประธาน"
)
_OWNER = re.compile(rf"(?:งาน|แผนก|ฝ่าย|สถานี|หอการค้า|อบต\.|อบจ\.|เทศบาล|สสอ\.|สสจ\.|สพป\.|สพม\.|รพ\.|(?:{_BODY_HEADS}))\s?[ก-๙]")
# A line that only names the site's owner: สำนักงานการปฏิรูปที่ดินเพื่อเกษตรกรรม.
_BANNER = re.compile(
    rf"(?:{_BODY_HEADS}|ข่าวสาร|ข่าว|คอลัมน์)"
    r"(?!.*(?:คว้า|รับ|มอบ|ร่วม|เปิด|ประกาศ|แถลง|ครบรอบ|ชนะ|จับมือ|เดินหน้า|ยินดี|รางวัล|ลุย|ย้ำ|โชว์|ชวน|ผนึก|ได้|เหรียญ|สู่"
    r"|ลงพื้นที่|ประชุม|จัด|ขอ|เชิญ|เผย|ชี้|เร่ง|หนุน|ดัน|พร้อม|ผ่าน|เป็น|เข้า|ติด|แชมป์|เตือน|สั่ง|ยัน|แจง|เตรียม))[^\d“\"]{0,70}$"
    r"|(?:(?:[A-Z][A-Za-z.'&()/-]*|of|the|and|for|in|&),?(?:\s|$)){1,14}$"
)
# กีฬา > แบดมินตัน · ข่าวหุ้น-การเงิน | บจ. · ห้องข่าว » ข่าวองค์กร: what stands between the steps of a path through the site
_STEP = sought(r"(?<!\s)(?:\s*+(?:[|»›>•·]|::)\s*+|\s++[-–—/]\s++)")
_STRONG_STEP = re.compile(r"[|»›>]|::")
_LONGEST_STEP, _LONGEST_PATH = 34, 140
# กระซิบข้างกระดาน โดย “เจ๊หมวย”: a column and who writes it
_COLUMN = re.compile(r"[^\d!“”\"]{3,40}\s(?:โดย|by)\s?[:：]?\s?[“\"'‘]?[^\s\d!][^\d!]{1,28}$", re.IGNORECASE)
# A text begins so, and a headline hardly ever
_TEXT_START = re.compile(
    r"(?:นาย(?!ก(?:[ ฯ]|เทศ|รัฐ|สมาคม|อบ|องค์|เหล่า))|นาง|น\.ส\.|ดร\.|พล|วันที่|เมื่อ|วันนี้|ที่[ ]?(?:ห้อง|หอ|โรงแรม|ศาลา))(?=[ก-๙ ])"
)
_SHORT_HEADLINE = 22
# ผลการแข่งขัน ภาษาไทย: which no site or desk is called
_RESULTS = re.compile(
    r"(?:(?:ประกาศ|สรุป|รายงาน)?ผล(?:การ)?(?:แข่งขัน|ประกวด|ตัดสิน|คัดเลือก|รางวัล)|ทำเนียบ(?:ผู้|รางวัล)|รายชื่อผู้(?:ได้|ชนะ))"
)
_LONG_STEP = 24  # the last step of a path that may be a headline, and no desk
_LAST_SLOGAN = 5  # below the site's name
_SHORT = 60  # no name of a site or a desk is longer


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline at `start:end` of the page's text, on `line`, and the rule that found it."""

    line: Line
    start: int
    end: int
    rule: str


def find_headline(lines: Sequence[Line], dated: Container[int]) -> Headline | None:
    """The headline among the first lines of a page, or None where the text begins at once.

    1. The page's title begins or ends with the site's name, and the headline stands on a line of its own again.
    2. A label says so (หัวข้อข่าว : …). 3. A line stands twice. 4. The page's title, the site's name taken off.
    5. The first line that can be one.
    """
    head = [line for line in lines if not line.furniture and line.number not in dated and len(line.text) >= 6][:_HEAD_LINES]
    if not head:
        return None
    first = head[0]
    opens = first.number <= 1 and not is_path(first.text)
    if opens and (found := _from_page_title(first, head[1:])):
        return found
    # Where the page opens with a line as long as a headline, what stands twice below it is a lead.
    opens_as_headline = opens and len(first.text) >= 40 and not _is_banner(first.text) and not _names_only_site(first.text)
    if not opens_as_headline and (found := _labelled(head[:6]) or _repeated(head[:20])):
        return found
    page_title = _without_repeat(first, lines) if opens and not _names_only_site(first.text) else None
    return page_title or _first_possible(head) or _of_two_parts(first)


def _labelled(head: Sequence[Line]) -> Headline | None:
    for line in head:
        label = _TITLE_LABEL.match(line.text)
        if label and 8 <= len(line.text) - label.end() <= 350:
            return Headline(line, line.start + label.end(), line.end, "title.labelled")
    return None


def _names_only_site(text: str) -> bool:
    """Whether the first line holds nothing but a site's names: เสียงบ้านเราออนไลน์ - ข่าวสารเพื่อท้องถิ่น; or a menu."""
    if is_site_line(text) or is_path(text):
        return True
    parts = [part.strip() for part in _STEP.split(text)]
    if len(parts) == 1:
        return len(text) <= _SHORT and _SITE.search(text) is not None and TELLS.search(text) is None
    return any(map(_SITE.search, parts)) and all(
        len(part) <= _SHORT and (_SITE.search(part) or _LATIN_NAME.match(part) or is_slogan(part) or not TELLS.search(part))
        for part in parts
    )


# รางวัลระดับดีเด่น, รางวัลรองชนะเลิศอันดับ 1 จำนวน 2 รางวัล; ระดับประถมศึกษา: lines over winners
_RANK_ALONE = re.compile(
    r"(?:ผู้(?:ได้รับ|ชนะ))?(?:โล่|ถ้วย)?(?:รางวัล)?(?:ระดับ)?[ ]?(?:(?:รอง)?ชนะเลิศ|ดี(?:เด่น|มาก|เยี่ยม|เลิศ)?|ชมเชย|ยอดเยี่ยม"
    r"|เหรียญ(?:ทองแดง|ทอง|เงิน)|(?:อันดับ)?ที่[ ]?\d)(?:[ ]?อันดับ)?(?:[ ]?ที่)?(?:[ ]?\d)?"
    r"(?:[ ]*(?:จำนวน|มี)?[ ]?\d{1,3}[ ]?[ก-๎]{2,12})?[ ]*(?:ได้แก่|คือ|[:：])?"
)
_CLASS_ALONE = re.compile(r"(?:ประเภท|ระดับ|รุ่น|ด้าน|สาขา)[ก-๎ ]{3,30}[:：]?")


def _repeated(head: Sequence[Line]) -> Headline | None:
    """The line that stands twice, or that a path above it ends in: ข่าว / จังหวัด ก มอบรางวัล⏎จังหวัด ก มอบรางวัล."""
    known: dict[str, Line] = {}
    steps: list[str] = []
    below = False  # what stands twice below running text or a rank is of a list: เหรียญทอง⏎นาย ก⏎เหรียญทอง⏎นาย ข
    for line in head:
        below = below or _RANK_ALONE.fullmatch(line.text) is not None
        if _CLASS_ALONE.fullmatch(line.text):
            continue
        earlier = known.get(line.folded, line) if below else known.setdefault(line.folded, line)
        below = below or _is_running(line.text)
        if not 12 <= len(line.text) <= _LONGEST or _is_banner(line.text) or is_site_line(line.text):
            continue
        if earlier is not line:
            return Headline(earlier, earlier.start, earlier.end, "title.repeated")
        if not below and len(line.folded) >= _LONG_STEP:
            if TELLS.search(line.text) and any(step.endswith(line.folded) for step in steps):
                return Headline(line, line.start, line.end, "title.repeated")
            steps.append(line.folded)
    return None


def _without_repeat(first: Line, lines: Sequence[Line]) -> Headline | None:
    if len(first.text) > _LONGEST:
        return None
    start, end = _without_site(first.text, lines)
    if (start, end) == (0, len(first.text)):
        return None
    return Headline(first, first.start + start, first.start + end, "title.page_title")


# • รางวัลหมู่บ้านสะอาด ปี 2565: an item of a list, which heads no article
_BULLETS = ("•", "●", "▪", "■", "✅")


def _first_possible(head: Sequence[Line]) -> Headline | None:
    short: Line | None = None
    for line in head[:12]:
        if (
            line.text.startswith(_BULLETS)
            or _is_running(line.text)
            or (len(line.text) > PARAGRAPH and (short is not None or line is head[-1]))
        ):
            break
        if (
            short is not None
            and len(short.text) >= _SHORT_HEADLINE
            and not is_slogan(short.text)
            and (_TEXT_START.match(line.text) or "เมื่อวันที่" in line.text)
        ):
            break
        if _is_banner(line.text) or is_byline(line.text) or is_path(line.text) or is_site_line(line.text):
            continue
        slogan = line.number <= _LAST_SLOGAN and is_slogan(line.text)
        if _RESULTS.match(line.text):
            return Headline(line, line.start, line.end, "title.first_line")
        if len(line.text) >= _SHORT_HEADLINE and (line is head[-1] or not (slogan or _may_name_site(line.text))):
            # above it may stand what names a site, a desk or a column
            return Headline(line, line.start, line.end, "title.first_line")
        short = short or line
    return None if short is None else Headline(short, short.start, short.end, "title.first_line")


def _of_two_parts(first: Line) -> Headline | None:
    """The first line, where nothing else can be the headline and it only looks like a path: กอช. - สสว. ต่อยอดเงินออม."""
    return Headline(first, first.start, first.end, "title.first_line") if " - " in first.text and is_path(first.text) else None


def _may_name_site(text: str) -> bool:
    """Whether a line may name a site, a desk or a column, since it tells nothing: สมุดหน้าสังคมธุรกิจ · วัดป่าดอนธรรม จ.เลย."""
    return len(text) <= _SHORT and (TELLS.search(text) is None or _COLUMN.match(text) is not None)


def names_owner(text: str) -> bool:
    """Whether a line above the headline names the body whose site it is: โรงพยาบาลริมธาร – ศูนย์ข่าว."""
    return len(text) <= _SHORT and _OWNER.match(text) is not None and TELLS.search(text) is None


def is_path(text: str, *, dashes: bool = True) -> bool:
    """Whether a line is a path through the site, or its menu: กีฬา > แบดมินตัน, เมนูหลัก | ข่าว | ร้องเรียน.

    A dash between two names may as well be a list's (Popular Vote - มาลี ทองนา); without `dashes` it makes no path.
    """
    if (
        len(text) > _LONGEST_PATH
        or is_byline(text)
        or TABLE_ROW.match(text) is not None
        or not (dashes or _STRONG_STEP.search(text))
    ):
        return False
    steps = _STEP.split(text)
    return len(steps) > 1 and all(len(step) <= _LONGEST_STEP and not TELLS.search(step) for step in steps)


def _is_running(text: str) -> bool:
    if len(text) > _RUNNING or _DATELINE.match(text):
        return True
    return len(text) > 100 and (_BODY_START.match(text) or _TOLD.search(text)) is not None


def _is_banner(text: str) -> bool:
    return len(text) <= 90 and _BANNER.match(text) is not None


def _from_page_title(first: Line, others: Sequence[Line]) -> Headline | None:
    """The line below that the page's title holds beside the site's name: พม. คว้า 9 รางวัล - MSK News."""
    prefix = _SITE_PREFIX.match(first.text)
    if prefix is not None and prefix.end():
        bare = fold(first.text[prefix.end() :])
        same = next((line for line in others if line.folded == bare), None) or _cut_short(first, prefix.end(), others)
        if same is not None:
            return Headline(same, same.start, same.end, "title.page_title_and_line")
        return Headline(first, first.start + prefix.end(), first.end, "title.page_title")
    shown = [line for line in others if 8 <= len(line.folded) < len(first.folded) and _shows(first.folded, line)]
    best = max(shown, key=lambda line: len(line.folded), default=None) or _cut_short(first, 0, others)
    return None if best is None else Headline(best, best.start, best.end, "title.page_title_and_line")


def _shows(page: str, line: Line) -> bool:
    """Whether the page's title is this line and the site's name, with a separator between them."""
    own = line.folded
    if page.startswith(own):
        rest = page[len(own) :]
        separated = rest[0] in _SEPARATORS
    elif page.endswith(own):
        rest = page[: -len(own)]
        separated = rest[-1] in _SEPARATORS
    else:
        return False
    if not separated:
        return False
    if len(own) >= len(rest):
        return True
    return len(own) >= 12 and not _is_banner(line.text) and _SITE.search(rest.strip(_SEPARATORS)) is not None


def _cut_short(first: Line, start: int, others: Sequence[Line]) -> Line | None:
    """The full headline below a page's title that dots cut short: พม. คว้า 9 ราง… - MSK News."""
    dots = re.compile(r"\.{2,}|…").search(first.text, start + 15)
    if dots is None:
        return None
    stem = fold(first.text[start : dots.start()])
    return next((line for line in others[:20] if len(line.text) <= _LONGEST and line.folded.startswith(stem)), None)


def _without_site(text: str, lines: Sequence[Line]) -> tuple[int, int]:
    """Where the headline stands in a page's title: the site's name before or after a separator is left off."""
    start, end = 0, len(text)
    elsewhere = {line.folded for line in lines[1:] if len(line.text) <= 90}
    for _ in range(3):
        parts = [found for found in _SEPARATOR.finditer(text, start, end) if found.start() > start and found.end() < end]
        if not parts:
            break
        last, lead = parts[-1], parts[0]
        tail, front = text[last.end() : end].strip(), text[start : lead.start()].strip()
        if last.start() - start >= 10 and len(tail) <= 70 and _names_site(tail, last.group(), elsewhere):
            end = last.start()
        elif end - lead.end() >= 15 and _begins_with_site(front, lead.group(), elsewhere):
            start = lead.end()
        else:
            break
    return start, end


def _begins_with_site(front: str, separator: str, elsewhere: set[str]) -> bool:
    return len(front) <= 30 and not _SAID.search(front) and _names_site(front, separator, elsewhere)


def _names_site(part: str, separator: str, elsewhere: set[str]) -> bool:
    if separator.strip() == ":" and not separator.startswith(" "):
        return _SPEAKS.search(part) is not None  # กระทรวงแรงงาน: … speaks; ข่าวสยามสาร: … is a site
    if fold(part) in elsewhere:
        return True
    if _SITE.search(part) or (separator.strip() in {"-", "–", "—", "|", "»", "::"} and _LATIN_NAME.match(part)):
        return True
    return "|" in separator and len(part) <= 40 and " " not in part.strip()
