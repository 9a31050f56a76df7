"""What is found, in what order, why, and how it is counted: the same on SQLite and on PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from extractor.archive.database import open_archive, reading, writing
from extractor.archive.search import Match, Page, Query, index, reindex, search
from tests.archive.search_library import ALL, CDD, LERTRAT, MOI, SOMCHAI, WILAI, filled, found, ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Engine


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The filled library, for tests that only read."""
    if request.param == "sqlite":
        made = str(tmp_path_factory.mktemp("search") / "awards.sqlite")
    else:
        new: Callable[[], str] = request.getfixturevalue("postgresql")
        made = new()
    engine = open_archive(made, create=True)
    with writing(engine) as connection:
        filled(connection)
    yield engine
    engine.dispose()


@pytest.fixture
def library(engine: Engine) -> Iterator[Connection]:
    with reading(engine) as connection:
        yield connection


# ── free text ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "said",
    [
        "กรมการพัฒนาชุมชน", "พัฒนาชุมชน", "พช.", "พช", "พ.ช.", "Community Development Department", "community development",
        "DEVELOPMENT community", "กรม การ พัฒนา ชุมชน", "กรม\u200bการพัฒนา\u00a0ชุมชน", "“กรมการพัฒนาชุมชน”", "กรมการพัฒนาชุม",
        "ชุมชน พัฒนา", "พช. เลิศรัฐ", "กรมการพัฒนาชุมชน ดีเด่น ๒๕๖๕", "พช. 2022",
    ],
)  # fmt: skip
def test_a_body_is_found_by_each_of_its_names(library: Connection, said: str) -> None:
    assert found(library, said)[0] == "c-cdd-22"


def slips(name: str) -> Iterator[str]:
    """`name` with each letter dropped, doubled by ฮ, changed to ฮ, and swapped with the next."""
    for at in range(len(name)):
        yield name[:at] + name[at + 1 :]
        yield name[:at] + "ฮ" + name[at:]
        yield name[:at] + "ฮ" + name[at + 1 :]
        yield name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("กรมการพัฒนาชุมชน", "c-cdd-22"),
        ("Community Development Department", "c-cdd-22"),
        ("สมชาย ใจดี", "c-somchai"),
        ("โรงเรียนบ้านหนองบัว", "c-school"),
        ("คัดลายมือ", "c-school"),
        ("ดีเด่น", "c-dopa"),
    ],
)
def test_a_name_is_found_with_one_letter_amiss(library: Connection, name: str, entry: str) -> None:
    missed = [said for said in slips(name) if entry not in found(library, said)]
    assert missed == []


def test_each_word_may_have_its_own_slip(library: Connection) -> None:
    assert found(library, "กรมการพัฒนชุมชน รางวลเลิศรัฐ ดีเดน") == ["c-cdd-22"]
    assert found(library, "comunity developmnt") == ["c-cdd-22", "c-cdd-23", "c-somchai"]


def test_a_word_of_a_title_is_found_with_a_slip(library: Connection) -> None:
    assert found(library, "คว้ารางวลใหญ่") == ["c-cdd-22"]
    assert found(library, "ปลื้ใ") == ["c-cdd-22"]


def test_the_reason_tells_field_and_kind(library: Connection) -> None:
    def why(said: str) -> dict[str, tuple[Match, ...]]:
        return {hit.id: hit.matches for hit in search(library, Query(text=said)).hits}

    assert why("กรมการพัฒนาชุมชน")["c-cdd-22"] == (Match("recipient", "exact", "กรมการพัฒนาชุมชน"),)
    assert why("กรมการพัฒนาชุมชน")["c-cdd-23"] == (Match("parent", "exact", "กรมการพัฒนาชุมชน"),)
    assert why("พช.")["c-cdd-22"] == (Match("recipient", "alias", "พช"),)
    assert why("กรมการพัฒนชุมชน")["c-cdd-22"] == (Match("recipient", "slip", "กรมการพัฒนชุมชน"),)
    assert why("รางวัลใหญ่")["c-cdd-22"] == (Match("title", "word", "รางวัลใหญ่"),)
    assert why("2565")["c-cdd-22"] == (Match("year", "word", "2565"),)
    assert why("วิไลวรรณ")["c-cdd-22"] == (Match("person", "exact", "วิไลวรรณ"),)
    assert why("โมเดล")["c-school"] == (Match("work", "exact", "โมเดล"),)
    assert why("เลย ดี")["c-cdd-23"] == (Match("recipient", "word", "เลย"), Match("level", "exact", "ดี"))


