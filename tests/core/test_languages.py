"""Languages are data; a file that does not hold together is refused with its name."""

import re
from pathlib import Path

import pytest

from annotator import resources
from annotator.core import languages
from annotator.core.language_schema import InvalidLanguageFile
from annotator.core.languages import furniture_rules, known_languages, own_names, read_language, read_rule

RULE = {"kind": "section", "place": "line", "pattern": r"world news"}


# Those that segmentation is measured on, and those of the archipelago and its neighbours.
MEASURED = "id en de fr es it pt nl da sv pl cs ro ru uk el tr ar he fa hi ur vi jv zh ja ko".split()
NEIGHBOURS = "ms su tl th".split()


def test_every_shipped_file_keeps_to_the_schema_and_names_itself() -> None:
    assert {*MEASURED, *NEIGHBOURS} <= set(known_languages())
    for code in known_languages():
        assert read_language(code).name


def test_own_names_are_those_of_the_files_though_less_is_read() -> None:
    assert own_names() == {code: read_language(code).name for code in known_languages()}


@pytest.mark.parametrize("code", [*MEASURED, "ms", "su", "tl"])
def test_the_languages_that_matter_have_rules_of_their_own(code: str) -> None:
    plain, facts = read_language("xx").sentences, read_language(code).sentences
    assert facts != plain


@pytest.mark.parametrize("code", ["th", "lo"])
def test_a_language_without_stops_says_what_to_expect(code: str) -> None:
    assert read_language(code).note


def test_indonesian_keeps_quotations_whole() -> None:
    facts = read_language("id").sentences
    assert facts.whole_quotes
    assert {"Ir", "Jl", "Dr"} <= facts.abbreviations
    assert "Tbk" in facts.final_abbreviations


@pytest.mark.parametrize("code", ["xx", "unknown", "", "../id", "zh-cn"])
def test_a_language_without_a_file_gets_the_defaults(code: str) -> None:
    language = read_language(code)
    assert language.name == ""
    assert "Dr" in language.sentences.abbreviations
    assert not language.sentences.whole_quotes


def test_a_language_is_read_once() -> None:
    assert read_language("id") is read_language("id")


def test_all_furniture_rules_compile_and_are_anchored_by_place() -> None:
    rules = furniture_rules()
    assert {"time_stamp", "read_more", "caption", "desk_code", "photo_credit"} <= {rule.kind for rule in rules}
    for rule in rules:
        assert re.compile(rule.pattern).fullmatch("") is None, rule


def test_patterns_for_whole_lines_are_in_small_letters() -> None:
    for rule in furniture_rules():
        letters = re.sub(r"\\.", "", rule.pattern)
        assert rule.place != "line" or letters == letters.lower(), rule


@pytest.mark.parametrize(
    "pattern",
    [r"(?:a+)+", r"(?:a|b)*", r"(?:\w+\s?){2,9}", r"(?:a?)*b", r"(captured)", "(unclosed", "*"],
)
def test_a_pattern_that_could_run_for_ever_or_is_wrong_is_refused(pattern: str) -> None:
    with pytest.raises(InvalidLanguageFile, match=r"languages/xx\.toml"):
        read_rule({**RULE, "pattern": pattern}, "languages/xx.toml")


@pytest.mark.parametrize("missing", ["kind", "place", "pattern"])
def test_a_rule_without_a_key_is_refused(missing: str) -> None:
    rule = {key: value for key, value in RULE.items() if key != missing}
    with pytest.raises(InvalidLanguageFile, match=missing):
        read_rule(rule, "languages/xx.toml")


def test_an_unknown_place_is_refused() -> None:
    with pytest.raises(InvalidLanguageFile, match="no place"):
        read_rule({**RULE, "place": "margin"}, "languages/xx.toml")


def test_a_file_that_is_not_toml_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "qq.toml").write_text("name = ")
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    with pytest.raises(InvalidLanguageFile, match=r"languages/qq\.toml is not TOML"):
        languages._read.__wrapped__("qq")


def test_a_file_that_says_what_nobody_reads_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "qq.toml").write_text('[sentences]\nabreviations = ["Dr"]')
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    with pytest.raises(InvalidLanguageFile, match=r"languages/qq\.toml.*abreviations"):
        languages._read.__wrapped__("qq")
