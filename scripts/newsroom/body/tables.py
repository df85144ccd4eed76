"""Tables: laid out for a phone, and without styles of their own."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element


def lay_out_tables(elements: Iterable[Element]) -> None:
    """A table may be wider than a phone: it scrolls in a box that the keyboard can reach. Cells are aligned by a class."""
    for element in elements:
        for place, child in enumerate(list(element)):
            if child.tag == "table" and "class" not in child.attrib:
                _box(element, place, child)
        if element.tag in ("th", "td") and "align" in element.attrib:
            element.set("class", f"align-{element.attrib.pop('align')}")


def _box(parent: Element, place: int, table: Element) -> None:
    table.set("class", "nr-table")
    box = Element("div", {"class": "nr-scroll", "tabindex": "0"})
    parent[place] = box
    box.tail, table.tail = table.tail, None
    box.append(table)
