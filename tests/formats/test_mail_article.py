"""An e-mail becomes articles, whatever file it came in."""

import pytest

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.mail_article import Attachment, Mail, articles_of, sender_of


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('"Brook, Ada" <ada@county.example>', "Brook, Ada"),
        ("Ada Brook <ada@county.example>, Jo <jo@x>", "Ada Brook"),
        ("ada@county.example", "ada@county.example"),
        ("<ada@county.example>", "ada@county.example"),
        ('"Ada \\"Bee\\" Brook" <a@b>', 'Ada "Bee" Brook'),
        ("", ""),
    ],
)
def test_a_sender_is_a_name(header: str, name: str) -> None:
    assert sender_of(header) == name


def test_without_a_subject_the_text_gives_the_title() -> None:
    (found,) = articles_of(Mail(body="The county denied it.\nNothing else."), b"x", "a.msg", ReadOptions(), "msg")
    assert isinstance(found, ArticleRecord)
    assert (found.title, found.text) == ("The county denied it.", "The county denied it.\nNothing else.")


def test_only_some_of_many_names_are_told() -> None:
    mail = Mail(body="Denied.", attachments=tuple(Attachment(f"{at}.png", b"\x89PNG") for at in range(14)))
    (found,) = articles_of(mail, b"x", "a.eml", ReadOptions(), "eml")
    assert isinstance(found, ArticleRecord)
    assert found.notices[0].endswith("“9.png” and 4 more.")


def test_nothing_to_read_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="This is a message without text"):
        list(articles_of(Mail(subject="One"), b"x", "", ReadOptions(), "eml"))
