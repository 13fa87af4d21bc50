"""What can be copied from a PDF, held against the words of a report."""

from annotator.ui.paper.copying import bare, copying_notice, lost_passages, lost_scripts, scripts_of
from annotator.ui.paper.wording import Line

HEAD = ("Title · 2026", "1 / 2")


def test_white_space_and_hyphens_do_not_count() -> None:
    assert bare("co-\u00adope\r\nrate ﬁve\u200f") == "cooperatefive"


def test_scripts_of_lines_that_are_on_no_page_are_lost() -> None:
    hindi, arabic = Line("हिन्दी", 0, 0, 1, 1), Line("في IBM", 0, 0, 1, 1)
    assert lost_scripts([bare("हिन्दी"), bare("يف")], [[hindi], [hindi, arabic]]) == {"Arabic"}
    assert scripts_of("中文") == {"Chinese"}


def test_passages_are_looked_for_across_pages_and_in_any_order() -> None:
    texts = [bare("Title · 2026 1 / 2 One. It goes"), bare("Title · 2026 1 / 2 on. Two.")]
    assert not lost_passages(texts, ["Two.", "It goes on.", "हिन्दी"], lambda page: HEAD)
    twice = [bare("Title · 2026 1 / 2 One. It goes"), bare("Title · 2026 1 / 2 It goes on. Two.")]
    assert not lost_passages(twice, ["One. It goes on."], lambda page: HEAD)
    assert lost_passages(texts, ["One.", "Three."], lambda page: HEAD)


def test_the_notice_names_scripts() -> None:
    assert copying_notice([], other=False) == []
    (notice,) = copying_notice({"Hebrew", "Arabic"}, other=False)
    assert notice == "In the PDF, words in Arabic and Hebrew cannot be copied or searched; DOCX or HTML keeps them."
    assert "words in Arabic and some others cannot" in copying_notice({"Arabic"}, other=True)[0]
    assert "some words cannot" in copying_notice([], other=True)[0]
