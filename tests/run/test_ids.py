from __future__ import annotations

import sys

from extractor.read import Ids, twice


def test_the_first_place_of_each_id_is_remembered():
    ids = Ids()
    for number in range(5000):
        assert ids.first(f"ข่าว-{number}", f"news/{number % 7}.jsonl:{number}") is None
    assert len(ids) == 5000
    for number in (0, 1, 2999, 4999):
        assert ids.first(f"ข่าว-{number}", "later.jsonl:1") == f"news/{number % 7}.jsonl:{number}"
    assert len(ids) == 5000
    assert ids.first("ข่าว-5000", "later.jsonl:1") is None


def test_places_of_every_shape_are_told_as_given():
    ids = Ids()
    for number, where in enumerate(
        ["a.txt", "a:b.txt", "a.jsonl:7", "a.jsonl:0", "", "x:٣", "x:", ":5", "a:99999999999999999999"]
    ):
        assert ids.first(str(number), where) is None
        assert ids.first(str(number), "elsewhere") == where


def test_of_very_many_files_the_first_are_named():
    ids = Ids()
    for number in range(70_000):
        ids.first(str(number), f"{number}.txt")
    assert ids.first("60000", "x") == "60000.txt"
    assert ids.first("69999", "x") == "an earlier file"


def test_a_million_ids_need_little_memory():
    ids = Ids()
    for number in range(200_000):
        ids.first(f"a-rather-long-id-of-an-article-{number}", f"pool.jsonl:{number}")
    bytes_an_id = (sys.getsizeof(ids._keys) + sys.getsizeof(ids._places)) / 200_000
    assert 16 <= bytes_an_id <= 48
    assert len(ids._names) == 1


def test_an_id_read_twice_becomes_a_reject_with_both_places():
    ids = Ids()
    assert twice(ids, "ก", "a.jsonl:3") is None
    reject = twice(ids, "ก", "b.jsonl:12")
    assert reject is not None
    assert (reject.source, reject.line, reject.id, reject.stage) == ("b.jsonl", 12, "ก", "read")
    assert reject.error == "the id 'ก' was read before, from a.jsonl:3"
