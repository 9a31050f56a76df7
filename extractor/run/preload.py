"""What every worker process needs, loaded once in the process that they are forked from."""

from __future__ import annotations

import gc

from extractor import lexicon, pipeline
from extractor.models import Article

pipeline.extract(Article(id="first", text="เทศบาลตำบลนาดีได้รับรางวัลเลิศรัฐ ประจำปี 2566"), lexicon=lexicon.load())
gc.freeze()  # so that collecting garbage does not touch, and thereby copy, what the workers share
