"""Everyone and everything in an article that an award may go to: people, bodies, places and teams."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.findings import Party
from extractor.assemble.given_names import given_mentions
from extractor.assemble.many import tells_of_many
from extractor.assemble.person_starts import before_dash, with_honorific, with_nickname
from extractor.assemble.role_words import MADE_BY, RANKED_AS, ZONE
from extractor.assemble.roles import give_roles
from extractor.assemble.standing import rank
from extractor.assemble.superiors import body_above, body_behind
from extractor.assemble.unit_names import with_unit_names
from extractor.document import Span, Stretches, overlaps
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings
    from extractor.document import PersonFound
    from extractor.lexicon import Hit
    from extractor.match.places import Place

_NEXT = re.compile(r"[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:(?:จาก|ด้วย|กับ)?[ ]?ผลงาน|ได้รับ|,|\n|$)")
_SECTION = re.compile(r"ฝ่าย|สาย(?=งาน|ธุรกิจ|การ)|กลุ่มธุรกิจ|หน่วยธุรกิจ|กลุ่มงาน|แผนก|งาน|กลุ่ม|ภาควิชา|สำนักวิชา|สาขาวิชา|ส่วน(?!ราชการ)")
_GOVERNS = re.compile(r"(?:อดีต|รอง)?(?:ผู้ว่าราชการ|(?:นาย|ปลัด)(?=อำเภอ))(?P<area>(?:จังหวัด|อำเภอ)[ ]?[ก-๙]+)")


def find_parties(findings: Findings) -> list[Party]:
    """Everyone and everything in the findings that may have won, in text order, each with the role its context gives it.

    A body inside a person's position is no party of its own: it is that person's `body`.
    """
    text = findings.text
    parties: list[Party] = []
    positions: list[tuple[int, int]] = []
    bodies = sorted((m.start, m.end) for o in findings.organisations for m in o.mentions)
    starts = [start for start, _ in bodies]
    for key, person in enumerate(findings.people):
        start = person.honorific.start if person.honorific else with_honorific(text, person.name.start)
        start = with_nickname(text, start, bare=start == person.name.start)
        end = person.name.end
        body = None
        if person.position is not None:
            body = _body_in(text, bodies, starts, person.position)
            if 0 <= person.position.start - end <= 3:
                end = end if text[end] == "\n" else person.position.end
                positions.append((person.position.start, person.position.end))
            elif 0 <= start - person.position.end <= 3:
                start = person.position.start
                positions.append((person.position.start, person.position.end))
        if body is None:
            body = body_behind(text, bodies, starts, end)
        else:
            body = body_above(text, bodies, starts, body.start, body.end) or body
        body = _then_of(text, bodies, starts, end) or body
        parties.append(Party(start, end, "person", person.name, key, body))
        parties.extend(_by_post_below(text, person, key, body))
        parties.extend(
            Party(before_dash(text, with_honorific(text, mention.start)), mention.end, "person", person.name, key, body)
            for mention in person.mentions
        )
    parties.extend(_by_given_name(findings, parties))
    above = _superiors(text, findings, starts)
    within = Stretches(positions)
    for key, organisation in enumerate(findings.organisations):
        parties.extend(
            Party(mention.start, mention.end, "organisation", mention, key, above.get(key))
            for mention in organisation.mentions
            if mention.start not in within
        )
    named = [
        party
        for party in _without_bracketed(text, parties)
        if not tells_of_many(text, party.start, party.end) and not _is_no_party(text, party)
    ]
    parties = [_as_officer(text, party, findings) for party in named]
    teams = [(place.name.start, place.name.end) for place in findings.places if place.name.rule == "place.team"]
    parties = [party for party in parties if not overlaps(teams, party.start, party.end)]
    findings.works = _before_next_party(text, findings.works, parties)
    taken = sorted((p.start, p.end) for p in parties)
    taken.extend((work.start, work.end) for work in findings.works)
    taken.sort()
    firms = _own_names(findings)
    for key, place in enumerate(findings.places):
        if _is_short_form(text, place, firms) or _is_title(text, place.name.start, place.name.end, starts):
            continue
        if not overlaps(taken, place.name.start, place.name.end) and not tells_of_many(text, place.name.start, place.name.end):
            parties.append(_of_place(text, place, key, bodies, starts))
    parties = _without_zones(text, [*parties, *_bare_provinces(text, parties, findings.provinces)])
    parties.sort(key=lambda party: (party.start, -party.end))
    parties = with_unit_names(findings, parties)
    give_roles(text, parties, findings)
    return parties


def _of_place(text: str, place: Place, key: int, bodies: list[tuple[int, int]], starts: list[int]) -> Party:
    """A place, local unit or team as a party, a team with the body of which it is."""
    end = place.province.end if place.province else place.name.end
    if place.name.rule != "place.team":
        return Party(
            place.name.start, end, "team" if place.name.rule == "place.unit" else "place", place.name, key, place.province
        )
    name, whose = _whose_team(text, place.name, bodies, starts)
    body = whose or _body_of_team(text, place.name, end, bodies, starts)
    return Party(place.name.start, end, "team", name, key, body or place.province)


# ทีมนักศึกษา|มหาวิทยาลัยนาดี
_TEAM_OF_PUPILS = re.compile(r"ทีม(?:นักศึกษา|นักเรียน|นิสิต)[ ]?")


def _body_of_team(text: str, team: Span, end: int, bodies: list[tuple[int, int]], starts: list[int]) -> Span | None:
    """The school within a team's name, whose pupils it is (ทีมนักศึกษา|มหาวิทยาลัยนาดี|), or the body behind it."""
    pupils = _TEAM_OF_PUPILS.match(text, team.start)
    at = bisect_left(starts, pupils.end()) if pupils is not None else len(starts)
    if pupils is not None and at < len(starts) and bodies[at] == (pupils.end(), team.end):
        return Span(pupils.end(), team.end, "party.within")
    return body_behind(text, bodies, starts, end + (text[end : end + 1] in "”\"’'"))


