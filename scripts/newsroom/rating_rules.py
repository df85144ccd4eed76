"""The rules by which yearly ratings are given, as far as their thresholds are known: data, so that the next rule is a row.

Source: Quy định 366-QĐ/TW of 30/8/2025 as the press tells it. What is below the lowest known threshold is no level there, so
nothing is said of it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from newsroom.vocabulary import Rating


@dataclass(frozen=True, slots=True)
class RatingRule:
    """A rule: its number, its date, and from how many points each level is given, the highest first."""

    number: str
    date: dt.date
    thresholds: tuple[tuple[float, Rating], ...]

    def level_at(self, points: float) -> Rating | None:
        """The level that so many points allow; None below the lowest known threshold."""
        return next((level for least, level in self.thresholds if points >= least), None)


RATING_RULES: Final = (
    RatingRule(
        "366-QĐ/TW",
        dt.date(2025, 8, 30),
        ((90, Rating.EXCELLENT), (70, Rating.GOOD), (50, Rating.COMPLETED)),
    ),
)
MOST_POINTS: Final = 100


def rating_rule(text: str) -> RatingRule | None:
    """The rule that a rating names, however it writes it: "Quy định số 366-QĐ/TW"."""
    return next((rule for rule in RATING_RULES if rule.number in text.replace(" ", "")), None)
