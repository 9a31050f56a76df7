from __future__ import annotations

import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import EncodingError, FormatError
from extractor.read import decode, read_articles
from extractor.read.html import decode_page, flatten

THAI = "กรมที่ดินได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดี จากผลงาน “ที่ดินออนไลน์” เมื่อวันที่ 14 กันยายน 2566 ณ เมืองทองธานี"


def read(*inputs, **options):
    rejects = []
    articles = list(read_articles([str(given) for given in inputs], on_error=rejects.append, **options))
    return articles, rejects


def read_well(*inputs, **options):
    articles, rejects = read(*inputs, **options)
    assert rejects == []
    return articles


# --- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp874"])
def test_encodings_are_told_apart(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes(THAI.encode(encoding))
    [article] = read_well(tmp_path / "a.txt")
    assert article.text == THAI


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp874", "utf-8"])
@pytest.mark.parametrize("text", ["รางวัล 2566", "นายสมชาย\r\nใจดี", "Award รางวัลเลิศรัฐ (GECC) 2023 – ๒๕๖๖", "๑. กรมที่ดิน ๒. กรมป่าไม้"])
def test_short_texts_too(encoding, text):
    if encoding == "cp874" and "–" in text:
        text = text.replace("–", "-")
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("name", ["tis-620", "TIS620", "cp874", "windows-874", "iso-8859-11"])
def test_every_name_of_the_thai_code_page_reads_curly_quotes(tmp_path, name):
    (tmp_path / "a.txt").write_bytes(THAI.encode("cp874"))
    if name == "windows-874":
        pytest.importorskip("encodings.cp874")
        name = "cp874"
    [article] = read_well(tmp_path / "a.txt", encoding=name)
    assert article.text == THAI


def test_a_given_encoding_is_believed(tmp_path):
    (tmp_path / "a.txt").write_bytes("café prix".encode("latin-1"))
    [article] = read_well(tmp_path / "a.txt", encoding="latin-1")
    assert article.text == "café prix"


@pytest.mark.parametrize(
    "data",
    ["Prix européen à Genève".encode("latin-1"), "日本語の文章です。".encode("shift_jis"), "премия года".encode("koi8-r")],
)
def test_what_is_no_thai_is_not_guessed(data):
    with pytest.raises(EncodingError, match="--encoding"):
        decode(data)


def test_an_unknown_encoding_is_an_error_at_once(tmp_path):
    with pytest.raises(EncodingError, match="no encoding is called"):
        read(tmp_path, encoding="utf-99")
    with pytest.raises(EncodingError):
        read(tmp_path, encoding="hex")


@given(st.text(alphabet=st.characters(min_codepoint=0x0E01, max_codepoint=0x0E2E) | st.sampled_from(" \n่้ิาเ1aB"), min_size=1))
def test_utf8_is_always_itself(text):
    assert decode(text.encode()) == text


def test_line_breaks_stay_as_they_are(tmp_path):
    (tmp_path / "a.txt").write_bytes("หนึ่ง\r\nสอง\rสาม\n".encode())
    [article] = read_well(tmp_path / "a.txt")
    assert article.text == "หนึ่ง\r\nสอง\rสาม\n"


# --- files, folders, patterns, standard input


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "news"
    (root / "2566" / "deep").mkdir(parents=True)
    (root / "b.txt").write_text(THAI)
    (root / "2566" / "a.txt").write_text(THAI)
    (root / "2566" / "deep" / "c.txt.gz").write_bytes(gzip.compress(THAI.encode()))
    (root / "2566" / "d.jsonl").write_text(json.dumps({"id": "d1", "text": THAI}) + "\n" + json.dumps({"text": THAI}) + "\n")
    (root / "b.gold.json").write_text("{}")
    (root / "notes.pdf").write_text("x")
    (root / ".hidden.txt").write_text(THAI)
    (root / ".git").mkdir()
    (root / ".git" / "e.txt").write_text(THAI)
    return root


IDS = ["b", "2566/a", "d1", "2566/d:2", "2566/deep/c"]


def test_a_folder_is_read_in_order_and_ids_come_from_paths(folder):
    articles = read_well(folder)
    assert [article.id for article in articles] == IDS
    assert [Path(article.source.split(".jsonl:")[0]).name for article in articles] == ["b.txt", "a.txt", "d", "d", "c.txt.gz"]


def test_ids_do_not_depend_on_where_the_folder_is(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert [article.id for article in read_well(".")] == IDS
    assert [article.id for article in read_well("../news")] == IDS


def test_a_pattern_names_its_files_below_its_fixed_part(folder):
    assert [article.id for article in read_well(f"{folder}/*/*.txt")] == ["2566/a"]
    assert [article.id for article in read_well(f"{folder}/**/*.txt*")] == ["2566/a", "2566/deep/c", "b"]


def test_several_inputs_follow_one_another(folder):
    assert [article.id for article in read_well(folder / "2566" / "d.jsonl", folder / "b.txt")] == ["d1", "d:2", "b"]


def test_standard_input(monkeypatch):
    class Stdin:
        buffer = io.BytesIO((json.dumps({"id": "x", "text": THAI}) + "\n").encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    [article] = read_well("-")
    assert (article.id, article.source) == ("x", "<stdin>:1")


def test_what_was_written_before_is_left_out(folder):
    (folder / "records.jsonl").write_text('{"schema_version": 1}\n')
    assert [article.id for article in read_well(folder, leave_out=[str(folder / "records.jsonl")])] == IDS


def test_bytes_taken_are_told(folder):
    taken = []
    list(read_articles([str(folder / "b.txt")], on_error=lambda _: None, on_bytes=taken.append))
    assert sum(taken) == (folder / "b.txt").stat().st_size


def test_reading_is_lazy(tmp_path):
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"id": str(n), "text": THAI}) + "\n" for n in range(50_000)))
    taken = []
    articles = read_articles([str(tmp_path / "a.jsonl")], on_error=lambda _: None, on_bytes=taken.append)
    next(articles)
    assert sum(taken) < (tmp_path / "a.jsonl").stat().st_size / 4


