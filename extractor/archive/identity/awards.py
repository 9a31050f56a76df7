"""Which names are of one award programme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from extractor.archive.identity import AwardName, Verdict
from extractor.archive.identity.folding import fold, solid
from extractor.archive.identity.gazetteer import agencies, awards, awards_with_parts, programme_of
from extractor.archive.identity.glossary import FILLERS, in_common, means, things_said
from extractor.archive.identity.initials import english_initials
from extractor.archive.identity.likeness import digits, halves, is_slip, skeleton
from extractor.archive.identity.sounds import SCRIPTS_DIFFER, across, scripts, sound_alike, sound_keys, sounds
from extractor.archive.identity.translating import rendering
from extractor.tokenise import words

_YEAR = re.compile(
    r"(?:ประจำ)?(?:ปี)?(?:งบประมาณ|การศึกษา)?\s?(?:พ\.?\s?ศ\.?\s?|ค\.?\s?ศ\.?\s?|พุทธศักราช\s?)?(?<!\d)(?:2[45]\d\d|(?:19|20)\d\d)(?!\d)"
    r"|(?:ประจำ)?ปี\s?(?:พ\.?\s?ศ\.?\s?)?\d\d(?!\d)|ประจำปี(?!\S)"
)
_EDITION = re.compile(r"ครั้งที่\s?\d+|(?<!\d)\d++(?:st|nd|rd|th)\b")
_PREFIX = re.compile(
    r"^(?:(?:พิธี|งาน)?(?:มอบ|ประกาศผล|ประกาศ)?(?:โล่|ถ้วย|เข็ม)?(?:ราง?วัล)|(?:ได้)?(?:การ)?รับรอง(?!มาตรฐาน)|the\b)\s?"
)
_SHORT = tuple(
    (re.compile(short), full)
    for short, full in (
        (r"อ\.?ส\.?ม\.", "อาสาสมัครสาธารณสุขประจำหมู่บ้าน"),
        (r"ศ\.?พ\.?ด\.", "ศูนย์พัฒนาเด็กเล็ก"),
        (r"(?<![ก-๎])รพ\.(?!\s?สต)", "โรงพยาบาล"),
        (r"(?<![ก-๎])รร\.", "โรงเรียน"),
        (r"อ\.?ป\.?ท\.", "องค์กรปกครองส่วนท้องถิ่น"),
        (r"อ\.?บ\.?ต\.(?!\s?[ก-ฮ]{3})", "องค์การบริหารส่วนตำบล"),
        (r"นายก\s?ฯ", "นายกรัฐมนตรี"),
        (r"ผู้ว่า(?:ราชการ)?\s?ฯ", "ผู้ว่าราชการจังหวัด"),
        (r"พม\.", "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์"),
        (r"โรงพัก", "สถานีตำรวจ"),
        (r"โอท็?อป", "OTOP"),
        (r"(?<![ก-๎])กรมพละ(?![ก-๎])|(?<=[ก-๎])กรมพละ$", "กรมพลศึกษา"),
        (r"มท\.", "กระทรวงมหาดไทย"),
        (r"ศธ\.", "กระทรวงศึกษาธิการ"),
        (r"สธ\.", "กระทรวงสาธารณสุข"),
        (r"อว\.", "กระทรวงการอุดมศึกษา"),
        (r"(?<![ก-๎])วิทย์(?![ก-๎])", "วิทยาศาสตร์"),
        (r"(?<![ก-๎])คณิต(?![ก-๎])", "คณิตศาสตร์"),
    )
)
_AMPERSAND = re.compile(r"\s?&\s?(?=[a-zA-Z]{3})")
_GRAMMAR = re.compile("ที่มี|การ(?!ณ์)|ความ")
_CUT = 4  # letters of a name that a ฯ cuts short: อิศราฯ
_CONTEST = re.compile(r"^(?:โครงการ|งาน)?(?:การ)?(?=ประกวด|แข่งขัน)")
_GAMES = re.compile(r"^(?:แข่งขัน)?(?:มหกรรม)?กีฬา(?=ซีเกมส์|โอลิมปิก|เอเชี่?ยนเกมส์|พาราลิมปิก|อาเซียนพารา)")
_CONTEST_WORDS = re.compile(
    r"แข่งขัน|ประกวด|ชิงแชมป์|โอลิมปิก|เกมส์|นิทรรศการ|ประดิษฐ์|\b(?:contest|competition|exhibition|inventions?|expo|olympiad|championships?|games|fair|isef)\b"
)
_NATIONAL = re.compile("ระดับ(?:ประเทศ|ชาติ)$")  # …ดีเด่นระดับประเทศ is …ดีเด่นแห่งชาติ
_OF_CONTEST = re.compile(r"^(?:แข่งขัน|ประกวด)")
_GENERIC = re.compile(
    r"ราง?วัล|โล่|โครงการ|กิจกรรม|การ|แข่งขัน|ประกวด|งาน|ดีเด่น|ยอดเยี่ยม|ชนะเลิศ|เกียรติคุณ|เกียรติยศ|เชิดชู|ประกาศ|ประกอบ|หัวข้อ|ระดับ|ประเทศ|ชาติ|แห่ง|ประจำปี|"
    r"award|prize|contest|competition|grand|the|best|practice|of|year|excellence|hackathon|gold|special|medal|winner"
)
_PLURAL = re.compile(r"\b(award|prize|medal)s\b")
_BRACKET = re.compile(r"\(([^()]*)\)|[:/|]")
_LATIN = re.compile(r"[a-z0-9][a-z0-9 .,'’&:+-]*[a-z0-9.]")


# รางวัลข่าวชายขอบ| มูลนิธินักข่าวสี่ภาค: who gives it
_GIVER = re.compile(r"(?<=[ก-๎]{4})\s(?:ของ)?(?=มูลนิธิ|สมาคม|กระทรวง|กรม[ก-ฮ]|สำนักงาน|สถาบัน|องค์การ|หอการค้า|สภา[ก-ฮ])")
# หนังสือดีเด่นของ สพฐ., หนังสือดีเด่น สพฐ.: its letters
_GIVER_IN_LETTERS = re.compile(r"(?<=[ก-๎]{6})\s?(?:ของ\s?|\s)(?P<letters>(?:[ก-ฮ]{1,5}\.){1,4})$")
_QUOTED = re.compile(r"[“\"‘']([^“”\"‘’']{6,})[”\"’']")
_PM = re.compile(r"\bpm(?:s)?\b|\bprime ministers?\b")
_LATIN_TAIL = re.compile(r"(?:award|prize|medal|อวอร์ดส?|อะวอร์ดส?)$")
_NEAR_LOAN, _FAR_LOAN = 0.34, 0.6
_LOANED = re.compile(r"(?:award|อ[ะั]?วอร์ด)(?:s|ส์?)?\s*$")  # a Thai name that is English, written as it sounds
_LATIN_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SMALL = frozenset("the of for and in on at to".split())
_WORDS_OF_ANY = _SMALL | {"award", "awards", "prize", "prizes", "annual"}
_OF_SHOWS = _WORDS_OF_ANY | frozenset(
    "fair exhibition expo show contest competition international world annual global event".split()
)
_FEW = 2  # words of a name that may be initials: AWEN Award
_INITIALS = 3  # letters from which on they are taken to stand for words

_BARE = "="  # marks a name without its words of grammar: ประเมินคุณธรรมและโปร่งใส
_LONG = 20  # letters of a name that hardly begins two programmes' names
TWO_ROWS = "two awards of the gazetteer"
BEGINS = "one long name begins the other"
"""The reason of a doubt between a programme's name and the same cut short."""

