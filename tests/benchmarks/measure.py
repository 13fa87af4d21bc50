"""How a cost is measured and said: always as a ratio to a floor of the same run."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One line of the table. `ratio` is ours to the floor (or to `reference`); `goal` what it should not pass.

    `at_least` turns the comparison round, for rates.
    """

    name: str
    ours: float
    floor: float
    unit: str
    goal: float | None
    at_least: bool = False

    @property
    def ratio(self) -> float:
        return self.ours / self.floor

    @property
    def met(self) -> bool:
        if self.goal is None:
            return True
        return self.ratio >= self.goal if self.at_least else self.ratio <= self.goal

    def line(self) -> str:
        sign = "≥" if self.at_least else "≤"
        goal = "" if self.goal is None else f"goal {sign} {self.goal:g}"
        verdict = "" if self.goal is None else ("met" if self.met else "NOT MET")
        figures = f"{self.ours:>11,.2f} {self.floor:>11,.2f} {self.unit:<10} {self.ratio:>7.2f}"
        return f"{self.name:<62} {figures}  {goal:<12} {verdict}"


def times(
    work: Callable[[int], object], count: int, *, warm: int = 3, between: Callable[[int], object] | None = None
) -> list[float]:
    """Milliseconds of each of `count` calls, after a few that are not counted; `between` is not timed."""
    for number in range(warm):
        work(number)
    gc.collect()
    taken = []
    for number in range(warm, warm + count):
        start = time.perf_counter()
        work(number)
        taken.append((time.perf_counter() - start) * 1000)
        if between:
            between(number)
    return taken


def p50(taken: list[float]) -> float:
    """The median."""
    return statistics.median(taken)


def p95(taken: list[float]) -> float:
    """What 95 of 100 stay within."""
    return sorted(taken)[int(len(taken) * 0.95)]


def seconds(work: Callable[[], object]) -> float:
    """Seconds of one call."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
