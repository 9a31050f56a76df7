"""Other forms that a text gives a body by itself: in brackets, behind หรือ, and wherever these stand again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored
from extractor.document import Span
from extractor.match.organisation_words import GO_ON
from extractor.patterns import sought
from extractor.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

# forms that are looked for one by one; more of them are found in one pass
_MANY = 40

# กรมประมง (กปม.) · สำนักงานส่งเสริมเศรษฐกิจดิจิทัล (Digital Economy Promotion Agency : depa)
_BRACKET = sought(
    r"""
    \ ?\(\ ?(?:หรือ\ )?
    (?P<first>[^()\n:,/]{2,90}?)
    (?:\ ?(?:[:,/]|(?<=\ )[–-](?=\ ))\ ?(?P<second>[^()\n]{2,80}?))?
    \ ?\)
    """,
    re.VERBOSE,
)
# บริษัท ซีพี ออลล์ จำกัด (มหาชน) หรือ CPALL
_OR = sought(
    r"""
    (?:\ ?\([^()\n]{2,40}\))?\ ?หรือ\ ?
    (?P<other>
      [A-Z][A-Za-z0-9&.-]*(?:\ [A-Z][A-Za-z0-9&.-]*){0,4}
    | (?:[ก-ฮ]{1,5}\.)+[ก-ฮ]{0,3}\.?
    )
    (?![A-Za-zก-๎])
    """,
    re.VERBOSE,
)
# ก.พ.ร. · กปม · depa · Department of Fisheries
_ALIAS = re.compile(
    r"""
      [ก-ฮ]{1,6}\.(?:\ ?[ก-ฮ]\.?)*
    | [ก-ฮ]{2,5}
    | [A-Za-z][A-Za-z0-9&.\-]{1,11}
    | (?:[A-Z][A-Za-z&'’-]*|of|and|for|the)(?:,?\ (?:[A-Z&][A-Za-z&'’-]*|of|and|for|the|on|in))+
    """,
    re.VERBOSE,
)
# (รมว.วธ.) · (CSR) · (ถ้ามี) · หรือ Facebook: what brackets and หรือ hold besides
_NO_ALIAS = re.compile(
    r"(?:Face[Bb]ook|LINE\b|Line\b|YouTube|SDGs|OTP|QR|Call"
    r"|รมว|รมช|รอง|ปลัด|Startup|Online|CSR|OTOP|SMEs?$|Live|Zoom|เดิม|ฉบับ|ชุด|สว\.$|ใหม่|ถ้ามี|ต่อ$)|[a-z ]{7,}$"
)
KIND_ALONE = "organisation.kind_alone"
"""The rule of a mention that tells a body named before by its kind: กรมฯ."""

_MANY_WORDS = re.compile(r"[A-Z][^ ]+ ")
_ENGLISH_BODY = re.compile(
    r"""
      Universit | College | Institut | Foundation | Association | Federation | Council | Society
    | Ltd | Limited | Agency | Authority
    | Commission | Bureau | Department | Ministry | Office | Organi[sz]ation | Administration
    | Committee | Bank | Hospital | Cent(?:er|re)
    | Fund | School | Board | Company | Corporation | Group | Secretariat | Division | Union | Museum | Academy
    """,
    re.VERBOSE,
)
# อธิบดี|กรมพัฒนาที่ดิน (อพด.)
_TITLE = re.compile(
    r"""
    (?P<title>
      อธิบดี | ปลัด | รองปลัด | รองอธิบดี | รัฐมนตรี\S{0,9} | ผู้ว่าการ | ผู้อำนวยการ | เลขาธิการ | ผู้ตรวจราชการ | โฆษก | ประธาน
    )\ ?$
    """,
    re.VERBOSE,
)


def bracketed(text: str, spans: list[Span]) -> list[Span]:
    """Abbreviations and English names in brackets, or behind หรือ, right after a body.

    กรมเจ้าท่า (จท.) yields จท.
    """
    found: list[Span] = []
    for span in spans:
        other = _OR.match(text, span.end) if text.startswith((" (", "(", " หรือ", "หรือ"), span.end) else None
        if other and not _NO_ALIAS.match(other.group("other")):
            found.append(Span(other.start("other"), other.end("other"), "organisation.bracket"))
        bracket = _BRACKET.match(text, span.end) if text.startswith((" (", "("), span.end) else None
        if bracket:
            groups = [group for group in ("first", "second") if _names_body(text, span, bracket.group(group))]
            if groups == ["second"] and bracket.group("second").islower():
                continue  # (30 billion Baht/year)
            found += [Span(bracket.start(group), bracket.end(group), "organisation.bracket") for group in groups]
    return found


def _names_body(text: str, span: Span, value: str | None) -> bool:
    """Whether a bracket's `value` is another form of the body, and not of the post before it or a gloss."""
    if value is None or not _ALIAS.fullmatch(value) or _NO_ALIAS.match(value):
        return False
    if _MANY_WORDS.match(value):
        return _ENGLISH_BODY.search(value) is not None
    title = _TITLE.search(text, max(0, span.start - 24), span.start)
    if title is None or not value.endswith(".") or value.count(".") > 1:
        return True
    return value[0] != title.group("title")[0] and not (value[0] == "ล" and title.group("title") == "เลขาธิการ")