def test_every_word_must_be_found(library: Connection) -> None:
    assert found(library, "เลิศรัฐ ดีเด่น 2565") == ["c-cdd-22", "c-dopa"]
    assert found(library, "เลิศรัฐ ดีเด่น 2564") == []
    assert found(library, "ครั้งที่ 5") == ["c-dopa"]


def test_a_whole_name_comes_before_its_parts_and_more_sources_before_fewer(library: Connection) -> None:
    # the department itself, then where it stands above; among those, as their numbers go
    assert found(library, "กรมการพัฒนาชุมชน") == ["c-cdd-22", "c-cdd-23", "c-somchai"]
    # all three hold รางวัลเลิศรัฐ alike: two sources, then the later year
    assert found(library, "รางวัลเลิศรัฐ") == ["c-cdd-22", "c-cdd-23", "c-dopa"]
    # who is honoured before who is named in the article
    assert found(library, "สมชาย") == ["c-somchai", "c-cdd-23", "c-dopa"]


def test_what_is_found_exactly_brings_no_slips(library: Connection) -> None:
    assert found(library, "ดี") == ["c-cdd-23"]  # no ดีเด่น
    assert found(library, "กรมการปกครอง") == ["c-dopa"]


def test_short_words_and_digits_have_no_slips(library: Connection) -> None:
    for said in ("พข", "ปต.", "กพย", "มง.", "2567", "โรงเรียนบ้านหนองบัว 12", "พชร", "ลย"):
        assert found(library, said) == [], said


def test_what_tells_a_person_from_others_is_no_name(library: Connection) -> None:
    assert found(library, "นายอำเภอเมืองพชร") == []  # his position, a form of another sort


@pytest.mark.parametrize(
    "said",
    ['"', "*", "NEAR(", "NEAR(ก ข)", "-", ":", "words:ก", "'; drop table search_documents; --", "a AND", "OR", "NOT พช", "^พช",
     "พช*", '"พช', "พช'", "\\", "พช:*", "พช <-> ปค", "!พช", "(", ")", "&", "|", "%", "_", "\x00พช", "¦", "😀", "{}", ":q",
     "\ud800"],
)  # fmt: skip
def test_nothing_that_is_typed_is_syntax(library: Connection, said: str) -> None:
    page = search(
        library, Query(text=said, award=said, agency=said, person=said, outlet=said, province=said, level=said, state=said)
    )
    assert page.total == 0
    expected = ["c-cdd-22", "c-cdd-23", "c-somchai"] if "พช" in said and "NOT" not in said and "ปค" not in said else []
    assert found(library, said) == expected
    assert sorted(found(library)) == list(ALL)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.text(max_size=40))
def test_any_text_can_be_asked(library: Connection, said: str) -> None:
    assert search(library, Query(text=said)).total <= len(ALL)


def test_a_very_long_text_is_cut(library: Connection) -> None:
    assert found(library, "กรมการพัฒนาชุมชน " * 5_000) == ["c-cdd-22", "c-cdd-23", "c-somchai"]
    assert found(library, "ก" * 100_000) == []


def test_blank_text_finds_everything_and_signs_alone_nothing(library: Connection) -> None:
    assert found(library, " \u00a0 ") == ["c-cdd-22", "c-cdd-23", "c-somchai", "c-dopa", "c-school", "c-ugly"]
    assert found(library, "?!") == []


def test_a_formula_and_a_tag_are_text(library: Connection) -> None:
    assert found(library, '=HYPERLINK("http') == ["c-ugly"]
    assert found(library, "<script>") == ["c-ugly"]


# ── facets ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_agency_brings_its_children(library: Connection) -> None:
    assert sorted(found(library, agency=MOI)) == ["c-cdd-22", "c-cdd-23", "c-dopa", "c-somchai"]
    assert sorted(found(library, agency="กระทรวงมหาดไทย")) == ["c-cdd-22", "c-cdd-23", "c-dopa", "c-somchai"]
    assert sorted(found(library, agency="พช.")) == ["c-cdd-22", "c-cdd-23", "c-somchai"]
    assert found(library, agency="organisation:p-loei") == ["c-cdd-23"]
    assert found(library, agency="organisation:opdc") == []  # it gives, and receives nothing


