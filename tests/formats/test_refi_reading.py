"""Projects of other tools for qualitative analysis, with their ways of counting and packing."""

from pathlib import Path

import pytest

from annotator.core.exchange import ExchangedArticle, slices, unfaithful
from annotator.core.records import Unread
from annotator.formats.refi_qda import RefiQda
from tests.formats.exchanged import MADE, TEXT
from tests.formats.refi_files import coding, project_file, selection, text_source

CLAIM = "22222222-2222-4222-8222-222222222222"


def _read(path: Path) -> list[ExchangedArticle | Unread]:
    assert RefiQda().recognises_annotations(path)
    return list(RefiQda().read_articles(path))


def _one(path: Path) -> ExchangedArticle:
    (article,) = _read(path)
    assert isinstance(article, ExchangedArticle)
    assert unfaithful(article) is None
    return article


def _named(start: int, end: int, name: str, key: int = 1) -> str:
    return selection(start, end, coding(key=key), key).replace(
        "<PlainTextSelection", f'<PlainTextSelection name="{name}"'
    )


def _sources(within: str) -> str:
    return f"<Sources>{within}</Sources>"


@pytest.mark.parametrize("folder", ["sources", "Sources"])
def test_a_selection_is_labelled_with_the_path_of_its_code(tmp_path: Path, folder: str) -> None:
    parts = _sources(text_source(selection(37, 55, f"<Description>cek</Description>{coding()}")))
    article = _one(project_file(tmp_path / "a.qdpx", parts, {f"{folder}/A.TXT": TEXT.encode()}))
    (one,) = article.annotations
    assert (one.label, one.note, one.annotator, one.created_at) == ("Reaction/denial", "cek", "Ana", MADE)
    assert slices(article, one) == ("Pedagang membantah",)
    assert (article.title, one.key) == ("artikel-1", "44444444-4444-4444-8444-000000000001")


def test_each_coding_of_another_tool_is_an_annotation(tmp_path: Path) -> None:
    parts = _sources(text_source(selection(15, 32, coding(key=1) + coding(CLAIM, key=2))))
    article = _one(project_file(tmp_path / "a.qdpx", parts, {"sources/a.txt": TEXT.encode()}))
    assert [one.label for one in article.annotations] == ["Reaction/denial", "Reaction"]
    assert len({one.key for one in article.annotations}) == 2


def test_a_stretch_with_a_memo_and_no_code_is_kept(tmp_path: Path) -> None:
    memo = "<Description>cek ulang</Description>"
    parts = _sources(text_source(selection(15, 32, memo) + selection(0, 4, "", key=2)))
    (one,) = _one(project_file(tmp_path / "a.qdpx", parts, {"sources/a.txt": TEXT.encode()})).annotations
    assert (one.label, one.note) == ("memo", "cek ulang")


def test_a_memo_beside_is_part_of_the_note(tmp_path: Path) -> None:
    note = "66666666-6666-4666-8666-666666666666"
    within = selection(15, 32, coding() + f'<NoteRef targetGUID="{note}"/>')
    notes = f'<Notes><Note guid="{note}" name="x"><PlainTextContent>dari redaksi</PlainTextContent></Note></Notes>'
    path = project_file(tmp_path / "a.qdpx", _sources(text_source(within)) + notes, {"sources/a.txt": TEXT.encode()})
    assert _one(path).annotations[0].note == "dari redaksi"


@pytest.mark.parametrize(
    ("origin", "start", "end"), [("MAXQDA 2024", 7, 12), ("ATLAS.ti Win 23.4.0", 6, 11), ("NVivo", 7, 12)]
)
def test_line_ends_count_once_or_twice(tmp_path: Path, origin: str, start: int, end: int) -> None:
    parts = _sources(text_source(selection(start, end, coding())))
    article = _one(project_file(tmp_path / "a.qdpx", parts, {"sources/a.txt": b"Harga\r\nberas\r\n"}, origin))
    assert article.text == "Harga\nberas\n"
    assert slices(article, article.annotations[0]) == ("beras",)


