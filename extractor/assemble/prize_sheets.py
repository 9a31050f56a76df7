"""Sheets on one prize, a line for each of what there is to say of it: ระดับ : ดี⏎ชื่อผลงาน : ก⏎หน่วยงานผู้รับผิดชอบ : กรม ข.

The prize stands in one of the lines (ชื่อรางวัล : ก), or in the line above them; the year may head several of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.document import Span
from extractor.match.label import Kind, Label
from extractor.match.label_years import christian_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_FIELD = re.compile(
    r"""
    [ •●▪*–—-]* (?:\d{1,2}[.)][ ]?)?
    (?: (?P<giver> (?:หน่วยงาน|องค์กร|สถาบัน|ผู้)(?:ที่)?(?:ให้|มอบ)(?:รางวัล)?[ก-๎]{0,16} )
      | (?P<award> ชื่อรางวัล[ก-๎]{0,24} | รางวัล(?:ที่ได้รับ)? )
      | (?P<level> ระดับ(?:ของ)?(?:รางวัล)?(?:ที่ได้รับ)? )
      | (?P<branch> สาขา(?:รางวัล)? )
      | (?P<category> ประเภท(?:รางวัล|ผลงาน)? )
      | (?P<work> (?:โครงการ/)?(?:ชื่อ)?ผลงาน(?:ที่ได้รับรางวัล)? | ชื่อ(?:โครงการ|โครงงาน|เรื่อง|นวัตกรรม) )
      | (?P<recipient> ผู้(?:ที่)?(?:ได้)?รับ(?:รางวัล|การยกย่อง)?
          | (?:หน่วยงาน)?ผู้(?:ชนะ|ครอง(?:รางวัล)?|คว้ารางวัล)
          | หน่วยงาน(?:ที่ได้รับรางวัล|ผู้รับผิดชอบ|ที่รับผิดชอบ|เจ้าของ(?:ผลงาน|รางวัล)?|ผู้ได้รับรางวัล)
          | (?:นักวิจัย|หน่วยงาน)?เจ้าของ(?:ผลงาน|รางวัล) | ชื่อ(?:ผู้(?:ได้)?รับรางวัล)?[ ]?[-–/]?[ ]?(?:นาม)?สกุล )
      | (?P<superior> (?:ต้น)?สังกัด | หน่วยงาน(?:ต้น)?(?:สังกัด)? | กระทรวง(?=[ ]?[:：]) )
      | (?P<year> ปี(?:ที่(?:ได้)?รับ(?:รางวัล)?|[ ]?พ\.ศ\.)? | ประจำปี(?:งบประมาณ)? )
      | (?P<other> วันที่[ก-๎]{0,16} | สถานที่[ก-๎]{0,16} | (?:พิธี|ชื่องาน)[ก-๎]{0,24} | โทรศัพท์ | อีเมล )
    )
    (?:[ ]*[:：][ ]* | (?P<loose>[ ]+)) (?=\S)
    """,
    re.VERBOSE,
)
_UNDER = re.compile(r"[ ](?:ใน)?สังกัด(?:ของ)?$")
# one of which begins a line of every sheet
_NAMES_PRIZE = Words("ชื่อรางวัล|ระดับ|ผู้")
_YEAR = re.compile(r"(?:25|20)\d\d(?!\d)")
_NOTHING = re.compile(r"[-–—.]*[ ]*$|ไม่มี")
# what a level's own words are, so that a sheet tells a result: ดีเด่น, ชนะเลิศ, ภาคเหนือ
_LEVEL = re.compile(
    r"(?:รางวัล|ระดับ)?(?P<level>(?:ดี|ชนะ|รอง|ชมเชย|เหรียญ|ทอง|เงิน|ยอด|เกียรติ|ก้าวหน้า|พัฒนา|เป็นเลิศ|โดดเด่น|ต้นแบบ|ที่[ ]?\d|อันดับ"
    r"|ชาติ|นานาชาติ|ประเทศ|ภาค|ภูมิภาค|จังหวัด|เขต|อำเภอ|กรม|กระทรวง|สากล|โลก|Gold|Silver|Bronze|[A-C]+(?![a-z]))[^\n]{0,60})"
)
# a line of a prize, and what stands before its name
_PRIZE = re.compile(r"[ •●▪*–—-]*(?:\d{1,2}[.)][ ]?)?(?:โล่)?รางวัล(?=[ก-ฮเ-ไ“\" ])")
_LEAD = re.compile(r"^[ “\"•●▪*–—-]*(?:\d{1,2}[.)][ ]?)?(?:(?:โล่)?รางวัล)?[ “\"]*")
_YEAR_ALONE = re.compile(r"[ •●▪*–—-]*(?:(?:ประจำ)?ปี(?:งบประมาณ)?[ ]?)?(?:พ\.ศ\.[ ]?|ค\.ศ\.[ ]?)?(?P<year>(?:25|20)\d\d)[ :]*")
_FAR_ABOVE = 8
# lines of a sheet at least, characters of a value, of a name, and of the lines above that may name the prize
_LEAST, _VALUE, _NAME, _HEADING = 3, 200, 90, 160
_NAME_ENDS = re.compile(r"[ ]*[(,;/]|[ ]{2,}|[ ]และ(?=[ ])|$")
_BETWEEN = re.compile(r"[ ,]*(?:สังกัด|แห่ง|ของ)?[ ]*")


class _Line(NamedTuple):
    """A line of a sheet: what it tells, where it begins, and where its value stands."""

    kind: str
    start: int
    value: int
    end: int


def read_sheets(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with those that such sheets tell, and none that was read within one otherwise."""
    text = findings.text
    if not _NAMES_PRIZE.find(text) or (text.count(":") + text.count("：") < _LEAST and "ชื่อรางวัล" not in text):
        return candidates
    heading: dict[str, Label] = {}
    last = -1
    for sheet in _sheets(findings):
        if last < 0 or text[last : sheet[0].start].strip():
            heading = _heading(findings, sheet[0].start)
        last = sheet[-1].end
        if len(sheet) < _LEAST and not heading:
            continue
        told = _candidate(findings, {line.kind: line for line in reversed(sheet)}, heading)
        if told is not None:
            start, end = sheet[0].start, sheet[-1].end
            candidates = [one for one in candidates if not start <= one.at < end]
            candidates.append(told)
    return candidates


