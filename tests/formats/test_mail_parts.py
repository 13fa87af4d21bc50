"""Which parts of a message are its text and which are attached, by whatever names."""

from email.message import EmailMessage

from annotator.formats.limits import LIMITS
from annotator.formats.mail_parts import header, mail_of


def read(content: bytes) -> tuple[str, list[str]]:
    mail = mail_of(content, "“a.eml”", LIMITS)
    return mail.body, [attachment.name for attachment in mail.attachments]


def test_text_around_pictures_is_all_text() -> None:
    message = EmailMessage()
    message.set_content("First.")
    message.make_mixed()
    message.add_attachment(b"x", maintype="image", subtype="jpeg", disposition="inline", filename="bridge.jpg")
    message.attach(_text("Second."))
    assert read(message.as_bytes()) == ("First.\n\nSecond.", ["bridge.jpg"])


def _text(words: str) -> EmailMessage:
    part = EmailMessage()
    part.set_content(words)
    return part


def test_signatures_and_reports_are_neither() -> None:
    content = (
        b'Content-Type: multipart/signed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nDenied.\n'
        b"--b\nContent-Type: application/pgp-signature; name=signature.asc\n\nxyz\n"
        b"--b\nContent-Type: text/rfc822-headers\n\nSubject: a\n--b--\n"
    )
    assert read(content) == ("Denied.", [])


def test_an_attachment_without_a_name_gets_one_by_its_kind() -> None:
    content = (
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: application/pdf\n\nx\n'
        b'--b\nContent-Type: text/plain; name="=?utf-8?q?=C5=BC?="\n\nx\n'
        b"--b\nContent-Type: message/rfc822\n\nX: a\n\nx\n--b--\n"
    )
    assert read(content)[1] == ["attachment 1.pdf", "ż.txt", "message 3.eml"]


def test_what_cannot_be_taken_out_is_named() -> None:
    content = (
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\nDenied.\n'
        b"--b\nContent-Type: application/pdf; name=a.pdf\n\n--b--\n"
    )
    assert mail_of(content, "“a.eml”", LIMITS).unread == ("a.pdf",)


def test_a_message_without_its_end() -> None:
    assert read(b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\nDenied.') == ("Denied.", [])


def test_a_header_by_its_name() -> None:
    message = EmailMessage()
    message["Subject"] = "One"
    assert (header(message, "subject"), header(message, "date")) == ("One", "")
