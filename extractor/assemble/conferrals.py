"""From the reader's candidates to the article's conferrals: names resolved, years spread, the same one told twice made one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.assemble.agenda import Agenda
from extractor.assemble.award_choice import choose_awards
from extractor.assemble.besides import title_end
from extractor.assemble.conferral import FIELDS, PERSONAL, ConferralFound, core_of, span_of
from extractor.assemble.conferral_labels import NEXT_PRIZE, labels_of
from extractor.assemble.contest_classes import put_classes_under_contest
from extractor.assemble.contest_prizes import BESIDES, put_under_contests, split_prizes
from extractor.assemble.finalists import is_among
from extractor.assemble.findings import Party
from extractor.assemble.headline_bodies import find_headline_body, is_of_headline
from extractor.assemble.merging import drop_subsets, merge
from extractor.assemble.no_winners import mark_no_winners
from extractor.assemble.owners import is_no_office, is_of_alumni
from extractor.assemble.programmes import Names, find_programmes, name_alike, put_under_programme
from extractor.assemble.represented import is_sent
from extractor.assemble.spread import double_years, give_own_years, spread_years
from extractor.assemble.sums import counts_others
from extractor.assemble.superiors import belongs, find_common
from extractor.document import Span
from extractor.gazetteer_rows import Agency, Award
from extractor.match.label import Label
from extractor.match.label_levels import CONTEST_RANKS
from extractor.match.organisation_aliases import KIND_ALONE

if TYPE_CHECKING:
    from extractor.assemble.draft import Candidate
    from extractor.assemble.findings import Findings
    from extractor.lexicon import Lexicon


def assemble_conferrals(
    findings: Findings, candidates: list[Candidate], lexicon: Lexicon, *, heading: str = "conferred"
) -> list[ConferralFound]:
    """The article's conferrals, in the order in which it tells them.

    Args:
        findings: what matching found.
        candidates: what the reader told off.
        lexicon: the gazetteers, for a part's programme.
        heading: what the headline says of the award; what no verb tells otherwise in the text takes it.

    Returns:
        One entry for each conferral; those nominated, described or drawn by lot have that status and are for the caller
        to keep apart.
    """
    text = findings.text
    names = find_programmes(findings)
    above_all = _AboveAll(findings)
    agenda = Agenda(text)
    put_under_contests(text, candidates)
    found = []
    for candidate in split_prizes(text, candidates):
        conferral = _one(candidate, findings, names, lexicon, above_all)
        if conferral is not None and not _told_apart(conferral, agenda) and not counts_others(conferral, text):
            if is_among(candidate, findings.nominees):
                conferral.status = "nominated"
            if heading != "conferred" and conferral.status == "conferred" and not (candidate.verb or _is_ranked(candidate)):
                conferral.status = heading
            found.append(conferral)
    name_alike(found, names, findings)
    put_under_programme(found, names, findings)
    put_classes_under_contest(found, names, findings)
    give_own_years(found, findings)
    spread_years(found, findings)
    merged = merge(found, findings)
    for conferral in merged:
        name, recipient = conferral.fields["recipient"], conferral.recipient
        if name is not None and recipient is not None and recipient.kind == "organisation" and name.start < title_end(findings):
            conferral.fields["recipient"] = _fuller(findings, recipient)  # a headline's short form, told nowhere else
    choose_awards(merged, findings)
    spread_years(merged, findings)  # an award that was chosen now has its year, too
    merged = drop_subsets(merged, findings)
    parts = {
        core_of(text[part.start : part.end])
        for conferral in merged
        if (part := conferral.fields["category"]) is not None and part.rule == "category.sub_award" and text[part.start] >= "ก"
    }
    for conferral in merged:
        _drop_category_of_itself(conferral, text, alone=len(parts) == 1)
        level, category = conferral.fields["level"], conferral.fields["category"]
        if level is not None and category is not None and level.start == category.start:
            conferral.fields["level"] = None  # รางวัลขวัญใจผู้ชม, on a stage that has others
        elif _ranks_another(conferral, merged):
            conferral.fields["level"] = None
    _number_levels(merged, lexicon, text)
    _free_of_class(merged, text)
    return double_years(mark_no_winners(merged, findings), findings)


# Popular Vote, ขวัญใจมหาชน, ป๊อปปูลาร์โหวต: what the public gives
_POPULAR = re.compile(r"(?i:popular)|ขวัญใจ|ป[๊็]?อ[ปบ]ปู")


def _free_of_class(found: list[ConferralFound], text: str) -> None:
    """Makes the public's prize, of which a contest with classes has one alone, a category: it is of none of the classes."""
    popular = [
        one
        for one in found
        if (level := one.fields["level"]) is not None and _POPULAR.match(text, level.start, level.end) is not None
    ]
    classes = {text[part.start : part.end] for one in popular if (part := one.fields["category"]) is not None}
    others = {
        text[part.start : part.end]
        for one in found
        if one.fields["level"] is not None and (part := one.fields["category"]) is not None and one not in popular
    }
    if len(popular) != 1 or len(classes) != 1 or len(others) <= 1:
        return
    (one,) = popular
    level, part = one.fields["level"], one.fields["category"]
    if level is None or part is None or 0 <= level.start - part.end < NEXT_PRIZE:
        return
    one.fields["category"] = replace(level, rule=BESIDES)
    one.fields["level"] = None


