"""Finds every named body in a text: by gazetteer, and by the grammar that its head word calls for."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.document import Span
from extractor.gazetteer_rows import Agency, AgencyHead
from extractor.lexicon import Hit, Lexicon
from extractor.match.organisation_aliases import bracketed, kinds_alone, repeated, shortened
from extractor.match.organisation_companies import to_limited, unlisted_companies
from extractor.match.organisation_initials import told_by_letters
from extractor.match.organisation_known import accept_known, extend_known
from extractor.match.organisation_latin import foreign_names, hosts, senders
from extractor.match.organisation_names import RUN
from extractor.match.organisation_reading import Reading, behind_letters
from extractor.match.organisation_shapes import READERS
from extractor.match.organisation_units import RUNS_ON, branch_end, plant_behind
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the grammar needs of one lexicon."""

    lexicon: Lexicon
    province: re.Pattern[str]


_GRAMMARS: dict[int, Grammar] = {}


def _grammar(lexicon: Lexicon) -> Grammar:
    grammar = _GRAMMARS.get(id(lexicon))
    if grammar is None or grammar.lexicon is not lexicon:
        forms = sorted({form for row in lexicon.of("provinces") for form in row.forms}, key=lambda form: -len(form))
        province = re.compile(r"\s?(?:" + "|".join(map(re.escape, forms)) + ")") if forms else RUN
        if len(_GRAMMARS) > 8:
            _GRAMMARS.clear()
        grammar = _GRAMMARS[id(lexicon)] = Grammar(lexicon, province)
    return grammar


def find_organisations(text: str, lexicon: Lexicon) -> list[Span]:
    """Every mention of a named body in `text` (normalised), in order, maximal and none overlapping.

    `id` is given where the mention is exactly a form of a gazetteer row.

    >>> from extractor.lexicon import load
    >>> text = "อธิบดีกรมประมงมอบโล่แก่โรงเรียนบ้านหนองปลาไหล"
    >>> [text[span.start:span.end] for span in find_organisations(text, load())]
    ['กรมประมง', 'โรงเรียนบ้านหนองปลาไหล']
    """
    hits = lexicon.finder("agencies", "agency_heads").find_crossing(text)
    grammar = _grammar(lexicon)
    inner = {
        hit.start: hit.end for hit in hits if isinstance(hit.row, Agency) and hit.end - hit.start > 5 and text[hit.end - 1] != "."
    }
    spans = list(_with_places(text, _walk(text, hits, inner, grammar), grammar))
    spans = _fill(spans, unlisted_companies(text, hits))
    spans = _fill(_fill(spans, foreign_names(text, hits)), hosts(text))
    spans = told_by_letters(text, _fill(spans, senders(text)))
    spans = _fill(shortened(text, spans), bracketed(text, spans))
    spans = _fill(spans, repeated(text, spans))
    return _fill(spans, kinds_alone(text, spans))


# ศูนย์อนามัยที่ 8 อุดรธานี · สำนักงานที่ดินจังหวัดน่าน สาขาเวียงสา · เทศบาลนครปากน้ำ|เหนือ
_NUMBERED = re.compile(r"(?:ที่|เขต) ?\d{1,3}$")
# สถาบันพัฒนาฝีมือแรงงาน| 19 |เชียงใหม่
_SKILL, _SKILL_NUMBER = "พัฒนาฝีมือแรงงาน", re.compile(r" \d{1,2}(?= )")


