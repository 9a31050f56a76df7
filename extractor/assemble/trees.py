"""Regression trees as they are stored: a small learned model that is read with nothing but the standard library."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Node: TypeAlias = "tuple[int, float, Node, Node] | float"


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
        for node in self._trees:
            while isinstance(node, tuple):
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node
        return 1 / (1 + math.exp(-total))


def _linked(nodes: list[list[float]], at: int) -> Node:
    """The node at `at` with those below it in it: (feature, threshold, left, right), or a leaf's value."""
    if len(nodes[at]) == 1:
        return nodes[at][0]
    feature, threshold, left, right = nodes[at]
    return int(feature), threshold, _linked(nodes, int(left)), _linked(nodes, int(right))
