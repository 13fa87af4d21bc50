"""A text file becomes an article, unchanged but for its newlines, or one clear sentence."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import resources
from annotator.errors import UnreadableInput
from annotator.formats import plain_text
from annotator.formats.base import Reader, ReadOptions, Writer
from annotator.formats.plain_text import PlainText, read_text

texts = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=300)


def test_an_article_keeps_its_bytes_and_says_its_encoding() -> None:
    content = "Judul\r\nIsi “kutipan”.\r".encode("cp1252")
    (article,) = PlainText().read(content, "berita.txt", ReadOptions())
    assert article.format_id == "text"
    assert article.original == content
    assert article.encoding == "cp1252"
    assert article.text == "Judul\nIsi “kutipan”.\n"
    assert (article.title, article.file_name) == ("Judul", "berita.txt")


@given(texts)
def test_nothing_but_newlines_changes(text: str) -> None:
    text = "Kata Menteri: " + text
    article = read_text(text.replace("\n", "\r\n").encode(), "a.txt")
    assert article.text == text


def test_controls_separators_and_direction_marks_stay() -> None:
    text = "Pay \u202ecod.exe\u202c; שלום\u2028next\x0b\x0c\x85end\x00\u200b"
    assert read_text(text.encode(), "a.txt").text == text


def test_all_three_newlines_become_one() -> None:
    assert read_text(b"a\r\n\r\nb\rc\nd", "a.txt").text == "a\n\nb\nc\nd"


def test_the_byte_order_mark_is_not_text() -> None:
    article = read_text("Judul\nIsi".encode("utf-8-sig"), "a.txt")
    assert (article.text, article.encoding) == ("Judul\nIsi", "utf-8-sig")


def test_an_encoding_can_be_given() -> None:
    assert read_text("Мэр".encode("koi8-r"), "a.txt", encoding="koi8-r").text == "Мэр"


@pytest.mark.parametrize(
    "content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", "\u00a0\u2028".encode(), b"\0\0 \0"]
)
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"“kosong\.txt” is empty"):
        read_text(content, "kosong.txt")


def _zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "text")
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        _zip(),
        b"%PDF-1.7\n1 0 obj",
        b"\x89PNG\r\n\x1a\n\0\0",
        b"\xff\xd8\xff\xe0JFIF",
        rb"{\rtf1\ansi Text}",
        b"SQLite format 3\x00" + bytes(80),
        bytes(range(256)) * 4,
        b"\x01\x02\x03" * 50,
        bytes(1000) + b"a",
    ],
)
def test_a_binary_file_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_text(content, "berkas.txt")
    assert str(caught.value).count("\n") == 0
    assert "plain text" in str(caught.value)


def test_a_text_with_a_single_nul_is_a_text() -> None:
    assert read_text(b"before\x00after", "a.txt").text == "before\x00after"


def test_a_file_over_the_limit_is_refused_with_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "LIMIT_BYTES", 2_000_000)
    with pytest.raises(UnreadableInput, match="has 3 MB; the limit for one article is 2 MB"):
        read_text(b"a" * 3_000_000, "besar.txt")
    assert read_text(b"a" * 2_000_000, "besar.txt").title


def test_the_limit_is_fifty_megabytes() -> None:
    assert plain_text.LIMIT_BYTES == 50_000_000


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n  Harga\u00a0beras   naik \nIsi.", "Harga beras naik"),
        ("10 hours ago 4\nHarga beras naik\nIsi.", "Harga beras naik"),
        ("***\n---\nHarga beras naik", "Harga beras naik"),
        ("x" * 250, "x" * 80 + "…"),
        ("市" * 250, "市" * 80 + "…"),
        ("e" * 79 + "e\u0301" * 100, "e" * 79 + "…"),
        ("The mayor left. " * 20, "The mayor left. " * 4 + "The mayor left…"),
        ("Ferries " * 11 + "are late.", "Ferries " * 9 + "Ferries…"),
        ("Ferries " * 11 + "are late", "Ferries " * 11 + "are late"),
        ("The ferries are late.", "The ferries are late."),
        ("y" * 200, "y" * 200),
        ("…!?", "kabar"),
        ("市長は否定", "市長は否定"),
        ("شهردار می\u200cگوید", "شهردار می\u200cگوید"),
        ("Pay \u202ecod.exe\u202c now\x07", "Pay cod.exe now"),
        ("\n" * 5000 + "Harga beras", "Harga beras"),
    ],
)
def test_the_title_is_the_first_line_that_says_something(text: str, title: str) -> None:
    assert read_text(text.encode(), "kabar.txt").title == title


@given(texts)
def test_a_title_is_never_empty_nor_long_nor_broken(text: str) -> None:
    title = read_text(("x" + text).encode(), "").title
    assert 0 < len(title) <= 200
    assert "\n" not in title


def test_the_samples_are_read() -> None:
    for path in sorted(resources.path("sample_articles").glob("*.txt")):
        article = read_text(path.read_bytes(), path.name)
        assert article.encoding == "utf-8"
        assert article.text.startswith(article.title)
        assert 500 < len(article.text) < 5_000


def test_plain_text_is_read_only() -> None:
    assert isinstance(PlainText(), Reader)
    assert not isinstance(PlainText(), Writer)