def _ranks_another(conferral: ConferralFound, found: list[ConferralFound]) -> bool:
    """Whether a prize's level is the rank of who won the contest: คว้า|แชมป์ลุ่มน้ำคัพ| โดยนาย ข ได้รางวัลดาวซัลโวสูงสุด."""
    award, level, category = conferral.fields["award"], conferral.fields["level"], conferral.fields["category"]
    if award is None or level is None or category is None or category.rule != "category.sub_award":
        return False
    return level.end <= award.start < category.start and any(
        (other := one.fields["level"]) is not None and other.start == level.start and one.fields["category"] is None
        for one in found
        if one is not conferral
    )


def _number_levels(found: list[ConferralFound], lexicon: Lexicon, text: str) -> None:
    """Gives a level that its place alone told (a table's, a ranking's) the gazetteer's id where the gazetteer has its words."""
    forms = lexicon.forms("levels")
    for conferral in found:
        level = conferral.fields["level"]
        if level is not None and level.value is None and (row := forms.get(text[level.start : level.end].lower())) is not None:
            conferral.fields["level"] = Span(level.start, level.end, level.rule, row.id, level.id)


def _told_apart(conferral: ConferralFound, agenda: Agenda) -> bool:
    """Whether minutes name the prize in one item and who has won in another, which has nothing to do with it."""
    award = conferral.fields["award"]
    return award is not None and agenda.parts(award.start, conferral.at)


def _drop_category_of_itself(conferral: ConferralFound, text: str, *, alone: bool) -> None:
    """Drops a prize's category that says no more than the name of the prize that was chosen in the end.

    `alone`: the article names no other category, which this one could be told apart from.
    """
    award, category = conferral.fields["award"], conferral.fields["category"]
    if award is None or category is None or category.rule not in _OF_ITSELF:
        return
    name, part = core_of(text[award.start : award.end]), core_of(text[category.start : category.end])
    if part == name or (alone and category.rule == "category.sub_award" and len(part) > _LONG_PART and part in name):
        conferral.fields["category"] = None


_OF_ITSELF = frozenset({"category.sub_award", "category.gazetteer"})
# characters of a category beyond which it is in an award's name by no accident
_LONG_PART = 6


def _is_ranked(candidate: Candidate) -> bool:
    """Whether a contest's rank stands beside whoever or whatever won it: รางวัลชนะเลิศ กรม ก."""
    level = candidate.labels.get("level")
    return level is not None and level.rule in CONTEST_RANKS and not candidate.subject_only


# characters behind an award's name that may still tell whose prize it is
_TELLS_WHOSE = 40
# รางวัล ก |จากนาย ข: here it is told by whom it was given, or where
_ELSEWHERE = re.compile(r"\n|จาก|ให้|แก่[ ]?|แด่|โดย|ณ[ ]|ใน(?=งาน|พิธี|โครงการ|นาม|ฐานะ(?:ตัว|ผู้)แทน)|ที่(?=โรงแรม|ห้อง)|เมื่อ|เพื่อ")


# รางวัล|ธนาคารยอดเยี่ยมด้านสินเชื่อบุคคล
_OF_BODIES = re.compile(
    r"(?:รางวัล)?[“\"]?(?:สุดยอด)?(?:ธนาคาร|องค์กร|หน่วย(?:งาน|บริการ)|บริษัท|สถาน(?:ประกอบ|ศึกษา|พยาบาล|ี)|โรง(?:งาน|พยาบาล|เรียน|แรม)|แบรนด์|รัฐวิสาหกิจ|กองทุน|สำนักงาน|จังหวัด|เทศบาล|ชุมชน)"
)


