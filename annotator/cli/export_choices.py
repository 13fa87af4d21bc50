"""What can be chosen of an export at a prompt: an option for each field of a request, under the field's name."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any

import click
from click.core import ParameterSource

from annotator import formats
from annotator.cli.commands import say
from annotator.cli.output import well_formed
from annotator.core.losses import Flat
from annotator.core.recipes import OPTIONS, ExportRequest, Partition, taken_back, values_of
from annotator.core.review_states import ReviewState
from annotator.core.selection import Unit
from annotator.core.splits import PARTS
from annotator.operations.heeding import unheeded

WRITERS = click.Choice([writer.id for writer in formats.exporters()])
_MOST_CONTEXT = 100


def _pair(words: str) -> tuple[str, str]:
    key, equals, value = well_formed(words).partition("=")
    if not (key and equals and value):
        raise click.BadParameter(f"“{words}” says nothing; write KEY=VALUE.")
    return key, value


def _shares(words: str) -> tuple[int, int, int]:
    said = words.split("/")
    if len(said) != len(PARTS) or not all(one.isascii() and one.isdigit() for one in said) or not any(map(int, said)):
        raise click.BadParameter(f"“{words}” are no shares; write three numbers such as 80/10/10.")
    train, dev, test = map(int, said)
    return train, dev, test


def _several(option: str, name: str, metavar: str, words: str, kind: Any = well_formed) -> Any:
    return click.option(option, name, multiple=True, metavar=metavar, type=kind, help=words)


def _choice(values: Any) -> click.Choice[str]:
    return click.Choice([str(value) for value in values])


_OPTIONS = (
    click.option("--format", "format_id", type=WRITERS, help="See “formats”; else OUT’s ending decides."),
    _several("--label", "labels", "LABEL", "Only annotations with this label; may be given several times."),
    click.option(
        "--reading",
        type=well_formed,
        metavar="gold|NAME|all",
        help="Whose work: the gold reading, one person’s, everybody’s (the usual).",
    ),
    _several("--by", "annotators", "NAME", "Only what this person has annotated; several times."),
    _several("--state", "states", "|".join(ReviewState), "Only annotations that stand so.", _choice(ReviewState)),
    _several("--attribute", "attributes", "KEY=VALUE", "Only annotations that say this; defaults count.", _pair),
    _several("--language", "languages", "CODE", "Only articles in this language; several times."),
    _several("--outlet", "outlets", "NAME", "Only articles of this outlet; several times."),
    click.option("--since", type=well_formed, metavar="DAY", help="Only articles published then or later."),
    click.option("--until", type=well_formed, metavar="DAY", help="Only articles published until then."),
    click.option("--split", type=_choice(PARTS), help="Only the articles of this part."),
    click.option(
        "--splits",
        type=well_formed,
        metavar="FILE",
        help="Parts to keep, of an earlier dataset or export; else those in OUT.splits.json.",
    ),
    click.option("--seed", type=int, help="Another way of dealing articles out to parts."),
    click.option(
        "--shares", type=_shares, metavar="80/10/10", help="Articles to train, dev and test."
    ),
    click.option("--unit", type=_choice(Unit), help="What one entry is; the usual is an article."),
    click.option(
        "--context",
        type=click.IntRange(0, _MOST_CONTEXT),
        help="Sentences on each side of one; the usual is 1.",
    ),
    click.option("--no-negatives", is_flag=True, help="Leave out articles and sentences in which nothing is labelled."),
    click.option("--pseudonyms", is_flag=True, help="Call persons and annotators by numbers, in the texts as well."),
    click.option(
        "--with-withheld", "with_held", is_flag=True, help="Take in what is withheld, cancelled or under an embargo."
    ),
    click.option("--with-off-record", is_flag=True, help="Take in what was said off the record."),
    click.option("--with-furniture", is_flag=True, help="Keep what is not article text."),
    click.option("--without-text", is_flag=True, help="Places and hashes of texts only (dataset, parquet)."),
    click.option("--flat", type=_choice(Flat), help="Which of overlapping annotations stays; or a file a label."),
    _several("--partition-by", "partition_by", "language|month", "Folders of Parquet files.", _choice(Partition)),
    click.option("--parquet", is_flag=True, help="Parquet files in the folder (dataset)."),
    click.option("--licence", type=well_formed, metavar="NAME", help="Told in the card (dataset)."),
    click.option("--lean", is_flag=True, help="Without what only a project can read (jsonl)."),
    click.option("--bom", is_flag=True, help="Begin with a byte-order mark, which some spreadsheets need."),
    click.option("--strict", is_flag=True, help="Write nothing where the format cannot hold everything."),
)  # fmt: skip
_TAKEN_BACK = {option.removeprefix("--"): name for name, option in OPTIONS.items()} | {"articles": "documents"}
TAKE_BACK = click.option(
    "--take-back",
    "taken",
    multiple=True,
    type=click.Choice(sorted(_TAKEN_BACK)),
    metavar="OPTION",
    help="Of a recipe: what it says with this option does not hold, as “--take-back label”; several times.",
)


def export_choices(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these options; they come by the names of a request's fields."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def asked_for(context: click.Context, said: dict[str, Any], begin: ExportRequest) -> ExportRequest:
    """The request that options make of one to begin with: what was not said stays as it is there."""
    given = {name: value for name, value in said.items() if _is_said(context, name)}
    if given.pop("no_negatives", False):
        given["negatives"] = False
    for name, kind in (("unit", Unit), ("flat", Flat)):
        if name in given:
            given[name] = kind(given[name])
    own = {one.name for one in fields(ExportRequest)}
    selection = replace(begin.selection, **{name: value for name, value in given.items() if name not in own})
    return replace(begin, selection=selection, **{name: value for name, value in given.items() if name in own})


def without_taken(begin: ExportRequest, taken: Sequence[str]) -> ExportRequest:
    """What is left of a kept request when some of its options are taken back; it is told of which it did not say."""
    there, left = values_of(begin), taken_back(begin, [_TAKEN_BACK[option] for option in taken])
    still = values_of(left)
    for option in dict.fromkeys(taken):
        if there[_TAKEN_BACK[option]] == still[_TAKEN_BACK[option]]:
            say(f"The recipe says nothing with “{option}”; there was nothing to take back.")
    return left


def heeded(context: click.Context, request: ExportRequest, ending: str) -> ExportRequest:
    """The request without what its format does not heed; `ending` is that of the file's name.

    What a recipe said of it is left aside, and that is told. Raises UsageError where it was said now.
    """
    idle = unheeded(request, ending)
    for name, why in idle.items():
        if _is_said(context, name):
            raise click.UsageError(why)
    if idle:
        options = ", ".join(f"“{OPTIONS[name]}”" for name in idle)
        say(f"Of the recipe, {options} was left aside: it changes nothing of what is written.")
    return taken_back(request, idle)


def _is_said(context: click.Context, name: str) -> bool:
    return context.get_parameter_source(name) not in (None, ParameterSource.DEFAULT, ParameterSource.DEFAULT_MAP)
