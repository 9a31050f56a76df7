"""Of whom, or of what, a verb of receiving is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.collector_words import BESIDE_NAME, ENTERED, IS_SUCH, LISTS, WORK_SUBJECT
from extractor.assemble.subject_words import AS_WINNER

if TYPE_CHECKING:
    from extractor.assemble.findings import Party
    from extractor.assemble.subjects import Subjects
    from extractor.document import Span
    from extractor.lexicon import Hit


def subject_of(subjects: Subjects, cue: Hit) -> Party | None:
    """Who has received what follows a verb: who is congratulated, stands before it, heads the paragraph."""
    return (
        subjects.congratulated(cue.start)
        or subjects.of_career(cue.start)
        or subjects.subject_before(cue.start)
        or subjects.topic_subject(cue.start)
        or subjects.topics.spoken_of(cue.start)
        or subjects.topics.heads_paragraph(cue.start)
        or subjects.topics.told_in_paragraph(cue.start)
        or subjects.topics.told_above(cue.start)
    )


def as_winner(text: str, subjects: Subjects, cue: Hit) -> Party | None:
    """Who speaks or does something as a winner: นาย ก กล่าวในฐานะ|ผู้ได้รับรางวัล ข."""
    begin = cue.start
    while text.endswith(_WHO, 0, begin):
        begin -= len("ผู้ที่") if text.endswith("ที่", 0, begin) else len("ผู้")
    if begin == cue.start and not text.startswith("ผู้", begin):
        return None
    before = [party for party in subjects.between(max(0, begin - _SPEAKS_AS), begin) if party.role not in {"superior", "member"}]
    if before and before[-1].end <= begin and AS_WINNER.fullmatch(text, before[-1].end, begin):
        return before[-1]
    return None


_WHO = ("ผู้", "ผู้ที่")
# characters of a party with its position, and of what it does as a winner
_SPEAKS_AS = 240


def is_of(text: str, subjects: Subjects, work: Span, cue: Hit) -> bool:
    """Whether a verb is told of a work before it: เพลง “ก” ของนาย ข |ได้รับ…, แอปฯ “ก” โรงพยาบาล ข |ได้รับ…."""
    if WORK_SUBJECT.fullmatch(text[work.end : cue.start]):
        return True
    between = subjects.between(work.end, cue.start)
    if not between and ENTERED.fullmatch(text, work.end, cue.start):
        return True
    if IS_SUCH.search(text, work.end, cue.start) and all(party.kind == "place" for party in between):
        return text.startswith("ที่", cue.start)  # โครงการเน็ตนาดี … เป็นโครงการ|ที่ได้รับรางวัล
    alone = len(between) == 1 and work.rule.endswith("quoted")
    return alone and not (text[work.end : between[0].start] + text[between[0].end : cue.start]).strip(" ”\"’'")


def right_behind_name(text: str, subjects: Subjects, cue: Hit) -> bool:
    """Whether a name stands right before who has won: นาย ก ชนะเลิศการประกวด …, but not นาย ก ผู้ชนะเลิศการประกวด ข ได้แก่ …."""
    if not text.startswith(("ชนะ", "ผู้ชนะ", "ผู้ได้รับรางวัล", "ที่ได้รับรางวัล"), cue.start):
        return False
    before = [party for party in subjects.between(max(0, cue.start - 120), cue.start) if party.role != "superior"]
    if before and text[before[-1].end : cue.start].strip(' ”"') == "เป็น":
        return True  # โดยมีนาย ก เป็น|ผู้ชนะ
    if not text.startswith("ชนะ", cue.start) and LISTS.match(text, cue.end):
        return False
    if not before or BESIDE_NAME.fullmatch(text, before[-1].end, max(before[-1].end, cue.start)) is None:
        return False
    if text.startswith("ที่", cue.start) and before[-1].kind != "person":
        return False
    return before[-1].role in {"plain", "doer"} or subjects.there_is(before[-1])
