"""What articles add to the sums."""

from annotator.core.agreement.counting import CHARACTERS, EVERYBODY, SENTENCES, count, match, total
from tests.core.agreement.desk import ANA, BEN, EVA, NUMBERS, article, said


def test_an_article_s_sums() -> None:
    one = article(40, [said("claim", (0, 10)), said("quote", (12, 18))], [said("claim", (0, 8))])
    sums = count(one, NUMBERS, match(one))
    everybody, pair = sums[EVERYBODY], sums[ANA, BEN]
    assert everybody["claim", SENTENCES, "items"] == 4
    assert everybody["claim", CHARACTERS, "items"] == 40
    assert everybody["claim", "annotations"] == 2
    assert pair["claim", CHARACTERS, "agreed"] == 38
    assert pair["claim", CHARACTERS, "left", 1] == 10
    assert (pair["claim", "mine"], pair["claim", "theirs"]) == (1, 1)
    assert (pair["claim", "exact"], pair["claim", "overlapping mine"], pair["claim", "overlapping theirs"]) == (0, 1, 1)
    assert (pair["quote", "mine"], pair["quote", "theirs"], pair["quote", "overlapping mine"]) == (1, 0, 0)
    assert ("denial", "units") not in everybody


def test_each_two_of_three_have_sums_of_their_own() -> None:
    one = article(10, [said("claim", (0, 10))], [], [said("claim", (0, 10))])
    sums = count(one, NUMBERS, match(one))
    assert set(sums) == {EVERYBODY, (ANA, BEN), (ANA, EVA), (BEN, EVA)}
    assert sums[ANA, EVA]["claim", "exact"] == 1
    assert sums[EVERYBODY]["claim", SENTENCES, "shares"] == 1 / 3


def test_sums_of_articles_are_added() -> None:
    one = article(10, [said("claim", (0, 10))], [])
    sums = count(one, NUMBERS, match(one))
    twice = total([sums, sums])
    assert all(twice[group][key] == 2 * value for group, there in sums.items() for key, value in there.items())
    assert total([]) == {}
