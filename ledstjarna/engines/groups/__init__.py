"""The groups engine: who should meet whom, with the proof of how well it can be done and the reason for each
place.
"""

from ledstjarna.engines.groups.balance import from_categories
from ledstjarna.engines.groups.bounds import Bound, Forced
from ledstjarna.engines.groups.camp import Plan, camp, plan_of
from ledstjarna.engines.groups.changes import Change, swap_cost
from ledstjarna.engines.groups.counts import Counts, broken
from ledstjarna.engines.groups.explain import (
    Alternative,
    Placement,
    Unmet,
    explain,
    unmet,
)
from ledstjarna.engines.groups.juries import Jury, juries
from ledstjarna.engines.groups.mdgp import Grouping, mdgp
from ledstjarna.engines.groups.people import People, labels_of, people_from
from ledstjarna.engines.groups.replan import Move, Replan, replan
from ledstjarna.engines.groups.rounds import Rounds, even_rounds, rounds_from
from ledstjarna.engines.groups.rules import Infeasible, Limit, Rule, Rules, Weights, Wish, rules_from

__all__ = [
    "Alternative",
    "Bound",
    "Change",
    "Counts",
    "Forced",
    "Grouping",
    "Infeasible",
    "Jury",
    "Limit",
    "Move",
    "People",
    "Placement",
    "Plan",
    "Replan",
    "Rounds",
    "Rule",
    "Rules",
    "Unmet",
    "Weights",
    "Wish",
    "broken",
    "camp",
    "even_rounds",
    "explain",
    "from_categories",
    "juries",
    "labels_of",
    "mdgp",
    "people_from",
    "plan_of",
    "replan",
    "rounds_from",
    "rules_from",
    "swap_cost",
    "unmet",
]
