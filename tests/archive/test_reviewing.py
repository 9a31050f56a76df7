"""What a review decides beside values: words as evidence, conferrals added, articles' states; each outlives a new reading."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from extractor.archive import decisions
from extractor.archive.adding import Given
from extractor.archive.browse import ArchiveSnapshot
from extractor.archive.database import reading
from extractor.archive.history import history, history_of_article
from extractor.archive.search import Query, search
from extractor.archive.standing import state_of
from extractor.archive.tables import Article, Telling
from extractor.archive.words import RULE, Words
from extractor.errors import ArchiveError, UnknownIdError
from tests.archive.deciding import OTHER, WHO, WOVEN, decide, listed, take
from tests.archive.records import incoming

if TYPE_CHECKING:
    from sqlalchemy import Engine


def evidence(engine: Engine, given: str, field: str) -> list[tuple[str, int, int, str]]:
    return [(e.text, e.start, e.end, e.rule) for s in listed(engine)[given].sources for e in s.evidence if e.field == field]


def words(engine: Engine, said: str, article: int = 1) -> Words:
    with reading(engine) as connection:
        text = connection.execute(select(Article.text).where(Article.id == article)).scalar() or ""
    return Words(article, text.index(said), text.index(said) + len(said))


def longer(article: Any, before: str = "", after: str = "") -> Any:
    """The same record of a text that is longer, its offsets moved; words of the record stand where they stood."""
    text = before + article.text + after
    moved = article.record.model_dump()

    def move(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: v + len(before) if k in {"start", "end"} and v is not None else move(v) for k, v in value.items()}
        return [move(each) for each in value] if isinstance(value, list | tuple) else value

    said = move(moved) | {"text_sha256": hashlib.sha256(text.encode()).hexdigest()}
    return replace(article, record=type(article.record).model_validate(said), text=text)


def test_a_value_of_other_words_has_those_as_its_evidence_until_it_is_taken_back(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN, title="ผ้าฝ้ายบ้านใหม่"))
    (given,) = listed(stocked)
    before = evidence(stocked, given, "recipient")
    at = words(stocked, "บ้านใหม่")
    number = decide(stocked, lambda c: decisions.correct(c, given, "recipient", "บ้านใหม่", who=WHO, words=at))
    assert listed(stocked)[given].recipient == "บ้านใหม่"
    assert evidence(stocked, given, "recipient") == [("บ้านใหม่", at.start, at.end, RULE)]
    with reading(stocked) as connection:
        (article,) = ArchiveSnapshot(connection, "test").articles()
        told = [m for m in article.mentions if (m.subject, m.field) == ("conferral", "recipient")]
    assert [(m.text, m.start, m.end, m.rule) for m in told] == [("บ้านใหม่", at.start, at.end, RULE)]
    decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    assert evidence(stocked, given, "recipient") == before


def test_chosen_words_are_found_again_in_a_text_that_was_changed(stocked: Engine) -> None:
    article = incoming("a1", WOVEN, title="ผ้าฝ้ายบ้านใหม่")
    take(stocked, article)
    (given,) = listed(stocked)
    at = words(stocked, "บ้านใหม่")
    decide(stocked, lambda c: decisions.correct(c, given, "recipient", "บ้านใหม่", who=WHO, words=at))
    take(stocked, longer(article, "ข่าวแก้ไข ", " บ้านใหม่"))
    assert evidence(stocked, given, "recipient") == [("บ้านใหม่", at.start + 10, at.end + 10, RULE)]
    take(stocked, incoming("a1", WOVEN, version="0.2.0"))  # the words are gone; what was decided stays
    assert [row[3] for row in evidence(stocked, given, "recipient")] == ["test.composed"]
    assert listed(stocked)[given].recipient == "บ้านใหม่"
    take(stocked, article)
    assert evidence(stocked, given, "recipient") == [("บ้านใหม่", at.start, at.end, RULE)]


@pytest.mark.parametrize(
    ("at", "said"), [(Words(9, 0, 3), "no article 9"), (Words(1, 5, 5), "no words"), (Words(1, 0, 9999), "no words")]
)
def test_words_that_an_article_has_not_are_refused(stocked: Engine, at: Words, said: str) -> None:
    take(stocked, incoming("a1", WOVEN))
    (given,) = listed(stocked)
    with pytest.raises((ArchiveError, UnknownIdError), match=said):
        decide(stocked, lambda c: decisions.correct(c, given, "work", "ผ้า", who=WHO, words=at))
    take(stocked, incoming("a1", WOVEN, with_text=False, version="0.2.0", title="อื่น"))
    with pytest.raises(ArchiveError, match="is not kept"):
        decide(stocked, lambda c: decisions.correct(c, given, "work", "ผ้า", who=WHO, words=Words(1, 0, 3)))


def test_an_added_conferral_is_told_by_its_article_and_stays_when_that_is_read_anew(stocked: Engine) -> None:
    article = incoming("a1", WOVEN, title="กลุ่มสตรีบ้านเหนือน้ำ ได้ชมเชย")
    take(stocked, article)
    at = words(stocked, "กลุ่มสตรีบ้านเหนือน้ำ")
    fields = {
        "award": Given("รางวัลผ้าทอดอยเมฆ"), "year": Given("2023"), "level": Given("ชมเชย", words(stocked, "ชมเชย")),
        "recipient": Given("กลุ่มสตรีบ้านเหนือน้ำ", at),
    }  # fmt: skip
    number, new = decide(stocked, lambda c: decisions.add(c, 1, fields, who=WHO))

    def is_there() -> None:
        added = listed(stocked)[new]
        assert (added.recipient, added.year, added.level, added.state) == (OTHER["recipient"], 2023, "ชมเชย", "confirmed")
        assert [source.article_id for source in added.sources] == ["a1"]
        assert evidence(stocked, new, "recipient")[0][:3] == (OTHER["recipient"], at.start, at.end)
        with reading(stocked) as connection:
            assert new in {hit.id for hit in search(connection, Query(text="บ้านเหนือน้ำ")).hits}

    is_there()
    take(stocked, replace(article, record=article.record.model_copy(update={"meta": {"read": "anew"}})))
    is_there()
    assert len(listed(stocked)) == 2
    decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    assert new not in listed(stocked)
    with reading(stocked) as connection:
        assert history(connection, new)[0].what == "added; told by article 1 [taken back by 2]"


def test_what_the_extractor_finds_later_joins_what_was_added(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    fields = {name: Given(str(value)) for name, value in OTHER.items()}
    _, new = decide(stocked, lambda c: decisions.add(c, 1, fields, who=WHO))
    take(stocked, incoming("a1", WOVEN, OTHER, version="0.2.0"))
    assert len(listed(stocked)) == 2
    with reading(stocked) as connection:
        rows = connection.execute(select(Telling.number, Telling.gone).where(Telling.conferral == new)).all()
    assert [tuple(row) for row in rows] == [(1, False)]
    take(stocked, incoming("a2", OTHER, outlet="ข"))  # another outlet's joins it too
    assert len(listed(stocked)[new].sources) == 2


def test_a_conferral_needs_a_recipient_or_a_work(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    with pytest.raises(ArchiveError, match="needs a recipient or a work"):
        decide(stocked, lambda c: decisions.add(c, 1, {"level": Given("ดี")}, who=WHO))
    with pytest.raises(UnknownIdError):
        decide(stocked, lambda c: decisions.add(c, 7, {"work": Given("ผ้า")}, who=WHO))


def test_a_conferral_is_parted_in_two_of_the_same_values_and_evidence(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    (given,) = listed(stocked)
    number, new = decide(stocked, lambda c: decisions.part(c, given, 1, who=WHO))
    one, two = listed(stocked)[given], listed(stocked)[new]
    assert (two.award, two.year, two.level, two.recipient_id) == (one.award, one.year, one.level, one.recipient_id)
    assert [each[:3] for each in evidence(stocked, new, "level")] == [each[:3] for each in evidence(stocked, given, "level")]
    decide(stocked, lambda c: decisions.correct(c, new, "level", "ชมเชย", who=WHO))
    assert {each: row.level for each, row in listed(stocked).items()} == {given: "ชนะเลิศ", new: "ชมเชย"}
    decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    assert list(listed(stocked)) == [given]


def test_an_addition_on_which_a_merge_stands_is_not_taken_back(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    (given,) = listed(stocked)
    number, new = decide(stocked, lambda c: decisions.part(c, given, 1, who=WHO))
    (merged,) = decide(stocked, lambda c: decisions.merge(c, given, [new], who=WHO))
    with pytest.raises(ArchiveError, match=f"decision {merged} stands on it"):
        decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    decide(stocked, lambda c: decisions.undo(c, merged, who=WHO))
    decide(stocked, lambda c: decisions.undo(c, number, who=WHO))
    assert list(listed(stocked)) == [given]


def test_an_articles_state_is_set_told_and_taken_back(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))

    def state() -> str:
        with reading(stocked) as connection:
            return state_of(connection, 1)

    assert state() == "new"
    first = decide(stocked, lambda c: decisions.set_state(c, 1, "review", who=WHO))
    second = decide(stocked, lambda c: decisions.set_state(c, 1, "done", who=WHO))
    assert state() == "done"
    with pytest.raises(ArchiveError, match=f"decision {second} stands on it"):
        decide(stocked, lambda c: decisions.undo(c, first, who=WHO))
    decide(stocked, lambda c: decisions.undo(c, second, who=WHO))
    assert state() == "review"
    with reading(stocked) as connection:
        told = [step.what for step in history_of_article(connection, 1)]
    assert told[:3] == ["read", "state review, before new", "state done, before review [taken back by 3]"]
    for article, wrong, error in ((1, "lost", ArchiveError), (9, "done", UnknownIdError)):
        with pytest.raises(error):
            decide(stocked, lambda c, article=article, wrong=wrong: decisions.set_state(c, article, wrong, who=WHO))


def test_an_article_that_was_done_is_in_review_again_when_it_tells_something_else(stocked: Engine) -> None:
    take(stocked, incoming("a1", WOVEN))
    decide(stocked, lambda c: decisions.set_state(c, 1, "done", who=WHO))
    take(stocked, incoming("a1", WOVEN, version="0.2.0"))
    with reading(stocked) as connection:
        assert state_of(connection, 1) == "done"
    take(stocked, incoming("a1", WOVEN, OTHER))
    with reading(stocked) as connection:
        assert state_of(connection, 1) == "review"
        assert history_of_article(connection, 1)[-1].what == "state review, before done: read otherwise than before"
