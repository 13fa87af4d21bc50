"""A query in SQL while it is put together: its conditions, and the values of their parameters."""

from collections.abc import Sequence
from typing import Any

from annotator.core.search_query import Part

Groups = Sequence[Sequence[Part]]
"""What a query wants: a part of each group."""


class Statement:
    """A query that grows: its conditions, and the values of their parameters."""

    def __init__(self) -> None:
        self.conditions: list[str] = []
        self.values: dict[str, Any] = {}

    def value(self, value: Any) -> str:
        """A parameter with this value, as it is written in a condition."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"
