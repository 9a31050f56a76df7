"""Tells the article from the page around it: furniture, headline, and the date that the article bears.

Works line by line on the normalised text of a page that has been flattened to text, whatever the site. Nothing is cut
out: furniture is blanked by line breaks, so that every offset stays what it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.clean.dates import Dated, bears_date, is_byline, rank_dates
from extractor.clean.furniture import mark_furniture
from extractor.clean.headline import Headline, find_headline, is_path, names_owner
from extractor.clean.lines import PARAGRAPH, Line, split
from extractor.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.normalise import OffsetMap

_BELOW = 5  # how many lines below a headline its section may stand
_HEAD_LINES = 60  # how many lines from the top are looked through for a date line, and below a headline for its copies


@dataclass(frozen=True, slots=True)
class Content:
    """What of a page is the article.

    `spans` are the article proper, in order, headline and date line included. `title` is the headline without the site's
    name. `published` holds the places where the article may bear its own date, best first, each span on the date's
    words alone (12 ก.ย. 65); the first that reads as a date is the one.
    """

    spans: tuple[tuple[int, int], ...]
    title: Span | None
    published: tuple[Span, ...]

    def blank(self, text: str) -> str:
        """`text` with everything outside `spans` replaced by line breaks; its length stays."""
        pieces: list[str] = []
        at = 0
        for start, end in self.spans:
            pieces += "\n" * (start - at), text[start:end]
            at = end
        pieces.append("\n" * (len(text) - at))
        return "".join(pieces)


def find_content(text: str, given: Sequence[tuple[int, int]] | None = None) -> Content:
    r"""What of the normalised `text` is the article: its spans, its headline, and where it bears its date.

    Args:
        text: a page flattened to text, normalised.
        given: spans of `text` (in its own coordinates, see `given_in`) that are the article proper, where the reader
            knew them; furniture within them is still left out, headline and date are looked for on the whole page.

    >>> text = "Home Top Ad\n12 ก.ย. 65\nพม. คว้า 9 รางวัลเลิศรัฐ ปี 2565\nพิมพ์\nนายกรัฐมนตรีมอบรางวัล"
    >>> content = find_content(text)
    >>> [text[span.start : span.end] for span in (content.title, *content.published)]
    ['พม. คว้า 9 รางวัลเลิศรัฐ ปี 2565', '12 ก.ย. 65']
    >>> content.blank(text).split()[-1]
    'นายกรัฐมนตรีมอบรางวัล'
    """
    lines = split(text)
    mark_furniture(lines)
    if lines and all(line.furniture for line in lines):
        for line in lines:
            line.furniture = False  # a page of nothing but furniture: better to read it than to lose it
    dated = _dated(lines)
    headline = find_headline(lines, dated)
    if headline is not None:
        _clear_around(lines, headline, dated)
    published = rank_dates(lines, headline.line if headline else None, dated)
    kept = {headline.line.start} if headline else set()
    kept.update(line.start for line in lines for span in published[:1] if line.start <= span.start < line.end)
    return Content(_spans(lines, headline, given, kept), _title(text, headline), published)


def _title(text: str, headline: Headline | None) -> Span | None:
    """The headline's words; None where it is nothing but strokes."""
    start, end = _trimmed(text, headline.start, headline.end) if headline else (0, 0)
    return Span(start, end, headline.rule) if headline and start < end else None


def _dated(lines: Sequence[Line]) -> dict[int, Dated]:
    """Date lines near the top, by number; the page's title and its copies are none, whatever date they name."""
    dated: dict[int, Dated] = {}
    page_title = lines[0].folded if lines and lines[0].number <= 1 and len(lines[0].text) > 40 else ""
    for line in lines[:_HEAD_LINES]:
        if line.furniture:
            continue
        found = bears_date(line)
        # กีฬา | กรีฑา | 4 มีนาคม 2567 may be the first line; a page's title that holds a date is no date line
        first = line is lines[0] and found is not None and found.kind == "beside"
        sites = first and found is not None and _is_of_site(line.text, found.start - line.start, found.end - line.start)
        title = len(line.folded) > 20 and line.folded in page_title
        if found is not None and (sites or not (first or title)):
            dated[line.number] = found
    return dated


# ข่าวในประเทศ| 21 ก.พ. 2563 เวลา 09:10
_DESK = re.compile(r"(?:ข่าว)+[ก-๎]{0,16}\s*")
# 21 ก.พ. 2563| เวลา 09:10 • ดนตรี
_TIME_BEHIND = re.compile(r"\s*(?:เวลา\s*)?\d{1,2}[:.]\d\d(?:\s?น\.?)?\s*(?:[|•·–-]|$)|\s*[|•·]")


def _is_of_site(text: str, start: int, end: int) -> bool:
    """Whether a line with a date at `start:end` is the site's: a path or desk before it, or the time and a desk behind it."""
    timed = _TIME_BEHIND.match(text, end) is not None
    return is_path(text[:start]) or (timed and (not text[:start].strip() or _DESK.fullmatch(text, 0, start) is not None))


def _clear_around(lines: Sequence[Line], headline: Headline, dated: Mapping[int, Dated]) -> None:
    """What stands above the headline is the site's, dates and bylines apart; below it, the headline's further copies."""
    below = 0
    text_begun = False
    for line in lines:
        if line.start < headline.line.start:
            site = len(line.text) <= 90 or headline.line.folded in line.folded
            if site and line.number not in dated and not is_byline(line.text) and not names_owner(line.text):
                line.furniture = True
        elif line is not headline.line:
            below += 1
            if below > _HEAD_LINES:
                break
            if len(line.text) >= PARAGRAPH:
                text_begun = True
            section = not text_begun and below <= _BELOW and line.number not in dated and is_path(line.text, dashes=False)
            if section or line.folded == headline.line.folded:
                line.furniture = True


def _spans(
    lines: Sequence[Line], headline: Headline | None, given: Sequence[tuple[int, int]] | None, kept: set[int]
) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    last = -2
    for at, line in enumerate(lines):
        wanted = not line.furniture and (given is None or any(start < line.end and line.start < end for start, end in given))
        if not wanted and line.start not in kept:
            continue
        start, end = line.start, line.end
        if headline is not None and line is headline.line:
            start, end = headline.start, headline.end
        if spans and last == at - 1 and start == line.start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        last = at if end == line.end else -2
    return tuple(spans)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " -–—|:":
        start += 1
    while end > start and text[end - 1] in " |":
        end -= 1
    return start, end


def given_in(length: int, offsets: OffsetMap, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of the text as given, brought over to its normalised copy of `length` characters."""

    def over(position: int) -> int:
        return bisect_left(range(length), position, key=offsets.start)

    return [(over(start), over(end)) for start, end in spans]
