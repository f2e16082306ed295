"""Which statement a voter is asked about next."""

import numpy as np
from numpy.typing import NDArray

from ledstjarna.engines.opinion import routing as opinion
from ledstjarna.rooms.vision.insight.pictures import FOUND, picture
from ledstjarna.rooms.vision.models import Round


def tally(*, round_: Round, origin: str) -> opinion.Tally:
    """How the opinion groups have voted so far: what the routing looks at."""
    return opinion.tally_of(picture(round_=round_, origin=origin).seen.counts[FOUND])


def next_statement(known: opinion.Tally, seen: NDArray[np.bool_], *, seed: int) -> int | None:
    """The column to ask about next; the same voter at the same moment is asked the same."""
    return opinion.next_statement(known, seen, group=None, rng=np.random.default_rng(seed))
