"""Reads that reports alone need."""

from uuid import UUID

from sqlalchemy import Connection, select

from annotator.store.tables import Annotation, table_of

_annotation = table_of(Annotation)


def documents_with_annotations(connection: Connection) -> set[UUID]:
    """The articles of which something was tagged."""
    return set(connection.execute(select(_annotation.c.document_id).distinct()).scalars())
