"""Who is listened to for too long is ended; nobody else is."""

import time
from threading import Event

from annotator.reading.watch import Watch


def test_who_takes_too_long_is_ended() -> None:
    ended = Event()
    watch = Watch(0.05)
    with watch.over(ended.set):
        assert ended.wait(5)
    watch.stop()


def test_who_is_done_in_time_is_not() -> None:
    ended = Event()
    watch = Watch(0.2)
    for _ in range(4):
        with watch.over(ended.set):
            time.sleep(0.1)
    time.sleep(0.3)
    watch.stop()
    assert not ended.is_set()
    assert not watch._thread.is_alive()