def _is_personal(labels: dict[str, Label], text: str) -> bool:
    """Whether a prize goes to a person, by its name, its parts or what stands right behind the name."""
    named = labels.get("category") or labels.get("branch") or labels.get("award")
    if named is not None and _OF_BODIES.match(text, named.start, named.until):
        return False
    for kind, label in labels.items():
        if PERSONAL.search(text, label.start, label.until):
            return True
        if isinstance(label.row, Award) and PERSONAL.search(label.row.name):
            return True  # รางวัลสำเภาทอง, which is ผู้ว่าราชการจังหวัดสำเภาทอง
        if kind == "award" and "category" not in labels and "branch" not in labels:
            elsewhere = _ELSEWHERE.search(text, label.until, label.until + _TELLS_WHOSE)
            if PERSONAL.search(text, label.until, elsewhere.start() if elsewhere else label.until + _TELLS_WHOSE):
                return True
    return False


# รางวัล|วิสาหกิจชุมชนดีเด่น: by its name it goes to a body of that kind
_BODY_OF = re.compile(
    r"(?:รางวัล|โล่|เข็ม)*[“\"]?(?P<kind>สถานีตำรวจ|เทศบาล|อบต|โรงพยาบาล|โรงเรียน|สถานศึกษา|วิสาหกิจชุมชน|สหกรณ์|กลุ่ม|ชุมชน|หมู่บ้าน|ตำบล|อำเภอ|จังหวัด"
    r"|วัด|ศูนย์|กองทุน|โรงงาน|สถานประกอบ|บริษัท|องค์กร|หน่วยงาน|เรือนจำ)"
)
# Asia |Best Employer| Award: by its name a firm's
_FIRM_OF = re.compile(
    r"(?:รางวัล)?[ ]?[“\"]?(?:[A-Za-z’'&-]+[ ]){0,4}?(?:Employer|Compan(?:y|ies)|Bank|Brand"
    r"|Organi[sz]ation|Workplace|Airline|Hotel|Hospital|University"
    r"|Enterprise|Agency|Startup|Developer|Broker|Insurer|Retailer|Factory|Manufacturer|Provider)\b"
)
# of which kinds a body's name tells it otherwise: สถานีตำรวจดีเด่น, |สภ.นาดี
_KINDS_TOLD = {
    "สถานีตำรวจ": ("สถานีตำรวจ", "สภ.", "สน."),
    "โรงพยาบาล": ("โรงพยาบาล", "รพ."),
    "โรงเรียน": ("โรงเรียน", "รร.", "ร.ร."),
    "สถานศึกษา": ("โรงเรียน", "วิทยาลัย", "รร.", "ร.ร."),
    "เทศบาล": ("เทศบาล", "ทต.", "ทม.", "ทน."),
    "อบต": ("องค์การบริหารส่วนตำบล", "อบต."),
    "ตำบล": ("ตำบล", "องค์การบริหารส่วนตำบล", "อบต.", "เทศบาลตำบล"),
    "หมู่บ้าน": ("หมู่บ้าน", "บ้าน"),
    "สถานประกอบ": ("บริษัท", "บมจ.", "บจก.", "โรงงาน", "โรงแรม", "ห้างหุ้นส่วน", "หจก."),
    "บริษัท": ("บริษัท", "บมจ.", "บจก."),
}


# ทีม “|นาดี|”: which is called by the name in marks alone
_TEAM_IN_MARKS = re.compile(r"(?:ทีม|Team|TEAM)[ ]?[“\"‘'](?P<name>[^“”\"‘’\n]{2,50})[”\"’']?")


def _without_marks(name: Span, text: str) -> Span:
    team = _TEAM_IN_MARKS.fullmatch(text, name.start, name.end)
    return name if team is None else Span(*team.span("name"), name.rule)


def _goes_to_body(labels: dict[str, Label], recipient: Party, findings: Findings) -> bool:
    """Whether a prize goes by its name to such a body as its collector is from: นาย ก ครูโรงเรียน ข รับรางวัล|โรงเรียนคุณธรรม."""
    text = findings.text
    named = labels.get("category") or labels.get("branch") or labels.get("award")
    kind = _BODY_OF.match(text, named.start, named.until) if named is not None else None
    if recipient.body is None:
        return False
    if kind is None:
        firm = named is not None and _FIRM_OF.match(text, named.start, named.until) is not None
        return firm and not (_is_personal(labels, text) or _is_no_officer(recipient, findings))
    if text.startswith(_KINDS_TOLD.get(kind["kind"], (kind["kind"],)), recipient.body.start):
        return True
    any_body = kind["kind"] in {"องค์กร", "หน่วยงาน"}
    return any_body and not (_is_personal(labels, text) or _is_no_officer(recipient, findings))