# |ทีมหุ่นยนต์| ของ|โรงเรียนนาดี
_OWNED = re.compile(
    r"ทีม[ ]?(?!นัก(?:เรียน|ศึกษา)|นิสิต|ตัวแทน|ผู้แทน|เยาวชน|ชาติ)[ก-๎A-Za-z “”\"]{3,30}?(?=(?:ของ|จาก|แห่ง)(?P<body>[ก-ฮเ-ไ]))"
)

_SCHOOL_NAME = re.compile(r"(?:โรงเรียน|วิทยาลัย|มหาวิทยาลัย|สโมสร)[ก-ฮเ-ไ][ก-๎]+")


def _whose_team(text: str, team: Span, bodies: list[tuple[int, int]], starts: list[int]) -> tuple[Span, Span | None]:
    """A team's name without the school whose it is told to be within it, and that school: |ทีมหุ่นยนต์| ของ|โรงเรียนนาดี."""
    owned = _OWNED.match(text, team.start, team.end)
    if owned is None:
        return team, None
    at = bisect_left(starts, owned.start("body"))
    known = at < len(starts) and bodies[at] == (owned.start("body"), team.end)
    if not known and _SCHOOL_NAME.fullmatch(text, owned.start("body"), team.end) is None:
        return team, None
    return Span(team.start, owned.end(), team.rule), Span(owned.start("body"), team.end, "party.within")


# |เขตสุขภาพที่ 1| รพ.นาดี รพ.บ้านนา |เขตสุขภาพที่ 2| …: a zone, which groups those who stand behind it
_ZONE = re.compile(ZONE)


def _without_zones(text: str, parties: list[Party]) -> list[Party]:
    """The parties without the zones right behind which another body stands that lies in them."""
    starts = {party.start for party in parties if party.kind in {"organisation", "team"}}
    return [
        party
        for party in parties
        if not {party.end + 1, party.end + 2} & starts or _ZONE.fullmatch(text, party.start, party.end) is None
    ]


