"""Award names in Latin letters: Siam Innovation Awards, Bank of the Year."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words
from extractor.match.award_words import TRAILING_YEAR, TRIM
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

# Siam Green Awards, |3G| Best Brand Award
_LATIN = re.compile(
    r"(?:(?<![\dA-Za-z.,])\d{1,2}(?=[A-Z][ ]))?"
    r"[A-Za-z](?:[A-Za-z0-9À-ž ,.'’&/:\-–+]|\([A-Z0-9]{2,8}\)(?= (?:Awards|Prizes)\b))*[A-Za-z0-9)]"
)
# Awards| Asia Pacific, Awards| UNFPA, Thailand 2024: where it is given, or what stands before its year
_TAIL = (
    r"(?:\ +(?:in\ +)?(?:Asia(?:[ -]Pacific)?|ASEAN|APAC|Thailand|Southeast\ +Asia|SEA|International|Global)(?![A-Za-z])"
    r"|(?:,?\ +(?!Ceremony|Winners?|Gala|Night|Day|Season|Awards?|Finalist)[A-Z][\w'’&.\-]*){1,3}(?=\ +(?:19|20)\d\d\b))"
)
LATIN_AWARD = re.compile(
    r"(?P<name>(?:[Tt]he\ +)?(?=[A-Z0-9])(?:(?:[A-Z0-9][\w'’&./+\-–]{0,40}"
    r"|(?!Award|Prize|Medal)(?:[A-Z][\w’'-]{2,20},\ +){1,3}[A-Z][\w’'-]{2,20}(?=\ +(?:&|and)\ )"
    r"|\([A-Z0-9]{2,8}\)(?=\ +(?:Awards|Prizes)\b)|of|the|for|in|and|[&+]|by|on|to|at|-|–|:)\ +){0,20}"
    r"(?:[A-Z][\w'’&.\-]{0,40}\ +)?(?:Awards?|AWARDS?|award|Prizes?|PRIZES?|Medals?|MEDALS|Competition|COMPETITION"
    r"|Contest|CONTEST"
    r"|Challenge|Championships?|Olympiad|Hackathon|HACKATHON|Trophy|Games|Honou?rs|Accolades"
    r"|(?:Rankings?|League)(?= (?:19|20))|Cup|CUP"
    r"|(?<=[A-Z] |[a-z] )(?<!Fitch )(?<!Moody’s )(?<!Global )(?<!TRIS )(?<!Credit )Ratings)"
    r"(?:\ +(?:on|for|of|in)(?:(?:\ +[A-Z][\w'’&.\-]*|\ +(?:and|of|the|for|in))+"
    r"|(?:\ +[a-z]{4,16}){1,2}(?=[ ]*(?:[ก-๙\n”\"]|$))))?"
    rf"{_TAIL}?)(?=\W|$)"
)
RANKING = "award.ranking"
"""The rule of a name of a ranking, on which many are put, each at its place."""
SUPERLATIVE = "award.superlative"
"""The rule of a name that begins with a superlative: a prize of its own, or one of the programme on whose stage it is given."""

# Agreement on Competition, Competition| Commission: among firms
_OF_TRADE = re.compile(r"\b(?:on|of) Competition\b|\bCompetition[ ](?:Law|Act|Polic|Commission|Authorit|Agency|Council|Bureau)")
# characters behind a name that may tell that it is such an office's
_OFFICE = 12

# what every such name holds
_LATIN_HEADS = Words(
    "Award|AWARD|award|Prize|PRIZE|Medal|MEDALS|Competition|COMPETITION|Contest|CONTEST|Challenge|Championship|Olympiad|Hackathon|HACKATHON"
    "|Trophy|Games|Year|YEAR|Honours|Honors|Accolades|Ranking|Ratings|Cup|CUP|League|Best|Top|Most|Greatest|best|'s |’s "
)
_PLACE = re.compile(_TAIL)
_REST_OF_QUOTE = re.compile(r"[ ]?[:–-][ A-Za-z0-9–:'’&-]{3,60}(?=[”\"])")
# (World’s Best Towns| To See In Your Life|): within a bracket all is name
_REST_OF_BRACKET = re.compile(r"(?:[ ](?!Winners?|Finalists?|Ceremony)[A-Za-z’'&-]{1,16}){1,9}(?=\))")
# รางวัลที่โดดเด่นคือ Best Banking CEO
_NAMED_AFTER = re.compile(r"รางวัล[^\n]{0,24}คือ[ ]?(?:รางวัล[ ]?)?$")
_LATIN_AFTER_IS = Anchored(re.compile(r"คือ[ ]?(?:รางวัล[ ]?)?[A-Za-z]"), "คือ")
# คว้า |Best Retail Bank in Thailand: a prize in Latin letters that no word for one ends, behind who has won it or in a list
_BEST = Anchored(
    re.compile(
        r"(?:The[ ])?(?:Best|Most|Outstanding|Top|Leading|Rising|Excellence)(?:[ ]?[&–-])?"
        r"(?:[ ](?!\(?\d{1,2}[.)])(?:[A-Z0-9&][\w'’&./+-]*|of|the|in|for|and|to|on|–|-)){1,12}(?![A-Za-z0-9])"
    ),
    "The Best|Best|Most|Outstanding|Top|Leading|Rising|Excellence",
)
_BEST_ENDS = re.compile(r"(?:[ ](?:of|the|in|for|and|to|on|–|-|\d{1,2}|(?:19|20|25)\d\d))+$|[.,/+-]+$")
_NO_BEST = re.compile(
    r"(?:The[ ])?(?:Best[ ](?:Practice|Seller|Western|Friend|of[ ]the[ ]Best$)|Top[ ]\d|Most[ ]Wanted)"
    r"|.*\b(?:Scholarship|Conference|Summit|Forum)"
)
_WINS_BEST = re.compile(
    r"(?:ได้|รับ|คว้า|ซิว|ครอง|กวาด|โกย|แท่น|โล่|ตำแหน่ง|รางวัล|เป็น|และ|ทั้ง|ได้แก่|คือ|ด้วย|,|/|\n|\(?\d{1,2}[.)]|[-–•✅■▪●])[ ]*[“\"‘']?$"
)
_OF_THE_YEAR = re.compile(
    r"(?P<name>(?:[A-Z][\w'’&./\-]{0,40}\ +){1,20}of\ +the\ +[Yy]ear"
    r"|(?:[A-Z0-9][A-Z0-9’'&./\-]{0,40}\ +){1,20}OF\ +THE\ +YEAR)\b"
)
# Asia’s 50 Best Noodle Shops, World’s Best Clinics: a list that many are put on; Asia’s Best CEO is a prize of one
_BEST_OF = re.compile(
    r"(?P<name>(?:World|Asia|Thailand|ASEAN|Asia[ -]Pacific)[’'‘]s\ (?:\d{1,3}\ )?(?:Best|Top|Most|Greatest)"
    r"(?:\ [A-Z][\w’'&-]*){0,5}\ [A-Z][\w’'&-]*s(?![\w])(?:\ (?:in|for|of)(?:\ [A-Z][\w’'&-]*){1,3})?)"
)
# Mekong's 30 Great Kitchens| 2023, The 40 best islands in Asia| 2024: so many of a kind, with its year
_SO_MANY = re.compile(
    r"(?P<name>(?:(?<![A-Za-z])[A-Z][A-Za-z-]{1,30}(?:\ [A-Z][A-Za-z-]{1,30})?[’'‘]s\ \d{1,3}(?:\ [A-Z][\w’'&-]*){1,6}"
    r"|(?:The\ )?\d{1,3}\ (?:[Bb]est|[Tt]op|[Gg]reatest|[Mm]ost)(?:\ [A-Za-z][\w’'&-]*){1,7}?)"
    r"(?=\ (?:(?:[Ii]n|[Ff]or|[Oo]f)\ )?(?:19|20)\d\d))"
)


# รางวัล ITA| Awards
_AWARDS_TAIL = re.compile(r"(?: [A-Z][\w'’&-]{1,16}){0,4} (?:Awards?|AWARDS?|Prizes?|PRIZES?)(?![A-Za-z])")


# รางวัล |ASEAN |Water Awards: words of the name before what is known of it
_MORE_BEFORE = re.compile(r"(?<![A-Za-z0-9&.,:)–-])(?<![A-Za-z0-9&.,:)–-][ ])(?:(?!The|Best|Top)[A-Z][\w’'&-]{1,20}[ ]){1,2}\Z")


# รางวัล| ITA Awards, รางวัลเชิดชูเกียรติ|หมอดีเด่น: of the words before a name in Latin letters only รางวัล is a part of it
_PRIZE_BEFORE = re.compile(r"รางวัล[ ]?[“\"‘']?$")
_HONOUR_BEFORE = re.compile(r"รางวัล(?:ประกาศเกียรติคุณ|เชิดชูเกียรติ)?[ ]?[“\"‘']?$")


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Takes the word รางวัล before a name into it, with the quotation marks that stand between."""
    tail = _AWARDS_TAIL.match(text, end)
    if tail is not None and text[end - 1].isascii():
        end = tail.end()
    if text[end - 5 : end].lower() in {"award", "wards"}:
        place = _PLACE.match(text, end)
        end = place.end() if place is not None else end
    more = _MORE_BEFORE.search(text, max(0, start - 40), start) if text[start : start + 1].isascii() else None
    start = start if more is None else more.start()
    before = text[max(0, start - 28) : start]
    match = (_PRIZE_BEFORE if text[start : start + 1].isascii() else _HONOUR_BEFORE).search(before)
    if match and not text.startswith("รางวัล", start):
        start -= len(before) - match.start()
        if before[-1] in '“"‘' and end < len(text) and text[end] in '”"’':
            end += 1
    return start, end


