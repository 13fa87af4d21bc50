"""Languages are data; a file that does not hold together is refused with its name."""

import re
from pathlib import Path

import pytest

from annotator import resources
from annotator.core import languages
from annotator.core.languages import InvalidLanguageFile, furniture_rules, known_languages, read_language, read_rule

RULE = {"kind": "section", "place": "line", "pattern": r"world news"}


def test_every_shipped_file_loads_and_names_itself() -> None:
    assert {"id", "en", "ar", "ja", "zh", "hi", "de", "fr", "es", "it", "pt", "nl", "ru", "uk"} <= set(
        known_languages()
    )
    for code in known_languages():
        assert read_language(code).name


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


def test_a_wrong_quote_policy_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "_read", lambda code: {"sentences": {"quotes": "sometimes"}})
    with pytest.raises(InvalidLanguageFile, match=r"qq\.toml.*whole"):
        read_language.__wrapped__("qq")


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
        read_language.__wrapped__("qq")
