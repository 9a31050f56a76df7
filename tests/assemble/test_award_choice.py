"""The learned choice of a conferral's award: what it may change, what it is told, and the file it is read from."""

from __future__ import annotations

import json
from unittest import mock

import pytest

from extractor import extract
from extractor.assemble import award_choice, conferrals
from extractor.assemble.trees import Trees

STORED = json.loads(award_choice.MODEL.read_text("utf-8"))
TWO_AWARDS = (
    "กรมนาดีคว้ารางวัลคนทำดี\nกรมนาดีได้รับรางวัลคนทำดีแห่งลุ่มน้ำ ประจำปี 2566 และสำนักงานเขตนาดีได้รับรางวัลสวนสาธารณะดีเด่น"
    " ประจำปี 2566 จากงาน Green City Awards 2023"
)


def seen(text):
    """What the rules found, and the options that the model gets."""
    calls = []
    with mock.patch.object(conferrals, "choose_awards", lambda found, findings: calls.append((found, findings))):
        extract(text)
    return [option for found, findings in calls for option in award_choice.read_options(found, findings)], calls


def test_a_tree_goes_left_at_most_the_threshold_and_takes_what_is_left_out_as_minus_one():
    trees = Trees(["far"], 0.0, [[[0, 2.0, 1, 2], [-1.0], [1.0]]])
    assert trees.probability({"far": 2}) == pytest.approx(0.2689, abs=1e-4)
    assert trees.probability({"far": 3}) == pytest.approx(0.7311, abs=1e-4)
    assert trees.probability({}) == trees.probability({"far": -1})


def test_the_model_is_small_and_asks_only_for_what_it_is_told():
    assert award_choice.MODEL.stat().st_size < 500_000
    options, _ = seen(TWO_AWARDS)
    told = {name for _, names in options for _, features in names for name in features}
    assert set(STORED["features"]) == told


def test_every_node_of_the_model_leads_on_within_its_tree():
    for nodes in STORED["trees"]:
        for at, node in enumerate(nodes):
            assert len(node) in {1, 4}
            if len(node) == 4:
                assert at < node[2] < len(nodes)
                assert at < node[3] < len(nodes)


def test_a_choice_is_made_among_the_names_that_the_article_gives():
    _, calls = seen(TWO_AWARDS)
    said = {TWO_AWARDS[label.start : label.end] for _, findings in calls for label in findings.labels if label.kind == "award"}
    record = extract(TWO_AWARDS)
    assert record.awards
    assert all(award.award.text in said for award in record.awards)


def test_the_current_name_stays_unless_another_is_clearly_more_likely():
    likely = {"a": 0.50, "b": 0.58, "c": 0.70}
    model = mock.Mock(probability=lambda features: likely[features["name"]])
    current = {"name": "a", "current": True}
    assert award_choice.best(model, [current, {"name": "b", "current": False}]) == 0
    assert award_choice.best(model, [current, {"name": "b", "current": False}, {"name": "c", "current": False}]) == 2
    assert award_choice.best(model, [{"name": "b", "current": False}, {"name": "c", "current": False}]) == 1


@pytest.mark.parametrize("text", ["ประกาศผลสอบ", "กรมนาดีได้รับรางวัลคนทำดี ประจำปี 2566"])
def test_where_there_is_one_name_at_most_there_is_nothing_to_choose(text):
    assert seen(text)[0] == []


def test_an_article_of_very_many_names_is_left_as_the_rules_read_it():
    letters = "กขคงจฉชซญดตถทธนบปผพฟมยรลวสหอ"
    text = "\n".join(f"กรมที่ดินได้รับรางวัลคน{a}า{b}าดีเด่น ประจำปี 2566" for a in letters[:6] for b in letters[:8])
    assert seen(text)[0] == []
