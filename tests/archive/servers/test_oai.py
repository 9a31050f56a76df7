"""A harvester (sickle) over a real server: lists over several pages, sets, dates, deleted records, and what is refused."""

from __future__ import annotations

import base64
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from sickle import Sickle
from sickle.oaiexceptions import (
    BadArgument,
    BadResumptionToken,
    CannotDisseminateFormat,
    IdDoesNotExist,
    NoRecordsMatch,
)
from sqlalchemy import update
from starlette.applications import Starlette

from extractor.archive import decisions
from extractor.archive.browse import ArchiveSnapshot
from extractor.archive.database import reading, writing
from extractor.archive.importing import import_records
from extractor.archive.servers import oai
from extractor.archive.tables import Conferral
from extractor.lexicon import load
from tests.archive.records import incoming
from tests.archive.servers.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Engine

OAI = "{http://www.openarchives.org/OAI/2.0/}"
DC = "{http://purl.org/dc/elements/1.1/}"
MARC = "{http://www.loc.gov/MARC21/slim}"
BASE = "urn:test:"
UGLY = "<script>alert('ผ้า')</script>\u00a0=HYPERLINK(\"x\") 🏆 & ]]>"
EXCELLENCE = {"award": "รางวัลเลิศรัฐ", "award_id": "lert-rat", "year": 2022, "level": "ดีเด่น"}
WOVEN = {"award": "รางวัลผ้าทอดอยเมฆ", "year": 2023, "level": "ชนะเลิศ"}
NAMES = ("ดอยเมฆ", "ปลายนา", "เหนือน้ำ", "ริมธาร", "ทุ่งกว้าง")


