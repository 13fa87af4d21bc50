"""Headline and body put together, and words from strangers made fit to stand in a list."""

import re
from pathlib import PurePosixPath

# Controls and overrides of direction would do harm in a list.
_CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+")
_LONGEST_LINE = 500
_LONGEST_NAME = 120
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*\s*")


def one_line(text: str) -> str:
    """The text on one line, without controls, and no longer than a list can show."""
    return " ".join(_CONTROLS.sub(" ", text[: 4 * _LONGEST_LINE]).split())[:_LONGEST_LINE].rstrip()


def safe_name(name: str) -> str:
    """The last part of a file's name that a stranger chose, fit to be shown; never a path, "" when nothing is left."""
    last = one_line(PurePosixPath(name[-4 * _LONGEST_NAME :].replace("\\", "/")).name)
    if last in (".", ".."):
        return ""
    if len(last) <= _LONGEST_NAME:
        return last
    return last[: _LONGEST_NAME - 12].rstrip() + "…" + last[-10:]


def with_headline(headline: str, body: str) -> str:
    """The article's text: headline, blank line, body; once only when the body begins with the headline itself."""
    body = body.strip("\n").rstrip()
    first, _, _ = body.partition("\n")
    if not headline or " ".join(first.split()) == headline:
        return body
    return f"{headline}\n\n{body}" if body else headline


def newlines(text: str) -> str:
    r"""The text with `\n` newlines only and without NUL, which no database holds."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def web_address(address: str | None) -> str:
    """The address when it is one of the web, "" for anything else."""
    address = (address or "").strip()[:2000]
    return address if _WEB.fullmatch(address) else ""


def language_code(declared: str | None) -> str:
    """The bare code of a declared language, "pt" of "pt-BR"; "" for what is none."""
    found = _LANGUAGE.fullmatch(declared or "")
    return found[1].lower() if found else ""
