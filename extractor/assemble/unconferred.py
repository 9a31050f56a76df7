"""Awards that an article speaks of without anybody's having received them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from extractor.assemble.conferral import CONFERRED, programme_key
from extractor.assemble.events import sense
from extractor.document import Span
from extractor.models import UnconferredStatus

if TYPE_CHECKING:
    from extractor.assemble.conferral import ConferralFound
    from extractor.assemble.findings import Findings
    from extractor.assemble.status import Statuses

_STATUSES = frozenset({"nominated", "described", "drawn_by_lot"})
# characters behind an award's name within which a cue may still speak of it: รางวัล ก … อยู่ระหว่างการพิจารณา
_BEHIND = 60


@dataclass(frozen=True, slots=True)
class UnconferredFound:
    """An award that nobody has received in the article, what is said of it, and the words that say so."""

    award: Span
    status: UnconferredStatus
    cue: Span | None


def find_unconferred(findings: Findings, conferrals: list[ConferralFound], statuses: Statuses) -> list[UnconferredFound]:
    """One entry for each award and status that the article tells of without a conferral, in the order of first mention.

    Args:
        findings: what matching found.
        conferrals: all conferrals found, those that are not conferred among them.
        statuses: the article's cues.
    """
    text = findings.text
    found: dict[tuple[str, str], UnconferredFound] = {}
    conferred = {programme_key(text, c.fields["award"]) for c in conferrals if c.status in CONFERRED and c.fields["award"]}
    for conferral in conferrals:
        award = conferral.fields["award"]
        if conferral.status in _STATUSES and award is not None:
            entry = UnconferredFound(award, cast("UnconferredStatus", conferral.status), conferral.cue)
            found.setdefault((programme_key(text, award), conferral.status), entry)
    for label in findings.labels:
        if label.kind != "award":
            continue
        row_id = label.row.id if label.row is not None else None
        award = Span(label.start, label.end, label.rule, id=row_id)
        key = programme_key(text, award)
        cue = statuses.before(label.outer + 1, _STATUSES) or statuses.behind(label.until, _BEHIND, _STATUSES)
        if cue is None or key in conferred or any(known == key for known, _ in found):
            continue
        status = cast("UnconferredStatus", sense(cue))
        found[key, status] = UnconferredFound(award, status, Span(cue.start, cue.end, f"cue.{status}"))
    return sorted(found.values(), key=lambda entry: entry.award.start)
