"""The words of the page of agreement: measures, why a figure is missing, what is left out, the method."""

from collections.abc import Mapping
from math import floor

from PySide6.QtCore import QCoreApplication

from annotator.core.agreement.compared import LeftOut
from annotator.core.agreement.measures import FEW, FEW_ARTICLES, Interval, Measure, Why
from annotator.operations.agreement import Comparison
from annotator.operations.agreement_places import SeenAnswer, SeenPlace
from annotator.ui.lines import isolated, locale, number, one_line

_PASSAGE = 90  # letters of a passage in an answer


def measure_title(measure: Measure) -> str:
    """A measure and what it looks at, in one line."""
    return _tr("{measure} ({level})").format(measure=_name(measure), level=_level(measure))


def measure_head(measure: Measure) -> str:
    """The same as the head of a narrow column, in two lines."""
    return f"{_name(measure)}\n{_level(measure)}"


def _name(measure: Measure) -> str:
    return {
        Measure.PERCENT: _tr("Percent"),
        Measure.KAPPA_SENTENCE: _tr("Kappa"),
        Measure.FLEISS_SENTENCE: _tr("Fleiss"),
        Measure.ALPHA_U: _tr("Alpha U"),
        Measure.ALPHA_SENTENCE: _tr("Alpha"),
        Measure.ALPHA_CHARACTERS: _tr("Alpha"),
    }.get(measure, "F1")


def _level(measure: Measure) -> str:
    return {
        Measure.ALPHA_CHARACTERS: _tr("character"),
        Measure.ALPHA_U: _tr("units"),
        Measure.F1_EXACT: _tr("exact"),
        Measure.F1_OVERLAP: _tr("overlap"),
        Measure.F1_CHARACTERS: _tr("character"),
    }.get(measure, _tr("sentence"))


def measure_tip(measure: Measure) -> str:
    """What a measure asks, in a sentence."""
    return {
        Measure.PERCENT: _tr("Of how many sentences do they say the same: that the label is there, or is not?"),
        Measure.KAPPA_SENTENCE: _tr("Cohen’s kappa by sentence; of more than two annotators the mean over pairs."),
        Measure.FLEISS_SENTENCE: _tr("Fleiss’ kappa by sentence, of everybody at once."),
        Measure.ALPHA_SENTENCE: _tr("Krippendorff’s alpha by sentence, of everybody at once."),
        Measure.ALPHA_CHARACTERS: _tr("Krippendorff’s alpha by character: is it inside the label, or outside?"),
        Measure.ALPHA_U: _tr("Krippendorff’s alpha for where units begin and end, in the variant of 2004."),
        Measure.F1_EXACT: _tr("Spans that are the same to the letter; the mean over pairs."),
        Measure.F1_OVERLAP: _tr("Spans that overlap any of the other’s; the mean over pairs."),
        Measure.F1_CHARACTERS: _tr("Characters that both have inside the label; the mean over pairs."),
    }[measure]


def value_words(value: float | None, *, share: bool = False) -> str:
    """A figure to two places, a `share` of all in percent; a dash where there is none."""
    if value is None:
        return "–"
    return _percent(value) if share else locale().toString(value, "f", 2)


def _percent(value: float) -> str:
    """Whole percents; 100 and 0 only where it is all or none, else cut to a tenth."""
    whole = round(value * 100)
    if whole in (0, 100) and value not in (0, 1):
        tenths = max(1, floor(value * 1000))
        return _tr("{number} %").format(number=locale().toString(tenths / 10, "f", 1))
    return _tr("{number} %").format(number=whole)


def why_words(why: Why | None) -> str:
    """Why a figure is not defined."""
    if why is None:
        return ""
    return {
        Why.NOTHING: _tr("nothing was read by two"),
        Why.UNUSED: _tr("not used"),
        Why.ONE_VALUE: _tr("all say the same"),
    }[why]


def why_sentence(why: Why | None) -> str:
    """The same as a whole sentence."""
    if why is None:
        return ""
    return {
        Why.NOTHING: _tr("Nothing was read by two annotators."),
        Why.UNUSED: _tr("Nobody has used it, so there is nothing to agree on."),
        Why.ONE_VALUE: _tr("Everybody says the same everywhere; chance alone would give that, so it proves nothing."),
    }[why]


def interval_words(interval: Interval, *, share: bool = False) -> str:
    """Between which two figures it lies."""
    if share:
        return _tr("{low}–{high} %").format(low=round(interval.low * 100), high=round(interval.high * 100))
    return f"{value_words(interval.low)}–{value_words(interval.high)}"


def interval_sentence(interval: Interval, *, share: bool = False) -> str:
    """What an interval means."""
    return _tr("Between {low} and {high} in 95 of 100 draws of articles like these.").format(
        low=value_words(interval.low, share=share), high=value_words(interval.high, share=share)
    )


def few_sentence() -> str:
    """Why a figure is drawn pale."""
    return _tr("Of fewer than {few} sentences or annotations: too few to judge by.").format(few=FEW)


