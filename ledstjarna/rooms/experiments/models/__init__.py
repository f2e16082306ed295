"""Small tests and what is observed in them, lessons, and what other units do with those."""

from ledstjarna.rooms.experiments.models.asking import Asking, Call
from ledstjarna.rooms.experiments.models.lessons import Guide, Lesson, Wording
from ledstjarna.rooms.experiments.models.spread import Adoption, AdoptionStep, Dealing, Feed, Foreign, Offer
from ledstjarna.rooms.experiments.models.tests import Experiment, Member, Note, Observation, Sheet, Site

__all__ = [
    "Adoption", "AdoptionStep", "Asking", "Call", "Dealing", "Experiment", "Feed", "Foreign", "Guide",
    "Lesson", "Member", "Note", "Observation", "Offer", "Sheet", "Site", "Wording",
]  # fmt: skip
