"""The figures as a table, and every disagreement as pages for people to read.

The pages stand by themselves: nothing is fetched, and everything that comes from an article is escaped.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from extractor.errors import OutputError
from extractor.evaluate.measures import MEAN_AWARD_FIELDS, MEASURES
from extractor.evaluate.passages import Passages
from extractor.templates import environment, resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.evaluate.compare import Disagreement
    from extractor.evaluate.measures import ArticleScore, Evaluation

_AWARD_FIELD_MEASURES = MEASURES[1:10]
_MANIFEST = "report.json"
_SUBJECTS = {
    "title": "หัวข่าว", "published": "วันเผยแพร่", "award": "การรับรางวัล", "ceremony": "พิธี", "person": "บุคคล",
    "organisation": "หน่วยงาน", "date": "วันที่",
}  # fmt: skip
_KINDS = {"missed": "พลาด", "invented": "เกินมา", "differs": "ต่างกัน", "close": "ใกล้เคียง"}


def render_table(evaluation: Evaluation) -> str:
    """The figures, one line a measure: how many the gold holds, P, R, F1 and the 95 % interval of F1.

    >>> print(render_table(evaluation))
    52 articles
    measure                                 gold       P       R      F1   95 %
    award fields                            2032   0.893   0.871   0.882   0.84–0.91
    ...
    """
    count = len(evaluation.articles)
    lines = [f"{count} article{'s' if count != 1 else ''}"]
    if evaluation.missing:
        lines[0] += f", {len(evaluation.missing)} of them without a prediction (scored as empty)"
    lines.append(f"{'measure':<38}{'gold':>6}{'P':>8}{'R':>8}{'F1':>8}   95 %")
    for measure, score in evaluation.scores.items():
        name = f"  {measure}" if measure in _AWARD_FIELD_MEASURES else measure
        figures = f"{score.precision:>8.3f}{score.recall:>8.3f}{score.f1:>8.3f}"
        lines.append(f"{name:<38}{score.gold:>6}{figures}   {score.low:.2f}–{score.high:.2f}")
    mean = evaluation.mean
    lines.append(f"{MEAN_AWARD_FIELDS:<38}{mean.n:>6}{'':>16}{mean.f1:>8.3f}   {mean.low:.2f}–{mean.high:.2f}")
    return "\n".join(lines)


def write_report(folder: Path, evaluation: Evaluation, *, texts: Mapping[str, str]) -> Path:
    """Writes the report into `folder` and returns its first page; `texts` holds each article's text by id.

    An earlier report in the folder is replaced; a folder with anything else in it is left alone. The report is there in
    full or, after an error, not at all.

    Raises:
        OutputError: the folder cannot be written, or holds files that are no report's.
    """
    folder = Path(folder).absolute()
    pages = _pages(evaluation, texts)
    pages[_MANIFEST] = json.dumps({"files": sorted(pages), "f1": evaluation.f1()}, ensure_ascii=False, indent=1) + "\n"
    _refuse_strangers(folder)
    staged: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        for name, content in pages.items():
            path = staged / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="")
        staged.chmod(0o755)
        _swap(staged, folder)
    except OSError as error:
        if staged is not None:
            shutil.rmtree(staged, ignore_errors=True)
        raise OutputError(error.strerror or "cannot be written", file=str(folder), remedy="name another folder") from error
    return folder / "index.html"


def page_name(id_: str) -> str:
    """A file name for an article's page: safe on every system, and different for every id.

    >>> page_name("../ข่าว/7")
    '7-a4ad5bb08f.html'
    """
    digest = hashlib.sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    words = re.sub(r"[^A-Za-z0-9]+", "-", id_).strip("-")[:40].lower()
    return f"{words}-{digest}.html" if words else f"article-{digest}.html"


def _refuse_strangers(folder: Path) -> None:
    """Only an empty folder, or one with nothing but an earlier report, is written into."""
    remedy = "name a new or empty folder"
    if not folder.exists():
        return
    if not folder.is_dir():
        raise OutputError("a file of this name stands in the way", file=str(folder), remedy=remedy)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    try:
        ours = set(json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))["files"]) | {_MANIFEST}
    except (OSError, ValueError, KeyError, TypeError):
        ours = set()
    strangers = sorted(there - ours)
    if strangers:
        raise OutputError(f"holds {strangers[0]!r}, which is no part of a report", file=str(folder), remedy=remedy)


def _swap(staged: Path, folder: Path) -> None:
    """Puts the staged folder in the place of the old one, which comes back if that fails."""
    if not folder.exists():
        staged.rename(folder)
        return
    old = staged.with_name(staged.name + ".old")
    folder.rename(old)
    try:
        staged.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _pages(evaluation: Evaluation, texts: Mapping[str, str]) -> dict[str, str]:
    """The pages by file name: the index, and one for each article that has disagreements."""
    articles = [_article(article, texts.get(article.id, "")) for article in evaluation.articles]
    articles = [article for article in articles if article["notes"]]
    costs = Counter(measure for article in evaluation.articles for d in article.disagreements for measure in d.measures)
    script = resource("extractor.evaluate", "report.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    common = {
        "css": Markup(resource("extractor.evaluate", "report.css")),  # noqa: S704 - our own file
        "script": Markup(script),  # noqa: S704 - our own file
        "script_digest": digest,
        "subjects": _SUBJECTS,
        "kinds": _KINDS,
        "measures": MEASURES,
        "costs": costs,
        "indented": _AWARD_FIELD_MEASURES,
        "evaluation": evaluation,
    }
    index = environment("extractor.evaluate").get_template("index.html.j2")
    page = environment("extractor.evaluate").get_template("article.html.j2")
    pages = {"index.html": index.render(articles=articles, **common)}
    for article in articles:
        pages[f"articles/{article['file']}"] = page.render(article=article, **common)
    return pages


def _article(article: ArticleScore, text: str) -> dict[str, Any]:
    """What the templates show of one article."""
    passages = Passages(text)
    notes = [_note(number, disagreement, passages) for number, disagreement in enumerate(article.disagreements, start=1)]
    return {
        "id": article.id,
        "title": " ".join((article.title or "").split()),
        "file": page_name(article.id),
        "notes": notes,
        "pieces": _whole(passages, notes),
        "award_f1": _award_f1(article),
    }


def _award_f1(article: ArticleScore) -> float | None:
    """F1 of the article's award fields, or None where neither side has any."""
    tally = article.tallies.get("award fields")
    if tally is None or not (whole := 2 * tally.tp + tally.fp + tally.fn):
        return None
    return 2 * tally.tp / whole


