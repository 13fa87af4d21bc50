"""How far an export is, in its two stages: written, and read back again."""

from dataclasses import dataclass

from annotator.operations.choosing import Progressed

_READ_BACK = 3  # of so many parts of the whole, reading back is about one


@dataclass(slots=True)
class Stages:
    """Counts articles: one is written for the greater part, and done when it was read back and compared."""

    told: Progressed | None = None
    total: int = 0
    last: int = 0

    def written(self, done: int, total: int) -> None:
        """So many articles of all are written."""
        self.total = total
        self._tell(done * (_READ_BACK - 1) // _READ_BACK)

    def compared(self, done: int, of: int) -> None:
        """So much of what was written is read back, in whatever unit."""
        if of:
            self._tell(self.total * ((_READ_BACK - 1) * of + done) // (_READ_BACK * of))

    def ended(self) -> None:
        """All of it is done, also where there was nothing to compare."""
        self._tell(self.total)

    def _tell(self, done: int) -> None:
        if self.told and done > self.last:
            self.last = done
            self.told(done, self.total)
