"""What to read next: the neighbours of an article in its section."""

from __future__ import annotations

from typing import Final

from newsroom.card import Card
from newsroom.library import Library
from newsroom.listings import nearby

SAME_SECTION: Final = 5
"""How many headlines “Tin cùng chuyên mục” shows."""


def same_section(library: Library, card: Card) -> tuple[Card, ...]:
    """Articles of the section next to this one in time: older ones first of all, so that the list stays as it is."""
    return nearby(library.by_section[card.section], library.place_in_section(card), SAME_SECTION)
