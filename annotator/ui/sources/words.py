"""What is known of a source, in the words of the window."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from annotator.core.records import SourceRecord
from annotator.core.schema import Label
from annotator.core.sources import Naming, Role, SourceKind
from annotator.ui.lines import number


def kind_words() -> dict[str, str]:
    """The kinds of source, in the order of the form."""
    return {
        SourceKind.UNKNOWN: _tr("Not said"),
        SourceKind.PERSON: _tr("Person"),
        SourceKind.ORGANISATION: _tr("Organisation"),
        SourceKind.DOCUMENT: _tr("Document"),
        SourceKind.GROUP: _tr("Group"),
    }


def naming_words() -> dict[str, str]:
    """How far articles name a source."""
    return {
        Naming.NAMED: _tr("Named"),
        Naming.PARTLY_ANONYMOUS: _tr("Partly anonymous"),
        Naming.ANONYMOUS: _tr("Anonymous"),
    }


def role_words() -> dict[str, str]:
    """The parts that sources speak in."""
    return {
        Role.UNKNOWN: _tr("Not said"),
        Role.OFFICIAL_POLITICAL: _tr("Official, political"),
        Role.OFFICIAL_NONPOLITICAL: _tr("Official, not political"),
        Role.PRIVATE: _tr("Private"),
        Role.MEDIA: _tr("Media"),
    }


def about_words(source: SourceRecord) -> str:
    """What is known of a source beside its name, on one line; only what has been said."""
    known = [kind_words()[source.kind]] if source.kind != SourceKind.UNKNOWN else []
    if source.naming != Naming.NAMED:
        known.append(naming_words()[source.naming])
    if source.role != Role.UNKNOWN:
        known.append(role_words()[source.role])
    if source.protected:
        known.append(_tr("Protected"))
    return " · ".join(known)


def count_words(counts: Mapping[str, int], labels: Mapping[str, Label]) -> str:
    """How many annotations of each label there are: “3 Claim, 1 Quote”."""
    titles = {key: labels[key].title if key in labels else key for key in counts}
    return ", ".join(f"{number(count)} {titles[key]}" for key, count in counts.items())


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sources", words)
