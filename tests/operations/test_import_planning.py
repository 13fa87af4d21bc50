"""What becomes of an article, before anything is written."""

from dataclasses import replace

from annotator.core.exchange import ExchangedArticle
from annotator.core.import_map import ImportMap
from annotator.core.spans import Span
from annotator.operations.import_matching import Matching
from annotator.operations.import_planning import NO_TEXT, Plan, Planner, name_of, words_of
from annotator.operations.import_report import Losses
from annotator.operations.label_sets import project_labels
from tests.formats.exchanged import minister
from tests.store.desk import Desk

NAMES = ImportMap(
    labels={"claim": "claim", "denial": "denial", "quote": "quote"},
    attributes={"certainty": "certainty", "attributed_to": "attributed_to"},
)


def planned(desk: Desk, article: ExchangedArticle, losses: Losses, names: ImportMap = NAMES) -> Plan | None:
    with desk.workspace.reading() as connection:
        (match,) = Matching("w3c").matches(connection, [article])
    return Planner(project_labels(desk.workspace), names, dict).plan(match, losses)


def test_a_new_article_is_prepared_with_what_the_file_says_of_it(desk: Desk) -> None:
    losses = Losses()
    plan = planned(desk, replace(minister(), published_at="yesterday", file_name="../../a.txt"), losses)
    assert plan is not None
    assert plan.prepared is not None
    record = plan.prepared.record
    assert (record.title, record.outlet, record.published_at, record.file_name) == (
        "Harga beras", "Kantor Berita", "", "a.txt",
    )  # fmt: skip
    assert plan.prepared.guess.language == "id"
    assert [one.label for one in plan.annotations] == ["quote", "claim", "denial"]
    assert plan.annotations[0].sources == {"attributed_to": ["Menteri"]}
    assert losses.counts == {"value “high”, which “Certainty” cannot have": 1}


def test_a_label_that_means_nothing_is_left_out_with_its_words(desk: Desk) -> None:
    losses = Losses()
    plan = planned(desk, minister(), losses, ImportMap({"claim": "claim"}))
    assert plan is not None
    assert [one.label for one in plan.annotations] == ["claim"]
    assert ("Harga beras", "Pedagang membantah", "label “denial”, which the label set does not have") in [
        (one.article, one.what, one.why) for one in losses.named
    ]


def test_an_article_that_is_nowhere_is_left_out(desk: Desk) -> None:
    losses = Losses()
    assert planned(desk, replace(minister(), text=""), losses) is None
    assert losses.counts == {NO_TEXT: 3}


def test_what_is_not_sure_says_so_in_its_note(desk: Desk) -> None:
    old = "Harga beras turun sejak Januari, kata menteri. Pedagang membantah hal itu kemarin di pasar."
    here = desk.load(old.replace("membantah hal itu kemarin", "keras membantah hal itu"))
    one = replace(minister().annotations[2], segments=(Span(47, 90),), note="cek")
    with desk.workspace.reading() as connection:
        (match,) = Matching("w3c", into=here).matches(connection, [ExchangedArticle("1", old, annotations=(one,))])
    plan = Planner(project_labels(desk.workspace), NAMES, dict).plan(match, Losses())
    assert plan is not None
    (there,) = plan.annotations
    assert not there.sure
    assert there.note == "cek\nIn the file: “Pedagang membantah hal itu kemarin di pasar”"


def test_an_article_is_called_by_what_is_known_of_it() -> None:
    assert name_of(minister()) == "Harga beras"
    assert name_of(ExchangedArticle("k", "Satu.\nDua.")) == "Satu."
    assert words_of(minister(), minister().annotations[1]) == "Harga beras turun"