def _body_itself(body: Span, findings: Findings) -> Party:
    """The body within a person's position as one that has won, so that it is known when it is told of again."""
    key = next((at for at, o in enumerate(findings.organisations) if any(m.start == body.start for m in o.mentions)), -1)
    return Party(body.start, body.end, "organisation", body, key)


# a pupil of a school or a teacher is honoured in person, and collects for nobody
_NO_OFFICE = re.compile(
    r"[ ]*(?:นักเรียน|นักศึกษา|นิสิต|อาจารย์(?!ใหญ่)|ครู(?!ใหญ่)|นักวิจัย|นักกีฬา|นักวิทยาศาสตร์|นักวิชาการ|นายแพทย์|แพทย์|พยาบาล"
    r"|(?:จักษุ|อายุร|ศัลย|กุมาร|สูติ(?:นรี)?|รังสี|พยาธิ|วิสัญญี|จิต|ทันต|สัตว)แพทย์|เภสัชกร|วิศวกร|สถาปนิก|นิติกร|นักประดิษฐ์|นักออกแบบ|เกษตรกร|ศิลปิน|นักแสดง|นักร้อง|ช่าง"
    r"|ผู้ช่วยศาสตราจารย์|รองศาสตราจารย์|ศาสตราจารย์|พนักงาน|เจ้าหน้าที่|ข้าราชการ)"
)


_SCHOOL = re.compile(r"โรงเรียน|รร\.|ร\.ร\.|[ก-๎]*วิทยาลัย|คณะ|สโมสร|ทีม")


def _is_no_officer(party: Party, findings: Findings) -> bool:
    """Whether a person is none of a body's heads: นักเรียนชั้น ม.6 โรงเรียน ก, or นาย ข โรงเรียน ก with no office told."""
    position = findings.people[party.key].position if 0 <= party.key < len(findings.people) else None
    if position is None and party.body is not None and _SCHOOL.match(findings.text, party.body.start):
        return True
    return _NO_OFFICE.match(findings.text, position.start if position is not None else party.name.end) is not None


def _has_competed(labels: dict[str, Label], person: Party, text: str) -> bool:
    """Whether somebody who is only told to come from a body has a contest's rank: นาย ก |จากบริษัท ข| คว้าเหรียญเงิน."""
    level = labels.get("level")
    return level is not None and level.rule in CONTEST_RANKS and text.startswith((" จาก", "จาก"), person.name.end)


def _whole(findings: Findings, alone: Span) -> Span:
    """The full name of a body of which the head word alone is told: กระทรวงฯ, ธนาคารฯ."""
    for organisation in findings.organisations:
        if any(mention.start == alone.start for mention in organisation.mentions):
            return organisation.name
    return alone


def _fuller(findings: Findings, party: Party) -> Span:
    name = findings.organisations[party.key].name if 0 <= party.key < len(findings.organisations) else party.name
    return name if name.end - name.start > party.name.end - party.name.start else party.name


def _is_within(parent: Span | None, work: Span | None) -> bool:
    """Whether what was taken for a body is a part of the work's title."""
    return parent is not None and work is not None and work.start <= parent.start and parent.end <= work.end


_PROJECT = re.compile(r"(?:โครงการ|โครงงาน|กิจกรรม|แคมเปญ)[ ]?")


def _names_project(recipient: Span | None, work: Span | None, text: str) -> bool:
    """Whether what was taken for the winner is only what the work is called: โครงการ|โรงเรียนสีเขียว| ได้รับรางวัล."""
    if recipient is None or work is None or not _is_within(recipient, work):
        return False
    return _PROJECT.fullmatch(text, work.start, recipient.start) is not None


class _AboveAll:
    """The one body to which the text, or else the headline, says that those honoured belong."""

    def __init__(self, findings: Findings) -> None:
        self._common = find_common(findings)
        self._winning = find_headline_body(findings) if self._common is None else None

    def of(self, recipient: Party, award: Label | None, text: str) -> Span | None:
        """That body, if the recipient may be one of it."""
        if self._common is not None:
            return self._common if belongs(recipient, self._common, text) else None
        if self._winning is None or _is_alumnus(recipient, award, text):
            return None
        return is_of_headline(text, recipient, self._winning)


def _is_alumnus(recipient: Party, award: Label | None, text: str) -> bool:
    return award is not None and recipient.kind == "person" and is_of_alumni(text, award.start, award.end)


def _is_in_person(recipient: Party, award: Label | None, text: str) -> bool:
    """Whether somebody is honoured in person, and not as one of the body that is told with the name."""
    if recipient.kind != "person" or recipient.body is None:
        return False
    monk = text.startswith("พระ", recipient.start)
    return monk or _is_alumnus(recipient, award, text) or is_no_office(text, recipient.body)


