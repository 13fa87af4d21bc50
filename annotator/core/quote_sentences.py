"""What one sentence reports: by a phrase that names the source, by its verbs, or by the mood of its verb."""

from annotator.core.cue_words import CueWords
from annotator.core.quote_clauses import Clauses
from annotator.core.quote_phrases import Phrases
from annotator.core.quote_report import Report
from annotator.core.quote_sources import source_of
from annotator.core.quote_words import BREAKS, QUOTED, Words

_SHORTEST = 3


def reports_of(words: Words, cues: CueWords, *, goes_on: bool = False) -> list[Report]:
    """The reports of a sentence, in its order. `goes_on`: the one before it was a report as well."""
    phrase = Phrases(words, cues).report()
    if phrase:
        return [phrase]
    return Clauses(words, cues).reports() or _as_a_whole(words, cues, goes_on=goes_on)


def _as_a_whole(words: Words, cues: CueWords, *, goes_on: bool) -> list[Report]:
    """A sentence whose verb is in the mood of report, or tells in sum what somebody said."""
    end = len(words)
    while end and words.keys[end - 1] in BREAKS - {QUOTED}:
        end -= 1
    if end < _SHORTEST:
        return []
    for kind, known in (("mood", cues.mood if goes_on else cues.sure_mood), ("summary", cues.summaries)):
        cue = next((at for at in range(end) if words.keys[at] in known), -1) if known else -1
        # Where marks are in such a sentence, they alone are what was said.
        if cue >= 0 and (kind == "mood" or QUOTED not in words.keys):
            source = source_of(words, cues, cue) if kind == "summary" else None
            return [Report((words.span(0, end - 1),), kind, words.span(cue, cue), source, end)]
    return []
