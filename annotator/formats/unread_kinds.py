"""Kinds of file that newsrooms have and nothing here reads: what each is, and what to do to have its words."""

from pathlib import PurePath

_KINDS = (
    ((".doc", ".dot", ".wps"), "an old Word file", "open it in Word, save it as .docx and load that"),
    ((".pages",), "a Pages document", "export it as Word and load that"),
    ((".ppt", ".pptx", ".pps", ".ppsx", ".odp", ".key"), "a presentation", "save it as PDF and load that"),
    ((".numbers",), "a Numbers table", "export it as Excel and load that"),
    ((".xps", ".oxps", ".djvu", ".ps", ".indd"), "a file of laid out pages", "save it as PDF and load that"),
    ((".mobi", ".azw", ".azw3", ".fb2"), "a book in a form that is not read here", "turn it into EPUB and load that"),
    (
        (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".heic", ".bmp"),
        "a picture",
        "if there are words in it, run OCR and load what that gives",
    ),
    (
        (".mp3", ".m4a", ".wav", ".ogg", ".opus", ".mp4", ".mov", ".mkv", ".webm", ".avi"),
        "a recording",
        "load its transcript or its subtitles",
    ),
    ((".rar", ".7z", ".tar", ".bz2", ".xz"), "an archive that is not opened here", "unpack it and load the folder"),
)
_ADVICE = {ending: f"is {kind}; {advice}." for endings, kind, advice in _KINDS for ending in endings}


def advice_for(name: str) -> str:
    """A sentence on what to do with a file of this name; "" when nothing is known of its ending."""
    advice = _ADVICE.get(PurePath(name).suffix.lower(), "")
    return f"“{PurePath(name).name}” {advice}" if advice else ""
