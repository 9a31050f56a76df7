"""Contests that are told side by side as the classes of the one that the article is about.

จัด|การแข่งขันเรือยาวบ้านท่าจันทร์ ประจำปี 2567| … ชนะเลิศ|การแข่งขันเรือพาย 12 ฝีพาย| ได้แก่ ทีม ก ชนะเลิศ|การแข่งขันเรือแคนู| ได้แก่ ทีม ข: the
contest whose year is told, or that the headline names, is the award, what each of the others is about its class.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.assemble.conferral import CONFERRED, core_of, programme_key, span_of
from extractor.document import Span
from extractor.match.label_levels import CONTEST_RANKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings
    from extractor.assemble.programmes import Names

_CLASS = re.compile(r"(?:การ)?(?:ประกวด|แข่งขัน)[ ]?(?=[ก-๎])")
# ระดับประเทศ, นานาชาติ, ชิงถ้วย: a contest of its own
_OF_ITS_OWN = re.compile(r"[“\"A-Z]|ชิง|แห่ง|โลก|เอเชีย|นานาชาติ|ระดับ(?:ประเทศ|ชาติ|ภาค|จังหวัด|โลก)|ประเพณี|เฉลิมพระเกียรติ|โอลิมปิก|เกมส์")
# การแข่งขัน ก| โดย …, จัดโดย, ประจำปี: whose contest it is, or when it was
_TOLD_OF = re.compile(r"[”\"]?[ ]*(?:(?:ซึ่ง)?จัด(?:ขึ้น)?(?:โดย|ที่|ณ)|โดย|ที่|ณ[ ]|ครั้งที่|ประจำ|ปี|เมื่อ|ระหว่าง|\d)")
# ชนะเลิศ|การประกวด ก: a contest that somebody has won, beside others
_WON = re.compile(r"ชนะเลิศ|แชมป์|เหรียญ|ชมเชย|อันดับ|คว้า|ได้รับ")
# characters before a contest's name within which its winning is told
_BEFORE = 24
# characters from a rank to the class that it was won in, and from a class to the last of the ranks that it heads
_NEAR = 40
_HEADED = 600
# from one class to the next, for them to be told side by side
_BESIDE = 900
_LEAST = 2


def put_classes_under_contest(found: Sequence[ConferralFound], names: Names, findings: Findings) -> None:
    """Gives conferrals in contests that are classes of the article's main one its name, and what they are about as category."""
    main, text = names.main, findings.text
    if main is None or len(found) < _LEAST:
        return
    name = span_of(main, text)
    if programme_key(text, name) not in names.dated or _WON.search(text, max(0, main.start - _BEFORE), main.start) is not None:
        return
    headline = findings.title.end if findings.title is not None else 0
    classes = [one for one in found if _is_class(one, main.end, headline, names, text)]
    starts = sorted({award.start for one in classes if (award := one.fields["award"]) is not None})
    keys = Counter(core_of(text[award.start : award.end]) for one in classes if (award := one.fields["award"]) is not None)
    if len(keys) < _LEAST or any(after - before > _BESIDE for before, after in pairwise(starts)):
        return
    for one in classes:
        award = one.fields["award"]
        if award is not None and (head := _CLASS.match(text, award.start, award.end)) is not None:
            one.fields["category"] = Span(head.end(), award.end, "category.sub_award")
            one.fields["award"] = name


def _is_class(conferral: ConferralFound, after: int, within: int, names: Names, text: str) -> bool:
    """Whether what a conferral was won in may be a class of the contest named before `after`; `within`: the headline's end."""
    award, level = conferral.fields["award"], conferral.fields["level"]
    if (
        award is None
        or level is None
        or award.rule != "award.contest"
        or level.rule not in CONTEST_RANKS
        or conferral.fields["category"] is not None
        or conferral.status not in CONFERRED - {"past"}
    ):
        return False
    return (
        award.start > after
        and -_HEADED <= award.start - level.end <= _NEAR
        and (award.start < within or programme_key(text, award) not in names.dated)
        and _CLASS.match(text, award.start, award.end) is not None
        and _OF_ITS_OWN.search(text, award.start, award.end) is None
        and _TOLD_OF.match(text, award.end) is None
    )
