"""A web page as text: everything that a reader would see, and which of it is the article.

The text holds the site's menus and notices too, so that whoever looks at an offset finds the page as it was; the spans
that trafilatura takes for the article are marked beside it.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree

from extractor.errors import EmptyInputError, EncodingError, FormatError
from extractor.read.encodings import decode, known_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # a page it cannot read is no news to our caller

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*(?:[\"']\s*)?([A-Za-z0-9_:-]+)", re.IGNORECASE)
_UNSEEN = {
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "select",
    "datalist", "title",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section", "summary", "table",
    "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
_PARAGRAPHS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "article", "header", "footer", "nav",
}  # fmt: skip
_LINE, _PARAGRAPH = "\x1e", "\x1f"  # never in a page's text, where they count as white space
_WHITE = re.compile(r"[ \t\r\n\f\v\x1e\x1f]+")
_BULLET = re.compile(r"^\s*(?:[-•*|>]|#+)")
_MOST_TAGS = 100_000  # of a page; the longest of encyclopedias have half as many
_MOST_ATTRIBUTES = 1_000  # of an element; the parser's time grows with their square
_TAG = re.compile(r"<[A-Za-z/!?]")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{2000,}+")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_ENOUGH = 80  # characters; less is no article, but what was left of a page of pictures


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text, and the spans of it that are the article, or None where that is not known."""

    text: str
    content: tuple[tuple[int, int], ...] | None


def decode_page(data: bytes, *, encoding: str | None = None) -> str:
    """The page's markup: in `encoding`, or in what the bytes tell, or in what the page says of itself.

    Raises:
        EncodingError: it reads in none of these.
        FormatError: it is no text.
    """
    try:
        return decode(data, encoding=encoding)
    except EncodingError:
        declared = _CHARSET.search(data[:4096])
        if encoding is not None or declared is None:
            raise
        return data.decode(known_encoding(declared[1].decode("ascii")), errors="replace")


def flatten(markup: str) -> Page:
    r"""The page as text, its title first, and the article's place in it.

    Block elements begin a line, paragraphs leave a line empty; scripts, styles and lists to choose from are left out.

    >>> flatten("<title>ข่าว</title><nav>เมนู</nav><p>กรม<b>ได้รับ</b>รางวัล<br>ระดับดี</p>").text
    'ข่าว\n\nเมนู\n\nกรมได้รับรางวัล\nระดับดี'

    Raises:
        EmptyInputError: the page has no text that a reader would see.
        FormatError: it is no page that anybody wrote: of endless tags, or of endless attributes in one.
    """
    _refuse_endless(markup)
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        root = lxml.html.document_fromstring(markup.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptyInputError(f"a page without text ({error})", remedy="save the page again") from error
    seen = _tidy(_pieces(root))  # not the body alone: where a page leaves out the tag, the parser misplaces what is new to it
    if not seen:
        raise EmptyInputError("a page without text in its body", remedy="save the page again, after it has loaded")
    title = _WHITE.sub(" ", root.findtext(".//head/title") or root.findtext(".//title") or "").strip()
    text = f"{title}\n\n{seen}" if title else seen
    return Page(text, _article_spans(markup, text))


def _refuse_endless(markup: str) -> None:
    if markup.count("<") > _MOST_TAGS and sum(1 for _ in _TAG.finditer(markup)) > _MOST_TAGS:
        raise FormatError(f"a page of more than {_MOST_TAGS:,} tags", remedy="save the article alone")
    for tag in _LONG_TAG.finditer(markup):
        if len(_QUOTED.sub("", tag.group()).split()) > _MOST_ATTRIBUTES:
            raise FormatError(f"an element with more than {_MOST_ATTRIBUTES:,} attributes", remedy="save the page again")


def _pieces(root: etree._Element) -> Iterator[str]:
    """The text under `root` in order, with _LINE and _PARAGRAPH where elements end a line or a paragraph."""
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        starts = event == "start"
        if tag in _UNSEEN:
            hidden += 1 if starts else -1
        elif not hidden:
            yield _mark_of(tag, starts=starts)
        text = element.text if starts else element.tail
        if text and not hidden and (starts or element is not root):
            yield _WHITE.sub(" ", text)


def _mark_of(tag: str, *, starts: bool) -> str:
    if tag in _PARAGRAPHS:
        return _PARAGRAPH
    if tag in _BLOCKS or (tag == "br" and starts):
        return _LINE
    return " " if tag in {"td", "th"} and starts else ""


# on texts that have no two spaces in a row
_AROUND_BREAK = re.compile(f" ?([{_LINE}{_PARAGRAPH}]) ?")


def _tidy(pieces: Iterator[str]) -> str:
    joined = _AROUND_BREAK.sub(r"\1", re.sub(" {2,}", " ", "".join(pieces)))
    joined = re.sub(f"(?<!{_LINE}){_LINE}*{_PARAGRAPH}[{_LINE}{_PARAGRAPH}]*", "\n\n", joined)
    return re.sub(f"{_LINE}+", "\n", joined).strip(" \n")


def _article_spans(markup: str, text: str) -> tuple[tuple[int, int], ...] | None:
    """The lines of `text` that trafilatura takes for the article, as spans."""
    import trafilatura  # noqa: PLC0415 - takes a while to load, and is wanted for pages only

    try:
        taken = trafilatura.extract(markup, output_format="txt", include_comments=False, include_tables=True, favor_recall=True)
    except (RecursionError, ValueError, TypeError, AttributeError, etree.LxmlError):
        taken = None
    if not taken or len(taken) < _ENOUGH:
        return None
    marked = _mark(text, taken)
    spans: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        hits = sum(marked[at:end])
        if line.strip() and hits >= 0.5 * len(line.replace(" ", "")):
            if spans and not text[spans[-1][1] : at].strip():
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((at, end))
        at = end + 1
    return tuple(spans) or None


def _mark(text: str, taken: str) -> bytearray:
    """For each character of `text` whether it stands in one of the lines taken; white space is left aside."""
    places = [at for at, char in enumerate(text) if not char.isspace()]
    solid = "".join(text[at] for at in places)
    marked = bytearray(len(text))
    cursor = 0
    for line in taken.splitlines():
        wanted = "".join(_BULLET.sub("", line).split()).removesuffix("|")
        if not wanted:
            continue
        found = solid.find(wanted, cursor)
        if found < 0:
            found = solid.find(wanted)
        pieces = [(found, len(wanted))] if found >= 0 else _in_parts(solid, line, cursor)
        for start, length in pieces:
            for place in places[start : start + length]:
                marked[place] = 1
            cursor = max(cursor, start + length)
    return marked


def _in_parts(solid: str, line: str, cursor: int) -> list[tuple[int, int]]:
    """A line that does not stand in the text as a whole, cell by cell or phrase by phrase."""
    parts: list[tuple[int, int]] = []
    for phrase in re.split(r"\s*\|\s*|\s{2,}|(?<=\S{12})\s", line):
        wanted = "".join(phrase.split())
        found = solid.find(wanted, cursor) if len(wanted) >= 4 else -1
        if found >= 0:
            parts.append((found, len(wanted)))
            cursor = found + len(wanted)
    return parts
