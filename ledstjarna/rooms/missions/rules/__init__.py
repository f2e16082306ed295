"""What may be done in the missions room: plain values in, yes or no out."""

from ledstjarna.rooms.missions.rules.delegation import (
    REPORT_DAYS,
    group_in,
    is_in_force,
    may_use,
    report_by,
    reserved_in,
)
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
    "REPORT_DAYS",
    "activity_in",
    "group_in",
    "inside_in",
    "is_agreed",
    "is_crowded",
    "is_in_force",
    "is_later",
    "is_overdue",
    "may_aim",
    "may_ask",
    "may_charge",
    "may_plan",
    "may_shape",
    "may_steer",
    "may_use",
    "promised",
    "report_by",
    "reserved_in",
    "target_in",
]
