"""What may be done in the missions room: plain values in, yes or no out."""

from ledstjarna.rooms.missions.rules.may import (
    PROMISE_DAYS,
    is_agreed,
    is_later,
    is_overdue,
    may_aim,
    may_ask,
    may_charge,
    may_plan,
    may_shape,
    may_steer,
    promised,
)
from ledstjarna.rooms.missions.rules.wording import (
    BUDGET,
    CITY_BUDGET,
    activity_in,
    inside_in,
    is_crowded,
    target_in,
)

__all__ = [
    "BUDGET",
    "CITY_BUDGET",
    "PROMISE_DAYS",
    "activity_in",
    "inside_in",
    "is_agreed",
    "is_crowded",
    "is_later",
    "is_overdue",
    "may_aim",
    "may_ask",
    "may_charge",
    "may_plan",
    "may_shape",
    "may_steer",
    "promised",
    "target_in",
]