IN_PART = "in part the same name in Thai and in English"
"""The reason of a doubt between names of which some words are the other's in translation."""

HOLDS_WORDS = "all words of one name stand in the other"
"""The reason of a doubt that says most of what two names can say without being one."""


_TOLD = 6  # letters of a name whose slips of sound are no other name: เลิสรัฐ
_FEWEST = 8  # letters of a name that is looked for within another
_WORDS_OF_CONTESTS = frozenset(
    "การ ประกวด แข่งขัน การประกวด การแข่งขัน โครงการ รางวัล ชิง โล่ ถ้วย ของ และ แห่ง ระดับ ชาติ ประเทศ ไทย ด้าน ประเภท".split()
)
_WORDS_OF_HONOUR = frozenset("ดีเด่น ดี เด่น ยอดเยี่ยม เยี่ยม ต้นแบบ องค์กร หน่วยงาน ผลงาน บุคคล ดีเลิศ เลิศ แห่งปี ปี".split())
_TELLS_ITSELF = 10  # letters of one word of a name, which hardly stands in two programmes' names
_NAMED = 5  # letters of a name that stands by itself within a longer one: พานแว่นฟ้า
_CHUNKS = re.compile(r"[\s()“”\"':|/]+")
_GIVER_ALONE = re.compile(r"(?:รางวัล)?\s?(?:ของ|จาก)?\s?(?:[ก-ฮ]{1,4}\.){1,4}[ก-ฮ]{0,4}")  # วช., ก.พ.ร.
_ROUND_ALONE = re.compile(
    r"รอบ|ภูมิภาค|ภาค(?!รัฐ|เอกชน|ธุรกิจ|ประชา|ส่วน|การ)|จังหวัด|อำเภอ|เขต|ระดับ\s?(?:ประเทศ|ชาติ|นานาชาติ|โลก|อาเซียน)|regional|provincial|national"
)
# what tells the round of a contest, which is another one's than the contest itself: …ดีเด่นระดับภาค
_ROUND = re.compile(r"รอบ|ภาค|จังหวัด|อำเภอ|เขต|ภูมิภาค|regional|เยาวชน(?=$)")


