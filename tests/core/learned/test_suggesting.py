"""What was learned is proposed where it is better than cues, and cues where it is not."""

from collections.abc import Sequence

from annotator.core.learned.judging import Score
from annotator.core.learned.suggesting import LearnedSuggester
from annotator.core.learned.training import Learned, train
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from tests.core.learned.project import LABELS, article, decided, sentence

LEARNED = train(decided(12), LABELS)
FRESH = article(50)


class Cues:
    """Proposes what it is told to."""

    id = "cues"

    def __init__(self, *suggestions: Suggestion) -> None:
        self._suggestions = [*suggestions]

    def suggest(self, text: str, language: str) -> list[Suggestion]:
        return self._suggestions


def judged(learned: Learned, cues: Score) -> Learned:
    """The same, as if cues had fared so."""
    models = {
        key: model._replace(judgement=model.judgement._replace(cues=cues)) for key, model in learned.models.items()
    }
    return learned._replace(models=models)


def proposed(found: Sequence[Suggestion]) -> list[tuple[str, str, str]]:
    return [(one.label, FRESH.text[slice(*one.extent)], one.suggester) for one in found]


def test_whole_sentences_are_proposed_with_the_words_that_spoke_for_them() -> None:
    found = LearnedSuggester(LEARNED, Cues()).suggest(FRESH.text, "en")
    assert proposed(found) == [("claim", sentence(50, at), "learned") for at in range(0, 12, 3)]
    first = found[0]
    words = [FRESH.text[slice(*place)] for place in first.evidence]
    assert 0 < len(words) <= 3
    assert {*words} <= {"The", "leaky", "ferry", "allegedly", "sank", "near", "blames", "rust", "and"}
    assert 0.5 < first.confidence <= 1


def test_where_cues_propose_the_label_too_theirs_is_the_stretch_once() -> None:
    start = FRESH.sentences[0].start_char
    cue = Suggestion(
        "claim", (Span(start + 4, FRESH.sentences[3].start_char + 9),), "cues", "hedge", (Span(16, 25),), None,
        Span(16, 25), {"modality": "hedged"},
    )  # fmt: skip
    found = LearnedSuggester(LEARNED, Cues(cue)).suggest(FRESH.text, "en")
    assert found[0].segments == cue.segments
    assert (found[0].cue, found[0].attributes, found[0].suggester) == (cue.cue, cue.attributes, "learned")
    assert Span(16, 25) in found[0].evidence
    assert len(found) == 3  # its second sentence is not proposed again


def test_where_cues_are_as_good_or_better_they_are_shown() -> None:
    cue = Suggestion("claim", (FRESH.sentences[1],), "cues", "hedge")
    other = Suggestion("denial", (FRESH.sentences[0],), "cues", "denial_verb")
    better = judged(LEARNED, Score(48, 48, 48))
    assert LearnedSuggester(better, Cues(cue)).suggest(FRESH.text, "en") == [cue]
    found = LearnedSuggester(LEARNED, Cues(cue, other)).suggest(FRESH.text, "en")
    assert other in found
    assert cue not in found


def test_in_a_language_nobody_has_decided_in_cues_come_first_and_what_was_learned_stands_in() -> None:
    cue = Suggestion("claim", (FRESH.sentences[1],), "cues", "hedge")
    assert LearnedSuggester(LEARNED, Cues(cue)).suggest(FRESH.text, "pt") == [cue]
    assert len(LearnedSuggester(LEARNED, Cues()).suggest(FRESH.text, "pt")) == 4


def test_sentences_corrected_by_hand_are_kept_to() -> None:
    joined = [Span(0, FRESH.sentences[1].end_char), *FRESH.sentences[2:]]
    found = LearnedSuggester(LEARNED, Cues()).suggest_in(FRESH.text, "en", joined)
    assert any(one.extent == Span(0, len(FRESH.text[: joined[0].end_char].rstrip())) for one in found)


def test_a_quote_is_what_the_marks_enclose() -> None:
    learned = train(decided(12, "quote"), LABELS)
    text = "“The leaky ferry allegedly sank near the bridge, and rust blames us,” Rina blames. Tea was had."
    (found,) = LearnedSuggester(learned, Cues()).suggest(text, "en")
    assert text[slice(*found.extent)] == "“The leaky ferry allegedly sank near the bridge, and rust blames us,”"


def test_nothing_learned_means_cues() -> None:
    cue = Suggestion("claim", (FRESH.sentences[1],), "cues", "hedge")
    assert LearnedSuggester(Learned({}, {}), Cues(cue)).suggest(FRESH.text, "en") == [cue]
    assert LearnedSuggester(LEARNED, Cues()).suggest("", "en") == []
