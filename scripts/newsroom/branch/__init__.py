"""Branch profiles (hồ sơ chi bộ, đảng bộ): dated, sourced, checked figures of one Party organisation. Fields: field guide D2."""

from newsroom.branch.blocks import (
    Admission,
    CommitteeMember,
    DigitalAdoption,
    Fund,
    Goal,
    Indicator,
    Meeting,
    Organisation,
    RatingGiven,
    RegisteredModel,
    Supervision,
    Training,
    Work,
)
from newsroom.branch.membership import Membership, Minority
from newsroom.branch.profile import BRANCH_FOLDER, Branch, SourceEntry, Succession

__all__ = [
    "BRANCH_FOLDER",
    "Admission",
    "Branch",
    "CommitteeMember",
    "DigitalAdoption",
    "Fund",
    "Goal",
    "Indicator",
    "Meeting",
    "Membership",
    "Minority",
    "Organisation",
    "RatingGiven",
    "RegisteredModel",
    "SourceEntry",
    "Succession",
    "Supervision",
    "Training",
    "Work",
]
