"""From an article to its record; reads as the data flows.

read → clean → normalise → structure → match → assemble → record
"""

from __future__ import annotations

import gc
import hashlib
import re
from bisect import bisect_left, bisect_right
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor import lexicon as gazetteers
from extractor.anchors import Words
from extractor.assemble.ceremonies import find_ceremonies
from extractor.assemble.conferrals import assemble_conferrals
from extractor.assemble.finalists import drop_the_rest, find_finalists, read_others
from extractor.assemble.findings import Findings
from extractor.assemble.forms import read_forms
from extractor.assemble.headed_rows import find_headed_rows
from extractor.assemble.honoured_bodies import honoured_bodies
from extractor.assemble.item_names import find_item_names
from extractor.assemble.line_lists import find_line_lists
from extractor.assemble.parties import find_parties
from extractor.assemble.reader import Reader
from extractor.assemble.record import Found, build_record
from extractor.assemble.rolls import read_rolls
from extractor.assemble.status import Statuses
from extractor.assemble.structures import read_structures
from extractor.assemble.superiors import give_bodies
from extractor.assemble.title_makers import find_makers
from extractor.assemble.unconferred import UnconferredFound, find_unconferred
from extractor.assemble.unknown import find_unknown
from extractor.clean import find_content, given_in, join_cells, join_notes, join_rows
from extractor.document import OrganisationFound, PersonFound, Span, Stretches, Text, overlaps
from extractor.match.award_latin import spell_out
from extractor.match.award_next import without_next
from extractor.match.award_stages import given_by_programme
from extractor.match.award_titles import without_borne
from extractor.match.awards import find_awards, find_vocabulary
from extractor.match.dates import find_dates
from extractor.match.label import IN_ROW
from extractor.match.labels import find_labels, join_labels, named_by_part
from extractor.match.organisations import find_organisations
from extractor.match.people import find_people
from extractor.match.places import find_places
from extractor.match.works import find_works
from extractor.models import Article, Record
from extractor.normalise import normalise
from extractor.resolve import join_organisations
from extractor.structure import find_structure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from extractor.assemble.ceremony_reports import CeremonyFound
    from extractor.assemble.conferral import ConferralFound
    from extractor.lexicon import Hit, Lexicon
    from extractor.match.label import Label

_ABOUT_AWARDS = Words(
    "รางวัล|เกียรติคุณ|เกียรติบัตร|ประกวด|แข่งขัน|ชนะเลิศ|เหรียญ|ดีเด่น|ยกย่อง|เชิดชู|Award|AWARD|Prize|PRIZE|ศิลปินแห่งชาติ|แห่งปี|of the Year"
    "|แชมป์|โล่|เลือกเป็น|เลือกให้เป็น|การประกาศเป็น|ประกาศให้เป็น|ยอดเยี่ยม|คัดสรรเป็น|อันดับ|โหวตเป็น|โหวตให้เป็น|มงกุฎ|มงกุฏ|คว้ามิส|คว้าตำแหน่ง|ครองตำแหน่ง|ผลการคัด"
    "|บัณฑิตกิตติมศักดิ์|ปริญญาเอกกิตติมศักดิ์|ยกให้เป็น|ประกาศเป็น|ประกาศให้เป็น|Ratings|แหนบทองคำ|อวอร์ด|มอบเข็ม|รับเข็ม|คว้าที่"
    "|ยกให้|โหวตให้|ประกาศให้|จัดให้เป็น|ที่ดีที่สุดใน|สวยที่สุดใน|ทำคุณประโยชน์|คัดสรร|มิชลิน|ถ้วย|5 ดาว|๕ ดาว"
    "|ได้รับเลือก|ถูกเลือก|คัดเลือกเป็น|เลือก 1 ใน|ได้รับการประกาศ|ซิว|คว้า Best|คว้า “|เข็มเกียรติยศ|เสมาธรรมจักร|เสมาคุณูปการ|ทานเข็ม|ขวัญใจ"
    "|ติดโผ|ขึ้นทำเนียบ|ติดทำเนียบ|เข้าทำเนียบ|สู่ทำเนียบ|ติดลิสต์|รับการแนะนำใน|Michelin|MICHELIN|รับการบรรจุชื่อ"
)
# what every date and every month outside an article holds
_DATE_IN_FIGURES = re.compile(r"\d|เดือน")
# characters that an award's year takes behind its name
_YEAR_BEHIND = 6


