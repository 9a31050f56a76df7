"""Names of bodies in Latin script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.document import Span
from extractor.gazetteer_rows import AgencyHead

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.lexicon import Hit

# Mahidol University · Bank of Ayudhya · Tourism Authority of Thailand · Acme Foods Co., Ltd.
_LATIN_NAME = re.compile(
    r"""
    (?!The\ )[A-Z][A-Za-z&'’-]*(?:\.[A-Z]\.?)*
    (?:
      (?:,\ (?=Ltd|Inc|and)|\ )
      (?:(?:of|and|for|the|on|in|with|&)\ )*
      (?:Co\.,?\ ?Ltd\.?|Ltd\.|Inc\.|[A-Z][A-Za-z&'’-]*)
    )*
    """,
    re.VERBOSE,
)
# Chairman of the |Rice Development Authority
_POST = re.compile(
    r"(?:(?:Deputy |Vice )?(?:Chair(?:man|person)?|President|Director|Order|Members?|Secretary"
    r"|Governor|Ambassador|Representatives?)"
    r"(?:[- ]General)? (?:of|for|to) (?:the )?)"
)
# G H Bank Call Center · Best Bank
_NO_BODY = re.compile(
    r"""\b(?:
      Awards? | Cashless | Call | Contact | Data | Tower | Edition | Project | Programme | Program | Smart | Best
    | President | Head | Director | Most | Waste
    | Making | Impact | Management\ For | Symposium | Course | Sustainable | Next | One | Designing | Towards | Channel
    | Fanpage | Fan | Quarantine | Access | Situation | Digital\ Society | Civil\ Society | Ageing | Clean
    | Aging | Rankings? | Ratings? | Prizes? | Challenge | Championships? | Games
    | (?:Digital|Green|Social|Service|Virtual|Mobile|Development)\ Bank | Bank\ for(?=\ (?:Thai|People|All|Every))
    | Forum | Conference | Summit | Year | Meeting | Day | Social
    )\b""",
    re.VERBOSE,
)
# #GlobalSoilPartnership · ช่อง Culture Bureau · เพจ Thai Film Society
_PAGE_OR_TAG = re.compile(r"(?:\#|(?:รางวัล|ช่อง|เพจ|แฟนเพจ|เว็บไซต์|แอป|แอปพลิเคชัน)\ ?[“\"]?)$")
# (Premium Hospital), (Waste Bank) gloss a word; a gloss of a body's name is joined to that name by its bracket
_SURE_HEAD = re.compile(r"Universit|Foundation|Association|Federation|Ltd|Organi[sz]ation|Agency|Ministry of|Council")


# Skyview Research, Qamar Airways: heads that a name ends in; Research Festival is none
_LAST_WORDS = frozenset({"Research", "Airways", "Airlines", "Pictures", "Ventures"})


def foreign_names(text: str, hits: Iterable[Hit]) -> list[Span]:
    """Names in Latin script around an English head word: Enterprise Development Foundation."""
    found: list[Span] = []
    for hit in hits:
        if not (isinstance(hit.row, AgencyHead) and hit.row.shape == "foreign") or (found and found[-1].end >= hit.end):
            continue
        for match in _LATIN_NAME.finditer(text, max(0, hit.start - 80), min(len(text), hit.end + 80)):
            if match.start() <= hit.start < match.end():
                if text[hit.start : hit.end] in _LAST_WORDS and match.end() != hit.end:
                    break
                post = _POST.match(text, match.start(), hit.start)
                start = post.end() if post else match.start()
                if match.end() - start > hit.end - hit.start + 2 and _names_body(text, match):
                    found.append(Span(start, match.end(), "organisation.foreign"))
                break
    return found


def _names_body(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised name is a body's, and not an event's, a service's, or the gloss of a Thai word in brackets."""
    if _NO_BODY.search(match.group()) or _PAGE_OR_TAG.search(text, max(0, match.start() - 10), match.start()):
        return False
    return not text.endswith("(", 0, match.start()) or _SURE_HEAD.search(match.group()) is not None


# จัดโดย| Skyview Asia · มอบโดยนิตยสาร| World Rice: who runs a contest, or gives its prizes
_RUN_BY = Words("จัดโดย|จัดขึ้นโดย|มอบโดย|จัดอันดับโดย")
_BY_LATIN = re.compile(
    r"[ก-๎]{2,9}โดย[ ]?(?:ทาง)?(?:องค์กร(?:อิสระ)?|หน่วยงาน|บริษัท|สื่อ)?[ ]?[“\"]?"
    r"(?P<name>[A-Z][A-Za-z0-9&.’'-]*(?:[ ](?:(?:of|the|for|and|&)[ ]){0,2}[A-Z][A-Za-z0-9&.’'-]*){0,7})(?<![.,])(?![A-Za-z])"
)


def hosts(text: str) -> list[Span]:
    """Foreign bodies that are told to run a contest or to give its prizes: จัดโดย Skyview Asia → Skyview Asia."""
    found: list[Span] = []
    for place in _RUN_BY.find(text):
        host = _BY_LATIN.match(text, place)
        if host is not None and not _NO_BODY.search(host["name"]):
            found.append(Span(*host.span("name"), "organisation.host"))
    return found


# กรุงเทพฯ--9 มี.ค.--|แม่น้ำ พีอาร์|⏎: who sends a release, and the wire that it comes by
_SENT = Words("--")
_SENDER = re.compile(
    r"--[ ]?\d{1,2}[ ]?[ก-ฮ]{1,2}\.[ ]?[ก-ฮ]\.(?:[ ]?\d{2,4})?[ ]?--[ ]?(?P<name>[ก-ฮเ-ไA-Z][^\n,“”\"]{2,50}?)[ ]*(?=\n|$)"
)
_WIRE = Words("ThaiPR.net|ThaiPR.NET")


def senders(text: str) -> list[Span]:
    """Agencies that a press release names in its dateline, and the newswire that it came by."""
    found = [Span(place, place + len("ThaiPR.net"), "organisation.sender") for place in _WIRE.find(text)]
    for place in _SENT.find(text):
        sent = _SENDER.match(text, place)
        if sent is not None:
            found.append(Span(*sent.span("name"), "organisation.sender"))
    return sorted(found, key=lambda span: span.start)
