"""Finds calendar dates, months and spans of days, and brings them to ISO 8601.

The number alone tells the era of a four-digit year (24xx–25xx is Buddhist); two digits are Buddhist unless the text says
ค.ศ. or the month is English. A year that is left out comes from the mention it is joined to, from a year named just
before, or is the one that puts the day nearest to the day of publication (else to the article's first full date).
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor import lexicon as gazetteers
from extractor.document import Span
from extractor.lexicon import Hit
from extractor.match.date_mentions import Day, Mention, parse_year, read_mention
from extractor.match.date_words import (
    AHEAD,
    ANY_YEAR,
    BEFORE_MONTH,
    DAY_WORD,
    ISO_DATE,
    ISO_MONTH,
    JUST_PAST,
    LIST_GAP,
    LONG_YEAR,
    MONTHS_GAP,
    NAMED_YEAR,
    NUMERIC,
    PAST_BEFORE,
    SHORT_ERA,
    SPACED,
    SPAN_GAP,
    WEEKDAY_BEFORE,
    WEEKDAYS,
    WITHIN_FIGURES,
    WITHIN_SPACED,
    WORD_BEFORE_YEAR,
    YEAR_OF_EVENT,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from extractor.lexicon import Lexicon

# a day that is more days from the article's may as well be in another year; how much further away what is over counts, if told as
# still to come
_FAR, _WEIGHT_OF_PAST = 100, 4


def find_dates(
    text: str, *, published: tuple[int, int, int] | None = None, lexicon: Lexicon | None = None, alone: bool = False
) -> list[Span]:
    """Each date of `text` (normalised) with its ISO value, in order, none overlapping.

    “เมื่อวันที่ 12 ก.ย. 65” → 12 ก.ย. 65 = 2022-09-12 · “31 พฤษภาคม - 2 มิถุนายน 2566” → 2023-05-31/2023-06-02 ·
    “เดือนสิงหาคม 2565” → 2022-08. A day that no calendar has (31 กันยายน) has the value None and the rule
    `date.impossible`. A day whose year nothing in the text tells is left out.

    `alone`: nothing but dates is looked for in this text, so that a pass for the months' names alone is cheaper.
    """
    lexicon = lexicon or gazetteers.load()
    hits = (lexicon.small_finder("months") if alone else lexicon.finder("months")).find(text)
    hits = sorted([*hits, *_misspelt(text, hits, lexicon)])
    mentions = [mention for hit in hits if (mention := read_mention(text, hit))]
    numeric = list(_numeric(text))
    mentions = _without_recurring(text, mentions)
    _join_months(text, mentions)
    _share_years(text, mentions)
    _resolve(text, mentions, numeric, published)
    spans = list(_spans(text, mentions))
    taken = {(span.start, span.end) for span in spans}
    spans += [span for span in _join_numeric(text, numeric) if (span.start, span.end) not in taken]
    for found in ISO_MONTH.finditer(text):
        month = Day(parse_year(found["year"]) or 0, int(found["month"]), 0)
        spans.append(Span(found.start("year"), found.end(), "date.month", month.iso))
    return sorted(spans, key=lambda span: span.start)


def _misspelt(text: str, hits: list[Hit], lexicon: Lexicon) -> Iterator[Hit]:
    """Words between a day and a year that are a month's name but for one letter: 26 |พฤจิกายน| 2564."""
    known = {hit.end for hit in hits}
    for year in LONG_YEAR.finditer(text):
        start = year.start()
        if start in known or start - 1 in known or text[max(0, start - 6) : start].isascii():
            continue
        word = WORD_BEFORE_YEAR.search(text, max(0, start - 24), start)
        if word is None or word.end(1) in known:
            continue
        row = next((row for row in lexicon.of("months") if _one_apart(word[1], row.name)), None)
        if row is not None:
            yield Hit(word.start(1), word.end(1), row)


def _one_apart(word: str, name: str) -> bool:
    """Whether one letter is wrong, left out, put in, or changed with the next."""
    at = next((at for at, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), min(len(word), len(name)))
    mine, its = word[at:], name[at:]
    if word == name:
        return False
    changed = mine[:2] == its[1::-1] and mine[2:] == its[2:]
    return changed or mine[1:] == its[1:] or mine == its[1:] or mine[1:] == its


