"""Every form of a date with every form of a year, between words of its own: the right values are known by how each is made."""

from __future__ import annotations

from itertools import product

import pytest

from extractor.match.dates import find_dates
from extractor.normalise import normalise

FULL = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split()
SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
NAMES = {"full": FULL, "points": SHORT, "last point left out": [name[:-1] for name in SHORT]}
LETTERS = {"letters alone": [name.replace(".", "") for name in SHORT]}
# all are 2022, the year of publication
YEARS = [" 2565", "2565", " พ.ศ. 2565", " ปี 2565", " ในปี 2565", " ของปี 2565", " 65", "65", " 2022", " ค.ศ. 2022", "นี้", " นี้", "ปีนี้"]
DASHES = ["-", " - ", "–", " – ", "—", "- ", " -", " ถึง ", "ถึง", " ถึงวันที่ ", " จนถึงวันที่ "]
JOINTS = [" และ ", "และ", ", ", " และวันที่ ", ",", " กับ "]
AROUND = ["ระหว่างวันที่ {} ณ ลานวัด", "วันที่ {} ชาวบ้านปลูกป่า", "ตั้งแต่วันที่ {}"]
MONTH_AROUND = ["ในเดือน{} คือผล", "ระหว่างเดือน{}", "ประจำเดือน{} ณ วัด"]
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def days(month: str, following: str, number: int, year: str) -> list[tuple[str, list[str]]]:
    """Forms with days in a month and its next, each with its values."""
    this, after = f"2022-{number:02}", f"2022-{number + 1:02}"
    forms = [(f"5 {month}{year}", [f"{this}-05"]), (f"15{month}{year}", [f"{this}-15"])]
    for dash in DASHES:
        forms.append((f"5{dash}7 {month}{year}", [f"{this}-05/{this}-07"]))
        forms.append((f"28 {month}{dash}3 {following}{year}", [f"{this}-28/{after}-03"]))
        forms.append((f"28 {month}{year}{dash}3 {following}{year}", [f"{this}-28/{after}-03"]))
    for joint in JOINTS:
        forms.append((f"5{joint}7 {month}{year}", [f"{this}-05", f"{this}-07"]))
        forms.append((f"28 {month}{joint}3 {following}{year}", [f"{this}-28", f"{after}-03"]))
    forms.append((f"5, 7 และ 9 {month}{year}", [f"{this}-05", f"{this}-07", f"{this}-09"]))
    forms.append((f"1-3 และ 5 {month}{year}", [f"{this}-01/{this}-03", f"{this}-05"]))
    forms.append((f"1, 5-7 {month}{year}", [f"{this}-01", f"{this}-05/{this}-07"]))
    return forms


def months(first: str, second: str, third: str, number: int, year: str) -> list[tuple[str, list[str]]]:
    """Forms without days of three months in a row, each with its values."""
    values = [f"2022-{number + more:02}" for more in range(3)]
    forms = [(first + year, values[:1])]
    forms += [(f"{first}{dash}{second}{year}", ["/".join(values[:2])]) for dash in DASHES if "วัน" not in dash]
    forms += [(f"{first}{joint}{second}{year}", values[:2]) for joint in (" และ ", "และ", " และเดือน")]
    forms += [(f"{first} {second} และ{third}{year}", values), (f"{first}, {second} และ {third}{year}", values)]
    return forms


def wrong(text: str, expected: list[str]) -> list[str]:
    """The texts, with one kind of digits and the other, that are not read as expected."""
    told = (text, text.translate(THAI_DIGITS))
    return [one for one in told if [span.value for span in find_dates(normalise(one)[0], published=(2022, 6, 15))] != expected]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("names", [*NAMES, *LETTERS])
def test_days(names: str, year: str) -> None:
    row = (NAMES | LETTERS)[names]
    cases = [
        (around.format(text), values)
        for around, number in product(AROUND, range(2, 11))
        for text, values in days(row[number - 1], row[number], number, year)
    ]
    assert [text for case in cases for text in wrong(*case)] == []


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("names", NAMES)
def test_months(names: str, year: str) -> None:
    row = NAMES[names]
    cases = [
        (around.format(text), values)
        for around, number in product(MONTH_AROUND, range(2, 10))
        for text, values in months(*row[number - 1 : number + 2], number, year)
    ]
    assert [text for case in cases for text in wrong(*case)] == []


@pytest.mark.parametrize("years", [(" 2565", " 2566"), ("65", "66"), ("", " 2566"), ("", " 66"), (" พ.ศ. 2565", " พ.ศ. 2566")])
@pytest.mark.parametrize("names", NAMES)
def test_spans_over_the_end_of_a_year(names: str, years: tuple[str, str]) -> None:
    december, january = NAMES[names][11] + years[0], NAMES[names][0] + years[1]
    cases = [(f"ระหว่างวันที่ 28 {december}{dash}3 {january} ณ วัด", ["2022-12-28/2023-01-03"]) for dash in DASHES]
    cases += [(f"ระหว่างเดือน{december}{dash}{january}", ["2022-12/2023-01"]) for dash in DASHES if "วัน" not in dash]
    assert [text for case in cases for text in wrong(*case)] == []
