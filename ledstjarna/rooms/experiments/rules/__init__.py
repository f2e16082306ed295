"""What may be done in the experiments room: plain values in, plain values out."""

from ledstjarna.rooms.experiments.rules.chance import next_way, pairs, starts
from ledstjarna.rooms.experiments.rules.feeds import is_due, may_keep_feeds
from ledstjarna.rooms.experiments.rules.lessons import (
    KEEPS,
    gaps,
    is_innovation,
    is_stale,
    is_step,
    needs_because,
    uptake_of,
)
from ledstjarna.rooms.experiments.rules.may import (
    may_guide,
    may_join,
    may_lead,
    may_leave,
    may_log,
    may_take_up,
    may_teach,
    may_try,
)
from ledstjarna.rooms.experiments.rules.offers import Candidate, Choice, chosen, sort_of
from ledstjarna.rooms.experiments.rules.spread import is_worth_a_curve, themes, use_of
from ledstjarna.rooms.experiments.rules.stages import (
    LONGEST,
    VERDICTS,
    day_of,
    demands_lesson,
    ends,
    is_locked,
    is_mendable,
    is_ready,
    progress,
    stage,
)
from ledstjarna.rooms.experiments.rules.values import is_value, quiet

__all__ = [
    "KEEPS",
    "LONGEST",
    "VERDICTS",
    "Candidate",
    "Choice",
    "chosen",
    "day_of",
    "demands_lesson",
    "ends",
    "gaps",
    "is_due",
    "is_innovation",
    "is_locked",
    "is_mendable",
    "is_ready",
    "is_stale",
    "is_step",
    "is_value",
    "is_worth_a_curve",
    "may_guide",
    "may_join",
    "may_keep_feeds",
    "may_lead",
    "may_leave",
    "may_log",
    "may_take_up",
    "may_teach",
    "may_try",
    "needs_because",
    "next_way",
    "pairs",
    "progress",
    "quiet",
    "sort_of",
    "stage",
    "starts",
    "themes",
    "uptake_of",
    "use_of",
]
