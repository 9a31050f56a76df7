"""The project's own corpus: its gold stands in its texts, and extraction holds the floors of each part's floors.json."""

from __future__ import annotations

import json
import re
from functools import lru_cache

import pytest

from extractor import extract
from extractor.evaluate import Evaluation, GoldArticle, check_floors, evaluate, read_gold
from extractor.lexicon import load
from tests.conftest import CORPUS

PARTS = {"releases": CORPUS, "outlets": CORPUS / "outlets", "pages": CORPUS / "pages"}
GOLD = {part: read_gold(folder) for part, folder in PARTS.items()}
ARTICLES = [pytest.param(gold, id=id_) for part in GOLD.values() for id_, gold in part.items()]


def folded(text: str) -> str:
    """White space, what has no width and decomposed ำ folded, as the scorer folds them; all else to the letter."""
    visible = re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", text)
    return re.sub(r"\s+", " ", re.sub(r"ํ([่-๋]?)า", r"\1ำ", visible)).strip()


def strings(article: GoldArticle) -> list[str]:
    """Every verbatim value of an article's gold."""
    record = article.record
    found = [record.title]
    found.extend(value for award in record.awards for value in award.model_dump().values() if isinstance(value, str))
    found.extend(value for ceremony in record.ceremonies for name, value in ceremony.model_dump().items() if name != "date")
    found.extend(value for person in record.people for value in person.model_dump().values())
    found.extend(value for body in record.organisations for value in (body.name, *body.aliases))
    return [value for value in found if value]


@lru_cache(maxsize=3)
def evaluation(part: str) -> Evaluation:
    lexicon = load()
    return evaluate(
        {id_: gold.record for id_, gold in GOLD[part].items()},
        {id_: extract(gold.article, lexicon=lexicon) for id_, gold in GOLD[part].items()},
    )


@pytest.mark.parametrize("part", PARTS)
def test_corpus_is_large_enough(part: str) -> None:
    assert len(GOLD[part]) >= 40
    assert sum(not gold.record.awards for gold in GOLD[part].values()) >= 5


@pytest.mark.parametrize("gold", ARTICLES)
def test_gold_stands_in_the_text(gold: GoldArticle) -> None:
    text = folded(gold.article.text)
    assert [value for value in strings(gold) if folded(value) not in text] == []


@pytest.mark.parametrize("gold", ARTICLES)
def test_gold_keeps_the_rulings(gold: GoldArticle) -> None:
    record = gold.record
    for award in record.awards:
        assert award.recipient or award.work
        assert award.level is None or not award.level.startswith("ระดับ")
        assert award.branch is None or not award.branch.startswith("สาขา")
        assert award.category is None or not award.category.startswith(("ประเภท", "รางวัล"))
        for value in (award.award, award.work, award.category, award.branch):
            assert value is None or not re.fullmatch(r"[“\"][^“”\"]*[”\"]", value)
    for ceremony in record.ceremonies:
        assert ceremony.date or ceremony.organiser or ceremony.presided_by or ceremony.venue
    assert len(set(record.dates)) == len(record.dates)
    assert len({person.name for person in record.people}) == len(record.people)
    assert len({body.name for body in record.organisations}) == len(record.organisations)


@pytest.mark.parametrize("part", PARTS)
def test_floors_are_held(part: str) -> None:
    floors = json.loads((PARTS[part] / "floors.json").read_text(encoding="utf-8"))
    assert check_floors(evaluation(part), floors) == []


@pytest.mark.parametrize("part", PARTS)
def test_there_is_a_floor_for_every_measure(part: str) -> None:
    assert set(json.loads((PARTS[part] / "floors.json").read_text(encoding="utf-8"))) == set(evaluation(part).f1())