def test_each_facet_narrows(library: Connection) -> None:
    assert found(library, award=LERTRAT) == found(library, award="lertrat award") == ["c-cdd-22", "c-cdd-23", "c-dopa"]
    assert found(library, award="ประกวดคัดลายมือ") == ["c-school"]  # one that no authority stands for
    assert found(library, year=2022) == ["c-cdd-22", "c-dopa"]
    assert found(library, level="di-den") == found(library, level="ดีเด่น") == ["c-cdd-22", "c-dopa"]
    assert found(library, province="เลย") == ["c-cdd-22"]
    assert found(library, person=SOMCHAI) == ["c-cdd-23", "c-somchai", "c-dopa"]
    assert found(library, person=WILAI) == found(library, person="วิไลวรรณ ณ อยุธยา") == ["c-cdd-22"]
    assert found(library, outlet="b") == ["c-cdd-22", "c-cdd-23", "c-dopa"]
    assert found(library, state="confirmed") == ["c-somchai"]
    assert found(library, "พัฒนาชุมชน", year=2023, agency=CDD, person="สมชาย ใจดี") == ["c-cdd-23", "c-somchai"]


def test_an_unknown_value_finds_nothing(library: Connection) -> None:
    for facet in ("award", "level", "agency", "province", "person", "outlet", "state"):
        assert search(library, Query(**{facet: "ไม่มี"})).total == 0, facet
    assert search(library, Query(year=1999)).total == 0


def test_facets_count_all_that_is_found(library: Connection) -> None:
    page = search(library, Query(limit=1))
    assert page.total == 6
    assert page.facets["award"] == [
        (LERTRAT, "รางวัลเลิศรัฐ", 3),
        ("award:prime", "Prime Minister's Award", 1),
        ("ประกวดคัดลายมือ", "ประกวดคัดลายมือ", 1),
    ]
    assert page.facets["year"] == [("2022", "2022", 2), ("2023", "2023", 2), ("2021", "2021", 1)]
    assert page.facets["level"] == [("di-den", "ดีเด่น", 2), ("di", "ดี", 1)]
    assert page.facets["agency"][:2] == [(MOI, "กระทรวงมหาดไทย", 4), (CDD, "กรมการพัฒนาชุมชน", 3)]
    assert page.facets["province"] == [("เลย", "เลย", 1)]
    assert page.facets["person"] == [(SOMCHAI, "สมชาย ใจดี", 3), (WILAI, "วิไลวรรณ ณ อยุธยา", 1)]
    assert page.facets["outlet"] == [("b", "b", 3), ("a", "a", 1)]
    narrowed = search(library, Query(text="ดีเด่น", agency=CDD, facets=1)).facets
    assert narrowed["year"] == [("2022", "2022", 1)]
    assert narrowed["agency"] == [(MOI, "กระทรวงมหาดไทย", 1)] or narrowed["agency"] == [(CDD, "กรมการพัฒนาชุมชน", 1)]


def test_every_facet_value_finds_as_many_as_it_counts(library: Connection) -> None:
    for facet, values in search(library, Query()).facets.items():
        for value, _, count in values:
            wanted = Query(year=int(value)) if facet == "year" else Query(**{facet: value})
            assert search(library, wanted).total == count, (facet, value)


def test_pages_follow_one_another(library: Connection) -> None:
    pages = [search(library, Query(limit=2, offset=offset)) for offset in (0, 2, 4, 6)]
    assert [entry for page in pages for entry in ids(page)] == found(library)
    assert [page.total for page in pages] == [6] * 4
    assert ids(search(library, Query(limit=0))) == []
    assert ids(search(library, Query(limit=3, offset=5))) == ["c-ugly"]


# ── keeping the index ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_empty_archive_is_searched(archive: Engine) -> None:
    with writing(archive) as connection:
        nothing = {"award": [], "year": [], "level": [], "agency": [], "province": [], "person": [], "outlet": []}
        assert search(connection, Query(text="พช.", agency="พช.")) == Page(0, (), nothing)
        index(connection, [], [])
        index(connection, ["c-gone"], ["organisation:gone"])
        reindex(connection)
        assert search(connection, Query()) == Page(0, (), nothing)


