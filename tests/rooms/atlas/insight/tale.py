"""A past told by hand: things that come and go, what they hang on, and who did what."""

from datetime import UTC, date, datetime, timedelta

from ledstjarna.rooms.atlas.insight import Past, past_of
from ledstjarna.thread.chronicle import Chronicle

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)


def ago(days: float) -> datetime:
    """So many days before now."""
    return NOW - timedelta(days=days)


class Tale:
    """Nodes are numbered from 0 in the order in which they are told of; moments are in days ago."""

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self.born: list[datetime] = []
        self.ended: list[datetime | None] = []
        self.homes: list[int | None] = []
        self.strands: list[tuple[int, str, int, datetime | None, datetime | None]] = []
        self.promises: list[tuple[int, date, datetime | None, datetime | None]] = []
        self.acts: list[tuple[int, int, datetime]] = []

    def node(
        self,
        kind: str,
        *up: tuple[str, int],
        came: float = 1000,
        went: float | None = None,
        home: int | None = None,
        by: int | None = None,
    ) -> int:
        """A thing that came and perhaps went, tied to these from its first day, brought by somebody."""
        row = len(self.kinds)
        self.kinds.append(kind)
        self.born.append(ago(came))
        self.ended.append(None if went is None else ago(went))
        self.homes.append(home)
        for name, target in up:
            self.strands.append((row, name, target, ago(came), None))
        if by is not None:
            self.acts.append((row, by, ago(came)))
        return row

    def promise(self, row: int, due: float, *, kept: float | None = None) -> None:
        """A day promised of a thing, and when the promise was kept or ended."""
        ends = None if kept is None else ago(kept)
        self.promises.append((row, ago(due).date(), self.born[row], ends))

    def act(self, row: int, who: int, days: float) -> None:
        """Somebody did something about a thing."""
        self.acts.append((row, who, ago(days)))

    def past(self) -> Past:
        """All of it as arrays."""
        count = len(self.kinds)
        names = tuple(str(number) for number in range(count))
        told = Chronicle(
            tuple(range(count)), names, tuple(self.kinds), names, ("",) * count, tuple(self.homes),
            tuple(self.born), tuple(self.ended), tuple(self.strands), tuple(self.promises), tuple(self.acts),
        )  # fmt: skip
        return past_of(told, NOW)
