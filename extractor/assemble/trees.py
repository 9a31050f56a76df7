"""Regression trees as they are stored: a small learned model that is read with nothing but the standard library."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

# feature, threshold and the nodes on either side; of a leaf: 0, its value, and None twice
Node: TypeAlias = tuple[int, float, Any, Any]


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
        self._trees = [_linked(nodes, 0) for nodes in trees]

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Trees:
        """The model that a JSON file holds."""
        return cls(stored["features"], stored["start"], stored["trees"])

    def probability(self, values: Mapping[str, float]) -> float:
        """How likely it is, by the features' values; those that are left out are -1."""
        row = [values.get(name, -1.0) for name in self.features]
        total = self._start
        for feature, threshold, left, right in self._trees:
            while left is not None:
                feature, threshold, left, right = left if row[feature] <= threshold else right
            total += threshold
        return 1 / (1 + math.exp(-total))


def _linked(nodes: list[list[float]], at: int) -> Node:
    """The node at `at` with those below it in it: (feature, threshold, left, right)."""
    if len(nodes[at]) == 1:
        return 0, nodes[at][0], None, None
    feature, threshold, left, right = nodes[at]
    return int(feature), threshold, _linked(nodes, int(left)), _linked(nodes, int(right))
