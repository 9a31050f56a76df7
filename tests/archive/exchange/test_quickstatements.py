"""QuickStatements: every line stands up to a strict reading of its syntax, and what cannot be said is counted."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.archive.entries import Authority
from extractor.archive.exchange import FORMATS, quickstatements
from extractor.archive.exchange.quickstatements import Written, noted_items, read_items, write_quickstatements
from extractor.errors import EncodingError, FormatError, MissingInputError
from tests.archive.exchange.linked_examples import CONFERRALS, FIRST, FULL, HIDDEN, LONG, PERSON, SECOND, SMALL, UGLY, Small

ITEMS = {
    "award:lert-rat": "Q111",
    "organisation:p-0000000000002": "Q222",
    "organisation:off-opdc": "Q333",
    "work:p-0000000000009": "Q444",
}
URL_1 = '"https://news.example.org/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7?id=12%7Ca"'
REFERENCE_1 = ["S854", URL_1, "S813", "+2026-11-01T00:00:00Z/11", "S577", "+2022-09-12T00:00:00Z/11"]
REFERENCE_2 = ["S854", '"http://other.example.org/2"', "S813", "+2026-11-02T00:00:00Z/11", "S577", "+2022-09-00T00:00:00Z/10"]

ITEM = re.compile(r"Q[1-9]\d*")
TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T00:00:00Z/(9|10|11)")
STRING = re.compile(r'"[^\x00-\x1f\x7f|]+"')
URL = re.compile(r'"https?://[!-~]+"')


def checked(data: bytes) -> list[list[str]]:
    """The commands of a file, after a reading stricter than that of the tool itself."""
    said = data.decode("utf-8")
    assert not said or said.endswith("\n")
    commands = [line.split("\t") for line in said.split("\n")[:-1]]
    made = False
    for command in commands:
        assert all(column and column == column.strip() for column in command), command
        if command == ["CREATE"]:
            made = True
            continue
        subject, what, value, *more = command
        assert ITEM.fullmatch(subject) or (subject == "LAST" and made)
        if re.fullmatch(r"[LD](th|en)", what):
            assert not more
            assert STRING.fullmatch(value), value
            assert '""' not in value[1:-1]
            assert len(value) - 2 <= 250
            continue
        assert what in {"P166", "P31"}
        assert ITEM.fullmatch(value)
        assert (what == "P31") == (not more)
        sources = [number for number, key in enumerate(more) if number % 2 == 0 and key.lstrip("!")[0] == "S"]
        for number in range(0, len(more), 2):
            key, value = more[number : number + 2]
            assert number in sources or not sources or number < sources[0], "a qualifier behind a reference"
            match key:
                case "P585":
                    assert re.fullmatch(r"\+\d{4}-00-00T00:00:00Z/9", value)
                case "P1686" | "P1027":
                    assert ITEM.fullmatch(value)
                case "S854" | "!S854":
                    assert URL.fullmatch(value)
                    assert key[0] == "S" if number == sources[0] else key[0] == "!"
                case "S813" | "S577":
                    year, month, day, precision = TIME.fullmatch(value).groups()
                    assert (month == "00") == (precision == "9")
                    assert (day == "00") == (precision != "11")
                    assert 1900 < int(year) < 2100
                case _:
                    pytest.fail(f"no such column: {key}")
    return commands


def commands(snapshot=SMALL, items=ITEMS, **options) -> tuple[list[list[str]], Written]:
    target = io.BytesIO()
    told = write_quickstatements(snapshot, target, items, **options)
    return checked(target.getvalue()), told


def test_a_conferral_is_one_line_with_its_qualifiers_and_both_references():
    said, _ = commands(Small((FULL,)))
    qualifiers = ["P585", "+2022-00-00T00:00:00Z/9", "P1686", "Q444", "P1027", "Q333"]
    assert said == [["Q222", "P166", "Q111", *qualifiers, *REFERENCE_1, "!S854", *REFERENCE_2[1:]]]


def test_what_is_left_out_is_counted_by_its_reason():
    said, told = commands()
    assert [line[:3] for line in said] == [["Q222", "P166", "Q111"]]
    # by hand: no authority; the person and the place: no item; the film prize: no item of the award
    assert told == Written(statements=1, created=0, without_item=4, without_source=0, repeated=0)


def test_a_work_that_alone_is_honoured_is_the_subject_and_no_qualifier():
    items = {"award:green-film": "Q5551", "work:p-0000000000010": "Q5552"}
    said, told = commands(items=items)
    assert said == [["Q5552", "P166", "Q5551", *REFERENCE_2]]  # the conferral has no year, and its giver no item
    assert told.without_item == 4


def test_a_conferral_without_a_web_address_is_left_out():
    items = ITEMS | {"other:p-0000000000006": "Q999"}
    assert commands(Small((HIDDEN,)), items) == ([], Written(0, 0, 0, 1, 0))


def test_a_second_year_of_the_same_award_is_left_out_as_it_would_join_the_first():
    again = replace(FULL, id="c-2", year=2023)
    said, told = commands(Small((FULL, again)))
    assert len(said) == 1
    assert said[0][4] == "+2022-00-00T00:00:00Z/9"
    assert told == Written(1, 0, 0, 0, 1)


@pytest.mark.parametrize("published", ["2022-W05-1", "2022-02-30", "12 ก.ย. 65", "2022-09-12T10:00", "", None])
def test_a_day_that_is_none_of_the_calendar_is_left_off(published):
    said, _ = commands(Small((replace(FULL, sources=(replace(FIRST, published=published),)),)))
    assert said[0][9:] == REFERENCE_1[:4]


def test_one_address_is_one_reference():
    twice = replace(FULL, sources=(FIRST, replace(SECOND, url=FIRST.url)))
    said, _ = commands(Small((twice,)))
    assert said[0][9:] == REFERENCE_1


def test_new_items_are_made_only_when_asked_and_once_a_recipient():
    other_award = replace(PERSON, id="c-9", award="รางวัลอื่น", award_id="award:other", year=2024)
    snapshot = Small((PERSON, FULL, other_award), SMALL.all_authorities)
    items = ITEMS | {"award:other": "Q777"}
    assert commands(snapshot, items)[1].without_item == 2
    said, told = commands(snapshot, items, create=True)
    assert told == Written(statements=3, created=1, without_item=0, without_source=0, repeated=0)
    assert said[0][0] == "Q222"
    assert said[1:] == [
        ["CREATE"],
        ["LAST", "Lth", '"สมหญิง ใจดี"'],
        ["LAST", "Dth", '"ผู้ได้รับรางวัลเลิศรัฐ พ.ศ. 2566"'],
        ["LAST", "P31", "Q5"],
        ["LAST", "P166", "Q111", "P585", "+2023-00-00T00:00:00Z/9", "P1027", "Q333", *REFERENCE_1],
        ["LAST", "P166", "Q777", "P585", "+2024-00-00T00:00:00Z/9", "P1027", "Q333", *REFERENCE_1],
    ]


def test_a_new_item_s_english_name_is_told_too():
    body = Authority("organisation:x", "organisation", "มูลนิธิป่า", "gazetteer", english="Forest Foundation")
    conferral = replace(FULL, recipient="มูลนิธิป่า", recipient_id="organisation:x", work=None, work_id=None)
    said, _ = commands(Small((conferral,), (body,)), create=True)
    assert said[1:3] == [["LAST", "Lth", '"มูลนิธิป่า"'], ["LAST", "Len", '"Forest Foundation"']]
    assert ["LAST", "P31", "Q43229"] in said
    said, _ = commands(
        Small((replace(conferral, recipient="Forest Club", recipient_id="other:y", recipient_kind="other"),)), create=True
    )
    assert said[1] == ["LAST", "Len", '"Forest Club"']
    assert not [line for line in said if line[1:2] in (["Lth"], ["P31"])]


@pytest.mark.parametrize("name", [UGLY, LONG, '"""', '""เอก""', "“เอก” ““โท””", "ก\tข\nค|ง||จ", " ก\u00a0\ud83d ", '"ก"'])
def test_no_name_breaks_a_line(name):
    strange = replace(HIDDEN, recipient=name, recipient_id="other:strange", award=name, sources=(FIRST,))
    said, told = commands(Small((strange,)), create=True)
    assert told.created == told.statements == 1
    assert [line[0] for line in said] == ["CREATE", "LAST", "LAST", "LAST"]


