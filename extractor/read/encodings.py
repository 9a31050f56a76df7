"""Which encoding bytes are in, told from the bytes themselves.

Thai text comes as UTF-8, as UTF-16 from Windows, and as TIS-620 from older systems. The last is really cp874, which
has curly quotation marks besides, and is read as that. Bytes that read as Thai in none of them are no text to us: a wrong
guess would fill records with garbage that nobody sees.
"""

from __future__ import annotations

import codecs
import re

from extractor.errors import EncodingError, FormatError

_SAMPLE = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_THAI_CODECS = {"tis-620", "iso8859-11", "cp874"}  # as Python names them
_REMEDY = "save it as UTF-8, or name its encoding with --encoding"
_TEXTUAL = re.compile(r"[\t\n\r\f -~\xa0-\u024f\u0e01-\u0e3a\u0e3f-\u0e5b\u200b-\u2026\u2028-\u203a\ufeff]")
_THAI_SYLLABLE = re.compile(r"[เ-ไ]?[ก-ฮ][ัิ-ฺ็-๎]*(?:[ะาำๅ][่-๋]?)*|[\u0e2f\u0e46\u0e50-\u0e5b]|฿")
_THAI = re.compile(r"[\u0e01-\u0e5b]+")
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format", "a database"),
    (b"\x1f\x8b", "a gzip file within a gzip file"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
)


def known_encoding(name: str) -> str:
    """The codec for an encoding's name; every name of TIS-620 stands for cp874, which contains it.

    >>> known_encoding("TIS-620")
    'cp874'

    Raises:
        EncodingError: no such encoding.
    """
    try:
        codec = codecs.lookup(name).name
        "".encode(codec)
    except (LookupError, ValueError) as error:
        remedy = "use utf-8, utf-16, cp874 or another name that Python knows"
        raise EncodingError(f"no encoding is called {name!r}", remedy=remedy) from error
    except (TypeError, AttributeError) as error:
        raise EncodingError(f"{name!r} is no encoding of text", remedy="use utf-8, utf-16 or cp874") from error
    return "cp874" if codec in _THAI_CODECS else codec


def decode(data: bytes, *, encoding: str | None = None, file: str | None = None, line: int | None = None) -> str:
    """The text of `data`, without a byte order mark; line breaks stay as they are.

    >>> decode("รางวัล “ดีเด่น”".encode("cp874"))
    'รางวัล “ดีเด่น”'

    Args:
        data: the whole of a file or line.
        encoding: its encoding, where that is known.
        file: where the bytes come from, for the error.
        line: the line within the file, for the error.

    Raises:
        EncodingError: the bytes are no text in `encoding`, or in any that is recognised.
        FormatError: the bytes are no text at all.
    """
    if encoding is not None:
        codec = known_encoding(encoding)
        try:
            return data.decode(codec).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            problem = f"not {encoding} at byte {error.start}"
            raise EncodingError(problem, file=file, line=line, remedy="name another --encoding, or leave it out") from error
    codec = guess(data, file=file, line=line)
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        problem = f"begins as {codec}, but is not at byte {error.start}"
        raise EncodingError(problem, file=file, line=line, remedy=_REMEDY) from error


def guess(data: bytes, *, file: str | None = None, line: int | None = None, partial: bool = False) -> str:
    """The codec that `data` is in: its byte order mark's, UTF-16, UTF-8, or cp874.

    Args:
        data: the bytes, or the first of them.
        file: where the bytes come from, for the error.
        line: the line within the file, for the error.
        partial: more bytes follow, so that the last character may be cut.

    Raises:
        EncodingError: the bytes are no text in any of these.
        FormatError: the bytes are no text at all.
    """
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return codec
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise FormatError(f"is {kind}, not text", file=file, line=line, remedy="save the article as text or HTML")
    wide = _wide(data[:_SAMPLE])
    if wide:
        return wide
    if b"\0" in data or len(_CONTROL.findall(data[:_SAMPLE])) > 0.02 * len(data[:_SAMPLE]):
        raise FormatError("is binary data, not text", file=file, line=line, remedy="give text, HTML, JSON Lines or CSV")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not partial)
    except UnicodeDecodeError as error:
        if _is_thai(data[: _SAMPLE * 4]):
            return "cp874"
        problem = f"is in no encoding that is recognised (not UTF-8 at byte {error.start})"
        raise EncodingError(problem, file=file, line=line, remedy=_REMEDY) from error
    return "utf-8"


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly all of it reads as Thai and Latin text, in one byte order only."""
    if len(data) < 4:
        return None
    even = data[: len(data) // 2 * 2]
    for codec, high in (("utf-16-le", even[1::2]), ("utf-16-be", even[::2])):
        if high.count(0) + high.count(0x0E) + high.count(0x20) < 0.9 * len(high):
            continue
        text = even.decode(codec, errors="replace")
        if len(_TEXTUAL.findall(text)) >= 0.97 * len(text):
            return codec
    return None


def _is_thai(data: bytes) -> bool:
    """Whether the bytes read as Thai in cp874: its letters stand in an order that spelling allows."""
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError:
        return False
    runs = _THAI.findall(text)
    letters = sum(map(len, runs))
    high = sum(byte >= 0xA1 for byte in data)
    if letters < 4 or letters < 0.9 * high or letters < 3 * len(runs):
        return False
    spelled = sum(len(syllable) for run in runs for syllable in _THAI_SYLLABLE.findall(run))
    return spelled >= 0.97 * letters
