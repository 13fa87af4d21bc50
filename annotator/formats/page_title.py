"""The headline of a page's article, among the several that a page has for it.

The one for sharing is the newsroom's own choice for readers elsewhere, but it often carries the name of the outlet.
"""

import re
from collections.abc import Sequence

from annotator.formats.page_runs import flattened

_JOINT = re.compile(r"\s+(?:[|·•–—\-‒»«:]{1,2}|::)\s+|\s*[|ㅣ｜│]\s*")
_SIGNS = tuple("-–—‒|ㅣ｜│·•»")
_SHORTEST = 8  # what is left of a headline has so many characters


def best_title(in_use: Sequence[str], outlet: Sequence[str]) -> str:
    """The headline, from those `in_use`, each of which may be "".

    They are the one for sharing, the one for machines, the page's largest heading, the title of the window. `outlet`
    are the names of the outlet and its host.
    """
    _, told, shown, _ = in_use
    return next((_without_outlet(title, told, shown, outlet) or title for title in in_use if title), "")


def _without_outlet(title: str, told: str, shown: str, outlet: Sequence[str]) -> str:
    if flattened(title) == flattened(told):
        return title
    for same in (told, shown):  # the page shows it without what is added
        if len(same) >= _SHORTEST and title.startswith(same) and title[len(same) :].lstrip()[:1] in _SIGNS:
            return same
    joints = list(_JOINT.finditer(title))
    names = {_packed(name) for name in outlet} - {""}
    for joint in joints:  # the first: what is left is a headline that the page shows too
        left = title[: joint.start()].rstrip()
        if len(left) >= _SHORTEST and flattened(left) in (flattened(told), flattened(shown)):
            return left
    for joint in reversed(joints):
        left, right = title[: joint.start()].rstrip(), title[joint.end() :]
        if len(left) < _SHORTEST or _packed(right) not in names:
            break
        title = left
    return title


def _packed(text: str) -> str:
    return flattened(text).replace(" ", "")
