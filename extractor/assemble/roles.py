"""What the words around a party tell of it: that it won, made a work, gave, or stands above the one before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.continuing import continues, goes_on, is_of_band
from extractor.assemble.members import is_announced, is_team
from extractor.assemble.role_listing import Listing
from extractor.assemble.role_words import BETWEEN, COMMUNITY, OF_PEOPLE, OF_PUPILS, WON_BY
from extractor.assemble.standing import NEAR, is_plant_of, stands_above

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party


# ทีม ก| จาก |อ.นาดี คว้าแชมป์: where it is from
_FROM = re.compile(r"[ ]?จาก[ ]{1,2}")


def give_roles(text: str, parties: list[Party], findings: Findings) -> None:
    """Gives each party, in text order, the role that the words around it tell."""
    listing = Listing(text, findings, parties)
    province_ends = {hit.end for hit in findings.provinces}
    previous: Party | None = None
    winner: Party | None = None
    team: Party | None = None
    member_follows = _FIRST_MEMBER.fullmatch
    for party in parties:
        if previous is not None:
            beside_team = (previous.kind, party.kind) == ("team", "person")
            member = beside_team and member_follows(text, previous.end, party.start) is not None
            near = party.start - previous.end <= NEAR or previous.body is not None
            pupils = (previous.kind, party.kind) == ("team", "organisation") and OF_PUPILS.fullmatch(
                text, previous.end, party.start
            )
            if pupils:
                previous.body = previous.body or party.name
            at_home = (
                party.kind == "place" and previous.kind in {"person", "team"} and _FROM.fullmatch(text, previous.end, party.start)
            )
            if member or pupils or at_home or (near and stands_above(text, previous, party, province_ends)):
                party.role = "member" if member else "superior"
                previous.end = max(previous.end, party.end)
                if text.startswith(")", previous.end) and "(" in text[previous.name.end : previous.end]:
                    previous.end += 1
                member_follows = _NEXT_MEMBER.fullmatch if member else member_follows
                continue
        if previous is not None and is_plant_of(previous, party):
            party.body, party.role, previous.role = previous.name, previous.role, "superior"
        elif previous is not None and _is_kind(text, previous, party):
            previous.role, party.role = "heading", "listed"
        elif previous is not None and _is_officer(text, previous, party, of_people=listing.of_people(previous)):
            previous.role, party.role = "superior", "listed"
            party.body = party.body or previous.name
        elif party.is_of_words and previous is not None and previous.role == "listed" and party.start - previous.end <= 5:
            party.role = "listed"
        else:
            of_team = _is_of_team(text, previous, party) or is_announced(text, team, party)
            party.role = "member" if of_team else listing.role(party, previous, winner)
        if party.end > (previous.end if previous else 0):
            previous = party
            member_follows = _FIRST_MEMBER.fullmatch
        team = party if is_team(text, party) else team
        if party.role == "listed" or (party.role == "doer" and WON_BY.search(text[max(0, party.start - 80) : party.start])):
            winner = party


# ทีมนาดี (ชั้น ม.ปลาย) ประกอบด้วย |นาย ก: they are the team, and it has won
_FIRST_MEMBER = re.compile(
    r"[”\"’']?[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:(?:,|จากประเทศ[ก-๎]{2,12})[ ]*)?"
    r"(?:(?:โดย|ซึ่ง)?[ ]?(?:มี)?[ ]?(?:ประกอบ(?:ไป)?ด้วย|(?:มี)?(?:ราย(?:ชื่อ|นาม))?สมาชิก(?:(?:ใน|ของ)?ทีม)?[ ]*(?:ได้แก่|คือ|ประกอบด้วย|:)?"
    r"|ได้แก่|คือ|นำ(?:ทีม)?โดย|โดย|:)[^\n]{0,40}?)"
    r"\n?[ ]*(?:(?:\(?\d{1,2}[.)]\)?|[-–•])[ ]*)?"
)
_NEXT_MEMBER = re.compile(r"[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:(?:(?:,|/|และ)+\n?|\n)[ ]*)?(?:(?:\(?\d{1,2}[.)]\)?|[-–•])[ ]*)?")


# 1) กลุ่มเกษตรกรทำนา |กลุ่มเกษตรกรทำนาบ้านดอย จังหวัดแพร่
_KINDS = re.compile(r"กลุ่ม|สหกรณ์|วิสาหกิจ|ศูนย์|โรงเรียน|โรงพยาบาล|ชุมชน|สมาคม|มูลนิธิ")
_ITEM_BEGINS = re.compile(r"(?:^|\n|[ ก-๎]\(?\d{1,2}[.)])[ ]*$")
_IN_PROVINCE = re.compile(r"[ ]*(?:จำกัด)?[ ]*(?:(?:ต\.|ตำบล|อ\.|อำเภอ)[ ]?[ก-๎]{1,40}[ ]*){0,2}(?:จ\.|จังหวัด)")


# … โดยสมาชิกในทีมประกอบด้วย |นาย ก และ|นาย ข
_OF_TEAM = re.compile(r"สมาชิก(?:ใน|ของ)?ทีม[^\n]{0,30}$")


def _is_of_team(text: str, previous: Party | None, party: Party) -> bool:
    """Whether a person is told as one of a team that has been named before."""
    if party.kind != "person":
        return False
    if _OF_TEAM.search(text, max(0, party.start - 40), party.name.start) is not None:
        return True
    return (
        previous is not None and previous.role == "member" and _NEXT_MEMBER.fullmatch(text, previous.end, party.start) is not None
    )


def _is_kind(text: str, previous: Party, party: Party) -> bool:
    """Whether an item begins with the kind of body that has won, and the body stands right behind it."""
    kind = _KINDS.match(text, previous.start)
    return (
        kind is not None
        and previous.kind in {"organisation", "team", "place"}
        and party.kind in {"organisation", "team"}
        and text[previous.end : party.start] == " "
        and text.startswith(kind.group(), party.start)
        and _ITEM_BEGINS.search(text, max(0, previous.start - 6), previous.start) is not None
        and _IN_PROVINCE.match(text, party.end) is not None
    )


def _is_officer(text: str, previous: Party, party: Party, *, of_people: bool) -> bool:
    """Whether a row of people names the body of each before: จำนวน 2 ราย ได้แก่ กรมการข้าว นาย ก; or a prize `of_people` does."""
    return (
        party.kind == "person"
        and (previous.kind, previous.role) == ("organisation", "listed")
        and 0 <= party.start - previous.end <= 1
        and (OF_PEOPLE.search(text, max(0, previous.start - 60), previous.start) is not None or of_people)
    )


def carry_on(findings: Findings) -> None:
    """Lists the parties that go on with an enumeration whose first winner was found last."""
    previous: Party | None = None
    for party in findings.parties:
        if party.role in {"superior", "member"} and previous is not None and party.end <= previous.end:
            continue  # อบต.นาดี |จ.น่าน| อบต.นาทอน: where the one before it lies
        if previous is not None and is_of_band(findings.text, previous, party):
            previous.body, party.role = previous.body or party.name, "superior"
            previous.end = max(previous.end, party.end)
            continue
        if previous is not None and party.role == "plain" and previous.role == "listed":
            if party.kind == "place" and not COMMUNITY.match(findings.text, party.start) and 0 <= party.start - previous.end <= 1:
                party.role = "superior"
                previous.end = max(previous.end, party.end)
                continue
            beside = previous.kind == "team" and party.kind == "person"
            between = BETWEEN.fullmatch(findings.text, previous.end, party.start)
            if continues(findings.text, previous, party) or (beside and between) or goes_on(findings.text, previous, party):
                party.role = "listed"
        previous = party
