"""Numbers of awards that an article claims, checked against what was found, and what else a person should look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Anchored
from extractor.document import Span, Text
from extractor.models import Claim
from extractor.models import Warning as Doubt

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings

# คว้า 9 รางวัล · จำนวนทั้งสิ้น 28 รางวัล · รวม 12 ผลงาน
_CLAIM = Anchored(
    re.compile(
        r"(?<!ชิงรางวัล)(?<!ชิงรางวัล )(?:คว้า|กวาด|ได้รับ|รับ|รวม(?:ทั้งสิ้น|ทั้งหมด|จำนวน)?|จำนวน(?:ทั้งสิ้น|รวม)?|ทั้งสิ้น|มอบ)"
        r"[ ]{0,2}(?P<count>\d{1,3})[ ]?(?:รางวัล"
        r"|ผลงาน)(?!ละ)"
    ),
    "คว้า|กวาด|ได้รับ|รับ|รวม|จำนวน|ทั้งสิ้น|มอบ",
)


def find_claims(findings: Findings, conferred: list[ConferralFound], text: Text) -> tuple[Claim, ...]:
    """Each number of awards that is claimed of the article's winners, once a number, with how many were found.

    คว้า 9 รางวัลเลิศรัฐ → 9.
    """
    claims: dict[int, Claim] = {}
    for match in _CLAIM.finditer(findings.text):
        count = int(match["count"])
        if count < 2 or count in claims:
            continue
        inner = findings.structure.item_at(match.start())
        if inner is None:
            found = len(conferred)
        else:
            item = findings.structure.items[inner]
            found = sum(item.start <= c.at < item.end for c in conferred)
        span = Span(match.start("count"), match.end(), "claim.count", value=count)
        claims[count] = Claim(count=text.mention(span), found=found)
    return tuple(claims.values())


def find_warnings(findings: Findings | None, conferred: list[ConferralFound], dates: list[Span], text: Text) -> tuple[Doubt, ...]:
    """What a person should look at: claims that the list does not bear out, impossible dates, values read two ways."""
    warnings = []
    for date in dates:
        if date.value is None:
            mention = text.mention(date)
            warnings.append(
                Doubt(code="impossible_date", message=f"no such day: {mention.text}", start=mention.start, end=mention.end)
            )
    if findings is not None:
        warnings.extend(
            Doubt(
                code="claim_mismatch",
                message=f"the article claims {claim.count.value}, the record lists {claim.found}",
                start=claim.count.start,
                end=claim.count.end,
            )
            for claim in find_claims(findings, conferred, text)
            if claim.count.value != claim.found
        )
        warnings.extend(_conflicts(conferred, text))
    return tuple(warnings)


def _conflicts(conferred: list[ConferralFound], text: Text) -> list[Doubt]:
    """The same award to the same recipient for the same work, once with one level and once with another."""
    warnings = []
    seen: dict[tuple[str, ...], ConferralFound] = {}
    for conferral in conferred:
        if conferral.fields["work"] is None:
            continue
        key = tuple(
            "" if (span := conferral.fields[name]) is None else re.sub(r"\s+", "", text.of(span))
            for name in ("award", "category", "work", "recipient")
        )
        other = seen.setdefault(key, conferral)
        level, known = conferral.fields["level"], other.fields["level"]
        if other is not conferral and level is not None and known is not None and text.of(level) != text.of(known):
            mention = text.mention(level)
            warnings.append(
                Doubt(
                    code="conflicting_values",
                    message=f"level read as {text.of(known)} and as {mention.text}",
                    start=mention.start,
                    end=mention.end,
                )
            )
    return warnings