def test_a_new_item_without_an_authority_is_not_made():
    assert commands(Small((CONFERRALS[0],)), create=True) == ([], Written(0, 0, 1, 0, 0))


def test_the_registered_format_knows_the_items_in_authorities_notes():
    noted = replace(
        SMALL, all_authorities=(*SMALL.all_authorities, Authority("work:q", "work", "ก", "confirmed", note="xwikidata:Q1"))
    )
    assert noted_items(noted) == {"award:lert-rat": "Q111"}
    body = Authority(FULL.recipient_id, "organisation", FULL.recipient, "confirmed", note="wikidata:Q222, ดูปี 2565")
    snapshot = Small((FULL,), (SMALL.all_authorities[1], body))
    target = io.BytesIO()
    FORMATS["quickstatements"].write(snapshot, target)
    assert [line[:3] for line in checked(target.getvalue())] == [["Q222", "P166", "Q111"]]


def test_items_are_read_from_csv(tmp_path):
    path = tmp_path / "items.csv"
    rows = "authority,note,item\naward:lert-rat,,Q111\nwork:x,,\norganisation:y,,https://www.wikidata.org/wiki/Q7\naward:lert-rat,,Q111\n"
    path.write_text(rows, encoding="utf-8-sig")
    assert read_items(str(path)) == {"award:lert-rat": "Q111", "organisation:y": "Q7"}


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (b"authority,item\na,Q1\na,Q2\nb,x\n,Q3\nc,Q0\n", FormatError, r"on line 3, 4, 5, 6; write a CSV"),
        (b"id,qid\na,Q1\n", FormatError, "lacks the columns"),
        (b"", FormatError, "lacks the columns"),
        ("authority,item\nกรม,Q1\n".encode("cp874"), EncodingError, "UTF-8"),
        (None, MissingInputError, "No such file"),
    ],
)
def test_a_file_of_items_at_fault_is_told_whole(tmp_path, content, error, said):
    path = tmp_path / "items.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=said) as raised:
        read_items(str(path))
    assert raised.value.file == str(path)


