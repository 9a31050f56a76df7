"""Linked data: one graph in two serialisations, told whole, read back, and held against our shapes."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import OWL, PROV, RDF, RDFS, SDO, SH, SKOS, XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from extractor.archive.exchange import FORMATS, jsonld, linked, turtle
from extractor.archive.exchange.linked import AW
from extractor.errors import ArchiveError
from tests.archive.exchange.linked_examples import (
    AUTHORITIES,
    BASE,
    BY_HAND,
    CONFERRALS,
    FIRST,
    FULL,
    HIDDEN,
    PERSON,
    SMALL,
    UGLY,
    WORK_ALONE,
    Small,
)

ITEMS = {"award:green-film": "Q5551"}
ROOT = Path(__file__).parents[3]
FULL_URI = URIRef(BASE + "c-0000000000001")
TEXTS = {"award": "awardName", "recipient": "recipientName", "work": "workName", "parent": "parentName"}
TEXTS |= {"conferred_by": "conferredByName", "branch": "branch", "category": "category", "level": "level"}
TEXTS |= {"province": "province", "level_code": "levelCode", "recipient_kind": "recipientKind"}
TEXTS |= {"status": "status", "state": "state"}
LINKS = {"award_id": "award", "recipient_id": "recipient", "work_id": "work", "parent_id": "parent"}
LINKS |= {"conferred_by_id": "conferredBy"}


def written(snapshot=SMALL, form="turtle", **options) -> bytes:
    target = io.BytesIO()
    {"turtle": turtle.write_turtle, "json-ld": jsonld.write_jsonld}[form](snapshot, target, **options)
    return target.getvalue()


def graph(snapshot=SMALL, form="turtle", **options) -> Graph:
    return Graph().parse(data=written(snapshot, form, **options), format=form)


def node_graph(snapshot) -> Graph:
    built = Graph()
    for node in linked.nodes(snapshot, ITEMS):
        for predicate, value in node.pairs:
            built.add((node.subject, predicate, value))
    return built


def validated(data: Graph) -> tuple[bool, Graph]:
    shapes = Graph().parse(data=linked.shapes(), format="turtle")
    sound, report, _ = validate(data, shacl_graph=shapes)
    return sound, report


@pytest.mark.parametrize("form", ["turtle", "json-ld"])
def test_what_is_written_is_the_graph_that_was_built(form):
    assert isomorphic(graph(form=form, items=ITEMS), node_graph(SMALL))


def test_the_streamed_turtle_is_the_graph_that_rdflib_writes():
    by_rdflib = node_graph(SMALL).serialize(format="turtle")
    assert isomorphic(Graph().parse(data=by_rdflib, format="turtle"), graph(items=ITEMS))


def test_the_formats_are_registered_and_write_what_their_functions_write():
    for form, name in (("turtle", "turtle"), ("json-ld", "jsonld")):
        target = io.BytesIO()
        FORMATS[name].write(SMALL, target)
        assert target.getvalue() == written(form=form)


def test_each_field_of_each_conferral_is_read_back_from_turtle():
    data = graph()
    for conferral in CONFERRALS:
        subject = URIRef(BASE + conferral.id)
        for field, term in TEXTS.items():
            assert [str(value) for value in data.objects(subject, AW[term])] == [
                value for value in [getattr(conferral, field)] if value is not None
            ], field
        for field, term in LINKS.items():
            found = [unquote(value.removeprefix(BASE)) for value in data.objects(subject, AW[term])]
            assert found == [value for value in [getattr(conferral, field)] if value is not None], field
        year = data.value(subject, AW.year)
        assert (None if year is None else int(year)) == conferral.year
        edition = data.value(subject, AW.edition)
        assert (None if edition is None else edition.toPython()) == conferral.edition
        start = data.value(subject, SDO.startDate)
        assert (None if start is None else str(start)) == conferral.date
        assert float(data.value(subject, AW.confidence)) == conferral.confidence
        assert {str(field) for field in data.objects(subject, AW.corrected)} == set(conferral.corrected)
        assert len(list(data.objects(subject, PROV.wasDerivedFrom))) == len(conferral.sources)


def test_the_label_tells_the_award_its_buddhist_year_and_who_has_it():
    data = graph()
    award = "รางวัลเลิศรัฐ พ.ศ. 2565 ครั้งที่ 3, บริการภาครัฐ, พัฒนาการบริการ, ดี"
    assert data.value(FULL_URI, SDO.name) == Literal(f"{award}: สำนักงานส่งเสริมวิชาการ 7", lang="th")
    assert data.value(FULL_URI, AW.yearLabel) == Literal("พ.ศ. 2565", lang="th")
    recipient, work = (URIRef(BASE + one) for one in (FULL.recipient_id, FULL.work_id))
    assert data.value(recipient, SDO.award) == data.value(work, SDO.award) == Literal(award, lang="th")


def test_a_recipient_whose_class_has_no_award_gets_none():
    assert list(graph().objects(URIRef(BASE + HIDDEN.recipient_id), SDO.award)) == []


def test_articles_are_provenance_with_their_dates_and_addresses():
    data = graph()
    first = linked.Names(BASE).article(FIRST)
    assert str(first).isascii()
    assert [unquote(part) for part in first.removeprefix(BASE).split("/")] == ["article", "สำนักข่าวภาคกลาง", "ข่าว 12/2565"]
    assert (FULL_URI, PROV.wasDerivedFrom, first) in data
    assert (first, RDF.type, SDO.NewsArticle) in data
    assert str(data.value(first, SDO.url)) == "https://news.example.org/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7?id=12%7Ca"
    assert data.value(first, SDO.datePublished) == Literal("2022-09-12", datatype=XSD.date)
    assert data.value(URIRef(BASE + "article/-/second"), SDO.datePublished) == Literal("2022-09", datatype=XSD.gYearMonth)
    assert "javascript:" not in written().decode()


def test_names_have_their_languages_and_other_forms_stand_apart():
    data = graph(items=ITEMS)
    award = URIRef(BASE + "award:lert-rat")
    names = {Literal("รางวัลเลิศรัฐ", lang="th"), Literal("Public Sector Excellence Awards", lang="en")}
    assert set(data.objects(award, SDO.name)) == names
    assert set(data.objects(award, SKOS.altLabel)) == {Literal("PSEA"), Literal("รางวัล เลิศรัฐ", lang="th")}
    assert data.value(award, OWL.sameAs) == URIRef("http://www.wikidata.org/entity/Q111")  # from its note
    green = URIRef(BASE + "award:green-film")
    assert list(data.objects(green, SDO.name)) == [Literal("Green Film Prize", lang="en")]
    assert data.value(green, OWL.sameAs) == URIRef("http://www.wikidata.org/entity/Q5551")  # from the items given
    opdc = URIRef(BASE + "organisation:off-opdc")
    assert list(data.objects(opdc, SKOS.altLabel)) == [Literal("กพร.", lang="th")]  # OPDC is its English name already


def test_an_article_of_many_conferrals_is_told_once():
    said = written().decode()
    assert len(re.findall(r"^<[^>]+> a schema:NewsArticle", said, re.MULTILINE)) == 3


def test_json_ld_needs_no_network_and_one_line_holds_one_node():
    said = written(form="json-ld").decode()
    assert isinstance(json.loads(said)["@context"], dict)
    lines = said.split("\n")[2:-2]  # between the context and the closing bracket
    told = [json.loads(line.removesuffix(","))["@id"] for line in lines]
    assert told == [str(node.subject) for node in linked.nodes(SMALL)]


def test_the_base_may_be_a_urn_and_must_begin_a_uri():
    assert isomorphic(graph(replace(SMALL, base="urn:thai-awards:")), graph(replace(SMALL, base="urn:thai-awards:"), "json-ld"))
    for bad in ("", "no scheme", "https://x.example/a b/", "https://x.example/<", 'https://x.example/"'):
        for form in (turtle, jsonld):
            target = io.BytesIO()
            with pytest.raises(ArchiveError, match="give a base such as"):
                form.write(replace(SMALL, base=bad), target)
            assert target.getvalue() == b""
        with pytest.raises(ArchiveError):
            jsonld.conferral_jsonld(FULL, bad)


def test_half_a_surrogate_pair_and_an_odd_id_do_no_harm():
    odd = replace(FULL, id='c-"> <x', recipient="ก\ud83dข", date="2022-02-30")
    data = graph(Small((odd,)))
    subject = URIRef(BASE + "c-%22%3E%20%3Cx")
    assert str(data.value(subject, AW.recipientName)) == "ก?ข"
    assert data.value(subject, SDO.startDate) == Literal("2022-02-30")  # no such day: told as written, and no date


def test_an_empty_archive_is_a_data_set_without_entries():
    for form in ("turtle", "json-ld"):
        assert len(graph(Small(()), form)) == 2


@pytest.mark.parametrize("conferral", [FULL, PERSON, WORK_ALONE, BY_HAND, HIDDEN])
def test_a_page_s_json_ld_is_safe_in_a_script_and_tells_the_same_conferral(conferral):
    said = jsonld.conferral_jsonld(conferral, BASE)
    assert not re.search("[<>&\u2028\u2029]", said)
    data = Graph().parse(data=said, format="json-ld")
    subject = URIRef(BASE + conferral.id)
    assert set(data.triples((subject, None, None))) == set(graph().triples((subject, None, None)))
    sound, report = validated(data)
    assert sound, report.serialize()


def test_a_page_names_those_whom_the_conferral_links_to():
    data = Graph().parse(data=jsonld.conferral_jsonld(FULL, BASE), format="json-ld")
    for linked_to in set(data.objects(FULL_URI)) - {SDO.Event, AW.Conferral}:
        if isinstance(linked_to, URIRef):
            assert (linked_to, RDF.type, None) in data
    assert data.value(URIRef(BASE + FULL.recipient_id), SDO.award) is not None


def test_an_authority_s_page_is_its_node_of_the_archive():
    for authority in AUTHORITIES:
        said = jsonld.authority_jsonld(authority, BASE, ITEMS.get(authority.id))
        assert "<" not in said
        subject = URIRef(BASE + authority.id)
        expected = {t for t in graph(items=ITEMS).triples((subject, None, None)) if t[1] != SDO.award}
        assert set(Graph().parse(data=said, format="json-ld")) == expected


def test_the_archive_conforms_to_the_shapes():
    sound, report = validated(graph(items=ITEMS))
    assert sound, report.serialize()


WELFARE, SECOND_URI = URIRef(BASE + FULL.parent_id), URIRef(BASE + "article/-/second")
NO_LINK_URI = linked.Names(BASE).article(HIDDEN.sources[0])
AWARD_URI = URIRef(BASE + "award:lert-rat")
BROKEN = {  # what is taken out, what is put in, and where the shapes must find fault
    "no label": ([(FULL_URI, SDO.name)], [], (FULL_URI, SDO.name)),
    "a Buddhist year for a common one": (
        [(FULL_URI, AW.year)],
        [(FULL_URI, AW.year, Literal("2565", datatype=XSD.gYear))],
        (FULL_URI, AW.year),
    ),
    "a year that is text": ([(FULL_URI, AW.year)], [(FULL_URI, AW.year, Literal("2022"))], (FULL_URI, AW.year)),
    "two years": ([], [(FULL_URI, AW.year, Literal("2021", datatype=XSD.gYear))], (FULL_URI, AW.year)),
    "neither recipient nor work": ([(FULL_URI, AW.recipientName), (FULL_URI, AW.workName)], [], (FULL_URI, None)),
    "no article": ([(FULL_URI, PROV.wasDerivedFrom)], [], (FULL_URI, None)),
    "an article that is none": ([], [(FULL_URI, PROV.wasDerivedFrom, AWARD_URI)], (FULL_URI, PROV.wasDerivedFrom)),
    "an award that is a body": ([(FULL_URI, AW.award)], [(FULL_URI, AW.award, WELFARE)], (FULL_URI, AW.award)),
    "a status of no record": ([(FULL_URI, AW.status)], [(FULL_URI, AW.status, Literal("nominated"))], (FULL_URI, AW.status)),
    "confidence above 1": (
        [(FULL_URI, AW.confidence)],
        [(FULL_URI, AW.confidence, Literal("1.5", datatype=XSD.decimal))],
        (FULL_URI, AW.confidence),
    ),
    "edition 0": (
        [(FULL_URI, AW.edition)],
        [(FULL_URI, AW.edition, Literal("0", datatype=XSD.integer))],
        (FULL_URI, AW.edition),
    ),
    "a body without a name": ([(WELFARE, SDO.name)], [], (WELFARE, SDO.name)),
    "two Thai names": ([], [(WELFARE, SDO.name, Literal("กรมอื่น", lang="th"))], (WELFARE, SDO.name)),
    "a name that is another form too": (
        [],
        [(WELFARE, SKOS.altLabel, Literal("กรมกิจการสวัสดิการ", lang="th"))],
        (WELFARE, SKOS.altLabel),
    ),
    "an article of no day of retrieval": ([(SECOND_URI, AW.retrieved)], [], (SECOND_URI, AW.retrieved)),
    "an address that runs a script": ([], [(NO_LINK_URI, SDO.url, URIRef("javascript:alert(1)"))], (NO_LINK_URI, SDO.url)),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_broken_data_does_not_conform(fault):
    data = graph()
    gone, new, (focus, path) = BROKEN[fault]
    for subject, predicate in gone:
        assert (subject, predicate, None) in data
        data.remove((subject, predicate, None))
    for triple in new:
        data.add(triple)
    sound, report = validated(data)
    assert not sound
    found = {
        (report.value(result, SH.focusNode), report.value(result, SH.resultPath)) for result in report.objects(None, SH.result)
    }
    assert found == {(focus, path)}


def test_each_term_of_our_own_is_defined_in_both_languages_and_used():
    vocabulary = Graph().parse(data=linked.shapes(), format="turtle")
    defined = {term for kind in (RDF.Property, RDFS.Class) for term in vocabulary.subjects(RDF.type, kind)}
    data = graph(items=ITEMS)
    used = {term for triple in data for term in triple[1:] if isinstance(term, URIRef) and term.startswith(str(AW))}
    assert used == defined
    for term in defined:
        assert {label.language for label in vocabulary.objects(term, RDFS.label)} == {"th", "en"}
        assert vocabulary.value(term, RDFS.comment)


def test_memory_does_not_grow_with_the_archive():
    class Many:
        name, base = "ใหญ่", BASE

        def conferrals(self):
            for number in range(400):
                source = replace(FIRST, article_id=str(number))
                yield replace(FULL, id=f"c-{number:013}", sources=(source,))

        def authorities(self, kind=None):  # noqa: ARG002
            yield from AUTHORITIES

    class Sink:
        size = 0

        def write(self, data):
            self.size += len(data)

        def writelines(self, lines):
            for line in lines:
                self.write(line)

    for write in (turtle.write, jsonld.write):
        write(Small(CONFERRALS, AUTHORITIES), Sink())
        sink = Sink()
        tracemalloc.start()
        write(Many(), sink)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert sink.size > 800_000
        assert peak < 400_000  # what is kept is a hash an article


def test_rdflib_is_loaded_only_when_a_linked_format_is_asked_for():
    code = "import sys, extractor.archive.exchange; sys.exit('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_ugly_names_are_read_back_letter_by_letter():
    names = [str(name) for name in graph().objects(URIRef(BASE + HIDDEN.recipient_id), SDO.name)]
    assert names == [UGLY]


def test_the_example_of_the_document_is_what_is_written():
    document = (ROOT / "docs" / "archive" / "exchange-linked.md").read_text(encoding="utf-8")
    example = re.search(r"```turtle\n(.*?)```", document, re.DOTALL).group(1)
    told = Graph().parse(data=written().decode().split("\n\n")[0] + example, format="turtle")
    assert len(told) > 20
    assert set(told) - set(graph()) == set()


@given(st.text(min_size=1, max_size=30))
def test_any_text_is_read_back_from_both(value):
    odd = Small((replace(FULL, recipient=value, recipient_id=None, branch=value + "ก"),))
    for form in ("turtle", "json-ld"):
        data = graph(odd, form)
        assert str(data.value(FULL_URI, AW.recipientName)) == value
        assert data.value(FULL_URI, AW.branch) == Literal(value + "ก", lang="th")
