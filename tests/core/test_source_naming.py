"""Whom words name."""

from uuid import UUID, uuid4

from annotator.core.records import SourceRecord
from annotator.core.source_naming import named_source


def person(name: str, *aliases: str, kind: str = "person") -> SourceRecord:
    return SourceRecord(uuid4(), name, aliases, kind)


RINA, RINO = person("Rina Wijaya", "Bu Rina"), person("Rino Wijaya")
OFFICE = person("Kantor Wali Kota", kind="organisation")
EVERYWHERE: set[UUID] = {RINA.id, RINO.id, OFFICE.id}


def test_a_name_or_an_alias_whatever_its_case_and_accents() -> None:
    known = [RINA, RINO, person("Élodie Müller")]
    assert named_source("RINA  wijaya", known, ()) == RINA
    assert named_source("Bu Rina", known, ()) == RINA
    assert named_source("Elodie Muller", known, ()) == known[2]


def test_a_name_that_two_have_names_nobody() -> None:
    assert named_source("Rina Wijaya", [RINA, person("Rina Wijaya")], ()) is None


def test_a_surname_names_the_person_who_is_in_the_article() -> None:
    assert named_source("Wijaya", [RINA, RINO], {RINA.id}) == RINA
    assert named_source("Wijaya", [RINA, RINO], ()) is None
    assert named_source("Wijaya", [RINA, RINO], EVERYWHERE) is None


def test_a_part_of_an_office_names_nobody() -> None:
    assert named_source("Kota", [OFFICE], EVERYWHERE) is None


def test_no_words_name_nobody() -> None:
    assert named_source(" – ", [person("–")], ()) is None
