"""Reads gold: articles with the record that a person made of each, checked whole before any of it is used."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractor.errors import ExtractorError, Fault, MissingInputError
from extractor.models import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

GOLD_SUFFIX = ".gold.json"
_TEXT_SUFFIXES = (".txt", ".html", ".htm", ".txt.gz", ".html.gz")
_JSON_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}:,]|[^\s\[\]{}:,"]+')
_ISO_DAY = r"\d{4}-\d{2}-\d{2}"
_ISO_DATE = rf"^(?:\d{{4}}-\d{{2}}|{_ISO_DAY}|{_ISO_DAY}/{_ISO_DAY})$"

_LINE = "{id, text, gold}"


class _Gold(BaseModel):
    """Frozen, and closed to keys that it does not name."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class GoldAward(_Gold):
    """One conferral as annotated: strings as in the article, converted year and edition."""

    award: str | None
    year: int | None
    edition: int | None
    branch: str | None
    category: str | None
    level: str | None
    work: str | None
    recipient: str | None
    parent: str | None


class GoldCeremony(_Gold):
    """One presentation or announcement as annotated; `date` is ISO."""

    award: str | None
    date: str | None = Field(pattern=_ISO_DATE)
    organiser: str | None
    presided_by: str | None
    venue: str | None


class GoldPerson(_Gold):
    """One person as annotated."""

    name: str = Field(min_length=1)
    honorific: str | None
    position: str | None


class GoldOrganisation(_Gold):
    """One body as annotated: the fullest form, and every other."""

    name: str = Field(min_length=1)
    aliases: tuple[str, ...]


class GoldRecord(_Gold):
    """What an article yields, as annotated (RECORD.md tells the conventions)."""

    title: str | None
    published: str | None = Field(pattern=rf"^{_ISO_DAY}$")
    awards: tuple[GoldAward, ...]
    ceremonies: tuple[GoldCeremony, ...]
    people: tuple[GoldPerson, ...]
    organisations: tuple[GoldOrganisation, ...]
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its gold."""

    article: Article
    record: GoldRecord


class GoldError(ExtractorError):
    """Gold files have faults; `faults` holds every one of them, each with its file and line."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        count = len(self.faults)
        super().__init__("\n".join([f"{count} fault{'s' if count != 1 else ''} in the gold:", *map(str, self.faults)]))


def read_gold(path: Path) -> dict[str, GoldArticle]:
    """The gold of a JSON Lines file, or of a folder where NAME.gold.json stands beside NAME.txt or NAME.html, by id.

    A line holds `{"id", "text", "gold"}`; other keys are left alone. In a folder the article's id is NAME.

    Raises:
        MissingInputError: there is no such file or folder, or the folder holds no gold.
        GoldError: any line or file has a fault; all of them are told at once.
    """
    path = Path(path)
    faults: list[Fault] = []
    if path.is_dir():
        found = dict(_read_folder(path, faults))
    elif path.is_file():
        found = dict(_read_lines(path, faults))
    else:
        raise MissingInputError("no such file or folder", file=str(path), remedy="name a .jsonl file or a folder of gold")
    if faults:
        raise GoldError(faults)
    if not found:
        raise MissingInputError(
            "no gold in it", file=str(path), remedy=f"expected lines of {_LINE}, or NAME{GOLD_SUFFIX} beside NAME.txt"
        )
    return found


def _read_lines(path: Path, faults: list[Fault]) -> Iterator[tuple[str, GoldArticle]]:
    text = _utf8(path, faults) or ""
    first_line: dict[str, int] = {}
    # Not splitlines: U+2028 and its like may stand unescaped inside a JSON string.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            faults.append(Fault(str(path), number, f"not JSON: {error}"))
            continue
        said = _wrong_with(row)
        if said:
            faults.extend(Fault(str(path), number, problem) for problem in said)
            continue
        if row["id"] in first_line:
            faults.append(Fault(str(path), number, f"id {row['id']!r} stands already on line {first_line[row['id']]}"))
            continue
        first_line[row["id"]] = number
        try:
            record = GoldRecord.model_validate(row["gold"])
        except ValidationError as error:
            faults.extend(Fault(str(path), number, f"gold.{where}: {what}") for where, what in _problems(error))
            continue
        article = Article(id=row["id"], text=row["text"], source=f"{path}:{number}")
        yield row["id"], GoldArticle(article, record)


