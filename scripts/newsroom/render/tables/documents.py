"""The register of official documents as open data."""

from __future__ import annotations

from functools import partial

from newsroom.digests import digest, together
from newsroom.official_document import OfficialDocument
from newsroom.register import RELATIONS
from newsroom.render.edition import Edition
from newsroom.render.tables.table import Column, Form, Part, Row, Table
from newsroom.vocabulary import Validity

_COLUMNS = (
    Column("id", "Mã văn bản trên trang này, không bao giờ đổi", is_known=True),
    Column("url", "Địa chỉ trang của văn bản", Form.ADDRESS, is_known=True),
    Column("kind", "Thể loại", is_known=True),
    Column("number", "Số ký hiệu, đúng như in", is_known=True),
    Column("date", "Ngày ban hành; trống là nguồn không cho biết", Form.DAY),
    Column("issuer", "Cơ quan ban hành", is_known=True),
    Column("signer", "Người ký"),
    Column("summary", "Trích yếu", is_known=True),
    Column("fields", "Lĩnh vực", Form.LIST, is_known=True),
    Column("validity", "Hiệu lực; trống là nguồn không cho biết"),
    Column("effective", "Có hiệu lực từ ngày", Form.DAY),
    Column("expired", "Hết hiệu lực từ ngày", Form.DAY),
    Column("replaces", "Thay thế: mã văn bản, hoặc tên như nguồn ghi", Form.LIST, is_known=True),
    Column("amends", "Sửa đổi, bổ sung: mã văn bản, hoặc tên như nguồn ghi", Form.LIST, is_known=True),
    Column("related", "Liên quan: mã văn bản, hoặc tên như nguồn ghi", Form.LIST, is_known=True),
    Column("replaced_by", "Mã các văn bản thay thế nó", Form.LIST, is_known=True),
    Column("cited_by", "Số bài trên trang này viện dẫn nó", Form.WHOLE, is_known=True),
    Column("sources", "Nguồn của các điều ghi ở đây", Form.LIST, is_known=True),
)


def document_table(edition: Edition) -> Table:
    """The table of official documents, in the order of the register."""
    documents = edition.library.register.documents
    inputs = digest(together(map(edition.drawn, documents)), [_cited(edition, document) for document in documents])
    about = (
        "Danh mục văn bản được viện dẫn: thể loại, số ký hiệu, ngày, cơ quan ban hành, trích yếu, hiệu lực, quan hệ."
    )
    part = Part("", inputs, len(documents), partial(_rows, edition))
    return Table("van-ban", "Văn bản", about, _COLUMNS, (part,))


def _cited(edition: Edition, document: OfficialDocument) -> int:
    return len(edition.citations.articles.get(document.slug, ()))


def _rows(edition: Edition) -> list[Row]:
    return [_row(edition, document) for document in edition.library.register.documents]


def _row(edition: Edition, document: OfficialDocument) -> Row:
    library = edition.library
    named = {
        relation: tuple(other.slug if other else text for text, other in library.register.named(document, relation))
        for relation in RELATIONS
    }
    return (
        document.slug,
        library.settings.absolute(document.url),
        document.kind.label,
        document.number,
        document.day or None,
        document.issuer,
        document.signer.name if document.signer else None,
        document.summary,
        document.fields,
        None if document.validity is Validity.UNKNOWN else document.validity.label,
        document.effective.isoformat() if document.effective else None,
        document.expired.isoformat() if document.expired else None,
        named["replaces"],
        named["amends"],
        named["related"],
        tuple(other.slug for other in library.register.naming(document, "replaces")),
        _cited(edition, document),
        tuple(source.name for source in document.sources),
    )