def test_a_changed_conferral_is_found_as_it_now_is(archive: Engine) -> None:
    with writing(archive) as connection:
        library = filled(connection)
        library.change("c-ugly", recipient=SOMCHAI, year=2020, level=None)
        library.article("ข่าวแก้ไข", "c-ugly", outlet="c")
        library.article("ข่าวที่ถูกถอน", "c-ugly", outlet="d", gone=True)
        index(connection, ["c-ugly"])
        assert found(connection, "hyperlink") == []
        assert "c-ugly" in found(connection, "สมชาย ใจดี")
        assert found(connection, outlet="c") == found(connection, "แก้ไข") == ["c-ugly"]
        assert found(connection, outlet="d") == []
        library.change("c-ugly", state="rejected")
        library.change("c-dopa", merged_into="c-cdd-22")
        index(connection, ["c-ugly", "c-dopa"])
        assert sorted(found(connection)) == ["c-cdd-22", "c-cdd-23", "c-school", "c-somchai"]
        assert found(connection, "กรมการปกครอง") == []
        library.change("c-dopa", merged_into=None)
        index(connection, ["c-dopa"])
        assert found(connection, "กรมการปกครอง") == ["c-dopa"]


def test_a_level_as_written_is_found_with_and_without_its_id(archive: Engine) -> None:
    with writing(archive) as connection:
        library = filled(connection)
        library.change("c-ugly", level="ดีเด่น", level_code=None)
        index(connection, ["c-ugly"])
        assert sorted(found(connection, level="ดีเด่น")) == ["c-cdd-22", "c-dopa", "c-ugly"]
        assert sorted(found(connection, level="di-den")) == ["c-cdd-22", "c-dopa"]


def test_a_changed_authority_is_found_as_it_now_is(archive: Engine) -> None:
    with writing(archive) as connection:
        library = filled(connection)
        library.form(CDD, "กรมชุมชน", "seen")
        index(connection, [], [CDD])
        assert found(connection, "กรมชุมชน")[0] == "c-cdd-22"
        library.change_authority("organisation:dopa", parent="organisation:opdc", name="กรมการปกครองใหม่")
        index(connection, [], ["organisation:dopa"])
        assert "c-dopa" not in found(connection, agency=MOI)
        assert found(connection, agency="organisation:opdc") == ["c-dopa"]
        assert ("organisation:dopa", "กรมการปกครองใหม่", 1) in search(connection, Query()).facets["agency"]
        library.change_authority(CDD, parent=None)  # the office below it leaves the ministry too
        index(connection, [], [CDD])
        # the department's conferral names the ministry as its parent, and stays with it
        assert found(connection, agency=MOI) == ["c-cdd-22"]
        assert sorted(found(connection, agency=CDD)) == ["c-cdd-22", "c-cdd-23", "c-somchai"]


def test_a_form_that_is_known_comes_before_one_that_articles_gave(archive: Engine) -> None:
    with writing(archive) as connection:
        library = filled(connection)
        library.form("organisation:dopa", "พช.", "seen")  # an article gave it to the wrong body
        index(connection, [], ["organisation:dopa"])
        assert found(connection, "พช.") == ["c-cdd-22", "c-cdd-23", "c-somchai", "c-dopa"]
        assert sorted(found(connection, agency="พช.")) == ["c-cdd-22", "c-cdd-23", "c-somchai"]


def test_merged_authorities_are_one_until_they_are_split(archive: Engine) -> None:
    with writing(archive) as connection:
        library = filled(connection)
        library.change_authority("organisation:dopa", merged_into=CDD)
        index(connection, [], ["organisation:dopa", CDD])
        assert sorted(found(connection, "กรมการปกครอง")) == ["c-cdd-22", "c-cdd-23", "c-dopa", "c-somchai"]  # now a form of it
        assert sorted(found(connection, agency=CDD)) == ["c-cdd-22", "c-cdd-23", "c-dopa", "c-somchai"]
        assert found(connection, agency="organisation:dopa") == found(connection, agency=CDD)
        library.change_authority("organisation:dopa", merged_into=None)
        index(connection, [], ["organisation:dopa", CDD])
        assert found(connection, "กรมการปกครอง") == found(connection, agency="organisation:dopa") == ["c-dopa"]
        assert sorted(found(connection, agency=CDD)) == ["c-cdd-22", "c-cdd-23", "c-somchai"]


