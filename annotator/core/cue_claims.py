"""Claims that a text seems to hold: what is hedged, what somebody claims or accuses of, and reported facts.

A hedge (allegedly) stays inside the claim and tells its modality. What is merely reported is proposed only where
it can be checked: a figure, a cause, a comparison, a law. Questions and wishes are no claims; the sentences that
the article says in its own name are left to people, and to what is learned from them.
"""

import re
from collections.abc import Iterator, Sequence

from annotator.core.cue_denials import CLAIM, CUES
from annotator.core.cue_phrases import Found, Phrases, Token
from annotator.core.cue_sentences import CueSentence
from annotator.core.spans import Span
from annotator.core.stance_words import ClaimWords, claim_words
from annotator.core.suggestion import Suggestion

_QUESTIONS = ("?", "？", "؟")
_CLOSERS = "\"”“»’'」』) "
_YEAR = re.compile("(?:1[5-9]|20)[0-9]{2}s?")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")  # one number, though its groups are words apart
_SHORTEST = 3  # words that a reported fact has at least


def find_claims(
    text: str, language: str, sentences: Sequence[CueSentence], decided: Sequence[Suggestion]
) -> list[Suggestion]:
    """The claims of a text, in its order. `decided` are denials and claims found otherwise: not proposed again."""
    words = claim_words(language)
    if not words.hedges:
        return []
    taken = sorted(segment for one in decided for segment in one.segments)
    found: list[Suggestion] = []
    at = 0
    for sentence in sentences:
        while at < len(taken) and taken[at].end_char <= sentence.extent.start_char:
            at += 1
        if at == len(taken) or not taken[at].overlaps(sentence.extent):
            found += _claims_in(text, sentence, words)
    return found


def _claims_in(text: str, sentence: CueSentence, words: ClaimWords) -> Iterator[Suggestion]:
    """At most one claim a sentence: to split one into its facts takes a person."""
    if text[slice(*sentence.extent)].rstrip(_CLOSERS).endswith(_QUESTIONS):
        return
    tokens = sentence.tokens
    if hedge := words.hedges.first(tokens):
        yield _claim(text, sentence, words, "hedged", hedge, _stretch_with(sentence, hedge), 0.7)
    elif allegation := _allegation(tokens, words):
        yield _claim(text, sentence, words, "claimed", allegation, _claimed(sentence, allegation), 0.55)
    elif sentence.is_said and not words.wishes.first(tokens):
        said = _said(sentence)
        inside = [token for token in tokens if any(part.contains(Span(token.start, token.end)) for part in said)]
        sign = _fact(text, inside, words)
        if sign and len(inside) >= _SHORTEST:
            yield _claim(text, sentence, words, "reported fact", sign, said, 0.5)


def _allegation(tokens: Sequence[Token], words: ClaimWords) -> Found | None:
    """The first verb that claims or accuses, where it is not part of a phrase that does neither."""
    others = [one.span for one in words.exceptions.find(tokens)]
    return next((one for one in words.allegations.find(tokens) if not any(map(one.span.overlaps, others))), None)


def _stretch_with(sentence: CueSentence, hedge: Found) -> tuple[Span, ...]:
    """What is said, where the hedge is part of that; else the sentence: the hedge is inside the claim."""
    said = _said(sentence)
    return said if any(part.contains(hedge.span) for part in said) else (sentence.extent,)


def _claimed(sentence: CueSentence, verb: Found) -> tuple[Span, ...]:
    """What is said, where this verb says it; else the sentence."""
    cue = sentence.report.cue if sentence.report else None
    return _said(sentence) if cue and cue.overlaps(verb.span) else (sentence.extent,)


def _said(sentence: CueSentence) -> tuple[Span, ...]:
    """The reported words within the sentence."""
    start, end = sentence.extent
    segments = sentence.report.segments if sentence.report else ()
    return tuple(Span(max(start, one[0]), min(end, one[1])) for one in segments if one.overlaps(sentence.extent))


def _fact(text: str, tokens: Sequence[Token], words: ClaimWords) -> Found | None:
    """What makes reported words a thing to be checked."""
    for at, token in enumerate(tokens):
        if _is_figure(text, token):
            whole = _FIGURE.match(text, token.start)
            return Found(Span(token.start, max(token.end, whole.end() if whole else 0)), at, at + 1)
    signs = (phrases.first(tokens) for phrases in (words.quantities, words.causes, words.comparisons, words.laws))
    return next(filter(None, signs), None)


def _is_figure(text: str, token: Token) -> bool:
    """True for a number that counts or measures: no year, no day of a date, no part of a name (Covid-19)."""
    if not token.word[0].isdigit() or _YEAR.fullmatch(token.word):
        return False
    around = text[max(0, token.start - 2) : token.start].strip()[-1:], text[token.end : token.end + 2].strip()[:1]
    return not {*around} & {*"-–/("}


def _claim(
    text: str,
    sentence: CueSentence,
    words: ClaimWords,
    reason: str,
    sign: Found,
    segments: tuple[Span, ...],
    confidence: float,
) -> Suggestion:
    report = sentence.report
    inside = [
        token for token in sentence.tokens if any(part.overlaps(Span(token.start, token.end)) for part in segments)
    ]
    is_reported = report is not None or reason == "claimed"
    return Suggestion(
        label=CLAIM,
        segments=segments,
        suggester=CUES,
        reason=reason,
        evidence=(sign.span,),
        source=report.source if report else None,
        cue=report.cue if report else None,
        attributes={
            "voice": "reported" if is_reported else "outlet",
            "modality": _modality(reason, inside, words),
            "polarity": "negative" if words.negatives.first(inside) else "positive",
            **_kind(text, inside, words),
        },
        confidence=confidence,
    )


def _modality(reason: str, tokens: Sequence[Token], words: ClaimWords) -> str:
    if reason == "hedged" or words.hedges.first(tokens):
        return "hedged"
    return "conditional" if words.conditions.first(tokens) else "asserted"


def _kind(text: str, tokens: Sequence[Token], words: ClaimWords) -> dict[str, str]:
    """The kind of claim, where its words say so: what tells most first."""
    kinds: tuple[tuple[str, Phrases], ...] = (
        ("cause_effect", words.causes),
        ("prediction", words.predictions),
        ("comparison", words.comparisons),
        ("law_or_rule", words.laws),
        ("quantity", words.quantities),
    )
    kind = next((name for name, phrases in kinds if phrases.first(tokens)), "")
    if not kind and any(_is_figure(text, token) for token in tokens):
        kind = "quantity"
    return {"claim_kind": kind} if kind else {}
