"""Names of bodies in Latin script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.document import Span
from extractor.lexicon import AgencyHead

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.lexicon import Hit

# Mahidol University · Bank of Ayudhya · Tourism Authority of Thailand · Acme Foods Co., Ltd.
_LATIN_NAME = re.compile(
    r"""
    (?!The\ )[A-Z][A-Za-z&'’-]*(?:\.[A-Z]\.?)*
    (?:
      (?:,\ (?=Ltd|Inc|and)|\ )
      (?:(?:of|and|for|the|on|in|&)\ )*
      (?:Co\.,?\ ?Ltd\.?|Ltd\.|Inc\.|[A-Z][A-Za-z&'’-]*)
    )*
    """,
    re.VERBOSE,
)
# G H Bank Call Center · Best Bank
_NO_BODY = re.compile(
    r"""\b(?:
      Awards? | Call | Contact | Data | Tower | Edition | Project | Programme | Program | Smart | Best
    | President | Head | Director | Most | Waste
    | Aging | Forum | Conference | Summit | Year | Meeting | Day | Social
    )\b""",
    re.VERBOSE,
)


def foreign_names(text: str, hits: Iterable[Hit]) -> list[Span]:
    """Names in Latin script around an English head word: Enterprise Development Foundation."""
    found: list[Span] = []
    for hit in hits:
        if not (isinstance(hit.row, AgencyHead) and hit.row.shape == "foreign") or (found and found[-1].end >= hit.end):
            continue
        for match in _LATIN_NAME.finditer(text, max(0, hit.start - 80), min(len(text), hit.end + 80)):
            if match.start() <= hit.start < match.end():
                if match.end() - match.start() > hit.end - hit.start + 2 and not _NO_BODY.search(match.group()):
                    found.append(Span(match.start(), match.end(), "organisation.foreign"))
                break
    return found
