"""The words by which a language reports what somebody said, as its file lists them under [reporting].

A language may have any of them, or none: then only marks tell of quotations.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

CLAUSES = ("bare", "comma", "that")
WORDS = (
    "verbs", "weak", "stances", "nouns", "that", "questions", "relatives", "determiners", "subjects", "times",
    "viewpoints", "views", "asides", "like", "mood", "sure_mood", "summaries",
)  # fmt: skip
PHRASES = ("before", "after")


class CueWords(NamedTuple):
    """All words in small letters, in every form that they take.

    `clause`: what may stand between a verb of speech and a reported clause: nothing ("bare": she said it
    was), a comma ("comma": sagte, er sei), or a conjunction only ("that"). `spaced`: whether spaces part
    words. `verb_second`: whether the verb of the clause follows at once on “according to her”, without a
    comma.

    `verbs` say that somebody speaks, writes or thinks; `weak` ones do so only before a conjunction or a mood
    of report; `stances` take what is said as their object (to criticise); `nouns` a clause (the claim that).
    `that` joins a reported clause, `questions` a reported question. `relatives` begin a clause that tells of
    the speaker. `determiners` stand before nouns, `subjects` begin clauses, `times` say when it was said.
    `before` stands before the source (according to), `after` after it (zufolge); `viewpoints` stand before
    the source where a noun that ends like one of `views` follows (nach Angaben). `asides` stand before the
    source after what was said (so); `like` begins “as she said”. `mood`: verbs in the mood of report;
    `sure_mood`: those that are in no other. `summaries`: verbs whose sentence as a whole tells what was said.
    """

    clause: str
    spaced: bool
    verb_second: bool
    verbs: frozenset[str]
    weak: frozenset[str]
    stances: frozenset[str]
    nouns: frozenset[str]
    that: frozenset[str]
    questions: frozenset[str]
    relatives: frozenset[str]
    determiners: frozenset[str]
    subjects: frozenset[str]
    times: frozenset[str]
    viewpoints: frozenset[str]
    views: frozenset[str]
    asides: frozenset[str]
    like: frozenset[str]
    mood: frozenset[str]
    sure_mood: frozenset[str]
    summaries: frozenset[str]
    before: tuple[tuple[str, ...], ...]
    after: tuple[tuple[str, ...], ...]


def cue_words(table: Mapping[str, Any]) -> CueWords:
    """The cue words of a parsed [reporting] table; empty ones where it says nothing."""
    words = {key: frozenset(str(table.get(key, "")).split()) for key in WORDS}
    # `proclitics` are written together with the word that they stand before: Arabic wa-.
    clitics = str(table.get("proclitics", "")).split()
    for key in ("verbs", "that", "like") if clitics else ():
        words[key] |= {clitic + word for clitic in clitics for word in words[key]}
    phrases = {key: tuple(tuple(str(one).split()) for one in table.get(key, [])) for key in PHRASES}
    return CueWords(
        clause=str(table.get("clause", "that")),
        spaced=bool(table.get("spaced", True)),
        verb_second=bool(table.get("verb_second", False)),
        **words,
        **phrases,
    )
