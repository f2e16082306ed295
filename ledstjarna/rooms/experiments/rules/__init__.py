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
from ledstjarna.rooms.experiments.rules.offers import MOST, Candidate, Choice, chosen
from ledstjarna.rooms.experiments.rules.spread import POOL_FROM, is_worth_a_curve, order, use_of
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
    "MOST",
    "POOL_FROM",
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
    "order",
    "pairs",
    "progress",
    "quiet",
    "stage",
    "starts",
    "uptake_of",
    "use_of",
]