def _sheets(findings: Findings) -> Iterator[list[_Line]]:
    """The lines of each sheet; without colons only where one of them says that it names the prize."""
    sheet: list[_Line] = []
    named = loose = False
    for start, end in [*findings.structure.lines, (len(findings.text), len(findings.text))]:
        match = _FIELD.match(findings.text, start, end) if end - start <= _VALUE else None
        kind = next((name for name, value in match.groupdict().items() if value and name != "loose"), "") if match else ""
        if match is None or (kind != "other" and any(line.kind == kind for line in sheet)):
            below = not loose and any(line.kind == "recipient" for line in sheet)
            if (len(sheet) >= _LEAST and (named or not loose)) or (below and _is_headed(findings, sheet[0].start)):
                yield sheet
            sheet, named, loose = [], False, False
        if match is not None:
            sheet.append(_Line(kind, start, match.end(), end))
            named = named or (kind == "award" and "ชื่อ" in match["award"])
            loose = loose or match["loose"] is not None


def _is_headed(findings: Findings, at: int) -> bool:
    """Whether the line right above `at` begins with a prize: รางวัลเลิศรัฐ สาขาบริการภาครัฐ⏎ผู้รับ : กรม ก."""
    above = bisect_left(findings.structure.lines, (at, 0)) - 1
    if above < 0 or (line := findings.structure.lines[above])[1] - line[0] > _HEADING:
        return False
    return _PRIZE.match(findings.text, *line) is not None


def _year_above(findings: Findings, at: int) -> Label | None:
    """The year that is all a line above says, with nothing but such prizes between: พ.ศ. 2563⏎รางวัล ก⏎ผู้รับ : กรม ข."""
    text = findings.text
    lines = findings.structure.lines
    above = bisect_left(lines, (at, 0)) - 1
    for start, end in reversed(lines[max(0, above - _FAR_ABOVE) : above + 1]):
        if (alone := _YEAR_ALONE.fullmatch(text, start, end)) is not None:
            return Label("year", *alone.span("year"), "year.sheet", start, end, christian_year(alone["year"]))
        if not (_PRIZE.match(text, start, end) or _FIELD.match(text, start, end)):
            return None
    return None


