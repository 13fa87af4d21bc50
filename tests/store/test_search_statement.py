"""A statement under way gives every value a parameter of its own."""

from annotator.store.search_statement import Statement


def test_values_never_stand_in_the_statement() -> None:
    statement = Statement()
    names = [statement.value("x' OR 1=1"), statement.value(["a", "b"])]
    assert names == [":v0", ":v1"]
    assert statement.values == {"v0": "x' OR 1=1", "v1": ["a", "b"]}
