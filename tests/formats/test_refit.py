"""What a format takes out of an article after all has been fitted that formats have in common."""

from annotator.core.losses import Fitted, Loss
from annotator.formats.refit import Refit
from tests.formats.exchanged import key, minister


def test_links_go_with_what_they_lead_to() -> None:
    before = Loss(key(100), "", "text", "So.")
    refit = Refit(Fitted(minister(), (before,)))
    quote, claim, denial = minister().annotations
    refit.lose(claim.key, "span", "Gone.")
    found = refit.done([denial, quote], minister().links, text="x")
    assert found.article.annotations == (quote, denial)
    assert (found.article.links, found.article.text) == ((), "x")
    assert [(loss.annotation, loss.what) for loss in found.lost] == [
        ("", "text"),
        (claim.key, "span"),
        (denial.key, "link denies"),
    ]
    assert {loss.article for loss in found.lost} == {key(100)}


def test_nothing_lost() -> None:
    refit = Refit(Fitted(minister()))
    assert refit.done(minister().annotations, minister().links) == Fitted(minister())