# สพร.| 2 สุพรรณบุรี · ปภ.|เขต 5 นครราชสีมา: of an office that is named by letters, its number, and then its seat
_OF_LETTERS = re.compile(r" ?(?:(?P<zone>เขต|ภาค) ?)?\d{1,2}(?![\d.,:/)]| ?(?:รางวัล|แห่ง|ผลงาน|คน|ราย|เหรียญ))")
_BY_LETTERS = re.compile(r"(?:[ก-ฮ]{1,5}\.){1,3} ?\d{1,2}")
_LAND = re.compile(
    r"""
      สำนัก(?:งาน(?:ที่ดิน|ขนส่ง|ประกันสังคม|สรรพ|ปศุสัตว์|คุมประพฤติ|เจ้าท่า|อัยการ)|จัดการทรัพยากร)
    | การไฟฟ้า | การประปา | ก(?:ฟภ|ฟน|ปภ|ปน)\. | ธ\.ก\.ส\. | ธนาคาร
    """,
    re.VERBOSE,
)
_SUB_OFFICE = re.compile(
    rf"(?: ?สาขา(?:ย่อย)?|(?<=ภูมิภาค)อำเภอ|(?<=นครหลวง)เขต)(?!ที่|ของ|ใน|ต่าง|ทั่ว|อื่น|ทุก|นี้)[ก-๎]{{2,24}}?(?=[^ก-๎]|{RUNS_ON}|$)"
)
# กองร้อยอาสารักษาดินแดนจังหวัดน่าน|ที่ 1
_COMPANY = sought(r"กอง(?:ร้อย|พัน|กำกับการ|บังคับการ)")
_COMPANY_NUMBER = re.compile(r" ?(?:ที่ ?)?\d{1,4}(?![\d.,:/]| ?(?:คน|นาย|ราย|แห่ง|ล้าน|บาท|รางวัล|เหรียญ))")
_IN_PROVINCE = re.compile(r" ?(?:จังหวัด|จ\.)")
_LOCAL = sought(r"เทศบาล|ตำบล|อบ[ตจ]\.|องค์การบริหารส่วน|ท[ตมน]\.|ส[ภน]\.|สถานีตำรวจภูธร")
# ทต.อาจ|สามารถ| อ.อาจสามารถ: before its district a name goes on to the blank
_RUN_TO_DISTRICT = re.compile(
    r"(?!ได้|จัด|ร่วม|รับ|มี(?!ชัย)|เป็น|และ|ที่|ใน|ของ|กับ|หรือ|จาก|โดย|อำเภอ|จังหวัด|ตำบล)[ก-๎]{2,12}(?= ?\(?(?:อ\.|อำเภอ|จ\.|จังหวัด))"
)
# ศูนย์พัฒนาการจัดสวัสดิการสังคมผู้สูงอายุ| บ้านนาดี · สถานแรกรับเด็กชายนาดี| (บ้านริมน้ำ): a home's own name
_HOME = re.compile(r"สถาน(?:สงเคราะห์|แรกรับ|คุ้มครอง|พัฒนา)|ศูนย์(?:พัฒนาการจัดสวัสดิการ|คุ้มครอง)")
_HOUSE = re.compile(r"[ ]?(?:\(บ้าน[ก-๎]{3,24}\)|(?<![ ])[ ]บ้าน(?!พัก)[ก-๎]{3,24}(?![ก-๎]))")
# ศูนย์หม่อนไหมเฉลิมพระเกียรติฯ| น่าน
_IN_HONOUR = re.compile(r"(?:ศูนย์|สถานี|สวน|สำนักงาน)[ก-๎]{2,40}เฉลิมพระเกียรติฯ$")
_SIDE = re.compile(r"(?:เหนือ|ใต้|กลาง|ตะวันออก|ตะวันตก|ออก|ตก|ใหม่|น้อย|ใหญ่|ใน|นอก|บน|ล่าง)(?![ก-๎])")


