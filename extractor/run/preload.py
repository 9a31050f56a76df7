"""What every worker process needs, loaded once in the process that they are forked from."""

from __future__ import annotations

import gc

from extractor import lexicon
from extractor.run.outcomes import warm_up

warm_up(lexicon.load())
gc.freeze()  # so that collecting garbage does not touch, and thereby copy, what the workers share