def test_the_checker_of_these_tests_finds_faults():
    for bad in (
        b"Q1\tP166\tQ2",
        b'LAST\tP166\tQ2\tS854\t"http://a.b/"\n',
        b'Q1\tP166\tQ2\tS854\t"http://a.b/|x y"\n',
        b'Q1\tP166\tQ2\tS854\t"http://a.b/"\tP585\t+2022-00-00T00:00:00Z/9\n',
        b"Q1\tP166\tQ2\tP585\t+2022-00-00T00:00:00Z/11\n",
        b'CREATE\nLAST\tLth\t"a""b"\n',
        b'Q1\tP166\tQ2\tS854\t"http://a.b/"\tS854\t"http://c.d/"\n',
    ):
        with pytest.raises((AssertionError, pytest.fail.Exception)):
            checked(bad)


def test_labels_keep_single_quotation_marks():
    assert quickstatements._string('โครงการ "ป่า" ดี') == '"โครงการ "ป่า" ดี"'


def test_the_example_of_the_document_is_what_is_written():
    document = (Path(__file__).parents[3] / "docs" / "archive" / "exchange-linked.md").read_text(encoding="utf-8")
    example = re.search(r"```text\n(.*?)```", document, re.DOTALL).group(1)
    assert [line.split(" ⇥ ") for line in example.replace(" ⇥\n", " ⇥ ").splitlines()] == commands(Small((FULL,)))[0]


@given(st.text(min_size=1, max_size=300), st.text(max_size=30))
def test_no_text_at_all_breaks_a_line(name, path):
    named = replace(PERSON, recipient=f"ก{name}", sources=(replace(FIRST, url=f"https://news.example.org/{path}"),))
    said, told = commands(Small((named,)), create=True)
    assert told.statements == 1
    assert len(said) == 5  # CREATE, label, description, class, award
