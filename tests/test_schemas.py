"""Schemas: what programs are told of the fields is what the shipped documents are made of."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import ROOT, Project

from newsroom.front_matter import parse
from newsroom.nodes import Mapping, Node, Scalar, Sequence
from newsroom.source import DocumentType, read_source

DOCS = ROOT / "docs"
OF_TYPE = {
    DocumentType.ARTICLE: "bai-viet",
    DocumentType.BRANCH: "ho-so",
    DocumentType.OFFICIAL_DOCUMENT: "van-ban",
    DocumentType.UNIT: "don-vi",
    DocumentType.PROGRAMME: "chuong-trinh",
    DocumentType.PAGE: "trang",
}


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the command writes, by the name of the document."""
    folder = tmp_path_factory.mktemp("luoc-do")
    run = Project(ROOT).check("--schemas", str(folder))
    assert (run.status, run.err) == (0, "")
    assert run.out.split() == [str(folder / f"{name}.schema.json") for name in OF_TYPE.values()]
    return {name: json.loads((folder / f"{name}.schema.json").read_text("utf-8")) for name in OF_TYPE.values()}


def faults(schema: Any, node: Node) -> list[str]:
    """Where a node has another shape than its schema says, or holds what is unknown there."""
    match schema.get("type", "string"), node:
        case "object", Mapping():
            told = {key.text: value for key, value in node.entries}
            wrong = [name for name in schema["required"] if name not in told]
            for name, value in told.items():
                inner = schema["properties"].get(name)
                wrong += faults(inner, value) if inner else [name]
            return wrong
        case "array", Sequence():
            return [fault for item in node.items for fault in faults(schema["items"], item)]
        case ((list() | "string" | "integer" | "number" | "boolean"), Scalar()):
            known = schema.get("enum")
            return [] if known is None or node.text in known else [node.text]
    return [f"{schema['type']}: {node}"]


def test_every_shipped_document_is_what_its_schema_says(schemas: dict[str, Any]) -> None:
    seen = set()
    for file in sorted(DOCS.rglob("*.md")):
        source = read_source(DOCS, file.relative_to(DOCS).as_posix())
        seen.add(source.type)
        assert faults(schemas[OF_TYPE[source.type]], source.front) == [], source.uri
    assert seen == set(DocumentType)


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ("titel: Sai tên trường", ["authors", "titel"]),
        ("authors: [{name: Một, role: xong}]", ["xong"]),
        ("authors: [{role: text}]", ["name"]),
        ("authors: [{name: Một}]\nstatus: xong", ["xong"]),
    ],
)
def test_what_is_wrong_is_no_such_document(slip: str, told: list[str], schemas: dict[str, Any]) -> None:
    front = parse(f"title: Một\ndate: 2026-01-15\nlead: Hai\nsection: tin-chung\n{slip}", "x.md")
    assert faults(schemas["bai-viet"], front) == told
