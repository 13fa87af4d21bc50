"""The option that says which column of a table gives what: title=Headline,text=Body."""

import re
from collections.abc import Mapping

import click

from annotator.formats.columns import FIELDS

_FIELD = re.compile(rf"(?:^|,)\s*({'|'.join(FIELDS)})\s*=")


def parse_columns(context: click.Context, argument: click.Parameter, value: str | None) -> Mapping[str, str]:
    """Field -> heading, for click. A heading may hold commas and equals signs: a field's name ends it."""
    if not value:
        return {}
    names = list(_FIELD.finditer(value))
    if not names or value[: names[0].start()].strip():
        raise click.BadParameter(f"write FIELD=HEADING,...; a FIELD is one of {', '.join(FIELDS)}.", context, argument)
    ends = [*(name.start() for name in names[1:]), len(value)]
    columns: dict[str, str] = {}
    for name, end in zip(names, ends, strict=True):
        heading = " ".join(value[name.end() : end].split())
        if not heading or name[1] in columns:
            raise click.BadParameter(f"“{name[1]}” needs one heading, once.", context, argument)
        columns[name[1]] = heading
    if "text" not in columns:
        raise click.BadParameter("say which column is the text: text=HEADING.", context, argument)
    return columns
