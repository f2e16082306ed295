"""What may be asked about signals from outside."""

from ledstjarna.rooms.horizon.reads.desks import (
    Choices,
    GroupDesk,
    NoticeDesk,
    SignalDesk,
    group_desk,
    notice_desk,
    signal_desk,
)
from ledstjarna.rooms.horizon.reads.lists import Home, SignalRow, home
from ledstjarna.rooms.horizon.reads.signals import (
    ParryLine,
    ParryPage,
    ReadingLine,
    ReadingPage,
    SignalPage,
    parry,
    reading,
    signal,
)
from ledstjarna.rooms.horizon.reads.speed import FollowedRow, SpeedPage, speed

__all__ = [
    "Choices",
    "FollowedRow",
    "GroupDesk",
    "Home",
    "NoticeDesk",
    "ParryLine",
    "ParryPage",
    "ReadingLine",
    "ReadingPage",
    "SignalDesk",
    "SignalPage",
    "SignalRow",
    "SpeedPage",
    "group_desk",
    "home",
    "notice_desk",
    "parry",
    "reading",
    "signal",
    "signal_desk",
    "speed",
]
