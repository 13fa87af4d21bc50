"""What a document's own properties say about it, taken when it looks as if a person had meant it.

Programs fill these fields by themselves: with the name of a template, of a file, of whoever owns the machine.
"""

import re
from datetime import UTC, datetime, timedelta
from pathlib import PurePath

_LONGEST_TITLE, _LONGEST_NAME = 250, 100
_CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FILE_NAME = re.compile(r"(?i)\.(docx?|docm|dotx?|odt|rtf|pdf|indd|qxp|qxd|pptx?|xlsx?|tex|dvi|ps|txt|html?|epub)\s*$")
_MADE_BY_PROGRAM = re.compile(
    r"(?i)^(microsoft (word|powerpoint|excel)\b.*|slide \d+"
    r"|(untitled|document|dokument|documento|title|titel)[\s_-]*\d*)$"
)
_NOBODY = re.compile(r"(?i)^(microsoft office user|windows user|office user|default user|python-docx|unknown author)$")
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")
_ISO_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?")
_OLDEST = 1990  # what is said to be older was written by a clock that was not set


def one_line(text: str | None) -> str:
    """A property as one line, without controls."""
    return " ".join(_CONTROLS.sub(" ", text or "").split())


def real_title(claimed: str | None, text: str, name: str) -> str:
    """The title that a document's properties claim; "" when it is a file's name or a program's.

    `text` is how the document begins: a title that stands there is real, however odd it looks.
    """
    title = one_line(claimed)[:_LONGEST_TITLE]
    if not any(map(str.isalpha, title)):
        return ""
    if stands_in(title, text):
        return title
    if _FILE_NAME.search(title) or _MADE_BY_PROGRAM.match(title) or title.casefold() == PurePath(name).stem.casefold():
        return ""
    return title if len(title.split()) > 2 or len(_CJK.findall(title)) > 3 else ""


def stands_in(title: str, text: str) -> bool:
    """True when more than a word is found in the text, however it is spaced."""
    wanted = "".join(title.casefold().split())
    return len(wanted) > 5 and wanted in "".join(text.casefold().split())


def real_authors(claimed: str | None) -> tuple[str, ...]:
    """The names of people that an author's field holds: none that could be an account's."""
    names = [one_line(name) for name in re.split(r"[;\n]|, (?=\S+ \S)", claimed or "")]
    return tuple(name for name in names if _is_name(name))[:20]


def _is_name(name: str) -> bool:
    if not name or len(name) > _LONGEST_NAME or _NOBODY.match(name) or "@" in name or "/" in name:
        return False
    words = [word for word in name.split() if any(map(str.isalpha, word))]
    return len(words) > 1 or bool(re.search("[^\0-\u024f]", name))


def iso_of_pdf_date(date: str | None) -> str:
    """“D:20250704213500+07'00'” as ISO 8601; "" for none and for one that cannot be."""
    found = _PDF_DATE.match(date or "")
    if found is None:
        return ""
    year, month, day, hour, minute, second, utc, sign, zone_hours, zone_minutes = found.groups()
    written = f"{year}-{month}-{day}"
    if hour:
        written += f"T{hour}:{minute}:{second or '00'}"
        written += "Z" if utc else f"{sign}{zone_hours}:{zone_minutes or '00'}" if sign else ""
    return iso_date(written)


def made_on(date: str) -> str:
    """When a file was made, for the source note: that is seldom when its article was published. "" for no date."""
    return f"The file was made on {date}." if date else ""


def iso_date(date: str | None) -> str:
    """A date or time of XML as ISO 8601, to the second; "" for none and for one that cannot be."""
    found = _ISO_DATE.match((date or "").strip())
    if found is None:
        return ""
    day, time, zone = found.groups()
    written = f"{day}T{time}{'+00:00' if zone == 'Z' else zone or ''}" if time else day
    try:
        moment = datetime.fromisoformat(written)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        plausible = moment.year >= _OLDEST and moment < datetime.now(UTC) + timedelta(days=2)
    except (ValueError, OverflowError):
        return ""
    return written if plausible else ""