def extract(article: Article | str, *, lexicon: Lexicon | None = None) -> Record:
    """The record of one article.

    Args:
        article: an article, or its text alone (its id is then `text-` and a hash).
        lexicon: gazetteers other than the shipped ones.

    Returns:
        The record; every mention's offsets count characters of the article's text as given. A text in which nothing is
        found yields an empty record.

    While it reads, the search for garbage cycles is off in the whole process; at the end it is on again, where it was.

    >>> record = extract("เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า ประจำปี 2566")
    >>> [award.award.text for award in record.awards]
    ['รางวัลพระปกเกล้า']
    """
    if isinstance(article, str):
        article = Article(id=f"text-{hashlib.sha256(article.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}", text=article)
    lexicon = lexicon or gazetteers.load()
    with _without_collecting():
        return _extract(article, lexicon)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Puts off the search for garbage cycles until an article is done: few are made, and each search walks all that is held."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _extract(article: Article, lexicon: Lexicon) -> Record:
    # normalise, clean
    clean, offsets = normalise(article.text)
    given = None if article.content is None else given_in(len(clean), offsets, article.content)
    content = find_content(clean, given)
    text = Text(article.text, join_notes(join_cells(join_rows(content.blank(clean)))), offsets)
    published = _published(clean, content.published)

    # match
    body = text.clean
    dates = find_dates(body, published=_day(published), lexicon=lexicon)
    published = published or _sent(body, dates)
    mentions = find_organisations(body, lexicon)
    organisations = join_organisations(body, mentions, lexicon)
    people = find_people(body, lexicon, organisations=mentions)
    organisations = _outside_people(organisations, people)

    # assemble
    conferrals: list[ConferralFound] = []
    unconferred: list[UnconferredFound] = []
    ceremonies: list[CeremonyFound] = []
    findings: Findings | None = None
    if _ABOUT_AWARDS.find(body):
        findings = _find_awards(body, lexicon, people, organisations, dates, content.title)
        statuses = Statuses(body, findings.cues)
        heading = statuses.heading(content.title.start, content.title.end) if content.title else "conferred"
        told = read_structures(findings, Reader(findings, statuses).read())
        candidates, honoured = read_rolls(findings, told)
        people.extend(PersonFound(name) for name in honoured)
        conferrals = assemble_conferrals(findings, candidates, lexicon, heading=heading)
        if statuses.about_lots:
            conferrals = [c for c in conferrals if c.fields["award"] is not None and c.fields["award"].id is not None]
        organisations.extend(honoured_bodies(body, conferrals, organisations))
        unconferred = find_unconferred(findings, conferrals, statuses)
        ceremonies = [] if statuses.about_lots else find_ceremonies(findings)

    if given is None:
        dates = sorted([*dates, *_besides(clean, body, content.spans, _day(published), lexicon)], key=lambda date: date.start)
    found = Found(content.title, published, conferrals, unconferred, ceremonies, people, organisations, dates, findings)
    return build_record(article, text, found, gazetteers=lexicon.digest)