def _with_places(text: str, spans: Iterator[Span], grammar: Grammar) -> Iterator[Span]:
    """Each body with the province, sub-office or side that is written behind its name as part of it."""
    reached = 0
    for span in spans:
        if span.start < reached:
            continue
        end = span.end
        if text[end - 1] == "." and (of_letters := _OF_LETTERS.match(text, end)) is not None:
            seat = grammar.province.match(text, of_letters.end())
            end = seat.end() if seat else of_letters.end() if of_letters["zone"] else end
        numbered = text[end - 1].isdecimal() and (
            _NUMBERED.search(text, max(span.start, end - 10), end) or _BY_LETTERS.fullmatch(text, span.start, end)
        )
        lettered = text.endswith(".จ.", span.start, end)  # สนง.ปภ.จ.|เลย
        if (numbered or lettered) and (province := grammar.province.match(text, end)):
            end = province.end()
        first = text[span.start]  # most begin like none of these
        if first in "กธส" and _LAND.match(text, span.start) and (office := _SUB_OFFICE.match(text, end)):
            end = office.end()
            if text.startswith("สำนัก", span.start) and (seat := _IN_PROVINCE.match(text, end)):
                end = found.end() if (found := grammar.province.match(text, seat.end())) else end
        if (
            first in "ตทอเส"
            and _LOCAL.match(text, span.start)
            and (rest := _SIDE.match(text, end) or _RUN_TO_DISTRICT.match(text, end))
        ):
            end = rest.end()
        if _HOME.match(text, span.start) and (house := _HOUSE.match(text, end)):
            end = house.end()
        if text[end - 1] == "ฯ" and _IN_HONOUR.match(text, span.start, end) and (seat := grammar.province.match(text, end)):
            end = seat.end()
        if text.endswith(_SKILL, span.start, end) and (number := _SKILL_NUMBER.match(text, end)):
            end = found.end() if (found := grammar.province.match(text, number.end())) else end
        if (
            text.startswith("กอง", span.start)
            and _COMPANY.match(text, span.start)
            and not text[end - 1].isdecimal()
            and (number := _COMPANY_NUMBER.match(text, end))
        ):
            end = number.end()
        end = branch_end(text, end, grammar.province)
        reached = end
        yield span if end == span.end else Span(span.start, end, span.rule)
        if (plant := plant_behind(text, end)) is not None:
            reached = plant.end
            yield plant


def _walk(text: str, hits: list[Hit], inner: dict[int, int], grammar: Grammar) -> Iterator[Span]:
    reached = 0
    last: Span | None = None
    for hit in hits:
        if hit.start < reached:
            continue
        row = hit.row
        head = _short_head(text, hit, grammar)
        if head is not None and (span := READERS[head.shape](Reading(text, hit.start, hit.end, inner, grammar.province))):
            yield span
            reached = span.end
            continue
        if isinstance(row, Agency):
            if not accept_known(text, hit, row):
                continue
            seam = _SEAM.search(text, hit.start, hit.end) if row.kind in _UNIT_KINDS else None
            if seam is not None:
                yield Span(hit.start, seam.start(), "organisation.gazetteer", id=row.id)
                yield _superior(text, seam.end(), hit.end, grammar)
                reached = hit.end
                continue
            if text[hit.end - 1] == "." and (letters := _MORE_LETTERS.match(text, hit.end)) is not None:
                yield Span(hit.start, letters.end(), "organisation.gazetteer")  # สำนักงาน ก.พ.|ร.: another's letters
                reached = letters.end()
                continue
            end = to_limited(text, hit.start, hit.end) or extend_known(text, hit, row, grammar.province)
            number = _GLUED_NUMBER.match(text, end) if text[end - 1] == "." else None
            end = number.end() if number is not None else end
            yield Span(hit.start, end, "organisation.gazetteer", id=row.id if end == hit.end else None)
            reached = end
        elif isinstance(row, AgencyHead):
            if row.shape == "none":
                reached = hit.end
                continue
            one = _ONE_OF_FAMILY.match(text, hit.start) if row.shape == "school" else None
            if one is not None:
                reached = one.end()
                yield Span(hit.start, reached, "organisation.school")
                continue
            reader = READERS.get(row.shape)
            end = behind_letters(text, hit.end) if row.shape in _LETTERED else hit.end
            span = reader(Reading(text, hit.start, end, inner, grammar.province, last)) if reader else None
            if span is not None:
                last = span = _over_space(text, span, grammar)
                yield span
                reached = span.end
            elif row.shape == "local" and text[hit.end - 1] != ".":
                reached = hit.end  # โรงเรียน|ตำรวจตระเวนชายแดน: a kind, and nothing within it is a body