# บริษัท |นาดีซีเมนต์ จำกัด: what stands before a firm's own name
_OF_FIRM = re.compile(r"(?:บริษัท|บมจ\.|บจก\.|บจ\.|หจก\.|ห้างหุ้นส่วนจำกัด|กลุ่มบริษัท)[ ]?")
_CONSONANT = re.compile("[ก-ฮเ-ไ]")
# letters of a firm's short form at the least
_SHORT_FORM = 5


def _own_names(findings: Findings) -> list[str]:
    """What firms are called, without the word for a firm before it."""
    text = findings.text
    return [
        text[head.end() : firm.name.end]
        for firm in findings.organisations
        if firm.name.rule == "organisation.company" and (head := _OF_FIRM.match(text, firm.name.start, firm.name.end))
    ]


def _is_short_form(text: str, place: Place, firms: list[str]) -> bool:
    """Whether a village's name is what a firm is called for short: บ้านนาดี |รับรางวัล, of บริษัท บ้านนาดีซีเมนต์ จำกัด."""
    name = text[place.name.start : place.name.end]
    if place.province is not None or len(name) < _SHORT_FORM:
        return False
    return any(firm.startswith(name) and _CONSONANT.match(firm, len(name)) is not None for firm in firms)


def _by_post_below(text: str, person: PersonFound, key: int, body: Span | None) -> list[Party]:
    """The person once more, where the line below the name begins with the post: its line tells what was received."""
    post = person.position
    if post is None or post.start != person.name.end + 1 or text[person.name.end] != "\n":
        return []
    return [Party(post.start, post.end, "person", person.name, key, body)]


def _is_title(text: str, start: int, end: int, bodies: list[int]) -> bool:
    """Whether a place's name in marks is a title, for a body stands behind it that made the work."""
    marked = text[start - 1 : start] in {"“", '"'} and not text.endswith(("ทีม", "ทีม "), 0, start - 1)
    made = MADE_BY.match(text, end) if marked else None
    if made is None:
        return False
    at = bisect_left(bodies, made.end())
    return at < len(bodies) and bodies[at] == made.end()


def _by_given_name(findings: Findings, people: list[Party]) -> list[Party]:
    """The people once more, where nothing but their given names calls them."""
    taken = sorted((party.start, party.end) for party in people)
    bodies = {party.key: party.body for party in people}
    return [
        Party(start, end, "person", findings.people[key].name, key, bodies[key])
        for start, end, key in given_mentions(findings)
        if not overlaps(taken, start, end)
    ]


# กรมทางหลวง (ทล.) กระทรวงคมนาคม · กระทรวงแรงงาน โดยสำนักงานประกันสังคม
_TO_MINISTRY = re.compile(r"[ ]?(?:\([^()\n]{1,30}\))?[ ]?(?=กระทรวง)")
_TO_DEPARTMENT = re.compile(r"[ ]?(?:\([^()\n]{1,30}\))?[ ]?โดย[ ]?")


# กรมประมง โดย|กองตรวจการประมง
_UNDER_OFFICE = re.compile(
    r"กอง(?!ทัพ|ทุน)|สำนัก|ศูนย์|คณะ(?!กรรมการ|ทำงาน|รัฐมนตรี)|สถาบัน|สถานี|โรงพยาบาล|ฝ่าย|กลุ่ม(?=งาน|พัฒนา|ส่งเสริม)|หน่วย|วิทยาลัย|โรงเรียน|เรือนจำ"
    r"|ทัณฑสถาน|แขวง|อุทยาน|ด่าน|สวน(?=สัตว์|พฤกษ)|ภาควิชา"
)


