"""The words of a table of figures: what its rows and columns are called where a person reads."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from annotator.core.figures import MINUTES, Figures, Row, Subject
from annotator.core.records import SentenceState
from annotator.core.schema import Label
from annotator.operations.statistics import COUNT
from annotator.ui.lines import language_name, locale, one_line


def subject_title(subject: Subject) -> str:
    """What a subject is called in the list of subjects."""
    return {
        Subject.LABELS: _tr("Labels"),
        Subject.SOURCES: _tr("Sources"),
        Subject.LANGUAGES: _tr("Languages"),
        Subject.OUTLETS: _tr("Outlets"),
        Subject.MONTHS: _tr("Over time"),
        Subject.ANNOTATORS: _tr("Annotators"),
        Subject.COVERAGE: _tr("Coverage"),
        Subject.TIME: _tr("Time per article"),
    }[subject]


def chart_title(subject: Subject) -> str:
    """What a chart of it shows, as its heading."""
    return {
        Subject.LABELS: _tr("Annotations by label"),
        Subject.SOURCES: _tr("Annotations by source"),
        Subject.LANGUAGES: _tr("Annotations by the article’s language"),
        Subject.OUTLETS: _tr("Annotations by outlet"),
        Subject.MONTHS: _tr("Annotations by month of publication"),
        Subject.ANNOTATORS: _tr("Annotations by annotator"),
        Subject.COVERAGE: _tr("Sentences by language and state"),
        Subject.TIME: _tr("Articles by the time they took"),
    }[subject]


def row_title(subject: Subject, row: Row) -> str:
    """What a row is called."""
    if subject is Subject.TIME:
        return _duration_words(row.key)
    if not row.key and not row.title:
        return {
            Subject.MONTHS: _tr("date unknown"),
            Subject.OUTLETS: _tr("outlet unknown"),
            Subject.LANGUAGES: _tr("language unknown"),
            Subject.COVERAGE: _tr("language unknown"),
        }.get(subject, _tr("unknown"))
    if subject in (Subject.LANGUAGES, Subject.COVERAGE) and row.key:
        return language_name(row.key)
    if subject is Subject.MONTHS and row.key:
        return _month_words(row.key)
    return one_line(row.title)


def column_titles(figures: Figures, labels: Mapping[str, Label]) -> list[str]:
    """What the columns are called."""
    states = {
        SentenceState.TAGGED.value: _tr("tagged"),
        SentenceState.NOTHING.value: _tr("nothing to tag"),
        SentenceState.UNDECIDED.value: _tr("undecided"),
        COUNT: _tr("articles") if figures.subject is Subject.TIME else _tr("annotations"),
    }
    own = {key: label.title for key, label in labels.items()}
    known = states if figures.subject is Subject.COVERAGE or COUNT in figures.columns else own
    return [known.get(key, key) for key in figures.columns]


def minutes_words(seconds: float) -> str:
    """A time in words, as exact as it can be meant."""
    minutes = seconds / 60
    if minutes < 1:
        return _tr("{number} s").format(number=round(seconds))
    if minutes < 90:
        return _tr("{number} min").format(number=locale().toString(minutes, "f", 1))
    return _tr("{number} h").format(number=locale().toString(minutes / 60, "f", 1))


def _duration_words(key: str) -> str:
    if key == "more":
        return _tr("over {minutes} min").format(minutes=MINUTES[-1])
    at = MINUTES.index(int(key))
    if at == 0:
        return _tr("under {minutes} min").format(minutes=MINUTES[0])
    return _tr("{from_minutes} to {to_minutes} min").format(from_minutes=MINUTES[at - 1], to_minutes=MINUTES[at])


def _month_words(key: str) -> str:
    day = QDate.fromString(f"{key}-01", "yyyy-MM-dd")
    if not day.isValid():
        return key
    return f"{locale().standaloneMonthName(day.month(), QLocale.FormatType.LongFormat)} {day.year()}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Statistics", words)
