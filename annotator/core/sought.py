"""What is looked for, and in which articles."""

from dataclasses import dataclass

from annotator.core.search_filters import EVERYTHING, Filters
from annotator.core.search_query import parse


@dataclass(frozen=True, slots=True)
class Sought:
    """What a person typed to search. `folded`: accents do not matter. `by_pattern`: it is a regular expression."""

    text: str = ""
    filters: Filters = EVERYTHING
    folded: bool = False
    by_pattern: bool = False

    @property
    def is_empty(self) -> bool:
        """True while there is nothing to look for."""
        return not self.text.strip() if self.by_pattern else parse(self.text).is_empty
