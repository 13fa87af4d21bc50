"""The words by which a language reports what somebody said, as its file lists them under [reporting].

A language may have any of them, or none: then only marks tell of quotations.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

CLAUSES = ("bare", "comma", "that")
WORDS = (
    "verbs", "weak", "stances", "nouns", "that", "conjoined", "questions", "relatives", "determiners", "agents",
    "prepositions", "nouns_too", "conjunctions", "subjects", "helpers", "times", "addressing", "listeners",
    "viewpoints", "views", "asides", "like", "hearsay", "mood", "sure_mood", "infinitives", "summaries", "titles",
    "others", "negations", "particles", "namings", "bare_verbs",
)  # fmt: skip
PHRASES = ("before", "after")


class CueWords(NamedTuple):
    """All words in small letters, in every form that they take.

    `clause`: what may stand between a verb of speech and a reported clause: nothing ("bare": she said it
    was), a comma ("comma": sagte, er sei), or a conjunction only ("that"). `spaced`: whether spaces part
    words. `verb_second`: whether the verb of the clause follows at once on “according to her”, without a
    comma. `indirect`, `private`: whether those who tag the language list reported speech, and the words of
    people without an office, among quotations.

    `verbs` say that somebody speaks, writes or thinks; `weak` ones do so only before a conjunction, marks or
    a mood of report; `stances` take what is said as their object (to criticise); `nouns` a clause (the claim
    that). `that` joins a reported clause, unless it follows one of `conjoined`, with which it is another
    conjunction; `questions` a reported question. `relatives` begin a clause that tells of the speaker.
    `determiners` stand before nouns, `conjunctions` join clauses, `subjects` begin clauses, `helpers` are
    helping verbs and adverbs beside a verb, `times` say when it was said. `addressing` verbs name whom they
    tell, `listeners` are who that is in one word.

    `before` stands before the source (according to), `after` after it (zufolge); `viewpoints` stand before
    the source where a noun that ends like one of `views` follows (nach Angaben). `asides` stand before the
    source after what was said (so); `like` begins “as she said”; `hearsay` a sentence that others are said to
    say (demnach). `mood`: verbs in the mood of report; `sure_mood`: those that are in no other; `infinitives`
    stand before the last verb of a clause without a subject (zu). `summaries`: verbs whose sentence as a
    whole tells what was said. `titles`: what a title or a name in marks follows (a book called). `others`:
    where no spaces part words, words that hold a cue and are none. `comma_before_that`: whether a comma
    stands before `that` in any case. `negations` beside a verb say that it was not said. `particles` at the
    end of the sentence make a weak verb one of speech (teilte … mit). `namings` are verbs beside which a
    single word in marks is what somebody calls a thing. `bare_verbs` take a clause at once where others need
    a sign.
    """

    clause: str
    spaced: bool
    verb_second: bool
    indirect: bool
    private: bool
    comma_before_that: bool
    verbs: frozenset[str]
    weak: frozenset[str]
    stances: frozenset[str]
    nouns: frozenset[str]
    that: frozenset[str]
    conjoined: frozenset[str]
    questions: frozenset[str]
    relatives: frozenset[str]
    determiners: frozenset[str]
    agents: frozenset[str]
    prepositions: frozenset[str]
    nouns_too: frozenset[str]
    conjunctions: frozenset[str]
    subjects: frozenset[str]
    helpers: frozenset[str]
    times: frozenset[str]
    addressing: frozenset[str]
    listeners: frozenset[str]
    viewpoints: frozenset[str]
    views: frozenset[str]
    asides: frozenset[str]
    like: frozenset[str]
    hearsay: frozenset[str]
    mood: frozenset[str]
    sure_mood: frozenset[str]
    infinitives: frozenset[str]
    summaries: frozenset[str]
    titles: frozenset[str]
    others: frozenset[str]
    negations: frozenset[str]
    particles: frozenset[str]
    namings: frozenset[str]
    bare_verbs: frozenset[str]
    before: tuple[tuple[str, ...], ...]
    after: tuple[tuple[str, ...], ...]


def cue_words(table: Mapping[str, Any]) -> CueWords:
    """The cue words of a parsed [reporting] table; empty ones where it says nothing."""
    words: dict[str, Any] = {key: frozenset(str(table.get(key, "")).split()) for key in WORDS}
    # `proclitics` are written together with the word that they stand before: Arabic wa-.
    clitics = str(table.get("proclitics", "")).split()
    for key in ("verbs", "that", "like") if clitics else ():
        words[key] |= {clitic + word for clitic in clitics for word in words[key]}
    phrases: dict[str, Any] = {key: tuple(tuple(str(one).split()) for one in table.get(key, [])) for key in PHRASES}
    return CueWords(
        clause=str(table.get("clause", "that")),
        spaced=bool(table.get("spaced", True)),
        verb_second=bool(table.get("verb_second", False)),
        indirect=bool(table.get("indirect", True)),
        private=bool(table.get("private", True)),
        comma_before_that=bool(table.get("comma_before_that", False)),
        **words,
        **phrases,
    )
