"""What a page says of its article for machines to read, as JSON-LD: found, whole or damaged, and looked up.

Every value may be missing, a list, a text or an object; nothing of it is believed to have the form it should.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.formats.page_tree import Element

Node = Mapping[str, Any]
"""One object of JSON-LD."""

_ARTICLE = re.compile(r"Article$|^(?:\w*BlogPosting|Report|ReviewNewsArticle|Review|Recipe|Liveblog\w*)$")
_WRAPPING = re.compile(r"^\s*(?://|/\*)?\s*<!(?:\[CDATA\[|--)(?:\*/)?|(?:(?://|/\*)?\s*(?:\]\]>|-->)(?:\*/)?)?[\s;]*$")
_LAST_COMMA = re.compile(r",\s*([}\]])")
_UNSEEN = dict.fromkeys([*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0xA0), 0xAD, *range(0x202A, 0x202F)])
_UNSEEN |= dict.fromkeys([0x200B, *range(0x2066, 0x206A), 0xFEFF])
# A page has some hundred objects; more than this are there to keep a reader busy.
_MOST = 5_000
_MOST_TEXTS = 50


def linked_nodes(root: Element) -> list[Node]:
    """Every object of the page's JSON-LD, those within others too, outer ones first."""
    nodes: list[Node] = []
    waiting: list[Any] = [_parsed(script.text or "") for script in root.iter("script") if _is_linked(script)]
    for value in waiting:  # grows while it is walked
        if len(waiting) > _MOST:
            break
        if isinstance(value, dict):
            nodes.append(value)
            waiting.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            waiting.extend(inner for inner in value if isinstance(inner, dict | list))
    return nodes


def linked_article(nodes: list[Node]) -> Node:
    """The object that describes the page's article; an empty one when there is none."""
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in texts(node.get("@type")))]
    for wanted in ("headline", "articleBody", "datePublished"):
        for node in articles:
            if node.get(wanted):
                return node
    return articles[0] if articles else {}


def texts(value: Any) -> list[str]:
    """The words of a value, whether it is a text, an object with a name, or a list of these."""
    found = []
    for part in value[:_MOST_TEXTS] if isinstance(value, list) else [value]:
        named = part.get("name", part.get("@value", "")) if isinstance(part, dict) else part
        for text in named[:_MOST_TEXTS] if isinstance(named, list) else [named]:
            if isinstance(text, str) and (words := plain(text)):
                found.append(words)
    return found


def first_text(value: Any) -> str:
    """The first words of a value, "" for none."""
    return next(iter(texts(value)), "")


def resolved(value: Any, nodes: list[Node]) -> Iterator[Any]:
    """The objects a value stands for: itself, or the one that it names by its @id."""
    for part in value[:_MOST_TEXTS] if isinstance(value, list) else [value]:
        if isinstance(part, dict) and "name" not in part and "@id" in part:
            yield next((node for node in nodes if node.get("@id") == part["@id"] and "name" in node), part)
        else:
            yield part


def plain(text: str) -> str:
    """A text in which entities, and even tags, may have been left: as a person reads it, in one line."""
    text = html.unescape(text) if "&" in text else text
    return tidy(re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", text))


def tidy(text: str) -> str:
    """A text in one line, fit to stand in lists: nothing in it that is not seen, half a character, or turns others."""
    return " ".join(text.translate(_UNSEEN).encode("utf-8", "replace").decode().split())


def _is_linked(script: Element) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _parsed(text: str) -> Any:
    """What a script holds; None for what is no JSON even after what often damages it is mended."""
    for mended in (text, _LAST_COMMA.sub(r"\1", _WRAPPING.sub("", text))):
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
    return None
