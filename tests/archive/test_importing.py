"""What an import keeps: once for twice, what changed for what was, and decisions over both."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, func, select

from extractor.archive import decisions, importing
from extractor.archive.browse import ArchiveSnapshot, conferrals
from extractor.archive.database import reading, writing
from extractor.archive.importing import Imported, import_records
from extractor.archive.tables import Article, Base, Conferral, Telling
from extractor.errors import ArchiveError
from extractor.lexicon import load
from tests.archive.records import incoming

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from extractor.archive import entries
    from extractor.archive.incoming import Incoming

LAMYAI = {
    "award": "รางวัลเลิศรัฐ", "award_id": "lert-rat", "year": 2022, "branch": "บริการภาครัฐ", "category": "พัฒนาการบริการ",
    "level": "ดีเด่น", "work": "ลำไยไร้ควันของชุมชนดอยเมฆ", "recipient": "สำนักงานเกษตรจังหวัดสมมุติ",
}  # fmt: skip


def take(engine: Engine, *articles: Incoming) -> Imported:
    return import_records(engine, articles, load())


def listed(engine: Engine) -> list[entries.Conferral]:
    with reading(engine) as connection:
        return list(ArchiveSnapshot(connection, "test").conferrals())


def rows(engine: Engine) -> dict[str, list[Any]]:
    """All rows of the stocked, but for runs and times."""
    with reading(engine) as connection:
        return {
            table.name: sorted(
                (tuple(str(value) for name, value in row._mapping.items() if name not in {"imported", "changed", "run"}))
                for row in connection.execute(select(table))
            )
            for table in Base.metadata.sorted_tables
            if table.name != "runs"
        }


def test_what_an_article_tells_is_listed_with_its_evidence(stocked: Engine) -> None:
    article = incoming(
        "a1", LAMYAI, outlet="ข่าวดอยเมฆ", title="เกษตรรับรางวัล", published="2022-09-14", url="https://example.org/1"
    )
    assert take(stocked, article) == Imported(added=1, tellings=1, conferrals=1)
    (found,) = listed(stocked)
    assert (found.award, found.year, found.level, found.work) == ("รางวัลเลิศรัฐ", 2022, "ดีเด่น", LAMYAI["work"])
    assert found.recipient == "สำนักงานเกษตรจังหวัดสมมุติ"
    assert found.conferred_by_id == "organisation:opm-opdc"
    (source,) = found.sources
    assert (source.outlet, source.published, source.url) == ("ข่าวดอยเมฆ", "2022-09-14", "https://example.org/1")
    text = article.text
    assert text is not None
    assert {each.field: text[each.start : each.end] for each in source.evidence} == {
        name: str(value) for name, value in LAMYAI.items() if not name.endswith("_id")
    }


def test_twice_the_same_changes_nothing(stocked: Engine) -> None:
    articles = [incoming("a1", LAMYAI, outlet="ก"), incoming("a2", LAMYAI, outlet="ข"), incoming("a3", outlet="ข")]
    take(stocked, *articles)
    before = rows(stocked)
    assert take(stocked, *articles) == Imported(unchanged=3, conferrals=1)
    assert take(stocked, articles[0], articles[0], articles[1]) == Imported(unchanged=2, conferrals=1)
    assert rows(stocked) == before


def test_of_an_article_that_comes_twice_in_a_run_the_last_holds(stocked: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "_AT_ONCE", 1)  # however far apart they stand
    first, last = incoming("a1", LAMYAI | {"recipient": "เทศบาลเมืองแรก"}, outlet="ก"), incoming("a1", LAMYAI, outlet="ก")
    articles = [first, incoming("a2", outlet="ก"), first, last, last, incoming("a1", LAMYAI)]
    told: list[str] = []
    assert import_records(stocked, articles, load(), again=told.append) == Imported(added=3, tellings=2, conferrals=1)
    assert told == ["ก/a1"]
    before = rows(stocked)
    assert import_records(stocked, articles, load(), again=told.append) == Imported(unchanged=3, conferrals=1)
    assert (told, rows(stocked)) == (["ก/a1"] * 2, before)
    assert listed(stocked)[0].recipient == LAMYAI["recipient"]


def test_a_run_leaves_the_archive_to_others_while_it_reads(stocked: Engine) -> None:
    take(stocked, incoming("a1", LAMYAI))
    (given,) = listed(stocked)

    def slow() -> Any:
        yield incoming("a2", LAMYAI, outlet="ก")
        with writing(stocked) as connection:
            decisions.confirm(connection, given.id, who="บรรณารักษ์")

    import_records(stocked, slow(), load())
    (after,) = listed(stocked)
    assert (after.state, len(after.sources)) == ("confirmed", 2)


def test_a_full_folder_for_temporary_files_is_told(stocked: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("extractor.archive.gathering.pickle.dump", full)
    with pytest.raises(ArchiveError, match=r"temporary files cannot be written \(No space left"):
        take(stocked, incoming("a1", LAMYAI))
    assert listed(stocked) == []


def test_two_outlets_tell_one_conferral(stocked: Engine) -> None:
    take(
        stocked,
        incoming("a1", LAMYAI, outlet="ก", published="2022-09-15"),
        incoming("a1", LAMYAI, outlet="ข", published="2022-09-14"),
    )
    (found,) = listed(stocked)
    assert [source.outlet for source in found.sources] == ["ข", "ก"]


def test_a_changed_article_takes_the_place_of_what_it_said(stocked: Engine) -> None:
    take(stocked, incoming("a1", LAMYAI, {"award": "รางวัลผ้าทอดอยเมฆ", "recipient": "กลุ่มทอผ้าบ้านปลายนา"}))
    take(stocked, incoming("a1", LAMYAI | {"level": "ดี"}))
    (found,) = listed(stocked)
    assert found.level == "ดี"
    with reading(stocked) as connection:
        assert connection.execute(select(func.count()).select_from(Telling)).scalar() == 1
        names = {each.name for each in ArchiveSnapshot(connection, "test").authorities()}
    assert "กลุ่มทอผ้าบ้านปลายนา" not in names


def test_a_conferral_keeps_its_id_when_its_article_is_read_anew(stocked: Engine) -> None:
    take(stocked, incoming("a1", LAMYAI | {"level": None}))
    (before,) = listed(stocked)
    take(stocked, incoming("a1", LAMYAI, version="0.2.0"))
    (after,) = listed(stocked)
    assert (before.id, before.level) == (after.id, None)
    assert after.level == "ดีเด่น"


def test_a_correction_survives_a_newer_reading(stocked: Engine) -> None:
    take(stocked, incoming("a1", LAMYAI))
    (before,) = listed(stocked)
    with writing(stocked) as connection:
        decisions.correct(connection, before.id, "level", "ชมเชย", who="บรรณารักษ์")
        decisions.correct(connection, before.id, "year", "2021", who="บรรณารักษ์")
    take(stocked, incoming("a1", LAMYAI | {"level": "ดี", "branch": None}, version="0.2.0"))
    (after,) = listed(stocked)
    assert (after.id, after.level, after.year, after.branch) == (before.id, "ชมเชย", 2021, None)
    assert after.corrected == ("year", "level")


@pytest.mark.parametrize(("decide", "state"), [(decisions.confirm, "confirmed"), (decisions.reject, "rejected")])
def test_what_people_decided_stays_though_no_article_tells_it(stocked: Engine, decide: Any, state: str) -> None:
    take(stocked, incoming("a1", LAMYAI))
    (before,) = listed(stocked)
    with writing(stocked) as connection:
        decide(connection, before.id, who="บรรณารักษ์")
    take(stocked, incoming("a1"))
    with reading(stocked) as connection:
        (kept,) = conferrals(connection, [before.id])
        assert (kept.state, kept.work, kept.sources) == (state, LAMYAI["work"], ())
    take(stocked, incoming("a1", LAMYAI))
    with reading(stocked) as connection:
        assert [(row.id, row.state) for row in connection.execute(select(Conferral))] == [(before.id, state)]


def test_a_later_text_is_kept_and_a_missing_one_takes_none_away(stocked: Engine) -> None:
    take(stocked, incoming("a1", LAMYAI, with_text=False))
    take(stocked, incoming("a1", LAMYAI))
    take(stocked, incoming("a1", LAMYAI, with_text=False, version="0.2.0"))
    with reading(stocked) as connection:
        (text,) = connection.execute(select(Article.text)).scalars()
    assert text == incoming("a1", LAMYAI).text


def test_what_a_database_cannot_hold_is_replaced_in_place(stocked: Engine) -> None:
    ugly = LAMYAI | {"work": "ลำไย\0ไร้ควัน \ud800“เฟส 2” 🏆", "recipient": "'; DROP TABLE articles; --"}
    take(stocked, incoming("a\0 1", ugly, meta={"หมายเหตุ": ["\0", {"ก": "\udfff"}]}))
    (found,) = listed(stocked)
    assert found.work == "ลำไย\ufffdไร้ควัน \ufffd“เฟส 2” 🏆"
    assert found.recipient == "'; DROP TABLE articles; --"


def test_nothing_of_a_run_stays_when_it_breaks(stocked: Engine) -> None:
    take(stocked, incoming("a1", LAMYAI))
    before = rows(stocked)

    def broken() -> Any:
        yield incoming("a2", LAMYAI | {"year": 2023})
        raise OSError("the disk went away")

    with pytest.raises(OSError, match="went away"):
        import_records(stocked, broken(), load())
    assert rows(stocked) == before


def test_the_questions_of_an_import_do_not_grow_with_its_articles(stocked: Engine) -> None:
    def asked(first: int, last: int) -> int:
        said: list[str] = []
        event.listen(stocked, "before_cursor_execute", note := lambda *given: said.append(given[2]))
        award = {"award": "รางวัลผ้าทอดอยเมฆ", "year": 2023}
        many = [incoming(f"a{at}", award | {"recipient": f"วิสาหกิจสมมุติแห่งที่ {at}"}) for at in range(first, last)]
        take(stocked, *many)
        event.remove(stocked, "before_cursor_execute", note)
        return len([each for each in said if each.lstrip().upper().startswith("SELECT")])

    asked(0, 2)
    assert asked(10, 60) <= asked(2, 7) + 5
    assert len(listed(stocked)) == 57


def test_a_telling_that_comes_back_where_its_first_id_is_taken_gets_another(stocked: Engine) -> None:
    take(stocked, incoming("a1", LAMYAI, outlet="ก"), incoming("b1", LAMYAI, outlet="ข"))
    (one,) = listed(stocked)
    with writing(stocked) as connection:
        decisions.split(connection, one.id, ["ก/a1"], who="บรรณารักษ์")
    take(stocked, incoming("a1", outlet="ก"))
    take(stocked, incoming("a1", LAMYAI | {"year": 2019}, LAMYAI | {"year": 2020}, outlet="ก"))
    assert len({each.id for each in listed(stocked)}) == len(listed(stocked)) == 3