def _runs(text: str, places: list[int]) -> Iterator[re.Match[str]]:
    """The stretches in Latin letters of the lines in which something stands at one of `places`."""
    end = -1
    for place in sorted(places):
        if place > end:
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
            yield from _LATIN.finditer(text, text.rfind("\n", 0, place) + 1, end)


_NAMES = (
    (LATIN_AWARD, "award.latin"),
    (_OF_THE_YEAR, "award.of_the_year"),
    (_BEST_OF, "award.best_of"),
    (_SO_MANY, RANKING),
)


# |The 3rd |Mekong Design Contest: its number is no part of the name
_NUMBERED = re.compile(r"(?:[Tt]he[ ])?\d{1,3}(?:st|nd|rd|th)[ ](?=[A-Z])")


def latin_names(text: str) -> list[Label]:
    labels: list[Label] = []
    heads = _LATIN_HEADS.find(text)
    for run in _runs(text, [*heads, *(match.end() - 1 for match in _LATIN_AFTER_IS.finditer(text))]):
        before = text[max(0, run.start() - 40) : run.start()]
        if " " in run.group() and "คือ" in before and _NAMED_AFTER.search(before):
            name = TRAILING_YEAR.sub("", TRIM.sub("", run.group().split(" - ")[0]))
            start, end = run.start(), run.start() + len(name)
            labels.append(Label("award", start, end, "award.latin_named", start, end))
        at = bisect_left(heads, run.start())
        if at == len(heads) or heads[at] >= run.end():
            continue
        for pattern, rule in _NAMES:
            for match in pattern.finditer(text, run.start(), run.end()):
                if match.end("name") - match.start("name") < 9 or _OF_TRADE.search(text, match.start(), match.end() + _OFFICE):
                    continue
                numbered = _NUMBERED.match(text, *match.span("name"))
                start, end = widen(text, match.start("name") if numbered is None else numbered.end(), match.end("name"))
                bracket = _REST_OF_BRACKET.match(text, end) if text[match.start("name") - 1] == "(" else None
                end = bracket.end() if bracket is not None else end
                quoted = _REST_OF_QUOTE.match(text, match.end("name"))
                if quoted and text[max(0, match.start("name") - 1)] in '“"':
                    end = quoted.end()
                labels.append(Label("award", start, end, rule, start if numbered is None else numbered.start(), end))
    return labels