def _superiors(text: str, findings: Findings, starts: list[int]) -> dict[int, Span]:
    """The ministry that the article attaches to each body: written right behind it, or before it and โดย."""
    found: dict[int, Span] = {}
    keys = {m.start: (key, m) for key, o in enumerate(findings.organisations) for m in o.mentions}
    for start in starts:
        key, mention = keys[start]
        behind = _TO_MINISTRY.match(text, mention.end)
        if behind is not None and behind.end() in keys and not text.startswith("กระทรวง", start):
            found.setdefault(key, keys[behind.end()][1])
        elif text.startswith("กระทรวง", start):
            under = _TO_DEPARTMENT.match(text, mention.end)
            if under is not None and under.end() in keys and not text.startswith("กระทรวง", under.end()):
                found.setdefault(keys[under.end()][0], mention)
        elif (
            (under := _TO_DEPARTMENT.match(text, mention.end)) is not None
            and under.end() in keys
            and _is_unit_of(text, under.end(), start)
        ):
            found.setdefault(keys[under.end()][0], mention)
    return found


# โรงพยาบาลนาดี โดย|กลุ่มงานเภสัชกรรม
_HAS_SECTIONS = re.compile(r"โรงพยาบาล|รพ\.|วิทยาลัย|คณะ(?!กรรม|ทำงาน|รัฐ)|สำนัก|สถาบัน|บริษัท|บมจ|การ(?:ไฟฟ้า|ประปา|รถไฟ)")


def _is_unit_of(text: str, unit: int, body: int) -> bool:
    """Whether what stands at `unit` behind a body and โดย is an office or section of it."""
    if _UNDER_OFFICE.match(text, unit) is not None and rank(text, unit) < rank(text, body):
        return True
    return _SECTION.match(text, unit) is not None and _HAS_SECTIONS.match(text, body) is not None


# รางวัลเกียรติยศ |นพ.ก ข| (ด้านสังคม) 4 รางวัล: whom the prize is called after
_CALLED_AFTER = re.compile(r"(?:รางวัล|เหรียญ|โล่|ทุน|ถ้วย)(?:เกียรติยศ|อนุสรณ์|ที่ระลึก|เชิดชูเกียรติ)?[ ]?[“\"]?$")
_SO_MANY_PRIZES = re.compile(r"[”\"]?[ ]?(?:\([^()\n]{2,40}\)[ ]?)?(?:จำนวน[ ]?)?\d{1,3}[ ]?รางวัล")


def _is_no_party(text: str, party: Party) -> bool:
    """Whether a person is only named as whom a prize is called after, of which so many are given, or letters are an office's.

    What is ranked is none, either: โรงแรมที่ดีที่สุดในโลก.
    """
    if party.kind != "person" and RANKED_AS.search(text, party.name.start, party.name.end) is not None:
        return True
    if party.kind == "organisation":
        new = text.endswith(("แห่งใหม่", "แห่งแรก"), party.name.start, party.name.end)  # ศูนย์วิจัยแห่งใหม่: of what kind it is
        return new or text.startswith("ผจก", party.end)  # กก.|ผจก.: an office
    if party.kind != "person" or _SO_MANY_PRIZES.match(text, party.name.end) is None:
        return False
    return _CALLED_AFTER.search(text, max(0, party.start - 24), party.start) is not None


# ปลัด สธ. · นายกสมาคม… · รองอธิบดีกรม…
_OFFICE = sought(
    r"(?<![ก-๙])(?:รอง|อดีต|รักษาการ)?(?:ปลัด|อธิบดี|เลขาธิการ|ผู้อำนวยการ(?:ใหญ่)?|ผอ\.|รม[วช]\.|ผวจ\.|กก\.ผจก\.|โฆษก(?:ประจำ)?|ผู้ช่วยโฆษก|ผู้ว่าการ|อธิการบดี|คณบดี|นายก(?!ฯ)|ประธาน(?:กรรมการ|เจ้าหน้าที่บริหาร)?"
    r"|(?:กรรมการ)?ผู้จัดการ(?:ใหญ่|ทั่วไป)?|รัฐมนตรี(?:ช่วย)?ว่าการ|ซีอีโอ|ผู้บัญชาการ(?:เรือนจำ)?)[ ]?$"
)


