"""Searching the archive: free text and facets, on SQLite and PostgreSQL alike.

`index` keeps the index in step with the archive, `reindex` builds it anew, `search` asks it. How they work, in the order in
which a query passes through: `words` folds and cuts; `snapshot` has the packed columns of `blocks` at hand; `matching` looks
the words up among the `names` and in the database's `fulltext` index; `finding` filters, orders and counts.
"""

from .finding import Facet, Hit, How, Match, Page, Place, Query, listing, search
from .indexing import index, reindex
from .words import fold, terms

__all__ = ["Facet", "Hit", "How", "Match", "Page", "Place", "Query", "fold", "index", "listing", "reindex", "search", "terms"]
