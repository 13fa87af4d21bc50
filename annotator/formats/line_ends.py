"""A text that another tool has stored with carriage returns, and where its places are without them."""

import re
from bisect import bisect_left


class LineEnds:
    """A text with line feeds alone; `place` leads from a place in the text as it was given to the same one in `text`.

    Both count code points. A single carriage return ends a line, too.
    """

    def __init__(self, given: str) -> None:
        self._gone = [found.start() for found in re.finditer("\r\n", given)]
        self.text = given.replace("\r\n", "\n").replace("\r", "\n") if "\r" in given else given

    def place(self, point: int) -> int:
        """Where this place of the given text is now; between the two characters of a line's end, before both."""
        return point - bisect_left(self._gone, point)