def _is_seat(parent: Span | None, recipient: Party, text: str) -> bool:
    """Whether what stands above a hospital is only the province where it is: another body may be told to be above it."""
    return parent is not None and parent.rule.startswith("place") and text.startswith(("โรงพยาบาล", "รพ."), recipient.name.start)


def _one(
    candidate: Candidate,
    findings: Findings,
    names: Names,
    lexicon: Lexicon,
    above_all: _AboveAll,
) -> ConferralFound | None:
    text = findings.text
    award, labels = labels_of(candidate, names, lexicon, text)
    if not labels or _is_mere_name(labels, candidate, text):
        return None
    fields: dict[str, Span | None] = dict.fromkeys(FIELDS)
    for kind, label in labels.items():
        fields[kind] = span_of(label, text)
    fields["work"] = candidate.work
    recipient = candidate.recipient
    if (
        recipient is not None
        and recipient.kind == "person"
        and candidate.stands_for is not None
        and (
            is_sent(text, recipient)
            or not (_is_personal(labels, text) or _is_no_officer(recipient, findings) or _has_competed(labels, recipient, text))
        )
    ):
        recipient = candidate.stands_for
    if recipient is not None:
        fields["recipient"] = _without_marks(recipient.name, text)
        fields["parent"] = None if _is_in_person(recipient, award, text) else recipient.body
        if recipient.kind == "person" and recipient.body is not None and _goes_to_body(labels, recipient, findings):
            recipient = _body_itself(recipient.body, findings)
            fields["recipient"], fields["parent"] = recipient.name, None
    if fields["recipient"] is None and fields["work"] is None:
        return None
    above = candidate.parent
    if above is not None and (fields["parent"] is None or (recipient is not None and recipient.kind != "organisation")):
        fields["parent"] = above.name
    if fields["parent"] is None and recipient is not None and candidate.above is not None:
        fields["parent"] = _superior(recipient, candidate.above, findings, lexicon)
    for name in ("recipient", "parent"):
        if (alone := fields[name]) is not None and alone.rule == KIND_ALONE:
            fields[name] = _whole(findings, alone)
    if recipient is not None and (fields["parent"] is None or _is_seat(fields["parent"], recipient, text)):
        fields["parent"] = above_all.of(recipient, award, text) or fields["parent"]
    if _is_within(fields["parent"], fields["work"]):
        fields["parent"] = None  # Michel Aubert (Silent Harbor): a title in Latin letters is like a firm's name
    if _names_project(fields["recipient"], fields["work"], text):
        recipient = fields["recipient"] = None
    known = sum(fields[name] is not None for name in ("award", "year", "category", "level", "work", "recipient"))
    confidence = 0.4 + 0.08 * known
    if award is not None and award.row is not None:
        confidence += 0.1
    if candidate.subject_only:
        confidence -= 0.2
    confidence = round(min(0.95, confidence), 2)
    return ConferralFound(fields, candidate.status, confidence, candidate.rule, candidate.cue, candidate.at, recipient)


def _is_mere_name(labels: dict[str, Label], candidate: Candidate, text: str) -> bool:
    """Whether all that would be won is part of a name, or a nation's place in figures: โรงเรียนส่งเสริมสุขภาพระดับเพชร."""
    told, recipient = list(candidate.labels.values()), candidate.recipient
    if not told:
        return False
    nation = recipient is not None and recipient.kind == "place" and text.startswith(("ไทย", "ประเทศ"), recipient.name.start)
    if nation and all(label.rule == "level.place" for label in told):
        return "award" in labels and labels["award"].start > candidate.at
    name = candidate.work if candidate.work is not None else recipient.name if recipient is not None else None
    return name is not None and all(name.start <= label.start and label.end <= name.end for label in told)


def _superior(recipient: Party, above: Party, findings: Findings, lexicon: Lexicon) -> Span | None:
    """The body that introduces a list, where the gazetteer knows that the recipient is one of its own."""
    if recipient.kind != "organisation" or above.kind != "organisation":
        return None
    agencies = lexicon.rows["agencies"]
    wanted = findings.organisations[above.key].name.id if 0 <= above.key < len(findings.organisations) else None
    row = (
        agencies.get(findings.organisations[recipient.key].name.id or "")
        if 0 <= recipient.key < len(findings.organisations)
        else None
    )
    for _ in range(3):
        if not isinstance(row, Agency) or row.parent is None or wanted is None:
            return None
        if row.parent == wanted:
            return above.name
        row = agencies.get(row.parent)
    return None