class Served:
    """An archive of seven conferrals (five of 2022, two of 2023) that is served two records a page."""

    def __init__(self, engine: Engine, address: str) -> None:
        self.engine = engine
        self.url = f"{address}/oai"
        self.sickle = Sickle(self.url, encoding="utf-8")

    def ids(self) -> list[str]:
        with reading(self.engine) as connection:
            return [each.id for each in ArchiveSnapshot(connection, "test").conferrals()]

    def of(self, recipient: str) -> str:
        with reading(self.engine) as connection:
            (found,) = [each.id for each in ArchiveSnapshot(connection, "t").conferrals() if each.recipient == recipient]
            return found

    def dated(self, **stamps: str) -> None:
        with writing(self.engine) as connection:
            for given, stamp in stamps.items():
                connection.execute(update(Conferral).where(Conferral.id == given.replace("_", "-")).values(changed=stamp))

    def get(self, query: str, data: bytes | None = None, **headers: str) -> tuple[int, bytes]:
        request = urllib.request.Request(self.url + query, data=data, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def error(self, query: str) -> str | None:
        status, body = self.get(query)
        assert status == 200
        found = etree.fromstring(body).find(f"{OAI}error")
        return None if found is None else found.get("code")


def fill(engine: Engine) -> None:
    awards: list[dict[str, Any]] = [EXCELLENCE | {"recipient": f"ชุมชนบ้าน{name}"} for name in NAMES]
    awards += [WOVEN | {"recipient": "กลุ่มทอผ้าบ้านปลายนา", "work": UGLY}, WOVEN | {"recipient": "กลุ่มสตรีบ้านเหนือน้ำ"}]
    articles = [incoming(f"a{number}", each, url=f"https://news.example/{number}") for number, each in enumerate(awards)]
    import_records(engine, articles, load())


def serve(engine: Engine) -> AbstractContextManager[str]:
    def make(address: str) -> Starlette:
        told = oai.Repository("คลังรางวัล <ทดสอบ>", f"{address}/oai", "lib@example.org", BASE, page=2)
        return Starlette(routes=oai.routes(engine, told))

    return served(make)


@pytest.fixture(scope="module")
def repository(kept_archive: Engine) -> Iterator[Served]:
    """For tests that change nothing."""
    fill(kept_archive)
    with serve(kept_archive) as address:
        yield Served(kept_archive, address)


@pytest.fixture
def changing(archive: Engine) -> Iterator[Served]:
    """For tests that change the archive."""
    fill(archive)
    with serve(archive) as address:
        yield Served(archive, address)


def test_all_conferrals_are_harvested_over_four_pages_each_once(repository: Served) -> None:
    pages = 0
    seen = []
    token: dict[str, str] = {"metadataPrefix": "oai_dc"}
    while token:
        _, body = repository.get("?verb=ListRecords&" + urllib.parse.urlencode(token))
        root = etree.fromstring(body)
        seen += [each.text for each in root.iter(f"{OAI}identifier")]
        pages += 1
        given = root.find(f".//{OAI}resumptionToken")
        assert given is not None
        assert given.get("completeListSize") == "7"
        token = {"resumptionToken": given.text} if given.text else {}
    assert pages == 4
    assert len(seen) == 7
    assert sorted(seen) == sorted(BASE + each for each in repository.ids())
    harvested = list(repository.sickle.ListRecords(metadataPrefix="oai_dc"))
    assert [each.header.identifier for each in harvested] == seen
    assert UGLY.replace("\u00a0", " ") in " ".join(value for each in harvested for value in each.metadata["description"])


def test_marc_is_harvested_by_its_own_prefix(repository: Served) -> None:
    found = list(repository.sickle.ListRecords(metadataPrefix="marc21"))
    assert len(found) == 7
    assert all(each.xml.find(f".//{MARC}record/{MARC}datafield[@tag='586']") is not None for each in found)


def test_one_record_is_given_with_its_sets(repository: Served) -> None:
    given = repository.of("กลุ่มสตรีบ้านเหนือน้ำ")
    record = repository.sickle.GetRecord(identifier=BASE + given, metadataPrefix="oai_dc")
    assert record.header.identifier == BASE + given
    assert [each for each in record.header.setSpecs if each.startswith("year:")] == ["year:2023"]
    assert "กลุ่มสตรีบ้านเหนือน้ำ" in record.metadata["creator"]
    assert BASE + given in record.metadata["identifier"]
    assert "https://news.example/6" in record.metadata["source"]


def test_the_repository_tells_of_itself(repository: Served) -> None:
    told = repository.sickle.Identify()
    assert told.repositoryName == "คลังรางวัล <ทดสอบ>"
    assert told.baseURL == repository.url
    assert told.protocolVersion == "2.0"
    assert told.adminEmail == "lib@example.org"
    assert told.deletedRecord == "transient"
    assert told.granularity == "YYYY-MM-DDThh:mm:ssZ"
    formats = {each.metadataPrefix: each.metadataNamespace for each in repository.sickle.ListMetadataFormats()}
    assert formats == {"oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/", "marc21": MARC.strip("{}")}


def test_sets_are_awards_and_years(repository: Served) -> None:
    sets = {each.setSpec: each.setName for each in repository.sickle.ListSets()}
    assert sets["award:lert-rat"] == "รางวัลเลิศรัฐ"
    assert sets["year:2022"] == "พ.ศ. 2565 (2022)"
    (woven,) = [spec for spec, name in sets.items() if name == "รางวัลผ้าทอดอยเมฆ"]
    assert set(sets) == {"award", "award:lert-rat", woven, "year", "year:2022", "year:2023"}
    sizes = {spec: len(list(repository.sickle.ListIdentifiers(metadataPrefix="oai_dc", set=spec))) for spec in sets}
    assert sizes == {"award": 7, "award:lert-rat": 5, woven: 2, "year": 7, "year:2022": 5, "year:2023": 2}


def test_from_and_until_take_both_ends_in_a_day_as_a_whole(changing: Served) -> None:
    ids = changing.ids()
    stamps = ("2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", "2024-01-02T23:59:59Z", "2024-01-03T00:00:00Z")
    for given, stamp in zip(ids, (*stamps, *["2025-01-01T00:00:00Z"] * 3), strict=True):
        changing.dated(**{given.replace("-", "_"): stamp})

    def listed(**bounds: str) -> list[str]:
        asked = {"metadataPrefix": "oai_dc"} | {name.strip("_"): value for name, value in bounds.items()}
        return [each.identifier.removeprefix(BASE) for each in changing.sickle.ListIdentifiers(**asked)]

    assert listed(from_="2024-01-02", until="2024-01-02") == ids[1:3]
    assert listed(until="2024-01-02") == ids[:3]
    assert listed(from_="2024-01-02T23:59:59Z", until="2024-01-03T00:00:00Z") == ids[2:4]
    assert sorted(listed(from_="2024-01-03")) == sorted(ids[3:])
    assert changing.sickle.Identify().earliestDatestamp == "2024-01-01T00:00:00Z"
    with pytest.raises(NoRecordsMatch):
        listed(from_="2026-01-01", until="2026-12-31")


def test_rejected_and_merged_conferrals_are_told_as_deleted(changing: Served) -> None:
    rejected, kept, merged = (changing.of(f"ชุมชนบ้าน{name}") for name in NAMES[:3])
    with writing(changing.engine) as connection:
        connection.execute(update(Conferral).values(changed="2024-01-01T00:00:00Z"))
        decisions.reject(connection, rejected, who="สมหญิง")
        decisions.merge(connection, kept, [merged], who="สมหญิง")
    headers = {each.identifier: each for each in changing.sickle.ListIdentifiers(metadataPrefix="oai_dc")}
    gone = {BASE + rejected, BASE + merged}
    assert len(headers) == 7
    assert {given for given, each in headers.items() if each.deleted} == gone
    since = {
        each.header.identifier: each for each in changing.sickle.ListRecords(**{"metadataPrefix": "oai_dc", "from": "2024-01-02"})
    }
    assert set(since) == gone | {BASE + kept}
    assert all(since[given].xml.find(f"{OAI}metadata") is None for given in gone)
    assert since[BASE + kept].xml.find(f"{OAI}metadata") is not None
    assert changing.sickle.GetRecord(identifier=BASE + rejected, metadataPrefix="marc21").deleted


def test_a_list_that_changed_under_its_token_must_be_begun_anew(changing: Served) -> None:
    _, body = changing.get("?verb=ListIdentifiers&metadataPrefix=oai_dc")
    token = urllib.parse.quote(etree.fromstring(body).findtext(f".//{OAI}resumptionToken") or "")
    assert changing.error(f"?verb=ListIdentifiers&resumptionToken={token}") is None
    changing.dated(**{changing.ids()[0].replace("-", "_"): "2099-01-01T00:00:00Z"})
    assert changing.error(f"?verb=ListIdentifiers&resumptionToken={token}") == "badResumptionToken"


def forged(**parts: str) -> str:
    return "?verb=ListRecords&resumptionToken=" + urllib.parse.quote(base64.b64encode(urllib.parse.urlencode(parts).encode()))


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("?verb=Nonsense", "badVerb"),
        ("?verb=Identify&verb=Identify", "badVerb"),
        ("?verb=Identify&colour=red", "badArgument"),
        ("?verb=ListRecords", "badArgument"),
        ("?verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"),
        ("?verb=ListRecords&metadataPrefix=oai_dc&set=", "badArgument"),
        ("?verb=ListRecords&metadataPrefix=oai_dc&set=%00", "badArgument"),
        ("?verb=ListRecords&metadataPrefix=oai_dc&from=2565-13-01", "badArgument"),
        ("?verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-02&until=2024-01-01", "badArgument"),
        ("?verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-02&until=2024-01-03T00:00:00Z", "badArgument"),
        ("?verb=ListRecords&metadataPrefix=nonsense", "cannotDisseminateFormat"),
        ("?verb=ListRecords&metadataPrefix=oai_dc&set=year:1066", "noRecordsMatch"),
        ("?verb=ListRecords&metadataPrefix=oai_dc&set=year:' OR 1=1", "noRecordsMatch"),
        ("?verb=ListRecords&resumptionToken=nonsense", "badResumptionToken"),
        ("?verb=ListSets&resumptionToken=nonsense", "badResumptionToken"),
        ("?verb=GetRecord&metadataPrefix=oai_dc&identifier=c-nosuch", "idDoesNotExist"),
        ("?verb=GetRecord&metadataPrefix=oai_dc&identifier=urn:test:c-nosuch", "idDoesNotExist"),
        ("?verb=GetRecord&metadataPrefix=oai_dc&identifier=urn:test:<script>'%F0%9F%8F%86", "idDoesNotExist"),
        (forged(metadataPrefix="oai_dc", c="-9"), "badResumptionToken"),
        (forged(metadataPrefix="oai_dc", c="4000"), "badResumptionToken"),
        (forged(metadataPrefix="oai_dc", c="9" * 30), "badResumptionToken"),
        (forged(metadataPrefix="oai_dc", c="5", h="00"), "badResumptionToken"),
        (forged(metadataPrefix="oai_dc", set="year:2023", h="00"), "badResumptionToken"),
        (forged(metadataPrefix="oai_dc", c="0", **{"from": "yesterday"}), "badResumptionToken"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_request_is_told_by_its_code(repository: Served, query: str, code: str) -> None:
    assert repository.error(urllib.parse.quote(query, safe="?&=:%")) == code


def test_a_harvester_raises_what_the_server_tells(repository: Served) -> None:
    with pytest.raises(BadArgument):
        repository.sickle.ListRecords(metadataPrefix="oai_dc", **{"from": "late"})
    with pytest.raises(CannotDisseminateFormat):
        repository.sickle.ListRecords(metadataPrefix="mods")
    with pytest.raises(IdDoesNotExist):
        repository.sickle.GetRecord(identifier="urn:test:c-0", metadataPrefix="oai_dc")
    with pytest.raises(BadResumptionToken):
        repository.sickle.ListRecords(resumptionToken="x")


def test_the_answer_repeats_the_request_and_takes_forms(repository: Served) -> None:
    _, body = repository.get("?verb=ListIdentifiers&metadataPrefix=oai_dc&until=2098-01-01")
    asked = etree.fromstring(body).find(f"{OAI}request")
    assert asked is not None
    assert dict(asked.attrib) == {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "until": "2098-01-01"}
    status, body = repository.get("", b"verb=Identify")
    assert status == 200
    assert etree.fromstring(body).find(f"{OAI}Identify") is not None
    _, body = repository.get("?verb=Identify&colour=red")
    refused = etree.fromstring(body).find(f"{OAI}request")
    assert refused is not None
    assert dict(refused.attrib) == {}


def test_forms_too_long_or_of_another_kind_are_refused(repository: Served) -> None:
    assert repository.get("", b"verb=Identify&x=" + b"x" * 200_000)[0] == 413
    assert repository.get("", b"{}", **{"Content-Type": "application/json"})[0] == 415
    assert repository.get("?" + "&".join(["a=1"] * 200))[0] == 400