def _find_awards(
    body: str,
    lexicon: Lexicon,
    people: list[PersonFound],
    organisations: list[OrganisationFound],
    dates: list[Span],
    title: Span | None,
) -> Findings:
    structure = find_structure(body)
    vocabulary = find_vocabulary(body, lexicon)
    awards = find_awards(body, vocabulary)
    bodies = [mention for organisation in organisations for mention in organisation.mentions]
    labels = find_labels(body, lexicon, vocabulary, awards, after_body={mention.end for mention in bodies})
    labels = named_by_part(body, spell_out(body, _outside_names(join_labels(body, awards, labels, bodies), people, body)))
    labels = without_borne(body, labels, {person.name.end for person in people}, lexicon)
    labels = given_by_programme(body, without_next(body, labels))
    ends = {label.until for label in labels} | {mention.end for mention in bodies} | {person.name.end for person in people}
    named = {person.name.start for person in people}
    works = [
        work
        for work in find_works(body, structure, ends)
        if not _is_named_otherwise(work, labels)
        and not (work.rule == "work.latin" and work.start in named)
        and not _names_person(work, people)
    ]
    findings = Findings(
        text=body,
        structure=structure,
        labels=labels,
        works=works,
        people=people,
        organisations=organisations,
        places=find_places(body, lexicon),
        provinces=lexicon.finder("provinces").find(body),
        dates=dates,
        cues=_cues_outside(body, _names(body, awards, labels), lexicon.finder("cues").find(body)),
        title=title,
    )
    findings.parties = find_parties(findings)
    find_makers(findings)
    find_headed_rows(findings)
    find_line_lists(findings)
    findings.nominees.extend(find_finalists(body))
    find_item_names(findings)
    find_unknown(findings)
    prizes = sorted((label for label in labels if label.kind == "award"), key=lambda label: label.start)
    called = {person.name.start for person in people if person.name.rule == "person.nicknamed"}
    findings.works = [work for work in findings.works if not (_is_prize(work, prizes) or _is_nickname(work, called, body))]
    drop_the_rest(findings)
    read_others(findings)
    give_bodies(findings)
    read_forms(findings)
    return findings


def _is_named_otherwise(work: Span, labels: Sequence[Label]) -> bool:
    """Whether what looks like a title is an award's name but for its year (ในรายการ “Siam Choir Games 2023”), or its part.

    So is what a contest is called in marks: ประกวดภาพถ่าย “สายน้ำ”.
    """
    return any(
        (
            label.kind == "award"
            and 0 <= label.start - work.start <= (_NUMBER_BEFORE if label.rule in _PROPER_NAMES else 0)
            and label.end <= work.end <= label.until + _YEAR_BEHIND
        )
        or (label.start == work.start and label.rule == "category.listed")
        or (label.rule in _CONTESTS and label.start <= work.start and work.end <= label.until)
        for label in labels
    )


def _is_prize(work: Span, prizes: Sequence[Label]) -> bool:
    """Whether what looks like a title in marks is the name of a prize, perhaps with its year: คว้ารางวัล “|Silver Lion Award|”.

    The prizes are in the order of their places.
    """
    if not work.rule.endswith("quoted"):
        return False
    first = bisect_left(prizes, work.start - _PRIZE_BEFORE, key=lambda label: label.start)
    return any(
        label.start <= work.start + _PRIZE_BEFORE
        and (label.start <= work.start or label.rule in _MARKED_NAMES)
        and work.start < label.end <= work.end + _MARK
        and work.end <= label.until + _YEAR_BEHIND
        for label in prizes[first : first + 2 * _PRIZE_BEFORE]
    )


# characters of รางวัล and a mark before a prize's name, and of the mark behind it
_PRIZE_BEFORE, _MARK = 9, 1
_MARKED_NAMES = frozenset({"award.named", "award.quoted"})


def _is_nickname(work: Span, called: AbstractSet[int], text: str) -> bool:
    """Whether what looks like a title is what somebody is called by, whose name stands behind it: “|วิว|” สมใจ ปลูกบัว.

    `called` holds where the names of those begin who are told with what they are called by.
    """
    if work.end - work.start > _LONGEST_CALLED or not work.rule.endswith("quoted"):
        return False
    if _OF_SORT.search(text, max(0, work.start - _WORD_BEFORE), work.start) is not None:
        return False
    if _CALLED.search(text, max(0, work.start - _WORD_BEFORE), work.start) is not None:
        return True
    if _TWO_CALLED.fullmatch(text, work.start, work.end) is not None and _WORD_BEHIND.match(text, work.end) is not None:
        return True
    return any(work.end + gap in called for gap in range(1, _NAME_NEAR + 1))


