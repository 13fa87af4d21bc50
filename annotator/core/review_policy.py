"""How a project reviews: the reasons for which an annotation is returned, as data. `Project.review` keeps them."""

from collections.abc import Iterable, Mapping
from typing import Any

from annotator.errors import InvalidDetails

REASONS = "reasons"
MOST_REASONS = 9  # one for each key from 1 to 9
_LONGEST = 200

USUAL_REASONS = (
    "The stretch is too long or too short.",
    "Another label fits better.",
    "There is nothing to tag here.",
    "The source is missing, or is somebody else.",
    "A field says something else than the text.",
    "A link is missing, or leads elsewhere.",
    "These are several; split them.",
    "The note does not say why.",
    "The guideline decides this otherwise.",
)
"""The reasons that a project begins with, in the order of their keys."""


def reasons_of(review: Mapping[str, Any] | None) -> tuple[str, ...]:
    """The project's own reasons, else the usual ones. What is no list of words says nothing."""
    own = (review or {}).get(REASONS)
    if not isinstance(own, list):
        return USUAL_REASONS
    return tuple(one for one in own if isinstance(one, str) and one.strip())[:MOST_REASONS] or USUAL_REASONS


def with_reasons(review: Mapping[str, Any] | None, reasons: Iterable[str]) -> dict[str, Any] | None:
    """What the project keeps with other reasons; none of them: the usual ones again. The rest stays.

    Raises InvalidDetails for more than nine, or one that is longer than 200 characters.
    """
    wanted = [" ".join(one.split()) for one in reasons if one.strip()]
    if len(wanted) > MOST_REASONS:
        raise InvalidDetails(f"There can be at most {MOST_REASONS} reasons, one for each key; leave some out.")
    if any(len(one) > _LONGEST for one in wanted):
        raise InvalidDetails(f"A reason can be at most {_LONGEST} characters long; shorten it.")
    kept = {key: value for key, value in (review or {}).items() if key != REASONS}
    if wanted and tuple(wanted) != USUAL_REASONS:
        kept[REASONS] = wanted
    return kept or None