# เทศบาลเมือง| (ทม.) |นาดี: kinds whose letters stand between the word and the place
_LETTERED = frozenset({"place", "school", "local"})
_MORE_LETTERS = re.compile(r"(?:[ก-ฮ]{1,2}\.)+(?![ก-๎])")
# มหาวิทยาลัยราชภัฏ| (มรภ.) |นาดี: one of several that bear the word and its letters
_ONE_OF_FAMILY = re.compile(
    r"มหาวิทยาลัย(?:เทคโนโลยีราชมงคล|ราชภัฏ)[ ]?\((?:มทร|มรภ)\.?\)[ ]?(?!ทั่ว|ทุก|ทั้ง|ใน|ที่|และ|ได้|จัด|ร่วม)[ก-ฮเ-ไ][ก-๎]{2,20}(?![ก-๎])"
)
# ตชด.|44
_GLUED_NUMBER = re.compile(r"\d{2,3}(?![\d.,:/]|[ ]?(?:คน|นาย|ราย|แห่ง|ล้าน|บาท))")


def _short_head(text: str, hit: Hit, grammar: Grammar) -> AgencyHead | None:
    """The kind of body that letters shorten which are also a body's own, where a name is glued to them: วท.|ทุ่งดอน."""
    if not isinstance(hit.row, Agency) or text[hit.end - 1] != "." or not "ก" <= text[hit.end : hit.end + 1] <= "ไ":
        return None
    row = grammar.lexicon.forms("agency_heads").get(text[hit.start : hit.end])
    return row if isinstance(row, AgencyHead) and row.shape in READERS else None


def _over_space(text: str, span: Span, grammar: Grammar) -> Span:
    """A body of the gazetteer that is written with a space before its และ: กระทรวงทรัพยากรธรรมชาติ| และสิ่งแวดล้อม."""
    if not text.startswith(" และ", span.end):
        return span
    joined = text[span.start : span.end] + text[span.end + 1 : span.end + 48]
    for hit in grammar.lexicon.finder("agencies").find(joined):
        if hit.start == 0 and hit.end > span.end - span.start and isinstance(hit.row, Agency):
            return Span(span.start, span.start + hit.end + 1, "organisation.gazetteer", id=hit.row.id)
    return span


# สำนักโฆษก| |สำนักเลขาธิการนายกรัฐมนตรี: a row that names the body above with the unit
_SEAM = re.compile(
    r" (?=มหาวิทยาลัย|จุฬาลงกรณ์มหา|กระทรวง|กรม|กรุงเทพมหานคร|สภากาชาดไทย|สำนัก(?:เลขาธิการ|งานตำรวจ|นายก))|(?<=ไทย)และ(?=สภาหอการค้า)"
)
_UNIT_KINDS = frozenset({"office", "other", "university", "local", "police", "media", "chamber"})


def _superior(text: str, start: int, end: int, grammar: Grammar) -> Span:
    """The body above, at `start:end`, with its id if the gazetteer knows it."""
    for hit in grammar.lexicon.finder("agencies").find(text[start:end]):
        if hit.start == 0 and hit.end == end - start and isinstance(hit.row, Agency):
            return Span(start, end, "organisation.gazetteer", id=hit.row.id)
    return Span(start, end, "organisation.gazetteer")


def _fill(spans: list[Span], more: list[Span]) -> list[Span]:
    """`spans`, with those of `more` that touch none of them."""
    if not more:
        return spans
    for span in more:
        at = bisect_left(spans, span.start, key=lambda other: other.start)
        if (at and spans[at - 1].end > span.start) or (at < len(spans) and spans[at].start < span.end):
            continue
        spans.insert(at, span)
    return spans
