"""Writes conferrals as MARC 21 bibliographic records in MARCXML.

Fields and codes as in https://www.loc.gov/marc/bibliographic/, the XML as in https://www.loc.gov/standards/marcxml/. A record
describes the honoured work where there is one, else the honour: field 586 is a note on a resource that won an award, and a
conferral without a work has no other resource than itself. Fields 0xx stand first and 880 last, the rest by tag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from lxml import etree
from pymarc import Field, Indicators, Record, Subfield

from extractor.archive.exchange.catalogue import award_words, date_in_both, honoured_work, plain, title_parts, year_in_both
from extractor.archive.exchange.linked import has_thai, link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.archive.entries import Authority, Conferral, Source
    from extractor.archive.exchange import Snapshot

MARC = "http://www.loc.gov/MARC21/slim"
_LEADER = "00000nam a22000003  4500"
"""New; language material, a monograph; Unicode; abbreviated level; not by ISBD. Lengths are nought, as XML has none."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_RECIPIENT, _PARENT, _GIVER = "ผู้รับรางวัล", "หน่วยงานต้นสังกัด", "ผู้มอบรางวัล"
_HONOREE, _OTHER = "hnr", "oth"
"""Of the relators (https://id.loc.gov/vocabulary/relators): whom a resource honours; a role that the list lacks."""
_WORK, _HONOUR = "ผลงานที่ได้รับรางวัล", "การมอบรางวัล"
_FIELDS = {
    "award": "รางวัล",
    "year": "ปี",
    "edition": "ครั้งที่",
    "branch": "สาขา",
    "category": "ประเภท",
    "level": "ระดับ",
    "work": "ผลงาน",
    "recipient": "ผู้รับรางวัล",
    "parent": "หน่วยงานต้นสังกัด",
}


class _Name(NamedTuple):
    name: str
    identifier: str | None
    kind: str | None
    term: str
    code: str


def write(snapshot: Snapshot, target: BinaryIO) -> None:
    """Write a MARCXML `collection`, a record a conferral, one at a time; only authorities with an English name are held."""
    romanised = {authority.id: authority for authority in snapshot.authorities() if authority.english}
    with etree.xmlfile(target, encoding="utf-8") as out:
        out.write_declaration()
        with out.element(f"{{{MARC}}}collection", nsmap={None: MARC}):
            out.write("\n")
            for conferral in snapshot.conferrals():
                out.write(element(record(conferral, romanised, snapshot.base)))
                out.write("\n")
    target.write(b"\n")


def element(record: Record) -> etree._Element:
    """A MARC record as a MARCXML `record` element."""
    root = etree.Element(f"{{{MARC}}}record", nsmap={None: MARC})  # type: ignore[dict-item]  # None is the default namespace, as lxml has it
    etree.SubElement(root, f"{{{MARC}}}leader").text = str(record.leader)
    for one in record.get_fields():
        if one.control_field:
            etree.SubElement(root, f"{{{MARC}}}controlfield", tag=one.tag).text = one.data
            continue
        inside = etree.SubElement(root, f"{{{MARC}}}datafield", tag=one.tag, ind1=one.indicator1, ind2=one.indicator2)
        for subfield in one.subfields:
            etree.SubElement(inside, f"{{{MARC}}}subfield", code=subfield.code).text = subfield.value
    return root


def record(conferral: Conferral, authorities: Mapping[str, Authority], base: str) -> Record:
    """The MARC record of a conferral.

    `authorities`, by id, give English names for the linked fields 880; those without one, or absent, give none. `base`
    stands for the organisation code, which an archive has not, and before an id makes a URI of it. No date is the clock's: 005
    and 008 tell when the articles were imported.
    """
    draft = _Draft(authorities, base)
    _control(draft, conferral)
    _numbers(draft, conferral)
    _title(draft, conferral)
    _notes(draft, conferral)
    _subjects(draft, conferral)
    _names(draft, conferral)
    for source in conferral.sources:
        _article(draft, source)
    return draft.record()