# ผลการจัดอันดับ |World’s Best Hospitals| 2024
_RANKING = Anchored(
    re.compile(
        r"จัดอันดับ(?:[ก-๎]{2,40}[ ])?[ ]?[“\"‘']?"
        r"(?P<name>[A-Z][\w’'&.-]*(?:[ ](?:[A-Z0-9&][\w’'&.-]*|of|the|in|for|and|to|on|[+])){1,9})"
    ),
    "จัดอันดับ",
)
# what bodies are ranked as; of a nation's index nobody is a winner
_RANKED_AS = re.compile(
    r"\b(?:Best|Top|University|Universities|Impact|Hospitals?|Choice|Awards?|Airlines?|Restaurants?|Hotels?|Workplaces?|Employers?|Brands?|Schools?)\b"
)

# ผลสำรวจ “|30 เกาะน่าอยู่ที่สุดในอาเซียน| ประจำปี 2567”
_RANKING_TITLED = Anchored(
    re.compile(
        r"(?:จัดอันดับ|สำรวจ|โหวต|ทำเนียบ|ลิสต์)[^\n“”\"‘’]{0,24}[“\"‘]"
        r"(?P<name>(?:\d{1,3}[ ]?|สุดยอด)?[ก-ฮเ-ไ][ก-๎ ]{3,40}?ที่สุด(?:ใน|ของ)[ก-๎]{2,24}?)"
        r"(?=[ ]?(?:ประจำ|ปี[ ]?|[(])|[ ]?(?:19|20|25)\d\d|[”\"’])"
    ),
    "จัดอันดับ|สำรวจ|โหวต|ทำเนียบ|ลิสต์",
)


