"""Regression trees as they are stored: a small learned model that is read with nothing but the standard library."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class Trees:
    """The sum of many small trees, as a probability.

    A node is `[feature, threshold, left, right]` (left where the feature is at most the threshold) or the `[value]` of a leaf.

    Args:
        features: what the values are called.
        start: what every sum begins with.
        trees: the nodes of each tree, its root first.
    """

    def __init__(self, features: list[str], start: float, trees: list[list[list[float]]]) -> None:
        self.features = features
        self._start = start
        self._trees = trees

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Trees:
        """The model that a JSON file holds."""
        return cls(stored["features"], stored["start"], stored["trees"])

    def probability(self, values: Mapping[str, float]) -> float:
        """How likely it is, by the features' values; those that are left out are -1."""
        row = [values.get(name, -1.0) for name in self.features]
        total = self._start
        for nodes in self._trees:
            node = nodes[0]
            while len(node) > 1:
                feature, threshold, left, right = node
                node = nodes[int(left if row[int(feature)] <= threshold else right)]
            total += node[0]
        return 1 / (1 + math.exp(-total))
