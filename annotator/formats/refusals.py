"""What readers of one article's file refuse alike: a file beyond the limit, and one in which no word stands."""

from annotator.errors import UnreadableInput
from annotator.formats.limits import Limits, megabytes


def refuse_larger(content: bytes, limits: Limits, what: str) -> None:
    """Raise UnreadableInput when `what` has more bytes than one article's file may have."""
    if len(content) > limits.article_bytes:
        raise UnreadableInput(
            f"{what} has {megabytes(len(content))}; the limit for one article is "
            f"{megabytes(limits.article_bytes)}, so split it first."
        )


def refuse_wordless(text: str, what: str) -> None:
    """Raise UnreadableInput when no letter or figure was found in `what`."""
    if not any(map(str.isalnum, text)):
        raise UnreadableInput(f"{what} holds no text; if you can see some, it is in pictures: run OCR and load that.")
