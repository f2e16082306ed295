"""Votes on a Dask cluster: each part is looked at where it lies, and only sums travel.

The parts are loaded once and stay in the workers' memory; what is asked of them is sent there. The answer is
that of `Parts` to the bit, whatever the number of workers. It needs the extra `cluster`.
"""

from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ledstjarna.engines.opinion.parts import Part, Parts, Row, T, shares
from ledstjarna.engines.opinion.votes import Votes

if TYPE_CHECKING:
    from distributed import Client


def _loaded(part: Part, statements: int) -> Votes:
    return part.loaded(statements)


class OnCluster:
    """The parts of `given`, spread over the workers of a `distributed.Client`.

    What a part's `load` needs (a file, a package) must be at hand on every worker. What goes wrong there is
    raised here.
    """

    def __init__(self, client: "Client", given: Parts) -> None:
        self.people = given.people
        self.statements = given.statements
        self._client = client
        self._parts = given.parts
        self._held = client.map(_loaded, given.parts, statements=given.statements, pure=False)

    def each(self, look: Callable[..., T], *rows: Row) -> Iterator[T]:
        """What `look` makes of each part's votes and its people's share of each of `rows`, in order."""
        asked = deque(
            self._client.submit(look, held, *share, pure=False)
            for held, share in zip(self._held, shares(self._parts, rows), strict=True)
        )
        while asked:
            yield asked.popleft().result()
