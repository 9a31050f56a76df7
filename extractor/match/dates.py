"""Finds calendar dates, months and spans of days, and brings them to ISO 8601.

The number alone tells the era of a four-digit year (24xx–25xx is Buddhist); two digits are Buddhist unless the text says
ค.ศ. or the month is English. A year that is left out comes from the mention it is joined to, from a year named just
before, or is the one that puts the day nearest to the day of publication (else to the article's first full date).
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, cast

from extractor import lexicon as gazetteers
from extractor.document import Span
from extractor.match.date_words import (
    ANY_YEAR,
    BEFORE,
    BEFORE_MONTH,
    COUNTED,
    DAY_AFTER,
    DAY_OR_SPAN,
    DAYS_BEFORE,
    ENGLISH_CUE,
    EVERY_AFTER,
    EVERY_BEFORE,
    IN_NAME,
    ISO_DATE,
    JUST_PAST,
    LIST_GAP,
    MONTH_WORD,
    MORE_LETTERS,
    NAMED_YEAR,
    NUMERIC,
    OF_DAYS,
    PAST_BEFORE,
    SHORT_ERA,
    SPAN_AHEAD,
    SPAN_GAP,
    THIS_YEAR,
    WITHIN_FIGURES,
    YEAR_AFTER,
    YEAR_BEFORE,
    YEAR_BEHIND,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from extractor.lexicon import Hit, Lexicon, Month


class Day(NamedTuple):
    """Year (0: not said), month and day (0: the whole month)."""

    year: int
    month: int
    day: int

    @property
    def iso(self) -> str:
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    @property
    def possible(self) -> bool:
        return 1 <= self.month <= 12 and (self.day == 0 or self.day <= monthrange(self.year or 2000, self.month)[1])


@dataclass(slots=True)
class _Mention:
    """One month with its days: `days` holds (first, last or 0, start) of each day or span of days before it."""

    start: int
    end: int
    month: int
    days: list[tuple[int, int, int]] = field(default_factory=list)
    year: int = 0
    rule: str = "date.full"
    stated: bool = False  # the text says the year


def parse_year(text: str, *, christian: bool = False) -> int | None:
    """The CE year of a BE or CE year of two or four digits, else None.

    >>> parse_year("2565"), parse_year("2022"), parse_year("65"), parse_year("22", christian=True), parse_year("900")
    (2022, 2022, 2022, 2022, None)
    """
    if not text.isdecimal():
        return None
    number = int(text)
    if len(text) == 4:
        if 2200 <= number <= 2699:
            return number - 543
        return number if 1000 <= number < 2200 else None
    if len(text) == 2:
        return number + (2000 if number < 70 else 1900) if christian else number + 2500 - 543
    return None


def find_dates(text: str, *, published: tuple[int, int, int] | None = None, lexicon: Lexicon | None = None) -> list[Span]:
    """Each date of `text` (normalised) with its ISO value, in order, none overlapping.

    “เมื่อวันที่ 12 ก.ย. 65” → 12 ก.ย. 65 = 2022-09-12 · “31 พฤษภาคม - 2 มิถุนายน 2566” → 2023-05-31/2023-06-02 ·
    “เดือนสิงหาคม 2565” → 2022-08. A day that no calendar has (31 กันยายน) has the value None and the rule
    `date.impossible`. A day whose year nothing in the text tells is left out.
    """
    finder = (lexicon or gazetteers.load()).finder("months")
    mentions = [mention for hit in finder.find(text) if (mention := _read(text, hit))]
    numeric = list(_numeric(text))
    _share_years(text, mentions)
    _resolve(text, mentions, numeric, published)
    spans = list(_spans(text, mentions))
    taken = {(span.start, span.end) for span in spans}
    spans += [span for span in _join_numeric(text, numeric) if (span.start, span.end) not in taken]
    return sorted(spans, key=lambda span: span.start)


def _read(text: str, hit: Hit) -> _Mention | None:
    """The month at `hit` with the days before or after it and its year; None where it is no date."""
    start, end = hit.start, hit.end
    month = cast("Month", hit.row).number
    english = text[start].isascii()
    if text[end : end + 1] == "." and text[end - 1] != ".":
        end += 1
    if not english and "." in text[start:end] and MORE_LETTERS.match(text, end):
        return None  # ก.พ.ร.
    before = text[max(0, start - BEFORE) : start]
    mention = _Mention(start, end, month)
    if before.rstrip()[-1:].isdigit() or before.endswith(("เดือน", "เดือน ", "st ", "nd ", "rd ", "th ", "of ")):
        _read_days(mention, before)
    year = YEAR_AFTER.match(text, end)
    if not mention.days and (_read_day_after(text, mention, english=english)):
        return mention
    if year and _read_year(mention, year, english=english):
        mention.end = year.end()
    if EVERY_AFTER.match(text, mention.end) or EVERY_BEFORE.search(text, max(0, mention.start - 44), mention.start):
        return None
    if mention.days and IN_NAME.search(text, max(0, mention.start - 80), mention.start):
        return None
    if mention.days:
        cue = ENGLISH_CUE.search(before[: mention.start - start]) or SPAN_AHEAD.match(text, mention.end)
        told = mention.stated or not english or cue
        return mention if told else None
    return _read_month(text, mention, before, english=english)


def _read_days(mention: _Mention, before: str) -> None:
    """Puts the days that `before` ends with into `mention`."""
    possible = OF_DAYS.match(before[::-1])
    found = DAYS_BEFORE.search(before, len(before) - possible.end()) if possible else None
    if not found:
        return
    listed = found["days"]
    offset = mention.start - len(before)
    first = found.start("days")
    counted = COUNTED.search(before[:first]) is not None
    comma = "," in listed and "และ" not in listed and "and" not in listed
    if comma and (counted or not found["on"]):
        first += listed.rindex(",") + 1  # “ครั้งที่ 1, 5 มกราคม”: only the last number is surely a day
    elif counted:
        return
    days = [_day_of(item, offset) for item in DAY_OR_SPAN.finditer(before, first, found.end("days"))]
    if days and all(0 < day <= 31 and last <= 31 and (not last or last > day) for day, last, _ in days):
        mention.days = days
        mention.start = days[0][2]


def _day_of(item: re.Match[str], offset: int) -> tuple[int, int, int]:
    """A day or span of days; in “24 ธันวาคม 65 – 4 มิถุนายน” the first number is the year of the month before."""
    if item[2] and int(item[1]) > 31:
        return int(item[2]), 0, offset + item.start(2)
    return int(item[1]), int(item[2] or 0), offset + item.start()


def _read_day_after(text: str, mention: _Mention, *, english: bool) -> bool:
    """Reads “ธันวาคม 22, 2564” into `mention`; whether there was one."""
    found = DAY_AFTER.match(text, mention.end)
    if not found or not 0 < int(found["day"]) <= 31:
        return False
    said = found["year"] or (found["english_year"] if english else None)
    year = parse_year(said) if said else 0
    if not year:
        cue = ENGLISH_CUE.search(text, max(0, mention.start - 12), mention.start)
        if not english or found["open"] is None or not cue:
            return False
    mention.days = [(int(found["day"]), int(found["last"] or 0), mention.start)]
    mention.year, mention.stated, mention.rule = year or 0, bool(year), "date.month_first"
    mention.end = found.end()
    return True


def _read_year(mention: _Mention, found: re.Match[str], *, english: bool) -> bool:
    """Reads the year after a month into `mention`; whether it is one."""
    if found["full"]:
        number = int(found["full"])
        year = number - 543 if found["be"] and number > 2200 else parse_year(found["full"])
    else:
        short = int(found["short"])
        if "\n" in found[0]:
            return False
        christian = bool(found["ce"]) or (english and not found["be"])
        if short < SHORT_ERA and not (found["be"] or christian):
            return False
        year = parse_year(found["short"], christian=christian)
    if not year:
        return False
    mention.year, mention.stated = year, True
    return True


def _read_month(text: str, mention: _Mention, before: str, *, english: bool) -> _Mention | None:
    """The mention as a month without a day, or None where nothing shows that it is one."""
    mention.rule = "date.month"
    if before.rstrip().endswith(("สำนักงาน", "อ.ก.พ.", "เลขาธิการ", "อ.")) and text.startswith("ก.", mention.start):
        return None
    if mention.stated:
        return mention
    year = YEAR_BEFORE.search(before) or YEAR_BEHIND.match(text, mention.end)
    if year:
        mention.year, mention.stated = parse_year(year[1]) or 0, True
        return mention
    if english:
        return None
    if MONTH_WORD.search(before) or THIS_YEAR.match(text, mention.end) or JUST_PAST.match(text, mention.end):
        return mention
    mention.rule = "date.month_bare"  # counts only as an end of a span of months
    return mention


def _share_years(text: str, mentions: list[_Mention]) -> None:
    """Gives a mention without a year the year of the one that it is joined to: “5 และ 7 ตุลาคม … 2565”."""
    for first, second in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        if first.year or not second.year or second.start - first.end > 48:
            continue
        if SPAN_GAP.fullmatch(text, first.end, second.start):
            later = (first.month, first.days[-1][0] if first.days else 0) > (second.month, 31 if second.days else 12)
            first.year = second.year - (1 if later else 0)
        elif LIST_GAP.fullmatch(text, first.end, second.start):
            first.year = second.year


def _resolve(
    text: str, mentions: list[_Mention], numeric: list[tuple[int, int, Day, Day | None]], published: tuple[int, int, int] | None
) -> None:
    """Finds a year for the mentions that have none yet."""
    if all(mention.year for mention in mentions):
        return
    reference = Day(*published) if published else _first_full(mentions, numeric)
    if reference is None:
        years = Counter(year for found in ANY_YEAR.findall(text) if (year := parse_year(found)))
        reference = Day(years.most_common(1)[0][0], 0, 0) if years else None
    if reference is None:
        return
    for before, mention in zip([None, *mentions[:-1]], mentions, strict=True):
        if mention.year:
            continue
        if before and before.year and mention.start - before.end < 24 and SPAN_GAP.fullmatch(text, before.end, mention.start):
            mention.year = before.year + (1 if mention.month < before.month else 0)
            continue
        past = JUST_PAST.match(text, mention.end) or PAST_BEFORE.search(text, max(0, mention.start - 32), mention.start)
        named = None if past else NAMED_YEAR.search(text, max(0, mention.start - 48), mention.start)
        year = parse_year(named[1]) if named else None
        if year and abs(year - reference.year) > 1:
            mention.year = year
        else:
            mention.year = _nearest_year(mention, reference, past=bool(past))


def _first_full(mentions: Iterable[_Mention], numeric: Iterable[tuple[int, int, Day, Day | None]]) -> Day | None:
    """The text's first date that states its year."""
    full = [(one.start, Day(one.year, one.month, one.days[0][0])) for one in mentions if one.stated and one.days]
    full += [(start, day) for start, _, day, _ in numeric]
    return min(full)[1] if full else None