def rankings(text: str) -> Iterator[Label]:
    """Rankings of bodies by their names in Latin letters or marks: ผลการจัดอันดับ World’s Best Hospitals 2024."""
    for match in _RANKING_TITLED.finditer(text):
        yield Label("award", *match.span("name"), RANKING, *match.span("name"))
    for match in _RANKING.finditer(text):
        start = match.start("name")
        name = TRAILING_YEAR.sub("", TRIM.sub("", match["name"]))
        if " " in name and _RANKED_AS.search(name):
            yield Label("award", start, start + len(name), "award.latin", start, start + len(name))


# ได้รับ 6 รางวัล |Safe Summer Workplace| 2020: of which programme so many are
_SO_MANY_OF = Anchored(
    re.compile(
        r"รางวัล(?<=\d[ ]รางวัล)[ ]?[“\"‘']?"
        r"(?P<name>[A-Z][\w'’&.-]*(?:[ ](?!(?:19|20|25)\d\d)(?:[A-Z0-9&][\w'’&.-]*|of|the|for|in|and|to|on)){1,8})"
        r"(?=[”\"’']?[ ](?:19|20|25)\d\d(?!\d))"
    ),
    "รางวัล",
)


def programmes_of_many(text: str) -> Iterator[Label]:
    """Programmes in Latin letters of which so many prizes were won, told by their year."""
    for match in _SO_MANY_OF.finditer(text):
        yield Label("award", *match.span("name"), "award.latin", *match.span("name"))


# |Siam’s Firms of Tomorrow| ถือเป็นรางวัลที่…: what is told to be a prize
_TOLD_A_PRIZE = Words("เป็นรางวัล|คือรางวัล|เป็นหนึ่งในรางวัล|เป็นอีกหนึ่งรางวัล")
_BEFORE_TOLD = re.compile(
    r"(?<![A-Za-z])(?<![A-Za-z][ ])(?P<name>(?:The[ ])?(?!Grand|Gold|Silver|Bronze|Platinum|Special|First|Best)"
    r"[A-Z][\w'’&.-]*(?:[ ](?:[A-Z0-9&][\w'’&.-]*|of|the|for|in|and|to|on)){1,9})"
    r"[”\"’]?[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:ซึ่ง|นี้|นั้น)?(?:ถือ(?:ว่า|ได้ว่า)?|นับ(?:ว่า)?)?$"
)
# characters before such words within which the name stands
_NAMED_BEFORE = 100


