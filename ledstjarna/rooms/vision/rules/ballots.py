"""How a ballot is kept: one vector of votes and one of days, a slot for each statement."""

import hashlib
import hmac
from datetime import date, datetime

MISSING = 128
CODES = {1: 1, -1: 255, 0: 0}
CHOICES = {code: choice for choice, code in CODES.items()}


def key_of(secret: bytes, voter: str) -> str:
    """The key under which a voter's ballot lies; without the secret it leads to nobody (T2)."""
    return hmac.new(secret, voter.encode(), hashlib.sha256).hexdigest()


def marked(values: bytes, slot: int, choice: int) -> bytes:
    """The values with one slot set."""
    longer = bytearray(values).ljust(slot + 1, bytes([MISSING]))
    longer[slot] = CODES[choice]
    return bytes(longer)


def dated(days: bytes, slot: int, day: int) -> bytes:
    """The days with one slot set; a day is counted from the round's opening."""
    longer = bytearray(days).ljust(2 * slot + 2, b"\0")
    longer[2 * slot : 2 * slot + 2] = min(max(day, 0), 65535).to_bytes(2, "little")
    return bytes(longer)


def choice_at(values: bytes, slot: int) -> int | None:
    """What was chosen in a slot, or nothing."""
    return CHOICES.get(values[slot]) if slot < len(values) else None


def day_of(opened_at: datetime, today: date) -> int:
    """Whole days since the round opened: the finest time a vote is kept with."""
    return (today - opened_at.date()).days