@dataclass(frozen=True, slots=True)
class _Profile:
    ids: frozenset[str]
    cores: frozenset[str]
    plain: frozenset[str]


def _written_out(form: str) -> str:
    """A name with the abbreviations that any reader knows written out: อปท., นายกฯ."""
    for short, full in _SHORT:
        form = short.sub(full, form)
    return form


def _core(form: str) -> str:
    form = _AMPERSAND.sub(" and ", _written_out(form))
    plain = _PLURAL.sub(r"\1", _EDITION.sub(" ", _YEAR.sub(" ", fold(form)))).strip(" -,")
    bare = _PREFIX.sub("", plain).strip()
    bare = _GAMES.sub("", _CONTEST.sub("", bare))
    return solid(bare) or solid(plain) or solid(form)


@lru_cache(maxsize=65536)
def _forms(form: str) -> tuple[str, ...]:
    """The name as a whole, then its Thai and its English part where both stand together."""
    folded = _EDITION.sub(" ", _YEAR.sub(" ", fold(form)))
    parts = [form]
    if _BRACKET.search(folded):
        parts += [part for part in _BRACKET.split(folded) if part]
    for quoted in _QUOTED.findall(form):
        parts.append(quoted)
    given = _GIVER.search(folded)
    if given is not None:
        parts.append(folded[: given.start()])
    if (short := _GIVER_IN_LETTERS.search(folded)) is not None:
        parts.append(folded[: short.start()] + folded[short.end() :])
        parts.append(folded[: short.start()] + " " + short["letters"])
    latin = _LATIN.findall(folded)
    if latin and re.search("[ก-๎]", folded):
        rest = _LATIN.sub(" ", folded)
        parts += [*(part for part in latin if len(part) > 3 and not part.isdigit()), *([rest] if len(solid(rest)) > 8 else [])]
    return tuple(dict.fromkeys(core for core in map(_core, parts) if not _is_generic(core)))


def _is_generic(core: str) -> bool:
    """Whether a core says no more than that it is an award: แข่งขัน (of การแข่งขัน Hackathon), grandprize."""
    return len(_GENERIC.sub("", core)) < 2 and core not in awards()


