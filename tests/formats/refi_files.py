"""REFI-QDA projects as other tools write them, made up."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

CODES = (
    '<CodeBook><Codes><Code guid="{22222222-2222-4222-8222-222222222222}" name="Reaction" isCodable="true">'
    '<Code guid="{22222222-2222-4222-8222-222222222223}" name="denial" isCodable="true"/></Code></Codes></CodeBook>'
)
USERS = '<Users><User guid="11111111-1111-4111-8111-111111111111" name="Ana"/></Users>'


def selection(start: int, end: int, within: str, key: int = 1) -> str:
    """A selection; `within` are its children."""
    guid = f"44444444-4444-4444-8444-{key:012}"
    places = f'startPosition="{start}" endPosition="{end}"'
    return f'<PlainTextSelection guid="{guid}" {places}>{within}</PlainTextSelection>'


def coding(code: str = "22222222-2222-4222-8222-222222222223", key: int = 1) -> str:
    """A coding, made by Ana."""
    return (
        f'<Coding guid="55555555-5555-4555-8555-{key:012}" creatingUser="11111111-1111-4111-8111-111111111111" '
        f'creationDateTime="2026-01-01T00:00:00Z"><CodeRef targetGUID="{code}"/></Coding>'
    )


def text_source(within: str, path: str = "internal://a.txt", name: str = "artikel-1") -> str:
    """A text with its selections."""
    guid = "33333333-3333-4333-8333-333333333333"
    return f'<TextSource guid="{guid}" name="{name}" plainTextPath="{path}">{within}</TextSource>'


def project_file(path: Path, parts: str, texts: Mapping[str, bytes], origin: str = "Some Tool 1.0") -> Path:
    """Pack a project; `texts` by their names in the archive."""
    words = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="demo" '
        f'origin="{origin}">{USERS}{CODES}{parts}</Project>'
    )
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", words)
        for name, text in texts.items():
            archive.writestr(name, text)
    path.write_bytes(content.getvalue())
    return path
