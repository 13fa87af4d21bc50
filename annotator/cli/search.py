"""The command that searches: articles with snippets, or a concordance."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counter, one_line, visible
from annotator.core.concordance import WIDTH, Order
from annotator.core.language import language_mark
from annotator.core.records import Status
from annotator.core.search_filters import Filters, Reading
from annotator.core.search_query import Field
from annotator.core.search_results import Concordance, Hit, Line, Results
from annotator.core.snippets import Snippet
from annotator.core.sought import Sought
from annotator.operations import finding, indexing
from annotator.operations.label_sets import project_labels
from annotator.operations.search_choices import annotator_called

_DAY = click.DateTime(["%Y-%m-%d"])


_FILTERS = (
    click.option("--label", "labels", multiple=True, metavar="KEY", help="Only articles with this label; repeatable."),
    click.option("--by", "by", multiple=True, metavar="NAME", help="Only articles that this annotator has labelled."),
    click.option("--language", "languages", multiple=True, metavar="CODE", help="Only articles in this language."),
    click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Only articles of this outlet."),
    click.option("--from", "since", type=_DAY, metavar="YYYY-MM-DD", help="Published on this day or later."),
    click.option("--to", "until", type=_DAY, metavar="YYYY-MM-DD", help="Published on this day or earlier."),
    click.option(
        "--reading",
        "readings",
        multiple=True,
        type=click.Choice([one.value for one in Reading]),
        help="How far it has been read.",
    ),
    click.option(
        "--status",
        "statuses",
        multiple=True,
        type=click.Choice([one.value for one in Status]),
        help="What may be done with it.",
    ),
    click.option("--old-versions", is_flag=True, help="Also articles that a newer version has replaced."),
)


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say in which articles something is looked for; `filters_of` understands them."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


@command("search")
@click.argument("words", nargs=-1, required=True)
@filter_options
@click.option("--folded", is_flag=True, help="Accents and variants of letters do not matter: cafe finds café.")
@click.option("--regex", "by_pattern", is_flag=True, help="It is a regular expression, matched with the texts.")
@click.option("--concordance", "as_concordance", is_flag=True, help="Each place, with the words around it.")
@click.option(
    "--sort",
    "order",
    type=click.Choice([one.value for one in Order]),
    default=Order.ARTICLE.value,
    help="Of a concordance.",
)
@click.option("--limit", type=click.IntRange(1, 5000), default=50, show_default=True, help="How many at most.")
@click.pass_context
def search_command(
    context: click.Context,
    /,
    words: Sequence[str],
    folded: bool,
    by_pattern: bool,
    as_concordance: bool,
    order: str,
    limit: int,
    **asked: Any,
) -> None:
    """Search texts, titles, sources and notes.

    All WORDS must be there. ‘"two words"’ is a phrase, wor* a beginning, ‘-word’ leaves out, OR gives a choice, and
    title: source: note: say where; quote them for the shell. With --regex one expression is matched with every text,
    whatever its capitals. Newest articles first, those with the words in title,
    source or notes before all.

    JSON: {"hits": [{"id", "title", "where": text, title, source or note, "snippet", "marks": [[start, end]...] in the
    snippet, "span": [start, end] in the text or null, "count", "annotation": id or null}], "more"}, with
    --concordance {"lines": [{"id", "title", "start", "end", "left", "word", "right"}], "more"}
    """
    desk = Desk(context)
    sought = Sought(" ".join(words), filters_of(desk, asked), folded, by_pattern)
    indexing.catch_up(desk.workspace, counter())
    if as_concordance:
        found = finding.find_lines(desk.workspace, sought, order=Order(order), limit=limit)
        desk.answer(_concordance_view(found), _concordance_lines(found))
    else:
        results = finding.find_articles(desk.workspace, sought, limit=limit)
        desk.answer(_results_view(results), _results_lines(results))


def filters_of(desk: Desk, asked: dict[str, Any]) -> Filters:
    """The filters as they were asked for. Raises InvalidLabelSet or NotFound for what the project does not have."""
    labels = project_labels(desk.workspace)
    since, until = asked["since"], asked["until"]
    return Filters(
        labels=frozenset(labels.label(key).key for key in asked["labels"]),
        annotators=frozenset(annotator_called(desk.workspace, name) for name in asked["by"]),
        languages=frozenset(asked["languages"]),
        outlets=frozenset(asked["outlets"]),
        since=since.date() if since else None,
        until=until.date() if until else None,
        readings=frozenset(map(Reading, asked["readings"])),
        statuses=frozenset(map(Status, asked["statuses"])),
        with_superseded=asked["old_versions"],
    )


def _results_view(results: Results) -> dict[str, Any]:
    return {"hits": [_hit_view(hit) for hit in results.hits], "more": results.more}


def _hit_view(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.document.id,
        "title": hit.document.title,
        "where": hit.where or "text",
        "snippet": hit.snippet.text,
        "marks": [list(mark) for mark in hit.snippet.marks],
        "span": list(hit.span) if hit.span else None,
        "count": hit.count,
        "annotation": hit.annotation_id,
    }


def _results_lines(results: Results) -> Iterator[str]:
    for hit in results.hits:
        yield f"{hit.document.id}  {language_mark(hit.document):7}  {one_line(hit.document.title)}"
        if hit.where is not Field.TITLE:
            where = f"{hit.where}: " if hit.where else ""
            yield f"    {where}{one_line(_marked(hit.snippet))}"
    if not results.hits:
        yield "Nothing was found."
    elif results.more:
        yield f"There are more than these {len(results.hits)}; see --limit."


def _marked(snippet: Snippet) -> str:
    """The snippet with brackets around what was found, and dots where it was cut."""
    pieces, at = ["… " if snippet.is_cut[0] else ""], 0
    for start, end in snippet.marks:
        pieces += (snippet.text[at:start], "[", snippet.text[start:end], "]")
        at = end
    return "".join((*pieces, snippet.text[at:], " …" if snippet.is_cut[1] else ""))


def _concordance_view(found: Concordance) -> dict[str, Any]:
    return {"lines": [_line_view(line) for line in found.lines], "more": found.more}


def _line_view(line: Line) -> dict[str, Any]:
    context = line.context
    start, end = context.span
    about = {"id": line.document_id, "title": line.title, "start": start, "end": end}
    return about | {"left": context.left, "word": context.word, "right": context.right}


def _concordance_lines(found: Concordance) -> Iterator[str]:
    for line in found.lines:
        context = line.context
        left = visible(context.left)[-WIDTH:]
        yield f"{line.document_id}  {left:>{WIDTH}}[{visible(context.word)}]{visible(context.right)[:WIDTH]}"
    if not found.lines:
        yield "Nothing was found."
    elif found.more:
        yield f"There are more than these {len(found.lines)}; see --limit."
