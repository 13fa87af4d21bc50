"""brat's configuration, from a label set and from what is used."""

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.spans import Span
from annotator.formats.base import WriteOptions
from annotator.formats.brat_conf import Configuration
from annotator.formats.brat_folder import Brat
from annotator.operations.label_sets import shipped_label_set
from tests.formats.exchanged import minister


def parts(configuration: Configuration) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in configuration.as_text().splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line:
            lines.append(line)
    return found


def test_the_label_set_is_offered() -> None:
    label_set = shipped_label_set("newsroom")
    found = parts(Configuration(label_set))
    assert found["entities"] == [label.key for label in label_set.offered]
    assert found["relations"][0] == "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    kinds = [kind.key for kind in label_set.relations if not kind.retired]
    assert [line.split("\t")[0] for line in found["relations"][1:]] == kinds
    assert found["events"] == []
    assert any(line.startswith("certainty\tArg:<ENTITY>, Value:") for line in found["attributes"])


def test_what_is_used_is_named() -> None:
    made = Configuration(None)
    made.take(Brat().fit(minister(), WriteOptions()).article)
    made.take(ExchangedArticle("a", "x", links=(ExchangedLink("supports", "1", "2"),)))
    found = parts(made)
    assert found["entities"] == ["quote", "claim", "denial"]
    assert [line.split("\t")[0] for line in found["relations"][1:]] == ["denies", "supports"]
    assert found["attributes"] == ["attributed_to\tArg:<ENTITY>, Value:Menteri", "certainty\tArg:<ENTITY>, Value:high"]


def test_free_text_is_no_list_of_values() -> None:
    made = Configuration(None)
    for number in range(100):
        value = {"cue": f"word{number}", "strange": "a|b, c"}
        made.take(ExchangedArticle("a", "x", annotations=(ExchangedAnnotation("1", "claim", (Span(0, 1),), value),)))
    assert parts(made)["attributes"] == ["cue\tArg:<ENTITY>", "strange\tArg:<ENTITY>"]