def _nearest_year(mention: _Mention, reference: Day, *, past: bool) -> int:
    """The year that puts `mention` nearest to `reference`, not after it if it is `past`."""
    if not reference.month:
        return reference.year
    day = mention.days[0][0] if mention.days else 15
    at = reference.month * 31 + reference.day
    distances = {year: year * 372 + mention.month * 31 + day - reference.year * 372 - at for year in _around(reference.year)}
    allowed = [year for year, distance in distances.items() if not past or distance <= 31]
    return min(allowed, key=lambda year: abs(distances[year]))


def _around(year: int) -> Iterator[int]:
    yield from (year, year - 1, year + 1)


def _spans(text: str, mentions: list[_Mention]) -> Iterator[Span]:
    """The mentions as spans, two that are joined by a dash or ถึง as one."""
    at = 0
    while at < len(mentions):
        mention = mentions[at]
        at += 1
        following = mentions[at] if at < len(mentions) else None
        if following and mention.year and following.year and (joined := _joined(text, mention, following)):
            yield from joined
            at += 1
        elif mention.year and mention.rule != "date.month_bare":
            yield from _singles(mention)


def _joined(text: str, first: _Mention, second: _Mention) -> list[Span] | None:
    """“31 พฤษภาคม - 2 มิถุนายน 2566” as one span of days, or None where the two are not joined."""
    if bool(first.days) != bool(second.days) or second.start - first.end > 48:
        return None
    if first.days and (first.days[-1][1] or second.days[0][1]):
        return None
    if not SPAN_GAP.fullmatch(text, first.end, second.start):
        return None
    opens = Day(first.year, first.month, first.days[-1][0] if first.days else 0)
    closes = Day(second.year, second.month, second.days[0][0] if second.days else 0)
    if closes <= opens:
        return None
    start = first.days[-1][2] if first.days else first.start
    head = [] if len(first.days) < 2 else list(_singles(first, first.days[:-1]))
    tail = [] if len(second.days) < 2 else list(_singles(second, second.days[1:]))
    end = second.end if not tail else tail[0].start
    rule = "date.span" if first.days else "date.month_span"
    return [*head, _checked(start, end, rule, opens, closes), *tail]


