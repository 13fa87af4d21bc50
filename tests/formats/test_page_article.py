"""Which runs are the article: from two witnesses, and then by where they stand."""

from annotator.formats.page_article import Witness, article_runs
from annotator.formats.page_runs import runs_of
from annotator.formats.page_tree import tree_of

FIRST = "The harbour council said on Monday that the old pier would be pulled down before the autumn storms set in."
SECOND = "Its engineer had called for the work two years before, in a report that was never made public by anybody."
THIRD = "The fishermen deny that they had been asked, and learnt of it, they say, from a notice on the gate."


def chosen(page: str, **witness: object) -> list[str]:
    return [run.text for run in article_runs(runs_of(tree_of(page)), Witness(**{"found": FIRST, **witness}))]  # type: ignore[arg-type]


def test_without_a_witness_nothing_is_sure() -> None:
    assert chosen(f"<p>{FIRST}</p>", found="") == []


def test_what_a_page_tells_machines_is_a_witness_too() -> None:
    assert chosen(f"<p>{FIRST}</p><div><div><i>{SECOND}</i></div></div>", told=f"{SECOND} x") == [FIRST, SECOND]


def test_what_stands_in_the_same_place_is_taken_too() -> None:
    page = f"<div class=story><p>{FIRST}</p><p class=x>{SECOND}</p></div><div class=other><p>{THIRD}</p></div>"
    assert chosen(page) == [FIRST, SECOND]


def test_a_heading_above_a_paragraph_is_taken() -> None:
    page = f"<div><p>{FIRST}</p><h3>On the gate</h3><p>{SECOND}</p><h3>Elsewhere</h3><ul><li>x</ul></div>"
    assert chosen(page) == [FIRST, "On the gate", SECOND]


def test_links_and_the_labels_above_them_are_left() -> None:
    found = f"{FIRST}\nRead also\nStorms\n{SECOND}"
    links = "<p>Read also</p><p><a>Storms</a></p>"
    page = f"<div><p>{FIRST}</p>{links}<p>{SECOND}</p><ul><li>See <a>the storms</a></ul></div>"
    assert chosen(page, found=found) == [FIRST, SECOND]


def test_words_that_come_back_between_paragraphs_are_left() -> None:
    page = "<p>Advertisement</p>".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD, FIRST))
    assert chosen(f"<div>{page}</div>", found=f"{FIRST}\nAdvertisement") == [FIRST, SECOND, THIRD, FIRST]


def test_boxes_with_telling_names_are_left_unless_all_stands_in_them() -> None:
    box = "<div class=newsletter-signup><p>Get our letter from the quay, each morning.</p></div>"
    found = f"{FIRST}\n{SECOND}\n{THIRD}\nGet our letter from the quay, each morning."
    body = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    assert chosen(f"<div class=story>{body}{box}</div>", found=found) == [FIRST, SECOND, THIRD]
    assert chosen(f"<div class=share-area>{body}</div>", found=found) == [FIRST, SECOND, THIRD]


def test_the_standfirst_is_what_the_page_says_of_itself_or_calls_so() -> None:
    summary = "After two years of warnings the council will act at last, its engineer says."
    page = f"<h1>Old pier to go</h1><h2 class='{{}}'>{summary}</h2><div class=story><p>{FIRST}</p></div>"
    assert chosen(page.format("x")) == [FIRST]
    assert chosen(page.format("page-subtitle")) == [summary, FIRST]
    assert chosen(page.format("x"), standfirsts=[summary]) == [summary, FIRST]
    assert chosen(page.format("x"), standfirsts=[summary[:70] + "..."]) == [summary, FIRST]


def test_headline_byline_time_and_rights_are_left() -> None:
    page = f"""<div><h1>Old pier to go</h1><p>Old pier to go</p><p>By Tove Marsh</p><p>Monday 21:35</p>
        <p>{FIRST}</p><p>{SECOND}</p><p>© The Quay Post</p></div>"""
    assert chosen(page, found=f"{FIRST}\nBy Tove Marsh", authors=["Tove Marsh"]) == [FIRST, SECOND]


def test_another_article_of_the_page_is_left() -> None:
    page = f"<article><h1>Baker closes</h1><p>{SECOND}</p></article><article><h1>Old pier</h1><p>{FIRST}</p></article>"
    assert chosen(page, found=f"{FIRST}\n{SECOND}", titles=["Old pier"]) == [FIRST]
    assert chosen(page, found=f"{FIRST}\n{SECOND}") == [SECOND]  # the first, when nothing says which
