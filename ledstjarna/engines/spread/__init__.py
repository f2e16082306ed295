"""The spread engine: is a new way catching on among units, by what ways, and where will it go next?"""

from ledstjarna.engines.spread.adoption import Adoption, adoption
from ledstjarna.engines.spread.bass import Bass, bass
from ledstjarna.engines.spread.contagion import Contagion, contagion
from ledstjarna.engines.spread.cox import Cox, cox
from ledstjarna.engines.spread.estimate import Estimate
from ledstjarna.engines.spread.fit import ENOUGH, Fit, fit
from ledstjarna.engines.spread.following import Next, next_units
from ledstjarna.engines.spread.lasting import lasting
from ledstjarna.engines.spread.likeness import likeness
from ledstjarna.engines.spread.logrank import LogRank, logrank
from ledstjarna.engines.spread.posterior import Prior
from ledstjarna.engines.spread.second import SecondUnit, second_unit
from ledstjarna.engines.spread.survival import Survival, survival, survival_by
from ledstjarna.engines.spread.tree import Generation, Tree, tree

__all__ = [
    "ENOUGH",
    "Adoption",
    "Bass",
    "Contagion",
    "Cox",
    "Estimate",
    "Fit",
    "Generation",
    "LogRank",
    "Next",
    "Prior",
    "SecondUnit",
    "Survival",
    "Tree",
    "adoption",
    "bass",
    "contagion",
    "cox",
    "fit",
    "lasting",
    "likeness",
    "logrank",
    "next_units",
    "second_unit",
    "survival",
    "survival_by",
    "tree",
]
