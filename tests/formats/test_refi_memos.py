"""Memos are found from what they are about, whichever way that is told."""

from lxml import etree

from annotator.formats.refi_memos import Memos


def note(guid: str, within: str = "", more: str = "") -> etree._Element:
    return etree.fromstring(f'<Note guid="{guid}" {more}>{within}</Note>')


def memos() -> Memos:
    found = Memos()
    found.note_down(note("a", "<PlainTextContent>cek</PlainTextContent>"))
    found.note_down(note("b", '<PlainTextSelection guid="s" startPosition="0" endPosition="4"/>', 'creatingUser="u"'))
    return found


def test_a_stretch_refers_to_its_memos() -> None:
    known = memos()
    element = etree.fromstring(
        '<X guid="x"><NoteRef targetGUID="a"/><NoteRef targetGUID="a"/><NoteRef targetGUID="?"/></X>'
    )
    assert [one.content for one in known.of(element)] == ["cek"]
    assert known.left == 1


def test_a_link_in_either_direction_does_as_well() -> None:
    known = memos()
    known.link("a", "x")
    known.link("x", "b")
    known.link("x", "y")
    assert [one.guid for one in known.of(etree.fromstring('<X guid="x"/>'))] == ["a", "b"]
    assert list(known.of(etree.fromstring('<X guid="y"/>'))) == []
    assert known.left == 0


def test_a_memo_says_who_made_it_and_about_which_stretch() -> None:
    (memo,) = memos().of(etree.fromstring('<X><NoteRef targetGUID="{b}"/><NoteRef targetGUID="b"/></X>'))
    assert memo.made["creatingUser"] == "u"
    assert memo.selections == ({"guid": "s", "startPosition": "0", "endPosition": "4"},)


def test_one_that_was_not_taken_is_counted() -> None:
    known = memos()
    for memo in known.of(etree.fromstring('<X><NoteRef targetGUID="a"/><NoteRef targetGUID="b"/></X>')):
        known.leave(memo)
    assert known.left == 2
