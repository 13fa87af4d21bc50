"""The log: what went wrong, for whoever is asked to help. Never any text of an article, nor a protected name."""

import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from annotator.core.discretion import discreet

_BYTES = 500_000
_KEPT = 3
_log = logging.getLogger("annotator")


def start_log(folder: Path) -> RotatingFileHandler | None:
    """Write warnings and errors below this folder; None when it cannot be written, which stops nothing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "annotator.log", maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(_without_words)
    _log.addHandler(handler)
    _log.setLevel(logging.WARNING)
    return handler


def catch_everything(tell: Callable[[Exception], object]) -> None:
    """Send what nobody caught to the log and, as one sentence, to the person; the window stays."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("unexpected", exc_info=(kind, error, trace))
        if sys.stderr:  # a packed program for Windows has none
            sys.stderr.write(discreet("".join(traceback.format_exception(kind, error, trace))))
        tell(error)

    sys.excepthook = hook


def _without_words(record: logging.LogRecord) -> bool:
    """Keep where an error was raised and its kind; its message may quote an article. Protected names go everywhere."""
    if record.exc_info and record.exc_info[0] is not None:
        kind, _, trace = record.exc_info
        record.exc_text = "\n".join([*_places(trace), kind.__name__])
        record.exc_info = None
    record.msg, record.args = discreet(record.getMessage()), None
    return True


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        frame = trace.tb_frame.f_code
        places.append(f"  {Path(frame.co_filename).name}:{trace.tb_lineno} in {frame.co_name}")
        trace = trace.tb_next
    return places
