"""Suggestions by what was learned where that is better than cues, and by cues where it is not."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from annotator.core.learned.features import Look, look_at, word_feature, words_of
from annotator.core.learned.training import Learned, Model
from annotator.core.quotations import find_quotations
from annotator.core.segmenter import split_sentences
from annotator.core.spans import Span
from annotator.core.suggestion import Suggester, Suggestion

LEARNED = "learned"
_QUOTE = "quote"
_WORDS = 3  # that are shown as what spoke for it


class LearnedSuggester:
    """Proposes what a project's own decisions teach, with the words that spoke for it."""

    id = LEARNED

    def __init__(self, learned: Learned, cues: Suggester) -> None:
        self._learned, self._cues = learned, cues

    def suggest(self, text: str, language: str) -> list[Suggestion]:
        """Suggestions for a text whose sentences nobody has corrected."""
        return self.suggest_in(text, language, [Span(*one) for one in split_sentences(text, language)])

    def suggest_in(self, text: str, language: str, sentences: Sequence[Span]) -> list[Suggestion]:
        """Suggestions for a text with these sentences, in its order: each label by whichever is better at it."""
        cued = self._cues.suggest(text, language)
        models = self._better(language, {one.label for one in cued})
        if not models:
            return cued
        looks = look_at(text, language, sentences, cued)
        found = [one for one in cued if one.label not in models]
        quoted = [
            segment for one in find_quotations(text, language).quotations if one.closer for segment in one.segments
        ]
        for label, model in models.items():
            own = [one for one in cued if one.label == label]
            found += _proposed(text, looks, label, model, own, quoted if label == _QUOTE else [])
        return sorted(found, key=lambda one: (one.extent, one.label))

    def _better(self, language: str, cued: set[str]) -> dict[str, Model]:
        """The models that are to be used in a text where cues propose the labels `cued`.

        In a language that nobody has decided anything in no model was judged: there cues come first.
        """
        models = {label: self._learned.model(label, language) for label, _ in self._learned.models}
        is_known = language in self._learned.languages
        return {
            label: model
            for label, model in models.items()
            if model and model.judgement.is_learned_better and (is_known or label not in cued)
        }


def _proposed(
    text: str, looks: Sequence[Look], label: str, model: Model, cued: Sequence[Suggestion], quoted: Sequence[Span]
) -> Iterator[Suggestion]:
    """One label's proposals. Where cues propose it in such a sentence, theirs is the stretch, once."""
    taken: set[int] = set()
    by_cues = _by_sentence(looks, [one.segments for one in cued])
    by_marks = _by_sentence(looks, [(one,) for one in quoted])
    for number, look in enumerate(looks):
        chance = model.chance(look.features)
        if chance < model.threshold:
            continue
        near = by_cues.get(number, [])
        fresh = [at for at in near if at not in taken]
        taken.update(near)
        for at in fresh:
            yield _learned_from(text, look, label, model, chance, cued[at])
        if not near:
            marks = [quoted[at] for at in by_marks.get(number, [])]
            yield _learned_from(text, look, label, model, chance, _plain(look, label, marks))


def _by_sentence(looks: Sequence[Look], placed: Sequence[Sequence[Span]]) -> dict[int, list[int]]:
    """For each sentence, which of some things lie on it; `placed` has the stretches of each of them."""
    found: dict[int, list[int]] = {}
    for number, segments in enumerate(placed):
        touched: set[int] = set()
        for segment in segments:
            at = bisect_right(looks, segment.start_char, key=lambda look: look.extent.end_char)
            while at < len(looks) and looks[at].extent.start_char < segment.end_char:
                touched.add(at)
                at += 1
        for at in touched:
            found.setdefault(at, []).append(number)
    return found


def _plain(look: Look, label: str, quoted: Sequence[Span]) -> Suggestion:
    """A quote's stretch is what marks in the sentence enclose; without them, and for any other label, the sentence."""
    inside = tuple(one for one in quoted if look.extent.contains(one))
    return Suggestion(label, inside[:1] or (look.extent,), LEARNED, LEARNED)


def _learned_from(text: str, look: Look, label: str, model: Model, chance: float, cued: Suggestion) -> Suggestion:
    weights = model.learner.weights
    words = sorted(words_of(text, look.extent), key=lambda at: -weights[word_feature(text[at[0] : at[1]])])
    telling = [at for at in words[:_WORDS] if weights[word_feature(text[at[0] : at[1]])] > 0]
    return Suggestion(
        label=label,
        segments=cued.segments,
        suggester=LEARNED,
        reason=LEARNED,
        evidence=tuple(sorted({*cued.evidence, *telling})),
        source=cued.source,
        cue=cued.cue,
        attributes=cued.attributes,
        confidence=chance,
    )
