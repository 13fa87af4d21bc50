"""What foreign names mean: proposed, chosen, kept."""

from collections import Counter

from annotator import resources
from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.import_map import AS_NOTE, LEFT_OUT, ImportMap, import_map_from, not_in, proposed_map, value_like
from annotator.core.import_survey import Survey
from annotator.core.schema_file import read_label_set
from annotator.core.spans import Span

LABELS = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def survey() -> Survey:
    return Survey(
        labels=Counter(["Claims", "DENIAL", "https://voc.invalid/tags#quote", "Quotation", "Rumour", "cue"]),
        attributes={"Certainty": Counter(["Unsure", "maybe"]), "Speaker": Counter(["Ana"]), "odd": Counter(["1"])},
        relations=Counter(["Denies", "causes"]),
        annotators=Counter(["ana", "cici", ""]),
    )


def test_what_is_called_the_same_is_proposed() -> None:
    found = proposed_map(LABELS, survey(), ["Ana", "Ben"], ImportMap())
    assert found.labels == {
        "Claims": "claim",
        "DENIAL": "denial",
        "https://voc.invalid/tags#quote": "quote",
        "Quotation": "quote",
        "Rumour": LEFT_OUT,
        "cue": "cue",
    }
    assert found.attributes == {"Certainty": "certainty", "Speaker": "attributed_to", "odd": LEFT_OUT}
    assert found.values["Certainty"] == {"Unsure": "unsure", "maybe": LEFT_OUT}
    assert found.relations == {"Denies": "denies", "causes": LEFT_OUT}
    assert found.annotators == {"ana": "Ana", "cici": "cici"}


def test_what_names_meant_the_last_time_goes_first() -> None:
    known = ImportMap(
        {"Rumour": "claim", "Claims": LEFT_OUT, "DENIAL": "gone"},
        {"odd": AS_NOTE},
        {"Certainty": {"maybe": "unsure"}},
        {"causes": "denies"},
        {"cici": "Ben", "ana": ""},
    )
    found = proposed_map(LABELS, survey(), ["Ana", "Ben"], known)
    assert (found.labels["Rumour"], found.labels["Claims"], found.labels["DENIAL"]) == ("claim", LEFT_OUT, "denial")
    assert found.attributes["odd"] == AS_NOTE
    assert found.values["Certainty"]["maybe"] == "unsure"
    assert found.relations["causes"] == "denies"
    assert found.annotators == {"ana": "", "cici": "Ben"}


def test_only_what_was_chosen_is_kept() -> None:
    plain = proposed_map(LABELS, survey(), [], ImportMap())
    chosen = plain.with_changes(ImportMap({"Claims": LEFT_OUT}, values={"Certainty": {"maybe": "sure"}}))
    kept = chosen.without_unknown(plain)
    assert kept.labels["Claims"] == LEFT_OUT
    assert "Rumour" not in kept.labels
    assert kept.values == {"Certainty": {"Unsure": "unsure", "maybe": "sure"}}
    assert import_map_from(kept.as_dict()) == kept


def test_what_is_no_map_is_passed_over() -> None:
    assert import_map_from(None) == import_map_from([1]) == import_map_from({"labels": 3, "values": []}) == ImportMap()
    assert import_map_from({"labels": {"a": 1, "b": "c"}}).labels == {"b": "c"}


def test_values_are_found_by_key_or_title() -> None:
    assert value_like(LABELS.attribute("accuses"), "A named person") == "named_person"
    assert value_like(LABELS.attribute("certainty"), "perhaps") == ""


def test_a_name_without_end_takes_no_time() -> None:
    long = Survey(labels=Counter(["x" * 300_000, "a/" * 150_000]))
    assert set(proposed_map(LABELS, long, [], ImportMap()).labels.values()) == {LEFT_OUT}


def test_names_that_a_file_does_not_have_are_found() -> None:
    survey = Survey()
    one = ExchangedAnnotation("1", "claim", (Span(0, 4),), {"certainty": "high"}, "", "Ana")
    survey.take(ExchangedArticle("1", "Satu", annotations=(one,)))
    said = ImportMap({"claim": "claim"}, {"certainty": ""}, {"certainty": {"high": "sure"}}, {}, {"Ana": "Ana"})
    assert not_in(survey, said) == []
    wrong = ImportMap({"x": ""}, {"y": ""}, {"certainty": {"low": ""}, "z": {"1": ""}}, {"r": ""}, {"Ani": "Ana"})
    assert not_in(survey, wrong) == [
        "label “x”", "attribute “y”", "attribute “z”", "relation “r”", "annotator “Ani”", "value “low” of “certainty”",
    ]  # fmt: skip
