"""Branch profiles (hồ sơ chi bộ, đảng bộ): dated, sourced, checked figures of one Party organisation."""

from newsroom.branch.blocks import (
    Admission,
    DigitalAdoption,
    Fund,
    Goal,
    Indicator,
    Meeting,
    Organisation,
    RatingGiven,
    Supervision,
    Training,
    Work,
)
from newsroom.branch.membership import Membership
from newsroom.branch.officers import CommitteeMember, Official
from newsroom.branch.profile import Branch
from newsroom.branch.registered_models import RegisteredModel

__all__ = [
    "Admission",
    "Branch",
    "CommitteeMember",
    "DigitalAdoption",
    "Fund",
    "Goal",
    "Indicator",
    "Meeting",
    "Membership",
    "Official",
    "Organisation",
    "RatingGiven",
    "RegisteredModel",
    "Supervision",
    "Training",
    "Work",
]
