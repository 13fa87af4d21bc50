"""Cases stand under their labels, as words and nothing else."""

from annotator.core.guideline import Chapter
from annotator.core.guideline_cases import CaseLine, CaseWords, plain, with_cases

CLAIM, DENIAL = (Chapter(key, key.title(), "en", "A rule.", False) for key in ("claim", "denial"))
TITLES = {"claim": "Claim"}


def case(number: int = 7, **more: object) -> CaseLine:
    told = {"title": "No one was hurt", "sentence": "Nobody was hurt.", "held": [("claim", "Nobody was hurt")]}
    return CaseLine(number, labels=frozenset({"claim"}), **{"reason": "It can be checked.", **told, **more})  # type: ignore[arg-type]


def test_a_case_stands_under_its_label() -> None:
    claim, denial = with_cases([CLAIM, DENIAL], [case()], TITLES)
    assert denial == DENIAL
    assert claim.text == (
        "A rule.\n\n**Cases**\n\n"
        "- [Case 7](case:7): No one was hurt. *Nobody was hurt.* → **Claim “Nobody was hurt”**. It can be checked."
    )


def test_a_case_without_title_reason_and_anything_that_holds() -> None:
    words = CaseWords("Kasus", "Kasus {number}", "tidak ada")
    bare = case(title="", held=[], reason="")
    assert with_cases([CLAIM._replace(text="")], [bare], TITLES, words)[0].text == (
        "**Kasus**\n\n- [Kasus 7](case:7). *Nobody was hurt.* → **tidak ada**."
    )


def test_what_an_article_says_is_no_markdown() -> None:
    assert plain("[a](b) *c*\n# <d>") == r"\[a\](b) \*c\* \# \<d\>"
    assert len(plain("word " * 200)) == 300
