"""Puts the texts back into a dataset that was passed on without them.

    python rehydrate.py TEXTS OUT

TEXTS is a folder of .txt files in UTF-8 (folders in it are looked through, too), or a file of JSON Lines, each an
object with a "text". What a file is called does not matter: a text is found by its SHA-256. OUT is a new folder, which
will hold the same rows with their texts and the words of their spans.

A text is taken only when its hash is the one that the dataset names; different line ends, a byte-order mark and a line
feed too many or too few at the end are put right. Where a text is missing nothing is written, unless --partial is
given: then the rows without a text are left out.

It needs Python 3.8 or newer and nothing else.
"""

import argparse
import hashlib
import json
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
BESIDE = ("splits.json", "label_set.json", "guideline.md")
SHOWN = 10


def main(arguments=None):
    """Read what is asked for, and do it. Gives 0 when every text was found, else 1."""
    asked = argparse.ArgumentParser(description="Puts the texts back into a dataset that was passed on without them.")
    asked.add_argument("texts", type=Path, help="a folder of .txt files, or a file of JSON Lines")
    asked.add_argument("out", type=Path, help="a new folder")
    asked.add_argument("--partial", action="store_true", help="leave out the rows whose text is missing")
    chosen = asked.parse_args(arguments)
    if chosen.out.exists():
        return _say(f"{chosen.out} is there already; give the name of a new folder.")
    if not chosen.texts.exists():
        return _say(f"There is no {chosen.texts}.")
    wanted = {row["text_sha256"]: row["id"] for file in _data_files() for row in _rows(file)}
    found = find_texts(chosen.texts, wanted)
    missing = sorted(number for text_hash, number in wanted.items() if text_hash not in found)
    if missing and not chosen.partial:
        shown = ", ".join(missing[:SHOWN]) + (" ..." if len(missing) > SHOWN else "")
        return _say(f"{len(missing)} of {len(wanted)} texts are missing or differ, so nothing was written: {shown}")
    try:
        rows = write(chosen.out, found)
    except (ValueError, OSError) as error:
        shutil.rmtree(chosen.out, ignore_errors=True)
        return _say(f"Nothing was written: {error}.")
    sys.stdout.write(f"{rows} rows with their texts are in {chosen.out}; {len(missing)} texts are missing.\n")
    return 0


def find_texts(texts, wanted):
    """Where the wanted texts are: hash -> file and place in it."""
    found = {}
    for where, text in _offered(texts):
        for candidate in spellings(text):
            text_hash = hash_of(candidate)
            if text_hash in wanted:
                found.setdefault(text_hash, where)
    return found


def spellings(text):
    """A text as it may have been before a program saved it: line ends, a mark in front, a line feed at the end."""
    plain = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return (text, plain, plain.rstrip("\n"), plain + "\n")


def hash_of(text):
    """The hash that the dataset names a text by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def filled(row, whole):
    """A row with its text, and each span with its words. Raises ValueError where a place lies outside the text."""
    kept = row["kept"]
    text = "".join(whole[one["start"] : one["end"]] for one in kept) if kept else whole
    for span in row["spans"]:
        if not 0 <= span["start"] < span["end"] <= len(text):
            raise ValueError(f"span {span['id']} of {row['id']} lies outside its text")
        span["text"] = " ".join(text[one["start"] : one["end"]] for one in span["segments"])
    return {**row, "text": text}


def write(out, found):
    """Write the rows whose texts were found, in files as they were, and what makes it a dataset. Gives their number."""
    number = 0
    (out / "data").mkdir(parents=True)
    for file in _data_files():
        with (out / "data" / file.name).open("w", encoding="utf-8", newline="\n") as stream:
            for row in _rows(file):
                if row["text_sha256"] in found:
                    whole = _text_at(found[row["text_sha256"]], row["text_sha256"])
                    stream.write(json.dumps(filled(row, whole), ensure_ascii=False, separators=(",", ":")) + "\n")
                    number += 1
    for name in BESIDE:
        if (HERE / name).exists():
            shutil.copy(HERE / name, out / name)
    card = (HERE / "README.md").read_text(encoding="utf-8")
    head = card.split("\n---\n", 1)[0] + "\n---\n"
    with (out / "README.md").open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(head + "\n# A dataset with its texts put back in\n\nNot to be passed on with them.\n")
    return number


def _data_files():
    return sorted((HERE / "data").glob("*.jsonl"))


def _rows(file):
    with file.open(encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def _offered(texts):
    """Each text there is, with where it stands: its file, and the byte in it at which its line begins."""
    if texts.is_dir():
        for path in sorted(texts.rglob("*.txt")):
            yield (path, None), _text_of(path, None)
        return
    with texts.open("rb") as stream:
        at = stream.tell()
        for line in iter(stream.readline, b""):
            if line.strip():
                yield (texts, at), _text_in(line)
            at = stream.tell()


def _text_at(where, text_hash):
    text = _text_of(*where)
    return next(one for one in spellings(text) if hash_of(one) == text_hash)


def _text_of(path, at):
    if at is None:
        return path.read_bytes().decode("utf-8", "replace")
    with path.open("rb") as stream:
        stream.seek(at)
        return _text_in(stream.readline())


def _text_in(line):
    try:
        text = json.loads(line.decode("utf-8-sig", "replace")).get("text")
    except (ValueError, AttributeError):
        return ""
    return text if isinstance(text, str) else ""


def _say(words):
    sys.stderr.write(words + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
