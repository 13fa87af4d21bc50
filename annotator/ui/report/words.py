"""What the report dialog calls things."""

from PySide6.QtCore import QCoreApplication

from annotator.core.report import Kind


def kind_title(kind: Kind) -> str:
    """The name of a kind of report."""
    return {
        Kind.ARTICLE: _tr("Quotes, claims and denials"),
        Kind.LIBEL: _tr("Claims that accuse somebody"),
        Kind.CORRECTIONS: _tr("Corrections"),
        Kind.GOLD: _tr("Agreed reading"),
        Kind.AGREEMENT: _tr("Agreement between annotators"),
    }[kind]


def kind_description(kind: Kind) -> str:
    """What a kind of report holds, in one sentence."""
    return {
        Kind.ARTICLE: _tr("Each article with its numbered passages: source, exact words, place, reply, reviewer."),
        Kind.LIBEL: _tr("For a lawyer: who is accused, who says so, evidence, right of reply, headline and captions."),
        Kind.CORRECTIONS: _tr("What was corrected in passages, readings and texts: before and after, who, when, why."),
        Kind.GOLD: _tr("What several readings agree on or what was ruled, and how each passage got there."),
        Kind.AGREEMENT: _tr("Figures by label and pair with their n, what was left out, and how they are worked out."),
    }[kind]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Reports", words)