def test_bodies_above_one_another_in_a_ring_do_no_harm(archive: Engine) -> None:
    with writing(archive) as connection:
        library = filled(connection)
        library.change_authority(MOI, parent="organisation:p-loei")
        index(connection, [], [MOI])
        reindex(connection)
        assert "c-cdd-23" in found(connection, agency=MOI)


def test_what_is_undone_was_never_indexed(archive: Engine) -> None:
    with writing(archive) as connection:
        library = filled(connection)
    with archive.connect() as connection:
        library.connection = connection
        library.conferral("c-new", recipient="หน่วยงานที่ไม่เคยมี")
        index(connection, ["c-new"])
        assert found(connection, "หน่วยงานที่ไม่เคยมี") == ["c-new"]
        connection.rollback()
    with reading(archive) as connection:
        assert found(connection, "หน่วยงานที่ไม่เคยมี") == []
        assert search(connection, Query()).total == len(ALL)


def test_reindexing_changes_nothing(archive: Engine) -> None:
    asked = [Query(), Query(text="พัฒนาชุมชน"), Query(text="กรมการพัฒนชุมชน"), Query(agency=MOI), Query(text="ดีเดน", year=2022)]
    with writing(archive) as connection:
        filled(connection)
        for entry in ALL:  # one by one, as imports do
            index(connection, [entry], [CDD])
        before = [search(connection, query) for query in asked]
        reindex(connection)
        after = [search(connection, query) for query in asked]
        # codes are given out anew, so that values counted alike may stand in another order
        assert [(page.total, page.hits, {k: sorted(v) for k, v in page.facets.items()}) for page in after] == [
            (page.total, page.hits, {k: sorted(v) for k, v in page.facets.items()}) for page in before
        ]


def test_ugly_values_are_indexed(archive: Engine) -> None:
    with writing(archive) as connection:
        library = filled(connection)
        library.conferral("c-empty")
        library.conferral("c-long", recipient="ยาว" * 20_000, work="คำ " * 9_000, level="x" * 3_000)
        library.conferral("c-odd", recipient="\n\t\u00a0😀", award="' \\ \" $1 :a", branch="", sources=0, state="confirmed")
        library.number = 20_000  # numbers far apart lie in blocks that have gaps between them
        library.conferral("c-far", recipient="หน่วยไกล", award="🏆", year=2565)
        library.article("😀 " * 3_000, "c-empty", "c-odd", outlet="ช่อง 😀")
        index(connection, ["c-empty", "c-long", "c-odd", "c-far"])
        assert found(connection, "หน่วยไกล") == found(connection, award="🏆") == ["c-far"]
        assert sorted(found(connection, outlet="ช่อง 😀")) == ["c-empty", "c-odd"]
        assert found(connection, "ยาวยาวยาว") == ["c-long"]
        assert search(connection, Query(level="x" * 3_000)).total == 1
        assert search(connection, Query()).total == len(ALL) + 4


def test_a_conferral_beyond_one_block_is_found_and_counted(archive: Engine) -> None:
    """Some thousand conferrals: counts by table, not by sorting, and the page's best among many."""
    with writing(archive) as connection:
        library = filled(connection)
        number = library.number
        columns = "id, number, state, status, confidence, sources, changed, recipient, year, level"
        connection.execute(
            text(
                f"INSERT INTO conferrals ({columns}) VALUES (:id, :number, 'extracted', 'conferred', 1, 1, '', :name, :year, 'x')"
            ),
            [{"id": f"c-m{at}", "number": number + 1 + at, "name": f"ทีมที่ {at}", "year": 2000 + at % 3} for at in range(5_000)],
        )
        index(connection, [f"c-m{at}" for at in range(5_000)])
        page = search(connection, Query(level="x", facets=2))
        assert page.total == 5_000
        assert page.facets["year"] == [("2000", "2000", 1_667), ("2001", "2001", 1_667)]
        assert ids(page)[:2] == ["c-m2", "c-m5"]  # the latest year, then the first numbered
        assert found(connection, "ทีมที่ 4999") == ["c-m4999"]
        assert search(connection, Query(text="ทีมที่", year=2002)).total == 1_666
        assert search(connection, Query(text="ทีมที่", year=2002)).facets["year"] == [("2002", "2002", 1_666)]