# “วิว-แหวน” สมใจ กับ มาลี ทองนา: what the two of a pair are called by, and the first one's name behind it
_TWO_CALLED = re.compile(r"[ก-ฮเ-ไ][ก-๎]{1,9}-[ก-ฮเ-ไ][ก-๎]{1,9}")
_WORD_BEHIND = re.compile(r"[”\"’'][ ]?(?!คว้า|กวาด|ได้|รับ|ซิว|ชนะ|โดย|ของ|ผลงาน)[ก-ฮเ-ไ][ก-๎]{2,20}[ ](?:กับ|และ|คู่)")
# ละคร “|รัก-แค้น|”: a work, by the word for its sort
_OF_SORT = re.compile(
    r"(?:ผลงาน|ภาพยนตร์|หนัง|ภาพ|ละคร|ซีรีส์|เพลง|เรื่อง|ชุด|สารคดี|โครงงาน|โครงการ|นวัตกรรม)"
    r"(?:สั้น|ไทย|เรื่อง|ชุด|ชื่อ|เวที)?[ ]?[“\"‘']\Z"
)
_LONGEST_CALLED, _NAME_NEAR = 22, 2
# ชื่อเล่น “|แหวน|”
_CALLED, _WORD_BEFORE = re.compile(r"(?:ชื่อเล่น|ฉายา|เจ้าของฉายา)(?:ว่า)?[ ]?[“\"‘']\Z"), 20


def _names_person(work: Span, people: Sequence[PersonFound]) -> bool:
    """Whether what looks like a title is a name, with what its bearer is called before a dash: 'ลุงดำ-ปิติ ทองดี'."""
    return any(
        person.name.start - _NICKNAME <= work.start <= person.name.start and abs(work.end - person.name.end) <= 1
        for person in people
    )


# characters of what somebody is called before the name
_NICKNAME = 14
_CONTESTS = frozenset({"award.contest", "award.contest_named"})
# “|The 48th| Mekong Fair of Inventions”: characters of the number before a contest's name in marks
_NUMBER_BEFORE = 10
_PROPER_NAMES = frozenset({"award.contest_proper", "award.latin", "award.event"})


# what a part's name does not end with: ประเภทข้าวเจ้า| และ|นาย ก
_BEFORE_NAME = re.compile(r"[ ,]*(?:และ)?[ ]*(?:คุณ|ท่าน)?[ ]*$")
# characters of a part's name before a person in it from which on it is one
_SHORTEST_PART = 4


def _outside_people(organisations: list[OrganisationFound], people: list[PersonFound]) -> list[OrganisationFound]:
    """The bodies without those that are only read within a person's name: มาลี |ดีพร้อม."""
    names = Stretches((person.name.start + 1, person.name.end) for person in people)
    kept = []
    for organisation in organisations:
        mentions = [mention for mention in organisation.mentions if mention.start not in names]
        if len(mentions) < len(organisation.mentions):
            if not mentions or organisation.name.start in names:
                continue
            organisation.mentions = mentions
        kept.append(organisation)
    return kept


def _outside_names(labels: list[Label], people: list[PersonFound], text: str) -> list[Label]:
    """The labels that are no part of a person's name: นาย ก ชมเชย; a part that runs on into one ends before it."""
    names = sorted((_begin(person), person.name.end) for person in people)
    kept = []
    for label in labels:
        within = label.rule in {"award.named", IN_ROW} and _cut_award(label, names, text)
        if label.kind != "award" and not within and overlaps(names, label.start, label.end):
            at = bisect_right(names, (label.start + _SHORTEST_PART, 0))
            begin = names[at][0] if at < len(names) else label.end
            if label.kind not in {"branch", "category"} or overlaps(names, label.start, begin) or begin >= label.end:
                continue
            label.end = label.until = begin - len(_BEFORE_NAME.search(text, label.start, begin).group())  # type: ignore[union-attr]
            if label.end - label.start < _SHORTEST_PART:
                continue
        kept.append(label)
    return kept


# characters of a prize's name before a person behind a blank in it from which on it ends there
_SHORTEST_AWARD = 14


def _cut_award(label: Label, names: list[tuple[int, int]], text: str) -> bool:
    """Ends a prize's name that no known word ends before whom it goes on to: รางวัลผู้กำกับยอดเยี่ยม| นาย ก."""
    at = bisect_right(names, (label.start + _SHORTEST_AWARD, 0))
    if at >= len(names) or names[at][0] >= label.end or not text.endswith((" ", "และ"), 0, names[at][0]):
        return False
    label.end = label.until = names[at][0] - len(_BEFORE_NAME.search(text, label.start, names[at][0]).group())  # type: ignore[union-attr]
    return True


