"""Subtitles and transcripts (SRT, WebVTT): what is said, in paragraphs by speaker; the original has the times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.cues import Cue, Words, cues_of
from annotator.formats.decoding import decode
from annotator.formats.limits import megabytes
from annotator.formats.line_joining import joint
from annotator.formats.wire_text import language_code, newlines, one_line

_PAUSE = 3.0  # seconds of silence after which a new paragraph begins
_REPEATED = 15  # a line of so many characters that stands again at the head of the next cue is the same line
_SRT = re.compile(rb"\s{0,20}\d{1,6}[ \t]*\r?\n[ \t]*(?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}[ \t]*-->")
_HEADER = re.compile(r"(title|language)[ \t]*:[ \t]*([^\n]{1,300})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subtitles:
    """One article a file; read only."""

    id: str = "subtitles"
    title: str = "Subtitles (SRT, WebVTT)"
    extensions: tuple[str, ...] = (".srt", ".vtt")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for bytes that begin as WebVTT must, or with a first cue's number and times."""
        head = content[:1024].removeprefix(b"\xef\xbb\xbf")
        return bool(re.match(rb"WEBVTT[ \t\r\n]", head)) or bool(_SRT.match(head))

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """What is said, as one article. Raises UnreadableInput."""
        called, most = f"“{name}”" if name else "This file", options.limits.article_bytes
        if len(content) > most:
            raise UnreadableInput(
                f"{called} has {megabytes(len(content))}; the limit for subtitles is {megabytes(most)}, "
                "so split it first."
            )
        words = newlines(decode(content, options.encoding)[0])
        text = "\n\n".join(_paragraphs(cues_of(words)))
        if not text:
            raise UnreadableInput(
                f"{called} holds no subtitles with times, as SRT and WebVTT have them; save its text as plain text."
            )
        told = _header(words)
        return [
            ArticleRecord(
                title=one_line(told.get("title", "")) or PurePath(name).stem or "Transcript",
                text=text,
                original=content,
                encoding="",
                file_name=name,
                language=language_code(told.get("language")),
                format_id="subtitles",
            )
        ]


def _header(text: str) -> dict[str, str]:
    """What a WebVTT file says of itself before its first cue."""
    text = text.removeprefix("\ufeff")
    if not text.startswith("WEBVTT"):
        return {}
    head = text[: text.find("\n\n") if "\n\n" in text else len(text)][:4_000]
    first = re.match(r"WEBVTT[ \t]+(?:[-–—][ \t]*)?([^\n]+)", head)
    told = {found[1].lower(): found[2].strip() for found in _HEADER.finditer(head)}
    return ({"title": first[1]} if first else {}) | told


def _paragraphs(cues: Iterator[Cue]) -> Iterator[str]:
    """A new one for each speaker, and after a silence."""
    paragraph: list[str] = []
    speaker, end, last = "", 0.0, ""
    for cue in cues:
        lines = _not_repeated(cue.lines, last)
        for at, words in enumerate(lines):
            paused = at == 0 and not -_PAUSE < cue.start - end <= _PAUSE
            if paragraph and (paused or words.is_turn or words.speaker != speaker):
                yield "".join(paragraph)
                paragraph = []
            if not paragraph:
                paragraph = [f"{words.speaker}: {words.text}" if words.speaker else words.text]
            else:
                paragraph += [joint(paragraph[-1], words.text), words.text]
            speaker = words.speaker
        end = max(end, cue.end) if cue.start >= end - _PAUSE else cue.end
        last = cue.lines[-1].text if cue.lines else last
    if paragraph:
        yield "".join(paragraph)


def _not_repeated(lines: tuple[Words, ...], last: str) -> tuple[Words, ...]:
    """The lines without the first, where it only moved up from the cue before, as live subtitles roll."""
    if lines and len(last) >= _REPEATED and lines[0].text == last:
        return lines[1:]
    return lines
