"""A suggester that proposes what stands in marks, for tests of what becomes of suggestions."""

from annotator.core.quotations import find_quotations
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion

ARTICLE = (
    "Wali kota membantah. “Kami tidak tahu,” kata Rina Wijaya. Harga naik lagi. “Besok,” kata Rina. “Tidak,” katanya."
)


class Marks:
    """Proposes each quotation that marks enclose, with the words after “kata” as its source."""

    id = "marks"

    def suggest(self, text: str, language: str) -> list[Suggestion]:
        found = [one.segments for one in find_quotations(text, language).quotations]
        return [
            Suggestion("quote", segments, self.id, "marks", (), _source(text, segments[-1].end_char), None,
                       {"quote_type": "direct", "mood": "sad"})
            for segments in found
        ]  # fmt: skip


def _source(text: str, at: int) -> Span | None:
    cue = " kata "
    if not text.startswith(cue, at):
        return None
    return Span(at + len(cue), text.index(".", at))
