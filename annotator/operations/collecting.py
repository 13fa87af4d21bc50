"""Rarer looks for circles of objects, where very many objects are made and none of them is in one."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 200_000
"""How many objects may be made until Python looks for circles among them."""
_USUAL = gc.get_threshold()  # taken once: of two that overlap, the second would take the first one's for it


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look seldom while whole projects are read: a batch of them has 100,000 objects, and looking took a quarter."""
    gc.set_threshold(_OBJECTS, *_USUAL[1:])
    try:
        yield
    finally:
        gc.set_threshold(*_USUAL)