def _singles(mention: _Mention, days: list[tuple[int, int, int]] | None = None) -> Iterator[Span]:
    """The days of one month, each as a span: “20, 21 และ 25 มีนาคม 2565” is three."""
    if not mention.days:
        yield Span(mention.start, mention.end, mention.rule, Day(mention.year, mention.month, 0).iso)
        return
    listed = days if days is not None else mention.days
    for index, (day, last, start) in enumerate(listed):
        final = index == len(listed) - 1 and listed[-1] == mention.days[-1]
        end = mention.end if final else start + len(str(day))
        opens = Day(mention.year, mention.month, day)
        closes = Day(mention.year, mention.month, last) if last else None
        rule = "date.span" if last else mention.rule if len(mention.days) == 1 else "date.list"
        if rule == "date.full" and not mention.stated:
            rule = "date.yearless"
        yield _checked(start, end, rule, opens, closes)


def _checked(start: int, end: int, rule: str, opens: Day, closes: Day | None) -> Span:
    if not opens.possible or (closes and not closes.possible):
        return Span(start, end, "date.impossible", None)
    return Span(start, end, rule, f"{opens.iso}/{closes.iso}" if closes else opens.iso)


def _numeric(text: str) -> Iterator[tuple[int, int, Day, Day | None]]:
    """Dates in figures: start, end, day, last day of a span or None."""
    months = sorted(found.start() for pattern in WITHIN_FIGURES for found in pattern.finditer(text))
    for found in _in_figures(NUMERIC, text, months):
        year = parse_year(found["year"])
        day, month = int(found["day"]), int(found["month"])
        if len(found["year"]) == 2 and (found["mark"] != "/" or int(found["year"]) < SHORT_ERA):
            continue
        if year and year > 1900 and month > 12 >= day and len(found["year"]) == 4 and int(found["year"]) < 2200:
            day, month = month, day  # 09/28/2022, as Americans write
        if year and year > 1850 and 0 < day <= 31 and 0 < month <= 12:
            first = int(found["first"] or 0)
            if first and first < day:
                yield found.start(), found.end(), Day(year, month, first), Day(year, month, day)
            else:
                yield found.start("day"), found.end(), Day(year, month, day), None
    for found in _in_figures(ISO_DATE, text, months):
        year, month, day = parse_year(found["year"]), int(found["month"]), int(found["day"])
        if year and year > 1850 and 0 < day <= 31 and 0 < month <= 12:
            yield found.start(), found.end(), Day(year, month, day), None


def _in_figures(pattern: re.Pattern[str], text: str, months: list[int]) -> Iterator[re.Match[str]]:
    """Every match of a pattern of dates in figures; `months` are the places before which their months may stand."""
    reached = 0
    for month in months:
        starts = range(max(reached, month - BEFORE_MONTH), month)
        found = next((match for start in starts if (match := pattern.match(text, start))), None)
        if found:
            yield found
            reached = found.end()


def _join_numeric(text: str, numeric: list[tuple[int, int, Day, Day | None]]) -> Iterator[Span]:
    """The dates in figures as spans, two with a dash between them as one."""
    numeric.sort(key=lambda one: one[:2])
    at = 0
    while at < len(numeric):
        start, end, opens, closes = numeric[at]
        at += 1
        if closes is None and at < len(numeric) and SPAN_GAP.fullmatch(text, end, numeric[at][0]) and numeric[at][2] > opens:
            end, closes = numeric[at][1], numeric[at][2]
            at += 1
        yield _checked(start, end, "date.numeric", opens, closes)