def test_an_end_that_is_the_last_character_is_known_by_the_names_of_selections(tmp_path: Path) -> None:
    """As Potato writes them; one character alone begins and ends in the same place."""
    within = _named(37, 54, "Pedagang membantah") + _named(35, 35, "😀", 2)
    path = project_file(tmp_path / "a.qdpx", _sources(text_source(within)), {"sources/a.txt": TEXT.encode()}, "Potato")
    article = _one(path)
    assert [slices(article, one) for one in article.annotations] == [("😀",), ("Pedagang membantah",)]


def test_line_ends_that_windows_has_made_do_not_shift_what_qualcoder_counts(tmp_path: Path) -> None:
    parts = _sources(text_source(_named(6, 11, "beras")))
    article = _one(project_file(tmp_path / "a.qdpx", parts, {"sources/a.txt": b"Harga\r\nberas\r\n"}, "QualCoder 3.9"))
    assert slices(article, article.annotations[0]) == ("beras",)


def test_a_memo_of_the_text_that_names_a_stretch_is_an_annotation(tmp_path: Path) -> None:
    """So QualCoder writes its annotations; a journal and what is said of a whole text are named."""
    note, diary = "66666666-6666-4666-8666-666666666666", "66666666-6666-4666-8666-666666666667"
    about = '<PlainTextSelection guid="77777777-7777-4777-8777-777777777777" startPosition="0" endPosition="4"/>'
    notes = (
        f'<Notes><Note guid="{note}" creatingUser="11111111-1111-4111-8111-111111111111">'
        f'<PlainTextContent>cek</PlainTextContent>{about}</Note><Note guid="{diary}" name="diary"/></Notes>'
    )
    source = text_source(f'<Description>dari arsip</Description><NoteRef targetGUID="{note}"/>')
    path = project_file(tmp_path / "a.qdpx", _sources(source) + notes, {"sources/a.txt": TEXT.encode()})
    unread, article, left = _read(path)
    assert isinstance(article, ExchangedArticle)
    (one,) = article.annotations
    assert (slices(article, one), one.label, one.note, one.annotator) == (("Kata",), "memo", "cek", "Ana")
    assert unread == Unread("artikel-1", "1 memo is about all of it, and is not taken.")
    assert isinstance(left, Unread)
    assert left.reason.startswith("Of its memos, 1 are about no stretch")


def test_codes_and_memos_of_a_whole_text_are_named(tmp_path: Path) -> None:
    source = text_source(f"<Description>dari arsip</Description>{coding()}{coding(key=2)}")
    unread = _read(project_file(tmp_path / "a.qdpx", _sources(source), {"sources/a.txt": TEXT.encode()}))[:2]
    assert unread == [
        Unread("artikel-1", "1 memo is about all of it, and is not taken."),
        Unread("artikel-1", "2 codes are given to all of it, and are not taken."),
    ]


def test_a_memo_that_a_link_leads_from_is_part_of_the_note(tmp_path: Path) -> None:
    """So NVivo has them."""
    note = "66666666-6666-4666-8666-666666666666"
    more = (
        f'<Notes><Note guid="{note}" plainTextPath="internal://n.txt"/></Notes><Links><Link guid="{CLAIM[:-1]}9" '
        f'originGUID="{note}" targetGUID="44444444-4444-4444-8444-000000000001"/></Links>'
    )
    texts = {"sources/a.txt": TEXT.encode(), "sources/n.txt": b"cek ulang"}
    parts = _sources(text_source(selection(15, 32, coding()))) + more
    assert _one(project_file(tmp_path / "a.qdpx", parts, texts)).annotations[0].note == "cek ulang"


def test_values_of_attributes_come_back_from_a_tool_that_makes_a_selection_of_each_coding(tmp_path: Path) -> None:
    """So QualCoder gives back what this program has written."""
    value = "22222222-2222-4222-8222-222222222229"
    codes = (
        f'<Codes><Code guid="{CLAIM}" name="claim"/><Code guid="{CLAIM[:-1]}8" name="certainty" isCodable="false">'
        f'<Code guid="{value}" name="certainty: unsure"/></Code></Codes>'
    )
    within = selection(15, 32, coding(CLAIM, 1), 1) + selection(15, 32, coding(value, 2), 2)
    parts = f"<CodeBook>{codes}</CodeBook>" + _sources(text_source(within))
    (one,) = _one(project_file(tmp_path / "a.qdpx", parts, {"sources/a.txt": TEXT.encode()})).annotations
    assert (one.label, dict(one.attributes)) == ("claim", {"certainty": "unsure"})


