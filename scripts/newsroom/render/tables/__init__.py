"""Tables: what the site knows, laid open as rows with a schema. Another kind of document is another module here and a name in `tables_of`."""

from __future__ import annotations

from newsroom.render.edition import Edition
from newsroom.render.tables.articles import article_table
from newsroom.render.tables.documents import document_table
from newsroom.render.tables.table import Cell, Column, Form, Part, Row, Table

__all__ = ["Cell", "Column", "Form", "Part", "Row", "Table", "tables_of"]


def tables_of(edition: Edition) -> tuple[Table, ...]:
    """Every table of the site, in the order in which the page explains them."""
    return document_table(edition), article_table(edition)
