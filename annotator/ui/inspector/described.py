"""An annotation with all that the inspector shows of it: the sources it names, and what is to be put right."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.core.records import AnnotationRecord, SourceRecord
from annotator.core.validation import Problem


@dataclass(frozen=True, slots=True)
class Described:
    """`sources` by the attribute that names them; `problems` that are to be shown now; `own`: not somebody else's.

    `returned`: who wants it to be looked at again, and why; "" where nobody does.
    """

    record: AnnotationRecord
    sources: Mapping[str, tuple[SourceRecord, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    own: bool = True
    returned: str = ""
