"""Names of charsets, as pages, messages and hosts declare them, and the codecs of Python that read them."""

import codecs

# Names in use that Python does not know.
_NAMES = {
    "cp-850": "cp850",
    "iso-8859-8-i": "iso8859-8",
    "unicode-1-1-utf-7": "utf-7",
    "windows-31j": "cp932",
    "windows-949": "cp949",
    "x-cp1251": "cp1251",
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
}
# What is written under a name, where it is more than Python reads under it.
_WIDER = {
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
}
# Codecs for names and programs, no writing: they take quadratic time, or turn letters into other letters.
_NEVER = {"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
_LONGEST = 60


def codec_called(declared: str) -> str:
    """Python's name of a declared charset, "" for what Python does not know, or no text is written in."""
    name = declared.strip().lower()[:_LONGEST]
    try:
        codec = codecs.lookup(_NAMES.get(name, name))
    except (LookupError, ValueError):  # ValueError: NUL in the name
        return ""
    # Which of the two strokes is in a codec's name differs between versions of Python.
    is_writing = codec._is_text_encoding and codec.name.replace("_", "-") not in _NEVER
    return codec.name if is_writing else ""


def widened(codec: str) -> str:
    """The codec that reads all that is written under this one's name."""
    return _WIDER.get(codec, codec)