@lru_cache(maxsize=65536)
def _profile(name: AwardName) -> _Profile:
    cores = tuple(dict.fromkeys(core for form in (name.name, *name.aliases) for core in _forms(form)))
    known = awards()
    ids: set[str] = set()
    if name.gazetteer:
        ids = {name.gazetteer}
    else:
        for core in cores:
            found = (
                known.get(core)
                or known.get("รางวัล" + core)
                or _by_core().get(core)
                or _by_core().get(_BARE + _GRAMMAR.sub("", core))
            )
            if found and len(found) == 1:
                ids = set(found)
                break
    plain = frozenset(_NATIONAL.sub("แห่งชาติ", _OF_CONTEST.sub("", core)) for core in cores)
    return _Profile(frozenset(ids), frozenset(cores), plain)


@lru_cache(maxsize=1)
def _by_core() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, ids in awards().items():
        found.setdefault(core := _core(form), set()).update(ids)
        if len(bare := _GRAMMAR.sub("", core)) >= _LONG:
            found.setdefault(_BARE + bare, set()).update(ids)
    return {core: frozenset(ids) for core, ids in found.items()}


def award_keys(name: AwardName) -> frozenset[str]:
    """Block keys of an award programme's name: the gazetteer's row, its Thai and English forms, and their halves.

    Year, edition, รางวัล before the name and the plural of Awards make no difference.
    """
    profile = _profile(name)
    keys = {f"id:{gazetteer}" for gazetteer in profile.ids}
    for core in profile.cores or {solid(name.name)}:
        keys.add(f"w:{core}")
        keys |= halves(skeleton(core), "w") | sound_keys(_LATIN_TAIL.sub("", core))
    return frozenset(keys)


def award_core(name: str) -> str:
    """The one word by which an award is put to others in a block: its gazetteer id, else its name's first core."""
    return _award_core(name)


@lru_cache(maxsize=65536)
def _award_core(name: str) -> str:
    profile = _profile(AwardName(name))
    return min(profile.ids) if profile.ids else next(iter(_forms(name)), solid(name))


@lru_cache(maxsize=65536)
def has_parts(name: str) -> bool:
    """Whether the gazetteer knows branches or categories of an award, so that one body may win it twice in a year."""
    return any(row in awards_with_parts() for row in _profile(AwardName(name)).ids)


@lru_cache(maxsize=65536)
def is_contest(name: str) -> bool:
    """Whether an award's name is of a contest, in which one body or person may win in several events.

    >>> is_contest("การแข่งขันกีฬานักเรียน"), is_contest("รางวัลเลิศรัฐ")
    (True, False)
    """
    return _CONTEST_WORDS.search(fold(name)) is not None


@lru_cache(maxsize=262144)
def compare_awards(a: AwardName, b: AwardName) -> Verdict:
    """Whether two names are of one award programme, with the reasons.

    รางวัลคุณภาพแห่งชาติ (Thailand Quality Award) ประจำปี 2565 is Thailand Quality Awards. A prize and the programme that it
    is a prize of are doubtful.
    """
    left, right = _profile(a), _profile(b)
    if _is_emblem(a, b) or _is_emblem(b, a):
        return Verdict("doubtful", 0.55, (HOLDS_WORDS,))
    if left.ids and right.ids:
        return _by_rows(left.ids, right.ids)
    return _by_cores(a, b, left, right)


def _by_rows(left: frozenset[str], right: frozenset[str]) -> Verdict:
    """What the gazetteer's rows of two names tell."""
    if left & right:
        return Verdict("same", 1.0, (f"both are {min(left & right)} of the gazetteer",))
    whole = programme_of()
    if any(whole.get(one) == other or whole.get(other) == one for one in left for other in right):
        return Verdict("doubtful", 0.5, ("one is a prize of the other",))
    return Verdict("different", 0.0, (TWO_ROWS,))


