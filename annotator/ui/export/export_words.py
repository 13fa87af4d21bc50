"""How an export went, and what its first rows are, in words."""

from PySide6.QtCore import QCoreApplication

from annotator.operations.export_sample import ExportSample
from annotator.operations.exports import ExportReport
from annotator.ui.lines import number


def report_words(report: ExportReport) -> str:
    """What was written, and what is not in it."""
    annotations = _tr("1 annotation") if report.annotations == 1 else _tr("{count} annotations")
    documents = _tr("1 article") if report.documents == 1 else _tr("{count} articles")
    text = _tr("Exported {annotations} of {documents} to “{name}”, read back and compared.").format(
        annotations=annotations.format(count=number(report.annotations)),
        documents=documents.format(count=number(report.documents)),
        name=report.path.name if report.path else "",
    )
    lacking = (
        _lost_words(report),
        _held_words(report.held_back),
        _off_record_words(report.off_record),
        _one_sided_words(report.one_sided),
        _older_words(report.older),
        *report.left_out,
    )
    return " ".join([text, *filter(None, lacking)])


def sample_words(sample: ExportSample) -> str:
    """What of an export stands in the look at it."""
    if sample.nothing:
        return _tr("The file would be empty: {why}.").format(why=sample.nothing)
    if not sample.articles:
        return _tr("Nothing that is chosen is in the project: the file would be empty.")
    if not sample.is_text:
        return _tr("This file is not for reading. This is what it says when it is read again.")
    if sample.is_cut:
        return _tr("The beginning, as the file will have it; more follows.")
    words = _tr("The first entry, as the file will have it.")
    more = _tr("The first {count} entries, as the file will have them.")
    return words if sample.articles == 1 else more.format(count=number(sample.articles))


def _lost_words(report: ExportReport) -> str:
    count = sum(report.lost.values())
    if not count:
        return ""
    name = report.losses_path.name if report.losses_path else ""
    words = _tr("One thing could not be held; “{name}” says which.")
    more = _tr("{count} things could not be held; “{name}” lists them.")
    return (words if count == 1 else more).format(count=number(count), name=name)


def _off_record_words(count: int) -> str:
    words = _tr("One annotation is off the record or under embargo, left out and blacked out.")
    more = _tr("{count} annotations are off the record or under embargo, left out and blacked out.")
    return _counted(count, words, more)


def _held_words(count: int) -> str:
    words = _tr("1 article is withheld, cancelled or under embargo and was left out.")
    more = _tr("{count} articles are withheld, cancelled or under embargo and were left out.")
    return _counted(count, words, more)


def _one_sided_words(count: int) -> str:
    words = _tr("1 article is in it without the others’ work, as you have still to hand in your own.")
    more = _tr("{count} articles are in it without the others’ work, as you have still to hand in your own.")
    return _counted(count, words, more)


def _older_words(count: int) -> str:
    words = _tr("1 older version was left out; the newest is in it.")
    more = _tr("{count} older versions were left out; the newest are in it.")
    return _counted(count, words, more)


def _counted(count: int, one: str, more: str) -> str:
    return (one if count == 1 else more).format(count=number(count)) if count else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Exports", words)