# --- formats


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (THAI, THAI),
        (json.dumps({"id": "x", "text": THAI}, ensure_ascii=False), THAI),
        (json.dumps({"id": "x", "text": THAI}) + "\n{broken\n", THAI),
        (f"id,text\nx,{THAI}\n", THAI),
        (f"id;body;site\r\nx;{THAI};กรม\r\n", THAI),
        (f"<!DOCTYPE html><html><body><p>{THAI}</p></body></html>", THAI),
        (f"\ufeff<html><body><p>{THAI}</p></body></html>", THAI),
        ("id,name\nนี่ไม่ใช่ตาราง", "id,name\nนี่ไม่ใช่ตาราง"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_formats_are_recognised_by_content(tmp_path, content, text, packed):
    data = content.encode()
    (tmp_path / "unnamed").write_bytes(gzip.compress(data) if packed else data)
    articles, _ = read(tmp_path / "unnamed")
    assert [article.text for article in articles] == [text]


def test_the_format_can_be_given(tmp_path):
    (tmp_path / "a.txt").write_text(json.dumps({"id": "x", "text": THAI}))
    assert read_well(tmp_path / "a.txt")[0].text.startswith("{")
    assert read_well(tmp_path / "a.txt", form="jsonl")[0].text == THAI


def test_json_lines_keep_other_keys_untouched(tmp_path):
    meta = {"url": "https://x", "n": 12345678901234567890123, "nested": {"a": [1, None, 2.5]}, "gold": {"title": "x"}}
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "1", "text": THAI} | meta))
    [article] = read_well(tmp_path / "a.jsonl")
    assert article.meta == meta
    assert article.source == f"{tmp_path}/a.jsonl:1"


@pytest.mark.parametrize("key", ["text", "body", "content"])
def test_the_text_may_stand_under_another_key(tmp_path, key):
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": 7, key: THAI, "content2": "x"}))
    [article] = read_well(tmp_path / "a.jsonl")
    assert (article.id, article.text, article.meta) == ("7", THAI, {"content2": "x"})