def _begin(person: PersonFound) -> int:
    """Where a person's name begins, with the honorific where it stands right before."""
    title, start = person.honorific, person.name.start
    return title.start if title is not None and 0 <= start - title.end <= 2 else start


# รางวัลละครยอดเยี่ยม, which begins like รางวัลละ 500 บาท
_WHOLE_WORDS = ("รางวัลละคร", "รางวัลละอ่อน")
# คว้า|ชนะเลิศการประกวด, คว้า|ถ้วยพระราชทานฯ |ชนะเลิศการประกวด: told by one verb
_THE_PRIZE = re.compile(r"(?:(?:โล่|ถ้วย)[ก-๎ฯ]{0,40}[ ]?)?")


def _names(text: str, awards: list[Label], labels: Sequence[Label]) -> list[Label]:
    """The awards, and the categories that are named as such: ประเภทของที่ระลึก."""
    parts = [label for label in labels if label.kind == "category" and text.startswith("ประเภท", label.outer)]
    return sorted([*awards, *parts], key=lambda label: label.start) if parts else awards


def _cues_outside(text: str, awards: Sequence[Label], cues: Sequence[Hit]) -> list[Hit]:
    """The cues that are no part of a name (กรีฑาชิงชนะเลิศแห่งเอเชีย, ประเภทของที่ระลึก) or of another word (สำหรับรางวัล)."""
    starts = [award.start for award in awards]
    kept: list[Hit] = []
    for cue in cues:
        at = bisect_right(starts, cue.start - 1) - 1
        cut = text.startswith("สำห", cue.start - 3) or text.startswith(_WHOLE_WORDS, cue.start)
        again = text.startswith("ชนะเลิศ", cue.start) and kept and _THE_PRIZE.fullmatch(text, kept[-1].end, cue.start)
        if (at < 0 or cue.end > awards[at].end) and not cut and not again:
            kept.append(cue)
    return kept


def _published(clean: str, candidates: Iterable[Span]) -> Span | None:
    """The first candidate that reads as a day, with its ISO value."""
    for candidate in candidates:
        for date in find_dates(clean[candidate.start : candidate.end], alone=True):
            if isinstance(date.value, str) and len(date.value) == 10:
                start = candidate.start + date.start
                return Span(start, candidate.start + date.end, "published." + candidate.rule.rpartition(".")[2], value=date.value)
    return None


# กรุงเทพฯ--|9 พ.ย.|--กรมธนารักษ์: the day on which a wire service sent the text; its year stands elsewhere
_SENT = re.compile(r"\s*(?:\S[^\n]{7,199}\n\s*){0,4}[ก-๎ฯ]{4,20}[ ]?--[ ]?(?P<day>\d{1,2}[ ]?[ก-๎.]{3,6})[ ]?--")


def _sent(body: str, dates: Iterable[Span]) -> Span | None:
    sent = _SENT.match(body)
    if sent is None:
        return None
    start, end = sent.span("day")
    day = next((date for date in dates if start <= date.start and date.end <= end), None)
    if day is None or not isinstance(day.value, str) or len(day.value) != 10:
        return None
    return Span(day.start, day.end, "published.dateline", value=day.value)


def _besides(
    clean: str, body: str, spans: Sequence[tuple[int, int]], published: tuple[int, int, int] | None, lexicon: Lexicon
) -> Iterator[Span]:
    """The dates of a text that stand outside the article proper: in lists of other news, in lines of the site's own."""
    between = zip([0, *(end for _, end in spans)], [*(start for start, _ in spans), len(clean)], strict=True)
    outside = [(start, end) for start, end in between if _DATE_IN_FIGURES.search(clean, start, end)]
    if published is None and outside:  # the article's dates tell the years of those that state none
        outside = [(0, len(clean))]
    for start, end in outside:
        for date in find_dates(clean[start:end], published=published, lexicon=lexicon, alone=True):
            if body[start + date.start : start + date.end].isspace():
                yield replace(date, start=start + date.start, end=start + date.end)


def _day(date: Span | None) -> tuple[int, int, int] | None:
    if date is None or not isinstance(date.value, str):
        return None
    year, month, day = map(int, date.value.split("-"))
    return year, month, day