def _by_cores(a: AwardName, b: AwardName, left: _Profile, right: _Profile) -> Verdict:
    """What the words of two names tell."""
    if _is_cut_short(a, right) or _is_cut_short(b, left):
        return Verdict("doubtful", 0.55, (BEGINS,))
    if left.cores & right.cores:
        return Verdict("same", 0.96, ("the same name",))
    if any(len(core) >= _LONG for core in left.plain & right.plain):
        return Verdict("same", 0.9, ("the same name but for the word for a contest or for its being national",))
    if solid(a.name) == solid(b.name):
        return Verdict("doubtful", 0.5, ("the same name, which tells no more than that it is an award",))
    best = Verdict("different", 0.0, ("the names differ",))
    for one in left.cores:
        for other in right.cores:
            if digits(one) != digits(other):
                continue
            if len(one) >= _TOLD and skeleton(one) == skeleton(other):
                return Verdict("same", 0.92, ("one slip of the pen apart",))
            if is_slip(one, other, least=9):
                return Verdict("same", 0.88, ("one slip of the pen apart",))
            if min(len(one), len(other)) >= 24 and OSA.normalized_distance(one, other, score_cutoff=0.15) <= 0.15:
                best = Verdict("doubtful", 0.6, ("long names nearly alike",))
            if across(one, other) and sound_alike(_LATIN_TAIL.sub("", one), _LATIN_TAIL.sub("", other), near=True):
                return Verdict("same", 0.8, ("the same name in Thai and in Latin letters",))
            shorter, longer = sorted((one, other), key=len)
            if (
                len(shorter) >= 8
                and (longer.startswith(shorter) or skeleton(longer).startswith(skeleton(shorter)))
                and len(shorter) / len(longer) > 0.4
                and best.score < 0.5
            ):
                cut_short = len(shorter) >= _LONG and not _ROUND.search(longer, len(shorter))
                best = Verdict("doubtful", 0.5, (BEGINS if cut_short else "one name begins the other",))
    if best.reasons[0] not in {BEGINS, HOLDS_WORDS} and (
        _is_named(a, b) or any(_holds(one, other) for one in left.plain for other in right.plain)
    ):
        return Verdict("doubtful", 0.55, (HOLDS_WORDS,))
    return best if best.decision != "different" else _by_latin(a, b)


def _is_cut_short(name: AwardName, other: _Profile) -> bool:
    """Whether a ฯ cuts a name short that begins the other: อิศราฯ."""
    return name.name.rstrip().endswith("ฯ") and any(
        len(core) >= _CUT and full.startswith(core) for core in _profile(name).cores for full in other.cores
    )


