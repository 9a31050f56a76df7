"""Titles of the works, projects and products that win: ผลงาน “…”, จากผลงาน…, ผลิตภัณฑ์ "…", โครงการ…, เพลง “…”."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.document import Span
from extractor.match.teams import is_winning_brand
from extractor.match.work_words import (
    AND,
    AWARDED_TO,
    BARE,
    BEFORE_BARE,
    BEFORE_FROM,
    BEFORE_MADE,
    BEFORE_OWNED,
    BEFORE_PROJECT,
    BEFORE_QUOTE,
    BEFORE_SUBJECT,
    BEFORE_WORK,
    BODIES,
    BY,
    BY_PERSON,
    CLOSERS,
    COLON,
    COUNTED,
    END,
    END_IN_ROW,
    FILM_WORD,
    FROM_ALONE,
    GOES_OFF,
    GOES_ON_BEHIND,
    HEADS_NEXT,
    IS_FIRM,
    KIND_IN_MARKS,
    LAST_WORDS,
    LATIN_BEGINS,
    LATIN_ON,
    LATIN_TITLE,
    LATIN_WORDS,
    LEAD_IN_QUOTES,
    LED_TO_WIN,
    LISTS_KINDS,
    LISTS_PROGRAMMES,
    MADE_BEHIND,
    MAKER_WINS,
    MARKED,
    MORE,
    NEXT_IN_ROW,
    NEXT_LEAD,
    NO_BARE,
    NO_LATIN_TITLE,
    NO_MADE,
    NO_OWNED,
    NO_OWNED_TITLE,
    NO_QUOTED_WORK,
    NO_TITLE,
    NO_WORK_LEADS,
    NTH,
    OPENED,
    OWNER_WINS,
    PROGRAMME,
    PROJECT_NAME,
    ROW,
    STRAIGHT,
    SUBJECT_STANDS,
    TEAM_BEFORE,
    TEAM_BEHIND,
    THAI_BEGINS,
    TITLE_ENDS,
    TITLE_LEADS,
    TOLD_OF,
    TRAILING,
    UNNAMED,
    WINNER_DASH,
    WINNER_DASHES,
    WINS,
    WON,
    WON_WITH,
    WORK,
)
from extractor.match.works_bracketed import bracketed_titles
from extractor.match.works_deeds import deed_titles

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator

    from extractor.structure import Structure


def find_works(text: str, structure: Structure, after: Collection[int] = ()) -> list[Span]:
    """Every title of a work in a clean text, in order, without its quotation marks and the word ผลงาน.

    Args:
        text: the clean text.
        structure: its structure.
        after: where labels of awards and names of winners end; a bare ผลงาน that follows one closely begins a title even
            without marks.

    >>> from extractor.structure import find_structure
    >>> text = "จากผลงาน “น้ำใสใจกลางทุ่ง” โดยเทศบาลตำบลนาดี"
    >>> [text[w.start:w.end] for w in find_works(text, find_structure(text))]
    ['น้ำใสใจกลางทุ่ง']
    """
    return _Finder(text, structure, sorted(after)).find()


_WORK_WORD = Words("ผลงาน")
_PROJECT_WORD = Words("โครงการ")
_PROGRAMME_WORD = Words("รายการ")
_OPENING_MARK = Words("“")
_SUBJECT_WORD = Words("เรื่อง")
_WON_WITH_WORDS = Words("นวัตกรรม|ผลิตภัณฑ์|งานวิจัย|แอปพลิเคชัน|หุ่นยนต์|แพลตฟอร์ม")
_BARE_WORDS = Words("|".join(BARE))
_NAMED_NEXT = Words("คือ|ได้แก่")
# characters after which a title that nothing ends is none
_LONGEST = 200


class _Finder:
    """Finds the titles of one text; `ends`: where labels of awards and names of winners end."""

    def __init__(self, text: str, structure: Structure, ends: list[int]) -> None:
        self.text = text
        self.structure = structure
        self.ends = ends
        self._items = [item.start for item in structure.items]

    def find(self) -> list[Span]:
        offers = [
            *self._by_word(),
            *self._by_project(),
            *self._by_quotation(),
            *self._by_kind(),
            *self._by_prize(),
            *self._by_latin(),
            *self._by_programme(),
            *self._by_owner(),
            *self._beside_winner(),
            *bracketed_titles(self.text, self.ends),
            *deed_titles(self.text, self.ends),
        ]
        works: list[Span] = []
        for _, work in sorted(offers, key=lambda offer: (offer[0], offer[1].start)):
            if not works or work.start >= works[-1].end:
                works.append(work)
        return self._with_kinds(self._with_rows(works))

    def _with_kinds(self, works: list[Span]) -> list[Span]:
        """The works and those that follow in a row of what is shown or sung: ละครเรื่อง ก, ภาพยนตร์เรื่อง ข และรายการ ค."""
        more: list[Span] = []
        for at, work in enumerate(works):
            limit = works[at + 1].start if at + 1 < len(works) else len(self.text)
            while (following := NEXT_IN_ROW.match(self.text, work.end)) is not None and following.end() < limit:
                title = self._in_row(following)
                if title is None or title.end > limit:
                    break
                more.append(title)
                work = title
        return sorted([*works, *more], key=lambda work: work.start) if more else works

    def _in_row(self, led: re.Match[str]) -> Span | None:
        """The title behind its kind in a row; รายการ is part of it."""
        start = led.start("kind") if led["kind"] == "รายการ" else led.end()
        if self.text[start] in CLOSERS:
            return self._quoted(start, "film")
        return self._to_end_of_row(start)

    def _to_end_of_row(self, start: int) -> Span | None:
        stop = END_IN_ROW.search(self.text, start + 4, start + 120)
        quoted = self.text.find("“", start, stop.start() if stop else start)
        if quoted >= 0:
            close = self.text.find("”", quoted, quoted + 120)
            return Span(start, close + 1, "work.row") if close >= 0 else None
        title = self.text[start : stop.start() if stop else start + 120].rstrip()
        return Span(start, start + len(title), "work.row") if 5 <= len(title) <= 100 and not NO_TITLE.match(title) else None

    def _by_programme(self) -> Iterator[tuple[int, Span]]:
        """Programmes that a list begins with: อาทิ รายการเก่งจริง."""
        for place in _PROGRAMME_WORD.find(self.text):
            if PROGRAMME.match(self.text, place) and LISTS_PROGRAMMES.search(self.text[max(0, place - 24) : place]):
                work = self._to_end_of_row(place)
                if work is not None:
                    yield place, work

    def _with_rows(self, works: list[Span]) -> list[Span]:
        """The works and the titles in marks that go on with one in marks: เรื่อง “ก” และ “ข”."""
        ends = {work.end: work for work in works if work.rule.endswith("quoted")}
        more: list[Span] = []
        before = -1
        for start, end in self.structure.quotes:
            known = ends.get(before - 1)
            if known is not None and ROW.fullmatch(self.text, before, start) and 4 <= end - start <= 200:
                work = Span(start + 1, end - 1, known.rule)
                if not any(other.start < work.end and work.start < other.end for other in works):
                    more.append(work)
                    ends[work.end] = work
            before = end
        return sorted([*works, *more], key=lambda work: work.start) if more else works

    def _by_word(self) -> Iterator[tuple[int, Span]]:
        """Titles behind ผลงาน, each with where its phrase begins."""
        for place in _WORK_WORD.find(self.text):
            match = WORK.match(self.text, place)
            assert match is not None
            before = BEFORE_WORK.search(self.text[max(0, place - 14) : place])
            lead = before.group() if before else ""
            work = self._behind_work(place - len(lead), lead, match.end())
            if work is not None:
                yield place - len(lead), work

    def _behind_work(self, begin: int, lead: str, after: int) -> Span | None:
        text = self.text
        colon = COLON.match(text, after)
        start = colon.end() if colon else after
        if start < len(text) and text[start] in CLOSERS:
            return self._quoted(start, "work")
        kind = KIND_IN_MARKS.match(text, start)
        if kind is not None:
            return self._quoted(kind.end(), "film")
        nth = NTH.match(text, after)
        if nth is not None:
            return self._quoted(nth.end(), "work")
        won = WON.match(text, after)
        if won is not None:
            return self._to_space(won.end())
        if UNNAMED.match(text, after) or NO_WORK_LEADS.search(text[max(0, begin - 16) : begin + len(lead)]):
            return None
        bare = lead.strip() in {"", "มี", "คือ", "กับ"} and after - begin - len(lead) <= 6
        marked = ":" in text[after:start] or "คือ" in text[after:start] or (not lead.strip() and self._in_item(begin + len(lead)))
        if bare and not marked and not self._follows_label(begin):
            return None
        named = lead.strip() == "ชื่อ" or text.startswith("ชื่อ", begin)
        work = self._unquoted(start, "work.work", least=2 if named else 4)
        return None if work is not None and TOLD_OF.match(text, work.end) else work

    def _by_project(self) -> Iterator[tuple[int, Span]]:
        """Titles that begin with โครงการ: behind จาก or ได้แก่, at the head of an item, or behind another project's maker."""
        text = self.text
        last = 0
        for place in _PROJECT_WORD.find(text):
            if not PROJECT_NAME.match(text, place + 7):
                continue
            led = BEFORE_PROJECT.search(text[max(0, place - 16) : place])
            goes_on = ROW.fullmatch(text, last, place) is not None
            if led is None and not (goes_on or text[place - 1] == " " or self._stands_alone(place) or self._behind_team(place)):
                continue
            work = self._project(place)
            if work is None:
                continue
            if led is None and not (goes_on or self._is_made_or_wins(place, work.end) or self._behind_team(place)):
                continue
            last = work.end
            yield place - (len(led.group()) if led else 0), work

    def _project(self, place: int) -> Span | None:
        """A project's name; one in marks is without what is told of it behind them."""
        marked = MARKED.match(self.text, place)
        quote = self.structure.quote_at(marked.end() - 1) if marked is not None else None
        if marked is not None and quote is not None and quote[0] == marked.end() - 1 and quote[1] - place <= 200:
            whole = None if GOES_ON_BEHIND.match(self.text, quote[1]) else self._unquoted(place, "work.project")
            return Span(place, quote[1], "work.project") if whole is None or whole.end <= quote[1] else whole
        straight = STRAIGHT.match(self.text, place) if marked is not None and quote is None else None
        if straight is not None:
            return Span(place, straight.end(), "work.project")
        return self._unquoted(place, "work.project")

    def _behind_team(self, place: int) -> bool:
        """Whether a project in marks stands right behind a team's name: ทีมนาดี โครงการ “น้ำใส”."""
        return MARKED.match(self.text, place) is not None and TEAM_BEFORE.search(self.text, max(0, place - 44), place) is not None

    def _is_made_or_wins(self, start: int, end: int) -> bool:
        """Whether a project that nothing leads in goes on from another's maker, or is the subject of a verb of winning."""
        if self.text[start - 1] == " " and (BY_PERSON if not self._ends_at(start) else BY).match(self.text, end):
            return True
        return end - start <= 90 and WINS.match(self.text, end) is not None and self._stands_alone(start)

    def _stands_alone(self, start: int) -> bool:
        """Whether a project is a sentence's subject by what stands right before it."""
        stands = SUBJECT_STANDS.search(self.text[max(0, start - 3) : start])
        return stands is not None or LED_TO_WIN.search(self.text, max(0, start - 6), start) is not None

    def _by_quotation(self) -> Iterator[tuple[int, Span]]:
        text = self.text
        opened = {start for start, _ in self.structure.quotes} | set(_OPENING_MARK.find(text))
        for start in sorted(opened):
            before = text[max(0, start - 110) : start]
            match = BEFORE_QUOTE.search(before[-48:]) if any(word in before for word in LEAD_IN_QUOTES) else None
            if match is None or NO_QUOTED_WORK.search(before):
                continue
            if match.lastgroup == "made" and NO_MADE.match(text, start + 1):
                continue
            if match.lastgroup == "product" and is_winning_brand(text, start - len(match.group())):
                continue
            work = self._quoted(start, match.lastgroup or "film")
            if work is not None:
                yield start - len(match.group()), work

    def _by_owner(self) -> Iterator[tuple[int, Span]]:
        """Titles in marks that stand before their owners, who have won with them: “ก” ของวิสาหกิจชุมชน ข คว้ารางวัล…."""
        text = self.text
        for start, end in self.structure.quotes:
            if not 5 <= end - start <= 90:
                continue
            before = text[max(0, start - 14) : start]
            if AWARDED_TO.search(before) and MADE_BEHIND.match(text, end) is not None:
                work = self._quoted(start, "awarded")
                if work is not None:
                    yield start, work
                continue
            made = BEFORE_MADE.search(before) is not None and MAKER_WINS.match(text, end) is not None
            if not made and OWNER_WINS.match(text, end) is None:
                continue
            if (
                (made or BEFORE_OWNED.search(before))
                and not NO_OWNED.search(before)
                and not NO_OWNED_TITLE.match(text, start + 1, end - 1)
            ):
                work = self._quoted(start, "owned")
                if work is not None:
                    yield start, work

    def _beside_winner(self) -> Iterator[tuple[int, Span]]:
        """Titles in marks beside whose they are, in a list: ทีมนาดี – “ก”, “ก” ทีมนาดี, นาย ข / “ก”."""
        text = self.text
        for start, end in self.structure.quotes:
            if (
                not 5 <= end - start <= 120
                or text.startswith("ผลงาน", start + 1)
                or NO_OWNED_TITLE.match(text, start + 1, end - 1) is not None
            ):
                continue
            dashed = text[max(0, start - 2) : start].strip(" ") in WINNER_DASHES
            dash = WINNER_DASH.search(text, max(0, start - 40), start) if dashed else None
            behind = dash is not None and TITLE_ENDS.match(text, end) is not None
            behind = behind and dash is not None and (dash["team"] is not None or self._ends_at(dash.start("dash")))
            leads = TEAM_BEHIND.match(text, end) is not None and TITLE_LEADS.search(text, max(0, start - 60), start) is not None
            if behind or leads:
                yield start, Span(start + 1, end - 1, "work.beside.quoted")

    def _by_kind(self) -> Iterator[tuple[int, Span]]:
        """Titles without marks behind what kind of work they are: จากภาพยนตร์เรื่อง …, ในบทเพลง …, ชื่อภาพ …."""
        text = self.text
        for place in _SUBJECT_WORD.find(text):
            before = text[max(0, place - 36) : place]
            behind = text.startswith(" ", place + 6) and self._ends_at(place, 3)
            if (behind or FILM_WORD.search(before) or BEFORE_SUBJECT.search(before)) and not NO_QUOTED_WORK.search(
                text[max(0, place - 110) : place + 6]
            ):
                begins = LATIN_BEGINS.match(text, place + 6) or THAI_BEGINS.match(text, place + 6)
                if begins is not None:
                    work = self._unquoted(begins.end(), "work.film")
                    if work is not None:
                        yield place, work
        for place in _BARE_WORDS.find(text):
            word = next(word for word in BARE if text.startswith(word, place))
            before = text[max(0, place - 12) : place]
            if word in FROM_ALONE and BEFORE_FROM.search(before) is None:
                continue
            led = word == "เพลง" and (AND.search(before) or self._ends_at(place, 2))
            if not (led or word.startswith("ชื่อ") or BEFORE_BARE.search(before)):
                continue
            start = place + len(word)
            colon = COLON.match(text, start) if word.startswith("ชื่อ") else None
            if colon is not None and ":" in colon.group() and (line := self._line_of_title(colon.end())) is not None:
                yield place, line
                continue
            start += text.startswith(" ", start)
            if NO_BARE.match(text, start) or not text[start : start + 1].isalpha():
                continue
            work = self._unquoted(start, "work.kind", least=2)
            if work is not None:
                yield place, work

    def _by_prize(self) -> Iterator[tuple[int, Span]]:
        """Titles without marks behind what was made, right behind a prize: ได้รับรางวัล ก จากนวัตกรรม…."""
        for place in _WON_WITH_WORDS.find(self.text):
            begin = place - (4 if self.text.startswith("ด้วย", place - 4) else 3)
            match = WON_WITH.match(self.text, begin) if self._ends_at(begin) else None
            work = self._unquoted(match.end(), "work.won_with") if match is not None else None
            if work is not None:
                yield begin, work

    def _line_of_title(self, start: int) -> Span | None:
        """A title that its line ends with, as on a form: ⏎ชื่อโครงงาน: ก."""
        end = self.text.find("\n", start)
        end = end if end >= 0 else len(self.text)
        title = self.text[start:end].rstrip(" .")
        if not 4 <= len(title) <= 300 or title[0] in CLOSERS or self.text.count("ชื่อ", start, end):
            return None
        return Span(start, start + len(title), "work.form")

    def _by_latin(self) -> Iterator[tuple[int, Span]]:
        """Titles in Latin letters right behind คือ or ได้แก่; a firm's or a prize's name is none."""
        text = self.text
        for place in _NAMED_NEXT.find(text):
            begins = LATIN_WORDS.match(text, place + (3 if text.startswith("คือ", place) else 6))
            if (
                begins is None
                or LISTS_KINDS.search(text[max(0, place - 24) : place])
                or BODIES.search(text[max(0, place - 40) : place])
            ):
                continue
            match = LATIN_TITLE.match(text, begins.end())
            if match is None or IS_FIRM.match(text, match.end()):
                continue
            if match.end() - match.start() >= 6 and not NO_LATIN_TITLE.search(match.group()):
                yield place, Span(match.start(), match.end(), "work.latin")

    def _to_space(self, start: int) -> Span | None:
        """A title without marks, which ends at the first space but those beside a word of it in Latin letters."""
        end = start
        while end < len(self.text) and self.text[end] not in " \n":
            end += 1
            on = LATIN_ON.match(self.text, end) if end - start < _LONGEST else None
            end = end if on is None else on.end()
        return Span(start, end, "work.won") if 12 <= end - start <= 300 else None

    def _ends_at(self, at: int, reach: int = 1) -> bool:
        """Whether a label's or a winner's name ends right before `at`."""
        index = bisect_right(self.ends, at) - 1
        return index >= 0 and at - self.ends[index] <= reach

    def _in_item(self, at: int) -> bool:
        """Whether ผลงาน stands behind a space within a list item, as it does behind whose it is: 2. ทีมนาดี ผลงาน …."""
        return self.text[at - 1 : at] == " " and self.structure.item_at(at) is not None

    def _follows_label(self, at: int) -> bool:
        """Whether a label, or the beginning of a line or item, stands right before."""
        index = bisect_right(self.ends, at) - 1
        if index >= 0 and at - self.ends[index] <= 12 and "\n" not in self.text[self.ends[index] : at]:
            return True
        return bool(OPENED.search(self.text[max(0, at - 10) : at]))

    def _quoted(self, start: int, kind: str) -> Span | None:
        """A title in quotation marks; words that go on after a quoted beginning (“หมอพร้อม” แพลตฟอร์ม…) are not taken."""
        text = self.text
        quote = self.structure.quote_at(start)
        if quote is not None and quote[0] == start and not NEXT_LEAD.search(text, start + 1, quote[1]):
            inner_start, inner_end = start + 1, quote[1] - 1
        else:
            close = text.find(CLOSERS[text[start]], start + 1, start + 250)
            line_end = text.find("\n", start)
            if close < 0 or 0 <= line_end < close or NEXT_LEAD.search(text, start + 1, close):  # left open
                return self._left_open(start, kind)
            inner_start, inner_end = start + 1, close
        if inner_end < len(text) and kind == "work" and MORE.match(text, inner_end + 1):
            longer = self._unquoted(start, f"work.{kind}")
            if longer is not None and longer.end > inner_end + 1:
                return longer
        while inner_start < inner_end and text[inner_start] in " \n":
            inner_start += 1
        while inner_end > inner_start and text[inner_end - 1] in " \n":
            inner_end -= 1
        if not 2 <= inner_end - inner_start <= 300:
            return None
        return Span(inner_start, inner_end, f"work.{kind}.quoted")

    def _left_open(self, start: int, kind: str) -> Span | None:
        """A title whose closing mark is missing: it ends at the latest where the next one is led in."""
        work = self._unquoted(start + 1, f"work.{kind}")
        following = NEXT_LEAD.search(self.text, start + 1, start + 260)
        if work is not None and following is not None and start + 4 < following.start() < work.end:
            return Span(work.start, following.start(), work.rule)
        return work

    def _unquoted(self, start: int, rule: str, *, least: int = 4) -> Span | None:
        """A title without marks, or one whose marks were left open, up to where the sentence goes on without it."""
        text = self.text
        end = self._end(start)
        title = text[start:end].rstrip(" ,.-–:(“")
        title = TRAILING.sub("", title)
        if HEADS_NEXT.match(text, start + len(title)) and (heading := LAST_WORDS.search(title)) is not None:
            title = title[: heading.start()].rstrip()
        if len(title) < least or title == "โครงการ" or NO_TITLE.match(title) or COUNTED.search(title):
            return None
        return Span(start, start + len(title), rule)

    def _end(self, start: int) -> int:
        text = self.text
        at = bisect_left(self._items, start + 1)
        limit = min(start + 260, self._items[at] if at < len(self._items) else len(text))
        stop = END.search(text, start + 2, limit)
        while (
            stop is not None
            and stop.group() == "”"
            and text.count("“", start, stop.start()) > text.count("”", start, stop.start())
        ):
            if GOES_OFF.match(text, stop.end()):
                return stop.end()
            stop = END.search(text, stop.end(), limit)  # the mark closes a quotation within the title
        if stop is None and limit - start > _LONGEST:
            return start  # running text, in which no title ends
        return stop.start() if stop else limit
