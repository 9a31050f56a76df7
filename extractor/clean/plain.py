"""What is read as if it were written more plainly: notes in brackets below a rank, the comma before the last of a row, cells."""

from __future__ import annotations

import re

_OPENS = "\n("
# a line that is one bracket, about what is received with a prize or how
_NOTE = re.compile(
    r"\((?:เข้า)?(?:จะ)?(?:ได้)?(?:รับ|ถ้วย|โล่|เงิน|ทุน|เกียรติบัตร|ใบประกาศ|เหรียญ|พร้อม|มูลค่า|รางวัลละ|ของรางวัล)[^()\n]{2,140}\)[ ]*(?=\n)"
)
# the line above, where it is a rank: รางวัลชนะเลิศ, 🥇 รองชนะเลิศอันดับ 2, รางวัลชมเชย 5 รางวัล
_RANK = re.compile(
    r"(?:ชนะเลิศ|ชมเชย|ดีเด่น|ดีเยี่ยม|ยอดเยี่ยม|เหรียญ(?:ทอง(?:แดง)?|เงิน)|รางวัลที่[ ]?\d{1,2}|อันดับ(?:ที่)?[ ]?[\d๐-๙]{1,2})"
    r"(?:[ ]?(?:จำนวน)?[ ]?\d{1,2}[ ]?รางวัล)?[ ]?:?[ ]*\Z"
)
_LONGEST_HEADING = 80
# a row of cells that begins with the rank: รางวัลชนะเลิศ| | ทีม ก | โรงเรียน ข
_RANKED_ROW = re.compile(
    r"^(?P<rank>[ ]{0,8}(?:\d{1,2}[.)][ ]{0,2}|[-–•*🥇🥈🥉🏆🏅][ ]{0,2})?(?:รางวัล|ระดับ)?"
    r"(?:(?:รอง)?ชนะเลิศ|(?:รอง)?แชมป์|ชมเชย|ดีเด่น|ดีเยี่ยม|ยอดเยี่ยม|เหรียญ(?:ทอง(?:แดง)?|เงิน)|ที่[ ]?\d{1,2}|อันดับ(?:ที่)?[ ]?\d{1,2})"
    r"(?:[ ]?(?:อันดับ|ลำดับ)?(?:ที่)?[ ]?\d{1,2})?(?:[ ]?[:：][ ]{0,3}[“\"][^“”\"\n]{2,60}[”\"])?)"
    r"(?P<parting>[ ][|/][ ])(?P<cells>[^\n]*)",
    re.MULTILINE,
)
_CELLS = (" | ", " / ")
# who has won, told in a cell; and what a row's first cell tells otherwise than a title
_WINNER = re.compile(r"ทีม|วง|นาย|นาง|น\.ส\.|ด\.[ชญ]\.|เด็ก(?:ชาย|หญิง)|คุณ|ดร\.")
_NO_TITLE = re.compile(
    rf"{_WINNER.pattern}|คณะ|โรงเรียน|ร\.ร\.|มหาวิทยาลัย|วิทยาลัย|สถาบัน|บริษัท|กลุ่ม|วิสาหกิจ|ชุมชน|สำนัก|กรม|จังหวัด|ชั้น|ระดับ|ประเภท|รุ่น|[“\"‘'(\d]"
)
# ก, ข, และ ค: a comma before the last of a row says no more than the word
_ROW_ENDS = ((", และ", " และ "), (",และ", " และ"))


def join_rows(text: str) -> str:
    """`text` with a row's last comma before its และ written as a blank; its length stays.

    >>> join_rows("กรม ก, กรม ข, และกรม ค")
    'กรม ก, กรม ข และ กรม ค'
    """
    for ending, plain in _ROW_ENDS:
        text = text.replace(ending, plain)
    return text


def join_cells(text: str) -> str:
    """`text` with rows of cells behind a rank written as running words: what parts the cells becomes a blank.

    >>> join_cells("รางวัลชนะเลิศ | ทีม ก | โรงเรียน ข")
    'รางวัลชนะเลิศ   ทีม ก   โรงเรียน ข'
    """
    if not any(parting in text for parting in _CELLS):
        return text
    return _RANKED_ROW.sub(_as_words, text)


def _as_words(row: re.Match[str]) -> str:
    """A row with blanks between its cells, and with marks around a title that stands right before who has won."""
    parting = row["parting"]
    cells = row["cells"].split(parting)
    if len(cells) > 1 and _NO_TITLE.match(cells[0]) is None and _WINNER.match(cells[1]) is not None:
        return f"{row['rank']}  “{cells[0]}”  {'   '.join(cells[1:])}"
    return f"{row['rank']}   {'   '.join(cells)}"


def join_notes(text: str) -> str:
    r"""`text` with such lines put behind the rank above them: line breaks before them become blanks, so its length stays.

    >>> join_notes("รางวัลชนะเลิศ\n(เงินรางวัล 5,000 บาท)\nทีม ก")
    'รางวัลชนะเลิศ (เงินรางวัล 5,000 บาท)\nทีม ก'
    """
    at = text.find(_OPENS)
    while at >= 0:
        if _NOTE.match(text, at + 1) is not None:
            end = at
            while end > 0 and text[end - 1] in "\n ":
                end -= 1
            begin = text.rfind("\n", 0, end) + 1
            if end - begin <= _LONGEST_HEADING and _RANK.search(text, begin, end) is not None:
                text = text[:end] + " " * (at + 1 - end) + text[at + 1 :]
        at = text.find(_OPENS, at + 1)
    return text