_SHORT_OFFICES = {
    "ผอ.": "ผู้อำนวยการ",
    "รมว.": "รัฐมนตรีว่าการ",
    "รมช.": "รัฐมนตรีช่วยว่าการ",
    "ผวจ.": "ผู้ว่าราชการ",
    "กก.ผจก.": "กรรมการผู้จัดการ",
}
# characters below the headline within which a lead may name an officer by the office alone
_LEAD = 400


def _as_officer(text: str, party: Party, findings: Findings) -> Party:
    """A body behind the word for an office as its holder, if the article names one: ปลัด สธ. → นาย ก ปลัดกระทรวงสาธารณสุข."""
    if party.kind != "organisation" or findings.title is None or party.start > findings.title.end + _LEAD:
        return party
    office = _OFFICE.search(text, max(0, party.start - 24), party.start)
    if office is None:
        return party
    word = office.group().strip()
    word = _SHORT_OFFICES.get(word, word)
    mentions = findings.organisations[party.key].mentions
    for key, person in enumerate(findings.people):
        position = person.position
        if position is None or not text.startswith(word, position.start):
            continue
        if any(
            position.start + len(word) <= m.start <= position.start + len(word) + 1 and m.end <= position.end for m in mentions
        ):
            return Party(office.start(), party.end, "person", person.name, key, party.name)
    return party


# จำนวน 3 จังหวัด ได้แก่ |นนทบุรี
_PROVINCES = re.compile(r"\d[ ]?จังหวัด(?:[ ]?(?:ที่|ซึ่ง)[^\n\d]{2,60}?)?[ ]*(?:ได้แก่|คือ|ประกอบด้วย|อาทิ|:)(?=[ ]?[ก-ฮเ-ไ])")


_PROVINCE_WORD = Words("จังหวัด")


def _bare_provinces(text: str, parties: list[Party], provinces: list[Hit]) -> list[Party]:
    """Provinces named without a head in a row that begins with one or is told to be of such: จังหวัดน่าน แพร่ และลำปาง."""
    ends = {party.end for party in parties if party.kind != "person"}
    names = {party.end for party in parties if party.kind == "organisation"}  # กองทุนหมู่บ้าน|ปราจีนบุรี: the rest of its name
    for place in _PROVINCE_WORD.find(text):
        row = _PROVINCES.match(text, place - 2) or _PROVINCES.match(text, place - 1) if place > 1 else None
        if row is not None:
            ends.add(row.end())
    more = []
    for key, (start, end, _) in enumerate(provinces):
        if start in names:
            continue
        for gap in range(6):
            if start - gap in ends and re.fullmatch(r"(?:[ ]?,)?[ ]?(?:และ)?[ ]?", text[start - gap : start]):
                span = Span(start, end, "place.province")
                more.append(Party(start, end, "place", span, -1 - key))
                ends.add(end)
                break
    taken = Stretches((party.start, party.end) for party in parties)
    return [party for party in more if party.start not in taken]


def _without_bracketed(text: str, parties: list[Party]) -> list[Party]:
    """Leaves out the other form of a body that stands in brackets right behind it: กรม ก (กก.) is one party."""
    parties.sort(key=lambda party: (party.start, -party.end))
    kept: list[Party] = []
    for party in parties:
        last = kept[-1] if kept else None
        if last is not None and (last.kind, last.key) == (party.kind, party.key) and party.start < last.end:
            continue
        if (
            last is not None
            and (last.kind, last.key) == (party.kind, party.key)
            and re.fullmatch(r"[ ]?(?:\(|หรือ[ ]?|:)[^()\n]{0,60}", text[last.end : party.start] or "")
        ):
            closing = re.match(r"[^()\n]{0,30}\)", text[party.end : party.end + 32])
            last.end = party.end + (closing.end() if closing else 0)
            continue
        if last is not None and last.kind == "person" and _is_own_body(text, last, party):
            last.end = party.end + 1
            continue
        kept.append(party)
    return kept