def _heading(findings: Findings, at: int) -> dict[str, Label]:
    """The labels of the line above a sheet that names the prize."""
    labels: dict[str, Label] = {}
    text = findings.text
    lines = findings.structure.lines
    above = bisect_left(lines, (at, 0)) - 1
    for start, end in lines[max(0, above - 1) : above + 1]:
        if end - start > _HEADING or at - end > _HEADING:
            continue
        here = findings.labels_between(start, end)[:8]
        if here and (here[0].kind == "award" or _PRIZE.match(text, start)) and not _LEAD.sub("", text[start : here[0].outer]):
            labels = {label.kind: label for label in reversed(here)}
    if labels and "year" not in labels and (year := _year_above(findings, at)) is not None:
        labels["year"] = year
    return labels


def _candidate(findings: Findings, lines: dict[str, _Line], heading: dict[str, Label]) -> Candidate | None:
    """What a sheet tells; None where it names no prize, no result or nobody."""
    text = findings.text
    labels = dict(heading)
    if (line := lines.get("award")) is not None:
        labels = _award(findings, line) or labels
    if "award" not in labels and not heading:
        return None
    level = _LEVEL.match(text, lines["level"].value, lines["level"].end) if "level" in lines else None
    if level is not None:
        labels["level"] = Label("level", *_bare(text, *level.span("level")), "level.sheet", *level.span())
    elif "recipient" not in lines or ("award" not in lines and not heading):
        return None
    kinds: tuple[Kind, ...] = ("branch", "category")
    for kind in kinds:
        if kind in lines and (span := _value(text, lines[kind])) is not None:
            labels[kind] = Label(kind, *span, f"{kind}.sheet", *span)
    if "year" in lines and (year := _YEAR.match(text, lines["year"].value)) is not None:
        labels["year"] = Label("year", *year.span(), "year.sheet", *year.span(), christian_year(year.group()))
    title = _value(text, lines["work"]) if "work" in lines else None
    work = Span(*title, "work.sheet") if title is not None else None
    recipient, above = _whose(findings, lines)
    if recipient is None and work is None:
        return None
    at = min(line.start for line in lines.values())
    return Candidate(labels=labels, at=at, rule="conferral.list", work=work, recipient=recipient, parent=above, verb=True)


def _award(findings: Findings, line: _Line) -> dict[str, Label]:
    """The prize that a line names, by known labels or by its place alone."""
    labels: dict[str, Label] = {label.kind: label for label in reversed(findings.labels_between(line.value, line.end)[:8])}
    if "award" not in labels:
        span = _value(findings.text, line)
        if span is None:
            return {}
        labels["award"] = Label("award", *span, "award.sheet", *span)
    return labels


def _whose(findings: Findings, lines: dict[str, _Line]) -> tuple[Party | None, Party | None]:
    """Who has won, and the body above."""
    superior = _parties(findings, lines["superior"]) if "superior" in lines else []
    winners = _parties(findings, lines["recipient"]) if "recipient" in lines else []
    if not winners:
        return (superior[0] if superior else None), None
    above = winners[1:2] or superior
    return winners[0], (above[0] if above else None)


def _parties(findings: Findings, line: _Line) -> list[Party]:
    """Who is named in a line first, known or told by the place alone, and the body above where it is named next."""
    text = findings.text
    span = _value(text, line)
    if span is None:
        return []
    begin, until = span
    known = findings.parties_between(begin, until)[:2]
    if known and known[0].start <= begin + 2:
        behind = known[1:] if len(known) > 1 and _BETWEEN.fullmatch(text, known[0].end, known[1].start) else []
        return [known[0], *(party for party in behind if party.kind == "organisation")]
    stop = _NAME_ENDS.search(text, begin, known[0].start if known else until)
    end = stop.start() if stop else until
    name = Span(*_bare(text, begin, min(end, known[0].start if known else end)), "party.sheet")
    if not 2 < name.end - name.start <= _NAME:
        return []
    if (under := _UNDER.search(text, name.start, name.end)) is not None:
        name = Span(name.start, under.start(), "party.sheet")  # เรือนจำชั่วคราวนาดี| สังกัด|เรือนจำกลาง ก
    free = Party.of_words(name, "listed")
    return [free, *(party for party in known[:1] if party.kind == "organisation")]


def _value(text: str, line: _Line) -> tuple[int, int] | None:
    """What a line says behind its field's name, without blanks and marks around it."""
    if _NOTHING.match(text, line.value, line.end):
        return None
    begin, until = _bare(text, line.value, line.end)
    return (begin, until) if until > begin else None


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " “”\"'":
        start += 1
    while end > start and text[end - 1] in " “”\"'.|":
        end -= 1
    return start, end