def told_prizes(text: str) -> Iterator[Label]:
    """Names in Latin letters without a word for an award, each place of one that is told to be a prize.

    Where a programme is named otherwise, such a one is among its prizes.
    """
    names: set[str] = set()
    for place in _TOLD_A_PRIZE.find(text):
        named = _BEFORE_TOLD.search(text, max(0, text.rfind("\n", 0, place) + 1, place - _NAMED_BEFORE), place)
        name = TRAILING_YEAR.sub("", named["name"]) if named is not None else ""
        if " " in name and name not in names:
            names.add(name)
            for at in re.finditer(re.escape(name), text):
                yield Label("award", at.start(), at.end(), "award.latin", at.start(), at.end())


def superlatives(text: str) -> Iterator[Label]:
    """Prizes that begin with a superlative, where somebody wins them or a list holds them: ได้ Best Cabin Staff in Asia."""
    for match in _BEST.finditer(text):
        start = match.start()
        if not _WINS_BEST.search(text, max(0, start - 12), start):
            continue
        name = match.group()
        while (cut := _BEST_ENDS.search(name)) is not None:
            name = name[: cut.start()]
        if " " in name and not _NO_BEST.match(name):
            yield Label("award", start, start + len(name), SUPERLATIVE, start, start + len(name))


# River Care Award| (RCA)|: what has an abbreviation of its own is a programme
_ABBREVIATION = re.compile(r"[”\"]?[ ]?\((?P<letters>[A-Z]{3,8})\)")


def is_abbreviated(text: str, label: Label) -> bool:
    """Whether the initials of a programme's name stand in brackets behind it."""
    behind = _ABBREVIATION.match(text, label.until)
    return behind is not None and "".join(re.findall(r"\b[A-Z]", text[label.start : label.end])).endswith(behind["letters"])


# รางวัลโรงเรียนน่าอยู่| (Happy School – |HPS)
_SHORT_BEHIND = re.compile(r"[”\"]?[ ]?\((?:[^()\n]{0,80}[ :–—-][ ]?)?(?P<letters>[A-Z]{2,7})[ ]?\)")
_SHORT = re.compile(r"(?:โล่)?(?:รางวัล)?[ ]?(?P<letters>[A-Z]{2,7})")


# รางวัล|คณะกรรมการลุ่มน้ำ| (คลน.) |ดีเด่น
_SHORT_IN = re.compile(r"(?:โล่)?รางวัล[ ]?[ก-๎ ]{6,60}?[ ]?\((?P<letters>[ก-ฮ][ก-ฮ.]{1,8}|[A-Z]{2,7})\)[ ]?(?P<rest>[ก-๎ ]{3,40})")
_UNSPACED = str.maketrans("", "", " .")


def spell_out(text: str, labels: list[Label]) -> list[Label]:
    """The labels, with each award told by its letters as the one that has them in brackets: รางวัล HPS, รางวัล คลน. ดีเด่น."""
    full: dict[str, Label] = {}
    spelt = []
    for label in labels:
        if label.kind == "award":
            short = _SHORT.fullmatch(text, label.start, label.end)
            letters = short["letters"] if short is not None else text[label.start : label.end].removeprefix("รางวัล")
            known = full.get(letters.translate(_UNSPACED)) if label.row is None else None
            if known is not None:
                label = Label("award", known.start, known.end, known.rule, label.outer, label.until, row=known.row)
            elif (within := _SHORT_IN.fullmatch(text, label.start, label.end)) is not None:
                full.setdefault((within["letters"] + within["rest"]).translate(_UNSPACED), label)
            elif short is None and (behind := _SHORT_BEHIND.match(text, label.until)) is not None:
                full.setdefault(behind["letters"], label)
        spelt.append(label)
    return spelt
