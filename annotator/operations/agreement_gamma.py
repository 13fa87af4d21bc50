"""gamma of what is compared, where the library that works it out is installed."""

from collections.abc import Callable, Iterator

from annotator.core.agreement import gamma as library
from annotator.core.agreement.compared import Compared
from annotator.core.agreement.gamma import Gamma as Gamma
from annotator.core.agreement.gamma import Unit
from annotator.errors import Cancelled, NotFound
from annotator.operations.agreement import Comparison

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


def can_work_out_gamma() -> bool:
    """True when the library is there."""
    return library.is_there()


def work_out_gamma(
    comparison: Comparison, progress: Progressed | None = None, cancelled: IsCancelled | None = None
) -> Gamma:
    """Gamma over all articles that are compared. Raises NotFound without the library, and Cancelled."""
    if not can_work_out_gamma():
        raise NotFound("gamma needs a library that is not installed; install the program with its extra “gamma”.")

    def step(done: int, total: int) -> None:
        if cancelled and cancelled():
            raise Cancelled("Working gamma out was stopped.")
        if progress:
            progress(done, total)

    return library.gamma([list(_units(article)) for article in comparison.articles], step)


def _units(article: Compared) -> Iterator[Unit]:
    for reader, said in zip(article.readers, article.annotations, strict=True):
        for annotation in said:
            yield str(reader), annotation.label, annotation.extent
