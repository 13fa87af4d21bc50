"""Sentences about what is in a file of annotations, and about what came of it."""

from PySide6.QtCore import QCoreApplication

from annotator.operations.import_matching import Here
from annotator.operations.import_preview import ImportPreview
from annotator.operations.import_report import ImportReport
from annotator.ui.lines import number


def found_words(preview: ImportPreview) -> str:
    """How much is in a file, and how its articles stand to those here."""
    annotations = _count(preview.survey.annotations, _tr("1 annotation"), _tr("{count} annotations"))
    articles = _count(preview.survey.articles, _tr("1 article"), _tr("{count} articles"))
    words = _tr("{annotations} in {articles}").format(annotations=annotations, articles=articles)
    told = (
        (Here.SAME, _tr("{count} here already")),
        (Here.OTHER_TEXT, _tr("{count} here with another text")),
        (Here.NEW, _tr("{count} new")),
        (Here.UNKNOWN, _tr("{count} neither here nor in the file")),
    )
    parts = [one.format(count=number(preview.articles[here])) for here, one in told if preview.articles[here]]
    return f"{words}: {', '.join(parts)}." if parts else f"{words}."


def outcome_words(preview: ImportPreview) -> str:
    """What the import would do."""
    parts = []
    if preview.is_own:
        parts.append(_tr("This is a project of Annotator: articles that are not here come back with all that it says."))
    if preview.known:
        one, many = _tr("1 annotation is here already."), _tr("{count} annotations are here already.")
        parts.append(_count(preview.known, one, many))
    if preview.unsure:
        one = _tr("1 gets its place where the words are others here; look at it afterwards.")
        many = _tr("{count} get their places where the words are others here; look at them afterwards.")
        parts.append(_count(preview.unsure, one, many))
    left = sum(preview.losses.counts.values()) + len(preview.unread)
    if left:
        parts.append(_count(left, _tr("1 thing is left out."), _tr("{count} things are left out.")))
    if not preview.taken and not preview.known:
        parts.append(_tr("Say what the labels mean here, and what they stand on is taken."))
    if preview.known and not preview.taken and not preview.is_own:
        parts.append(_tr("No annotation of it is new; importing it again doubles nothing."))
    return " ".join(parts)


def sentence(why: str) -> str:
    """A reason as a line of a table begins: with a capital."""
    return why[:1].upper() + why[1:]


def button_words(taken: int) -> str:
    """What the button says that begins it; with nothing to take there may still be links, or articles."""
    if not taken:
        return _tr("Import again")
    return _count(taken, _tr("Import 1 annotation"), _tr("Import {count} annotations"))


def report_words(report: ImportReport) -> str:
    """What came of an import."""
    made = _count(report.annotations, _tr("1 annotation was imported."), _tr("{count} annotations were imported."))
    if not report.annotations:
        made = _tr("No annotation was imported.")
    parts = [made]
    if report.loaded:
        parts.append(_count(report.loaded, _tr("1 article is new."), _tr("{count} articles are new.")))
    if report.known:
        parts.append(_count(report.known, _tr("1 was here already."), _tr("{count} were here already.")))
    left = sum(report.left_out.values()) + len(report.unread)
    if left:
        parts.append(_count(left, _tr("1 thing was left out."), _tr("{count} things were left out.")))
    if report.unsure.counts:
        number_of = sum(report.unsure.counts.values())
        one, many = _tr("Look at 1 whose words are others here."), _tr("Look at {count} whose words are others here.")
        parts.append(_count(number_of, one, many))
    if report.cancelled:
        parts.append(_tr("It was stopped before the end; the same import goes on where it stopped."))
    if report.undoable and report.annotations:
        parts.append(_tr("Undo takes all of it back."))
    return " ".join(parts)


def _count(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=number(count))


def _tr(words: str) -> str:
    return QCoreApplication.translate("ImportWords", words)