def _is_own_body(text: str, person: Party, party: Party) -> bool:
    """Whether a body in brackets behind a person is another form of the one that the position ends with: … ธนาคาร ก |(ธก.)."""
    return party.kind == "organisation" and text[person.end : party.start].strip() == "(" and text.startswith(")", party.end)


def _before_next_party(text: str, works: list[Span], parties: list[Party]) -> list[Span]:
    """Ends a title where the next winner of an enumeration begins: เรื่อง ก|กรม ข จากผลงาน ค."""
    starts = [party.start for party in parties]
    cut = []
    for work in works:
        at = bisect_right(starts, work.start + 3)
        if (
            not work.rule.endswith("quoted")
            and at < len(parties)
            and starts[at] < work.end
            and text[starts[at] - 1] == " "
            and _NEXT.match(text, parties[at].end)
        ):
            end = work.start + len(text[work.start : starts[at]].rstrip())
            work = Span(work.start, end, work.rule)
        cut.append(work)
    return cut


# นาย ก ผู้ว่าราชการจังหวัดแพร่ (เมื่อครั้งดำรงตำแหน่ง|ผู้ว่าราชการจังหวัดน่าน): whose officer one was when the honour was earned
_THEN = re.compile(
    r"[ ]?(?:เกษียณ[ก-๎]{0,16}[ ]?|ข้าราชการบำนาญ[ ]?)?"
    r"(?:\((?:(?:ได้)?รับ(?:รางวัล|โล่)[ก-๎]{0,12}[ ]?)?(?:เมื่อ|ครั้ง|ขณะ|สมัย)+(?:ยัง)?(?:ดำรง|ปฏิบัติ|เป็น|รับ)[^()\n]{3,120}\)"
    r"|(?:เมื่อ|ขณะ|สมัย)(?:ครั้ง)?(?:ยัง)?(?:ดำรงตำแหน่ง|ปฏิบัติหน้าที่)[^()\n\d]{3,80})"
)


def _then_of(text: str, bodies: list[tuple[int, int]], starts: list[int], end: int) -> Span | None:
    """The body or province whose officer a person is said to have been then, in brackets behind the name and position."""
    told = _THEN.match(text, end)
    if told is None:
        return None
    if (area := _GOVERNS.search(text, told.start(), told.end())) is not None:
        return Span(*area.span("area"), "party.position")
    at = bisect_left(starts, told.start())
    return Span(*bodies[at], "party.position") if at < len(bodies) and bodies[at][1] <= told.end() else None


# ครู|โรงเรียนสอนเด็กดี: a school that no matcher knows
_TEACHES_AT = re.compile(r"(?:ครู(?:ใหญ่|ผู้ช่วย)?|ผู้อำนวยการ|ผอ\.|อาจารย์|นักเรียน)(?P<school>โรงเรียน[ก-๎]{4,50})$")


def _body_in(text: str, bodies: list[tuple[int, int]], starts: list[int], position: Span) -> Span | None:
    """The body that a position names, one that stands by itself before a section of it; a governor's province."""
    within = []
    for at in range(bisect_right(starts, position.start - 1), len(bodies)):
        start, end = bodies[at]
        if start >= position.end:
            break
        if end <= position.end and not text.endswith(
            "เขต", position.start, start
        ):  # อสม. เขต|เทศบาลตำบลนาดี: where, and of no body
            within.append((start, end))
    for start, end in within:
        if not _SECTION.match(text, start) and not text.startswith("กลุ่มงาน", start - 8):
            return Span(start, end, "party.position")
    area = _GOVERNS.match(text, position.start, position.end)
    if area is not None:
        return Span(*area.span("area"), "party.position")
    if within:
        return Span(*within[0], "party.position")
    school = _TEACHES_AT.search(text, position.start, position.end)
    return Span(*school.span("school"), "party.position") if school is not None else None