def _holds(one: str, other: str) -> bool:
    """Whether all words of one name, two at least, stand in the other, and what is left tells no other round of it."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST or digits(shorter) != digits(longer):
        return False
    if shorter in longer:
        return len(shorter) * 5 >= len(longer) * 2 and not _ROUND.search(longer.replace(shorter, "", 1))
    things = [things_said(name) for name in (shorter, longer)]
    if things[0] == things[1] and sum(map(len, things[0])) >= _NAMED:  # ครูดีเด่น, ครูผู้สอนดีเด่น
        return True
    plain = (_GRAMMAR.sub("", name) for name in (shorter, longer))
    few, many = sorted((frozenset(words(name)) - _WORDS_OF_CONTESTS for name in plain), key=len)
    if any(_ROUND.search(word) for word in many - few - {"เยาวชน"}):
        return False
    if len(few) > 1 and few <= many:
        return True
    telling = sorted((few - _WORDS_OF_HONOUR, many - _WORDS_OF_HONOUR), key=len)
    return telling[0] <= telling[1] and sum(map(len, telling[0])) >= _TELLS_ITSELF


def _is_named(a: AwardName, b: AwardName) -> bool:
    """Whether one name stands in the other by itself, at its beginning or its end: รางวัลวรรณกรรมการเมือง พานแว่นฟ้า, พานแว่นฟ้า."""
    chunks = [_CHUNKS.split(_PREFIX.sub("", _EDITION.sub(" ", _YEAR.sub(" ", fold(name.name)))).strip()) for name in (a, b)]
    few, many = sorted(chunks, key=len)
    size = len(few)
    named = solid("".join(few))
    if len(few) == len(many) or len(named) < _NAMED or _is_generic(named):
        return False
    for part, rest in ((many[:size], many[size:]), (many[-size:], many[:-size])):
        if solid("".join(part)) == named:
            told = "".join(rest)
            return len(told) >= _NAMED and not _ROUND.search(told) and not digits(told)
    return False


@lru_cache(maxsize=65536)
def names_giver(name: str) -> bool:
    """Whether a name of an award is that of the body which gives it, or its letters.

    >>> names_giver("วช."), names_giver("รางวัลเลิศรัฐ")
    (True, False)
    """
    bare = solid(_PREFIX.sub("", fold(name)))
    if bare in awards() or solid(name) in awards() or bare in _by_core():
        return False
    return bare in agencies() or _GIVER_ALONE.fullmatch(fold(name)) is not None


@lru_cache(maxsize=65536)
def rounds_of(name: str) -> frozenset[str]:
    """The words of an award's name that tell which round of a contest it is: ระดับจังหวัด."""
    return frozenset(_ROUND_ALONE.findall(fold(name)))


def _parts_of(name: str) -> list[str]:
    """A folded name, and what it is made of on both sides of a bracket or colon."""
    return list(dict.fromkeys(part.strip() for part in (name, *_BRACKET.split(name)) if part and part.strip()))


def _loan_apart(thai: str, latin: str) -> float | None:
    """The share of consonants in which an English name and the same in Thai letters differ; null where there are too few."""
    here, there = sounds(_LOANED.sub("", thai)), sounds(_LOANED.sub("", latin))
    if min(map(len, (*here, *there)), default=0) < _INITIALS:
        return None
    return min(OSA.normalized_distance(one, other) for one in here for other in there)


@lru_cache(maxsize=16384)
def _spelt(word: str) -> str:
    """An English word in one of its two spellings: travellers, labour, centre, organisation, programme."""
    plain = word.replace("ll", "l") if len(word) > _TOLD else word
    for british, american in (("our", "or"), ("isation", "ization"), ("centre", "center"), ("programme", "program")):
        plain = plain.replace(british, american) if len(word) > _NAMED else plain
    return plain


def _in_part_latin(left: str, right: str, shared: frozenset[str]) -> Verdict | None:
    """What two names tell of which one is Thai but for words that stand in the other, which is English: OTOP นวัตวิถี; else null."""
    if scripts(left) == scripts(right) or not shared - _WORDS_OF_ANY:
        return None
    thai, latin = (left, right) if "thai" in scripts(left) else (right, left)
    if "thai" in scripts(latin) or frozenset(_LATIN_WORD.findall(thai)) - shared:
        return None
    rest = _LATIN_WORD.sub(lambda match: "" if match.group() in shared else match.group(), latin)
    found = rendering(_LATIN_WORD.sub(" ", thai), rest)
    if found.sure or (found.said and not found.unsaid and found.heard in {"nothing", "alike"}):
        return Verdict("doubtful", 0.55, (HOLDS_WORDS,))
    return Verdict("doubtful", 0.5, (IN_PART,)) if found.likely or sound_alike(thai, rest, near=True) else None


# what people call an honour by what is given with it, though another award has that name too
_EMBLEMS = {"ครุฑทองคำ": "ข้าราชการพลเรือนดีเด่น", "เข็มครุฑทองคำ": "ข้าราชการพลเรือนดีเด่น", "เสาเสมาธรรมจักร": "ผู้ทำคุณประโยชน์ต่อพระพุทธศาสนา"}


