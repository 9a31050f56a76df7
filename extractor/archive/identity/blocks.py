"""Block keys of tellings: only what shares a key is compared."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import combinations

from extractor.archive.identity import OrganisationName, PersonName, Telling
from extractor.archive.identity.awards import award_core
from extractor.archive.identity.folding import fold, solid
from extractor.archive.identity.glossary import concepts
from extractor.archive.identity.likeness import halves, skeleton
from extractor.archive.identity.organisations import organisation_keys
from extractor.archive.identity.parts import work_core
from extractor.archive.identity.people import given_name, person_keys
from extractor.archive.identity.sounds import sound_keys, sounds

_MOST = 4
_BEGINNING = 8
"""Letters of a title by which it meets one that was cut short, or goes on."""


@lru_cache(maxsize=4096)
def conferral_keys(telling: Telling) -> frozenset[str]:
    """Block keys: any two tellings of one conferral share at least one, though a year be missing or a name misspelt.

    The keys are of award and time of publication, of recipient and year (the years around the publication, where none is told),
    of the halves of the recipient's name with award and year, of recipient, award and edition, and of the work's title: its
    halves, its beginning, its sounds.
    """
    award = telling.award_id or (award_core(telling.award) if telling.award else "")
    years = _years(telling)
    keys = {f"{recipient}|{year}" for recipient in _recipient_keys(telling) for year in years}
    if telling.recipient:
        names = {award_core(telling.award), award} if telling.award else {award}
        near = _halves_of_recipient(telling)
        keys.update(f"{half}|{name}|{year}" for half in near for name in names for year in years if name)
        if telling.edition is not None:
            keys.add(f"{telling.recipient_id or solid(telling.recipient)}|{award}|e{telling.edition}")
    day = day_of(telling.published)
    if award and day is not None:  # what is told of one award at one time, in two weeks that overlap by one
        keys |= {f"{name}|{day // 14}" for name in {award_core(telling.award or ""), award}}
        keys |= {f"{name}|{(day + 7) // 14}+" for name in {award_core(telling.award or ""), award}}
        keys |= {f"c{key}|{week}" for key in _spoken_of(telling.award or "") for week in (f"{day // 14}", f"{(day + 7) // 14}+")}
    if day is not None and telling.recipient_kind == "person" and (given := given_name(telling.recipient or "")):
        called = (f"g:{given}", *(f"g{sound}" for sound in sounds(given) if len(sound) > 1))
        keys |= {f"{each}|{week}" for each in called for week in (f"{day // 14}", f"{(day + 7) // 14}+")}
    if telling.work:
        core = skeleton(work_core(telling.work))
        keys |= {f"t{key}" for key in sound_keys(work_core(telling.work))}
        keys |= halves(core, "t") if len(core) >= 6 else {f"t:{core}|{award}"}
        if len(core) >= _BEGINNING:
            keys.add(f"t^{core[:_BEGINNING]}")
    if not keys:
        keys.add(f"n:{award}|{telling.year}|{solid(telling.category or telling.branch or '')}")
    return frozenset(keys)


@lru_cache(maxsize=16384)
def _spoken_of(award: str) -> tuple[str, ...]:
    """What an award speaks of, two by two of four things at most, so that it meets its name in the other language."""
    found = sorted(concepts(fold(award)))[:_MOST]
    return tuple("+".join(pair) for pair in combinations(found, 2)) or tuple(found)


def _recipient_keys(telling: Telling) -> set[str]:
    """What stands for the recipient as a whole: its id, its gazetteer row, its name."""
    found = {key for key in _name_keys(telling) if key[1] == ":" or key.startswith(("id:", "s<", "s>"))}
    if telling.recipient_id:
        found.add(telling.recipient_id)
    return found


def _halves_of_recipient(telling: Telling) -> set[str]:
    return {key for key in _name_keys(telling) if key[:2] in {"o<", "o>", "p<", "p>"}}


def _name_keys(telling: Telling) -> frozenset[str]:
    if not telling.recipient:
        return frozenset()
    if telling.recipient_kind == "person":
        return person_keys(PersonName(telling.recipient))
    return organisation_keys(OrganisationName(telling.recipient))


def _years(telling: Telling) -> tuple[int | None, ...]:
    """The years a telling may be of: its own, else those around its publication."""
    if telling.year is not None:
        return (telling.year,)
    if telling.published and telling.published[:4].isdigit():
        published = int(telling.published[:4])
        return (published + 1, published, published - 1, published - 2)
    return (None,)


@lru_cache(maxsize=16384)
def day_of(published: str | None) -> int | None:
    """The day of an ISO date as a number of days; null where it is none."""
    if not published or len(published) < 10:
        return None
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None