def test_a_mark_before_the_text_is_no_part_of_it(tmp_path: Path) -> None:
    parts = _sources(text_source(selection(0, 5, coding())))
    article = _one(project_file(tmp_path / "a.qdpx", parts, {"sources/a.txt": b"\xef\xbb\xbfHarga"}))
    assert slices(article, article.annotations[0]) == ("Harga",)


def test_a_text_within_and_the_text_of_a_pdf_are_read(tmp_path: Path) -> None:
    within = "<PlainTextContent>Harga beras</PlainTextContent>" + selection(0, 5, coding())
    guid = "33333333-3333-4333-8333-333333333333"
    text = f'<TextSource guid="{guid}" name="a">{within}</TextSource>'
    pdf = (
        f'<PDFSource guid="{guid}" name="b.pdf" path="internal://b.pdf"><PDFSelection page="0"/>'
        f"<Representation guid='{guid}'>{within}</Representation></PDFSource>"
    )
    first, unread, second = _read(project_file(tmp_path / "a.qdpx", _sources(text + pdf), {}))
    assert isinstance(first, ExchangedArticle)
    assert isinstance(second, ExchangedArticle)
    assert isinstance(unread, Unread)
    assert "areas of a page" in unread.reason
    assert [slices(one, one.annotations[0]) for one in (first, second)] == [("Harga",)] * 2


def test_what_is_no_text_is_named(tmp_path: Path) -> None:
    guid = 'guid="33333333-3333-4333-8333-333333333333"'
    kinds = ("PictureSource", "AudioSource", "VideoSource", "PDFSource", "Something")
    parts = "".join(f'<{kind} {guid} name="{kind}"/>' for kind in kinds)
    found = _read(project_file(tmp_path / "a.qdpx", _sources(parts), {}))
    assert [one.name for one in found if isinstance(one, Unread)] == list(kinds)


@pytest.mark.parametrize(
    "path", ["relative:///a.txt", "absolute:///etc/passwd", "internal://b.txt", "internal://../a", ""]
)
def test_a_text_that_is_not_there_is_named(tmp_path: Path, path: str) -> None:
    parts = _sources(text_source(selection(0, 5, coding()), path))
    (unread,) = _read(project_file(tmp_path / "a.qdpx", parts, {"sources/a.txt": b"Harga"}))
    assert isinstance(unread, Unread)


def test_a_text_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (unread,) = _read(project_file(tmp_path / "a.qdpx", _sources(text_source("")), {"sources/a.txt": b"\xff\xfeH"}))
    assert isinstance(unread, Unread)
    assert "UTF-8" in unread.reason


def test_selections_outside_the_text_are_counted(tmp_path: Path) -> None:
    within = selection(2, 9, coding(), 1) + selection(3, 3, coding(), 2) + selection(-1, 2, coding(), 3)
    unread, article = _read(
        project_file(tmp_path / "a.qdpx", _sources(text_source(within)), {"sources/a.txt": b"Harga"})
    )
    assert isinstance(unread, Unread)
    assert unread.reason.startswith("3 selections")
    assert isinstance(article, ExchangedArticle)
    assert article.annotations == ()


def test_links_between_selections_and_codings(tmp_path: Path) -> None:
    within = selection(15, 32, coding(key=1), 1) + selection(37, 55, coding(key=2), 2)
    link = (
        '<Links><Link guid="77777777-7777-4777-8777-777777777777" name="denies" '
        'originGUID="44444444-4444-4444-8444-000000000002" targetGUID="44444444-4444-4444-8444-000000000001"/>'
        '<Link guid="77777777-7777-4777-8777-777777777778" name="lost" originGUID="1" targetGUID="2"/></Links>'
    )
    path = project_file(tmp_path / "a.qdpx", _sources(text_source(within)) + link, {"sources/a.txt": TEXT.encode()})
    (found,) = _one(path).links
    assert (found.kind, found.from_key[-1], found.to_key[-1]) == ("denies", "2", "1")


def test_a_guid_told_twice_is_one_annotation(tmp_path: Path) -> None:
    within = selection(15, 32, coding()) * 2
    path = project_file(tmp_path / "a.qdpx", _sources(text_source(within)), {"sources/a.txt": TEXT.encode()})
    assert len(_one(path).annotations) == 1
