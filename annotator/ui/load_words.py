"""What is said when a load has ended, in a few sentences."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from annotator.operations.addresses import is_address
from annotator.operations.loading import LoadReport
from annotator.ui.lines import number, one_line

_FEW_ENDINGS = 3


def summary(report: LoadReport) -> str:
    """How many articles came in, what did not, and what of them is not in the text."""
    parts = [_tr("Stopped.")] if report.cancelled else []
    if report.loaded or report.cancelled:
        parts.append(count(len(report.loaded)))
    parts += [*_failed(report), *_duplicates(report), *_notices(report), *_skipped(report)]
    return " ".join(parts) or _tr("There was nothing to load.")


def is_plain(report: LoadReport) -> bool:
    """True when there is nothing to say but how many came in."""
    return bool(report.loaded) and not (
        report.failed or report.duplicates or report.notices or report.skipped or report.cancelled
    )


def count(loaded: int) -> str:
    """How many articles were loaded."""
    return _tr("1 article loaded.") if loaded == 1 else _tr("{n} articles loaded.").format(n=number(loaded))


def name_of(path: str) -> str:
    """What is loaded from, as a line names it: a file without its folders, an address whole."""
    return one_line(path) if is_address(path) else Path(path).name


def _failed(report: LoadReport) -> list[str]:
    if len(report.failed) == 1:
        failure = report.failed[0]
        name = f"{name_of(failure.path)}: {failure.part}" if failure.part else name_of(failure.path)
        return [_tr("“{name}” was not loaded: {reason}").format(name=name, reason=failure.reason)]
    return [_tr("{n} were not loaded.").format(n=number(len(report.failed)))] if report.failed else []


def _duplicates(report: LoadReport) -> list[str]:
    if len(report.duplicates) == 1:
        return [_tr("“{name}” is in the project already.").format(name=name_of(report.duplicates[0].path))]
    if report.duplicates:
        return [_tr("{n} are in the project already.").format(n=number(len(report.duplicates)))]
    return []


def _notices(report: LoadReport) -> list[str]:
    if len(report.notices) == 1:
        path, notice = report.notices[0]
        return [_tr("“{name}”: {notice}").format(name=name_of(path), notice=notice)]
    if report.notices:
        return [_tr("Of {n} files not everything is in the text.").format(n=number(len(report.notices)))]
    return []


def _skipped(report: LoadReport) -> list[str]:
    """Files of folders of a kind that nothing reads: how many, and the commonest endings."""
    if not report.skipped:
        return []
    endings = ", ".join(ending or _tr("none") for ending, _ in report.skipped.most_common(_FEW_ENDINGS))
    total = sum(report.skipped.values())
    if total == 1:
        return [_tr("1 file of another kind was passed over (ending: {endings}).").format(endings=endings)]
    words = _tr("{n} files of other kinds were passed over (endings: {endings}).")
    return [words.format(n=number(total), endings=endings)]


def _tr(words: str) -> str:
    return QCoreApplication.translate("LoadWords", words)
