"""Who may set what the city is steered by."""

from datetime import date, datetime, timedelta

from ledstjarna.people.sight import Sight

STEERERS = ("city_director", "administrator")
CLERKS = ("city_director", "registrar", "administrator")
PROMISE_DAYS = 14
ENOUGH = 5  # people in a unit, for its unclear mandates to be counted


def may_steer(viewer: Sight) -> bool:
    """Who enters what the council has decided for the whole city: programmes and directions."""
    return viewer.holds(*STEERERS)


def may_charge(viewer: Sight) -> bool:
    """Who enters the missions that the council gives."""
    return viewer.holds(*CLERKS)


def may_aim(viewer: Sight, authority: int | None) -> bool:
    """Who sets goals for a board or company: its own director, and whoever enters the board's decisions."""
    return viewer.holds(*CLERKS) or (viewer.holds("director") and authority in viewer.authority_ids)


def may_plan(viewer: Sight, line: frozenset[int]) -> bool:
    """Who writes a unit's plan: its manager or one above; `line` is the unit and all that it is part of."""
    leads = any(held.role in {"manager", "director"} and held.unit_id in line for held in viewer.roles)
    return leads or viewer.holds(*STEERERS)


def may_ask(viewer: Sight) -> bool:
    """Who may ask: everybody in the city, majority and opposition alike."""
    return viewer.signed_in


def may_shape(viewer: Sight, holder: int, manager: int | None) -> bool:
    """Who writes a mission card and agrees to it: the one whose it is, and their manager; nobody else."""
    return viewer.person_id is not None and viewer.person_id in {holder, manager}


def may_profile(viewer: Sight, line: frozenset[int]) -> bool:
    """Who words the profile of a post and drafts cards from it: who plans there, and HR."""
    return viewer.holds("hr") or may_plan(viewer, line)


def may_hand(viewer: Sight, holder: int, manager: int, today: int | None) -> bool:
    """Who lets a new manager read a card: its holder, where somebody else leads them now (T4)."""
    return viewer.person_id == holder and today is not None and today != manager


def may_count_unclear(viewer: Sight) -> bool:
    """Who sees how many mandates are unclear in a unit: those who lead, and HR; never whose they are."""
    return viewer.holds("manager", "director", "hr", *STEERERS)


def is_told(people: int) -> bool:
    """Whether a unit has people enough for a count of it to be told."""
    return people >= ENOUGH


def is_untouched(number: int, holder: datetime | None, manager: datetime | None) -> bool:
    """Whether a drafted card is as its profile made it: nobody has changed it or agreed to it."""
    return number == 1 and holder is None and manager is None


def is_agreed(holder: datetime | None, manager: datetime | None) -> bool:
    """Whether both sides have agreed to a card as it stands."""
    return holder is not None and manager is not None


def promised(asked: date) -> date:
    """The day that an answer is promised."""
    return asked + timedelta(days=PROMISE_DAYS)


def is_later(until: date, stands: date) -> bool:
    """Whether a new promised day gives more time than the one that stands."""
    return until > stands


def is_overdue(due: date | None, today: date) -> bool:
    """Whether the day that was promised has passed."""
    return due is not None and today > due