def read_words(articles: int, sentences: int, names: list[str]) -> str:
    """What is compared."""
    who = _tr(", ").join(isolated(one_line(name, 40)) for name in names)
    words = _tr("1 article") if articles == 1 else _tr("{n} articles").format(n=number(articles))
    others = _tr("1 sentence") if sentences == 1 else _tr("{n} sentences").format(n=number(sentences))
    return _tr("{articles}, {sentences}, read by {who}.").format(articles=words, sentences=others, who=who)


def left_out_words(left: LeftOut, hidden: int) -> str:
    """How many submissions the figures do not count; "" for none."""
    parts = []
    if left.not_independent:
        parts.append(_tr("{n} made with another’s work in view").format(n=number(left.not_independent)))
    if left.later:
        parts.append(_tr("{n} that came later").format(n=number(left.later)))
    if left.alone:
        parts.append(_tr("{n} that nobody else has answered").format(n=number(left.alone)))
    if hidden:
        parts.append(_tr("{n} articles that you read blind").format(n=number(hidden)))
    return _tr("Left out: {what}.").format(what=_tr(", ").join(parts)) if parts else ""


def nothing_words(comparison: Comparison) -> str:
    """Why there is nothing to compare, and what to do."""
    if comparison.left_out.not_independent:
        return _tr(
            "No article was handed in by two annotators who had not seen each other’s work. Assign articles to a "
            "second annotator to be read blind."
        )
    if comparison.question.is_narrow:
        return _tr(
            "No article that you asked for was read by two annotators. Ask for other annotators, languages or days."
        )
    if comparison.question.drafts:
        return _tr("No article was read by two annotators yet. Let a second one read some.")
    return _tr(
        "No article was handed in by two annotators yet. Assign one to a second annotator in the menu Review; when "
        "both have handed it in, what they agree on stands here."
    )


def gamma_words(gamma: float | None, gamma_cat: float | None, n: int) -> str:
    """What gamma is."""
    words = _tr("gamma {gamma}, gamma-cat {cat}, of {n} annotations (Mathet and others 2015).")
    return words.format(gamma=value_words(gamma), cat=value_words(gamma_cat), n=number(n))


def method_words(*, drafts: bool) -> str:
    """How figures are worked out, with where that comes from; paragraphs of plain text."""
    which = _tr(
        "Compared are articles that two or more have handed in: of each annotator the first submission, and only where "
        "nothing of another’s work was in view before it. Helper marks are never counted."
    )
    if drafts:
        which += " " + _tr("Here readings that are not handed in count, too, as they are now.")
    return "\n\n".join(
        (
            which,
            _tr(
                "By sentence: does the sentence hold the label, which a span does in each sentence that it overlaps? "
                "Page furniture is left out. Overall: which labels does it hold? Percent is raw agreement, of more "
                "than two annotators that of each two; kappa is Cohen’s (1960), of more than two the mean over pairs "
                "for which it is defined; Fleiss’ kappa is that of 1971, alpha Krippendorff’s (2011). Where not "
                "everybody has read everything, each sentence counts with those who have."
            ),
            _tr(
                "By character: is the character inside the label? White space counts as any other. "
                "Overall: which labels does the character have? Here and of alpha U, page furniture is left out."
            ),
            _tr(
                "Alpha U asks where units begin and end (Krippendorff 2004, chapter 11; not the coefficients of 2016). "
                "Overlapping units of one label and annotator are taken as one, the parts of a tag in several parts as "
                "units. Observed and expected disagreement are added over articles."
            ),
            _tr(
                "F1 (van Rijsbergen 1979) is the mean over pairs of annotators. Exact: the same label on the same "
                "stretches, one to one. Overlap: precision is the share of one’s spans that have a character in common "
                "with any of the other’s, recall the other way round. Attributes are compared on spans that overlap, "
                "matched one to one, links where both have annotated both ends."
            ),
            _tr(
                "Intervals: articles are drawn anew 1,000 times (Efron 1979); 95 of 100 figures lie within. With fewer "
                "than five articles there is none; with fewer than {articles} they are too narrow. Figures of fewer "
                "than {few} sentences or annotations are too few to judge by. Alpha of .80 and more is taken as "
                "reliable, of .67 and more as tentative (Krippendorff 2004)."
            ).format(few=FEW, articles=FEW_ARTICLES),
        )
    )


def answers_words(place: SeenPlace, titles: Mapping[str, str]) -> str:
    """What each reader says of a place, in one line."""
    return "   ·   ".join(f"{isolated(one_line(one.name, 40))}: {_answer(one, titles)}" for one in place.answers)


def agreed_words(agreed: bool) -> str:
    """Whether they say the same."""
    return _tr("agreed") if agreed else _tr("in dispute")


def _answer(answer: SeenAnswer, titles: Mapping[str, str]) -> str:
    if answer.value is not None:
        return isolated(one_line(answer.value, _PASSAGE)) or _tr("nothing")
    if not answer.labels:
        return _tr("nothing")
    labels = _tr(", ").join(titles.get(label, label) for label in answer.labels)
    if not answer.passages:
        return labels
    passages = " | ".join(isolated(one_line(passage, _PASSAGE)) for passage in answer.passages)
    return f"{labels} “{passages}”"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Agreement", words)
