"""What is said of a corrected version and of what becomes of annotations in it, in words."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from annotator.core.anchoring import Anchored, Fate
from annotator.core.spans import Span
from annotator.core.text_diff import PieceKind, differences
from annotator.operations.version_details import DetailChange
from annotator.operations.versions import Carried
from annotator.ui.lines import number, one_line, printed_time

_SHOWN = 60
_CHANGES = 3


def _tr(words: str) -> str:
    return QCoreApplication.translate("Versions", words)


def fate_words(anchored: Anchored) -> str:
    """What has become of an annotation."""
    if anchored.fate is Fate.GONE:
        return _tr("gone")
    if anchored.ambiguous:
        return _tr("the same words, in several places or among other words")
    if anchored.fate is Fate.REWORDED:
        return _tr("reworded, {percent} % the same").format(percent=number(min(99, round(100 * anchored.likeness))))
    fate = _tr("kept") if anchored.fate is Fate.KEPT else _tr("moved")
    return _tr("{fate}, its sentence has changed").format(fate=fate) if anchored.context_changed else fate


def count_words(carried: Sequence[Carried]) -> str:
    """How many annotations have which fate."""
    if not carried:
        return _tr("The article has no annotations.")
    counts = Counter(one.anchored.fate for one in carried)
    names = {
        Fate.KEPT: _tr("{count} kept"),
        Fate.MOVED: _tr("{count} moved"),
        Fate.REWORDED: _tr("{count} reworded"),
        Fate.GONE: _tr("{count} gone"),
    }
    return " · ".join(words.format(count=number(counts[fate])) for fate, words in names.items() if counts[fate])


def left_words(left: int) -> str:
    """How many annotations have to be decided on yet."""
    if not left:
        return _tr("All is decided.")
    one, many = _tr("1 annotation to decide on"), _tr("{count} annotations to decide on")
    return one if left == 1 else many.format(count=number(left))


def detail_words(details: Sequence[DetailChange]) -> str:
    """Which details the new version has otherwise; "" when none."""
    names = {
        "title": _tr("title"), "outlet": _tr("outlet"), "byline": _tr("byline"), "published": _tr("published"),
        "url": _tr("address"), "embargo_until": _tr("embargo until"), "status": _tr("status"),
        "source_note": _tr("source note"),
    }  # fmt: skip
    named = [change for change in details if change.name in names]  # the exact time is told by the printed one
    told = [_detail(names[change.name], change.new) for change in named]
    return _tr("Changed with it: {details}.").format(details=", ".join(told)) if told else ""


def stretch_words(text: str, segments: Sequence[Span]) -> str:
    """The words of an annotation, in one line."""
    return one_line(" … ".join(text[start:end] for start, end in segments))


def change_words(old: str, new: str) -> str:
    """What differs between two wordings, the first few places of it; "" when nothing is seen of it."""
    told: list[str] = []
    for kind, one, two in differences(old, new):
        before, after = one_line(old[slice(*one)]), one_line(new[slice(*two)])
        if kind is PieceKind.EQUAL or not (before or after):
            continue
        if before and after:
            told.append(_tr("“{old}” is now “{new}”").format(old=_short(before), new=_short(after)))
        else:
            words = _tr("“{words}” is left out") if before else _tr("“{words}” is added")
            told.append(words.format(words=_short(before or after)))
    return "; ".join([*told[:_CHANGES], "…"] if len(told) > _CHANGES else told)


def _detail(name: str, new: str) -> str:
    return _tr("{name} “{new}”").format(name=name, new=_short(printed_time(new))) if new else name


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()} …"
