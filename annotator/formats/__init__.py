"""The file formats there are, in the order in which menus show them."""

from annotator.formats.base import Format
from annotator.formats.plain_text import PlainText

FORMATS: tuple[Format, ...] = (PlainText(),)
