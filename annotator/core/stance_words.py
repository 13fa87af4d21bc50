"""The words by which a language denies and claims, as its file lists them under [denials] and [claims].

A language may have any of them, or none: then nothing is proposed for it. How phrases are written is told in
cue_phrases.py.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from annotator.core.cue_phrases import Phrases
from annotator.core.language_schema import CLAIMS, DENIALS
from annotator.core.languages import read_language


class DenialWords(NamedTuple):
    """What denies.

    `verbs` always do; `weak` ones with one of `objects` in their clause only (to reject a bill denies nothing).
    `exceptions` are phrases in which such a verb denies nothing (was denied entry). One of `negations` up to three
    words before it, without one of `joins` between, or of `late_negations` after it, turns it round: did not deny.
    `contradictions` say that something is not so; `dismissals` what it is instead (a hoax), of an object or of one of
    `reports`, which can also be rejected without a denial; `counters` set one thing against another (not … but).
    `pronouns`, straight after the verb, stand for what is denied. `contrasts` begin a clause that is no part of the
    denial. `beside` may stand between who denies and the verb.
    """

    verbs: Phrases
    weak: Phrases
    objects: Phrases
    exceptions: Phrases
    negations: Phrases
    late_negations: Phrases
    joins: Phrases
    contradictions: Phrases
    dismissals: Phrases
    reports: Phrases
    counters: Phrases
    pronouns: Phrases
    contrasts: Phrases
    beside: Phrases


class ClaimWords(NamedTuple):
    """What makes a statement a claim, and tells its kind.

    `hedges` leave open whether it is so (allegedly); `allegations` are verbs that claim or accuse. Of what somebody
    is reported to have said, `quantities`, `causes`, `comparisons` and `laws` tell that it can be checked;
    `predictions` and `conditions` tell its kind and modality, `negatives` its polarity. With one of `wishes` it is
    none. `exceptions` are phrases in which such a verb claims or reports nothing (the storm claimed two lives).
    """

    hedges: Phrases
    allegations: Phrases
    quantities: Phrases
    causes: Phrases
    comparisons: Phrases
    laws: Phrases
    predictions: Phrases
    conditions: Phrases
    negatives: Phrases
    wishes: Phrases
    exceptions: Phrases


@cache
def denial_words(language: str) -> DenialWords:
    """How a language (ISO 639-1) denies; empty lists where that is not known."""
    return DenialWords(**_phrases(read_language(language).denials, DENIALS))


@cache
def claim_words(language: str) -> ClaimWords:
    """How a language (ISO 639-1) claims; empty lists where that is not known."""
    return ClaimWords(**_phrases(read_language(language).claims, CLAIMS))


def _phrases(table: Mapping[str, Sequence[str]], keys: tuple[str, ...]) -> dict[str, Phrases]:
    # `proclitics` are written together with the word that they stand before: Arabic wa-.
    clitics = table.get("proclitics", ())
    return {key: Phrases(table.get(key, ()), clitics) for key in keys if key != "proclitics"}
