"""The command that suggests: what could be tagged, how good that is, and what to read next."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter, one_line
from annotator.core.cues_suggester import CuesSuggester
from annotator.core.learned.judging import FEWEST, Judgement, Score
from annotator.core.learned.ranking import Ranked
from annotator.core.learned.training import Learned
from annotator.core.records import DocumentRecord
from annotator.core.suggestion import Suggester, Suggestion
from annotator.operations import documents, learning, suggestions
from annotator.store.workspace import Workspace

_SHOWN = 100


@command("suggest")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--learned", "with_learned", is_flag=True, help="Learn from what was decided here; used where better.")
@click.option("--report", "as_report", is_flag=True, help="How good what was learned is, beside cues alone.")
@click.option("--order", "as_order", is_flag=True, help="Which articles would teach most, were they read next.")
@click.option("--limit", type=click.IntRange(1, 5000), default=50, show_default=True, help="How many articles at most.")
@click.pass_context
def suggest_command(
    context: click.Context, articles: tuple[str, ...], with_learned: bool, as_report: bool, as_order: bool, limit: int
) -> None:
    """Suggest what could be tagged in articles (none named: the newest); nothing is saved as an annotation.

    Left out is what is decided already, what was rejected, and what the project keeps hidden to measure how far
    suggestions sway editors. What is learned stays on this machine, and is learned anew when something was decided
    since. A figure with fewer than 30 sentences behind it is too little to judge by.

    JSON: {"articles": [{"id", "title", "suggestions": [{"label", "segments": [[start, end]...], "text", "suggester",
    "reason", "evidence": [[start, end]...], "source": [start, end] or null, "cue": the same, "attributes",
    "confidence"}]}]}, with --report {"labels": [{"label", "language": "" for all, "articles", "sentences", "learned":
    {"precision", "recall", "f1", "n"}, "cues": the same, "too_few", "used": "learned" or "cues"}]}, with --order
    {"articles": [{"id", "title", "undecided", "usefulness", "sentences": [[start, end, doubt]...]}]}
    """
    if as_report and as_order:
        raise click.UsageError("Give --report or --order, not both.")
    desk = Desk(context)
    if as_report:
        judgements = _learned(desk.workspace).judgements
        desk.answer({"labels": [_judgement_view(one) for one in judgements]}, _judgement_lines(judgements))
    elif as_order:
        ranked = learning.most_useful(desk.workspace, _learned(desk.workspace), counter())[:limit]
        desk.answer({"articles": [_ranked_view(one) for one in ranked]}, _ranked_lines(ranked))
    else:
        ids = [documents.find_document(desk.workspace, one) for one in articles]
        if with_learned:
            _learned(desk.workspace)
        suggester = learning.suggester_of(desk.workspace) if with_learned else CuesSuggester()
        found = _suggested(desk.workspace, ids or _newest(desk.workspace, limit), suggester)
        named = [one for one in found if articles or one[1]]
        desk.answer({"articles": [_view(*one) for one in named]}, _lines(named))


def _learned(workspace: Workspace) -> Learned:
    """What can be learned from all that has been decided."""
    return (
        learning.learned_before(workspace)
        if learning.is_up_to_date(workspace)
        else learning.learn(workspace, counter())
    )


def _newest(workspace: Workspace, limit: int) -> list[UUID]:
    return [one.id for one in documents.list_documents(workspace) if one.superseded_by is None][:limit]


def _suggested(
    workspace: Workspace, ids: Sequence[UUID], suggester: Suggester
) -> list[tuple[DocumentRecord, list[Suggestion]]]:
    return [
        (documents.read_document(workspace, one), suggestions.suggestions_of(workspace, one, [suggester]))
        for one in ids
    ]


def _view(record: DocumentRecord, found: Sequence[Suggestion]) -> dict[str, Any]:
    return {
        "id": record.id,
        "title": record.title,
        "suggestions": [
            {
                "label": one.label,
                "segments": [list(part) for part in one.segments],
                "text": _words(record, one),
                "suggester": one.suggester,
                "reason": one.reason,
                "evidence": [list(part) for part in one.evidence],
                "source": list(one.source) if one.source else None,
                "cue": list(one.cue) if one.cue else None,
                "attributes": dict(one.attributes),
                "confidence": round(one.confidence, 3),
            }
            for one in found
        ],
    }


def _words(record: DocumentRecord, suggestion: Suggestion) -> str:
    return " ".join(record.text[start:end] for start, end in suggestion.segments)


def _lines(found: Sequence[tuple[DocumentRecord, list[Suggestion]]]) -> Iterator[str]:
    for record, suggested in found:
        yield f"{record.id}  {counted(len(suggested), 'suggestion')}  {one_line(record.title)}"
        for one in suggested:
            evidence = ", ".join(f"“{one_line(record.text[start:end])}”" for start, end in one.evidence[:3])
            why = f"{one.suggester}: {one.reason}{f' {evidence}' if evidence else ''}"
            words = one_line(_words(record, one))
            yield f"    {one.label:8} {one.extent[0]}–{one.extent[1]}  {words[:_SHOWN]}  ({why})"
    if not found:
        yield "Nothing is suggested."


def _judgement_view(judgement: Judgement) -> dict[str, Any]:
    return {
        "label": judgement.label,
        "language": judgement.language,
        "articles": judgement.articles,
        "sentences": judgement.sentences,
        "learned": _score_view(judgement.learned),
        "cues": _score_view(judgement.cues),
        "too_few": judgement.is_too_few,
        "used": "learned" if judgement.is_learned_better else "cues",
    }


def _score_view(score: Score) -> dict[str, Any]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {name: round(share, 4) for name, share in shares.items()} | {"n": score.wanted}


def _judgement_lines(judgements: Sequence[Judgement]) -> Iterator[str]:
    for one in judgements:
        where = one.language or "all languages"
        count = f"{counted(one.learned.wanted, 'sentence')} of {one.sentences:,} in {counted(one.articles, 'article')}"
        if one.is_too_few:
            yield f"{one.label}, {where}: too few to judge, {count}; cues are used"
        else:
            used = "what was learned is used" if one.is_learned_better else "cues are used"
            yield f"{one.label}, {where}: F1 {one.learned.f1:.2f} learned, {one.cues.f1:.2f} by cues, {count}; {used}"
    if not judgements:
        yield f"Nothing can be learned yet: a label needs decisions in two articles, and {FEWEST} to be judged by."


def _ranked_view(ranked: Ranked) -> dict[str, Any]:
    return {
        "id": ranked.document_id,
        "title": ranked.title,
        "undecided": ranked.undecided,
        "usefulness": round(ranked.usefulness, 4),
        "sentences": [[start, end, round(doubt, 4)] for (start, end), doubt in ranked.sentences],
    }


def _ranked_lines(ranked: Sequence[Ranked]) -> Iterator[str]:
    for one in ranked:
        undecided = counted(one.undecided, "sentence")
        yield f"{one.document_id}  {one.usefulness:.2f}  {undecided} undecided  {one_line(one.title)}"
    if not ranked:
        yield "Every sentence is decided."
