"""What is asked on the page of search, and what came of it."""

from dataclasses import dataclass

from annotator.core.concordance import Order
from annotator.core.search_filters import EVERYTHING, Filters
from annotator.core.search_results import Hit, Line
from annotator.core.sought import Sought


@dataclass(frozen=True, slots=True)
class Ask:
    """A search as it is set on the page. `order` None: articles; else a concordance in that order."""

    text: str = ""
    filters: Filters = EVERYTHING
    folded: bool = False
    order: Order | None = None
    by_pattern: bool = False

    @property
    def sought(self) -> Sought:
        """What is looked for, however it is shown."""
        return Sought(self.text, self.filters, self.folded, self.by_pattern)

    @property
    def is_empty(self) -> bool:
        """True while there is nothing to look for."""
        return self.sought.is_empty


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. `more`: not all of it is here. `total`: how many articles there are, None when not counted.

    `labels`: of each line of a concordance, with which labels its place is tagged.
    """

    found: tuple[Hit, ...] | tuple[Line, ...] = ()
    more: bool = False
    total: int | None = None
    labels: tuple[tuple[str, ...], ...] = ()
