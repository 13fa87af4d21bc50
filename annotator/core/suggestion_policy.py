"""How a project uses suggestions: whether, which, for which labels; and on which sentences they stay hidden.

Suggestions sway those who see them. On a stated share of sentences they are made and not shown, so that what editors
decide there, unaided, can be held against what they decide elsewhere. Which sentences these are, nobody chooses: it
follows from the article, the place and a seed of the project's own, the same for everybody and at every opening.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from annotator.core.spans import Span

CUES, LEARNED = "cues", "learned"
SUGGESTERS = (CUES, LEARNED)
MOST_HIDDEN = 0.5
"""More hidden than shown would be no help any more."""


@dataclass(frozen=True, slots=True)
class SuggestionPolicy:
    """What Project.suggestions says.

    `labels` that are suggested, none: all there are. `hidden_share` (0..1) of all sentences. `since` is when all this
    came to be as it is (ISO 8601, "" = it was never otherwise): what was decided before tells nothing of it. `seed`
    chooses the hidden sentences.
    """

    on: bool = True
    suggesters: tuple[str, ...] = (CUES,)
    labels: tuple[str, ...] = ()
    hidden_share: float = 0.0
    since: str = ""
    seed: str = ""

    def is_hidden(self, document_id: UUID, start: int) -> bool:
        """True where suggestions stay hidden in the sentence that begins at `start`, though they are on."""
        return self.on and is_hidden(self.seed, document_id, start, self.hidden_share)

    def suggests(self, label: str) -> bool:
        """True when this label is to be suggested."""
        return self.on and (not self.labels or label in self.labels)

    def hides(self, document_id: UUID, sentences: Iterable[Span]) -> bool:
        """True when suggestions stay hidden in any of these sentences."""
        return any(self.is_hidden(document_id, sentence.start_char) for sentence in sentences)


def is_hidden(seed: str, document_id: UUID, start: int, share: float) -> bool:
    """True for this share of all sentences. With a greater share those of the smaller one stay hidden."""
    if share <= 0:
        return False
    drawn = hashlib.sha256(f"{seed}:{document_id.hex}:{start}".encode()).digest()
    return int.from_bytes(drawn[:8]) < share * 2**64


def read_policy(data: Mapping[str, Any] | None) -> SuggestionPolicy:
    """The policy from a project's settings; what they do not say, or say in words of a later version, is as usual."""
    kept = data or {}
    usual = SuggestionPolicy()
    known = tuple(one for one in kept.get("suggesters", ()) if one in SUGGESTERS)
    return SuggestionPolicy(
        on=bool(kept.get("on", usual.on)),
        suggesters=known or usual.suggesters,
        labels=tuple(str(label) for label in kept.get("labels", ())),
        hidden_share=_share(kept.get("hidden_share", usual.hidden_share)),
        since=_time(kept.get("since", "")),
        seed=str(kept.get("seed", "")),
    )


def write_policy(policy: SuggestionPolicy) -> dict[str, Any]:
    """The policy as plain data."""
    return {
        "on": policy.on,
        "suggesters": list(policy.suggesters),
        "labels": list(policy.labels),
        "hidden_share": policy.hidden_share,
        "since": policy.since,
        "seed": policy.seed,
    }


def changed(present: SuggestionPolicy, wanted: SuggestionPolicy, now: datetime, seed: str) -> SuggestionPolicy:
    """The wanted policy as it is kept: what it measures begins anew with every change of what is shown.

    The seed that there is stays, so that a share that is raised keeps its sentences; `seed` is for the first time.
    """
    kept = replace(
        wanted,
        hidden_share=_share(wanted.hidden_share),
        suggesters=wanted.suggesters or SuggestionPolicy().suggesters,
        since=present.since,
        seed=present.seed,
    )
    if kept == present:
        return present
    return replace(kept, since=now.isoformat(timespec="milliseconds"), seed=present.seed or seed)


def _share(value: Any) -> float:
    number = float(value) if isinstance(value, int | float) else 0.0
    return min(MOST_HIDDEN, max(0.0, number)) if number == number else 0.0


def _time(value: Any) -> str:
    try:
        return value if isinstance(value, str) and datetime.fromisoformat(value).tzinfo else ""
    except ValueError:
        return ""
