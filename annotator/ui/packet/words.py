"""Packets as a person reads of them."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from annotator.core.packets import PacketNote
from annotator.ui.lines import isolated, local_time, number, one_line

if TYPE_CHECKING:  # the first sight of a packet must not wait for what makes and merges them
    from annotator.operations.merging import MergeReport
    from annotator.operations.packets import PacketReport


def packet_words(note: PacketNote, reader_id: UUID) -> str:
    """Who a packet is from, for whom, what lies in it, and what to do with it; `reader_id` is who looks."""
    known = {"maker": isolated(one_line(note.made_by)), "recipient": isolated(one_line(note.recipient))}
    count = len(note.documents)
    words = _tr("A packet from {maker} for {recipient}, {at}: {articles}, {how}.").format(
        **known,
        at=local_time(note.made_at),
        articles=_tr("1 article") if count == 1 else _tr("{count} articles").format(count=number(count)),
        how=_tr("to be read blind") if note.blind else _tr("with the readings of others"),
    )
    if reader_id != note.recipient_id:
        return f"{words} " + _tr("It was made for {recipient}; you work in it in another name.").format(**known)
    return f"{words} " + _tr("When they are handed in, close it and send the file back to {maker}.").format(**known)


def forgotten_words() -> str:
    """What is said wherever a passphrase is chosen."""
    return _tr(
        "Without the passphrase nobody can open the file, the makers of this program included. It is kept nowhere: "
        "write it down, and tell it by another way than the file."
    )


def given_figures(report: "PacketReport") -> list[tuple[str, str]]:
    """What is inside a packet that was made, as pairs of words."""
    figures = [
        (_tr("Articles"), number(report.articles)),
        (_tr("Work"), _tr("blind: nobody else’s") if report.blind else _tr("with the readings of others")),
        (_tr("Annotations"), number(report.annotations)),
        (_tr("Links"), number(report.links)),
        (_tr("Locked"), _tr("yes, with the passphrase that you typed") if report.locked else _tr("no")),
        (_tr("File"), str(report.path)),
    ]
    return [(name, words) for name, words in figures if words != number(0)]


def brought_headline(name: str, report: "MergeReport") -> str:
    """The outcome of taking in another copy, in a sentence."""
    known = {"name": one_line(name)}
    if report.nothing_new:
        return _tr("There is nothing in “{name}” that is not here already.").format(**known)
    return _tr("What was done in “{name}” is here now.").format(**known)


def brought_figures(report: "MergeReport") -> list[tuple[str, str]]:
    """What came home, as pairs of words, without what did not."""
    figures = [
        (_tr("People"), ", ".join(one_line(name) for name in report.people)),
        (_tr("New articles"), number(report.documents)),
        (_tr("Annotations added"), number(report.added)),
        (_tr("Annotations changed"), number(report.changed)),
        (_tr("Annotations removed"), number(report.removed)),
        (_tr("Entries of the journal"), number(report.entries)),
        (_tr("Conflicts to decide"), number(report.conflicts)),
    ]
    return [(name, words) for name, words in figures if words not in ("", number(0))]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Packets", words)
