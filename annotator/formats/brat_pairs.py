"""Which brat file belongs to which text, and whose work it is, by the names of files and folders."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from os.path import commonpath
from pathlib import Path

from annotator.errors import UnreadableInput
from annotator.formats.folder_files import is_inside

TEXT, ANNOTATIONS = ".txt", ".ann"
_SEPARATORS = "_-. "


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and one annotator's file on it; `annotator` "" where the names of files say nothing."""

    text: Path
    annotations: Path
    annotator: str


def find_pairs(path: Path) -> tuple[list[Pair], list[Path]]:
    """The pairs in a folder and all that is below it, and the annotation files that have no text there.

    What a link leads to outside the folder is not in it; an annotation file of that kind is among the latter.
    A file belongs to the text of the same name beside it, else to the one whose name its own begins with, wherever that
    lies. Who made it is what its name has more than the text's; else, where several folders hold files of the same
    name, the folder. Raises UnreadableInput where there is nothing of the kind.
    """
    files = sorted(path.rglob("*")) if path.is_dir() else [path, path.with_suffix(TEXT)]
    folder = path if path.is_dir() else path.parent
    files = [file for file in files if file.is_file()]
    texts = {file for file in files if file.suffix == TEXT and is_inside(file, folder)}
    all_found = [file for file in files if file.suffix == ANNOTATIONS]
    if not all_found:
        raise UnreadableInput(f"There are no brat files (“{ANNOTATIONS}”) in “{path}”.")
    by_stem = defaultdict(list)
    for text in sorted(texts):
        by_stem[text.stem].append(text)
    found = [file for file in all_found if is_inside(file, folder)]
    folders = _folders_that_tell(found)
    pairs, alone = [], [file for file in all_found if not is_inside(file, folder)]
    for file in found:
        beside = file.with_suffix(TEXT)
        its = beside if beside in texts else _text_of(file, by_stem)
        if its:
            name = file.stem[len(its.stem) :].strip(_SEPARATORS) or folders.get(file, "")
            pairs.append(Pair(its, file, name))
        else:
            alone.append(file)
    return pairs, alone


def _text_of(file: Path, by_stem: dict[str, list[Path]]) -> Path | None:
    """The text with the longest name that the file's begins with."""
    for length in range(len(file.stem), 0, -1):
        rest = file.stem[length:]
        if (not rest or rest[0] in _SEPARATORS) and file.stem[:length] in by_stem:
            return by_stem[file.stem[:length]][0]
    return None


def _folders_that_tell(files: Sequence[Path]) -> dict[Path, str]:
    """The annotator of each file whose folder says it: files of one name lie in several folders."""
    by_name: dict[str, list[Path]] = defaultdict(list)
    for file in files:
        by_name[file.name].append(file)
    if all(len(same) == 1 for same in by_name.values()):
        return {}
    shared = commonpath([file.parent for file in files])
    return {file: file.parent.relative_to(shared).as_posix() for file in files}
