"""A page as runs of text, with what is around each."""

import pytest

from annotator.formats.page_runs import flattened, names_of, runs_of
from annotator.formats.page_tree import tree_of


def texts(page: str) -> list[str]:
    return [run.text for run in runs_of(tree_of(page))]


@pytest.mark.parametrize(
    ("page", "runs"),
    [
        ("", []),
        ("<p>One <b>and</b>  two.</p><p>&nbsp;</p>Three", ["One and two.", "Three"]),
        ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
        ("<p>a<br>b<br><br>c<br> <br>d</p>", ["a\nb", "c", "d"]),
        ("<nav>a</nav><main>b<aside>c</aside>d</main><footer>e</footer>", ["b", "d"]),
        ("<p>a</p><div role=dialog>b</div><p hidden>c</p><figure><figcaption>d</figcaption></figure>e", ["a", "e"]),
        ("<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>", ["a", "b", "c", "d"]),
        ("<p>a<script>b</script><span style='display:none'>c</span>d</p>", ["ad"]),
    ],
)
def test_where_a_run_begins_and_ends(page: str, runs: list[str]) -> None:
    assert texts(page) == runs


def test_what_is_told_of_a_run() -> None:
    page = "<article id=a><section><article><h1>Top</h1><h2 class=k><a>More</a> now</h2></article></section></article>"
    top, more = runs_of(tree_of(page))
    assert (top.in_headline, top.is_heading, more.in_headline, more.is_heading) == (True, False, False, True)
    assert more.share_of_links == 0.5
    assert more.article.get("id") == "a"
    assert [element.tag for element in more.around] == ["h2", "article", "section", "article", "body"]
    assert names_of(more.around).split() == ["k", "a"]


@pytest.mark.parametrize(("text", "ends"), [("Done.", True), ("“Done”", True), ("完了。", True), ("Read also", False)])
def test_what_ends_like_a_sentence(text: str, ends: bool) -> None:
    assert runs_of(tree_of(f"<p>{text}</p>"))[0].is_sentence is ends


def test_texts_are_compared_by_their_letters() -> None:
    assert flattened(" “Old  pier”, they said! ") == flattened("old pier they SAID") == "old pier they said"
