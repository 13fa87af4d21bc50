"""Whatever two people link, name, merge, ask and take back: the journal tells what the rows say; nothing dangles."""

from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from annotator.core.spans import Span
from annotator.operations import annotations, contacts, describing, relations, sources
from annotator.operations.label_merging import Merge, merge
from annotator.operations.label_sets import SHIPPED, project_labels, shipped_label_set, use_label_set
from annotator.operations.source_merging import merge_sources
from tests.store.desk import ARTICLE
from tests.store.two_people import LABELS, PLACES, WHO, TwoPeople, run_any_work

TEXTS = (ARTICLE, "Menteri diam saja. Rina pergi ke pasar. Harga turun sedikit.")
MERGES = (Merge("labels", "denial", "claim"), Merge("attributes", "addressed_to", "attributed_to"),
          Merge("attributes", "voice", "medium"))  # fmt: skip


class TiesOfTwo(TwoPeople):
    """Every verb that ties annotations to each other, to sources and to contacts, by two people."""

    def __init__(self) -> None:
        super().__init__()
        self.other = self.desk.open()

    def teardown(self) -> None:
        self.other.close()
        super().teardown()

    @initialize()
    def two_articles_and_some_tags(self) -> None:
        for text in TEXTS:
            self.desk.load(text)
        for place, who in enumerate(("ana", "ben", "ana", "ben")):
            self.tag(place, place * 5, ("claim", "denial", "quote")[place % 3], who)
            self.new_source(place, who)

    @rule(place=PLACES, start=PLACES, label=LABELS, who=WHO)
    def tag(self, place: int, start: int, label: str, who: str) -> None:
        spans = [Span(start, start + 6)]
        self._try(annotations.add_annotation, self._pick("document", place), spans, label, self._who(who))

    @rule(place=PLACES, who=WHO, label=st.none() | LABELS)
    def change_a_tag(self, place: int, who: str, label: str | None) -> None:
        key = self._pick("annotation", place)
        if label:
            self._try(annotations.set_label, key, label, self._who(who))
        else:
            self._try(annotations.remove_annotations, [key], self._who(who))

    @rule(place=PLACES, who=WHO)
    def link(self, place: int, who: str) -> None:
        rows, label_set, by = self.desk.rows()["annotation"], project_labels(self.desk.workspace), self._who(who)
        ways = [
            (start["id"], kind.key, end["id"])
            for start in rows
            for kind in label_set.relations_from(start["label"])
            for end in rows
            if end["label"] in kind.to_labels
        ]
        if ways:
            self._try(relations.link, *ways[place * 7 % len(ways)], by)

    @rule(place=PLACES, who=WHO)
    def unlink(self, place: int, who: str) -> None:
        self._try(relations.unlink, [self._pick("relation", place)], self._who(who))

    @rule(place=PLACES, who=WHO)
    def new_source(self, place: int, who: str) -> None:
        by = self._who(who)
        self._try(describing.name_new_source, [self._pick("annotation", place)], "attributed_to", f"Rina {place}", by)

    @rule(place=PLACES, picks=st.lists(PLACES, max_size=1), who=WHO,
          kind=st.sampled_from(("attributed_to", "addressed_to")))  # fmt: skip
    def name(self, place: int, picks: list[int], who: str, kind: str) -> None:
        named = [self._pick("source", pick) for pick in picks]
        self._try(relations.set_sources, [self._pick("annotation", place)], kind, named, self._who(who))

    @rule(one=PLACES, other=PLACES, who=WHO)
    def merge_sources(self, one: int, other: int, who: str) -> None:
        self._try(merge_sources, self._pick("source", one), [self._pick("source", other)], self._who(who))

    @rule(place=PLACES, who=WHO)
    def remove_source(self, place: int, who: str) -> None:
        self._try(sources.remove_sources, [self._pick("source", place)], self._who(who))

    @rule(place=PLACES, who=WHO)
    def ask(self, place: int, who: str) -> None:
        self._try(contacts.add_contact, self._pick("annotation", place), self._who(who), at="2026-05-04")

    @rule(place=PLACES, who=WHO)
    def remove_contact(self, place: int, who: str) -> None:
        self._try(contacts.remove_contact, self._pick("contact", place), self._who(who))

    @rule(wanted=st.sampled_from(MERGES), who=WHO)
    def merge_labels(self, wanted: Merge, who: str) -> None:
        self._try(merge, wanted, self._who(who))

    @rule(name=st.sampled_from(SHIPPED), who=WHO)
    def use_another_set(self, name: str, who: str) -> None:
        self._try(use_label_set, shipped_label_set(name), self._who(who))

    @invariant()
    def every_tie_has_its_ends_and_none_is_there_twice(self) -> None:
        rows = self.desk.rows()
        home = {row["id"]: row["document_id"] for row in rows["annotation"]}
        ends = home.keys() | {row["id"] for row in rows["source"]}
        for row in rows["relation"]:
            assert row["document_id"] == home[row["from_id"]]
            assert (row["to_id"] is None) is not (row["source_id"] is None)
            assert (row["to_id"] or row["source_id"]) in ends - {row["from_id"]}
        for row in rows["contact"]:
            assert row["document_id"] == home[row["annotation_id"]]
        told = [(row["from_id"], row["kind"], row["to_id"], row["source_id"]) for row in rows["relation"]]
        assert len(set(told)) == len(told)

    @invariant()
    def a_second_window_sees_the_same(self) -> None:
        self.other.catch_up()
        assert [one.id for one in sources.all_sources(self.other)] == [row["id"] for row in self.desk.rows()["source"]]
        assert project_labels(self.other) == project_labels(self.desk.workspace)


def test_any_ties_of_two(settings_home: Path) -> None:
    run_any_work(TiesOfTwo, few=6)