def test_of_several_text_keys_the_first_counts(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"content": "ย่อ", "text": THAI}))
    [article] = read_well(tmp_path / "a.jsonl")
    assert (article.text, article.meta) == (THAI, {"content": "ย่อ"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_json_lines_in_any_encoding(tmp_path, encoding):
    lines = [json.dumps({"id": str(n), "text": THAI + "\u2028"[: encoding != "cp874"]}, ensure_ascii=False) for n in range(3)]
    (tmp_path / "a.jsonl").write_bytes("\n".join(lines).encode(encoding))
    assert [article.text.rstrip("\u2028") for article in read_well(tmp_path / "a.jsonl")] == [THAI] * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_csv_in_any_encoding(tmp_path, encoding):
    rows = f'id,text,หมายเหตุ\r\n1,"{THAI}\nบรรทัดสอง ""มีอัญประกาศ""",=ก\r\n\r\n,{THAI},\r\n'
    (tmp_path / "a.csv").write_bytes(rows.encode(encoding))
    first, second = read_well(tmp_path / "a.csv")
    assert first.text == f'{THAI}\nบรรทัดสอง "มีอัญประกาศ"'
    assert first.meta == {"หมายเหตุ": "=ก"}
    assert (second.id, second.source) == ("a:5", f"{tmp_path}/a.csv:5")


def test_blank_lines_are_passed_over(tmp_path):
    (tmp_path / "a.jsonl").write_text("\n" + json.dumps({"text": THAI}) + "\n\n")
    assert [article.id for article in read_well(tmp_path / "a.jsonl")] == ["a:2"]


# --- web pages

PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>กรมที่ดินคว้ารางวัลเลิศรัฐ 2566 - ข่าวบ้านเมือง</title>
<style>p {{ color: red }}</style><script>var รางวัล = 1;</script></head>
<body><nav><ul><li><a href="/">หน้าแรก</a></li><li><a href="/n">ข่าวทั้งหมด</a></li></ul></nav>
<main><article><h1>กรมที่ดินคว้ารางวัลเลิศรัฐ 2566</h1><p class="date">15 กันยายน 2566</p>
<p>{THAI} และ<b>ขยาย</b>ผลไปทุกจังหวัด ทำให้ประชาชนได้รับความสะดวก<br>รวดเร็ว และประหยัดค่าใช้จ่ายในการเดินทางมาติดต่อราชการ</p>
<p>นายมานะ ศรีสุข อธิบดีกรมที่ดิน กล่าวว่า รางวัลนี้เป็นของเจ้าหน้าที่ทุกคนที่ตั้งใจทำงานเพื่อประชาชนตลอดหลายปีที่ผ่านมา</p>
<ul><li>รางวัลที่หนึ่ง สำนักงานที่ดินจังหวัดน่าน</li><li>รางวัลที่สอง สำนักงานที่ดินจังหวัดเลย</li></ul>
<table><tr><td>ประเภท</td><td>จำนวน</td></tr><tr><td>ดีเด่น</td><td>2</td></tr></table></article></main>
<aside><h3>ข่าวที่เกี่ยวข้อง</h3><a href="/x">กรมป่าไม้ปลูกต้นไม้ล้านต้น</a></aside>
<footer>สงวนลิขสิทธิ์ © 2566</footer><!-- ความเห็นที่ซ่อนไว้ --></body></html>"""


def test_a_page_is_flattened_whole_and_the_article_marked(tmp_path):
    (tmp_path / "a.html").write_text(PAGE)
    [article] = read_well(tmp_path / "a.html")
    lines = article.text.split("\n")
    assert lines[0] == "กรมที่ดินคว้ารางวัลเลิศรัฐ 2566 - ข่าวบ้านเมือง"
    assert {"หน้าแรก", "กรมป่าไม้ปลูกต้นไม้ล้านต้น", "สงวนลิขสิทธิ์ © 2566", "ดีเด่น 2"} <= set(lines)
    assert "รวดเร็ว และประหยัดค่าใช้จ่ายในการเดินทางมาติดต่อราชการ" in lines
    assert "ซ่อน" not in article.text
    assert "var" not in article.text
    assert f"{THAI} และขยายผลไปทุกจังหวัด ทำให้ประชาชนได้รับความสะดวก" in lines
    assert article.content is not None
    inside = "\n".join(article.text[start:end] for start, end in article.content)
    assert THAI in inside
    assert "รวดเร็ว" in inside
    assert "มานะ ศรีสุข" in inside
    assert "จังหวัดน่าน" in inside
    assert "กรมป่าไม้" not in inside
    assert "หน้าแรก" not in inside
    assert "สงวนลิขสิทธิ์" not in inside


def test_flattening_is_deterministic():
    assert flatten(PAGE) == flatten(PAGE)


def test_a_page_that_trafilatura_finds_nothing_on_still_has_its_text():
    page = flatten("<html><body><div>รางวัล</div><div>สั้น</div></body></html>")
    assert page.text == "รางวัล\nสั้น"
    assert page.content is None


@pytest.mark.parametrize("declared", ["tis-620", "windows-874", "utf-8"])
def test_a_thai_page_is_read_whatever_it_declares(declared):
    page = f'<html><head><meta charset="{declared}"></head><body><p>{THAI}</p></body></html>'
    assert decode_page(page.encode("cp874")) == page
    assert decode_page(page.encode()) == page


def test_what_a_page_declares_counts_where_the_bytes_do_not_tell():
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
    page = f"<html><head>{meta}</head><body>Prix de l'été</body></html>"
    assert decode_page(page.encode("latin-1")) == page


def test_deeply_nested_pages():
    page = flatten("<html><body>" + "<div>" * 1000 + THAI + "</div>" * 1000 + "</body></html>")
    assert page.text == THAI


def test_a_broken_page_is_read_as_far_as_it_goes():
    assert flatten(f"<p>{THAI}<p>รางวัล<b>ที่หนึ่ง</p><td>ก</table>").text.startswith(THAI)


def test_an_xml_declaration_does_no_harm():
    assert flatten(f'<?xml version="1.0" encoding="tis-620"?><html><body><p>{THAI}</p></body></html>').text == THAI


@pytest.mark.skipif(os.name != "posix", reason="symbolic links")
def test_links_to_other_folders_are_followed(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "z.txt").write_text(THAI)
    (folder / "zz").symlink_to(tmp_path / "elsewhere")
    assert [article.id for article in read_well(folder)] == [*IDS, "zz/z"]


def test_an_error_can_be_raised_from_decode():
    with pytest.raises(FormatError, match="PDF"):
        decode(b"%PDF-1.7 \x00\x01")
