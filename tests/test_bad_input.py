"""Every kind of bad input: one line that names file, line and remedy; a reject; and the other articles all the same."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from extractor.errors import EmptyInputError, EncodingError, FormatError, InputError, MissingInputError
from extractor.read import MAX_CHARACTERS, read_articles
from extractor.read.articles import checked_id
from extractor.read.encodings import guess
from tests.conftest import soon

GOOD = "กรมที่ดินได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดี"


def read(*inputs, **options):
    rejects = []
    articles = list(read_articles([str(given) for given in inputs], on_error=rejects.append, **options))
    return articles, rejects


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "zz_good.txt"
    path.write_text(GOOD)
    return path


def only_reject(bad, good, *words, line=None):
    """The one reject that `bad` makes, while the good article is still read."""
    articles, rejects = read(bad, good)
    assert [article.text for article in articles] == [GOOD]
    [reject] = rejects
    said = str(reject)
    assert "\n" not in said
    assert said.startswith(f"{bad}:{line}: " if line else f"{bad}: ")
    assert reject.remedy
    assert said.endswith(reject.remedy)
    assert [word for word in words if word not in said] == []
    assert reject.stage == "read"
    return reject


FILES = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\xc2\xa0\n", "no text"),
    "mark.txt": (b"\xef\xbb\xbf", "no text"),
    "empty.jsonl": (b"", "empty"),
    "empty.csv": (b"", "empty"),
    "empty.html": (b"", "empty"),
    "empty.txt.gz": (gzip.compress(b""), "empty"),
    "nothing.gz": (b"", "empty"),
    "binary.txt": (b"\x00\x01\x02\xff" * 100, "binary"),
    "control.txt": (b"abc\x01\x02\x03\x04" * 10, "binary"),
    "paper.txt": (b"%PDF-1.4\n%\xe2\xe3", "PDF"),
    "letter.txt": (b"PK\x03\x04rest", "Office"),
    "french.txt": ("Prix européen à Genève".encode("latin-1"), "--encoding"),
    "cut.txt": (GOOD.encode()[:-1], "encoding"),
    "cut.txt.gz": (gzip.compress(os.urandom(3000) + GOOD.encode())[:2000], "ends too soon"),
    "broken.txt.gz": (gzip.compress(GOOD.encode())[:12] + b"\xff" * 40, "broken"),
    "no.txt.gz": (GOOD.encode(), "no gzip file"),
    "bodyless.html": (b"<html><head><title>x</title></head></html>", "without text"),
    "scripts.html": (b"<html><body><script>x()</script></body></html>", "without text"),
    "frames.html": (b"<html><frameset><frame src='a'></frameset></html>", "without text"),
    "headless.csv": (b"a,b\n1,2\n", "no text column"),
    "twice.csv": (b"id,text,text\n1,2,3\n", "twice"),
}


@pytest.mark.parametrize("name", FILES)
def test_bad_files(tmp_path, good, name):
    data, word = FILES[name]
    (tmp_path / name).write_bytes(data)
    line = 1 if word in {"no text column", "twice"} else None
    only_reject(tmp_path / name, good, word, line=line)


LINES = {
    "a list": ("[1, 2]", "a list, not a JSON object"),
    "a string": ('"text"', "not a JSON object"),
    "null": ("null", "null, not a JSON object"),
    "broken": ('{"id": "a", "text": "ก"', "not JSON"),
    "a constant": ('{"id": "a", "text": "ก", "n": NaN}', "NaN"),
    "no text": ('{"id": "a"}', "no text"),
    "text null": ('{"id": "a", "text": null}', "null, not text"),
    "text a number": ('{"id": "a", "text": 5}', "a number, not text"),
    "text a list": ('{"id": "a", "text": ["ก"]}', "a list, not text"),
    "text blank": ('{"id": "a", "text": "  "}', "no text"),
    "id a list": ('{"id": ["a"], "text": "ก"}', "the id is a list"),
    "id true": ('{"id": true, "text": "ก"}', "the id is true or false"),
    "id a fraction": ('{"id": 1.5, "text": "ก"}', "the id is a number"),
    "id with line break": ('{"id": "a\\nb", "text": "ก"}', "line break"),
    "id with escape": ('{"id": "a\\u001b[31m", "text": "ก"}', "control character"),
    "id endless": (json.dumps({"id": "a" * 501, "text": "ก"}), "longer than 500"),
    "half a surrogate": ('{"id": "a", "text": "\\ud83d"}', "surrogate"),
    "too deep": ('{"id": "a", "text": ' + "[" * 100_000, "nested too deeply"),
}


@pytest.mark.parametrize("name", LINES)
def test_bad_json_lines(tmp_path, good, name):
    line, word = LINES[name]
    before, after = json.dumps({"id": "1", "text": "ก่อน"}), json.dumps({"id": "3", "text": "หลัง"})
    path = tmp_path / "a.jsonl"
    path.write_text(f"{before}\n{line}\n{after}\n")
    articles, rejects = read(path, good)
    assert [article.id for article in articles] == ["1", "3", "zz_good"]
    [reject] = rejects
    assert str(reject).startswith(f"{path}:2: ")
    assert word in str(reject)
    assert reject.remedy
    assert reject.raw == (line if len(line) <= 2000 else None)


def test_the_id_of_a_rejected_line_is_told(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "ก-1", "text": null}\n')
    assert read(tmp_path / "a.jsonl")[1][0].id == "ก-1"


@pytest.mark.parametrize(
    ("row", "word", "lost"),
    [
        ('2,"ก"x,z', "CSV", False),
        ("2,ก", "2 cells", False),
        ("2,ก,y,z", "4 cells", False),
        ("2,,x", "no text", False),
        ('"a\nb",ก,x', "line break", False),
        ('2,"ก,x', "CSV", True),
    ],
)
def test_bad_csv_rows(tmp_path, good, row, word, lost):
    path = tmp_path / "a.csv"
    path.write_text(f"id,text,note\n1,ก่อน,x\n{row}\n3,หลัง,x\n")
    articles, rejects = read(path, good)
    assert [article.id for article in articles] == ["1", "3", "zz_good"] if not lost else ["1", "zz_good"]
    [reject] = rejects
    assert str(reject).startswith(f"{path}:3: ")
    assert word in str(reject)


def test_a_line_in_another_encoding_is_rejected_alone(tmp_path):
    good_line = json.dumps({"id": "1", "text": GOOD}, ensure_ascii=False).encode()
    bad_line = json.dumps({"id": "2", "text": "Genève à l'été"}, ensure_ascii=False).encode("latin-1")
    (tmp_path / "a.jsonl").write_bytes(good_line + b"\n" + bad_line + b"\n" + good_line.replace(b'"1"', b'"3"'))
    articles, [reject] = read(tmp_path / "a.jsonl")
    assert [article.id for article in articles] == ["1", "3"]
    assert reject.line == 2
    assert "--encoding" in reject.remedy
    (tmp_path / "a.csv").write_bytes(f"id,text\n1,{GOOD}\n2,".encode() + "Genève".encode("latin-1") + f"\n3,{GOOD}\n".encode())
    articles, [reject] = read(tmp_path / "a.csv")
    assert [article.id for article in articles] == ["1", "3"]
    assert reject.line == 3


def test_a_truncated_gzip_of_lines_yields_those_before_the_break(tmp_path, good):
    lines = b"".join(json.dumps({"id": str(n), "text": os.urandom(2000).hex()}).encode() + b"\n" for n in range(50))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines)[:-5000])
    articles, [reject] = read(path, good)
    assert len(articles) > 20
    assert articles[-1].id == "zz_good"
    assert "ends too soon" in reject.error


def test_a_gzip_bomb_is_not_unpacked(tmp_path, good):
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb") as stream:
        for _ in range(200):
            stream.write(b" " * 1_000_000)
    soon(lambda: only_reject(path, good, "beyond belief"), 10)


@pytest.mark.parametrize("name", ["long.txt", "long.jsonl", "long.csv", "long.html"])
@pytest.mark.parametrize("letter", ["ก", "a"])
def test_twenty_megabytes_on_one_line_are_set_aside_in_bounded_time(tmp_path, good, name, letter):
    long = letter * (20_000_000 // len(letter.encode()))
    content = {
        "long.txt": long,
        "long.jsonl": json.dumps({"id": "x", "text": long}, ensure_ascii=False),
        "long.csv": f"id,text\nx,{long}",
        "long.html": f"<html><body><p>{long}</p></body></html>",
    }[name]
    path = tmp_path / name
    path.write_text(content)
    articles, [reject] = soon(lambda: read(path, good), 20)
    assert [article.id for article in articles] == ["zz_good"]
    assert f"longer than {MAX_CHARACTERS:,} characters" in reject.error
    assert reject.raw is None


def test_a_line_without_end_is_passed_over(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 70_000_000 + b"\n" + json.dumps({"id": "2", "text": GOOD}).encode() + b"\n")
    articles, [reject] = read(path)
    assert [article.id for article in articles] == ["2"]
    assert reject.line == 1
    assert "longer than" in reject.error


def test_a_file_beyond_the_limit_is_not_read_whole(tmp_path, good):
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(10**10)
    only_reject(path, good, "larger than")


def test_missing_inputs(tmp_path, good):
    only_reject(tmp_path / "none.txt", good, "no such file")
    only_reject(f"{tmp_path}/*.none", good, "matches no file")
    (tmp_path / "void").mkdir()
    only_reject(tmp_path / "void", good, "no article in this folder")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_unreadable_files(tmp_path, good):
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "a.txt").chmod(0)
    only_reject(tmp_path / "a.txt", good, "cannot be opened")


def test_a_name_that_no_file_can_have(good):
    articles, [reject] = read("a\0b", good)
    assert len(articles) == 1
    assert "cannot be reached" in reject.error


def test_symbolic_links_that_go_round_or_nowhere(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(GOOD)
    (tmp_path / "news" / "round").symlink_to(tmp_path / "news")
    (tmp_path / "news" / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "news" / "self.txt").symlink_to("self.txt")
    articles, rejects = read(tmp_path / "news")
    assert [article.id for article in articles] == ["a"]
    assert sorted(Path(reject.source).name for reject in rejects) == ["nowhere.txt", "round", "self.txt"]
    assert all(reject.remedy for reject in rejects)


def test_duplicate_ids_name_the_first(tmp_path):
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"id": "x", "text": text}) + "\n" for text in (GOOD, GOOD, "อื่น")))
    (tmp_path / "x.txt").write_text(GOOD)
    articles, rejects = read(tmp_path)
    assert [article.source for article in articles] == [f"{tmp_path}/a.jsonl:1"]
    assert [(reject.source, reject.line, reject.id) for reject in rejects] == [
        (f"{tmp_path}/a.jsonl", 2, "x"),
        (f"{tmp_path}/a.jsonl", 3, "x"),
        (f"{tmp_path}/x.txt", None, "x"),
    ]
    assert all(f"from {tmp_path}/a.jsonl:1" in reject.error for reject in rejects)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "..", "a/b", "C:\\x", "~root", "ก ข", "=1+1", "<script>", "-rf"]
)
def test_ids_may_hold_path_characters(tmp_path, name):
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": name, "text": GOOD}))
    [article], rejects = read(tmp_path / "a.jsonl")
    assert article.id == name
    assert rejects == []


@pytest.mark.parametrize("name", ["a\nb", "a\0", "\x7f", "a\u2028b", "a\x85", "", None, 1.5, [], "x" * 501])
def test_ids_that_are_none(name):
    with pytest.raises(FormatError):
        checked_id(name)


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes")
def test_file_names_that_are_no_text(tmp_path):
    (tmp_path / os.fsdecode(b"\xbc\xbe.txt")).write_text(GOOD)
    (tmp_path / "two\nlines.txt").write_text(GOOD)
    articles, rejects = read(tmp_path)
    assert [article.id for article in articles] == ["\\xbc\\xbe"]
    articles[0].source.encode()
    assert "control character" in rejects[0].error
    assert "\n" not in str(rejects[0])


def test_json_over_several_lines_is_told_once(tmp_path):
    (tmp_path / "a").write_text(json.dumps({"id": "x", "text": GOOD}, indent=2))
    (tmp_path / "b").write_text(json.dumps([{"id": "x", "text": GOOD}], indent=2))
    articles, rejects = read(tmp_path / "a", tmp_path / "b")
    assert articles == []
    assert [reject.error for reject in rejects] == ["JSON over several lines"] * 2


def test_utf16_that_breaks_off(tmp_path, good):
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps({"id": "1", "text": GOOD}).encode("utf-16") + b"\n")
    articles, rejects = read(path, good)
    assert articles[-1].text == GOOD
    assert all(isinstance(reject.error, str) for reject in rejects)


def test_errors_are_of_one_tree():
    for kind in (MissingInputError, EncodingError, FormatError, EmptyInputError):
        assert issubclass(kind, InputError)
    assert str(FormatError("wrong", file="a\nb", line=3, remedy="mend it")) == "a\\nb:3: wrong; mend it"


def test_a_guess_tells_file_and_line():
    with pytest.raises(FormatError, match=r"^a\.txt:4: is binary"):
        guess(b"\0\1\2\3" * 9, file="a.txt", line=4)
