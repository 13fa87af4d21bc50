"""Every fixed word of a report, in one place, so that a report can be made in another language.

The words of an article's own label set, titles of labels and values, come from the label set.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from annotator.core.agreement.measures import Measure
from annotator.core.gold import How
from annotator.core.release import Hold
from annotator.core.report import Kind
from annotator.errors import NotFound

_MACHINE_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_UTC = frozenset({"Z", "z", "+00:00", "+0000", "-00:00"})


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The words of reports in one language, whose code is `language`."""

    language: str = "en"
    # every report
    titles: tuple[tuple[Kind, str], ...] = (
        (Kind.ARTICLE, "Quotes, claims and denials"),
        (Kind.LIBEL, "Claims that accuse somebody"),
        (Kind.AGREEMENT, "Agreement between annotators"),
        (Kind.CORRECTIONS, "Corrections"),
        (Kind.GOLD, "Agreed reading"),
    )
    made: str = "As of {when}"
    contents: str = "Contents"
    page: str = "Page"
    not_in_it: str = "What is not in this report"
    held: tuple[tuple[Hold, str, str], ...] = (
        (
            Hold.CANCELLED,
            "1 article is cancelled and was left out.",
            "{count} articles are cancelled and were left out.",
        ),
        (Hold.WITHHELD, "1 article is withheld and was left out.", "{count} articles are withheld and were left out."),
        (
            Hold.EMBARGOED,
            "1 article is under an embargo and was left out.",
            "{count} articles are under an embargo and were left out.",
        ),
    )
    unmarked_one: str = "1 article in which nothing is marked was left out."
    unmarked: str = "{count} articles in which nothing is marked were left out."
    off_record_one: str = (
        "One passage is off the record or under an embargo: it is not listed, and its words are blacked out."
    )
    off_record: str = (
        "{count} passages are off the record or under an embargo: they are not listed, and their words are blacked out."
    )
    masked: str = "Names of protected sources are blacked out (█)."
    masked_hashes: str = (
        "The SHA-256 of the text is that of the text with the blacked-out words; that of the original is left out."
    )
    no_articles: str = "There is no article to report on."
    untitled: str = "(no title)"
    # articles
    outlet: str = "Outlet"
    byline: str = "By"
    published: str = "Published"
    published_as: str = "{when} (as printed: {printed})"
    retrieved: str = "Retrieved"
    address: str = "Address"
    language_name: str = "Language"
    file_name: str = "File"
    version: str = "Version"
    replaced: str = "A newer version of this article has replaced this one."
    text_hash: str = "SHA-256 of the text"
    original_hash: str = "SHA-256 of the original"
    read_by: str = "Read by"
    full_text: str = "The text"
    counting: str = "Places count characters of the text from 0; the last one named is not included."
    full_text_key: str = "“[3 … 3]” stands around passage 3."
    furniture_out: str = "Page furniture (menus, links to other articles) is left out here."
    nothing_tagged: str = "Nothing is marked in this article."
    listed: str = "{title} ({count})"
    passage: str = "{number}. {label}"
    place: str = "Place"
    place_one: str = "paragraph {paragraph}, line {line}, characters {start}–{end}"
    in_headline: str = "headline"
    in_caption: str = "caption"
    note: str = "Note"
    links: str = "Links"
    link_here: str = "{kind} {number} “{passage}”"
    link_there: str = "{kind} “{passage}” ({article})"
    annotator: str = "Marked by"
    marked_at: str = "{name}, {when}"
    reviewer: str = "Review"
    approved: str = "approved by {name}, {when}"
    returned: str = "returned by {name}, {when}"
    returned_why: str = "returned by {name}, {when}: {reason}"
    corrects: str = "put in place of another passage by {name}, {when}"
    corrects_why: str = "put in place of another passage by {name}, {when}: {reason}"
    not_reviewed: str = "not reviewed"
    corrected_away_one: str = "One passage has been corrected by a reviewer: what stands in its place is listed."
    corrected_away: str = "{count} passages have been corrected by a reviewer: what stands in their place is listed."
    # right of reply
    claim: str = "Claim {number}"
    sentence: str = "In full"
    accused: str = "Who is accused"
    accused_hint: str = "named in the sentence: {names}"
    says_who: str = "Says who"
    no_source: str = "no source named"
    own_words: str = "the article itself"
    reply: str = "Reply"
    deadline: str = "Deadline"
    overdue: str = "{when}, overdue"
    evidence: str = "Evidence"
    no_evidence: str = "none noted"
    answers: str = "Answered by"
    answer_by: str = "{kind}: “{passage}” ({names})"
    answer_of: str = "{kind}: “{passage}”"
    of_same: str = "{answer}, said of the same claim"
    no_answer: str = "Nothing answers this claim."
    contacts: str = "Contact log"
    no_contact: str = "Nobody has been asked."
    asked_when: str = "When"
    asked_whom: str = "Whom"
    asked_how: str = "How"
    asked_until: str = "Until"
    asked_answer: str = "Answer"
    no_accusation: str = "No claim in these articles accuses anybody."
    flagged: str = "Other passages with a legal flag"
    captions: str = "Headline and captions"
    headline: str = "Headline"
    caption: str = "Caption"
    standing: tuple[tuple[str, str], ...] = (
        ("unasked", "nobody has been asked"),
        ("asked", "asked, no answer yet"),
        ("answered", "answered"),
    )
    standing_name: str = "Right of reply"
    # corrections
    correction_passage: str = "A passage was corrected"
    correction_return: str = "A passage was returned"
    correction_version: str = "A new version of the article"
    correction_reopened: str = "An approved reading was taken up again"
    correction_ruling: str = "A dispute was settled"
    correction_superseded: str = "A passage was superseded"
    who: str = "Who"
    when: str = "When"
    why: str = "Why"
    no_reason: str = "no reason given"
    about: str = "Passage"
    was: str = "Before"
    now: str = "Now"
    gone: str = "(the passage is no longer there)"
    ruled: tuple[tuple[str, str], ...] = (
        ("one", "one side holds"),
        ("both", "both hold"),
        ("neither", "neither holds"),
        ("new", "something new holds instead"),
    )
    ruling: str = "Ruling"
    case: str = "Case of the guideline"
    title_was: str = "Title before"
    title_now: str = "Title now"
    text_changes: str = "Changes in the text"
    text_same: str = "The text is the same."
    taken_out: str = "Taken out"
    put_in: str = "Put in"
    more_changes: str = "{count} more changes are not listed."
    no_corrections: str = "Nothing has been corrected in these articles."
    # gold readings
    gold_how: str = "How it got here"
    gold_ways: tuple[tuple[How, str], ...] = (
        (How.AGREED, "agreed by {readers}"),
        (How.RULED, "ruled by {name}"),
        (How.APPROVED, "approved by {name}"),
        (How.CORRECTED, "corrected by {name}"),
        (How.ONLY_READER, "marked by {readers}, the only reader"),
    )
    gold_disputed_one: str = "One dispute is open; what it is about is no part of this reading."
    gold_disputed: str = "{count} disputes are open; what they are about is no part of this reading."
    gold_returned_one: str = "One passage was returned by a reviewer and is no part of this reading."
    gold_returned: str = "{count} passages were returned by a reviewer and are no part of this reading."
    gold_empty: str = "Nothing is agreed on in this article."
    gold_none: str = "No reading of these articles has been handed in."
    # agreement
    agreement_figures: str = "Figures"
    agreement_who: str = "{names}; articles read by two or more of them: {count}."
    agreement_all: str = "All annotators"
    agreement_pairs: str = "Pairs"
    agreement_overall: str = "Overall"
    agreement_of: str = "Label"
    agreement_n: str = "n"
    agreement_sentences: str = "By sentence"
    agreement_spans: str = "By passage"
    agreement_attributes: str = "Attributes of passages that both have marked"
    agreement_attribute: str = "Attribute"
    agreement_attribute_heads: tuple[str, ...] = ("percent", "kappa", "alpha")
    agreement_links: str = "Links between passages that both have marked"
    agreement_link: str = "Link"
    agreement_method: str = "How the figures are worked out"
    agreement_intervals: str = (
        "First independent submissions only: readings handed in before anything of another’s work was seen. In "
        "brackets: where 95 of 100 figures lie when the articles are drawn anew. n is the number of sentences, or of "
        "passages. “–” stands where a figure is not defined."
    )
    agreement_none: str = "No article has been read by two annotators independently."
    left_not_independent: str = "Left out because another’s work had been seen before they were handed in: {count}."
    left_later: str = "Left out because they were handed in again later: {count}."
    left_alone: str = "Left out because nobody else has read the article: {count}."
    left_hidden: str = "Left out because they must not be seen yet by who made this report: {count} articles."
    measures: tuple[tuple[Measure, str], ...] = (
        (Measure.PERCENT, "percent"),
        (Measure.KAPPA_SENTENCE, "kappa"),
        (Measure.FLEISS_SENTENCE, "Fleiss’ kappa"),
        (Measure.ALPHA_SENTENCE, "alpha"),
        (Measure.ALPHA_CHARACTERS, "alpha by character"),
        (Measure.ALPHA_U, "alpha_U"),
        (Measure.F1_EXACT, "F1 exact"),
        (Measure.F1_OVERLAP, "F1 overlap"),
        (Measure.F1_CHARACTERS, "F1 by character"),
    )
    # plain values
    yes: str = "yes"
    no: str = "no"
    unknown: str = "unknown"

    def title(self, kind: Kind) -> str:
        """The title of a report of this kind."""
        return dict(self.titles)[kind]


ENGLISH = ReportWords()

LANGUAGES = {ENGLISH.language: ENGLISH}
"""The languages that reports can be made in."""


def words_in(language: str) -> ReportWords:
    """The words in this language. Raises NotFound, naming those there are."""
    found = LANGUAGES.get(language)
    if found is None:
        raise NotFound(f"Reports are not written in “{language}”; there is {', '.join(LANGUAGES)}.")
    return found


def printed(iso: str) -> str:
    """A time written for machines as a report prints it: “2026-05-04 21:35 UTC”; any other stays as it is."""
    found = _MACHINE_TIME.fullmatch(iso)
    if not found:
        return iso
    day, clock, zone = found.groups(default="")
    return " ".join(part for part in (day, clock, "UTC" if zone in _UTC else zone) if part)


def printed_moment(at: datetime) -> str:
    """A moment as a report prints it, in UTC, to the minute."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
