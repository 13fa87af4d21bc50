"""What keeps a process that stops in the middle of an answer from holding up whoever reads it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

_TICK = 0.5  # seconds


class Watch:
    """Ends whoever is listened to for longer than so many seconds.

    An answer is read as a whole; nothing else can look at the clock meanwhile.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._listening: tuple[float, Callable[[], None]] | None = None
        self._over = Event()
        self._thread = Thread(target=self._look, name="watch", daemon=True)
        self._thread.start()

    @contextmanager
    def over(self, end: Callable[[], None]) -> Iterator[None]:
        """Call `end`, from another thread, when what is done within takes too long."""
        self._listening = time.monotonic(), end
        try:
            yield
        finally:
            self._listening = None

    def stop(self) -> None:
        """Watch no more."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(min(_TICK, self._seconds)):
            listening = self._listening
            if listening is not None and time.monotonic() - listening[0] > self._seconds:
                listening[1]()
