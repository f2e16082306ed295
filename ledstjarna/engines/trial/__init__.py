"""The trial engine: what did the small test show, however few the observations and however often one
looks?"""

from ledstjarna.engines.trial.arms import two_arms
from ledstjarna.engines.trial.chart import Chart, chart
from ledstjarna.engines.trial.decide import Rule, Verdict, decide
from ledstjarna.engines.trial.matched import matched
from ledstjarna.engines.trial.plan import Plan, plan
from ledstjarna.engines.trial.pool import Pooled, pool
from ledstjarna.engines.trial.result import Measure, Reason, Result
from ledstjarna.engines.trial.series import before_after
from ledstjarna.engines.trial.staggered import staggered

__all__ = [
    "Chart",
    "Measure",
    "Plan",
    "Pooled",
    "Reason",
    "Result",
    "Rule",
    "Verdict",
    "before_after",
    "chart",
    "decide",
    "matched",
    "plan",
    "pool",
    "staggered",
    "two_arms",
]
