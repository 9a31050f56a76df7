"""What library formats share: the text they can hold, an award in words, dates in both eras."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.archive.entries import ERA
from extractor.archive.exchange.linked import is_calendar

if TYPE_CHECKING:
    from extractor.archive.entries import Conferral

_MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for: control characters, halves of surrogate pairs, U+FFFE and U+FFFF
(https://www.w3.org/TR/xml/#charsets)."""
_UNNAMED = "การมอบรางวัล"


def plain(text: str | None) -> str:
    r"""The text on one line as XML can hold it: illegal characters dropped, runs of white space and NBSP one blank, ends bare.

    >>> plain(" ข้าว\x00กล้อง\r\n\u00a0ไทย ")
    'ข้าวกล้อง ไทย'
    """
    return " ".join(_ILLEGAL.sub("", text or "").split())


def year_in_both(year: int) -> str:
    """A year CE in both eras.

    >>> year_in_both(2022)
    'พ.ศ. 2565 (ค.ศ. 2022)'
    """
    return f"พ.ศ. {year + ERA} (ค.ศ. {year})"


def date_in_both(iso: str) -> str:
    """An ISO day, month or year in Thai, with the ISO form behind it; what is none comes back as it is.

    >>> date_in_both("2022-09-12")
    '12 กันยายน พ.ศ. 2565 (2022-09-12)'
    >>> date_in_both("2022-02-30")
    '2022-02-30'
    """
    if not is_calendar(iso):
        return plain(iso)
    parts = [f"พ.ศ. {int(iso[:4]) + ERA}"]
    if iso[5:7]:
        parts.insert(0, _MONTHS[int(iso[5:7]) - 1])
    if iso[8:]:
        parts.insert(0, str(int(iso[8:])))
    return f"{' '.join(parts)} ({iso})"


def honoured_work(conferral: Conferral) -> str:
    """The name of the work that was honoured, which may itself be the recipient; empty where none was."""
    return plain(conferral.work) or (plain(conferral.recipient) if conferral.recipient_kind == "work" else "")


def award_words(conferral: Conferral) -> str:
    """The award with its year in both eras, edition, branch, category and level; empty where none of these is known.

    `รางวัลเลิศรัฐ พ.ศ. 2565 (ค.ศ. 2022), ครั้งที่ 3, สาขา: บริการภาครัฐ, ประเภท: พัฒนาการบริการ, ระดับ: ดี`
    """
    named = [plain(conferral.award), "" if conferral.year is None else year_in_both(conferral.year)]
    parts = [" ".join(part for part in named if part)]
    if conferral.edition is not None:
        parts.append(f"ครั้งที่ {conferral.edition}")
    labelled = (("สาขา", conferral.branch), ("ประเภท", conferral.category), ("ระดับ", conferral.level))
    parts += [f"{label}: {plain(value)}" for label, value in labelled if plain(value)]
    return ", ".join(part for part in parts if part)


def title_parts(conferral: Conferral) -> tuple[str, str]:
    """Title and rest of title: the work and nothing, else who was honoured and the award.

    Where neither is told, a title in square brackets, as a cataloguer supplies one.
    """
    if work := honoured_work(conferral):
        return work, ""
    parts = [part for part in (plain(conferral.recipient), award_words(conferral)) if part]
    return (parts[0], parts[1] if len(parts) > 1 else "") if parts else (f"[{_UNNAMED}]", "")