@dataclass(slots=True)
class _Draft:
    """The fields of one record; what is empty is not put in."""

    authorities: Mapping[str, Authority]
    base: str
    fields: list[Field] = field(default_factory=list)
    linked: list[Field] = field(default_factory=list)

    def control(self, tag: str, data: str) -> None:
        self.fields.append(Field(tag, data=data))

    def put(self, tag: str, indicators: str, *pairs: tuple[str, str | None], english: str | None = None) -> None:
        """Add a field of these subfields; with `english`, link a field 880 to it that has that in $a."""
        subfields = [Subfield(code, plain(value)) for code, value in pairs if plain(value)]
        if not subfields:
            return
        first = Indicators(indicators[0], indicators[1])
        if plain(english):
            number = f"{len(self.linked) + 1:02}"
            after = [one for one in subfields if one.code in "e42"]
            # (B is the Latin script, https://www.loc.gov/marc/bibliographic/ecbdcntf.html
            link_ = Subfield("6", f"{tag}-{number}/(B")
            self.linked.append(Field("880", first, [link_, Subfield("a", plain(english)), *after]))
            subfields.insert(0, Subfield("6", f"880-{number}"))
        self.fields.append(Field(tag, first, subfields))

    def english(self, name: str, identifier: str | None) -> str | None:
        """The English name of an authority, where it differs from the name that stands in the record."""
        known = self.authorities.get(identifier or "")
        english = plain(known.english) if known else ""
        return english if english and english != name and not has_thai(english) else None

    def uri(self, identifier: str | None) -> str | None:
        return self.base + identifier if identifier else None

    def record(self) -> Record:
        made = Record(leader=_LEADER)
        made.add_field(*sorted(self.fields, key=lambda one: one.tag), *self.linked)  # type: ignore[no-untyped-call]
        return made


def _control(draft: _Draft, conferral: Conferral) -> None:
    """001 to 008: year and day of the honour are known, of a work neither when it was made nor where."""
    days = sorted(day for source in conferral.sources if (day := _digits(source.retrieved)))
    draft.control("001", plain(conferral.id))
    draft.control("003", plain(draft.base))
    if days:
        draft.control("005", f"{days[-1]}000000.0")
    entered = days[0][2:] if days else "000000"
    known = conferral.year is not None and not honoured_work(conferral)
    dated = f"s{conferral.year:04}    " if known else "nuuuuuuuu"
    draft.control("008", f"{entered}{dated}xx {'|' * 17}tha d")


def _digits(iso: str | None) -> str:
    """`20220912` of an ISO day, nothing of anything else."""
    if iso is None or not _DAY.fullmatch(iso):
        return ""
    try:
        return date.fromisoformat(iso).strftime("%Y%m%d")
    except ValueError:
        return ""


def _numbers(draft: _Draft, conferral: Conferral) -> None:
    draft.put("024", "7 ", ("a", draft.uri(conferral.id)), ("2", "uri"))
    draft.put("033", "0 ", ("a", _digits(conferral.date)))
    draft.put("035", "  ", ("a", f"({draft.base}){conferral.id}"))
    draft.put("040", "  ", ("a", draft.base), ("b", "tha"), ("c", draft.base))
    draft.put("041", "  ", ("a", "tha"))
    if honoured_work(conferral):
        return
    made = conferral.date if _digits(conferral.date) else f"{conferral.year:04}" if conferral.year is not None else None
    if made is not None:
        draft.put("046", "  ", ("k", made), ("2", "edtf"))


def _title(draft: _Draft, conferral: Conferral) -> None:
    """245, and 264 for an honour: who conferred it and when; a title's English form is its work's or its recipient's."""
    title, rest = title_parts(conferral)
    work = honoured_work(conferral)
    named = conferral.work_id if plain(conferral.work) else conferral.recipient_id
    english = draft.english(title, named) if work else None
    added = "1" if _is_main(conferral) else "0"
    draft.put("245", f"{added}0", ("a", title), ("b", rest), english=english)
    if not work:
        year = None if conferral.year is None else year_in_both(conferral.year)
        draft.put("264", " 0", ("b", conferral.conferred_by), ("c", year))
    draft.put("655", " 7", ("a", _WORK if work else _HONOUR), ("2", "local"))


