"""The names of authors in what pages give as such."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.page_authors import names


@pytest.mark.parametrize(
    ("given_as", "authors"),
    [
        (["Tove Marsh"], ["Tove Marsh"]),
        (["By Tove Marsh"], ["Tove Marsh"]),
        (["Von  Tove\nMarsh und Idris Pell"], ["Tove Marsh", "Idris Pell"]),
        (["Tove Marsh, Idris Pell and Ana Ruiz"], ["Tove Marsh", "Idris Pell", "Ana Ruiz"]),
        (["José Ortega y Gasset"], ["José Ortega y Gasset"]),
        (["Quay Post Staff", "quay post staff"], ["Quay Post Staff"]),
        (["https://quaypost.example/tove", "@quaypost", "admin", "", " , "], []),
        (["大渡 美咲"], ["大渡 美咲"]),
        (["x" * 101], []),
    ],
)
def test_names(given_as: list[str], authors: list[str]) -> None:
    assert names(given_as) == authors


@given(st.lists(st.text(max_size=200)))
def test_any_texts_give_tidy_names(texts: list[str]) -> None:
    for name in names(texts):
        assert name == name.strip() != ""