def _is_emblem(name: AwardName, other: AwardName) -> bool:
    """Whether a name is an emblem that is given with the other award."""
    of = _EMBLEMS.get(_core(name.name))
    return of is not None and (
        of in (cores := _profile(other).cores) or any(of.startswith(core) for core in cores if len(core) >= _FEWEST)
    )


def _share_words(one: list[str], other: list[str], *, one_script: bool) -> Verdict | None:
    """What Latin words that two names share tell: ISEF, Regeneron ISEF; Geneva inventions fair; else null."""
    for letters, others in ((one, other), (other, one)):
        if len(letters) == 1 and len(letters[0]) >= _INITIALS and letters[0] in others and letters[0] not in means():
            return Verdict("doubtful", 0.55, (HOLDS_WORDS,))
    told = {word for word in set(one) & set(other) if len(word) >= _INITIALS} - _WORDS_OF_ANY - FILLERS
    if not one_script and any(word not in means() for word in told):
        return Verdict("doubtful", 0.5, (IN_PART,))
    few, many = sorted(({word.removesuffix("s") for word in name} - _OF_SHOWS for name in (one, other)), key=len)
    if one_script and len(few) > 1 and few <= many:
        return Verdict("doubtful", 0.55, (HOLDS_WORDS,))
    return None


def _by_latin(a: AwardName, b: AwardName) -> Verdict:  # noqa: PLR0911 - one for each kind of evidence
    """What the Latin words of two names tell: initials, or words that all stand in the other; else whether none can tell."""
    left, right = (_PM.sub("prime minister", _PREFIX.sub("", fold(_YEAR.sub(" ", fold(name.name))))) for name in (a, b))
    one, other = ([_spelt(word) for word in _LATIN_WORD.findall(name)] for name in (left, right))
    if one and other:
        if (mixed := _in_part_latin(left, right, frozenset(one) & frozenset(other))) is not None:
            return mixed
        for letters, words in ((one, other), (other, one)):
            if (
                len(letters) == 1
                and len(letters[0]) >= _INITIALS
                and letters[0] == "".join(word[0] for word in words if word not in _SMALL)
            ):
                return Verdict("same", 0.86, (f"{letters[0].upper()} are the other's initials",))
            if any(
                english_initials(word, " ".join(w for w in words if w not in _WORDS_OF_ANY))
                for word in set(letters) - _WORDS_OF_ANY
                if len(letters) <= _FEW
            ):
                return Verdict("doubtful", 0.55, (HOLDS_WORDS,))
        if (shared := _share_words(one, other, one_script=scripts(left) == scripts(right))) is not None:
            return shared
        shorter, longer = sorted((set(one) - _WORDS_OF_ANY, set(other) - _WORDS_OF_ANY), key=len)
        if (len(shorter) >= 2 and shorter <= longer) or (
            scripts(left) != scripts(right) and set(one) - FILLERS and set(one) - FILLERS == set(other) - FILLERS
        ):
            return Verdict("doubtful", 0.55, (HOLDS_WORDS,))
        return Verdict("different", 0.0, ("the names differ",))
    if across(left, right):
        thai, latin = (left, right) if "thai" in scripts(left) else (right, left)
        found, asked = in_common(thai, latin)
        if _LOANED.search(thai) and _LOANED.search(latin) and (apart := _loan_apart(thai, latin)) is not None:
            if apart <= _NEAR_LOAN:
                return Verdict("doubtful", 0.55, (HOLDS_WORDS,))
            return Verdict("different", 0.0, (SCRIPTS_DIFFER if apart <= _FAR_LOAN else "the names differ",))
        rendered = max(
            (rendering(part, other) for part in _parts_of(thai) for other in _parts_of(latin)),
            key=lambda each: (each.sure, each.likely),
        )
        if (asked and found == asked) or rendered.sure:
            return Verdict("doubtful", 0.55, (HOLDS_WORDS,))
        if rendered.likely:
            return Verdict("doubtful", 0.5, (IN_PART,))
        return Verdict("different", 0.0, (SCRIPTS_DIFFER,))
    return Verdict("different", 0.0, ("the names differ",))
