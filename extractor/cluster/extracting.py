"""The step that extracts: a record for each document that holds an article, just as `extractor extract` makes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from datatrove.pipeline.base import PipelineStep

from extractor import lexicon as lexicons
from extractor.cluster.reading import ARTICLE, RECORD, REJECT, as_json
from extractor.errors import ClusterError, InputError
from extractor.read import Reject, as_reject
from extractor.read.articles import make_article
from extractor.run.limit import SECONDS
from extractor.run.outcomes import record_of, warm_up
from extractor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from datatrove.data import Document

    from extractor.lexicon import Lexicon
    from extractor.models import Article


class ExtractRecords(PipelineStep):  # type: ignore[misc] # datatrove has no types
    """Adds to each document's metadata its `Record` under `record`, or under `reject` why there is none.

    Documents of `ReadArticles` hold their article under `article`; for any other the article is made of the document: its `id`
    and `text`, `file_path` of the metadata as source, the rest of the metadata as `meta`.

    Args:
        gazetteers: folders of the caller's own, which every machine must reach.
        digest: the hash that the gazetteers must have here too; left empty, none is asked for.
        version: the version of this package that must run here; left empty, any will do.
        seconds: the processor time that an article may take before it is set aside; 0 is no limit.

    Raises:
        ClusterError: this machine has another version of the package, or other gazetteers, than the run was planned with.
        GazetteerError: the gazetteers have faults.
    """

    name = "Thai awards: records"
    type = "🏅 - EXTRACTOR"

    def __init__(self, gazetteers: Sequence[str] = (), *, digest: str = "", version: str = "", seconds: float = SECONDS) -> None:
        super().__init__()
        self.gazetteers = tuple(gazetteers)
        self.digest = digest
        self.version = version
        self.seconds = seconds

    def run(self, data: Iterator[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002 - as datatrove has it
        """The documents of the step before, each with its record."""
        lexicon = self._lexicon()
        for document in data:
            if REJECT not in document.metadata:
                with self.track_time():
                    self._extract(document, lexicon)
            yield document

    def _lexicon(self) -> Lexicon:
        if self.version and self.version != __version__:
            told = f"this machine has version {__version__} of thai-awards, the run was planned with {self.version}"
            raise ClusterError(told, remedy="install the same version on every machine")
        lexicon = lexicons.load(*map(Path, self.gazetteers))
        if self.digest and self.digest != lexicon.digest:
            told = "this machine has other gazetteers than the run was planned with"
            raise ClusterError(told, remedy="keep them in a folder that every machine reaches")
        warm_up(lexicon)
        return lexicon

    def _extract(self, document: Document, lexicon: Lexicon) -> None:
        try:
            article = article_of(document)
        except InputError as error:
            document.metadata[REJECT] = as_reject(error, None, None, str(document.id), None)
            return
        found = record_of(article, lexicon, self.seconds)
        if isinstance(found, Reject):
            document.metadata[REJECT] = found
            return
        document.metadata[RECORD] = found
        self.stat_update("articles")
        self.stat_update("conferrals", value=len(found.awards))
        self.stat_update("people", value=len(found.people))


def article_of(document: Document) -> Article:
    """The article that a document holds or is.

    Raises:
        InputError: it has no text, or an id that is none.
    """
    if ARTICLE in document.metadata:
        article: Article = document.metadata[ARTICLE]
        return article
    meta = {key: as_json(value) for key, value in document.metadata.items() if key != "file_path"}
    return make_article(document.id, document.text, str(document.metadata.get("file_path", "")), meta=meta)
