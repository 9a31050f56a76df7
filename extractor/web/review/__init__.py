"""Review: an article beside what was read out of it, and the decisions of people on it.

`view` gathers what the page shows, `stamps` tells whether what a form was made from still stands, `presence` who else is at the
article, `telling` puts decisions in words, `deciding` takes them in, and `routes` has the addresses.
"""

from extractor.web.review.routes import router

__all__ = ["router"]
