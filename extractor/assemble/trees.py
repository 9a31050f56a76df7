"""Regression trees as they are stored: a small learned model that is read with nothing but the standard library."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class Node:
    """A feature, a threshold and the nodes on either side; a leaf has none, and its value for the threshold."""

    __slots__ = ("feature", "left", "right", "threshold")

    def __init__(self, feature: int, threshold: float, left: Node | None, right: Node | None) -> None:
        self.feature = feature
        self.threshold = threshold
        self.left = left
        self.right = right


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
        for tree in self._trees:
            node = tree
            while (left := node.left) is not None and (right := node.right) is not None:
                node = left if row[node.feature] <= node.threshold else right
            total += node.threshold
        return 1 / (1 + math.exp(-total))


def _linked(nodes: list[list[float]], at: int) -> Node:
    """The node at `at` with those below it in it."""
    if len(nodes[at]) == 1:
        return Node(0, nodes[at][0], None, None)
    feature, threshold, left, right = nodes[at]
    return Node(int(feature), threshold, _linked(nodes, int(left)), _linked(nodes, int(right)))
