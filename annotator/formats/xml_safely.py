"""XML that a stranger wrote, parsed so that it can harm nothing: no network, no entities, no depth without end."""

from typing import Any

from annotator.errors import UnreadableInput
from annotator.formats.limits import Limits, megabytes


def parse(content: bytes, limits: Limits, *, what: str, doctype: bool = False, most_bytes: int | None = None) -> Any:
    """The root element (lxml), without comments and processing instructions.

    `what` names the file in sentences, with its quotes: “report.docx”. `doctype` allows a document type declaration,
    never one that declares entities; where none is allowed, text after an entity would be lost without a word.
    `most_bytes` stands for `limits.article_bytes`. An entity that nothing declares (`&nbsp;` of XHTML) is left in the
    tree as lxml's entity node. Raises UnreadableInput.
    """
    # Started late: only some files need it.
    from lxml import etree

    most = limits.article_bytes if most_bytes is None else most_bytes
    if len(content) > most:
        raise UnreadableInput(
            f"{what} holds {megabytes(len(content))} of XML; the limit is {megabytes(most)}, so split it first."
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise _unparsed(str(error), limits, what) from error
    _refuse_doctype(root, what, doctype)
    if _is_deeper(root, _nesting(limits)):
        raise _too_deep(limits, what)
    return root


def _unparsed(reason: str, limits: Limits, what: str) -> UnreadableInput:
    """What the parser says, in words for a person; it has limits of its own, on depth and on entities."""
    if "depth" in reason:
        return _too_deep(limits, what)
    if "entity" in reason.lower() and ("loop" in reason or "amplification" in reason):
        return _entities(what)
    return UnreadableInput(f"{what} is damaged: its XML cannot be read; save it again in the program it comes from.")


def _refuse_doctype(root: Any, what: str, allowed: bool) -> None:
    declared = root.getroottree().docinfo.internalDTD
    if declared is None:
        return
    if any(True for _ in declared.iterentities()):
        raise _entities(what)
    if not allowed:
        raise UnreadableInput(
            f"{what} declares a document type, which no program for documents writes and which can hide text; "
            "save it again in a program of your own."
        )


def _is_deeper(root: Any, nesting: int) -> bool:
    """True when an element has so many around it; asked level by level, so that nothing recurs in Python."""
    from lxml import etree  # as above

    try:
        return bool(root.getroottree().xpath("boolean(/*" + "/*" * nesting + ")"))
    except etree.XPathError:
        return True


def _nesting(limits: Limits) -> int:
    """What the parser allows without being told that trees may be huge, which would take off all its limits."""
    return min(limits.nesting, limits.xml_nesting)


def _too_deep(limits: Limits, what: str) -> UnreadableInput:
    return UnreadableInput(
        f"{what} holds elements more than {_nesting(limits)} deep in each other, which is the limit; "
        "save it again in a program of your own."
    )


def _entities(what: str) -> UnreadableInput:
    return UnreadableInput(
        f"{what} declares entities, text that stands for other text or files, which are never read; "
        "save it without them."
    )