def _notes(draft: _Draft, conferral: Conferral) -> None:
    if conferral.corrected:
        names = ", ".join(_FIELDS.get(name, name) for name in conferral.corrected)
        draft.put("500", "  ", ("a", f"แก้ไขข้อมูลโดยบุคคล: {names}"))
    if conferral.state == "confirmed":
        draft.put("500", "  ", ("a", "ตรวจยืนยันข้อมูลโดยบุคคล"))
    if conferral.status == "announced":
        draft.put("500", "  ", ("a", "ข่าวประกาศผลรางวัล ยังไม่กล่าวถึงการมอบ"))
    if conferral.date is not None and plain(conferral.date):
        draft.put("518", "  ", ("o", "พิธีมอบรางวัล"), ("d", date_in_both(conferral.date)))
    draft.put("586", "  ", ("a", award_words(conferral)))


def _subjects(draft: _Draft, conferral: Conferral) -> None:
    """650: the award, and the award with branch and category below it; 651: the province."""
    award = plain(conferral.award)
    below = [plain(part) for part in (conferral.branch, conferral.category) if plain(part)]
    local = ("2", "local")
    if award:
        uri = draft.uri(conferral.award_id)
        draft.put("650", " 7", ("a", award), local, ("0", uri), english=draft.english(award, conferral.award_id))
    if below:
        first, *others = [award, *below] if award else below
        draft.put("650", " 7", ("a", first), *(("x", part) for part in others), local)
    if plain(conferral.province):
        draft.put("651", " 7", ("a", conferral.province), local)


def _names(draft: _Draft, conferral: Conferral) -> None:
    """1xx for the recipient of an honour; 7xx for the recipient of a work's award, the superior body and who conferred it."""
    if conferral.recipient_kind != "work" or plain(conferral.work):
        code = _OTHER if honoured_work(conferral) else _HONOREE
        given = _Name(plain(conferral.recipient), conferral.recipient_id, conferral.recipient_kind or "other", _RECIPIENT, code)
        _entry(draft, given, main=_is_main(conferral))
    for name, identifier, term in (
        (conferral.parent, conferral.parent_id, _PARENT),
        (conferral.conferred_by, conferral.conferred_by_id, _GIVER),
    ):
        kind = "organisation" if identifier is None else identifier.partition(":")[0]
        _entry(draft, _Name(plain(name), identifier, kind, term, _OTHER), main=False)


def _is_main(conferral: Conferral) -> bool:
    """Whether the recipient is the main entry: of an honour, and a person or a body.

    That the recipient of a work's award made the work is likely and not told.
    """
    surely = conferral.recipient_kind in {"person", "organisation"}
    return surely and bool(plain(conferral.recipient)) and not honoured_work(conferral)


def _entry(draft: _Draft, given: _Name, *, main: bool) -> None:
    """A person by the name as it is read, as Thai names are filed; a body in direct order; else an uncontrolled name, 720."""
    if not given.name:
        return
    tags = {"person": ("100" if main else "700", "0 "), "organisation": ("110" if main else "710", "2 ")}
    tag, indicators = tags.get(given.kind or "", ("720", "  "))
    uri = None if tag == "720" else draft.uri(given.identifier)
    pairs = (("a", given.name), ("e", given.term), ("0", uri), ("4", given.code))
    draft.put(tag, indicators, *pairs, english=draft.english(given.name, given.identifier))


def _article(draft: _Draft, source: Source) -> None:
    """856 for an article with a web address, 581 for one without."""
    shown = ": ".join(part for part in (plain(source.outlet), plain(source.title)) if part)
    published = f"เผยแพร่ {date_in_both(source.published)}" if source.published else None
    url = link(source.url)
    if url is not None:
        draft.put("856", "42", ("3", shown), ("u", url), ("z", published))
    else:
        draft.put("581", "  ", ("a", ", ".join(part for part in (shown or plain(source.article_id), published) if part)))
