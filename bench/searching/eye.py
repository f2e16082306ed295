"""Who asks in a measurement: somebody signed in, without an authority."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Eye:
    """As much of a viewer as the thread needs."""

    signed_in: bool = True
    node_id: int | None = None
    authority_ids: frozenset[int] = frozenset()


SOMEBODY = Eye()
