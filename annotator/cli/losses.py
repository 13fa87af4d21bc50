"""What an export would lose, told at a prompt before anything is written."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from annotator.cli.commands import say
from annotator.cli.desk import Desk
from annotator.cli.output import counter, print_lines
from annotator.core.recipes import ExportRequest
from annotator.operations.losses import LossPreview, preview

_REASONS = 5  # that are told of each kind


def tell_losses(desk: Desk, request: ExportRequest, target: Path | None = None) -> None:
    """Print what a request would lose if it went to `target`: grouped by what it is and why, or each thing as JSON."""
    found = preview(desk.workspace, request, None if desk.as_json else counter(), target=target)
    try:
        if desk.as_json:
            found.lost.write(sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
        print_lines(_lines(found))
        for loss in found.always:
            say(loss)
    finally:
        found.lost.close()


def _lines(found: LossPreview) -> Iterator[str]:
    if not found.lost:
        yield "Nothing of this selection would be lost."
        return
    reasons: dict[str, Counter[str]] = defaultdict(Counter)
    for loss in found.lost:
        reasons[loss.what][loss.why] += 1
    for what, number in found.lost.counts.most_common():
        yield f"{number:,} × {what}"
        for why, times in reasons[what].most_common(_REASONS):
            yield f"    {why}" + (f" ({times:,} times)" if 1 < times < number else "")
        if len(reasons[what]) > _REASONS:
            yield f"    … and {len(reasons[what]) - _REASONS:,} more; --json lists each."
    yield f"“--format {found.nearest}” would lose nothing of it."