def repeated(text: str, spans: list[Span]) -> list[Span]:
    """Where else the forms stand that the text itself explains in brackets."""
    forms = [
        form for form in dict.fromkeys(text[s.start : s.end] for s in spans if s.rule == "organisation.bracket") if len(form) > 2
    ]
    if len(forms) > _MANY:  # of a very long text
        places = sorted((number, start) for number, start, _ in Phrases(forms, few=False).find(text))
    else:
        places = [(number, at) for number, form in enumerate(forms) for at in _places(text, form)]
    return [
        Span(at, end, "organisation.defined")
        for number, at in places
        if _bare(text, at - 1) and (text[(end := at + len(forms[number])) - 1] == "." or _bare(text, end))
    ]


def _places(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + len(form))


# อธิบดี|กรมฯ| กล่าวว่า
_KINDS = (
    "กระทรวงฯ|กรมฯ|สมาคมฯ|มูลนิธิฯ|สหกรณ์ฯ|สถาบันฯ|ศูนย์ฯ|กองทุนฯ|บริษัทฯ|มหาวิทยาลัยฯ|วิทยาลัยฯ|โรงพยาบาลฯ|โรงเรียนฯ|ธนาคารฯ"
    "|สำนักงานฯ|คณะกรรมการฯ|คณะทำงานฯ|องค์การฯ"
)
_KIND_ALONE = Anchored(re.compile(_KINDS), _KINDS)


def kinds_alone(text: str, spans: list[Span]) -> list[Span]:
    """Where a body is told by its kind alone (กรมฯ), and only one body of that kind stands before it.

    กรมประมง … อธิบดีกรมฯ yields กรมฯ; where กรมที่ดิน is told before it too, nothing.
    """
    found: list[Span] = []
    for match in _KIND_ALONE.finditer(text):
        kind = match[0].removesuffix("ฯ")
        name = None
        for span in spans:
            if span.end <= match.start() and text.startswith(kind, span.start):
                if name is not None and name != text[span.start : span.end]:
                    break
                name = text[span.start : span.end]
        else:
            if name is not None:
                found.append(Span(match.start(), match.end(), KIND_ALONE))
    return found


def _bare(text: str, at: int) -> bool:
    """Whether no letter stands at `at`."""
    return not 0 <= at < len(text) or not (text[at].isalnum() or text[at] in "._" or "ก" <= text[at] <= "๎")


_HEAD = 8  # letters that every name has that is long enough to be cut back to


def shortened(text: str, spans: list[Span]) -> list[Span]:
    """`spans`, those cut back that run on from a body's name, known from elsewhere in the text, into a sentence.

    ธนาคารกรุงไทยคุ้มครองเงินต้น becomes ธนาคารกรุงไทย where that stands by itself elsewhere.
    """
    names = {text[span.start : span.end] for span in spans if span.end - span.start > 7 and (span.id or _bare(text, span.end))}
    known: dict[str, list[str]] = {}
    for name in sorted(names, key=len):
        known.setdefault(name[:_HEAD], []).append(name)
    return [span if span.id or span.end - span.start < 13 else _cut_back(text, span, known) for span in spans]


def _cut_back(text: str, span: Span, known: dict[str, list[str]]) -> Span:
    """The span up to the shortest of the names, kept by their first letters, at whose end it goes on into a sentence."""
    for name in known.get(text[span.start : span.start + _HEAD], ()):
        end = span.start + len(name)
        if end >= span.end:
            break
        if text.startswith(name, span.start) and GO_ON.match(text, end):
            return Span(span.start, end, span.rule)
    return span
