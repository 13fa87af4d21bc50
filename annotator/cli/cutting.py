"""Commands that cut sentences anew: by the rules and the newsroom's choice, or by the rules alone again."""

from collections.abc import Sequence
from typing import Any

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter
from annotator.cli.sentences import check_language
from annotator.core.quote_policy import (
    AS_OTHERS,
    CHOICES,
    OTHERS,
    SPLIT,
    USUAL,
    WHOLE,
    QuoteChanges,
    QuotePolicy,
    changed,
)
from annotator.operations import documents, sentences
from annotator.operations.resplit import Resplit, Scope, preview_resplit, quote_policy, resplit


@command("sentences")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option(
    "--quotes",
    type=click.Choice(CHOICES),
    help="From now on a quotation of several sentences is one (whole), several (split) or as is usual.",
)
@click.option("--language", callback=check_language, metavar="CODE", help="Only for articles in this language.")
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@click.pass_context
def sentences_command(
    context: click.Context, articles: Sequence[str], quotes: str | None, language: str | None, dry_run: bool
) -> None:
    """Cut the sentences of all articles, or of those named, anew by the rules of today.

    What was split or joined by hand stays so, and every annotation stays where it is. --quotes holds for
    all that is loaded later, too; without --language it holds for every language.

    JSON: {"quotes": {CODE: "whole", "split" or "usual", "*": the same for other languages}, "articles":
    how many were looked at, "changed": of how many the sentences are others, "before": how many sentences
    became "after", "dry_run"}
    """
    if articles and (quotes or language):
        raise click.UsageError("--quotes and --language are not for single articles; leave the articles out.")
    desk = Desk(context)
    changes = _changes(quote_policy(desk.workspace), quotes, language)
    ids = [documents.find_document(desk.workspace, article) for article in articles] if articles else None
    scope = Scope(ids, language)
    if dry_run:
        found = preview_resplit(desk.workspace, changes, scope, counter())
        policy = changed(quote_policy(desk.workspace), changes)
    else:
        found = resplit(desk.workspace, desk.annotator_id, changes, scope, counter())
        policy = quote_policy(desk.workspace)
    desk.answer(_view(policy, found, dry_run), [_policy_words(policy), _words(found, dry_run)])


def _changes(policy: QuotePolicy, quotes: str | None, language: str | None) -> QuoteChanges:
    """What will hold otherwise for quotations in the project."""
    if quotes is None:
        return {}
    return {language: quotes} if language else {**dict.fromkeys(policy, AS_OTHERS), OTHERS: quotes}


def _view(policy: QuotePolicy, found: Resplit, dry_run: bool) -> dict[str, Any]:
    return {
        "quotes": dict(policy),
        "articles": found.articles,
        "changed": found.changed,
        "before": found.before,
        "after": found.after,
        "dry_run": dry_run,
    }


def _policy_words(policy: QuotePolicy) -> str:
    named = [f"{_done_with(choice)} in {code}" for code, choice in policy.items() if code != OTHERS]
    where = "other languages" if named else "every language"
    others = f"{_done_with(policy.get(OTHERS, USUAL))} in {where}"
    return f"A quotation of several sentences is {', '.join([*named, others])}."


def _done_with(choice: str) -> str:
    return {WHOLE: "kept as one", SPLIT: "cut into them"}.get(choice, "cut as is usual")


def _words(found: Resplit, dry_run: bool) -> str:
    would = "would change" if dry_run else "changed"
    become = ("becomes" if found.before == 1 else "become") if dry_run else "became"
    articles = counted(found.articles, "article")
    if not found.changed:
        return f"None of {articles} {would}."
    return f"{found.changed:,} of {articles} {would}: {counted(found.before, 'sentence')} {become} {found.after:,}."


@command("forget")
@click.argument("article")
@click.pass_context
def forget_command(context: click.Context, article: str) -> None:
    """Forget the splits and joins made by hand in an article; annotations stay where they are.

    JSON: {"id", "forgotten": how many splits and joins, "sentences": how many there are now}
    """
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    forgotten = sentences.forget_corrections(desk.workspace, document_id, desk.annotator_id)
    count = len(documents.read_document(desk.workspace, document_id).sentences)
    words = f"{counted(forgotten, 'correction')} forgotten; the article has {counted(count, 'sentence')} now."
    desk.answer({"id": document_id, "forgotten": forgotten, "sentences": count}, [words])
