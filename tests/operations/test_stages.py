"""Progress goes on while an export is read back, never goes back, and ends with all of it."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.operations.stages import Stages


@given(st.integers(0, 40), st.integers(0, 60))
def test_it_only_grows_and_ends_with_everything(articles: int, compared: int) -> None:
    told: list[tuple[int, int]] = []
    stages = Stages(lambda done, total: told.append((done, total)))
    for done in range(1, articles + 1):
        stages.written(done, articles)
    written = told[-1][0] if told else 0
    assert written == articles * 2 // 3
    for done in range(1, compared + 1):
        stages.compared(done, compared)
    if compared and articles:
        assert told[-1] == (articles, articles)
    stages.ended()
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1:] == [(articles, articles)] * bool(articles)


def test_nobody_need_look_on() -> None:
    stages = Stages()
    stages.written(1, 2)
    stages.compared(1, 2)
    stages.ended()
