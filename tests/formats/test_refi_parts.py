"""The parts of a project come one after the other, in the memory of one, and what is damaged or hostile is refused."""

import pytest

from annotator.errors import UnreadableInput
from annotator.formats.refi_parts import Project

WHOLE = (
    b'<Project xmlns="urn:QDA-XML:project:1.0" name="demo" origin="Some Tool"><!-- a --><Users><User guid="1"/>'
    b'<User guid="2"/></Users><Sources><TextSource guid="3"><PlainTextSelection guid="4"/></TextSource></Sources>'
    b"</Project>"
)


def test_each_element_of_a_part_comes_with_its_name() -> None:
    project = Project(WHOLE, "“a”")
    found = [(part, one.get("guid"), len(one)) for part, one in project.elements()]
    assert found == [("Users", "1", 0), ("Users", "2", 0), ("Sources", "3", 1)]
    assert project.origin() == "Some Tool"


def test_what_was_read_is_let_go() -> None:
    many = b"<Project><Sources>" + b"<TextSource/>" * 50 + b"</Sources></Project>"
    assert {len(one.getparent()) for _, one in Project(many, "“a”").elements()} <= set(range(1, 51))
    last = None
    for _, one in Project(many, "“a”").elements():
        last = one
    assert last is not None
    assert last.getprevious() is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a",
        b"<Project>",
        b"<CodeBook/>",
        b"<!DOCTYPE Project><Project/>",
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><Project>&e;</Project>',
        WHOLE[:-3],
        b"<Project>" + b"<a>" * 5_000,
    ],
)
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="“a”"):
        list(Project(content, "“a”").elements())
    if not content.startswith((b"<Project", WHOLE[:20])):
        with pytest.raises(UnreadableInput, match="“a”"):
            Project(content, "“a”").origin()