def _note(number: int, disagreement: Disagreement, passages: Passages) -> dict[str, Any]:
    places = passages.places(disagreement)
    return {
        "number": number,
        "subject": disagreement.subject,
        "kind": disagreement.kind,
        "measures": sorted(disagreement.measures, key=MEASURES.index),
        "rows": disagreement.rows,
        "places": places,
        "excerpts": [
            [(_exact(piece.text), _sides(piece.gold, piece.predicted)) for piece in pieces]
            for pieces in passages.excerpts(places)
        ],
    }


def _whole(passages: Passages, notes: list[dict[str, Any]]) -> list[tuple[Markup, str, str]]:
    """The whole text in pieces, each with the sides that claim it and the numbers of the notes it belongs to."""
    every = [place for note in notes for place in note["places"]]
    pieces = []
    at = 0
    for piece in passages.pieces(every):
        end = at + len(piece.text)
        numbers = [n["number"] for n in notes if any(p.start <= at and end <= p.end for p in n["places"])]
        pieces.append((_exact(piece.text), _sides(piece.gold, piece.predicted), " ".join(map(str, numbers))))
        at = end
    return pieces


def _sides(gold: bool, predicted: bool) -> str:  # noqa: FBT001
    return " ".join(side for side, is_there in (("g", gold), ("p", predicted)) if is_there)


def _exact(text: str) -> Markup:
    return Markup(str(escape(text)).replace("\r", "&#13;").replace("\0", "␀"))  # noqa: S704 - escaped right here