def _without_recurring(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions but those that come again every year, and those without a year that are listed with one."""
    for ordered in (list(pairwise(mentions)), [(b, a) for a, b in reversed(list(pairwise(mentions)))]):
        for one, other in ordered:
            if one.recurring and not other.stated and not other.recurring:
                first, second = (one, other) if one.start < other.start else (other, one)
                near = 0 <= second.start - first.end < 24
                other.recurring = near and any(gap.fullmatch(text, first.end, second.start) for gap in (LIST_GAP, SPAN_GAP))
    return [mention for mention in mentions if not mention.recurring]


def _join_months(text: str, mentions: list[Mention]) -> None:
    """Makes bare months that are listed with one that counts count too: เดือนมกราคม |เมษายน |และกรกฎาคม 2567."""
    pairs = [
        (first, second)
        for first, second in pairwise(mentions)
        if not (first.days or second.days)
        and 0 <= second.start - first.end < 16
        and MONTHS_GAP.fullmatch(text, first.end, second.start)
    ]
    for one, other in [*pairs, *((second, first) for first, second in reversed(pairs))]:
        if one.rule == "date.month" and other.rule == "date.month_bare":
            other.rule = "date.month"
    for first, second in reversed(pairs):
        first.year, first.stated = (first.year, first.stated) if first.year else (second.year, second.stated)
        first.listed_with = second


def _share_years(text: str, mentions: list[Mention]) -> None:
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
    text: str, mentions: list[Mention], numeric: list[tuple[int, int, Day, Day | None]], published: tuple[int, int, int] | None
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
        if mention.from_now is not None:
            mention.year = reference.year + mention.from_now
            continue
        past = _is_past(text, mention)
        named = None if past else NAMED_YEAR.search(text, max(0, mention.start - 48), mention.start)
        year = parse_year(named[1]) if named else None
        if year and abs(year - reference.year) > 1:
            mention.year = year
            continue
        slack = _slack(mention, published=published is not None, past=past)
        ahead = not past and AHEAD.search(text, max(0, mention.start - 48), mention.start) is not None
        mention.year = _nearest_year(mention, reference, slack=slack, ahead=ahead, told=_year_told(text, mention, reference))


def _year_told(text: str, mention: Mention, reference: Day) -> int | None:
    """The year that the weekday tells, else that of what a mention is told of: งานวันดินโลกปี 2568 ระหว่างวันที่| 5 - 9 ธันวาคม."""
    weekday = WEEKDAY_BEFORE.search(text, max(0, mention.start - 16), mention.start) if mention.days else None
    if weekday and Day(2001, mention.month, mention.days[0][0]).possible:
        number = WEEKDAYS.index(weekday[1])
        on = [year for year in _around(reference.year) if date(year, mention.month, mention.days[0][0]).weekday() == number]
        if on:
            return on[0]
    named = YEAR_OF_EVENT.search(text, max(0, mention.start - 48), mention.start)
    return parse_year(named[1]) if named else None


def _is_past(text: str, mention: Mention) -> bool:
    """Whether a mention is of what is over: เมื่อวันที่| 5 มกราคม, เดือนมีนาคมและ|เมษายน|ที่ผ่านมา."""
    last = mention
    while last.listed_with is not None:
        last = last.listed_with
    return bool(JUST_PAST.match(text, last.end) or PAST_BEFORE.search(text, max(0, mention.start - 60), mention.start))


def _first_full(mentions: Iterable[Mention], numeric: Iterable[tuple[int, int, Day, Day | None]]) -> Day | None:
    """The text's first date that states its year."""
    full = [(one.start, Day(one.year, one.month, one.days[0][0])) for one in mentions if one.stated and one.days]
    full += [(start, day) for start, _, day, _ in numeric]
    return min(full)[1] if full else None


def _slack(mention: Mention, *, published: bool, past: bool) -> int:
    """By how many days a mention may be after the reference: what is past by few, by more if that is not surely its day."""
    if not past:
        return 400
    return 31 if not published else 3 if mention.days else 20


def _nearest_year(mention: Mention, reference: Day, *, slack: int, ahead: bool, told: int | None) -> int:
    """The year that puts `mention` nearest to `reference`, at most `slack` days after it.

    Where it is told as still to come (`ahead`), a day that is over counts as further away; where no year puts it near, it is in
    the one that the text tells (`told`), if it does.
    """
    if not reference.month:
        return reference.year
    day = mention.days[0][0] if mention.days else 15
    at = reference.month * 31 + reference.day
    distances = {year: year * 372 + mention.month * 31 + day - reference.year * 372 - at for year in _around(reference.year)}
    allowed = {year: distance for year, distance in distances.items() if distance <= slack}
    if told in allowed and min(map(abs, allowed.values())) > _FAR:
        return told
    return min(allowed, key=lambda year: -_WEIGHT_OF_PAST * allowed[year] if ahead and allowed[year] < 0 else abs(allowed[year]))


def _around(year: int) -> Iterator[int]:
    yield from (year, year - 1, year + 1)


def _spans(text: str, mentions: list[Mention]) -> Iterator[Span]:
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


def _joined(text: str, first: Mention, second: Mention) -> list[Span] | None:
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


def _singles(mention: Mention, days: list[tuple[int, int, int]] | None = None) -> Iterator[Span]:
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
        if len(found["year"]) == 2 and not _is_short_year(text, found):
            continue
        if year and year > 1900 and month > 12 >= day and len(found["year"]) == 4 and int(found["year"]) < 2200:
            day, month = month, day  # 09/28/2022, as Americans write
        if year and year > 1850 and 0 < day <= 31 and 0 < month <= 12:
            first = int(found["first"] or 0)
            if first and first < day:
                yield found.start(), found.end(), Day(year, month, first), Day(year, month, day)
            else:
                yield found.start("day"), found.end(), Day(year, month, day), None
    spaced = sorted(found.start() for pattern in WITHIN_SPACED for found in pattern.finditer(text))
    for found in _in_figures(SPACED, text, spaced):
        year, month, day = parse_year(found["year"]), int(found["month"]), int(found["day"])
        if year and 0 < day <= 31 and 0 < month <= 12:
            yield found.start(), found.end(), Day(year, month, day), None
    for found in _in_figures(ISO_DATE, text, months):
        year, month, day = parse_year(found["year"]), int(found["month"] or found["second"]), int(found["day"] or found["third"])
        if year and year > 1850 and 0 < day <= 31 and 0 < month <= 12:
            yield found.start(), found.end(), Day(year, month, day), None


def _is_short_year(text: str, found: re.Match[str]) -> bool:
    """Whether two digits at the end of figures are a year's: 12/9/65, |วันที่ 12-9-65|, 12.09.65 as a line, not 16.00-16.10."""
    if int(found["year"]) < SHORT_ERA:
        return False
    if found["mark"] == "/" or DAY_WORD.search(text, max(0, found.start() - 8), found.start()) is not None:
        return True
    alone = text[max(0, found.start() - 1) : found.start()] in {"", "\n"} and text[found.end() : found.end() + 1] in {"", "\n"}
    return found["mark"] == "." and alone  # a line of its own


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