def _wrong_with(row: object) -> list[str]:
    """What keeps a line from being gold at all."""
    if not isinstance(row, dict):
        return [f"not an object but {type(row).__name__}; expected {_LINE}"]
    return [
        f"no {key!r} that is {'an object' if kind is dict else 'a string'}"
        for key, kind in (("id", str), ("text", str), ("gold", dict))
        if not isinstance(row.get(key), kind) or (key == "id" and not row[key])
    ]


def _read_folder(folder: Path, faults: list[Fault]) -> Iterator[tuple[str, GoldArticle]]:
    for path in sorted(folder.glob(f"*{GOLD_SUFFIX}")):
        name = path.name.removesuffix(GOLD_SUFFIX)
        content = _utf8(path, faults)
        record = None if content is None else _parse(path, content, faults)
        article = _article_beside(path, name, faults)
        if record is not None and article is not None:
            yield name, GoldArticle(article, record)


def _parse(path: Path, content: str, faults: list[Fault]) -> GoldRecord | None:
    try:
        return GoldRecord.model_validate(json.loads(content))
    except ValidationError as error:
        lines = _lines_of(content)
        for where, what in _problems(error):
            faults.append(Fault(str(path), _nearest(lines, where), f"{where or 'gold'}: {what}"))
    except json.JSONDecodeError as error:
        faults.append(Fault(str(path), error.lineno, f"not JSON: {error.msg}"))
    return None


def _article_beside(path: Path, name: str, faults: list[Fault]) -> Article | None:
    beside = [file for suffix in _TEXT_SUFFIXES if (file := path.with_name(name + suffix)).is_file()]
    if len(beside) != 1:
        stand = "no " + " or ".join(name + suffix for suffix in _TEXT_SUFFIXES[:2]) if not beside else "several articles"
        faults.append(Fault(str(path), 1, f"{stand} beside it"))
        return None
    from extractor.read import Reject, read_articles  # noqa: PLC0415 - lxml and trafilatura load only for gold that needs them

    def failed(reject: Reject) -> None:
        faults.append(Fault(reject.source or str(beside[0]), reject.line or 1, reject.error))

    found = list(read_articles([str(beside[0])], on_error=failed))
    return found[0].model_copy(update={"id": name}) if found else None


def _utf8(path: Path, faults: list[Fault]) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        faults.append(Fault(str(path), line, "not UTF-8"))
    except OSError as error:
        faults.append(Fault(str(path), 1, error.strerror or "cannot be read"))
    return None


def _problems(error: ValidationError) -> Iterator[tuple[str, str]]:
    """Where and what, for each thing that is wrong with a record."""
    for problem in error.errors():
        what = {"missing": "is missing (null where the article does not state it)", "extra_forbidden": "is no field"}.get(
            problem["type"]
        )
        yield ".".join(map(str, problem["loc"])), what or f"{problem['msg']}, not {_short(problem['input'])}"


def _short(value: object, most: int = 60) -> str:
    said = json.dumps(value, ensure_ascii=False, default=str)
    return said if len(said) <= most else said[:most] + "…"


def _nearest(lines: Mapping[str, int], where: str) -> int:
    """The line of a value, or of the nearest thing around it where the value itself is missing."""
    while where not in lines and where:
        where = where.rpartition(".")[0]
    return lines.get(where, 1)


def _lines_of(content: str) -> dict[str, int]:
    """The line on which each value of a JSON document stands, by its path (`awards.2.year`)."""
    lines: dict[str, int] = {}
    path: list[str | int] = []
    key_next: list[bool] = []
    for token in _JSON_TOKEN.finditer(content):
        mark = token.group()
        if mark in "{[":
            lines[".".join(map(str, path))] = content.count("\n", 0, token.start()) + 1
            path.append("" if mark == "{" else 0)
            key_next.append(mark == "{")
        elif mark in "}]":
            path.pop()
            key_next.pop()
        elif mark == ",":
            last = path[-1]
            if isinstance(last, int):
                path[-1] = last + 1
            else:
                key_next[-1] = True
        elif mark == ":":
            key_next[-1] = False
        elif key_next and key_next[-1]:
            path[-1] = str(json.loads(mark))
        else:
            lines[".".join(map(str, path))] = content.count("\n", 0, token.start()) + 1
    return lines
