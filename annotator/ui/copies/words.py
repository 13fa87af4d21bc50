"""What is said of copies and of what is applied to them, in words."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from annotator.core.anchoring import Fate
from annotator.core.records import DocumentRecord
from annotator.operations.applying import Application, Applied
from annotator.operations.copies import Copy
from annotator.ui.lines import isolated, number, one_line

_AROUND = 40  # characters of the copy that are shown before and after a stretch


def _tr(words: str) -> str:
    return QCoreApplication.translate("Copies", words)


def copy_words(copy: Copy) -> str:
    """A copy in a list: title, outlet, and how much of it is the same."""
    named = " – ".join(isolated(one_line(part)) for part in (copy.document.title, copy.document.outlet) if part)
    return f"{named} · {share_words(copy.likeness)}"


def title_words(document: DocumentRecord) -> str:
    """What stands above a text that is compared: title and outlet."""
    return " – ".join(part for part in (document.title, document.outlet) if part)


def share_words(likeness: float) -> str:
    """How much is the same."""
    if likeness >= 1:
        return _tr("the same text")
    return _tr("{percent} % the same").format(percent=number(min(99, round(100 * likeness))))


def kind_words(application: Application) -> str:
    """What has become of an annotation's text in the copy."""
    anchored = application.anchored
    if application.is_there:
        return _tr("there already")
    if anchored.fate is Fate.GONE:
        return _tr("not in this copy")
    if anchored.ambiguous:
        return _tr("in several places")
    if anchored.fate is Fate.REWORDED:
        return _tr("in other words")
    same = _tr("the same words") if anchored.fate is Fate.KEPT else _tr("the same words elsewhere")
    return _tr("{same}, another sentence around").format(same=same) if anchored.context_changed else same


def context(application: Application, source: DocumentRecord, copy: DocumentRecord) -> tuple[str, str, str]:
    """What stands before the stretch in the copy, its words, and what comes after; of what is gone, its old words."""
    segments = application.anchored.segments
    if not segments:
        old = " … ".join(source.text[start:end] for start, end in application.annotation.segments)
        return "", one_line(old), ""
    first, last = segments[0].start_char, segments[-1].end_char
    before, after = copy.text[max(0, first - _AROUND) : first], copy.text[last : last + _AROUND]
    words = one_line(" … ".join(copy.text[start:end] for start, end in segments))
    lead = f"{one_line(before)} " if before[-1:].isspace() else one_line(before)
    tail = f" {one_line(after)}" if after[:1].isspace() else one_line(after)
    return lead, words, f"{tail} …" if len(copy.text) > last + _AROUND else tail


def applied_words(report: Applied) -> str:
    """What was applied."""
    made, articles = len(report.made), len({record.document_id for record in report.made})
    if not made:
        return _tr("Nothing was applied.")
    annotations = _tr("1 annotation") if made == 1 else _tr("{count} annotations").format(count=number(made))
    copies = _tr("1 copy") if articles == 1 else _tr("{count} copies").format(count=number(articles))
    return _tr("{annotations} applied to {copies} · saved").format(annotations=annotations, copies=copies)


def left_words(report: Applied) -> str:
    """What could not be applied any more, and why; "" when all could."""
    reasons = Counter(reason for _, reason in report.left)
    told = [f"{reason} ({number(count)})" if count > 1 else reason for reason, count in reasons.most_common()]
    return _tr("Not applied: {reasons}").format(reasons=" ".join(told)) if told else ""


def chosen_words(chosen: Sequence[Application], proposed: Sequence[Application]) -> str:
    """How many of what is proposed are chosen."""
    copies = len({application.copy_id for application in chosen})
    if not chosen:
        return _tr("Nothing is chosen.")
    one, many = _tr("{chosen} of {all} chosen, in 1 copy"), _tr("{chosen} of {all} chosen, in {copies} copies")
    words = one if copies == 1 else many
    return words.format(chosen=number(len(chosen)), all=number(len(proposed)), copies=number(copies))
